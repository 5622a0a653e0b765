// What the overview reads from lines of strength.
import type { Figure, Strength } from '../../api/shapes.ts';

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

/**
 * Most deployed first, then most ready, in training, owed: the order of the bars. Numbers of nobody named, and of whoever
 * else, come after the contributors.
 */
export function byReach(a: Strength, b: Strength): number {
  const named = (line: Strength) => Number(['party', 'parties'].includes(line.whose.kind));
  if (named(a) !== named(b)) return named(b) - named(a);
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
