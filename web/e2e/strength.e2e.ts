// Strength through time: its numbers are the interface's, its filters stand in the address, its claims open.
import type { Page } from 'playwright-core';
import type { components } from '../src/api/schema.d.ts';
import { dayWords, type Day } from '../src/address/day.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Strength = components['schemas']['StrengthThroughTime'];

const number = (n: number) => n.toLocaleString('en-GB');
const PATH = `/api/v1/missions/${MISSION}/strength`;

/** Every day on which something came to stand, and every claim: both tables hold what programs get. */
async function same(page: Page, { series }: Strength): Promise<void> {
  if (series.length === 0) return page.getByText('Nothing is told of this').waitFor();
  const stood = page.getByRole('table', { name: 'What stood from which day on' });
  const rows = (await stood.getByRole('row').allInnerTexts()).slice(1);
  const days = series.flatMap(({ days }) => days);
  expect(rows).toHaveLength(days.length);
  days.forEach(({ day, stood }, i) => {
    const row = rows[i] ?? '';
    expect(row).toContain(dayWords(day as Day));
    for (const n of [stood?.best, stood?.low, stood?.high])
      if (n !== null && n !== undefined && stood?.best !== null) expect(row, day).toContain(number(n));
  });
  const said = page.getByRole('table', { name: 'Every claim on the chart' });
  const points = series.flatMap(({ points }) => points);
  expect((await said.getByRole('row').count()) - 1).toBe(Math.max(1, points.length));
}

test('the tables hold the series that programs get, for every filter chosen', async ({
  openShared,
  shared,
}) => {
  const page = await openShared(`/${MISSION}/strength`);
  await settled(page);
  await same(page, await shared.get<Strength>(PATH));

  await page.getByLabel('Stage').selectOption('ready');
  await page.waitForURL(/stage=ready/);
  await settled(page);
  await same(page, await shared.get<Strength>(`${PATH}?stage=ready`));

  await page.getByText(/^Contributors:/).click();
  await page.getByRole('checkbox', { name: 'Kenya', exact: true }).check();
  await page.waitForURL(/party=KEN/);
  await settled(page);
  await same(page, await shared.get<Strength>(`${PATH}?stage=ready&party=KEN`));
  await page.getByLabel('Stage').selectOption('deployed');
  await page.waitForURL(/stage=deployed/);
  await page.getByRole('checkbox', { name: 'Jamaica', exact: true }).check();
  await page.waitForURL(/party=KEN&party=JAM/);
  await settled(page);
  await same(page, await shared.get<Strength>(`${PATH}?stage=deployed&party=KEN&party=JAM`));

  await page.getByLabel('Of', { exact: true }).selectOption('money/USD');
  await page.waitForURL(/resource=money\/USD/);
  await settled(page);
  const { searchParams } = new URL(page.url());
  await same(page, await shared.get<Strength>(`${PATH}?${searchParams.toString()}`));
});

test('the day is moved by the slider, and the figure of the day with it', async ({ openShared, shared }) => {
  const { series } = await shared.get<Strength>(PATH);
  const page = await openShared(`/${MISSION}/strength`);
  await settled(page);
  const slider = page.getByRole('slider', { name: 'as of', exact: true });
  await slider.focus();
  await page.keyboard.press('Home');
  const first = series[0]?.days[0];
  await page.waitForURL(new RegExp(`as_of=${first?.day ?? ''}`));
  const now = page.getByRole('main').getByRole('listitem').first();
  await expect.poll(() => now.innerText()).toContain(number(first?.stood?.best ?? -1));
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => !url.search.includes(first?.day ?? ''));
});

test('a claim on the chart shows its sentence to the pointer and to the keys, and opens its document', async ({
  openShared,
}) => {
  const page = await openShared(`/${MISSION}/strength`);
  await settled(page);
  const chart = page.getByRole('application', { name: /^Strength through time/ });
  const dots = chart.locator('svg [aria-label=dot] path');
  await dots.first().waitFor();
  await dots.nth(8).scrollIntoViewIfNeeded();
  const box = await dots.nth(8).boundingBox();
  if (box === null) throw new Error('a claim is drawn nowhere');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const quote = await chart.locator('blockquote').innerText();
  expect(quote.length).toBeGreaterThan(10);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForURL(/\/documents\/.+claim=/);
  await page.getByRole('region', { name: 'The text' }).getByText(quote, { exact: false }).first().waitFor();

  await page.goBack();
  await settled(page);
  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const last = await chart.locator('blockquote').innerText();
  expect((await chart.getAttribute('aria-label')) ?? '').toContain(last);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\/.+claim=/);
});
