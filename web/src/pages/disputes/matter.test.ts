import { expect, test } from 'vitest';
import type { Dispute } from '../../api/shapes.ts';
import { dispute, disputes } from './given.ts';
import { gapWords, itemsOf, itemWords, matterWords, sideBounds } from './matter.ts';

test('what a dispute is about, in words', () => {
  const cases: [Partial<Dispute>, string][] = [
    [{}, 'how many were deployed at once'],
    [{ matter: 'strength', stage_or_step: 'training' }, 'how many are in training'],
    [{ matter: 'promised_in_all' }, 'how many are promised in all'],
    [{ matter: 'how_many_events', stage_or_step: 'lose' }, 'whether they were lost once or more often'],
    [{ resource: 'money/USD', matter: 'strength', stage_or_step: 'paid' }, 'how much is paid'],
  ];
  for (const [otherwise, words] of cases) expect(matterWords(dispute(otherwise))).toBe(words);
});

test('an address stays while the sides change, and two of one matter have two', () => {
  const [first] = itemsOf(disputes([dispute()]));
  const [later] = itemsOf(disputes([dispute({ outvoted: [], cost: 'more' })]));
  expect(later?.id).toBe(first?.id);
  const ids = itemsOf(disputes([dispute(), dispute(), dispute({ day: '2024-06-26' })])).map(
    (item) => item.id,
  );
  expect(new Set(ids).size).toBe(3);
});

test('an address names a resource without a stroke, so that it is one part of a path', () => {
  const [item] = itemsOf(disputes([dispute({ resource: 'money/USD' })]));
  expect(item?.id).not.toMatch(/[/ ]/);
});

test('whose and of what stand in the head', () => {
  const head = (otherwise: Partial<Dispute>) => itemsOf(disputes([dispute(otherwise)])).map(itemWords)[0];
  expect(head({})).toBe('Kenya: how many were deployed at once');
  expect(head({ resource: 'equipment/helicopters' })).toBe(
    'Kenya, helicopters: how many were deployed at once',
  );
});

test('who left is fewer, who came is more', () => {
  expect(gapWords({ amount: -16, stage: 'deployed' })).toBe('16 fewer deployed than told of');
  expect(gapWords({ amount: 1200, stage: 'ready' })).toBe('1,200 more ready than told of');
});

test('bounds stand beside words that leave something open', () => {
  const side = (words: string, low: number, best: number | null, high: number | null) =>
    sideBounds({ words, low, best, high, claims: [] });
  expect(side('744', 744, 744, 744)).toBeNull();
  expect(side('about 1,000', 900, 1000, 1100)).toBe('900–1,100');
  expect(side('over 800', 801, 801, null)).toBe('801+');
  expect(side('some', 1, null, null)).toBeNull();
});
