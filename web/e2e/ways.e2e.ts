// The ways through the screens without a mouse, and how they look: keys, the help sheet, light and dark.
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

test('Tab leads first past the bar to the content', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'To the content' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => document.activeElement?.closest('main') !== null),
    'within the content',
  ).toBe(true);
});

test('keys: the sheet of keys, the days, today', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByText('as of: a day earlier').waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('[');
  await page.waitForURL(/as_of=2025-10-01/);
  await page.keyboard.press('{');
  await page.waitForURL(/known_on=2025-10-01/);
  await page.keyboard.press('t');
  await page.waitForURL((url) => url.search === '');
});

test('a page’s keys stay with it from item to item, and the sheet names them; on a review too', async ({
  openShared,
}) => {
  const page = await openShared(`/${MISSION}/disputes`, { as: 'analyst' });
  await settled(page);
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  for (let item = 0; item < 4; item += 1) {
    await page.keyboard.press('j');
    await page.waitForURL(/\/disputes\/.+/);
    await settled(page);
    await page.keyboard.press('?');
    for (const does of ['as of: a day earlier', 'the next', 'reject', 'Overview'])
      await sheet.getByRole('definition').filter({ hasText: does }).first().waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
  await page.goto(`/${MISSION}/documents`);
  await settled(page);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('button', { name: /^Accept/ }).waitFor();
  await page.keyboard.press('?');
  await sheet.getByText('why this claim').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await page.getByRole('heading', { name: 'Why this claim' }).waitFor();
});

test('single keys can be switched off, and stay so', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: /^Keys without/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await page.reload();
  await settled(page);
  await page.keyboard.press('[');
  expect(page.url()).not.toContain('as_of');
});

test('each screen of the navigation is reached by its two keys', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  const names = await links.allInnerTexts();
  expect(names.length).toBeGreaterThan(5);
  const keys: Readonly<Record<string, string>> = {
    Overview: 'o',
    Strength: 's',
    Contributors: 'c',
    Disputes: 'd',
    Documents: 'r',
    Sites: 't',
    Ledger: 'l',
  };
  for (const name of [...names].reverse()) {
    await page.keyboard.press('g');
    await page.keyboard.press(keys[name] ?? 'x');
    await page
      .getByRole('navigation', { name: 'Screens' })
      .locator('[aria-current=page]', { hasText: name })
      .waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
});

test('light and dark are chosen, shown and kept', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const colours = page.getByRole('button', { name: /^Colours/ });
  while (!((await colours.getAttribute('aria-label')) ?? '').includes('dark')) await colours.click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  await settled(page);
  expect(await paper()).toBe(dark);
});
