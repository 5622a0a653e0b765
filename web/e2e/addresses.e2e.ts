// An address is a view: reload, back and forward, and a link sent to somebody else restore it.
import { settled, view } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

test('a day chosen on the bar stands in the address, and reload, back and forward keep to it', async ({
  openShared,
}) => {
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const today = await page.getByRole('main').innerText();
  const asOf = page.getByRole('group', { name: 'as of', exact: true }).getByRole('textbox');
  await asOf.fill('1 Feb 2025');
  await asOf.press('Enter');
  await page.waitForURL(/as_of=2025-02-01/);
  await settled(page);
  const then = await page.getByRole('main').innerText();
  expect(then).not.toBe(today);

  await page.reload();
  await settled(page);
  expect(await page.getByRole('main').innerText()).toBe(then);
  expect(await asOf.inputValue()).toBe('1 Feb 2025');

  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('as_of'));
  await settled(page);
  expect(await page.getByRole('main').innerText()).toBe(today);

  await page.goForward();
  await page.waitForURL(/as_of=2025-02-01/);
  await settled(page);
  expect(await page.getByRole('main').innerText()).toBe(then);
});

test('a link sent to somebody else shows the same, what lies open included', async ({
  browser,
  shared,
  openShared,
}) => {
  const page = await openShared(`/${MISSION}?as_of=2025-02-01&known_on=2025-03-01`);
  await settled(page);
  await page.getByRole('link', { name: ', Kenya, deployed: the sources' }).click();
  const sources = page.getByRole('complementary', { name: /^Kenya: deployed/ });
  await sources.waitFor();
  await settled(page);
  const words = await sources.innerText();

  const { page: theirs } = await view(browser, shared.address, {});
  await theirs.goto(page.url());
  const same = theirs.getByRole('complementary', { name: /^Kenya: deployed/ });
  await same.waitFor();
  await settled(theirs);
  expect(await same.innerText()).toBe(words);
  await theirs.context().close();
});

test('what no screen has is said, with a way out', async ({ openShared }) => {
  const page = await openShared('/no/such/screen/at-all');
  await page.getByText('There is no screen at this address').waitFor();
  await page.getByRole('link', { name: 'Begin with the missions' }).click();
  await page.waitForURL(`**/${MISSION}`);
});
