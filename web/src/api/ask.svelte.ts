// A question to the API that is asked again whenever what it depends on changes. The last answer stays on the screen
// while the next one is worked out, so that nothing jumps.
import { client, type paths } from './client.ts';
import { problemFrom, UNREACHABLE, type Problem } from './problem.ts';
import { written } from './written.svelte.ts';

type Get = { [P in keyof paths]: paths[P] extends { get: unknown } ? P : never }[keyof paths];
export type Answer<P extends Get> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
export type Parameters<P extends Get> = paths[P] extends { get: { parameters: infer A } } ? A : never;

/** What is known of an answer: the newest one, whether a newer is being worked out, and what went wrong. */
export class Ask<A> {
  answer = $state.raw<A | null>(null);
  problem = $state.raw<Problem | null>(null);
  pending = $state(true);
  #again = $state(0);

  /** Asks once more. */
  again(): void {
    this.#again += 1;
  }

  /** Read in an effect, this makes it run again. */
  get turn(): number {
    return this.#again;
  }
}

export type Outcome<A> = { answer: A } | { problem: Problem };
/** Asks, after this entry is in the answer, until it is told to stop. */
type Question<A> = (after: string | null, stop: AbortSignal) => Promise<Outcome<A>>;

/** Asks while the component lives. `question` is read as an effect; where it answers null, nothing is asked and nothing is shown. */
export function asking<A>(question: () => Question<A> | null): Ask<A> {
  const asked = new Ask<A>();
  $effect(() => {
    void asked.turn;
    const put = question();
    const after = written.last;
    if (put === null) {
      asked.answer = null;
      asked.problem = null;
      asked.pending = false;
      return;
    }
    const stop = new AbortController();
    asked.pending = true;
    void put(after, stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      asked.pending = false;
      asked.problem = 'problem' in outcome ? outcome.problem : null;
      if ('answer' in outcome) asked.answer = outcome.answer;
    });
    return () => stop.abort();
  });
  return asked;
}

/** Asks the interface for one answer. */
export function ask<P extends Get>(path: P, parameters: () => Parameters<P> | null): Ask<Answer<P>> {
  return asking(() => {
    const of = parameters();
    return of && ((after, stop) => get(path, of, after, stop));
  });
}

/** An answer, or the problem in its place; never throws. */
export async function get<P extends Get>(
  path: P,
  parameters: Parameters<P>,
  after: string | null,
  signal?: AbortSignal,
): Promise<Outcome<Answer<P>>> {
  // After a write the newest answer is waited for; else the last one made will do while a newer is worked out.
  const headers = after === null ? {} : { 'Cache-Control': 'no-cache' };
  try {
    // The client's own types follow each path; here the path is any, and Answer says what comes back.
    const loose = client.GET as unknown as (
      path: string,
      init: object,
    ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
    const { data, error, response } = await loose(path, { params: parameters, headers, signal });
    return response.ok ? { answer: data as Answer<P> } : { problem: problemFrom(response.status, error) };
  } catch {
    return { problem: UNREACHABLE };
  }
}
