// A moment, as people read it: the day and the time of the reader's own clock.
import { dayWords, today } from '../address/day.ts';

/** `2 Oct 2025, 14:05`; what is no moment is shown as it is. */
export function momentWords(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayWords(today(at))}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
