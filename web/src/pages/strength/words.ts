// How a claim of the chart reads, and how it was taken.
import type { Point } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';
import { takenWords } from '../../parts/taken.ts';

/** What those who moved did, by the step. */
const DID: Readonly<Record<string, string>> = {
  pledge: 'promised',
  'enter training': 'began training',
  certify: 'found ready',
  deploy: 'came',
  rotate: 'went home, relieved',
  repatriate: 'went home',
  withdraw: 'withdrawn',
  lose: 'lost',
};

/** `nearly 400 there`, `200 came`, `24 went home`. */
export function saidWords({ tells, words, step }: Pick<Point, 'tells' | 'words' | 'step'>): string {
  if (tells === 'count') return `${words} there`;
  // Who is deployed leaves those who were ready.
  if (tells === 'left' && step === 'deploy') return `${words} deployed onwards`;
  const moved = tells === 'came' ? 'came' : 'left';
  return `${words} ${step === null ? moved : (DID[step.replace('_', ' ')] ?? `${moved} (${step})`)}`;
}

/** How the reading took it: `stands`, `outvoted: the reading has 383`. */
export function takenHere({ taken, reading }: Pick<Point, 'taken' | 'reading'>): string {
  const has = taken === 'outvoted' && reading !== null ? `: the reading has ${number(reading)}` : '';
  return takenWords(taken) + has;
}

/** Who says it: a name as it is, an address by its host. */
export function sourceWords(source: string | null): string {
  if (source === null) return '';
  return URL.canParse(source) ? new URL(source).hostname.replace(/^www\./, '') : source;
}
