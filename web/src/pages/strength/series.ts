// What the chart of strength draws, reckoned from the series of the API: steps, points, the ceiling, and how far the axes reach.
import { dayDate, daysLater, day, type Day } from '../../address/day.ts';
import type { Between, Point, Series, StrengthThroughTime } from '../../api/shapes.ts';

/** What stands from a moment on, until the next step; `best` is undefined where nothing stands, so that a line breaks there. */
export interface Step {
  readonly at: Date;
  readonly low: number | undefined;
  readonly best: number | undefined;
  readonly high: number | undefined;
}

/** A claim on the chart: a count at its height, a movement from what stood before it to where it led. */
export interface Dot {
  readonly point: Point;
  readonly series: Series;
  readonly at: Date;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Where a movement begins; null for a count. */
  readonly from: number | null;
  readonly stands: boolean;
}

/** What stood at the end of a day. */
export function stoodOn(series: Series, on: Day): Between | null {
  let stood: Between | null = null;
  for (const step of series.days) {
    if (step.day > on) break;
    stood = step.stood;
  }
  return stood;
}

/** The steps of a series up to a last day; without a most, the band reaches to `top`. */
export function steps(series: Series, last: Day, top: number): Step[] {
  const made = series.days
    .filter((step) => step.day <= last)
    .map(({ day: on, stood }): Step => step(on as Day, stood, top));
  const end = stoodOn(series, last);
  return made.length === 0 ? made : [...made, step(last, end, top)];
}

function step(on: Day, stood: Between | null, top: number): Step {
  if (stood === null) return { at: dayDate(on), low: undefined, best: undefined, high: undefined };
  return { at: dayDate(on), low: stood.low, best: stood.best ?? stood.low, high: stood.high ?? top };
}

/** The claims of a series as dots, in the order of their days. A claim that gives no number stands at the least it means. */
export function dots(series: Series): Dot[] {
  return series.points.map((point): Dot => {
    const on = point.day as Day;
    const said = point.best ?? point.low;
    const stands = point.taken !== 'outvoted';
    if (point.tells === 'count') {
      return {
        point,
        series,
        at: dayDate(on),
        y: said,
        low: point.low,
        high: point.high ?? said,
        from: null,
        stands,
      };
    }
    const before = stoodOn(series, daysLater(on, -1))?.best ?? 0;
    const way = point.tells === 'came' ? 1 : -1;
    const to = Math.max(0, before + way * said);
    return { point, series, at: dayDate(on), y: to, low: to, high: to, from: before, stands };
  });
}

/** A ceiling from the day on which it begins. */
export interface CeilingStep {
  readonly at: Date;
  readonly y: number;
}

/** The ceiling as steps, law apart from plans. It is the whole mission's: beside one contributor's strength it says nothing. */
export function ceilingSteps(
  data: StrengthThroughTime,
  last: Day,
): { authorised: CeilingStep[]; planned: CeilingStep[] } {
  const whole = data.series.some(({ whose }) => whose.kind === 'sum' || whose.kind === 'mission');
  const kind = (resource: string) => resource.split('/')[0];
  const own = data.ceilings.filter((ceiling) => whole && kind(ceiling.resource) === kind(data.resource));
  const chain = (authorised: boolean) => {
    const made = own
      .flatMap((ceiling) => {
        const first = day(ceiling.first_day ?? '');
        const fits = ceiling.authorised === authorised && first !== null && first <= last;
        return fits ? [{ at: dayDate(first), y: ceiling.quantity.high ?? ceiling.quantity.low }] : [];
      })
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const end = made.at(-1);
    return end ? [...made, { ...end, at: dayDate(last) }] : [];
  };
  return { authorised: chain(true), planned: chain(false) };
}

/** Steps from a moment on: what began before it begins there. */
export function from(steps: readonly CeilingStep[], begin: Date): CeilingStep[] {
  const before = steps.findLast((step) => step.at <= begin);
  return [...(before ? [{ ...before, at: begin }] : []), ...steps.filter((step) => step.at > begin)];
}

/** A ceiling so many times higher than all else is named at the top and not drawn: the rest would lie flat. */
const TOO_HIGH = 3;

export interface Reach {
  readonly from: Date;
  readonly to: Date;
  readonly top: number;
}

/** How far the axes reach: from the first thing told to the last day, and over all that is told, and the ceilings within sight. */
export function reach(data: StrengthThroughTime, last: Day): Reach {
  const days = data.series.flatMap((series) => [
    ...series.days.map((step) => step.day),
    ...series.points.map((point) => point.day),
  ]);
  const first = days.reduce((least, on) => (on < least ? on : least), last);
  const told = data.series.flatMap((series) => [
    ...series.days.flatMap(({ stood }) => [stood?.best ?? 0, stood?.high ?? 0]),
    ...dots(series).flatMap((dot) => [dot.y, dot.high]),
  ]);
  const most = Math.max(1, ...told);
  const { authorised, planned } = ceilingSteps(data, last);
  const ceilings = [...authorised, ...planned].map((step) => step.y).filter((y) => y <= most * TOO_HIGH);
  return {
    from: dayDate(daysLater(first as Day, -14)),
    to: dayDate(last),
    top: Math.max(most, ...ceilings) * 1.06,
  };
}
