// @vitest-environment node
// The types are those that the server's description gives; `npm run types` renews them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaTypes } from '../../scripts/schema-types.js';

test('src/api/schema.d.ts is what docs/openapi.json gives', async () => {
  expect(readFileSync('src/api/schema.d.ts', 'utf8')).toBe(await schemaTypes());
});
