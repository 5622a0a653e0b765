// How claims read on the chart.
import { expect, test } from 'vitest';
import { saidWords, sourceWords, takenHere } from './words.ts';

test.each([
  ['count', null, 'nearly 400 there'],
  ['came', 'deploy', 'nearly 400 came'],
  ['came', 'enter_training', 'nearly 400 began training'],
  ['left', 'rotate', 'nearly 400 went home, relieved'],
  ['left', 'deploy', 'nearly 400 deployed onwards'],
  ['left', null, 'nearly 400 left'],
  ['came', 'something new', 'nearly 400 came (something new)'],
] as const)('%s by %s', (tells, step, words) => {
  expect(saidWords({ tells, step, words: 'nearly 400' })).toBe(words);
});

test.each([
  ['stands', 744, 'stands'],
  ['outvoted', 1383, 'outvoted: the reading has 1,383'],
  ['outvoted', null, 'outvoted'],
] as const)('%s at %s', (taken, reading, words) => {
  expect(takenHere({ taken, reading })).toBe(words);
});

test.each([
  [null, ''],
  ['William Ruto', 'William Ruto'],
  ['https://www.example.org/a/long/path', 'example.org'],
])('source %s', (source, words) => {
  expect(sourceWords(source)).toBe(words);
});
