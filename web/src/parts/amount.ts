// A figure in signs: its best reading and, apart from it, its bounds. The server's own words stand beside them for listeners.
import type { Figure } from '../api/shapes.ts';

export interface AmountSigns {
  /** `745`, `2,900+`, `some`. */
  readonly best: string;
  /** `733–761`, `733+`; null where nothing is open. */
  readonly bounds: string | null;
}

const grouped = new Intl.NumberFormat('en-GB', { useGrouping: 'always' });

/** `1,500`. */
export function number(n: number): string {
  return grouped.format(n);
}

/** `733–761`; `733+` without a most; `745` where both are one. */
export function range(low: number, high: number | null): string {
  if (high === null) return `${number(low)}+`;
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

export function amountSigns({ low, best, high }: Pick<Figure, 'low' | 'best' | 'high'>): AmountSigns {
  if (best === null) return { best: 'some', bounds: low > 1 || high !== null ? range(low, high) : null };
  if (high === null && best === low) return { best: `${number(best)}+`, bounds: null };
  return { best: number(best), bounds: low === high ? null : range(low, high) };
}
