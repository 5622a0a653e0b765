// Every form of a span, in words.
import { expect, test } from 'vitest';
import { readable, whenWords } from './when.ts';

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

test('sentences have days that people read, and bounds that do not break', () => {
  expect(readable('About 994 (934-1,006) by 2025-10-02, act 2024-13-45 (2-3 days).')).toBe(
    'About 994 (934\u2060–\u20601,006) by 2\u00a0Oct\u00a02025, act 2024-13-45 (2-3 days).',
  );
});
