// The overview: its figures are the interface's, and each of them opens what stands behind it.
import type { components } from '../src/api/schema.d.ts';
import { stageLook } from '../src/parts/stages.ts';
import { settled } from './browser.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

type Overview = components['schemas']['Overview'];

const number = (n: number) => n.toLocaleString('en-GB');

test('every figure of the table is the one that programs get', async ({ openShared, shared }) => {
  const overview = await shared.get<Overview>(`/api/v1/missions/${MISSION}/overview`);
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const table = page.getByRole('table', { name: 'People by contributor and stage' });
  let compared = 0;
  for (const line of overview.contributors) {
    for (const figure of line.stages) {
      if (figure.best === null || figure.best === undefined) continue;
      const of = `, ${line.whose.name}, ${stageLook(figure.key.stage).words}: the sources`;
      const words = await table.getByRole('link', { name: of }).innerText();
      expect(words, of).toContain(number(figure.best));
      if (figure.low !== figure.best) expect(words).toContain(number(figure.low));
      if (figure.high !== null && figure.high !== undefined && figure.high !== figure.best)
        expect(words).toContain(number(figure.high));
      compared += 1;
    }
  }
  expect(compared, 'figures compared').toBeGreaterThan(10);
});

test('the chief figure stands against the ceiling, with its bounds', async ({ openShared, shared }) => {
  const overview = await shared.get<Overview>(`/api/v1/missions/${MISSION}/overview`);
  const deployed = overview.total?.stages.find(({ key }) => key.stage === 'deployed');
  const page = await openShared(`/${MISSION}`);
  await settled(page);
  const chief = await page.getByRole('region', { name: 'The mission’s strength' }).innerText();
  expect(chief).toContain(number(deployed?.best ?? -1));
  expect(chief).toContain(`${number(deployed?.low ?? -1)}–${number(deployed?.high ?? -1)}`);
  expect(chief).toContain(number(overview.ceiling?.quantity.high ?? -1));
});
