import { expect, test } from 'vitest';
import type { Event } from '../../api/shapes.ts';
import { ageWords, bodies, eventDays, longestOver, ordinalWords, serviceOf } from './movements.ts';

const event = (otherwise: Partial<Event>): Event => ({
  whose: { code: 'KEN', kind: 'party', name: 'Kenya' },
  resource: 'people',
  step: 'deploy',
  first_day: '2024-06-25',
  last_day: '2024-06-25',
  ordinal: null,
  low: 200,
  best: 200,
  high: 200,
  use: 'counted',
  why: null,
  claims: [],
  ...otherwise,
});

test('bodies stand in the order of their first day, an arrival without a number among them; equipment is none', () => {
  const first = event({ ordinal: 1 });
  const third = event({ ordinal: 3, last_day: '2025-01-18' });
  const loose = event({ last_day: '2024-07-16' });
  const found = bodies({
    contingents: [
      { ordinal: 1, movements: [first] },
      { ordinal: 3, movements: [third] },
    ],
    arrivals: [first, loose, third, event({ resource: 'equipment/helicopters' })],
  });
  expect(found.map(({ ordinal }) => ordinal)).toEqual([1, null, 3]);
});

test('who serves as what is said only where all agree', () => {
  const of = (...resources: (string | null)[]) => serviceOf(resources.map((resource) => ({ resource })));
  expect(of('people/police', 'people', null)).toBe('police');
  expect(of('people/troops')).toBe('troops');
  expect(of('people/troops', 'people/police')).toBe('unit');
  expect(of('people/engineers')).toBe('unit');
  expect(of()).toBe('unit');
});

test('numbers of contingents', () => {
  expect([1, 10, 11, 12, 13, 21, 22, 23, 111].map(ordinalWords)).toEqual([
    'First',
    'Tenth',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '111th',
  ]);
});

test('the days of a movement, as short as they can be said', () => {
  const days = (first_day: string | null, last_day: string) => eventDays({ first_day, last_day });
  expect(days('2024-06-25', '2024-06-25')).toBe('25 Jun 2024');
  expect(days('2025-01-18', '2025-01-20')).toBe('18 to 20 Jan 2025');
  expect(days('2024-06-28', '2024-07-02')).toBe('28 Jun to 2 Jul 2024');
  expect(days('2024-12-30', '2025-01-02')).toBe('30 Dec 2024 to 2 Jan 2025');
  expect(days(null, '2025-01-02')).toBe('by 2 Jan 2025');
});

test('ages', () => {
  expect([0, 1, 59, 61, 309, 365, 800].map(ageWords)).toEqual([
    '0 days',
    '1 day',
    '59 days',
    '2 months',
    '10 months',
    '11 months',
    '2 years 2 months',
  ]);
  expect(ageWords(-3)).toBe('in 3 days');
  expect(longestOver([])).toBeNull();
  expect(longestOver([{ days_over: 3 }, { days_over: 309 }])).toBe(309);
});
