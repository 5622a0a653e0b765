// Contributors: the table holds what programs get and sorts; the page of each tells its story from promise to return.
import type { components } from '../src/api/schema.d.ts';
import { stageLook } from '../src/parts/stages.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Contributors = components['schemas']['ByContributor'];
type Contributor = components['schemas']['Contributor'];

const number = (n: number) => n.toLocaleString('en-GB');

test('every figure is the one that programs get, and columns sort both ways', async ({
  openShared,
  shared,
}) => {
  const { contributors } = await shared.get<Contributors>(`/api/v1/missions/${MISSION}/contributors`);
  const page = await openShared(`/${MISSION}/contributors`);
  await settled(page);
  const table = page.getByRole('table', { name: /^People by contributor/ });
  let compared = 0;
  for (const { whose, stages } of contributors)
    for (const { key, best, low, high } of stages) {
      if (best === null || whose.kind === 'mission') continue;
      const of = `, ${whose.name}, ${stageLook(key.stage).words}: the sources`;
      const words = await table.getByRole('link', { name: of, exact: false }).innerText();
      for (const n of [best, low, high].filter((n) => n !== null)) expect(words, of).toContain(number(n));
      compared += 1;
    }
  expect(compared, 'figures compared').toBeGreaterThan(10);

  const names = async () =>
    (await table.getByRole('rowheader').allInnerTexts()).filter((name) => name !== 'All');
  const deployed = (name: string) =>
    contributors.find(({ whose }) => whose.name === name)?.stages.find(({ key }) => key.stage === 'deployed')
      ?.best ?? null;
  await table.getByRole('button', { name: 'Deployed' }).click();
  await page.waitForURL(/sort=/);
  const down = (await names()).map(deployed).filter((n) => n !== null);
  expect(down).toEqual([...down].sort((a, b) => b - a));
  await table.getByRole('button', { name: 'Deployed' }).click();
  await expect
    .poll(async () => (await names()).map(deployed).find((n) => n !== null))
    .toBe(Math.min(...down));
  await page.reload();
  await settled(page);
  expect(
    await table.getByRole('columnheader', { name: 'Deployed', exact: true }).getAttribute('aria-sort'),
  ).toBe('ascending');
});

test('a contributor has a page: what came of its promises, through time, contingent by contingent', async ({
  openShared,
  shared,
}) => {
  const kenya = await shared.get<Contributor>(`/api/v1/missions/${MISSION}/contributors/KEN`);
  const page = await openShared(`/${MISSION}/contributors`);
  await settled(page);
  await page.getByRole('table').getByRole('link', { name: 'Kenya', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Kenya' }).waitFor();
  await settled(page);
  const main = page.getByRole('main');
  const people = kenya.strength.find(({ resource }) => resource === 'people');
  for (const { key, best } of people?.stages ?? [])
    expect(
      await main
        .getByRole('link', { name: `, Kenya, ${stageLook(key.stage).words}: the sources` })
        .first()
        .innerText(),
      key.stage,
    ).toContain(number(best ?? 0));

  const chart = page.getByRole('region', { name: 'Promised and arrived' });
  await chart.locator('svg [aria-label=dot]').waitFor();
  expect(await chart.locator('svg [aria-label=dot] path').count(), 'claims drawn').toBeGreaterThan(5);

  const contingents = page.getByRole('region', { name: 'Contingents' });
  expect(await contingents.getByRole('heading', { level: 3, name: /contingent$/ }).count()).toBe(
    kenya.contingents.length,
  );
  const said = page.getByRole('region', { name: 'What each report said' });
  await said.getByRole('link', { name: 'All of them' }).click();
  await expect.poll(() => said.getByRole('article').count()).toBe(kenya.said.length);
  const promises = page.getByRole('region', { name: 'Promises' });
  expect(await promises.getByText(/ over$/).count(), 'overdue').toBe(kenya.overdue.length);
});

test('from contributor to contributor by keys, and back to the table', async ({ openShared, shared }) => {
  const { contributors } = await shared.get<Contributors>(`/api/v1/missions/${MISSION}/contributors`);
  const codes = contributors.map(({ whose }) => whose).filter(({ kind }) => kind !== 'mission');
  const page = await openShared(`/${MISSION}/contributors`);
  await settled(page);
  for (const code of codes.slice(0, 3)) {
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: code.name }).waitFor();
  }
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: codes[1]?.name ?? '' }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('heading', { level: 1, name: 'Contributors' }).waitFor();
});
