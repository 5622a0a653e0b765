// The screens in the order of the navigation: how each is called, which keys lead there, and which file shows it.
import type { Component } from 'svelte';
import type { MissionScreen, Screen } from '../address/address.ts';

export interface ScreenName {
  readonly screen: MissionScreen;
  readonly name: string;
  readonly keys: string;
}

export const NAVIGATION: readonly ScreenName[] = [
  { screen: 'overview', name: 'Overview', keys: 'g o' },
  { screen: 'strength', name: 'Strength', keys: 'g s' },
  { screen: 'contributors', name: 'Contributors', keys: 'g c' },
  { screen: 'disputes', name: 'Disputes', keys: 'g d' },
  { screen: 'documents', name: 'Documents', keys: 'g r' },
  { screen: 'sites', name: 'Sites', keys: 'g t' },
  { screen: 'ledger', name: 'Ledger', keys: 'g l' },
];

/** Each folder of src/pages is a screen; its Page.svelte is a chunk of its own, loaded when first shown. */
const FILES = import.meta.glob<{ default: Component }>('../pages/*/Page.svelte');

/** How to load a screen; null where it has no page. */
export function pageOf(screen: Screen): (() => Promise<{ default: Component }>) | null {
  return FILES[`../pages/${screen}/Page.svelte`] ?? null;
}

export function titleOf(screen: Screen): string {
  const named = NAVIGATION.find((other) => other.screen === screen)?.name;
  return (
    named ??
    { login: 'Log in', password: 'Choose a password', account: 'Your account', accounts: 'Accounts' }[
      screen as string
    ] ??
    'Muster'
  );
}
