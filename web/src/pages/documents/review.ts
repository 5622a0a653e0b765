// The review of a document by keyboard: what each press does to what is shown, and which decisions it makes. It knows no
// screen and no server, so that every course of a review can be tried.

export type Standing = 'undecided' | 'accepted' | 'rejected' | 'replaced';

export interface Reviewed {
  readonly id: string;
  readonly standing: Standing;
}

/** What was decided here and can be taken back by another decision. */
type Done =
  | { readonly kind: 'accepted' | 'rejected'; readonly claim: string }
  | { readonly kind: 'corrected'; readonly claim: string; readonly by: string };

/** What lies open at the current claim. */
export type Open = 'nothing' | 'why' | 'reasons' | 'correction';

export interface Review {
  /** In the order of the text; claims that another replaced are left out. */
  readonly claims: readonly Reviewed[];
  /** The claim under review; null where there is none. */
  readonly current: string | null;
  readonly open: Open;
  readonly done: readonly Done[];
  /** What was decided here and no answer of the server has shown yet. */
  readonly ours: readonly Ours[];
}

interface Ours extends Reviewed {
  /** An answer said otherwise. It may have been asked for before the decision was entered; the next one was not. */
  readonly doubted: boolean;
}

export type Press =
  | { readonly do: 'accept' | 'reject' | 'correct' | 'next' | 'previous' | 'why' | 'undo' | 'close' }
  | { readonly do: 'go'; readonly claim: string }
  /** The reason of a rejection. */
  | { readonly do: 'because'; readonly why: string }
  /** A correction was entered; the claim that stands in the old one's place. */
  | { readonly do: 'corrected'; readonly claim: string; readonly by: string };

export interface Decision {
  readonly claim: string;
  readonly ruling: 'accept' | 'reject';
  readonly why: string;
}

export interface Step {
  readonly review: Review;
  /** In this order. */
  readonly decisions: readonly Decision[];
  /** What those who listen hear, and what stands in the line of the review; null says nothing. */
  readonly said: string | null;
}

export const READ = 'read beside its sentence and found right';
const TAKEN_BACK = 'the decision before it was taken back';

/** A review of these claims, at the first that nobody decided on, or at the one asked for. */
export function begin(claims: readonly Reviewed[], at: string | null): Review {
  const asked = claims.find(({ id }) => id === at)?.id;
  return {
    claims,
    current: asked ?? undecided(claims)[0]?.id ?? claims[0]?.id ?? null,
    open: 'nothing',
    done: [],
    ours: [],
  };
}

/**
 * Claims as an answer of the server has them. The place is kept. What was decided here stays so while it is on its way, and
 * against one answer more: one that was asked for before may still come in, a second one cannot.
 */
export function refreshed(review: Review, claims: readonly Reviewed[], waiting: readonly string[]): Review {
  const ours = review.ours
    .filter(({ id, standing, doubted }) => {
      const told = claims.find((claim) => claim.id === id);
      return waiting.includes(id) || (told !== undefined && told.standing !== standing && !doubted);
    })
    .map((one) => (waiting.includes(one.id) ? one : { ...one, doubted: true }));
  const merged = claims.map((claim) => {
    const own = ours.find(({ id }) => id === claim.id);
    return own ? { id: own.id, standing: own.standing } : claim;
  });
  const still = merged.some(({ id }) => id === review.current);
  return {
    ...review,
    claims: merged,
    ours,
    current: still ? review.current : (undecided(merged)[0]?.id ?? merged[0]?.id ?? null),
  };
}

/** A decision that could not be entered: the claim stands as it did. */
export function failed(review: Review, claim: string, standing: Standing): Review {
  return {
    ...standsAs(review, claim, standing),
    ours: review.ours.filter(({ id }) => id !== claim),
    done: review.done.filter((done) => done.claim !== claim),
    current: claim,
  };
}

export function progress(review: Review): { decided: number; all: number } {
  const all = review.claims.length;
  return { decided: all - undecided(review.claims).length, all };
}

