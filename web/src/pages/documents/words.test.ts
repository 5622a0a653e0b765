// A claim's parts read as a sentence; what is not said is said to be so.
import { expect, test } from 'vitest';
import { lookOf, sentenceOf } from './words.ts';

const count = {
  kind: 'count',
  whose: { code: 'KEN', kind: 'party', name: 'Kenya' },
  resource: 'people/police',
  stage_or_step: 'deployed',
  quantity: { words: 'nearly 400', low: 360, high: 399 },
  when: '2024-10-11',
  modality: 'reported',
  speaker: 'William Ruto',
} as const;

type Said = Parameters<typeof sentenceOf>[0];

function check(change: Partial<Said>, want: string): void {
  expect(sentenceOf({ ...count, ...change } as Said)).toBe(want);
}

test('a count', () => {
  check({}, 'Kenya - police - deployed - nearly 400 - as of 11 Oct 2024 - says William Ruto');
  check(
    { speaker: null, when: '../2024-10' },
    'Kenya - police - deployed - nearly 400 - by Oct 2024 - says the document',
  );
});

test('what is not said stands as such', () => {
  check(
    { whose: { code: 'unstated', kind: 'unstated', name: 'unstated' }, resource: 'unstated', when: '..' },
    'of whom is not said - of what is not said - deployed - nearly 400 - when is not said - says William Ruto',
  );
});

test('a count of promises is a total', () => {
  check(
    { stage_or_step: 'promised', modality: 'pledged' },
    'Kenya - police - promised in all - nearly 400 - as of 11 Oct 2024 - pledged - says William Ruto',
  );
});

test('a movement, a ceiling, and kinds without a number', () => {
  check(
    { kind: 'movement', stage_or_step: 'deploy', modality: 'planned' },
    'Kenya - police - deployed - nearly 400 - 11 Oct 2024 - planned - says William Ruto',
  );
  check(
    { kind: 'ceiling', whose: null, stage_or_step: null, when: '2023-10-02/..' },
    'the whole mission - police - may be there at most - nearly 400 - since 2 Oct 2023 - says William Ruto',
  );
  check(
    { kind: 'concern', stage_or_step: 'equipment', quantity: null, resource: 'equipment/helicopters' },
    'Kenya - helicopters - concern: equipment - 11 Oct 2024 - says William Ruto',
  );
});

test('a movement is drawn as the stage it leads to', () => {
  expect(lookOf({ kind: 'count', stage_or_step: 'training' })).toBe('training');
  expect(lookOf({ kind: 'movement', stage_or_step: 'enter training' })).toBe('training');
  expect(lookOf({ kind: 'movement', stage_or_step: 'certify' })).toBe('ready');
  expect(lookOf({ kind: 'movement', stage_or_step: 'repatriate' })).toBe('home');
  expect(lookOf({ kind: 'count', stage_or_step: 'paid' })).toBe('other');
  expect(lookOf({ kind: 'site', stage_or_step: 'held' })).toBe('other');
});
