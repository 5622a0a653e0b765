// Every form of a span, in words.
import { expect, test } from 'vitest';
import { readable, sentence, titleWords, whenWords } from './when.ts';

test.each([
  ['2024-06-25', '25 Jun 2024'],
  ['2024-06', 'Jun 2024'],
  ['2024', '2024'],
  ['2024-06/2024-07', 'Jun 2024 to Jul 2024'],
  ['2024-06-25/2024-06-25', '25 Jun 2024'],
  ['../2024-01-07', 'by 7 Jan 2024'],
  ['2025-01/..', 'since Jan 2025'],
  ['..', ''],
  ['../..', ''],
])('%s', (edtf, words) => {
  expect(whenWords(edtf)).toBe(words);
});

test.each([
  [
    'About 994 (934-1,006) by 2025-10-02, act 2024-13-45 (2-3 days).',
    'About 994 (934\u2060–\u20601,006) by 2\u00a0Oct\u00a02025, act 2024-13-45 (2-3 days).',
  ],
  ['600 police, 2024-11, says Ruto', '600 police, Nov\u00a02024, says Ruto'],
  ['told of 2024-06/2024-07', 'told of Jun\u00a02024\u00a0to\u00a0Jul\u00a02024'],
  ['without 2024-06-18-joint-patrols, S/RES/2024-11', 'without 2024-06-18-joint-patrols, S/RES/2024-11'],
])('%s', (told, shown) => {
  expect(readable(told)).toBe(shown);
});

test('a sentence of its own begins with a capital', () => {
  expect(sentence('planned: the mission has 2,500')).toBe('Planned: the mission has 2,500');
});

test('a title has no days and underlines as programs write them', () => {
  expect(titleWords('MSS claims table: 2025-10-01: strength_country, Kenya')).toBe(
    'MSS claims table: 1\u00a0Oct\u00a02025: strength country, Kenya',
  );
});
