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

/** Days and months within a sentence; what only looks like one, such as the name of a file, has more behind it. */
const WITHIN = /(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?(?:\/\d{4}-\d{2}(?:-\d{2})?)?(?![\w/-])/g;

/** A sentence of the API with its days as people write them, and its bounds unbroken: `by 2 Oct 2025`, `745 (733–761)`. */
export function readable(sentence: string): string {
  return sentence
    .replaceAll(/(?<=\()(\d[\d,]*)-(\d[\d,]*)(?=\))/g, '$1\u2060–\u2060$2')
    .replaceAll(WITHIN, (text) => whenWords(text).replaceAll(' ', '\u00a0'));
}

/** The same, begun with a capital: the server's words begin small, so that they can stand within a sentence. */
export function sentence(words: string): string {
  const text = readable(words);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A document's title in words: those of tables and files have days and underlines in them. */
export function titleWords(title: string): string {
  return readable(title.replaceAll('_', ' '));
}
