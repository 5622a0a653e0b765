// The ledger as it was entered: filtered by its address, opened, checked by staff, and carried away by anybody.
import { readFileSync } from 'node:fs';
import type { components } from '../src/api/schema.d.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Entries = components['schemas']['Page_EntryLine'];

test('its filters stand in the address, and the list is what programs get for them', async ({
  openShared,
  shared,
}) => {
  const page = await openShared(`/${MISSION}/ledger`);
  await settled(page);
  const lines = page.getByRole('main').getByRole('list').getByRole('listitem');
  const all = await lines.count();
  expect(all, 'the first page').toBe(100);

  await page.getByLabel('Kind').selectOption('claim');
  await page.getByLabel('Words').fill('Jamaica');
  await page.keyboard.press('Enter');
  await page.waitForURL(
    (url) => url.searchParams.get('q') === 'Jamaica' && url.searchParams.get('kind') === 'claim',
  );
  await settled(page);
  const asked = await shared.get<Entries>(
    `/api/v1/entries?mission=${MISSION}&kind=claim&q=Jamaica&limit=100`,
  );
  await expect.poll(() => lines.count()).toBe(asked.items.length);
  expect(asked.items.length).toBeGreaterThan(3);
  const words = await lines.allInnerTexts();
  expect(words.every((line) => line.includes('Jamaica'))).toBe(true);

  await page.reload();
  await settled(page);
  expect(await lines.allInnerTexts()).toEqual(words);
  await page.goto(`/${MISSION}/ledger?q=nobody+says+this`);
  await page.getByText('No entry is like that').waitFor();
  await page.getByRole('link', { name: /^Show all entries/ }).click();
  await expect.poll(() => lines.count()).toBe(all);
});

test('an entry opens: a claim beside the list, a document on its screen', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}/ledger?kind=claim`);
  await settled(page);
  const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const words = await first.innerText();
  await first.click();
  await page.getByRole('complementary', { name: 'A claim' }).getByText(words).waitFor();
  await page.goto(`/${MISSION}/ledger?kind=document`);
  await settled(page);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('region', { name: 'The text' }).waitFor();
});

test('staff checks the chain, and a seal noted earlier; whoever is public sees no place in it', async ({
  openShared,
}) => {
  const page = await openShared(`/${MISSION}/ledger?kind=claim`, { as: 'planner' });
  await settled(page);
  const check = page.getByRole('region', { name: 'Check the chain' });
  await check.getByRole('button').click();
  await check.getByText(/^The chain is whole: \d+ entries/).waitFor();
  const seal = await check.locator('code').innerText();
  await check.getByLabel('against a seal noted earlier').fill(seal);
  await page.keyboard.press('Enter');
  await check.getByText('The seal that you gave still holds').waitFor();
  await check
    .getByLabel('against a seal noted earlier')
    .fill(seal.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await page.keyboard.press('Enter');
  await check.getByText('The chain is broken').waitFor();
  expect(await page.locator('abbr').count(), 'hashes').toBeGreaterThan(0);

  const open = await openShared(`/${MISSION}/ledger?kind=claim`);
  await settled(open);
  expect(await open.getByRole('button', { name: 'Check the chain' }).count()).toBe(0);
  expect(await open.getByRole('main').locator('li abbr').count(), 'hashes for the public').toBe(0);
  expect((await open.request.get('/api/v1/entries/verify')).status()).toBe(401);
});

test('all that may be seen is carried away, and as a table', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}/ledger?kind=claim&q=Benin`);
  await settled(page);
  const taken = async (name: RegExp) => {
    const begun = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    return readFileSync(await (await begun).path(), 'utf8')
      .trimEnd()
      .split('\n');
  };
  const lines = await taken(/JSON Lines$/);
  expect(lines.length).toBeGreaterThan(400);
  for (const line of lines.slice(0, 20)) expect(JSON.parse(line)).toBeTypeOf('object');
  const [head, ...rows] = await taken(/as CSV$/);
  expect(head).toMatch(/kind/);
  const shown = await page.getByRole('main').getByRole('list').getByRole('listitem').count();
  expect(rows).toHaveLength(shown);
});
