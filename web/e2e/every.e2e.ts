// What holds of every screen, in light and dark, at a desk and on a phone: nothing complains, nothing is out of reach of
// those who listen or use no mouse, and nothing has to be scrolled sideways.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Look } from './browser.ts';
import { SCREENS, shown } from './screens.ts';
import { expect, test } from './test.ts';

const LOOKS: readonly Required<Look>[] = [
  { size: 'desktop', colours: 'light' },
  { size: 'desktop', colours: 'dark' },
  { size: 'phone', colours: 'light' },
  { size: 'phone', colours: 'dark' },
];

describe.each(SCREENS)('$name', (screen) => {
  test.for(LOOKS)('$size, $colours', async (look, { openShared }) => {
    const { path, as } = screen;
    const page = await openShared(path, { ...look, ...(as ? { as } : {}) });
    await shown(page, screen);
    expect(await page.getByRole('heading', { level: 1 }).count(), 'heads of the first level').toBe(1);
    expect(await page.title()).toMatch(/Muster$/);

    expect(await beyondTheEdge(page), 'what is cut off or has to be scrolled to, sideways').toEqual([]);

    // Evaluated and not put on the page, which would refuse it.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    expect(
      violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary ?? ''}`),
      ),
      'what axe found',
    ).toEqual([]);
  });
});

/** The texts that lie beyond the right edge, but for those within something that scrolls by itself and says so. */
function beyondTheEdge(page: Page): Promise<string[]> {
  const edge = page.viewportSize()?.width ?? 0;
  return page.evaluate((edge) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || node.textContent?.trim() === '') continue;
      if (holder.closest('[role=region][tabindex="0"], nav, .heard, script, style, svg') !== null) continue;
      if (getComputedStyle(holder).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some((box) => box.right > edge + 1)) found.push(node.textContent ?? '');
    }
    if (document.documentElement.scrollWidth > edge) found.push('the page itself');
    return found;
  }, edge);
}
