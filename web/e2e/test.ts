// The test function of the end-to-end tests: a browser for each file, a server for each test, and no test passes where
// the console, the content security policy or the server complained.
import { expect, test as base } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch, view, type Look, type View } from './browser.ts';
import { login, type Role } from './people.ts';
import { serve, type Served } from './served.ts';

export { expect };

export interface Open {
  /** Opens a view of the test's own server, for nobody or for somebody with a role. */
  (path: string, look?: Look & { as?: Role }): Promise<View['page']>;
}

interface Fixtures {
  browser: Browser;
  /** A server that the tests of a file share; they only read. */
  shared: Served;
  /** A server of this test alone. */
  served: Served;
  /** Opens views of `served`. */
  open: Open;
  /** Opens views of `shared`. */
  openShared: Open;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  shared: [
    async ({}, use) => {
      const served = await serve();
      await use(served);
      await served.stop();
    },
    { scope: 'file' },
  ],
  served: async ({}, use) => {
    const served = await serve();
    await use(served);
    await served.stop();
  },
  open: async ({ browser, served }, use) => opens(browser, served, use),
  openShared: async ({ browser, shared }, use) => opens(browser, shared, use),
});

async function opens(browser: Browser, served: Served, use: (open: Open) => Promise<void>): Promise<void> {
  const views: View[] = [];
  await use(async (path, { as, ...look } = {}) => {
    const opened = await view(browser, served.address, look);
    views.push(opened);
    if (as !== undefined) await login(opened.page.context(), served, as);
    await opened.page.goto(path);
    return opened.page;
  });
  const wrongs = views.flatMap(({ wrongs }) => wrongs);
  await Promise.all(views.map(({ page }) => page.context().close()));
  expect(wrongs, 'what console, policy and server complained of').toEqual([]);
}
