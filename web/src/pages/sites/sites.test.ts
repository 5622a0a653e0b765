import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Site, SiteEvent } from '../../api/shapes.ts';
import { boxOf, nameAt, withRoom } from './bounds.ts';
import { placed } from './labels.ts';
import { eventDays, newestFirst } from './order.ts';
import { statusLook, STATUSES } from './statuses.ts';

function site(name: string, ...days: (string | null)[]): Site {
  const nobody = { code: 'unstated', kind: 'unstated', name: 'Not said whose' } as const;
  const history = days.map((last_day): SiteEvent => ({
    status: 'held',
    holder: nobody,
    when: last_day ?? '..',
    first_day: last_day,
    last_day,
    claims: [],
  }));
  return { site: name, status: 'held', holder: nobody, since: '..', history, position: null };
}

test('what changed last stands first, a site without a day last', () => {
  const sites = [site('none', null), site('old', '2024-07-17'), site('new', '2024-01-01', '2025-08-25')];
  expect(newestFirst(sites).map(({ site }) => site)).toEqual(['new', 'old', 'none']);
});

test('days of events are each there once, in order', () => {
  expect(eventDays([site('a', '2025-08-25', null), site('b', '2024-07-17', '2025-08-25')])).toEqual([
    '2024-07-17',
    '2025-08-25',
  ]);
});

test('every status has a shape of its own; an unknown one has its word', () => {
  expect(new Set(STATUSES.map(({ path }) => path)).size).toBe(STATUSES.length);
  expect(statusLook('handed over').name).toBe('Handed over');
  expect(statusLook('flooded').name).toBe('Flooded');
});

test('a box holds its points; nothing has none', () => {
  expect(boxOf([])).toBeNull();
  expect(
    boxOf([
      [-72, 18.5],
      [-73, 19],
    ]),
  ).toEqual([-73, 18.5, -72, 19]);
  expect(withRoom([-73, 18, -72, 19], 1)).toEqual([-74, 17, -71, 20]);
});

test('a name stands in the middle of the largest piece', () => {
  const square = (x: number, size: number) => [
    [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
      [x, 0],
    ],
  ];
  const [name] = nameAt({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: 'Ouest' },
        geometry: { type: 'MultiPolygon', coordinates: [square(10, 1), square(0, 4)] },
      },
    ],
  });
  expect(name?.name).toBe('Ouest');
  expect(name?.at[0]).toBeCloseTo(2);
  expect(name?.at[1]).toBeCloseTo(2);
});

test('no name lies over another name or over another sign', () => {
  const wanted = fc.array(
    fc.record({
      x: fc.nat(300),
      y: fc.nat(300),
      width: fc.integer({ min: 20, max: 120 }),
      height: fc.constant(16),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(wanted, (points) => {
      const all = points.map((point, i) => ({ ...point, id: String(i) }));
      const sides = placed(all, 8);
      const rects = all.flatMap(({ id, x, y, width, height }) => {
        const left = { right: x + 8, left: x - 8 - width, above: x - width / 2, below: x - width / 2 };
        const top = { right: y - height / 2, left: y - height / 2, above: y - 8 - height, below: y + 8 };
        const side = sides.get(id);
        return side === undefined ? [] : [{ id, left: left[side], top: top[side], width, height }];
      });
      for (const a of rects) {
        for (const b of rects) {
          const apart =
            a.left + a.width <= b.left ||
            b.left + b.width <= a.left ||
            a.top + a.height <= b.top ||
            b.top + b.height <= a.top;
          expect(a.id === b.id || apart).toBe(true);
        }
        for (const { id, x, y } of all) {
          const apart =
            a.left + a.width <= x - 8 || x + 8 <= a.left || a.top + a.height <= y - 8 || y + 8 <= a.top;
          expect(a.id === id || apart).toBe(true);
        }
      }
    }),
  );
});

test('the first has its name unless another sign stands in every way', () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y, width: 40, height: 16 });
  expect(placed([at('a', 100, 100)], 8).get('a')).toBe('right');
  expect(placed([at('a', 100, 100), at('b', 120, 100)], 8).get('a')).toBe('left');
});
