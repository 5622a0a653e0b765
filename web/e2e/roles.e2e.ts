// Each role: what it sees, and what it may. The first link makes an administrator, who lets the others in.
import { describe } from 'vitest';
import { settled } from './browser.ts';
import { invited, NAMES, PASSWORD, type Role } from './people.ts';
import { MISSION } from './served.ts';
import { expect, test } from './test.ts';

const ROLES: readonly { role: Role; enters: boolean; ledger: boolean; accounts: boolean }[] = [
  { role: 'viewer', enters: false, ledger: false, accounts: false },
  { role: 'liaison', enters: true, ledger: false, accounts: false },
  { role: 'analyst', enters: true, ledger: true, accounts: false },
  { role: 'planner', enters: true, ledger: true, accounts: false },
  { role: 'administrator', enters: true, ledger: true, accounts: true },
];

describe('roles', () => {
  test.for(ROLES)('$role', async ({ role, enters, ledger, accounts }, { openShared }) => {
    const page = await openShared(`/${MISSION}/documents`, { as: role });
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
    await settled(page);
    await page.getByRole('banner').getByRole('link', { name: NAMES[role] }).waitFor();
    const drop = page.getByRole('group', { name: 'Files' });
    expect(await drop.count(), 'a place to drop reports').toBe(enters ? 1 : 0);

    // What a screen does not offer, the server does not do either.
    const answers = async (path: string) => (await page.request.get(path)).status();
    expect(await answers('/api/v1/entries/verify'), 'the entries as they are chained').toBe(
      ledger ? 200 : 403,
    );
    expect(await answers('/api/v1/accounts'), 'the accounts').toBe(accounts ? 200 : 403);
  });
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
