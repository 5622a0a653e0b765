// Time: the day pictured and the day of knowledge move apart, by slider and by playing.
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

test('playing "as known on" moves the day of knowledge by itself, until it is stopped', async ({
  openShared,
}) => {
  const page = await openShared(`/${MISSION}/strength?known_on=2025-01-15`);
  await settled(page);
  await page.getByRole('button', { name: 'Play: as known on' }).click();
  await page.waitForURL((url) => !url.search.includes('known_on=2025-01-15'));
  const stop = page.getByRole('button', { name: 'Stop: as known on' });
  if ((await stop.count()) > 0) await stop.click();
  expect(page.url()).not.toContain('as_of');
});

test('what was not known yet is not told', async ({ openShared }) => {
  const page = await openShared(`/${MISSION}/strength?as_of=2025-02-10&known_on=2025-02-05`);
  await settled(page);
  const then = await page.getByRole('main').innerText();
  await page.goto(`/${MISSION}/strength?as_of=2025-02-10&known_on=2025-03-05`);
  await settled(page);
  expect(await page.getByRole('main').innerText()).not.toBe(then);
});
