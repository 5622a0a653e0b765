// Shapes of routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { Awaited } from './awaited.ts';
import type { components, paths as described } from './schema.d.ts';

type Schemas = components['schemas'];
type Asked = Schemas['Asked'];
type Figure = Schemas['Figure'];
type FigureKey = Schemas['FigureKey'];
type Whose = Schemas['Whose'];
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
  '/api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}': Get<FigureSources, InMission & FigureKey>;
  '/api/v1/claims/{id}': Get<ClaimCard, { id: string }>;
}

/** What the API's description has goes before what was agreed. */
export type paths = described & Omit<Agreed & Awaited, keyof described>;
