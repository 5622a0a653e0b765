// The cards of claims that an answer names by their addresses alone, asked one by one and shown in the order named.
import { asking, get, type Ask } from './ask.svelte.ts';
import type { ClaimCard } from './shapes.ts';

/** Asks while the component lives; nothing while `ids` answers null. */
export function askCards(ids: () => readonly string[] | null): Ask<readonly ClaimCard[]> {
  // The same claims named anew are not asked anew.
  const wanted = $derived(ids()?.join(' ') ?? null);
  return asking(() => {
    const named = wanted?.split(' ').filter((id) => id !== '') ?? null;
    return (
      named &&
      (async (after, stop) => {
        const each = named.map((id) => get('/api/v1/claims/{id}', { path: { id } }, after, stop));
        const cards: ClaimCard[] = [];
        for (const outcome of await Promise.all(each)) {
          if ('problem' in outcome) return outcome;
          cards.push(outcome.answer.claim);
        }
        return { answer: cards };
      })
    );
  });
}
