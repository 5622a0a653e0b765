// Where one begins.
import { expect, test } from './test.ts';

test('the root leads to the overview of the mission of which most is told', async ({ open }) => {
  const page = await open('/');
  await page.waitForURL('**/MSS');
  expect(
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: 'Overview' })
      .getAttribute('aria-current'),
  ).toBe('page');
});
