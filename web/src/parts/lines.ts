// What tables of contributors read from their lines of strength.
import type { Figure, Strength } from '../api/shapes.ts';

/** The figure of a stage, if the line has one. */
export function stageOf(line: Strength, stage: string): Figure | null {
  return line.stages.find((figure) => figure.key.stage === stage) ?? null;
}

/** Whether any number is told of a line; else all that is known is that something was promised. */
export function hasNumber(line: Strength): boolean {
  return [line.promised_in_all, ...line.stages].some(
    (figure) => figure !== null && (figure.best ?? figure.high ?? 0) > 0,
  );
}

/** Whether a line stands apart: a count of several together, or of nobody named, may be among the others and is not added. */
export function standsApart({ whose }: Pick<Strength, 'whose'>): boolean {
  return whose.kind !== 'party' && whose.kind !== 'sum';
}

/**
 * Most deployed first, then most ready, in training, owed: the order of the bars. What several have together, and numbers
 * of nobody named, come after the contributors.
 */
export function byReach(a: Strength, b: Strength): number {
  const rank = ({ whose }: Strength) => (whose.kind === 'party' ? 0 : whose.kind === 'parties' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  for (const stage of ['deployed', 'ready', 'training', 'promised']) {
    const order = (stageOf(b, stage)?.best ?? 0) - (stageOf(a, stage)?.best ?? 0);
    if (order !== 0) return order;
  }
  return a.whose.name.localeCompare(b.whose.name, 'en');
}

/** The count that the widest bar needs: what the largest contributor has in all stages, or may have. */
export function widest(lines: readonly Strength[]): number {
  const width = (line: Strength) => {
    const parts = line.stages.filter((figure) =>
      ['deployed', 'ready', 'training', 'promised'].includes(figure.key.stage),
    );
    const best = parts.reduce((sum, figure) => sum + (figure.best ?? 0), 0);
    return Math.max(best, ...parts.map((figure) => figure.high ?? 0));
  };
  return Math.max(1, ...lines.map(width));
}
