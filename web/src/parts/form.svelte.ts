// A form as it is filled in: what is wrong with which field, what the server said, and whether it is being sent.
import type { Problem } from '../api/problem.ts';

/** Something wrong in a field, and what to write instead. */
export interface Fault {
  /** The field's id on the screen. */
  readonly field: string;
  readonly words: string;
}

export class Form {
  faults = $state.raw<readonly Fault[]>([]);
  /** What the server refused that is no field's fault. */
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** Grows with every refusal, so that the summary takes the focus again. */
  refusals = $state(0);

  /** What is wrong in a field; null where nothing is. */
  fault(field: string): string | null {
    return this.faults.find((fault) => fault.field === field)?.words ?? null;
  }

  /**
   * Sends the form unless a field is at fault. Answers what came back, or null where it was refused. `fieldOf` names the field
   * that a problem of the server belongs to.
   */
  async submit<A>(
    faults: readonly (Fault | null)[],
    request: () => Promise<{ answer: A } | { problem: Problem }>,
    fieldOf: (problem: Problem) => string | null = (problem) => problem.field ?? null,
  ): Promise<A | null> {
    if (this.busy) return null;
    this.problem = null;
    this.faults = faults.filter((fault) => fault !== null);
    if (this.faults.length > 0) {
      this.refusals += 1;
      return null;
    }
    this.busy = true;
    const outcome = await request();
    this.busy = false;
    if ('answer' in outcome) return outcome.answer;
    const { problem } = outcome;
    const field = fieldOf(problem);
    if (field === null) this.problem = problem;
    else
      this.faults = [
        { field, words: [problem.detail ?? problem.title, problem.hint].filter(Boolean).join('; ') },
      ];
    this.refusals += 1;
    return null;
  }
}
