// Going places: the history keeps each step, a screen's own choices stay with it, and links are followed without loading anew.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLinks, place } from './place.svelte.ts';
import type { Day } from './day.ts';

let stop = () => {};
beforeEach(() => {
  history.replaceState(null, '', '/MSS?as_of=2025-10-02');
  place.read();
  stop = followLinks();
});
afterEach(() => stop());

test('another screen keeps mission and days, and leaves filters and what lay open', () => {
  place.go({ filters: { party: ['KEN'] }, opened: { kind: 'claim', id: 'ab' } });
  expect(place.href({ screen: 'strength' })).toBe('/MSS/strength?as_of=2025-10-02');
});

test('another day keeps filters and what lies open', () => {
  place.go({ filters: { party: ['KEN'] }, opened: { kind: 'claim', id: 'ab' } });
  expect(place.href({ asOf: '2025-01-01' as Day })).toBe('/MSS?as_of=2025-01-01&party=KEN&claim=ab');
});

test('a step is kept by the history, a replacement is not, and no step leads to where one is', () => {
  const step = vi.spyOn(history, 'pushState');
  const replace = vi.spyOn(history, 'replaceState');
  place.go({ screen: 'disputes' });
  place.go({ asOf: null }, 'replace');
  place.go({ screen: 'disputes' });
  expect(step).toHaveBeenCalledTimes(1);
  expect(replace).toHaveBeenCalledTimes(1);
  expect(place.at).toMatchObject({ screen: 'disputes', asOf: null });
});

test('back is read from the browser', () => {
  history.replaceState(null, '', '/MSS/sites');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(place.at.screen).toBe('sites');
});

test.each([
  ['/MSS/ledger', {}, 'ledger'],
  ['/MSS/ledger', { ctrlKey: true }, 'overview'],
  ['/api/v1/missions/MSS/rows', {}, 'overview'],
])('a click on %s with %j leads to %s', (href, keys, screen) => {
  const link = document.createElement('a');
  link.href = href;
  link.append(document.createElement('span'));
  document.body.append(link);
  // What the screens leave to the browser must not load a page in the test.
  const leave = (event: Event) => event.preventDefault();
  window.addEventListener('click', leave);
  link.firstElementChild?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }),
  );
  window.removeEventListener('click', leave);
  link.remove();
  expect(place.at.screen).toBe(screen);
});
