// Courses of a review, pressed key by key.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  begin,
  failed,
  press,
  progress,
  refreshed,
  type Press,
  type Review,
  type Reviewed,
} from './review.ts';

const claims = (...standings: Reviewed['standing'][]): Reviewed[] =>
  standings.map((standing, i) => ({ id: 'abcdefgh'.charAt(i), standing }));
const KEYS: Readonly<Record<string, Press>> = {
  a: { do: 'accept' },
  e: { do: 'correct' },
  r: { do: 'reject' },
  j: { do: 'next' },
  k: { do: 'previous' },
  w: { do: 'why' },
  u: { do: 'undo' },
  x: { do: 'close' },
  '1': { do: 'because', why: 'another number' },
};

/** Presses these keys; tells where the review then is, what is open, how all stand and what was decided. */
function check(start: Review, keys: string, want: string): Review {
  let review = start;
  const decided: string[] = [];
  for (const key of keys) {
    const step = press(review, KEYS[key] ?? { do: 'close' });
    review = step.review;
    decided.push(...step.decisions.map(({ claim, ruling }) => `${ruling} ${claim}`));
  }
  const stand = review.claims.map(({ standing }) => standing.charAt(0)).join('');
  expect([review.current, review.open, stand, ...decided].join(', ')).toBe(want);
  return review;
}

const three = begin(claims('undecided', 'undecided', 'undecided'), null);

test('accepting leads on to the next that is undecided, and stays at the last', () => {
  check(three, 'a', 'b, nothing, auu, accept a');
  check(three, 'aaa', 'c, nothing, aaa, accept a, accept b, accept c');
  check(three, 'aaaa', 'c, nothing, aaa, accept a, accept b, accept c');
  check(three, 'jja', 'a, nothing, uua, accept c');
});

test('a rejection asks for its reason', () => {
  check(three, 'r', 'a, reasons, uuu');
  check(three, 'rx', 'a, nothing, uuu');
  check(three, 'r1', 'b, nothing, ruu, reject a');
  check(three, 'r1kr', 'a, nothing, ruu, reject a');
  expect(press(three, { do: 'because', why: '  ' }).decisions).toEqual([]);
});

test('next and previous end at the ends, and close what is open', () => {
  check(three, 'k', 'a, nothing, uuu');
  check(three, 'jjjj', 'c, nothing, uuu');
  check(three, 'w', 'a, why, uuu');
  check(three, '?j', 'b, nothing, uuu');
  check(three, '??', 'a, nothing, uuu');
  check(three, 'e', 'a, correction, uuu');
});

test('undo is another decision, never the removal of one', () => {
  check(three, 'r1u', 'a, nothing, auu, reject a, accept a');
  // What was accepted stays so until it is rejected or corrected.
  check(three, 'au', 'a, reasons, auu, accept a');
  check(three, 'au1', 'b, nothing, ruu, accept a, reject a');
  check(three, 'aux', 'a, nothing, auu, accept a');
  check(three, 'u', 'a, nothing, uuu');
});

test('a correction takes the place of what it corrects; undone, both are decided on', () => {
  const corrected = press(three, { do: 'corrected', claim: 'a', by: 'z' }).review;
  expect(corrected.claims.map(({ id }) => id)).toEqual(['z', 'b', 'c']);
  check(corrected, '', 'b, nothing, auu');
  check(corrected, 'u', 'a, nothing, auu, accept a, reject z');
});

test('a review begins at the claim asked for, else at the first undecided', () => {
  expect(begin(claims('accepted', 'undecided'), null).current).toBe('b');
  expect(begin(claims('accepted', 'undecided'), 'a').current).toBe('a');
  expect(begin(claims('accepted', 'accepted'), 'gone').current).toBe('a');
  expect(begin([], null).current).toBeNull();
  check(begin([], null), 'aerjku?', ', nothing, ');
});

test('what was decided and is not yet in the ledger does not fall back when the server answers', () => {
  const after = check(three, 'aa', 'c, nothing, aau, accept a, accept b');
  const answered = refreshed(after, claims('accepted', 'undecided', 'undecided'), ['b']);
  check(answered, '', 'c, nothing, aau');
});

test('an answer asked for before a decision may come in behind it; the next answer counts', () => {
  const after = check(three, 'aa', 'c, nothing, aau, accept a, accept b');
  const late = refreshed(after, claims('undecided', 'undecided', 'undecided'), []);
  check(late, '', 'c, nothing, aau');
  // Somebody else has rejected the second meanwhile.
  const next = refreshed(late, claims('accepted', 'rejected', 'undecided'), []);
  check(next, '', 'c, nothing, aru');
  check(refreshed(next, claims('accepted', 'accepted', 'undecided'), []), '', 'c, nothing, aau');
});

test('a decision that was not entered leads back to its claim', () => {
  const after = check(three, 'aa', 'c, nothing, aau, accept a, accept b');
  check(failed(after, 'a', 'undecided'), 'u', 'b, reasons, uau');
});

test('whatever is pressed: what the decisions say is how the claims stand, and the place is in the review', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(KEYS)), { maxLength: 40 }), (keys) => {
      let review = begin(claims('undecided', 'accepted', 'undecided', 'rejected'), null);
      const stands = new Map(review.claims.map(({ id, standing }) => [id, standing]));
      for (const key of keys) {
        const step = press(review, KEYS[key] ?? { do: 'close' });
        review = step.review;
        for (const { claim, ruling } of step.decisions) {
          stands.set(claim, ruling === 'accept' ? 'accepted' : 'rejected');
        }
        expect(review.claims.map(({ id, standing }) => [id, standing])).toEqual([...stands]);
        expect(stands.has(review.current ?? '')).toBe(true);
        expect(progress(review).decided).toBe([...stands.values()].filter((s) => s !== 'undecided').length);
      }
    }),
  );
});
