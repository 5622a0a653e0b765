// Every form of a figure, in signs.
import { expect, test } from 'vitest';
import { amountSigns } from './amount.ts';

test.each([
  [745, 733, 761, '745', '733–761'],
  [1500, 1500, 1500, '1,500', null],
  [0, 0, 47, '0', '0–47'],
  [2900, 2900, null, '2,900+', null],
  [3178, 3028, null, '3,178', '3,028+'],
  [null, 1, null, 'some', null],
  [null, 12, null, 'some', '12+'],
  [null, 1, 80, 'some', '1–80'],
])('%j in %j to %j', (best, low, high, signs, bounds) => {
  expect(amountSigns({ best, low, high })).toEqual({ best: signs, bounds });
});
