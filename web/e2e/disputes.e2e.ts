// A dispute settled by a decision, and the decision taken back by another.
import type { Page } from 'playwright-core';
import type { components } from '../src/api/schema.d.ts';
import { settled } from './browser.ts';
import { MISSION, type Served } from './served.ts';
import { expect, test } from './test.ts';

type Disputes = components['schemas']['Disagreements'];

const PATH = `/api/v1/missions/${MISSION}/disputes`;

/** What is in dispute, who is taken, and the figure that it makes: all that a decision may change. */
async function open(served: Served): Promise<string[]> {
  const { disputes } = await served.get<Disputes>(PATH);
  return disputes.map(({ whose, matter, stage_or_step, day, taken, outvoted, figure }) =>
    JSON.stringify([
      whose.code,
      matter,
      stage_or_step,
      day,
      taken.words,
      outvoted.map(({ said }) => said.words),
      figure?.words,
    ]),
  );
}

async function decided(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Decided' }).waitFor();
}

test('a dispute is settled by rejecting a claim, and another decision makes all as it was', async ({
  open: view,
  served,
}) => {
  const before = await open(served);
  const page = await view(`/${MISSION}/disputes`, { as: 'analyst' });
  await page.getByRole('heading', { level: 1, name: 'Disputes' }).waitFor();
  await settled(page);
  await page.keyboard.press('j');
  await page.waitForURL(/\/disputes\/.+/);
  await settled(page);
  await page.keyboard.press('2');
  const form = page.getByRole('form', { name: /^Decide on claim/ });
  await form.getByRole('radio', { name: /^Reject/ }).check();
  await page.keyboard.press('Control+Enter');
  await form.getByText('Say why').waitFor();
  await form.getByLabel('Why?').fill('The outlet took it back');
  await page.keyboard.press('Control+Enter');
  await decided(page);
  const settledNow = await open(served);
  expect(settledNow, 'one dispute fewer').toHaveLength(before.length - 1);
  expect(before).toEqual(expect.arrayContaining(settledNow));

  await page.goto(`/${MISSION}/disputes`);
  await settled(page);
  await page.getByText('The outlet took it back').waitFor();
  await page.getByRole('button', { name: /^Take it back/ }).click();
  const back = page.getByRole('form', { name: /^Decide on claim/ });
  await back.getByLabel('Why?').fill('It did not');
  await back.getByLabel('Why?').press('Control+Enter');
  await decided(page);
  expect(await open(served), 'as it was').toEqual(before);

  // Both decisions stand there for ever; the second rules.
  const { decisions } = await served.get<Disputes>(PATH);
  expect(decisions.map(({ ruling }) => ruling).sort()).toEqual(['accept', 'reject']);
  await settled(page);
  await page.getByText('a later decision stands in its place').waitFor();
  expect(await page.getByRole('button', { name: /^Take it back/ }).count(), 'to be taken back').toBe(1);
});

test('each dispute, gap and open scope of the interface is on the screen, with what was taken', async ({
  openShared,
  shared,
}) => {
  const answer = await shared.get<Disputes>(PATH);
  const page = await openShared(`/${MISSION}/disputes`);
  await settled(page);
  const items = page.getByRole('main').getByRole('listitem');
  expect(await items.count()).toBe(answer.disputes.length + answer.unexplained.length + answer.scopes.length);
  for (const { taken, figure, whose } of answer.disputes.filter(({ bears }) => bears).slice(0, 3)) {
    await page.keyboard.press('j');
    await settled(page);
    const article = page.getByRole('article').filter({ has: page.getByRole('heading', { level: 1 }) });
    await article.getByRole('heading', { level: 1, name: whose.name }).waitFor();
    const words = await article.innerText();
    for (const { source } of taken.claims)
      if (source.kind === 'document') expect(words).toContain(source.quote);
    if (figure?.best !== null && figure?.best !== undefined)
      expect(words).toContain(figure.best.toLocaleString('en-GB'));
  }
});
