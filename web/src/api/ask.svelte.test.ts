// A question: its answer, its problem, the old answer while a new one is worked out, and the order of late answers.
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, type Ask } from './ask.svelte.ts';
import { client } from './client.ts';
import type { Missions } from './shapes.ts';

const missions = (today: string): Missions => ({ missions: [], today });
const ok = (data: unknown) => ({ data, response: new Response(null, { status: 200 }) });
const settled = () => new Promise((resolve) => setTimeout(resolve));

let stop = () => {};
afterEach(() => stop());

function asking(): Ask<Missions> {
  let asked: Ask<Missions> | null = null;
  stop = $effect.root(() => {
    asked = ask('/api/v1/missions', () => ({}));
  });
  flushSync();
  if (asked === null) throw new Error('nothing was asked');
  return asked;
}

test('an answer', async () => {
  vi.spyOn(client, 'GET').mockResolvedValue(ok(missions('2025-10-02')) as never);
  const asked = asking();
  expect([asked.pending, asked.answer]).toEqual([true, null]);
  await settled();
  expect([asked.pending, asked.answer, asked.problem]).toEqual([false, missions('2025-10-02'), null]);
});

test('a refusal is a problem, and so is no answer; the old answer stays beside it', async () => {
  const get = vi.spyOn(client, 'GET').mockResolvedValueOnce(ok(missions('2025-10-02')) as never);
  const asked = asking();
  await settled();
  get.mockResolvedValueOnce({
    error: { code: 'too_many' },
    response: new Response(null, { status: 429 }),
  } as never);
  asked.again();
  flushSync();
  await settled();
  expect([asked.problem?.code, asked.answer]).toEqual(['too_many', missions('2025-10-02')]);
  get.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  asked.again();
  flushSync();
  await settled();
  expect([asked.problem?.code, asked.answer]).toEqual(['unreachable', missions('2025-10-02')]);
});

test('an older answer that comes late is dropped', async () => {
  const late: ((answer: unknown) => void)[] = [];
  vi.spyOn(client, 'GET').mockImplementation((() => new Promise((resolve) => late.push(resolve))) as never);
  const asked = asking();
  asked.again();
  flushSync();
  late[1]?.(ok(missions('2025-10-02')));
  await settled();
  late[0]?.(ok(missions('2024-01-01')));
  await settled();
  expect(asked.answer).toEqual(missions('2025-10-02'));
});
