// Shapes of routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { components, paths as described } from './schema.d.ts';

type Asked = components['schemas']['Asked'];
type Whose = components['schemas']['Whose'];
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
    | {
        document: string;
        title: string | null;
        publisher: string | null;
        address: string | null;
        quote: string;
        start: number;
        end: number;
      }
    | { by_hand: string };
  rule: string | null;
  entered: string;
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
