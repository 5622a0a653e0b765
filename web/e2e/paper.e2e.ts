// On paper: what can only be pressed goes, and what is told stays.
import { extractText, getDocumentProxy } from 'unpdf';
import type { components } from '../src/api/schema.d.ts';
import { settled } from './browser.ts';
import { MISSION, TODAY } from './served.ts';
import { expect, test } from './test.ts';

type Overview = components['schemas']['Overview'];

test('a printed overview has the mission, its days, the heads of its columns and every figure', async ({
  openShared,
  shared,
}) => {
  const overview = await shared.get<Overview>(`/api/v1/missions/${MISSION}/overview`);
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const pdf = await page.pdf({ format: 'A4' });
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  expect(totalPages, 'sheets').toBeLessThanOrEqual(3);
  for (const words of [MISSION, '2 Oct 2025', 'as known on', 'Contributor', 'Owed', 'Deployed', 'Kept'])
    expect(text, `of ${TODAY}`).toContain(words);
  for (const { whose, stages } of overview.contributors)
    for (const { best, low, high } of stages)
      for (const n of [best, low, high].filter((n) => n !== null && n > 0))
        expect(text, whose.name).toContain((n ?? 0).toLocaleString('en-GB'));

  await page.emulateMedia({ media: 'print' });
  expect(
    await page.getByRole('button', { name: /a day earlier|Keys|Colours/ }).count(),
    'controls on paper',
  ).toBe(0);
  expect(await page.getByRole('navigation').count()).toBe(0);
});
