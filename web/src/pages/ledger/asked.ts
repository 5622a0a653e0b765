// The question to the ledger that an address stands for.
import type { Address } from '../../address/address.ts';
import type { Day } from '../../address/day.ts';

export const KINDS = ['document', 'claim', 'decision'] as const;
export type Kind = (typeof KINDS)[number];

export interface EntriesAsked {
  readonly kind?: Kind;
  readonly mission?: string;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
}

/** Documents are of no mission: with them, or with `of=all`, the mission is not asked for. What is no day is left out. */
export function entriesAsked(
  { mission, filters }: Pick<Address, 'mission' | 'filters'>,
  day: (text: string) => Day | null,
): EntriesAsked {
  const one = (name: string) => filters[name]?.[0] ?? '';
  const kind = KINDS.find((kind) => kind === one('kind'));
  const [from, to] = [day(one('from')), day(one('to'))];
  const everywhere = kind === 'document' || one('of') === 'all' || mission === null;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(everywhere ? {} : { mission }),
    ...(one('by') === '' ? {} : { by: one('by') }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(one('q') === '' ? {} : { q: one('q') }),
  };
}
