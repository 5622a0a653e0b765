// The law of addresses: what is written reads back the same; and a table of what is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MISSION_SCREENS, OTHER_SCREENS, readAddress, writeAddress, type Address } from './address.ts';
import { daysLater, type Day } from './day.ts';

const read = (text: string) => readAddress(new URL(text, 'http://desk.example'));

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
// "." and ".." are taken out of a path by every browser before anyone sees them.
const segment = text.filter((s) => !/^\.{1,2}$/.test(s));
const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => daysLater('1990-01-01' as Day, n));
const opened = fc.oneof(
  fc.record({
    kind: fc.constant('figure' as const),
    key: fc.record({ whose: text, resource: text, stage: text }),
  }),
  fc.record({ kind: fc.constant('claim' as const), id: text }),
);
const filters = fc.dictionary(
  fc
    .stringMatching(/^[a-z][a-z_]{0,7}$/)
    .filter((name) => !['as_of', 'known_on', 'figure', 'claim'].includes(name)),
  fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 3 }),
);
const days = {
  asOf: fc.option(someDay),
  knownOn: fc.option(someDay),
  opened: fc.option(opened),
  filters,
};
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({
    screen: fc.constantFrom(...MISSION_SCREENS),
    mission: fc.constantFrom('MSS', 'GSF-2', 'UNMISS'),
    item: fc.option(segment),
    ...days,
  }),
  fc.record({
    screen: fc.constantFrom('start' as const, ...OTHER_SCREENS),
    mission: fc.constant(null),
    item: fc.constant(null),
    ...days,
  }),
);

test('an address written reads back the same', () => {
  fc.assert(
    fc.property(address, (address) => {
      // fast-check makes dictionaries without a prototype; only their content is meant.
      expect(read(writeAddress(address))).toEqual({ ...address, filters: { ...address.filters } });
    }),
    { numRuns: 500 },
  );
});

test('any text is read without a fault, and writing what was read changes nothing more', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (pathname, query) => {
      const once = readAddress({ pathname, search: `?${query}` });
      expect(read(writeAddress(once))).toEqual(once.screen === 'nowhere' ? read('/') : once);
    }),
  );
});

describe('read', () => {
  test.each([
    ['/', { screen: 'start', mission: null }],
    ['/MSS', { screen: 'overview', mission: 'MSS' }],
    ['/MSS/overview', { screen: 'overview', mission: 'MSS' }],
    ['/MSS/contributors/BHS+BLZ', { screen: 'contributors', item: 'BHS+BLZ' }],
    [
      '/MSS/strength?stage=deployed&party=KEN&party=JAM',
      { filters: { stage: ['deployed'], party: ['KEN', 'JAM'] } },
    ],
    ['/MSS?as_of=2025-10-02&known_on=2025-02-30', { asOf: '2025-10-02', knownOn: null }],
    [
      '/MSS?figure=KEN/police/deployed',
      { opened: { kind: 'figure', key: { whose: 'KEN', resource: 'police', stage: 'deployed' } } },
    ],
    ['/MSS?figure=KEN/police', { opened: null }],
    ['/login', { screen: 'login', mission: null }],
    ['/mss', { screen: 'nowhere' }],
    ['/MSS/nonsense', { screen: 'nowhere' }],
    ['/MSS/documents/a/b', { screen: 'nowhere' }],
    ['/%E0%A4%A', { screen: 'nowhere' }],
  ])('%s', (text, want) => {
    expect(
      readAddress({ pathname: text.split('?')[0] ?? '', search: `?${text.split('?')[1] ?? ''}` }),
    ).toMatchObject(want);
  });
});
