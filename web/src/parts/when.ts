// When something held, as the API writes it, in words; and the days within its sentences.
import { day, dayWords } from '../address/day.ts';

/** `25 Jun 2024`, `Jun 2024`, `Jun 2024 to Jul 2024`, `by 7 Jan 2024`, `since Jan 2025`; nothing where it is open both ways. */
export function whenWords(edtf: string): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined || from === to) return from === '..' ? '' : point(from);
  if (from === '..') return to === '..' ? '' : `by ${point(to)}`;
  return to === '..' ? `since ${point(from)}` : `${point(from)} to ${point(to)}`;
}

function point(text: string): string {
  const whole = day(text);
  if (whole) return dayWords(whole);
  const month = day(`${text}-01`);
  return month ? dayWords(month).slice(2) : text;
}

/** A sentence of the API with its days as people write them, and its bounds unbroken: `by 2 Oct 2025`, `745 (733–761)`. */
export function readable(sentence: string): string {
  return sentence
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (text) => {
      const on = day(text);
      return on ? dayWords(on).replaceAll(' ', '\u00a0') : text;
    })
    .replaceAll(/(?<=\()(\d[\d,]*)-(\d[\d,]*)(?=\))/g, '$1\u2060–\u2060$2');
}
