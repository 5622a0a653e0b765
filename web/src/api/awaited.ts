// Shapes of the routes of disputes, sites and contributors, until docs/openapi.json describes them.

import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
type Asked = Schemas['Asked'];
type ClaimCard = Schemas['ClaimCard'];
type Between = Schemas['Between'];
type FigureKey = Schemas['FigureKey'];
type Overdue = Schemas['Overdue'];
type Strength = Schemas['Strength'];
type Unexplained = Schemas['Unexplained'];
type Whose = Schemas['Whose'];

/** One reading of a matter, and the claims that say it. */
export interface Side extends Between {
  words: string;
  claims: ClaimCard[];
}

export interface Outvoted {
  said: Side;
  cost: number;
  by: ClaimCard[];
  untold_if_right: number;
  figure_if_right: number | null;
  within_rounding: boolean;
}

export interface Dispute {
  whose: Whose;
  resource: string;
  about: {
    kind: 'strength' | 'promised_in_all' | 'event' | 'how_many_events';
    stage: string | null;
    step: string | null;
  };
  day: string;
  taken: Side;
  outvoted: Outvoted[];
  cost: number;
  why: string | null;
  bears: boolean;
}

export interface Gap extends Omit<Unexplained, 'before' | 'stated'> {
  before: ClaimCard[];
  stated: ClaimCard[];
}

export interface OpenScope {
  resource: string;
  stage: string;
  day: string;
  said: Side;
  readings: {
    whose: Whose;
    costs_more: number;
    remains: boolean;
    figure: number | null;
    figure_now: number | null;
  }[];
}

export interface DecisionLine {
  id: string;
  claim: ClaimCard;
  ruling: Schemas['Ruling'];
  other: ClaimCard | null;
  by: string;
  why: string;
  made: string;
}

export interface Disputes {
  asked: Asked;
  disputes: Dispute[];
  unexplained: Gap[];
  scopes: OpenScope[];
  decisions: DecisionLine[];
}

export interface SiteEvent {
  status: 'held' | 'retaken' | 'lost' | 'safeguarded' | 'handed_over' | 'closed';
  holder: Whose | null;
  when: string;
  claims: ClaimCard[];
}

export interface Site {
  site: string;
  status: SiteEvent['status'];
  holder: Whose | null;
  since: string;
  position: { lon: number; lat: number; place: string; exact: boolean } | null;
  history: SiteEvent[];
}

export interface Sites {
  asked: Asked;
  sites: Site[];
}

export interface Contributor extends Strength {
  overdue: Overdue[];
}

export interface Contributors {
  asked: Asked;
  stages: string[];
  contributors: Contributor[];
  total: Strength | null;
}

export interface Movement extends Between {
  resource: string;
  step: string;
  first_day: string | null;
  last_day: string;
  ordinal: number | null;
  claims: string[];
}

export interface ContributorPage {
  asked: Asked;
  whose: Whose;
  strength: Strength[];
  overdue: Overdue[];
  movements: Movement[];
  series: { key: FigureKey; days: (Between & { day: string })[] }[];
  claims: ClaimCard[];
  disputes: Dispute[];
}

interface Get<Answer, Path> {
  get: {
    parameters: { path: Path; query?: { as_of?: string; known_on?: string } };
    responses: { 200: { content: { 'application/json': Answer } } };
  };
}

interface InMission {
  mission: string;
}

export interface Awaited {
  '/api/v1/missions/{mission}/contributors': Get<Contributors, InMission>;
  '/api/v1/missions/{mission}/contributors/{whose}': Get<ContributorPage, InMission & { whose: string }>;
  '/api/v1/missions/{mission}/disputes': Get<Disputes, InMission>;
  '/api/v1/missions/{mission}/sites': Get<Sites, InMission>;
}
