// The cards of claims that an answer names by their addresses alone, asked one by one and shown in the order named.
import { Ask, get } from './ask.svelte.ts';
import type { ClaimCard } from './shapes.ts';
import { written } from './written.svelte.ts';

/** Asks while the component lives; nothing while `ids` answers null. */
export function askCards(ids: () => readonly string[] | null): Ask<readonly ClaimCard[]> {
  const asked = new Ask<readonly ClaimCard[]>();
  // The same claims named anew are not asked anew.
  const wanted = $derived(ids()?.join(' ') ?? null);
  $effect(() => {
    void asked.turn;
    const after = written.last;
    if (wanted === null) {
      asked.answer = null;
      asked.problem = null;
      asked.pending = false;
      return;
    }
    const stop = new AbortController();
    asked.pending = true;
    const each = wanted.split(' ').filter((id) => id !== '');
    void Promise.all(each.map((id) => get('/api/v1/claims/{id}', { path: { id } }, after, stop.signal))).then(
      (outcomes) => {
        if (stop.signal.aborted) return;
        asked.pending = false;
        const failed = outcomes.find((outcome) => 'problem' in outcome);
        asked.problem = failed && 'problem' in failed ? failed.problem : null;
        if (!failed)
          asked.answer = outcomes.flatMap((outcome) => ('answer' in outcome ? [outcome.answer.claim] : []));
      },
    );
    return () => stop.abort();
  });
  return asked;
}
