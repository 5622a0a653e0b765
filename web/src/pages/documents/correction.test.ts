// Fields tell the statement they came from; what is corrected changes, and nothing else.
import { expect, test } from 'vitest';
import { statementFrom, valuesOf, type Statement } from './correction.ts';

const count: Statement = {
  kind: 'count',
  whose: 'KEN',
  resource: 'people/police',
  units: ['GSU', 'SWAT'],
  stage: 'deployed',
  quantity: 'nearly 400',
  as_of: '2024-10-11',
  place: null,
};
const others: Statement[] = [
  {
    kind: 'movement',
    whose: 'BHS+BLZ',
    resource: 'people',
    units: [],
    step: 'deploy',
    quantity: { hedge: 'between', n: 200, m: 400 },
    during: '2024-06/2024-07',
    from: null,
    to: 'Port-au-Prince',
    ordinal: 4,
  },
  { kind: 'ceiling', quantity: '2500', resource: 'people', instrument: null, in_force: '2023-10-02/..' },
  { kind: 'mandate', act: 'extend', instrument: null, body: 'UN', span: '..', until: '12 months' },
  { kind: 'site', site: 'the port', status: 'retaken', holder: 'mission', span: '2025' },
  {
    kind: 'engagement',
    form: 'call',
    whose: 'KEN',
    participants: ['A', 'B'],
    topics: [],
    place: null,
    span: '2025-01',
  },
  {
    kind: 'concern',
    about: 'delay',
    also: ['funding'],
    whose: 'unstated',
    resource: 'unstated',
    units: [],
    quantity: null,
    span: '../2024-12',
  },
];

test.each([count, ...others])('nothing corrected, nothing changed: $kind', (statement) => {
  expect(statementFrom(statement, valuesOf(statement))).toEqual({ statement });
});

function check(change: Record<string, string>, want: Record<string, unknown>): void {
  expect(statementFrom(count, { ...valuesOf(count), ...change })).toEqual({
    statement: { ...count, ...want },
  });
}

test('one part corrected', () => {
  check({ quantity: 'about 410' }, { quantity: 'about 410' });
  check({ whose: 'jam' }, { whose: 'JAM' });
  check({ whose: 'bhs, blz' }, { whose: 'BHS+BLZ' });
  check({ whose: 'Unstated' }, { whose: 'unstated' });
  check({ as_of: 'by 1 Nov 2024' }, { as_of: '../2024-11-01' });
  check({ as_of: '' }, { as_of: '..' });
  check({ units: 'GSU' }, { units: ['GSU'] });
  check({ units: '' }, { units: [] });
  check({ place: 'Gressier' }, { place: 'Gressier' });
});

test('a fault names its field and says what to write', () => {
  const faulty = (change: Record<string, string>) => {
    const outcome = statementFrom(count, { ...valuesOf(count), ...change });
    return 'faults' in outcome ? outcome.faults : [];
  };
  expect(faulty({ as_of: 'soon', whose: '' })).toEqual([
    { key: 'whose', words: 'Of whom: write such as KEN, BHS+BLZ, mission, or unstated' },
    {
      key: 'as_of',
      words: '“soon” is no time: write such as 11 Oct 2024, Oct 2024, by 7 Jan 2024, since 2025',
    },
  ]);
});
