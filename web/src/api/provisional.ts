// Routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { Awaited } from './awaited.ts';
import type { components, paths as described } from './schema.d.ts';

interface Answers<Answer, Parameters> {
  get: { parameters: Parameters; responses: { 200: { content: { 'application/json': Answer } } } };
}

interface Agreed {
  '/api/v1/claims/{id}': Answers<components['schemas']['ClaimCard'], { path: { id: string } }>;
}

/** What the API's description has goes before what was agreed. */
export type paths = described & Omit<Agreed & Awaited, keyof described>;
