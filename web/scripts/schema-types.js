// The TypeScript types that docs/openapi.json gives, as text.
import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../docs/openapi.json', import.meta.url);

/** @returns {Promise<string>} */
export async function schemaTypes() {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  const first = '// Made from docs/openapi.json by `npm run types`; do not edit.\n\n';
  return first + astToString(await openapiTS(document, { alphabetize: false, defaultNonNullable: false }));
}
