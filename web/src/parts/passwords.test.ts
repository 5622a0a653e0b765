// A new password is long enough, counted in characters as people see them.
import { expect, test } from 'vitest';
import { passwordFault } from './passwords.ts';

test.each([
  ['', 'Choose a password'],
  ['short', 'The password has 5 characters: write at least 15'],
  ['fourteen signs', 'The password has 14 characters: write at least 15'],
  ['fifteen signs !', null],
  // Letters beyond UTF-16's first plane are one character each, and so is a letter with its accent.
  ['😀'.repeat(14), 'The password has 14 characters: write at least 15'],
  ['e\u0301'.repeat(14), 'The password has 14 characters: write at least 15'],
  ['é'.repeat(15), null],
])('%j', (password, want) => {
  expect(passwordFault(password)).toBe(want);
});
