// The order and the measure of the overview's bars.
import { expect, test } from 'vitest';
import type { Figure, Strength } from '../api/shapes.ts';
import { byReach, hasNumber, widest } from './lines.ts';

function line(name: string, stages: Record<string, number | null>): Strength {
  const figures = Object.entries(stages).map(([stage, best]): Figure => ({
    low: best ?? 1,
    best,
    high: best,
    words: '',
    how: '',
    since: null,
    days_old: 0,
    by_movements: null,
    claims: 1,
    hangs_on: [],
    key: { whose: name, resource: 'people', stage },
  }));
  return {
    whose: { code: name, kind: 'party', name },
    resource: 'people',
    promised_in_all: null,
    stages: figures,
    kept: null,
  };
}

test('the order is that of the bars, then that of names', () => {
  const lines = [
    line('Benin', { promised: 1500 }),
    line('Chad', {}),
    line('Kenya', { deployed: 745, promised: 0 }),
    line('Jamaica', { deployed: 24 }),
    line('Belize', { ready: 50 }),
    line('Barbados', {}),
  ];
  expect(lines.sort(byReach).map((line) => line.whose.name)).toEqual([
    'Kenya',
    'Jamaica',
    'Belize',
    'Benin',
    'Barbados',
    'Chad',
  ]);
});

test('numbers of nobody named come after the contributors', () => {
  const nobody = line('Not said whose', { deployed: 1000 });
  nobody.whose = { code: 'unstated', kind: 'unstated', name: 'Not said whose' };
  const lines = [nobody, line('Kenya', { deployed: 735 }), line('Benin', { promised: 1500 })];
  expect(lines.sort(byReach).map((line) => line.whose.name)).toEqual(['Kenya', 'Benin', 'Not said whose']);
});

test('the widest bar is all that one has in the stages up to deployed', () => {
  expect(
    widest([
      line('Kenya', { deployed: 745, ready: 239, promised: 26, home: 400 }),
      line('Jamaica', { deployed: 24 }),
    ]),
  ).toBe(1010);
  expect(widest([])).toBe(1);
});

test('"some" is no number', () => {
  expect(hasNumber(line('Chad', { promised: null }))).toBe(false);
  expect(hasNumber(line('Kenya', { promised: null, deployed: 1 }))).toBe(true);
});
