// A text cut where claims begin and end, so that each can be underlined. Two laws hold: the cuts put together are the
// text, and a claim's cuts put together are its quote.

/** From one place in the text to another, the end left out, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Marked extends Stretch {
  readonly id: string;
}

/** A claim's line below a run of text; claims that overlap have lines of different height. */
export interface Line {
  readonly id: string;
  readonly height: number;
}

/** A run of text over which nothing changes. */
export interface Run extends Stretch {
  readonly text: string;
  /** The claims it belongs to, longest first. */
  readonly lines: readonly Line[];
}

/** A paragraph: its runs, with the line ends behind it. */
export interface Paragraph extends Stretch {
  readonly runs: readonly Run[];
}

/** The lowest height of a line; claims that overlap further share it. */
export const HEIGHTS = 3;

/** The text in paragraphs and runs. A place that does not lie in the text is left out. */
export function paragraphs(text: string, marked: readonly Marked[]): Paragraph[] {
  const inText = marked.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const heights = linesOf(inText);
  const borders = paragraphEnds(text);
  const cuts = [
    ...new Set([0, ...inText.flatMap(({ start, end }) => [start, end]), ...borders, text.length]),
  ].sort((a, b) => a - b);
  const begins = [...inText].sort((a, b) => a.start - b.start || b.end - a.end);

  const out: { start: number; end: number; runs: Run[] }[] = [];
  let open: Marked[] = [];
  let next = 0;
  let paragraph: { start: number; end: number; runs: Run[] } = { start: 0, end: 0, runs: [] };
  const ends = new Set(borders);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] ?? 0, cuts[i + 1] ?? 0];
    open = open.filter((claim) => claim.end > start);
    for (let claim = begins[next]; claim !== undefined && claim.start === start; claim = begins[++next]) {
      open.push(claim);
    }
    const lines = [...open]
      .sort((a, b) => b.end - b.start - (a.end - a.start) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => ({ id, height: heights.get(id) ?? 0 }));
    paragraph.runs.push({ start, end, text: text.slice(start, end), lines });
    paragraph.end = end;
    if (ends.has(end)) {
      out.push(paragraph);
      paragraph = { start: end, end, runs: [] };
    }
  }
  if (paragraph.runs.length > 0) out.push(paragraph);
  return out;
}

/** The claims in the order in which they are read: by where they begin, the longer first. */
export function inReadingOrder<M extends Marked>(marked: readonly M[]): M[] {
  return [...marked].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** The height of each claim's line: the first that no claim it overlaps has taken. */
function linesOf(marked: readonly Marked[]): Map<string, number> {
  const heights = new Map<string, number>();
  const free: number[] = [];
  for (const { id, start, end } of inReadingOrder(marked)) {
    let height = free.findIndex((until) => until <= start);
    if (height === -1) height = free.length;
    free[height] = end;
    heights.set(id, Math.min(height, HEIGHTS - 1));
  }
  return heights;
}

/** Behind each row of line ends. */
function paragraphEnds(text: string): number[] {
  return [...text.matchAll(/(?:\r?\n[ \t]*)+/g)].map((found) => found.index + found[0].length);
}
