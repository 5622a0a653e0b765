// How a claim stands, in a word and in a sign that is no colour.
import type { Standing } from './review.ts';

const WORDS: Readonly<Record<Standing, { words: string; sign: string }>> = {
  undecided: { words: 'undecided', sign: '○' },
  accepted: { words: 'accepted', sign: '✓' },
  rejected: { words: 'rejected', sign: '✕' },
  replaced: { words: 'replaced by a correction', sign: '↷' },
};

export function standingWords(standing: Standing): string {
  return WORDS[standing].words;
}

export function standingSign(standing: Standing): string {
  return WORDS[standing].sign;
}
