// `make screens`: a picture of each screen, in light and dark, on a phone and on paper, to be looked at. MUSTER_SCREENS
// names those that are wanted, parted by commas.
import { mkdirSync } from 'node:fs';
import { describe } from 'vitest';
import type { Look } from './browser.ts';
import { SCREENS, shown } from './screens.ts';
import { test } from './test.ts';

const INTO = 'pictures';
const LOOKS: readonly (Required<Look> & { name: string })[] = [
  { name: 'light', size: 'desktop', colours: 'light' },
  { name: 'dark', size: 'desktop', colours: 'dark' },
  { name: 'phone', size: 'phone', colours: 'light' },
  { name: 'paper', size: 'desktop', colours: 'light' },
];
const WANTED = process.env['MUSTER_SCREENS']?.split(',');

describe.each(SCREENS.filter(({ name }) => WANTED?.includes(name) ?? true))('$name', (screen) => {
  test.for(LOOKS)('$name', async ({ name: look, ...how }, { openShared }) => {
    mkdirSync(INTO, { recursive: true });
    const { name, path, as } = screen;
    const page = await openShared(path, { ...how, ...(as ? { as } : {}) });
    await shown(page, screen);
    if (look === 'paper') await page.pdf({ path: `${INTO}/${name}.pdf`, preferCSSPageSize: true });
    else await page.screenshot({ path: `${INTO}/${name}-${look}.png`, fullPage: true });
  });
});
