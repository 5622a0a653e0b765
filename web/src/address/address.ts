// The address of a view, read from and written to a path and a query. One law holds: what is written reads back the same.
import { day, type Day } from './day.ts';

/** The screens, by the word that stands in the path. */
export const MISSION_SCREENS = [
  'overview',
  'strength',
  'contributors',
  'disputes',
  'documents',
  'sites',
  'ledger',
] as const;
export const OTHER_SCREENS = ['login', 'password', 'account', 'accounts'] as const;

export type MissionScreen = (typeof MISSION_SCREENS)[number];
export type OtherScreen = (typeof OTHER_SCREENS)[number];
export type Screen = MissionScreen | OtherScreen | 'start' | 'nowhere';

/** Which figure: whose, of what, in which stage, in the codes of the API. */
export interface FigureKey {
  readonly whose: string;
  readonly resource: string;
  readonly stage: string;
}

/** What lies open beside the screen. */
export type Opened =
  { readonly kind: 'figure'; readonly key: FigureKey } | { readonly kind: 'claim'; readonly id: string };

/** Values chosen on a screen, by name, in the order chosen; a name with no value is left out. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Address {
  readonly screen: Screen;
  /** The mission's code; null on screens of no mission. */
  readonly mission: string | null;
  /** What of the screen: a contributor's code, a document's id. */
  readonly item: string | null;
  /** The day pictured; null is today in the mission's area. */
  readonly asOf: Day | null;
  /** The day of knowledge; null is today. */
  readonly knownOn: Day | null;
  readonly opened: Opened | null;
  readonly filters: Filters;
}

const NOWHERE: Address = {
  screen: 'nowhere',
  mission: null,
  item: null,
  asOf: null,
  knownOn: null,
  opened: null,
  filters: {},
};
const MISSION = /^[A-Z][A-Z0-9-]*$/;
const FILTER = /^[a-z][a-z_]*$/;
const RESERVED: ReadonlySet<string> = new Set(['as_of', 'known_on', 'figure', 'claim']);

/** Filters with one of them chosen anew; none of its values takes it away. */
export function chosen(filters: Filters, name: string, values: readonly string[]): Filters {
  const others = Object.entries(filters).filter(([other]) => other !== name);
  return Object.fromEntries(values.length === 0 ? others : [...others, [name, values]]);
}

/** The address that a path and a query name. What a query says wrongly is left out; a path that names nothing is `nowhere`. */
export function readAddress(at: { pathname: string; search: string }): Address {
  const place = readPath(at.pathname);
  if (place === null) return NOWHERE;
  const query = new URLSearchParams(at.search);
  const filters: Record<string, string[]> = {};
  for (const [name, value] of query) {
    if (FILTER.test(name) && !RESERVED.has(name)) (filters[name] ??= []).push(value);
  }
  return {
    ...place,
    asOf: day(query.get('as_of') ?? ''),
    knownOn: day(query.get('known_on') ?? ''),
    opened: readOpened(query),
    filters,
  };
}

/** The path and query of an address. */
export function writeAddress(address: Address): string {
  const query: string[] = [];
  const add = (name: string, value: string) => query.push(`${name}=${encoded(value)}`);
  if (address.asOf !== null) add('as_of', address.asOf);
  if (address.knownOn !== null) add('known_on', address.knownOn);
  for (const name of Object.keys(address.filters).sort()) {
    for (const value of address.filters[name] ?? []) add(name, value);
  }
  if (address.opened?.kind === 'figure') {
    const { whose, resource, stage } = address.opened.key;
    add('figure', [whose, resource, stage].map(part).join('/'));
  }
  if (address.opened?.kind === 'claim') add('claim', address.opened.id);
  return writePath(address) + (query.length > 0 ? `?${query.join('&')}` : '');
}

type Place = Pick<Address, 'screen' | 'mission' | 'item'>;

function readPath(pathname: string): Place | null {
  const parts: string[] = [];
  for (const part of pathname.split('/').filter((part) => part !== '')) {
    try {
      parts.push(decodeURIComponent(part));
    } catch {
      return null;
    }
  }
  const [first, second, item = null, ...rest] = parts;
  if (rest.length > 0) return null;
  if (first === undefined) return { screen: 'start', mission: null, item: null };
  const other = OTHER_SCREENS.find((screen) => screen === first);
  if (other !== undefined) return second === undefined ? { screen: other, mission: null, item: null } : null;
  if (!MISSION.test(first)) return null;
  const screen = MISSION_SCREENS.find((screen) => screen === (second ?? 'overview'));
  return screen === undefined ? null : { screen, mission: first, item };
}

function writePath({ screen, mission, item }: Address): string {
  if (screen === 'start' || screen === 'nowhere') return '/';
  if (mission === null) return `/${screen}`;
  if (screen === 'overview' && item === null) return `/${mission}`;
  return `/${mission}/${screen}` + (item === null ? '' : `/${encodeURIComponent(item)}`);
}

function readOpened(query: URLSearchParams): Opened | null {
  const claim = query.get('claim');
  if (claim) return { kind: 'claim', id: claim };
  const parts = (query.get('figure') ?? '').split('/');
  const [whose, resource, stage] = parts.map(unpart);
  if (parts.length !== 3 || !whose || !resource || !stage) return null;
  return { kind: 'figure', key: { whose, resource, stage } };
}

/** Percent-encoded, but for the signs that may stand in a query and read better plain. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(2F|3A|2C)/g, decodeURIComponent);
}

/** A part of a figure's key, so that a stroke in it does not part it. */
function part(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function unpart(text: string): string {
  return text.replaceAll('%2F', '/').replaceAll('%25', '%');
}
