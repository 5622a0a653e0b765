// What can be ruled on a claim, which ruling undoes which, and who may.
import type { ClaimCard, Decision, Session } from '../../api/shapes.ts';

export type Ruling = Decision['ruling'];

export interface RulingWords {
  readonly ruling: Ruling;
  /** The key that begins it. */
  readonly key: string;
  readonly name: string;
  readonly means: string;
  /** How the other claim is asked for; null where the ruling names one alone. */
  readonly other: string | null;
  /** How a list of decisions tells it. */
  readonly told: string;
}

export const RULINGS: readonly RulingWords[] = [
  {
    ruling: 'accept',
    key: 'a',
    name: 'Accept',
    means: 'it is as it says; brings back what was rejected or replaced',
    other: null,
    told: 'accepted',
  },
  {
    ruling: 'reject',
    key: 'r',
    name: 'Reject',
    means: 'it no longer counts; it stays in sight',
    other: null,
    told: 'rejected',
  },
  {
    ruling: 'same_as',
    key: 's',
    name: 'Same event',
    means: 'it and another tell of one movement',
    other: 'Tells of the same movement as',
    told: 'the same event as',
  },
  {
    ruling: 'not_same',
    key: 'n',
    name: 'Not the same event',
    means: 'it and another tell of two movements',
    other: 'Tells of another movement than',
    told: 'not the same event as',
  },
  {
    ruling: 'replace',
    key: 'p',
    name: 'Replace',
    means: 'another claim stands in its place',
    other: 'In its place stands',
    told: 'replaced by',
  },
];

export function rulingWords(ruling: Ruling): RulingWords {
  const found = RULINGS.find((words) => words.ruling === ruling);
  if (!found) throw new Error(`no words for the ruling ${ruling}`);
  return found;
}

const BACK: Readonly<Record<Ruling, Ruling>> = {
  accept: 'reject',
  reject: 'accept',
  replace: 'accept',
  same_as: 'not_same',
  not_same: 'same_as',
};

/** The ruling that takes one back. An acceptance is taken back by a rejection, for nothing makes a claim undecided again. */
export function undoing(ruling: Ruling): Ruling {
  return BACK[ruling];
}

/** Whether a later decision on the same claim, or the same two, stands in place of this one. */
export function isOvertaken(decision: Decision, all: readonly Decision[]): boolean {
  const isPair = (ruling: Ruling) => ruling === 'same_as' || ruling === 'not_same';
  const pair = (of: Decision) => [of.claim, of.other ?? ''].sort().join();
  return all.some(
    (other) =>
      (other.made ?? '') > (decision.made ?? '') &&
      isPair(other.ruling) === isPair(decision.ruling) &&
      (isPair(decision.ruling) ? pair(other) === pair(decision) : other.claim === decision.claim),
  );
}

/** Whether whoever is logged in may decide on these claims. A liaison decides on what is marked for its party alone. */
export function mayDecide(
  session: Pick<Session, 'may' | 'party'> | null,
  claims: readonly Pick<ClaimCard, 'marking'>[],
): boolean {
  if (session === null || !session.may.includes('enter')) return false;
  return session.party === null || claims.some((claim) => claim.marking === `party:${session.party}`);
}
