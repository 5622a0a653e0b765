// Where the parts of a bar stand, and that what is open is drawn between the bounds.
import { expect, test } from 'vitest';
import { segments } from './StageBar.svelte';

const exactly = (n: number) => ({ low: n, best: n, high: n });

test('deployed stands first, whatever the order told', () => {
  const drawn = segments([
    { stage: 'promised', figure: exactly(26) },
    { stage: 'deployed', figure: { low: 729, best: 730, high: 735 } },
    { stage: 'ready', figure: exactly(239) },
  ]);
  expect(drawn).toEqual([
    { stage: 'deployed', from: 0, to: 730, openFrom: 729, openTo: 735 },
    { stage: 'ready', from: 730, to: 969, openFrom: 969, openTo: 969 },
    { stage: 'promised', from: 969, to: 995, openFrom: 995, openTo: 995 },
  ]);
});

test('"some" has no length, and without a most the bar ends at the best', () => {
  expect(segments([{ stage: 'ready', figure: { low: 1, best: null, high: null } }])).toEqual([
    { stage: 'ready', from: 0, to: 0, openFrom: 0, openTo: 0 },
  ]);
  expect(segments([{ stage: 'ready', figure: { low: 90, best: 100, high: null } }])[0]).toMatchObject({
    openFrom: 90,
    openTo: 100,
  });
});
