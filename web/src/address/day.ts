// A day in the mission's area, as `2025-10-02`: days compare as text, and are stepped, read and shown here alone.

declare const isDay: unique symbol;
/** A day that exists, as year-month-day. */
export type Day = string & { readonly [isDay]: true };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MS_A_DAY = 86_400_000;

/** The day that the text names as `2025-10-02`, or null where it names none. */
export function day(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  return fromParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day that a person typed: `2025-10-02`, `2 Oct 2025`, `Oct 2, 2025`, `2/10/2025` (day first); null where it is none. */
export function typedDay(text: string): Day | null {
  const tidy = text.trim().replaceAll(/[,.]/g, ' ').replaceAll(/\s+/g, ' ');
  const exact = day(tidy);
  if (exact) return exact;
  const numbers = /^(\d{1,2})[/ -](\d{1,2})[/ -](\d{4})$/.exec(tidy);
  if (numbers) return fromParts(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9}) (\d{4})$/i.exec(tidy);
  if (dayFirst) return fromParts(Number(dayFirst[3]), month(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/i.exec(tidy);
  if (monthFirst) return fromParts(Number(monthFirst[3]), month(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

/** `2 Oct 2025`. */
export function dayWords(of: Day): string {
  const date = new Date(utc(of));
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** The day so many days later, or earlier where negative; days stay within the years 0001 to 9999. */
export function daysLater(from: Day, days: number): Day {
  const moved = new Date(utc(from) + days * MS_A_DAY);
  return fromParts(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate()) ?? from;
}

/** The same day of the month so many months later; the month's last where it has no such day. */
export function monthsLater(from: Day, months: number): Day {
  const date = new Date(utc(from));
  const at = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, index] = [Math.floor(at / 12), ((at % 12) + 12) % 12];
  for (let last = date.getUTCDate(); last > 27; last--) {
    const there = fromParts(year, index + 1, last);
    if (there) return there;
  }
  return fromParts(year, index + 1, date.getUTCDate()) ?? from;
}

/** How many days from one to the other. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_A_DAY);
}

/** A moment at the day's start, for scales that want a date. */
export function dayDate(of: Day): Date {
  return new Date(utc(of));
}

/** The day of a moment, as the reader's own calendar has it. */
export function today(now: Date): Day {
  return fromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? ('1970-01-01' as Day);
}

function utc(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`);
}

function month(word: string): number {
  return MONTHS.findIndex((name) => word.toLowerCase().startsWith(name.toLowerCase())) + 1;
}

function fromParts(year: number, monthOfYear: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(monthOfYear)}-${two(dayOfMonth)}`;
  const moment = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes 31 February for 3 March: what does not come back as it went in is no day.
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text) return null;
  return text as Day;
}
