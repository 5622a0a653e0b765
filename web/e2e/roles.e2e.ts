// Each role: what it sees, and what it may. The first link makes an administrator, who lets the others in.
import { describe } from 'vitest';
import { settled } from './browser.ts';
import { invited, NAMES, PASSWORD, type Role } from './people.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

const ROLES: readonly {
  role: Role;
  /** May enter reports. */
  enters: boolean;
  /** May decide on what is public. */
  decides: boolean;
  ledger: boolean;
  accounts: boolean;
}[] = [
  { role: 'viewer', enters: false, decides: false, ledger: false, accounts: false },
  { role: 'liaison', enters: true, decides: false, ledger: false, accounts: false },
  { role: 'analyst', enters: true, decides: true, ledger: true, accounts: false },
  { role: 'planner', enters: true, decides: true, ledger: true, accounts: false },
  { role: 'administrator', enters: true, decides: true, ledger: true, accounts: true },
];

describe.each(ROLES)('$role', ({ role, enters, decides, ledger, accounts }) => {
  test('reads, enters and decides on what it may', async ({ openShared }) => {
    const page = await openShared(`/${MISSION}/documents`, { as: role });
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
    await settled(page);
    await page.getByRole('banner').getByRole('link', { name: NAMES[role] }).waitFor();
    const drop = page.getByRole('group', { name: 'Files' });
    expect(await drop.count(), 'a place to drop reports').toBe(enters ? 1 : 0);

    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('region', { name: 'The text' }).waitFor();
    await settled(page);
    const panel = page.getByRole('complementary', { name: 'The claims' });
    expect(await panel.getByRole('button', { name: /^Accept/ }).count(), 'accepts').toBe(enters ? 1 : 0);

    await page.goto(`/${MISSION}/disputes`);
    await settled(page);
    await page.keyboard.press('j');
    await page.waitForURL(/\/disputes\/.+/);
    await settled(page);
    const deciding = page.getByRole('button', { name: /Decide/ });
    expect((await deciding.count()) > 0, 'decides on what is public').toBe(decides);

    // What a screen does not offer, the server does not do either.
    const answers = async (path: string) => (await page.request.get(path)).status();
    expect(await answers('/api/v1/entries/verify'), 'the entries as they are chained').toBe(
      ledger ? 200 : 403,
    );
    expect(await answers('/api/v1/accounts'), 'the accounts').toBe(accounts ? 200 : 403);
  });

  test('has the ledger, its account and the accounts as far as it may', async ({ openShared }) => {
    const page = await openShared(`/${MISSION}/ledger`, { as: role });
    await settled(page);
    expect(await page.getByRole('button', { name: 'Check the chain' }).count()).toBe(ledger ? 1 : 0);
    await page.goto('/account');
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await page.getByRole('button', { name: 'Make the token' }).waitFor();
    await page.goto('/accounts');
    await settled(page);
    if (accounts) {
      await page.getByRole('table', { name: 'The accounts' }).waitFor();
      await page.getByRole('button', { name: 'Make the account' }).waitFor();
    } else {
      await page.getByText(`${NAMES[role]} is no administrator`).waitFor();
      expect(await page.getByRole('button', { name: 'Make the account' }).count()).toBe(0);
    }
  });
});

test('what a liaison enters is seen by staff and its party alone, and it may decide on that', async ({
  open,
  served,
}) => {
  const page = await open(`/${MISSION}/documents`, { as: 'liaison' });
  await page.getByRole('button', { name: 'Paste a text' }).click();
  await page
    .getByRole('textbox', { name: /text/i })
    .first()
    .fill(
      'Kenya deployed 63 police officers to Haiti on 1 October 2025 as part of the Multinational Security Support Mission.',
    );
  await page.getByRole('button', { name: 'Read and enter it' }).click();
  await page.getByRole('main').getByRole('status').getByRole('link').first().click();
  const panel = page.getByRole('complementary', { name: 'The claims' });
  await panel.getByRole('button', { name: /^Accept/ }).waitFor();
  const at = new URL(page.url()).pathname;
  await page.keyboard.press('a');
  await panel.getByText('accepted', { exact: false }).first().waitFor();

  const seen = async (as?: Role) => {
    const theirs = await open(at, as === undefined ? {} : { as });
    await settled(theirs);
    return (await theirs.getByRole('region', { name: 'The text' }).count()) === 1;
  };
  expect(await seen('planner'), 'staff').toBe(true);
  expect(await seen('viewer'), 'a viewer').toBe(false);
  expect(await seen(), 'the public').toBe(false);
  const listed = await fetch(`${served.address}/api/v1/documents?q=63`);
  expect(await listed.text()).not.toContain(at.split('/').at(-1));
});

test('an administrator makes an account, changes its role and disables it; a token is made, shown once and revoked', async ({
  open,
}) => {
  const page = await open('/accounts', { as: 'administrator' });
  await page.getByLabel('Name', { exact: true }).fill('Q. Newcomer');
  await page.getByRole('radio', { name: /^Viewer/ }).check();
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByText('A link for Q. Newcomer').waitFor();
  const link = await page.getByLabel('The secret').inputValue();
  expect(link).toMatch(/\/password#./);
  await page.getByLabel('Role of Q. Newcomer').selectOption('analyst');
  await page.getByRole('button', { name: /^Disable.*Q\. Newcomer/ }).click();
  const row = page.getByRole('row').filter({ hasText: 'Q. Newcomer' });
  await row.getByText('disabled').waitFor();
  expect(await page.getByLabel('Role of Q. Newcomer').inputValue()).toBe('analyst');

  await page.goto('/account');
  await page.getByLabel('What is it for?').fill('the weekly report');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await page.getByText('The token is made').waitFor();
  await page.getByRole('button', { name: /^Revoke.*weekly report/ }).click();
  await page.getByRole('button', { name: /^Revoke it for good/ }).click();
  await page.getByText('You have none').waitFor();
});

test('the first link makes the administrator, once; who is invited chooses a password and logs in', async ({
  open,
  served,
}) => {
  const page = await open(served.link.slice(served.address.length));
  await page.getByLabel('Your new password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'administrator' }).waitFor();

  const again = await open(served.link.slice(served.address.length));
  await again.getByLabel('Your new password').fill(PASSWORD);
  await again.keyboard.press('Enter');
  await again.getByRole('alert').first().waitFor();
  await again.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor();
});

test('a wrong password is refused in words, the right one lets in, and logging out ends it', async ({
  openShared,
  shared,
}) => {
  const name = 'N. Newcomer';
  const { link } = await invited(shared, 'analyst', name);
  const first = await openShared(link.slice(shared.address.length));
  await first.getByLabel('Your new password').fill(PASSWORD);
  await first.keyboard.press('Enter');
  await first.getByRole('banner').getByRole('link', { name }).waitFor();

  const page = await openShared('/login');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill('no such password as this');
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  const own = page.getByRole('banner').getByRole('link', { name });
  await own.waitFor();
  await own.click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor();
});
