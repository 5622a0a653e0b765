// Debian's Chromium, and views in it that remember everything that went wrong in them.
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const EXECUTABLE = process.env['MUSTER_CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export const SIZES = {
  desktop: { viewport: { width: 1360, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  wall: { viewport: { width: 2560, height: 1440 } },
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof SIZES;

export interface Look {
  readonly size?: Size;
  readonly colours?: 'light' | 'dark';
}

/** A page, and what its console and its content security policy complained of. */
export interface View {
  readonly page: Page;
  readonly wrongs: string[];
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

export async function view(browser: Browser, at: string, look: Look = {}): Promise<View> {
  const context = await browser.newContext({
    ...SIZES[look.size ?? 'desktop'],
    baseURL: at,
    colorScheme: look.colours ?? 'light',
    locale: 'en-GB',
    timezoneId: 'America/Port-au-Prince',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => {
    // The browser writes a line for each answer that is a refusal; whether those were right is for the tests to say.
    const refusal = message.text().startsWith('Failed to load resource: the server responded');
    // A graphics driver that draws without a card says that it is slow.
    const driver = message.text().includes('GL Driver Message');
    if ((message.type() === 'error' && !refusal) || (message.type() === 'warning' && !driver))
      wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`thrown: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) wrongs.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith('http') && to.origin !== at) wrongs.push(`asked elsewhere: ${to.href}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return { page, wrongs };
}

/** Waits until nothing is asked and nothing is being worked out any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => document.querySelector('main :is([aria-busy=true], [role=status] .lines)') === null,
  );
}
