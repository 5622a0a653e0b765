// Shapes of routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { Awaited } from './awaited.ts';
import type { components, paths as described } from './schema.d.ts';

type Schemas = components['schemas'];
type ClaimCard = Schemas['ClaimCard'];

export interface NewClaim {
  replaces?: string | null;
  why?: string | null;
  mission?: string | null;
  statement: object;
  modality?: ClaimCard['modality'] | null;
  speaker?: string | null;
  grade?: string | null;
  published?: string | null;
  marking?: string | null;
}

export interface ClaimPage {
  claim: ClaimCard;
  statement: { kind: ClaimCard['kind'] };
}

interface Answered<Body> {
  responses: { 200: { content: { 'application/json': Body } } };
}

interface Agreed {
  '/api/v1/claims': {
    post: {
      parameters: object;
      requestBody: { content: { 'application/json': NewClaim } };
    } & Answered<{ outcome: 'entered' | 'seen_before'; claim: ClaimCard; decision: string | null }>;
  };
  '/api/v1/claims/{id}': { get: { parameters: { path: { id: string } } } & Answered<ClaimPage> };
}

/** What the API's description has goes before what was agreed. */
export type paths = described & Omit<Agreed & Awaited, keyof described>;
