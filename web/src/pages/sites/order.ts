// The order of sites in the list, and the days on which something became of one.
import { day, type Day } from '../../address/day.ts';
import type { Site } from '../../api/shapes.ts';

/** What changed last stands first; a site without a day stands last. */
export function newestFirst(sites: readonly Site[]): Site[] {
  const last = ({ history }: Site) => history.at(-1)?.last_day ?? '';
  return [...sites].sort((a, b) => last(b).localeCompare(last(a)) || a.site.localeCompare(b.site, 'en'));
}

/** The days by which something had become of a site, in order. */
export function eventDays(sites: readonly Site[]): Day[] {
  const days = sites.flatMap(({ history }) => history.flatMap(({ last_day }) => day(last_day ?? '') ?? []));
  return [...new Set(days)].sort();
}
