// When, as a person types it, in the form of the interface (EDTF).
import { typedDay } from '../../address/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What a person typed, as EDTF: `11 Oct 2024`, `June 2024`, `2024`, `by 7 Jan 2024`, `since 2025`, `June 2024 to July 2024`; `..` for nothing; null where it names no time. */
export function edtfFrom(typed: string): string | null {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (text === '' || text === '..' || /^(unstated|unknown|not told)$/i.test(text)) return '..';
  const by = /^(?:by|until|\.\.\/) ?(.+)$/i.exec(text);
  if (by) return around(periodFrom(by[1] ?? ''), (period) => `../${period}`);
  const since = /^(?:since|from) (.+?)(?: on)?$/i.exec(text);
  const range = /^(?:between |from )?(.+?)(?: to | and | - | – |\/)(.+)$/i.exec(text);
  if (range && range[2] !== '..') {
    const [from, to] = [periodFrom(range[1] ?? ''), periodFrom(range[2] ?? '')];
    if (from !== null && to !== null) return `${from}/${to}`;
  }
  if (since) return around(periodFrom(since[1] ?? ''), (period) => `${period}/..`);
  if (range?.[2] === '..') return around(periodFrom(range[1] ?? ''), (period) => `${period}/..`);
  return periodFrom(text);
}

function around(period: string | null, write: (period: string) => string): string | null {
  return period === null ? null : write(period);
}

function periodFrom(text: string): string | null {
  const exact = typedDay(text);
  if (exact) return exact;
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)) return text;
  const month = /^([a-z]{3,9})\.? (\d{4})$/i.exec(text);
  const at = MONTHS.indexOf((month?.[1] ?? '').slice(0, 3).toLowerCase());
  return month && at >= 0 ? `${month[2] ?? ''}-${String(at + 1).padStart(2, '0')}` : null;
}
