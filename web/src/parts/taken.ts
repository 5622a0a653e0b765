// How the reading took a claim, in words.
import type { ClaimBehind } from '../api/shapes.ts';

export type Taken = ClaimBehind['taken'];

const WORDS: Readonly<Record<Taken, string>> = {
  stands: 'stands',
  outvoted: 'outvoted',
  part_only: 'counts named units only',
  not_weighed: 'not weighed: it may repeat others',
  ruled_out: 'ruled out by a person',
  replaced: 'replaced by a person',
};

export function takenWords(taken: Taken): string {
  return WORDS[taken];
}

/** Whether the reading has another number than the claim: it is drawn hollow, and said in the accent. */
export function isOut(taken: Taken): boolean {
  return taken === 'outvoted' || taken === 'ruled_out' || taken === 'replaced';
}
