// Shapes of routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { components, paths as described } from './schema.d.ts';

type Asked = components['schemas']['Asked'];
type Whose = components['schemas']['Whose'];
export interface FigureKey {
  whose: string;
  resource: string;
  stage: string;
}

export interface Between {
  low: number;
  best: number | null;
  high: number | null;
}

export interface Figure extends Between {
  words: string;
  how: string;
  since: string | null;
  days_old: number;
  by_movements: number | null;
  claims: number;
  hangs_on: { bound: 'low' | 'high' | 'all'; source: string | null }[];
  key: FigureKey;
}

export interface ClaimCard {
  id: string;
  short: string;
  mission: string | null;
  kind: string;
  words: string;
  modality: string;
  speaker: string | null;
  grade: string;
  published: { day: string; basis: 'given' | 'metadata' | 'dateline' | 'latest_date' | 'day_read' };
  when: string;
  marking: string;
  standing: string;
  replaced_by: string | null;
  whose: Whose | null;
  resource: string | null;
  stage_or_step: string | null;
  quantity: { words: string; low: number; high: number | null } | null;
  source:
    | {
        kind: 'document';
        document: string;
        title: string;
        publisher: string | null;
        address: string | null;
        quote: string;
        start: number;
        end: number;
      }
    | { kind: 'by_hand'; by: string };
  rule: string | null;
  entered: string;
}

export interface FigureSources {
  asked: Asked;
  whose: Whose;
  figure: Figure;
  claims: ClaimCard[];
}

export interface Share extends Between {
  words: string;
}

export interface Strength {
  whose: Whose;
  resource: string;
  promised_in_all: Figure | null;
  stages: Figure[];
  kept: { low: number; best: number | null; high: number | null; words: string } | null;
}

export interface Ceiling {
  quantity: { words: string; low: number; high: number | null };
  resource: string;
  authorised: boolean;
  in_force: boolean;
  when: string;
  first_day: string | null;
  instrument: string | null;
  claims: string[];
}

export interface Mandate {
  end: {
    earliest: string;
    latest: string;
    days_left: number;
    instrument: string | null;
    how: string;
    claims: string[];
  } | null;
  acts: Act[];
  proposals: Act[];
}

export interface Act {
  act: string;
  body: string | null;
  instrument: string | null;
  when: string;
  last_day: string | null;
  until: string;
  modality: string;
  claims: string[];
}

export interface Overdue {
  whose: Whose;
  resource: string;
  due: string;
  days_over: number;
  promised: number;
  came: number;
  words: string;
  claims: string[];
}

export interface Unexplained {
  whose: Whose;
  resource: string;
  stage: string;
  after: string | null;
  by: string;
  amount: number;
  reckoned: number;
  words: string;
  of_note: boolean;
  before: string[];
  stated: string[];
}

export interface News {
  from: Asked;
  figures: {
    whose: Whose;
    key: FigureKey;
    before: Between | null;
    after: Between | null;
    claims: string[];
  }[];
  claims: number;
  newest: { claim: string; why: string; published: string; words: string }[];
  decisions: number;
}

export interface Overview {
  asked: Asked;
  name: string | null;
  sentences: string[];
  stages: string[];
  total: Strength | null;
  other_totals: Strength[];
  stated: Strength | null;
  ceiling: Ceiling | null;
  mandate: Mandate;
  contributors: Strength[];
  since_last_week: News;
  disputes: { bear: number; later: number; scopes: number };
  overdue: Overdue[];
  newest_documents: {
    document: string;
    title: string;
    publisher: string | null;
    published: string;
    claims: number;
  }[];
  unexplained: { people: number; list: Unexplained[] };
}

export interface Session {
  name: string;
  role: string;
}

interface Get<Answer, Path = undefined, Query = Record<string, string | number | string[] | undefined>> {
  get: {
    parameters: { path: Path; query?: Query };
    responses: { 200: { content: { 'application/json': Answer } } };
  };
}

interface InMission {
  mission: string;
}

interface Agreed {
  '/api/v1/session': {
    get: { parameters: object; responses: { 200: { content: { 'application/json': Session } } } };
  };
  '/api/v1/missions/{mission}/overview': Get<Overview, InMission>;
  '/api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}': Get<FigureSources, InMission & FigureKey>;
  '/api/v1/claims/{id}': Get<ClaimCard, { id: string }>;
}

/** What the API's description has goes before what was agreed. */
export type paths = described & Omit<Agreed, keyof described>;
