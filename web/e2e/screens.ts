// Every screen there is, by its address, who looks where not everybody may, and what is done there before one looks.
import type { Page, Route } from 'playwright-core';
import { settled } from './browser.ts';
import type { Role } from './people.ts';
import { MISSION } from './served.ts';

export interface ScreenAt {
  readonly name: string;
  readonly path: string;
  /** What its first heading says. */
  readonly heading: RegExp;
  readonly as?: Role;
  /** What is done once it is there. */
  readonly then?: (page: Page) => Promise<void>;
  /** Whether something is awaited for ever. */
  readonly waits?: true;
}

const NAME = /Multinational Security Support Mission/;

/** A report with claims, under review. */
const REPORT = `/${MISSION}/documents?q=first-kenyan-contingent`;
async function openDocument(page: Page): Promise<void> {
  await page.getByRole('link', { name: /first-kenyan-contingent/ }).click();
  await page.getByRole('complementary', { name: 'The claims' }).getByRole('heading').first().waitFor();
}

/** Has the series of the strength screen answered so, and goes there. */
async function strengthAnswers(page: Page, answer: (route: Route) => Promise<void> | void): Promise<void> {
  await page.route('**/api/v1/missions/*/strength?*', answer);
  await page.route('**/api/v1/missions/*/strength', answer);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Strength' }).click();
  await page.getByRole('heading', { level: 1, name: /Strength/ }).waitFor();
}

/** The first dispute of the list. */
async function openDispute(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.waitForURL(/\/disputes\/.+/);
}

async function press(page: Page, key: string): Promise<void> {
  await settled(page);
  await page.keyboard.press(key);
}

export const SCREENS: readonly ScreenAt[] = [
  { name: 'overview', path: `/${MISSION}`, heading: NAME },
  { name: 'sources', path: `/${MISSION}?figure=KEN/people/deployed`, heading: NAME },
  {
    name: 'keys',
    path: `/${MISSION}`,
    heading: NAME,
    then: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    },
  },
  { name: 'nothing-told', path: `/${MISSION}?as_of=2020-01-01&known_on=2020-01-01`, heading: /./ },
  { name: 'strength', path: `/${MISSION}/strength`, heading: /Strength/ },
  { name: 'strength-of-kenya', path: `/${MISSION}/strength?party=KEN&stage=promised`, heading: /Strength/ },
  {
    name: 'strength-nothing-told',
    path: `/${MISSION}/strength?as_of=2020-01-01&known_on=2020-01-01`,
    heading: /Strength/,
  },
  {
    name: 'strength-awaited',
    path: `/${MISSION}`,
    heading: NAME,
    then: async (page) => {
      await strengthAnswers(page, () => undefined);
      // A quick answer shows no waiting at all.
      await page.waitForFunction(() => {
        const waiting = document.querySelector('main [role=status] .lines')?.parentElement;
        return waiting && getComputedStyle(waiting).opacity === '1';
      });
    },
    waits: true,
  },
  {
    name: 'strength-refused',
    path: `/${MISSION}`,
    heading: NAME,
    then: async (page) => {
      await strengthAnswers(page, (route) =>
        route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: '/api/v1/problems/too_many_requests',
            title: 'too many requests',
            status: 429,
            code: 'too_many_requests',
            detail: 'this address has asked more often than it may',
            hint: 'wait a moment, and ask less often',
          }),
        }),
      );
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  { name: 'contributors', path: `/${MISSION}/contributors`, heading: /Contributors/ },
  { name: 'a-contributor', path: `/${MISSION}/contributors/KEN`, heading: /Kenya/ },
  { name: 'disputes', path: `/${MISSION}/disputes`, heading: /Disputes/ },
  { name: 'a-dispute', path: `/${MISSION}/disputes`, heading: /./, then: openDispute },
  {
    name: 'deciding',
    path: `/${MISSION}/disputes`,
    heading: /./,
    as: 'analyst',
    then: async (page) => {
      await openDispute(page);
      await press(page, '1');
      await page.getByRole('form', { name: /^Decide/ }).waitFor();
      await page.keyboard.press('Control+Enter');
    },
  },
  { name: 'documents', path: `/${MISSION}/documents`, heading: /Documents/, as: 'analyst' },
  { name: 'review', path: REPORT, heading: /./, as: 'analyst', then: openDocument },
  {
    name: 'correcting',
    path: REPORT,
    heading: /./,
    as: 'analyst',
    then: async (page) => {
      await openDocument(page);
      await press(page, 'e');
      await page.getByRole('form', { name: 'Correct the claim' }).waitFor();
    },
  },
  {
    name: 'rejecting',
    path: REPORT,
    heading: /./,
    as: 'analyst',
    then: async (page) => {
      await openDocument(page);
      await press(page, 'r');
    },
  },
  { name: 'sites', path: `/${MISSION}/sites`, heading: /Sites/ },
  { name: 'ledger', path: `/${MISSION}/ledger`, heading: /Ledger/ },
  {
    name: 'ledger-checked',
    path: `/${MISSION}/ledger?kind=claim`,
    heading: /Ledger/,
    as: 'analyst',
    then: async (page) => {
      await page.getByRole('button', { name: 'Check the chain' }).click();
      await page.getByText('The chain is whole').waitFor();
    },
  },
  { name: 'login', path: '/login', heading: /Log in/ },
  {
    name: 'login-refused',
    path: '/login',
    heading: /Log in/,
    then: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('nobody');
      await page.getByLabel('Password', { exact: true }).fill('no such password as this');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'password', path: '/password#nothing', heading: /./ },
  { name: 'accounts', path: '/accounts', heading: /Accounts/, as: 'administrator' },
  { name: 'account', path: '/account', heading: /./, as: 'analyst' },
  { name: 'nowhere', path: '/no/such/screen/at-all', heading: /./ },
];

/** Opens what a screen has to show and waits until it is there. */
export async function shown(page: Page, { heading, then, waits }: ScreenAt): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).first().waitFor();
  await settled(page);
  if (then) {
    await then(page);
    if (waits !== true) await settled(page);
  }
}
