// A day is typed, stepped and given back; what is no day is told and changes nothing.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Day } from '../address/day.ts';
import DayField from './DayField.svelte';

let shown: object | null = null;
afterEach(() => {
  if (shown) void unmount(shown);
  document.body.replaceChildren();
});

function field(value: Day | null) {
  const onchange = vi.fn<(day: Day | null) => void>();
  shown = mount(DayField, {
    target: document.body,
    props: { label: 'as of', value, fallback: '2025-10-02' as Day, onchange },
  });
  flushSync();
  const input = document.querySelector('input');
  if (input === null) throw new Error('the field has no input');
  const press = (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    flushSync();
  };
  const type = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    press('Enter');
  };
  return { input, onchange, press, type };
}

test.each([
  ['ArrowUp', '2025-03-01'],
  ['ArrowDown', '2025-02-27'],
  ['PageUp', '2025-03-28'],
  ['PageDown', '2025-01-28'],
])('%s steps to %s', (key, want) => {
  const { onchange, press } = field('2025-02-28' as Day);
  press(key);
  expect(onchange.mock.calls).toEqual([[want]]);
});

test('where no day is chosen, the fallback is shown, and steps go from it', () => {
  const { input, onchange, press } = field(null);
  expect(input.value).toBe('2 Oct 2025');
  press('ArrowDown');
  expect(onchange).toHaveBeenCalledWith('2025-10-01');
});

test.each([
  ['1 Jan 2024', '2024-01-01'],
  ['today', null],
  ['', null],
])('typed %j', (text, want) => {
  const { onchange, type } = field('2025-02-28' as Day);
  type(text);
  expect(onchange.mock.calls).toEqual([[want]]);
});

test('what is no day is told, and Escape takes it back', () => {
  const { input, onchange, press, type } = field('2025-02-28' as Day);
  type('31 Feb 2025');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Not a day');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  press('Escape');
  expect(document.querySelector('[role=alert]')).toBeNull();
  expect(input.value).toBe('28 Feb 2025');
  expect(onchange).not.toHaveBeenCalled();
});
