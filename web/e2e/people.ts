// Who looks: the accounts of a server, made by its administrator, and their sessions.
import type { BrowserContext } from 'playwright-core';
import type { components } from '../src/api/schema.d.ts';
import type { Served } from './served.ts';

export type Role = 'viewer' | 'liaison' | 'analyst' | 'planner' | 'administrator';

/** The party that a liaison of the tests speaks for. */
export const PARTY = 'KEN';
export const PASSWORD = 'a password of the tests, long enough';
export const NAMES: Readonly<Record<Role, string>> = {
  viewer: 'V. Viewer',
  liaison: 'L. Liaison',
  analyst: 'A. Analyst',
  planner: 'P. Planner',
  administrator: 'administrator',
};

/** The session of each who has logged in, as the cookie of it, by server. */
const sessions = new WeakMap<Served, Map<Role, Promise<string>>>();

/** Gives a view the session of somebody with this role. */
export async function login(context: BrowserContext, served: Served, as: Role): Promise<void> {
  const [name = '', value = ''] = (await session(served, as)).split('=');
  await context.addCookies([{ name, value, url: served.address, httpOnly: true, sameSite: 'Lax' }]);
}

/** The cookie of somebody's session, as a browser sends it; the account is made where there is none. */
export function session(served: Served, as: Role): Promise<string> {
  const known = sessions.get(served) ?? new Map<Role, Promise<string>>();
  sessions.set(served, known);
  const begun = known.get(as) ?? begin(served, as);
  known.set(as, begun);
  return begun;
}

async function begin(served: Served, as: Role): Promise<string> {
  if (as === 'administrator') return enter(served, secretOf(served.link));
  const { link } = await invited(served, as);
  return enter(served, secretOf(link));
}

/** Makes an account; answers the link with which its password is set. */
export async function invited(served: Served, as: Role, name: string = NAMES[as]): Promise<{ link: string }> {
  const role = as === 'liaison' ? `liaison:${PARTY}` : as;
  const made = await send(
    served,
    'POST',
    '/api/v1/accounts',
    { name, role },
    await session(served, 'administrator'),
  );
  const { link } = (await made.json()) as components['schemas']['MadeAccount'];
  return { link: served.address + link.path };
}

/** A personal token of somebody, for programs. */
export async function token(served: Served, as: Role): Promise<string> {
  const made = await send(
    served,
    'POST',
    '/api/v1/tokens',
    { name: 'tests', days: 1 },
    await session(served, as),
  );
  return ((await made.json()) as components['schemas']['MadeToken']).secret;
}

/** Sets the first password, as whoever opens a link does. */
async function enter(served: Served, link: string): Promise<string> {
  const response = await send(served, 'POST', '/api/v1/session/password', { link, password: PASSWORD });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('a password was set, and no session began');
  return cookie;
}

/** What stands behind `#`. */
function secretOf(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}

/** Sends what a browser would send from a screen of ours. */
export async function send(
  served: Served,
  method: string,
  path: string,
  body: unknown,
  cookie?: string,
): Promise<Response> {
  const response = await fetch(served.address + path, {
    method,
    headers: {
      'content-type': 'application/json',
      origin: served.address,
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}
