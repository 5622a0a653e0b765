// The one client of the API, typed from its description.
import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

export const client = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
export type { paths };
