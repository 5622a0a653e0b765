// Every screen there is, by its address, with what must be loaded for it to be looked at.
import type { Role } from './people.ts';
import { MISSION } from './served.ts';

export interface ScreenAt {
  readonly name: string;
  readonly path: string;
  /** What its first heading says. */
  readonly heading: RegExp;
  /** Who looks, where not everybody may. */
  readonly as?: Role;
}

export const SCREENS: readonly ScreenAt[] = [
  { name: 'overview', path: `/${MISSION}`, heading: /Multinational Security Support Mission/ },
  {
    name: 'sources',
    path: `/${MISSION}?figure=KEN/people/deployed`,
    heading: /Multinational Security Support Mission/,
  },
  { name: 'nothing-told', path: `/${MISSION}?as_of=2020-01-01&known_on=2020-01-01`, heading: /./ },
];
