// A report from the file to the figure: dropped, read, and its claims accepted, corrected and rejected by keyboard alone.
import type { components } from '../src/api/schema.d.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Overview = components['schemas']['Overview'];
type Documents = components['schemas']['Page_DocumentLine'];

/** A report of nobody: made up for this test. */
const REPORT = [
  'Three contingents for the mission in Haiti.',
  'On 1 October 2025, 40 police officers from Barbados arrived in Port-au-Prince to join the Multinational Security Support Mission.',
  'Chad has promised 310 police officers to the Multinational Security Support Mission in Haiti.',
  'Grenada deployed 25 police officers to Haiti on 30 September 2025 as part of the Multinational Security Support Mission.',
].join('\n\n');

const deployed = (overview: Overview, code: string) =>
  overview.contributors
    .find(({ whose }) => whose.code === code)
    ?.stages.find(({ key }) => key.stage === 'deployed')?.best ?? 0;

test('a report is dropped, reviewed by keyboard, and the picture follows', async ({ open, served }) => {
  const overview = `/api/v1/missions/${MISSION}/overview`;
  const before = await served.get<Overview>(overview);
  const page = await open(`/${MISSION}/documents`, { as: 'analyst' });
  await page.getByRole('group', { name: 'Files' }).waitFor();
  const files = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'three-contingents.txt', { type: 'text/plain' }));
    return files;
  }, REPORT);
  await page.getByRole('group', { name: 'Files' }).dispatchEvent('drop', { dataTransfer: files });
  await page
    .getByRole('link', { name: /three-contingents/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'The claims' });
  await panel.getByRole('button', { name: /^Accept/ }).waitFor();
  const said = page.getByRole('main').getByRole('status').filter({ hasText: /\S/ });

  const { items } = await served.get<Documents>('/api/v1/documents?limit=1&q=three-contingents');
  const document = items[0]?.id ?? '';
  const standings = async () => {
    const { claims } = await served.get<components['schemas']['DocumentPage']>(
      `/api/v1/documents/${document}`,
    );
    return claims.map(({ claim }) => claim.standing).sort();
  };
  const read = await standings();
  expect(read.length, 'claims read').toBeGreaterThanOrEqual(3);
  expect(new Set(read)).toEqual(new Set(['undecided']));

  await page.keyboard.press('a');
  await expect.poll(standings).toContain('accepted');
  await page.keyboard.press('r');
  await page.keyboard.press('1');
  await expect.poll(standings).toContain('rejected');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Correct the claim' });
  await form.getByLabel('How many').fill('27');
  await form.getByLabel('Why', { exact: true }).fill('The last sentence says so');
  await page.keyboard.press('Enter');
  await expect.poll(standings).toContain('replaced');
  expect(await said.count()).toBeGreaterThan(0);

  const after = await served.get<Overview>(overview);
  const changed = ['BRB', 'GRD', 'TCD'].filter((code) => deployed(after, code) !== deployed(before, code));
  expect(changed.length, 'contributors whose strength changed').toBeGreaterThan(0);
});
