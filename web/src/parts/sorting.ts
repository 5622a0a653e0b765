// How the rows of a table are ordered, and how that order is written in an address.

export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export type Sortable = number | string | null;

/** `deployed` is upwards, `-deployed` downwards. */
export function readSorting(text: string | undefined): Sorting | null {
  if (!text) return null;
  return text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };
}

export function writeSorting({ column, down }: Sorting): string {
  return (down ? '-' : '') + column;
}

/** Rows by a value of each; those without one stand last either way, and equals keep their order. */
export function sorted<Row>(rows: readonly Row[], value: (row: Row) => Sortable, down: boolean): Row[] {
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en');
    return down ? -order : order;
  });
}
