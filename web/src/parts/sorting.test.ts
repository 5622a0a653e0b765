// The order of rows: both ways, with equals and with rows that have no value.
import { expect, test } from 'vitest';
import { readSorting, sorted, writeSorting } from './sorting.ts';

const rows = [
  { name: 'Kenya', n: 745 },
  { name: 'Benin', n: null },
  { name: 'Bahamas', n: 6 },
  { name: 'Belize', n: 6 },
];
const names = (down: boolean) => sorted(rows, (row) => row.n, down).map((row) => row.name);

test('numbers go as numbers, equals keep their order, no value is last', () => {
  expect(names(false)).toEqual(['Bahamas', 'Belize', 'Kenya', 'Benin']);
  expect(names(true)).toEqual(['Kenya', 'Bahamas', 'Belize', 'Benin']);
  expect(sorted(rows, (row) => row.name, false).map((row) => row.name)).toEqual([
    'Bahamas',
    'Belize',
    'Benin',
    'Kenya',
  ]);
});

test.each(['deployed', '-deployed'])('%s is written as it is read', (text) => {
  const read = readSorting(text);
  expect(read && writeSorting(read)).toBe(text);
});
