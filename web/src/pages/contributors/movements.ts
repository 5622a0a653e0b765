// What a contributor's page reads from its movements: its formed bodies in order, and what they serve as.
import { day, dayWords } from '../../address/day.ts';
import type { ClaimCard, Contributor, Event, Overdue } from '../../api/shapes.ts';

/** What people serve as, where all reports agree; else `unit`. */
export type Service = 'police' | 'troops' | 'unit';

/** A formed body: a contingent by its number, or an arrival that no report numbers. */
export interface Body {
  readonly ordinal: number | null;
  /** In the order of days. */
  readonly movements: readonly Event[];
}

export function isPeople(resource: string): boolean {
  return resource === 'people' || resource.startsWith('people/');
}

/** The contingents and the arrivals without a number, in the order of their first day. */
export function bodies({ contingents, arrivals }: Pick<Contributor, 'contingents' | 'arrivals'>): Body[] {
  const numbered = contingents.map(({ ordinal, movements }): Body => ({ ordinal, movements }));
  const others = arrivals
    .filter((event) => event.ordinal === null && isPeople(event.resource))
    .map((event): Body => ({ ordinal: null, movements: [event] }));
  const first = (body: Body) => body.movements[0]?.last_day ?? '';
  return [...numbered, ...others].sort((a, b) => first(a).localeCompare(first(b)));
}

/** What the reports on claims say that people serve as. */
export function serviceOf(cards: readonly Pick<ClaimCard, 'resource'>[]): Service {
  const told = new Set(
    cards.flatMap(({ resource }) => (resource?.startsWith('people/') ? [resource.slice(7)] : [])),
  );
  const [only] = told;
  return told.size === 1 && (only === 'police' || only === 'troops') ? only : 'unit';
}

/** `first`, `second`, ... as reports say it; from the eleventh in figures. */
export function ordinalWords(n: number): string {
  const words = [
    'First',
    'Second',
    'Third',
    'Fourth',
    'Fifth',
    'Sixth',
    'Seventh',
    'Eighth',
    'Ninth',
    'Tenth',
  ];
  const named = words[n - 1];
  if (named !== undefined) return named;
  const [tens, ones] = [n % 100, n % 10];
  const end = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${n}${end}`;
}

/** `25 Jun 2024`, `18 to 20 Jan 2025`, `by 8 Dec 2025`. */
export function eventDays({ first_day, last_day }: Pick<Event, 'first_day' | 'last_day'>): string {
  const [from, to] = [day(first_day ?? ''), day(last_day)];
  if (to === null) return last_day;
  if (from === null) return `by ${dayWords(to)}`;
  if (from === to) return dayWords(to);
  const [start, end] = [dayWords(from).split(' '), dayWords(to).split(' ')];
  const kept = start[2] !== end[2] ? start : start[1] !== end[1] ? start.slice(0, 2) : start.slice(0, 1);
  return `${kept.join(' ')} to ${dayWords(to)}`;
}

/** What the picture did with a movement, where it was not simply counted. */
export function useWords({ use, why }: Pick<Event, 'use' | 'why'>): string | null {
  switch (use) {
    case 'counted':
      return null;
    case 'before_count':
      return 'held by a later count';
    case 'may_be_same':
      return why ?? 'may be told twice, and so is not added';
    case 'possible':
      return 'may have come on top or not: it widens the bounds alone';
    case 'later':
      return 'taken to have come after the day';
  }
}

/** `309 days`, `1 year 2 months`: an age that is read at a glance. */
export function ageWords(days: number): string {
  if (days < 0) return `in ${ageWords(-days)}`;
  if (days < 60) return days === 1 ? '1 day' : `${days} days`;
  const months = Math.floor(days / 30.4375);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const plural = (n: number, one: string) => (n === 0 ? '' : n === 1 ? `1 ${one}` : `${n} ${one}s`);
  return [plural(years, 'year'), plural(rest, 'month')].filter((part) => part !== '').join(' ');
}

/** How long the one overdue longest has been; null where none is. */
export function longestOver(overdue: readonly Pick<Overdue, 'days_over'>[]): number | null {
  return overdue.length === 0 ? null : Math.max(...overdue.map(({ days_over }) => days_over));
}
