// A figure opens what stands behind it, and each claim there opens its sentence in its document.
import type { components } from '../src/api/schema.d.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Sources = components['schemas']['FigureSources'];

test('a figure opens the claims behind it, by mouse and by keyboard', async ({ openShared, shared }) => {
  const { claims } = await shared.get<Sources>(`/api/v1/missions/${MISSION}/figures/KEN/people/deployed`);
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const figure = page.getByRole('link', { name: ', Kenya, deployed: the sources' });
  await figure.focus();
  await page.keyboard.press('Enter');
  const sources = page.getByRole('complementary', { name: /^Kenya: deployed/ });
  await sources.getByRole('article').first().waitFor();
  expect(await sources.getByRole('article').count(), 'claims shown').toBe(claims.length);
  expect(
    await sources.getByRole('heading', { level: 2 }).evaluate((head) => head === document.activeElement),
  ).toBe(true);

  await page.keyboard.press('Escape');
  await sources.waitFor({ state: 'detached' });
  expect(await figure.evaluate((link) => link === document.activeElement), 'the focus is back').toBe(true);
});

test('on a phone the drawer covers the screen, and nothing beneath it is reached', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`, { size: 'phone' });
  await settled(page);
  const figure = page.getByRole('link', { name: ', Kenya, deployed: the sources' });
  await figure.focus();
  await page.keyboard.press('Enter');
  const sources = page.getByRole('complementary', { name: /^Kenya: deployed/ });
  await sources.getByRole('article').first().waitFor();
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Shift+Tab');
    const within = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('aside') !== null,
    );
    expect(within, `after ${press + 1} steps back`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await sources.waitFor({ state: 'detached' });
  expect(await figure.evaluate((link) => link === document.activeElement), 'the focus is back').toBe(true);
});
