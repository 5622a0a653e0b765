// Sites: map and list say the same, a site is chosen by key and opens its history, the day moves them.
import type { components } from '../src/api/schema.d.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Sites = components['schemas']['Sites'];

const STATUS: Readonly<Record<string, string>> = {
  held: 'Held',
  retaken: 'Retaken',
  lost: 'Lost',
  safeguarded: 'Safeguarded',
  'handed over': 'Handed over',
  closed: 'Closed',
};

test('list and map hold what programs get, and what has no place is said', async ({ openShared, shared }) => {
  const { sites } = await shared.get<Sites>(`/api/v1/missions/${MISSION}/sites`);
  const page = await openShared(`/${MISSION}/sites`);
  await settled(page);
  const map = page.getByRole('region', { name: 'Map of the sites' });
  await map.locator('canvas').waitFor();
  for (const { site, status, holder, position } of sites) {
    const line = page.getByRole('listitem').filter({ has: page.getByText(site, { exact: true }) });
    const words = await line.innerText();
    expect(words, site).toContain(STATUS[status] ?? status);
    if (holder.kind !== 'unstated') expect(words, site).toContain(holder.name);
    expect(words.includes('not on the map'), site).toBe(position === null);
    await expect
      .poll(() => map.getByRole('link', { name: new RegExp(`^${site} ?: ${status}`, 'i') }).count(), {
        message: site,
      })
      .toBe(position === null ? 0 : 1);
  }
  expect(sites.filter(({ position }) => position !== null).length).toBeGreaterThan(1);
  await page.getByRole('link', { name: 'Natural Earth' }).waitFor();
});

test('a site is chosen by keys and tells its history with its reports', async ({ openShared, shared }) => {
  const { sites } = await shared.get<Sites>(`/api/v1/missions/${MISSION}/sites`);
  const page = await openShared(`/${MISSION}/sites`);
  await settled(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const chosen = page.getByRole('listitem').locator('[aria-current=true]');
  await chosen.waitFor();
  const head = page.getByRole('heading', { level: 2 }).last();
  const name = await head.innerText();
  expect(await chosen.innerText()).toContain(name);
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(`/${MISSION}/sites/${name}`);
  const site = sites.find(({ site }) => site === name);
  const history = page.getByRole('region', { name });
  await settled(page);
  expect(await history.getByRole('listitem').count()).toBe(site?.history.length);
  expect(await history.getByRole('article').count(), 'reports').toBe(
    site?.history.flatMap(({ claims }) => claims).length,
  );
});

test('the day moves what is held, from change to change', async ({ openShared, shared }) => {
  const page = await openShared(`/${MISSION}/sites`);
  await settled(page);
  const before = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  await page.keyboard.press('p');
  await page.waitForURL(/as_of=/);
  await page.keyboard.press('p');
  await settled(page);
  const asOf = new URL(page.url()).searchParams.get('as_of') ?? '';
  const then = await shared.get<Sites>(`/api/v1/missions/${MISSION}/sites?as_of=${asOf}`);
  const legend = page.getByRole('list', { name: 'Signs' });
  const counts = new Map<string, number>();
  for (const { status } of then.sites) counts.set(status, (counts.get(status) ?? 0) + 1);
  for (const [status, count] of counts)
    expect((await legend.innerText()).replaceAll(/\s+/g, ' ')).toContain(
      `${STATUS[status] ?? status} ${count}`,
    );
  expect(await page.getByRole('main').getByRole('listitem').allInnerTexts()).not.toEqual(before);
});
