// The API's shapes as far as the screens know them before docs/openapi.json describes them; src/api/schema.d.ts takes its place.
export interface Asked {
  mission: string;
  as_of: string;
  known_on: string;
}

export interface FigureKey {
  whose: string;
  resource: string;
  stage: string;
}

export interface Figure {
  low: number;
  best: number | null;
  high: number | null;
  words: string;
  how: string;
  since: string | null;
  days_old: number;
  by_movements: number | null;
  claims: number;
  hangs_on: { bound: 'low' | 'high' | 'all'; source: string | null }[];
  key: FigureKey;
}

export interface Whose {
  code: string;
  kind: string;
  name: string;
}

export type Marking = string;

export interface ClaimCard {
  id: string;
  short: string;
  mission: string;
  kind: string;
  words: string;
  modality: string;
  speaker: string | null;
  grade: string;
  published: { day: string; basis: string };
  when: string;
  marking: Marking;
  standing: string;
  whose: Whose | null;
  resource: string | null;
  stage_or_step: string | null;
  quantity: { words: string; low: number; high: number | null } | null;
  source:
    | { document: string; title: string | null; publisher: string | null; address: string | null; quote: string; start: number; end: number }
    | { by_hand: string };
  rule: string | null;
  entered: string;
}

export interface Mission {
  code: string;
  name: string;
  first_day: string | null;
  last_day: string | null;
  claims: number;
}

export interface StageFigure {
  stage: string;
  figure: Figure;
}

export interface FigureSources {
  asked: Asked;
  whose: Whose;
  figure: Figure;
  claims: ClaimCard[];
}

export interface Overview {
  asked: Asked;
  sentences: string[];
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

export interface paths {
  '/api/v1/missions': {
    get: { parameters: object; responses: { 200: { content: { 'application/json': { items: Mission[] } } } } };
  };
  '/api/v1/session': {
    get: { parameters: object; responses: { 200: { content: { 'application/json': Session } } } };
  };
  '/api/v1/missions/{mission}/overview': Get<Overview, InMission>;
  '/api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}': Get<FigureSources, InMission & FigureKey>;
  '/api/v1/claims/{id}': Get<ClaimCard, { id: string }>;
}
