// Who looks: the accounts of a test, made by the administrator of its server, and their sessions.
import type { BrowserContext } from 'playwright-core';
import type { Served } from './served.ts';

export type Role = 'viewer' | 'liaison' | 'analyst' | 'planner' | 'administrator';

export async function login(_context: BrowserContext, _served: Served, _as: Role): Promise<void> {
  await Promise.reject(new Error('not yet'));
}
