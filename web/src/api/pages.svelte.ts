// A list that comes page by page: its first page is asked for anew whenever what it depends on changes; more are added when wanted.
import { get, type Answer, type Parameters } from './ask.svelte.ts';
import type { paths } from './client.ts';
import type { Problem } from './problem.ts';
import { written } from './written.svelte.ts';

type Get = { [P in keyof paths]: paths[P] extends { get: unknown } ? P : never }[keyof paths];
/** The routes that answer with a page. */
export type Listed = {
  [P in Get]: Answer<P> extends { items: unknown[]; next: string | null } ? P : never;
}[Get];
export type Item<P extends Listed> = Answer<P> extends { items: (infer I)[] } ? I : never;

/** What is known of a list. */
export class Pages<I> {
  /** What has come; null before the first page. */
  items = $state.raw<readonly I[] | null>(null);
  /** Whether more can be asked for. */
  goesOn = $state(false);
  pending = $state(true);
  problem = $state.raw<Problem | null>(null);
  /** Adds the next page. */
  more: () => void = () => undefined;
  /** Asks once more for the first page. */
  again: () => void = () => undefined;
}

/** Lists while the component lives; `parameters` is read as an effect. */
export function pages<P extends Listed>(path: P, parameters: () => Parameters<P>): Pages<Item<P>> {
  const list = new Pages<Item<P>>();
  let turn = $state(0);
  list.again = () => (turn += 1);
  $effect(() => {
    void turn;
    const of = parameters();
    const after = written.last;
    const stop = new AbortController();
    let cursor: string | null = null;
    const load = async () => {
      list.pending = true;
      const given = of as { query?: Record<string, unknown> };
      const { query } = given;
      const page = { ...given, query: cursor === null ? query : { ...query, cursor } } as Parameters<P>;
      const outcome = await get(path, page, after, stop.signal);
      if (stop.signal.aborted) return;
      list.pending = false;
      list.problem = 'problem' in outcome ? outcome.problem : null;
      if (!('answer' in outcome)) return;
      const { items, next } = outcome.answer as { items: Item<P>[]; next: string | null };
      list.items = cursor === null ? items : [...(list.items ?? []), ...items];
      list.goesOn = next !== null;
      cursor = next;
    };
    list.more = () => {
      if (!list.pending && cursor !== null) void load();
    };
    void load();
    return () => stop.abort();
  });
  return list;
}
