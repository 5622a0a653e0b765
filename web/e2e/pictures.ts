// `make screens`: a picture of each screen, in light and dark and on a phone, to be looked at.
import { mkdirSync } from 'node:fs';
import { describe } from 'vitest';
import { settled, type Look } from './browser.ts';
import { SCREENS } from './screens.ts';
import { test } from './test.ts';

const INTO = 'pictures';
const LOOKS: readonly (Required<Look> & { name: string })[] = [
  { name: 'light', size: 'desktop', colours: 'light' },
  { name: 'dark', size: 'desktop', colours: 'dark' },
  { name: 'phone', size: 'phone', colours: 'light' },
];

describe.each(SCREENS)('$name', ({ name, path, heading, as }) => {
  test.for(LOOKS)('$name', async ({ name: look, ...how }, { openShared }) => {
    mkdirSync(INTO, { recursive: true });
    const page = await openShared(path, { ...how, ...(as ? { as } : {}) });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(page);
    await page.screenshot({ path: `${INTO}/${name}-${look}.png`, fullPage: true });
  });
});
