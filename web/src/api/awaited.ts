// Shapes of the routes of disputes, sites and contributors, until docs/openapi.json describes them.

import type { components } from './schema.d.ts';

type Schemas = components['schemas'];
type Asked = Schemas['Asked'];
type ClaimCard = Schemas['ClaimCard'];
type Between = Schemas['Between'];
type Figure = Schemas['Figure'];
type Overdue = Schemas['Overdue'];
type Strength = Schemas['Strength'];
type Unexplained = Schemas['Unexplained'];
type Whose = Schemas['Whose'];

export interface Side extends Between {
  words: string;
  claims: ClaimCard[];
}

export interface Outvoted {
  said: Side;
  cost: string;
  if_right: string | null;
  by: string[];
  untold_if_right: number;
  figure_if_right: number | null;
  within_rounding: boolean;
}

export interface Decision {
  decision: string;
  claim: string;
  ruling: Schemas['Ruling'];
  other: string | null;
  words: string;
  by: string;
  why: string;
  made: string | null;
}

export interface Dispute {
  about: string;
  whose: Whose;
  resource: string;
  matter: 'strength' | 'promised_in_all' | 'event' | 'how_many_events';
  stage_or_step: string;
  day: string;
  bears: boolean;
  taken: Side;
  why: string | null;
  outvoted: Outvoted[];
  cost: string;
  figure: Figure | null;
  decisions: Decision[];
}

export interface OpenScope {
  resource: string;
  stage: string;
  day: string;
  said: Side;
  readings: {
    whose: Whose;
    remains: boolean;
    cost: string;
    figure: number | null;
    figure_now: number | null;
  }[];
}

export interface Disputes {
  asked: Asked;
  disputes: Dispute[];
  unexplained: Unexplained[];
  scopes: OpenScope[];
  decisions: Decision[];
  decided: ClaimCard[];
}

export interface SiteEvent {
  status: string;
  holder: Whose;
  when: string;
  first_day: string | null;
  last_day: string | null;
  claims: string[];
}

export interface Site {
  site: string;
  status: string;
  holder: Whose;
  since: string;
  history: SiteEvent[];
  position: { latitude: number; longitude: number; within_km: number; source: string } | null;
}

export interface Sites {
  asked: Asked;
  sites: Site[];
}

export interface ContributorRow extends Strength {
  overdue: Overdue[];
}

export interface Contributors {
  asked: Asked;
  stages: string[];
  contributors: ContributorRow[];
  total: Strength | null;
}

export interface Event extends Between {
  whose: Whose;
  resource: string;
  step: string;
  first_day: string | null;
  last_day: string;
  ordinal: number | null;
  use: 'counted' | 'before_count' | 'may_be_same' | 'possible' | 'later';
  why: string | null;
  claims: string[];
}

export interface Plan {
  claim: string;
  modality: string;
  when: string;
  lapsed: boolean;
  words: string;
}

export interface StatedCount extends Between {
  resource: string;
  stage: string;
  day: string;
  taken: 'stands' | 'outvoted' | 'part_only' | 'not_weighed';
  words: string;
  claims: string[];
}

export interface Contributor {
  asked: Asked;
  whose: Whose;
  sentences: string[];
  strength: Strength[];
  promises: { age_days: number; claim: ClaimCard }[];
  overdue: Overdue[];
  plans: Plan[];
  readiness: Event[];
  arrivals: Event[];
  returns: Event[];
  losses: Event[];
  contingents: { ordinal: number; movements: Event[] }[];
  counts: StatedCount[];
  notes: { resource: string; words: string; claims: string[] }[];
  disputes: Dispute[];
  said: ClaimCard[];
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
  '/api/v1/missions/{mission}/contributors/{whose}': Get<Contributor, InMission & { whose: string }>;
  '/api/v1/missions/{mission}/disputes': Get<Disputes, InMission>;
  '/api/v1/missions/{mission}/sites': Get<Sites, InMission>;
}
