// Days: what may be typed, what steps do at the ends of months, and that stepping there and back is nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, dayWords, daysBetween, daysLater, monthsLater, typedDay, type Day } from './day.ts';

test.each([
  ['2025-10-02', '2025-10-02'],
  [' 2 Oct 2025 ', '2025-10-02'],
  ['2 October 2025', '2025-10-02'],
  ['October 2nd, 2025', '2025-10-02'],
  ['2/10/2025', '2025-10-02'],
  ['29 Feb 2024', '2024-02-29'],
  ['29 Feb 2025', null],
  ['31/4/2025', null],
  ['2025-13-01', null],
  ['2 Foo 2025', null],
  ['soon', null],
  ['', null],
])('typed %j', (text, want) => {
  expect(typedDay(text)).toBe(want);
});

test.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2025-03-31', -13, '2024-02-29'],
])('%s and %d months', (from, months, want) => {
  expect(monthsLater(from as Day, months)).toBe(want);
});

test('steps there and back lead home, and words read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 200_000 }),
      fc.integer({ min: -5000, max: 5000 }),
      (at, step) => {
        const from = daysLater('2025-01-01' as Day, at);
        expect(daysLater(daysLater(from, step), -step)).toBe(from);
        expect(daysBetween(from, daysLater(from, step))).toBe(step);
        expect(day(from)).toBe(from);
        expect(typedDay(dayWords(from))).toBe(from);
      },
    ),
  );
});
