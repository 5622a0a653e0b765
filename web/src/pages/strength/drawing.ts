// The drawing itself, by Observable Plot: band, line, ceiling, axes and dots. Loaded when a chart is first shown.
import * as Plot from '@observablehq/plot';
import { number } from '../../parts/amount.ts';
import { ceilingSteps, dots, from, steps, type Dot, type Reach } from './series.ts';
import type { StrengthThroughTime } from '../../api/shapes.ts';
import type { Day } from '../../address/day.ts';

export interface Drawing {
  readonly svg: SVGSVGElement;
  /** Every claim drawn, in the order of days, with where it stands in the drawing. */
  readonly dots: readonly (Dot & { readonly px: number; readonly py: number })[];
  /** From a moment to where it stands in the drawing, and back. */
  readonly x: (at: Date) => number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly reach: Reach;
}

const DASHES = ['', '7 3', '2 3', '9 3 2 3'];
const MARGIN = { left: 44, right: 96, top: 36, bottom: 36 };

export function draw(data: StrengthThroughTime, last: Day, { width, height, reach }: Room): Drawing {
  const stage = stageColour(data.stage);
  const ceilings = ceilingSteps(data, last);
  const [authorised, planned] = [from(ceilings.authorised, reach.from), from(ceilings.planned, reach.from)];
  const all = data.series.flatMap(dots).sort((a, b) => a.at.getTime() - b.at.getTime());
  const within = <T extends { y: number }>(ceiling: T[]) => ceiling.filter((step) => step.y <= reach.top);
  const several = data.series.length > 1;

  const svg = Plot.plot({
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: width < 560 ? 16 : MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'utc', domain: [reach.from, reach.to], label: null },
    y: { domain: [0, reach.top], label: null, ticks: 6, tickFormat: (n: number) => number(n) },
    marks: [
      Plot.gridY({ ticks: 6, stroke: 'var(--rule)', strokeOpacity: 1 }),
      Plot.axisY({ ticks: 6, tickSize: 0, tickFormat: (n: number) => number(n), fill: 'var(--ink-soft)' }),
      Plot.axisX({ tickSize: 4, fill: 'var(--ink-soft)', stroke: 'var(--rule-strong)' }),
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      ...data.series.map((series) =>
        Plot.areaY(steps(series, last, reach.top), {
          x: 'at',
          y1: (step: { low?: number }) => step.low ?? Number.NaN,
          y2: (step: { high?: number }) => step.high ?? Number.NaN,
          curve: 'step-after',
          fill: 'var(--band)',
          fillOpacity: several ? 0.7 : 1,
        }),
      ),
      ...[
        { ceiling: planned, dash: '3 4', name: 'planned' },
        { ceiling: authorised, dash: '', name: 'ceiling' },
      ].flatMap(({ ceiling, dash, name }) => [
        Plot.line(ceiling, {
          x: 'at',
          y: (step: { y: number }) => (step.y <= reach.top ? step.y : Number.NaN),
          curve: 'step-after',
          stroke: 'var(--ink)',
          strokeWidth: 1.25,
          strokeDasharray: dash,
        }),
        Plot.text(within(ceiling.slice(0, -1)), {
          x: 'at',
          y: 'y',
          text: (step: { y: number }) => `${name} ${number(step.y)}`,
          textAnchor: 'start',
          lineAnchor: 'bottom',
          dy: -4,
          dx: 2,
          fill: 'var(--ink)',
          stroke: 'var(--paper)',
          strokeWidth: 3,
        }),
        Plot.text(
          ceiling.slice(0, -1).filter((step) => step.y > reach.top),
          {
            x: 'at',
            y: reach.top,
            text: (step: { y: number }) => `↑ ${name} ${number(step.y)}`,
            textAnchor: 'end',
            dy: -8,
            fill: 'var(--ink)',
          },
        ),
      ]),
      ...data.series.map((series, i) =>
        Plot.line(steps(series, last, reach.top), {
          x: 'at',
          y: (step: { best?: number }) => step.best ?? Number.NaN,
          curve: 'step-after',
          stroke: stage,
          strokeWidth: 2,
          strokeDasharray: DASHES[i % DASHES.length] ?? '',
        }),
      ),
      ...(width < 560
        ? []
        : [
            Plot.text(
              data.series.flatMap((series) => {
                const end = steps(series, last, reach.top).at(-1);
                return end?.best === undefined ? [] : [{ ...end, name: series.whose.name }];
              }),
              {
                x: 'at',
                y: (end: { best: number }) => end.best,
                text: (end: { name: string; best: number }) => `${end.name}\n${number(end.best)}`,
                textAnchor: 'start',
                lineWidth: 9,
                dx: 6,
                fill: 'var(--ink)',
              },
            ),
          ]),
      // A movement: from what stood before it to where it led. A count: its own hedge as a bar.
      Plot.link(
        all.filter((dot) => dot.from !== null),
        {
          x: 'at',
          y1: (dot: Dot) => dot.from ?? 0,
          y2: 'y',
          stroke: 'var(--stage-edge)',
          strokeWidth: 1,
          strokeDasharray: '2 2',
        },
      ),
      Plot.ruleX(
        all.filter((dot) => dot.from === null && dot.high > dot.low),
        {
          x: 'at',
          y1: 'low',
          y2: 'high',
          stroke: (dot: Dot) => (dot.stands ? stage : 'var(--accent)'),
          strokeWidth: 1,
        },
      ),
      Plot.dot(all, {
        x: 'at',
        y: 'y',
        sort: null,
        r: 4,
        symbol: (dot: Dot) =>
          dot.from === null ? 'circle' : dot.point.tells === 'came' ? 'triangle' : 'triangle2',
        fill: (dot: Dot) => (dot.stands ? stage : 'var(--paper)'),
        stroke: (dot: Dot) => (dot.stands ? 'var(--paper)' : 'var(--accent)'),
        strokeWidth: 1.25,
      }),
    ],
    symbol: { type: 'identity' },
    color: { type: 'identity' },
    ariaLabel: 'Strength through time',
  }) as unknown as SVGSVGElement & Plot.Plot;

  // Plot lays its own style element into the drawing; the content security policy refuses it. Chart.svelte has the rules.
  svg.querySelectorAll('style').forEach((style) => style.remove());
  const [x, y] = [scale(svg, 'x'), scale(svg, 'y')];
  return {
    svg,
    dots: all.map((dot) => ({ ...dot, px: x(dot.at), py: y(dot.y) })),
    x,
  };
}

function scale(plot: Plot.Plot, name: 'x' | 'y'): (value: unknown) => number {
  const made = plot.scale(name);
  return (value) => Number(made?.apply(value));
}

/** A line has no edge of its own: what is owed is drawn in the colour of its edge. */
function stageColour(stage: string): string {
  if (stage.startsWith('promised')) return 'var(--stage-edge)';
  return ['training', 'ready', 'deployed', 'home', 'lost'].includes(stage)
    ? `var(--stage-${stage})`
    : 'var(--ink)';
}
