// Keys that depend on what a page shows: however often effects take them away and add them anew, none is lost.
import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { keys, pageKeys } from './keys.svelte.ts';

let stop = () => {};
afterEach(() => stop());

const names = () => keys.groups.map(({ name, keys }) => `${name}: ${keys.map(({ keys }) => keys).join('')}`);

test('groups that change in one turn take their new keys, and go with their page', () => {
  let shown = $state(1);
  let shows = $state(true);
  const pressed: string[] = [];
  const group = (name: string) => () => ({
    name,
    keys: [{ keys: String(shown), does: name, act: () => void pressed.push(`${name} ${shown}`) }],
  });
  stop = $effect.root(() => {
    pageKeys(group('frame'));
    $effect(() => {
      if (!shows) return;
      // As a page within the frame does.
      pageKeys(group('page'));
      pageKeys(group('part'));
    });
  });
  flushSync();
  expect(names().sort()).toEqual(['frame: 1', 'page: 1', 'part: 1']);
  for (const next of [2, 3, 4]) {
    shown = next;
    flushSync();
    expect(names().sort()).toEqual([`frame: ${next}`, `page: ${next}`, `part: ${next}`]);
    keys.press(new KeyboardEvent('keydown', { key: String(next), cancelable: true }));
    keys.press(new KeyboardEvent('keydown', { key: String(next - 1), cancelable: true }));
  }
  expect(pressed).toEqual(['part 2', 'part 3', 'part 4']);
  shows = false;
  shown = 5;
  flushSync();
  expect(names()).toEqual(['frame: 5']);
  stop();
  expect(names()).toEqual([]);
});
