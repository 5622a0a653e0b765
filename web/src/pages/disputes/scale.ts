// Where the readings of a dispute stand on one scale, in per cent of its width.
import type { Between, Dispute } from '../../api/shapes.ts';

export interface Mark {
  readonly taken: boolean;
  /** Its number; null where none is given. */
  readonly at: number | null;
  /** What its words leave open. */
  readonly from: number;
  readonly to: number;
}

export interface Scale {
  /** The one taken, then the outvoted. */
  readonly marks: readonly Mark[];
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

/** The scale runs from the least to the most that anybody says, with room on both sides, and never below none. */
export function scaleOf({ taken, outvoted }: Pick<Dispute, 'taken' | 'outvoted'>): Scale {
  const sides: Between[] = [taken, ...outvoted.map((one) => one.said)];
  const values = sides.flatMap(({ low, best, high }) => [low, best ?? low, high ?? best ?? low]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1, (most - least) * 0.12);
  const [from, to] = [Math.max(0, least - room), most + room];
  const at = (value: number) => (100 * (value - from)) / (to - from);
  return {
    marks: sides.map(({ low, best, high }, i) => ({
      taken: i === 0,
      at: best === null ? null : at(best),
      from: at(low),
      // Without a most it is open to the end of the scale.
      to: high === null ? 100 : at(high),
    })),
    ticks: ticks([...new Set(sides.map(({ low, best }) => best ?? low))], at),
  };
}

/** The numbers themselves are the ticks; of those that would touch, the first stands. */
function ticks(values: readonly number[], at: (value: number) => number): Scale['ticks'] {
  const kept: { value: number; at: number }[] = [];
  for (const value of values) {
    if (kept.every((other) => Math.abs(other.at - at(value)) > 7)) kept.push({ value, at: at(value) });
  }
  return kept.sort((a, b) => a.at - b.at);
}
