import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispute } from './given.ts';
import { scaleOf } from './scale.ts';
import { sidesShareClaims } from './sides.ts';

const side = fc
  .tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000), fc.boolean())
  .map(([low, up, more, open]) => ({
    words: '',
    low,
    best: low + up,
    high: open ? null : low + up + more,
    claims: [],
  }));

test('every number lies on the scale, in the order of the numbers', () => {
  fc.assert(
    fc.property(side, fc.array(side, { minLength: 1, maxLength: 4 }), (taken, others) => {
      const one = dispute().outvoted[0];
      if (!one) return;
      const { marks, ticks } = scaleOf({ taken, outvoted: others.map((said) => ({ ...one, said })) });
      for (const { at, from, to } of marks) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(100.001);
        expect(at).toBeGreaterThanOrEqual(from - 0.001);
        expect(at).toBeLessThanOrEqual(to + 0.001);
      }
      const best = [taken, ...others].map(({ best }) => best);
      best.forEach((value, i) =>
        best.forEach((other, j) => {
          if (value < other) expect(marks[i]?.at).toBeLessThan(marks[j]?.at ?? NaN);
        }),
      );
      expect(ticks.length).toBeGreaterThan(0);
    }),
  );
});

test('two readings of the same reports show them once', () => {
  const one = dispute();
  expect(sidesShareClaims(one)).toBe(false);
  const outvoted = one.outvoted.map((other) => ({
    ...other,
    said: { ...other.said, claims: one.taken.claims },
  }));
  expect(sidesShareClaims({ ...one, outvoted })).toBe(true);
  expect(sidesShareClaims({ ...one, outvoted: [] })).toBe(false);
});
