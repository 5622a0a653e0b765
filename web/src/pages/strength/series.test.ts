// What the chart draws: what stood on a day, where movements begin and end, steps of the ceiling, and how far the axes reach.
import { expect, test } from 'vitest';
import type { Day } from '../../address/day.ts';
import type { Ceiling, Point, Series, StrengthThroughTime } from '../../api/shapes.ts';
import { ceilingSteps, dots, from, reach, steps, stoodOn } from './series.ts';

const exactly = (n: number) => ({ low: n, best: n, high: n });
const said = (of: Partial<Point>): Point => ({
  first_day: of.day ?? null,
  day: '2024-07-01',
  tells: 'count',
  step: null,
  words: '',
  low: of.best ?? 0,
  best: null,
  high: of.best ?? null,
  taken: 'stands',
  reading: null,
  source: null,
  claims: [],
  ...of,
});
const series = (points: Point[] = []): Series => ({
  whose: { code: 'sum', kind: 'sum', name: 'All together' },
  key: { whose: 'sum', resource: 'people', stage: 'deployed' },
  days: [
    { day: '2024-06-25', stood: exactly(200) },
    { day: '2024-07-16', stood: { low: 383, best: 400, high: null } },
    { day: '2024-12-01', stood: null },
  ],
  points,
});
const on = (text: string) => text as Day;

test.each([
  ['2024-06-24', null],
  ['2024-06-25', exactly(200)],
  ['2024-07-15', exactly(200)],
  ['2024-11-30', { low: 383, best: 400, high: null }],
  ['2025-01-01', null],
])('what stood on %s', (day, stood) => {
  expect(stoodOn(series(), on(day))).toEqual(stood);
});

test('steps end at the last day, break where nothing stands, and reach to the top without a most', () => {
  expect(steps(series(), on('2024-08-01'), 900).map(({ best, high }) => [best, high])).toEqual([
    [200, 200],
    [400, 900],
    [400, 900],
  ]);
  expect(steps(series(), on('2025-01-01'), 900).at(-1)).toMatchObject({ best: undefined });
  expect(steps({ ...series(), days: [] }, on('2025-01-01'), 900)).toEqual([]);
});

test('a movement goes from what stood before it to where it led, a count stands at its height', () => {
  const made = dots(
    series([
      said({ day: '2024-06-25', tells: 'came', best: 400, taken: 'outvoted' }),
      said({ day: '2024-07-16', tells: 'came', best: 200 }),
      said({ day: '2024-07-17', tells: 'left', best: 900 }),
      said({ day: '2024-08-01', best: 390, low: 350, high: 400 }),
      said({ day: '2024-08-02', low: 100, best: null }),
    ]),
  );
  expect(made.map(({ from, y, low, high, stands }) => [from, y, low, high, stands])).toEqual([
    [0, 400, 400, 400, false],
    [200, 400, 400, 400, true],
    [400, 0, 0, 0, true],
    [null, 390, 350, 400, true],
    [null, 100, 100, 100, true],
  ]);
});

function ceiling(first_day: string | null, n: number, authorised: boolean, resource = 'people'): Ceiling {
  const quantity = { words: String(n), low: n, high: n };
  return {
    quantity,
    resource,
    authorised,
    in_force: true,
    when: '',
    first_day,
    instrument: null,
    claims: [],
  };
}
const data = (ceilings: Ceiling[]): StrengthThroughTime => ({
  asked: { mission: 'MSS', as_of: '2024-08-01', known_on: '2024-08-01' },
  resource: 'people',
  stage: 'deployed',
  series: [series([said({ day: '2024-06-01', best: 800 })])],
  ceilings,
  choices: [],
});

test('the ceiling steps by day, law apart from plans, of its own resource alone', () => {
  const made = ceilingSteps(
    data([
      ceiling('2024-07-01', 2500, true),
      ceiling('2023-10-02', 1000, true),
      ceiling('2024-01-01', 2900, false),
      ceiling('2025-09-30', 5550, true),
      ceiling(null, 7, true),
      ceiling('2024-01-01', 9, true, 'money/USD'),
    ]),
    on('2024-08-01'),
  );
  expect(made.authorised.map(({ y }) => y)).toEqual([1000, 2500, 2500]);
  expect(made.planned.map(({ y }) => y)).toEqual([2900, 2900]);
});

test('beside one contributor no ceiling is drawn', () => {
  const one = data([ceiling('2024-01-01', 2500, true)]);
  one.series.forEach((series) => (series.whose = { code: 'KEN', kind: 'party', name: 'Kenya' }));
  expect(ceilingSteps(one, on('2024-08-01'))).toEqual({ authorised: [], planned: [] });
});

test('what began before the chart begins with it', () => {
  const at = (text: string) => new Date(`${text}T00:00:00Z`);
  const steps = [1, 2, 3].map((y) => ({ at: at(`2024-0${y}-01`), y }));
  expect(from(steps, at('2024-02-15'))).toEqual([
    { at: at('2024-02-15'), y: 2 },
    { at: at('2024-03-01'), y: 3 },
  ]);
  expect(from(steps, at('2023-01-01'))).toEqual(steps);
});

test('the axes reach over what is told, and over a ceiling unless all else would lie flat under it', () => {
  expect(reach(data([ceiling('2024-01-01', 2000, true)]), on('2024-08-01')).top).toBeCloseTo(2120);
  expect(reach(data([ceiling('2024-01-01', 5550, true)]), on('2024-08-01')).top).toBeCloseTo(848);
  expect(reach(data([]), on('2024-08-01')).from.toISOString().slice(0, 10)).toBe('2024-05-18');
});