export function press(review: Review, pressed: Press): Step {
  const current = review.claims.find(({ id }) => id === review.current);
  if (current === undefined) return only(review);
  switch (pressed.do) {
    case 'go':
      return review.claims.some(({ id }) => id === pressed.claim)
        ? only({ ...review, current: pressed.claim, open: 'nothing' })
        : only(review);
    case 'next':
    case 'previous': {
      const at = review.claims.indexOf(current) + (pressed.do === 'next' ? 1 : -1);
      const there = review.claims[at];
      if (there === undefined) {
        return only(review, pressed.do === 'next' ? 'This is the last claim.' : 'This is the first claim.');
      }
      return only({ ...review, current: there.id, open: 'nothing' });
    }
    case 'why':
      return only({ ...review, open: review.open === 'why' ? 'nothing' : 'why' });
    case 'correct':
      return only({ ...review, open: review.open === 'correction' ? 'nothing' : 'correction' });
    case 'reject':
      if (current.standing === 'rejected') return only(review, 'It is rejected already.');
      return only({ ...review, open: review.open === 'reasons' ? 'nothing' : 'reasons' });
    case 'close':
      return only({ ...review, open: 'nothing' });
    case 'accept':
      if (current.standing === 'accepted') return only(onward(review));
      return decided(review, { claim: current.id, ruling: 'accept', why: READ }, 'Accepted.');
    case 'because': {
      const why = pressed.why.trim();
      if (why === '') return only(review, 'Say in a word why it is rejected.');
      return decided(review, { claim: current.id, ruling: 'reject', why }, 'Rejected.');
    }
    case 'corrected': {
      const place = review.claims.map((claim) =>
        claim.id === pressed.claim ? { id: pressed.by, standing: 'accepted' as const } : claim,
      );
      const done = { kind: 'corrected', claim: pressed.claim, by: pressed.by } as const;
      return only(
        onward({ ...review, claims: place, current: pressed.by, done: [...review.done, done] }),
        'Corrected.',
      );
    }
    case 'undo':
      return undo(review);
  }
}

function undo(review: Review): Step {
  const last = review.done.at(-1);
  if (last === undefined) return only(review, 'Nothing was decided here that could be undone.');
  const done = review.done.slice(0, -1);
  switch (last.kind) {
    case 'accepted':
      // There is no way back to undecided: the ledger forgets nothing. What was accepted wrongly is rejected or corrected.
      return only(
        { ...review, done, current: last.claim, open: 'reasons' },
        'It stays accepted until it is rejected or corrected: say why, or press Esc to leave it.',
      );
    case 'rejected':
      return {
        review: {
          ...standsAs(review, last.claim, 'accepted'),
          done,
          current: last.claim,
          open: 'nothing',
        },
        decisions: [{ claim: last.claim, ruling: 'accept', why: TAKEN_BACK }],
        said: 'The rejection is undone: it is accepted now.',
      };
    case 'corrected': {
      const claims = review.claims.map((claim) =>
        claim.id === last.by ? { id: last.claim, standing: 'accepted' as const } : claim,
      );
      return {
        review: { ...review, claims, done, current: last.claim, open: 'nothing' },
        decisions: [
          { claim: last.claim, ruling: 'accept', why: TAKEN_BACK },
          { claim: last.by, ruling: 'reject', why: TAKEN_BACK },
        ],
        said: 'The correction is undone: the claim as it was read stands again, accepted.',
      };
    }
  }
}

function decided(review: Review, decision: Decision, said: string): Step {
  const kind = decision.ruling === 'accept' ? 'accepted' : 'rejected';
  const after = standsAs(review, decision.claim, kind);
  return {
    review: onward({ ...after, done: [...review.done, { kind, claim: decision.claim }] }),
    decisions: [decision],
    said,
  };
}

/** At the next claim that nobody decided on: behind this one, else from the beginning; where all are decided, stays. */
function onward(review: Review): Review {
  const at = review.claims.findIndex(({ id }) => id === review.current);
  const left = undecided([...review.claims.slice(at + 1), ...review.claims.slice(0, Math.max(at, 0))]);
  return { ...review, current: left[0]?.id ?? review.current, open: 'nothing' };
}

function standsAs(review: Review, claim: string, standing: Standing): Review {
  return {
    ...review,
    claims: review.claims.map((one) => (one.id === claim ? { ...one, standing } : one)),
    ours: [...review.ours.filter(({ id }) => id !== claim), { id: claim, standing, doubted: false }],
  };
}

function undecided(claims: readonly Reviewed[]): Reviewed[] {
  return claims.filter(({ standing }) => standing === 'undecided');
}

function only(review: Review, said: string | null = null): Step {
  return { review, decisions: [], said };
}
