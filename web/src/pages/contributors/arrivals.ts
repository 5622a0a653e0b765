// The drawing of promises and arrivals, by Observable Plot. Loaded when a contributor's page is first shown.
import * as Plot from '@observablehq/plot';
import { dayDate, daysLater, type Day } from '../../address/day.ts';
import type { StrengthThroughTime } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';
import { dots, steps, type Dot, type Step } from '../strength/series.ts';

/** Both lines up to a day; null where nothing is told of either. */
export function draw(
  promised: StrengthThroughTime,
  deployed: StrengthThroughTime,
  until: Day,
  width: number,
): SVGElement | null {
  const [pledges, arrivals] = [promised.series[0], deployed.series[0]];
  const told = [pledges, arrivals]
    .flatMap((series) => series?.days.map(({ day }) => day as Day) ?? [])
    .sort();
  const first = told[0];
  if (first === undefined || first > until) return null;
  const most = (series: typeof pledges) =>
    Math.max(0, ...(series?.days ?? []).map(({ stood }) => stood?.high ?? stood?.best ?? 0));
  const top = 1.08 * Math.max(1, most(pledges), most(arrivals));
  const owed = pledges === undefined ? [] : steps(pledges, until, top);
  const came = arrivals === undefined ? [] : steps(arrivals, until, top);
  const all = arrivals === undefined ? [] : dots(arrivals).filter((dot) => (dot.point.day as Day) <= until);
  const narrow = width < 560;

  const line = (data: readonly Step[], stroke: string, dash: string) =>
    Plot.line(data, {
      x: 'at',
      y: (step: Step) => step.best ?? Number.NaN,
      curve: 'step-after',
      stroke,
      strokeWidth: 2,
      strokeDasharray: dash,
    });
  const name = (data: readonly Step[], words: string) => {
    const end = data.at(-1);
    return narrow || end?.best === undefined
      ? []
      : [
          Plot.text([end], {
            x: 'at',
            y: 'best',
            text: () => `${words}\n${number(end.best ?? 0)}`,
            textAnchor: 'start',
            dx: 6,
            fill: 'var(--ink)',
          }),
        ];
  };

  const drawn = Plot.plot({
    width,
    height: narrow ? 230 : 290,
    marginLeft: 44,
    marginRight: narrow ? 12 : 96,
    marginTop: 12,
    marginBottom: 36,
    x: { type: 'utc', domain: [dayDate(daysLater(first, -30)), dayDate(until)], label: null },
    y: { domain: [0, top], label: null },
    marks: [
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, tickFormat: (n: number) => number(n), fill: 'var(--ink-soft)' }),
      Plot.axisX({ tickSize: 4, fill: 'var(--ink-soft)', stroke: 'var(--rule-strong)' }),
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.areaY(came, {
        x: 'at',
        y1: (step: Step) => step.low ?? Number.NaN,
        y2: (step: Step) => step.high ?? Number.NaN,
        curve: 'step-after',
        fill: 'var(--band)',
      }),
      line(owed, 'var(--stage-edge)', '6 3'),
      line(came, 'var(--stage-deployed)', ''),
      ...name(owed, 'promised'),
      ...name(came, 'deployed'),
      Plot.dot(all, {
        x: 'at',
        y: 'y',
        r: (dot: Dot) => (dot.from === null ? 3 : 5),
        symbol: (dot: Dot) =>
          dot.from === null ? 'circle' : dot.point.tells === 'came' ? 'triangle' : 'triangle2',
        fill: (dot: Dot) => (dot.stands ? 'var(--stage-deployed)' : 'var(--paper)'),
        stroke: (dot: Dot) => (dot.stands ? 'var(--paper)' : 'var(--accent)'),
        strokeWidth: 1.25,
      }),
    ],
    symbol: { type: 'identity' },
    r: { type: 'identity' },
    color: { type: 'identity' },
    ariaLabel: 'Promised in all, and deployed, through time',
  });
  const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg');
  // Plot's own rules stand in a <style>, which the content security policy refuses; the page has them.
  svg?.querySelector('style')?.remove();
  return svg;
}
