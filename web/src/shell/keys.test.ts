// What a pressed key does: one key, two in turn, none while typing, none when switched off; a page's key before the frame's.
import { afterEach, expect, test, vi } from 'vitest';
import { keys } from './keys.svelte.ts';

const taken: (() => void)[] = [];
afterEach(() => {
  taken.splice(0).forEach((take) => take());
  keys.switch(true);
});

function pressed(...presses: string[]) {
  const [o, g, one] = [vi.fn(), vi.fn(), vi.fn()];
  taken.push(
    keys.add({
      name: 'frame',
      keys: [
        { keys: 'g o', does: 'overview', act: o },
        { keys: 'x', does: 'frame', act: g },
      ],
    }),
  );
  taken.push(keys.add({ name: 'page', keys: [{ keys: 'x', does: 'page', act: one }] }));
  for (const key of presses) keys.press(new KeyboardEvent('keydown', { key, cancelable: true }));
  return { overview: o.mock.calls.length, frame: g.mock.calls.length, page: one.mock.calls.length };
}

test.each([
  [['g', 'o'], { overview: 1, frame: 0, page: 0 }],
  [['o'], { overview: 0, frame: 0, page: 0 }],
  [['g', 'x'], { overview: 0, frame: 0, page: 0 }],
  [['x'], { overview: 0, frame: 0, page: 1 }],
])('%j', (presses, want) => {
  expect(pressed(...presses)).toEqual(want);
});

test('nothing when switched off, nothing while typing', () => {
  keys.switch(false);
  expect(pressed('x').page).toBe(0);
  keys.switch(true);
  const field = document.createElement('input');
  document.body.append(field);
  const act = vi.fn();
  taken.push(keys.add({ name: 'page', keys: [{ keys: 'y', does: 'page', act }] }));
  field.addEventListener('keydown', (event) => keys.press(event));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'y' }));
  expect(act).not.toHaveBeenCalled();
  field.remove();
});

test('the frame’s keys stand behind a page’s, whichever came last', () => {
  const [frame, page] = [vi.fn(), vi.fn()];
  taken.push(keys.add({ name: 'page', keys: [{ keys: 'y', does: 'page', act: page }] }));
  taken.push(keys.add({ name: 'frame', frame: true, keys: [{ keys: 'y', does: 'frame', act: frame }] }));
  keys.press(new KeyboardEvent('keydown', { key: 'y', cancelable: true }));
  expect([page.mock.calls.length, frame.mock.calls.length]).toEqual([1, 0]);
});
