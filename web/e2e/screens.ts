// Every screen there is, by its address, and who looks where not everybody may.
import type { Role } from './people.ts';
import { MISSION } from './served.ts';

export interface ScreenAt {
  readonly name: string;
  readonly path: string;
  /** What its first heading says. */
  readonly heading: RegExp;
  readonly as?: Role;
}

const NAME = /Multinational Security Support Mission/;

export const SCREENS: readonly ScreenAt[] = [
  { name: 'overview', path: `/${MISSION}`, heading: NAME },
  { name: 'sources', path: `/${MISSION}?figure=KEN/people/deployed`, heading: NAME },
  { name: 'nothing-told', path: `/${MISSION}?as_of=2020-01-01&known_on=2020-01-01`, heading: /./ },
  { name: 'strength', path: `/${MISSION}/strength`, heading: /Strength/ },
  { name: 'disputes', path: `/${MISSION}/disputes`, heading: /Disputes/ },
  { name: 'documents', path: `/${MISSION}/documents`, heading: /Documents/, as: 'analyst' },
  { name: 'contributors', path: `/${MISSION}/contributors`, heading: /Contributors/ },
  { name: 'a-contributor', path: `/${MISSION}/contributors/KEN`, heading: /Kenya/ },
  { name: 'sites', path: `/${MISSION}/sites`, heading: /Sites/ },
  { name: 'login', path: '/login', heading: /Log in/ },
  { name: 'password', path: '/password#nothing', heading: /./ },
  { name: 'accounts', path: '/accounts', heading: /Accounts/, as: 'administrator' },
  { name: 'account', path: '/account', heading: /./, as: 'analyst' },
  { name: 'nowhere', path: '/no/such/screen/at-all', heading: /./ },
];
