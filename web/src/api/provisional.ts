// Routes that docs/openapi.json does not describe yet, as agreed; each leaves this file when src/api/schema.d.ts has it.
import type { Awaited } from './awaited.ts';
import type { paths as described } from './schema.d.ts';

/** What the API's description has goes before what was agreed. */
export type paths = described & Omit<Awaited, keyof described>;
