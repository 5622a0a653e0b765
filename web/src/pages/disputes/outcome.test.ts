import { expect, test } from 'vitest';
import type { Unexplained } from '../../api/shapes.ts';
import { dispute, disputes } from './given.ts';
import { disputeId } from './matter.ts';
import { outcome } from './outcome.ts';

const one = dispute();
const id = disputeId(one);
const other = dispute({ day: '2025-01-18' });

test('a dispute that is gone, that turned, that stays', () => {
  const turned = dispute({ taken: { ...one.taken, words: '400' } });
  expect(outcome(id, disputes([one]), disputes([]))).toEqual(['This is no longer in dispute.']);
  expect(outcome(id, disputes([one]), disputes([turned]))).toEqual(['Taken was 200, and is now 400.']);
  expect(outcome(id, disputes([one]), disputes([one]))).toEqual(['200 is still taken.']);
});

test('others that settled or opened are counted', () => {
  expect(outcome(id, disputes([one, other]), disputes([]))).toContain('1 other dispute settled.');
  expect(outcome(id, disputes([one]), disputes([one, other]))).toContain('1 other dispute opened.');
});

test('people that nobody told of, before and after; money is not people', () => {
  const gap = (amount: number, resource = 'people') =>
    ({ amount, resource, of_note: true }) as unknown as Unexplained;
  const before = disputes([one], { unexplained: [gap(-16), gap(7)] });
  const after = disputes([one], { unexplained: [gap(7), gap(5_000_000, 'money/USD')] });
  expect(outcome(id, before, after)).toContain('Unexplained were 23 people, and are now 7.');
  expect(outcome(null, before, before)).toEqual([]);
});
