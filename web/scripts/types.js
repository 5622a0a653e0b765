// `npm run types`: writes src/api/schema.d.ts from docs/openapi.json, the server's own description of the API.
import { writeFileSync } from 'node:fs';
import { schemaTypes } from './schema-types.js';

writeFileSync('src/api/schema.d.ts', await schemaTypes());
console.log('src/api/schema.d.ts renewed from docs/openapi.json');
