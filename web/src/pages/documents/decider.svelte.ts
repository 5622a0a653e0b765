// Enters the decisions of a review one after the other while the review goes on, and tells when all are in the ledger.
import { client } from '../../api/client.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/send.ts';
import { written } from '../../api/written.svelte.ts';
import type { Decision, Standing } from './review.ts';

interface Waiting {
  readonly decision: Decision;
  readonly before: Standing;
}

export class Decider {
  waiting = $state.raw<readonly Waiting[]>([]);
  problem = $state.raw<Problem | null>(null);
  readonly #onfailed: (claim: string, before: Standing) => void;
  #entered: string[] = [];

  constructor(onfailed: (claim: string, before: Standing) => void) {
    this.#onfailed = onfailed;
  }

  /** The claims whose decisions the ledger may not have yet. */
  get claims(): readonly string[] {
    return this.waiting.map(({ decision }) => decision.claim);
  }

  /** Hands a decision in; `before` is how its claim stood. */
  enter(decision: Decision, before: Standing): void {
    this.waiting = [...this.waiting, { decision, before }];
    if (this.waiting.length === 1) void this.#work();
  }

  async #work(): Promise<void> {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const outcome = await send(client.POST('/api/v1/decisions', { body: next.decision }));
      if ('problem' in outcome) {
        this.problem = outcome.problem;
        // What was pressed after it on the same claim rests on it.
        const { claim } = next.decision;
        this.waiting = this.waiting.slice(1).filter(({ decision }) => decision.claim !== claim);
        this.#onfailed(claim, next.before);
      } else {
        this.problem = null;
        this.#entered.push(outcome.answer.id);
        this.waiting = this.waiting.slice(1);
      }
    }
    // Told once, when nothing waits: each telling asks for what is on the screen anew.
    written.tell(this.#entered);
    this.#entered = [];
  }
}
