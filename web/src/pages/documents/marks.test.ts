// The laws of marking: the text is unchanged, and every claim is marked exactly.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEIGHTS, inReadingOrder, paragraphs, type Marked } from './marks.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '.', '7'), maxLength: 60 });
const textAndClaims = text.chain((text) =>
  fc.record({
    text: fc.constant(text),
    claims: fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 })
      .map((ends) =>
        ends
          .filter(([a, b]) => a !== b)
          .map(([a, b], i): Marked => ({ id: `c${i}`, start: Math.min(a, b), end: Math.max(a, b) })),
      ),
  }),
);

test('the text is unchanged, and every claim is marked exactly', () => {
  fc.assert(
    fc.property(textAndClaims, ({ text, claims }) => {
      const runs = paragraphs(text, claims).flatMap(({ runs }) => runs);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const claim of claims) {
        const its = runs.filter((run) => run.lines.some(({ id }) => id === claim.id));
        expect(its.map((run) => run.text).join('')).toBe(text.slice(claim.start, claim.end));
        expect([its[0]?.start, its.at(-1)?.end]).toEqual([claim.start, claim.end]);
        // One line, of one height, from the first word to the last.
        const heights = its.flatMap(({ lines }) => lines.filter(({ id }) => id === claim.id));
        expect(new Set(heights.map(({ height }) => height)).size).toBe(1);
      }
    }),
  );
});

test('paragraphs follow each other without a gap, and each but the last ends with a line end', () => {
  fc.assert(
    fc.property(textAndClaims, ({ text, claims }) => {
      const all = paragraphs(text, claims);
      all.forEach(({ start, end, runs }, i) => {
        expect(start).toBe(all[i - 1]?.end ?? 0);
        expect(runs.map((run) => run.text).join('')).toBe(text.slice(start, end));
        if (i + 1 < all.length) expect(text.slice(start, end)).toMatch(/\n[ \t]*$/);
      });
    }),
  );
});

test('claims that overlap have lines of different height, until there are too many', () => {
  fc.assert(
    fc.property(textAndClaims, ({ text, claims }) => {
      for (const run of paragraphs(text, claims).flatMap(({ runs }) => runs)) {
        if (run.lines.length > HEIGHTS) continue;
        const low = run.lines.filter(({ height }) => height < HEIGHTS - 1);
        expect(new Set(low.map(({ height }) => height)).size).toBe(low.length);
      }
    }),
  );
});

test('a claim within a claim: three runs, the longer drawn around the shorter', () => {
  const within = paragraphs('Some 400 of 1,000 came', [
    { id: 'owed', start: 12, end: 17 },
    { id: 'came', start: 5, end: 22 },
  ]);
  expect(within.flatMap(({ runs }) => runs.map((run) => [run.text, run.lines.map(({ id }) => id)]))).toEqual([
    ['Some ', []],
    ['400 of ', ['came']],
    ['1,000', ['came', 'owed']],
    [' came', ['came']],
  ]);
});

test('a place outside the text marks nothing', () => {
  const runs = paragraphs('short', [{ id: 'far', start: 3, end: 9 }]).flatMap(({ runs }) => runs);
  expect(runs).toEqual([{ start: 0, end: 5, text: 'short', lines: [] }]);
});

test('claims are read in the order of the text, the longer first', () => {
  const order = inReadingOrder([
    { id: 'c', start: 4, end: 6 },
    { id: 'b', start: 0, end: 3 },
    { id: 'a', start: 0, end: 9 },
  ]);
  expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
