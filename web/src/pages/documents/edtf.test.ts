// Times are shown as people write them, and what is shown is read back the same.
import { expect, test } from 'vitest';
import { whenWords } from '../../parts/when.ts';
import { edtfFrom } from './edtf.ts';

function check(edtf: string, words: string): void {
  expect(whenWords(edtf)).toBe(words);
  expect(edtfFrom(words)).toBe(edtf);
}

test('shown, and read back the same', () => {
  check('2024-10-11', '11 Oct 2024');
  check('2024-06', 'Jun 2024');
  check('2024', '2024');
  check('2024-06/2024-07', 'Jun 2024 to Jul 2024');
  check('../2024-01-07', 'by 7 Jan 2024');
  check('2025-01/..', 'since Jan 2025');
  check('2024-06-25/2024-07-02', '25 Jun 2024 to 2 Jul 2024');
});

test('what is not told has no words, and an empty field is not told', () => {
  expect(whenWords('..')).toBe('');
  expect(edtfFrom('')).toBe('..');
  expect(edtfFrom('unstated')).toBe('..');
});

test('other ways to type it', () => {
  expect(edtfFrom('until Jan 7, 2024')).toBe('../2024-01-07');
  expect(edtfFrom('from June to July 2024')).toBeNull();
  expect(edtfFrom('jun 2024 - jul 2024')).toBe('2024-06/2024-07');
  expect(edtfFrom('2024-06/2024-07')).toBe('2024-06/2024-07');
  expect(edtfFrom('2025-01/..')).toBe('2025-01/..');
  expect(edtfFrom('../2024-01-07')).toBe('../2024-01-07');
  expect(edtfFrom('31 Feb 2024')).toBeNull();
  expect(edtfFrom('soon')).toBeNull();
  expect(edtfFrom('2024-13')).toBeNull();
});
