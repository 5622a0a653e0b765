// The deciding on one opened item: which claim, which ruling, why; sending it; and what it changed.
import { client } from '../../api/client.ts';
import { problemFrom, UNREACHABLE, type Problem } from '../../api/problem.ts';
import type { ClaimCard, Disputes } from '../../api/shapes.ts';
import { written } from '../../api/written.svelte.ts';
import { rulingWords, type Ruling } from './ruling.ts';

type Focus = 'form' | 'why';

export interface Draft {
  readonly claim: string;
  readonly ruling: Ruling;
  readonly other: string | null;
  readonly why: string;
}

/** What is missing of a draft, by field. */
export interface Missing {
  readonly other: string | null;
  readonly why: string | null;
}

/** A decision that was entered, with the screen as it was before. */
export interface Made {
  readonly words: string;
  readonly item: string | null;
  readonly before: Disputes;
}

export function missing({ claim, ruling, other, why }: Draft): Missing {
  const needsOther = rulingWords(ruling).other !== null;
  return {
    other: !needsOther
      ? null
      : other === null
        ? 'Choose the other claim'
        : other === claim
          ? 'Choose another claim than the one decided on'
          : null,
    why: why.trim() === '' ? 'Say why: the reason is kept with the decision' : null,
  };
}

export class Desk {
  /** Whether whoever is logged in may decide here. */
  may = $state(false);
  claims = $state.raw<readonly ClaimCard[]>([]);
  claim = $state<string | null>(null);
  ruling = $state<Ruling>('accept');
  other = $state<string | null>(null);
  why = $state('');
  tried = $state(false);
  sending = $state(false);
  problem = $state.raw<Problem | null>(null);
  made = $state.raw<Made | null>(null);
  /** Told which part of the form wants the focus: the whole, where keys still choose the ruling, or the reason. */
  onbegin: (focus: Focus) => void = () => undefined;

  /** 1, 2, 3 … in the order of the screen; 0 for a claim that does not stand here. */
  numberOf(id: string): number {
    return this.claims.findIndex((claim) => claim.id === id) + 1;
  }

  /** Claims that can be decided on although they stand in no dispute now. */
  offer(claims: readonly ClaimCard[]): void {
    this.claims = [...this.claims, ...claims.filter((claim) => this.numberOf(claim.id) === 0)];
  }

  get chosen(): ClaimCard | null {
    return this.claims.find((claim) => claim.id === this.claim) ?? null;
  }

  get draft(): Draft | null {
    return this.claim === null
      ? null
      : { claim: this.claim, ruling: this.ruling, other: this.other, why: this.why };
  }

  /** Begins to decide on a claim. */
  begin(id: string | undefined, ruling: Ruling = this.ruling, focus: Focus = 'why'): void {
    if (!this.may || id === undefined || this.numberOf(id) === 0) return;
    this.claim = id;
    this.ruling = ruling;
    this.tried = false;
    this.problem = null;
    const others = this.claims.filter((claim) => claim.id !== id);
    if (this.other === id || !others.some((claim) => claim.id === this.other)) {
      this.other = others.length === 1 ? (others[0]?.id ?? null) : null;
    }
    this.onbegin(focus);
  }

  leave(): void {
    this.claim = null;
    this.why = '';
    this.tried = false;
    this.problem = null;
  }

  /** Sends the draft if nothing is missing. */
  async send(item: string | null, before: Disputes): Promise<void> {
    const draft = this.draft;
    if (draft === null || this.sending) return;
    this.tried = true;
    const lacks = missing(draft);
    if (lacks.other !== null || lacks.why !== null) return;
    const { name, other } = rulingWords(draft.ruling);
    const sent = await this.#enter({ ...draft, other: other === null ? null : draft.other });
    if (sent) {
      this.made = { words: `${name}: ${this.chosen?.words ?? draft.claim.slice(0, 8)}`, item, before };
      this.leave();
    }
  }

  /** Enters a decision; true when it is in the ledger. */
  async #enter({ claim, ruling, other, why }: Draft): Promise<boolean> {
    this.sending = true;
    this.problem = null;
    try {
      const body = { claim, ruling, why: why.trim(), ...(other === null ? {} : { other }) };
      const { data, error, response } = await client.POST('/api/v1/decisions', { body });
      if (data === undefined) {
        this.problem = problemFrom(response.status, error);
        return false;
      }
      written.tell([data.id]);
      return true;
    } catch {
      this.problem = UNREACHABLE;
      return false;
    } finally {
      this.sending = false;
    }
  }
}
