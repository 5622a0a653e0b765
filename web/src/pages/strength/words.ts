// How a claim of the chart reads, and how it was taken.
import type { Point } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';

/** `nearly 400 there`, `200 came`, `24 left (repatriate)`. */
export function saidWords({ tells, words, step }: Point): string {
  if (tells === 'count') return `${words} there`;
  const moved = tells === 'came' ? 'came' : 'left';
  return step === null || step === 'deploy' ? `${words} ${moved}` : `${words} ${moved} (${step})`;
}

/** How the reading took it: `stands`, `outvoted: the reading has 383`. */
export function takenWords({ taken, reading }: Pick<Point, 'taken' | 'reading'>): string {
  switch (taken) {
    case 'stands':
      return 'stands';
    case 'outvoted':
      return reading === null ? 'outvoted' : `outvoted: the reading has ${number(reading)}`;
    case 'part_only':
      return 'counts named units only';
    case 'not_weighed':
      return 'not weighed: it may repeat others';
  }
}
