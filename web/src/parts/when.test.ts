// Every form of a span, in words.
import { expect, test } from 'vitest';
import { whenWords } from './when.ts';

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
