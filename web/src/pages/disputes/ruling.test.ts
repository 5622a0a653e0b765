import { expect, test } from 'vitest';
import { missing } from './desk.svelte.ts';
import { claim, decision } from './given.ts';
import { isOvertaken, mayDecide, RULINGS, undoing } from './ruling.ts';

test('a ruling on one claim alone is taken back by another on one alone, one on two by one on two or by acceptance', () => {
  expect(RULINGS.map(({ ruling }) => [ruling, undoing(ruling)])).toEqual([
    ['accept', 'reject'],
    ['reject', 'accept'],
    ['same_as', 'not_same'],
    ['not_same', 'same_as'],
    ['replace', 'accept'],
  ]);
});

test('each ruling has a key of its own, and none of a digit', () => {
  const keys = RULINGS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.join('')).toMatch(/^[a-z]+$/);
});

test('a later decision on the same claim overtakes, one on the same two in either order', () => {
  const first = decision('reject', 'a', '2026-01-01T00:00:00Z');
  const later = decision('accept', 'a', '2026-01-02T00:00:00Z');
  const pair = decision('same_as', 'a', '2026-01-01T00:00:00Z', 'b');
  const parted = decision('not_same', 'b', '2026-01-03T00:00:00Z', 'a');
  const all = [first, later, pair, parted];
  expect(all.map((one) => isOvertaken(one, all))).toEqual([true, false, true, false]);
});

test('whether two are one event does not overtake whether one is right', () => {
  const first = decision('reject', 'a', '2026-01-01T00:00:00Z');
  const pair = decision('same_as', 'a', '2026-01-02T00:00:00Z', 'b');
  expect(isOvertaken(first, [first, pair])).toBe(false);
});

test('staff decide; a liaison on what is marked for its party; others not', () => {
  const [open, theirs] = [claim('a'), claim('b', { marking: 'party:KEN' })];
  const may = (party: string | null, rights: ('read' | 'enter')[], ...claims: (typeof open)[]) =>
    mayDecide({ party, may: rights }, claims);
  expect(mayDecide(null, [open])).toBe(false);
  expect(may(null, ['read'], open)).toBe(false);
  expect(may(null, ['read', 'enter'], open)).toBe(true);
  expect(may('KEN', ['read', 'enter'], open)).toBe(false);
  expect(may('KEN', ['read', 'enter'], open, theirs)).toBe(true);
  expect(may('JAM', ['read', 'enter'], theirs)).toBe(false);
});

test('a draft lacks a reason, or the other claim where its ruling names two', () => {
  const draft = { claim: 'a', ruling: 'accept', other: null, why: 'it is so' } as const;
  expect(missing(draft)).toEqual({ other: null, why: null });
  expect(missing({ ...draft, why: '  ' }).why).toMatch(/why/);
  expect(missing({ ...draft, ruling: 'replace' }).other).not.toBeNull();
  expect(missing({ ...draft, ruling: 'same_as', other: 'a' }).other).not.toBeNull();
  expect(missing({ ...draft, ruling: 'same_as', other: 'b' }).other).toBeNull();
  expect(missing({ ...draft, ruling: 'reject', other: 'a' }).other).toBeNull();
});
