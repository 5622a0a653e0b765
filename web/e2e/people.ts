// Who looks: the accounts of a test, made by the administrator of its server, and their sessions.
import type { BrowserContext } from 'playwright-core';
import type { Served } from './served.ts';

export type Role = 'viewer' | 'liaison' | 'analyst' | 'planner' | 'administrator';

/** Gives a view the session of somebody with this role. */
export async function login(context: BrowserContext, served: Served, as: Role): Promise<void> {
  await context.clearCookies();
  await Promise.reject(new Error(`nobody can be ${as} at ${served.address} yet`));
}
