// What a decision changed, told from the screen before it and after it.
import type { Dispute, Disputes } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';
import { disputeId } from './matter.ts';

/** In sentences: what became of the dispute decided on, and of the others. */
export function outcome(id: string | null, before: Disputes, after: Disputes): string[] {
  const find = (answer: Disputes) => answer.disputes.find((dispute) => disputeId(dispute) === id);
  return [
    ...(id === null ? [] : ofThis(find(before), find(after))),
    ...ofOthers(id, before.disputes, after.disputes),
    ...ofGaps(before, after),
  ];
}

function ofThis(before: Dispute | undefined, after: Dispute | undefined): string[] {
  if (before === undefined) return [];
  if (after === undefined) return ['This is no longer in dispute.'];
  if (before.taken.words !== after.taken.words) {
    return [`Taken was ${before.taken.words}, and is now ${after.taken.words}.`];
  }
  if (before.outvoted.length !== after.outvoted.length) {
    return [
      `${before.taken.words} is still taken; ${after.outvoted.length} ${after.outvoted.length === 1 ? 'reading is' : 'readings are'} outvoted, ${before.outvoted.length} before.`,
    ];
  }
  return [`${after.taken.words} is still taken.`];
}

function ofOthers(id: string | null, before: readonly Dispute[], after: readonly Dispute[]): string[] {
  const others = (list: readonly Dispute[]) => new Set(list.map(disputeId).filter((other) => other !== id));
  const [was, is] = [others(before), others(after)];
  const [gone, come] = [[...was].filter((x) => !is.has(x)).length, [...is].filter((x) => !was.has(x)).length];
  const plural = (n: number, verb: string) =>
    `${number(n)} other ${n === 1 ? 'dispute' : 'disputes'} ${verb}.`;
  return [...(gone > 0 ? [plural(gone, 'settled')] : []), ...(come > 0 ? [plural(come, 'opened')] : [])];
}

function ofGaps(before: Disputes, after: Disputes): string[] {
  const untold = (answer: Disputes) =>
    answer.unexplained
      .filter((gap) => gap.resource.startsWith('people') && gap.of_note)
      .reduce((sum, gap) => sum + Math.abs(gap.amount), 0);
  const [was, is] = [untold(before), untold(after)];
  return was === is ? [] : [`Unexplained were ${number(was)} people, and are now ${number(is)}.`];
}
