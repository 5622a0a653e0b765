// Which question an address of the ledger asks.
import { expect, test } from 'vitest';
import { day } from '../../address/day.ts';
import { readAddress } from '../../address/address.ts';
import { entriesAsked } from './asked.ts';

test.each([
  ['', { mission: 'MSS' }],
  ['?kind=claim', { kind: 'claim', mission: 'MSS' }],
  ['?kind=document', { kind: 'document' }],
  ['?kind=other', { mission: 'MSS' }],
  ['?of=all&q=police', { q: 'police' }],
  ['?by=Ann&from=2025-01-02&to=2025-02-31', { mission: 'MSS', by: 'Ann', from: '2025-01-02' }],
])('%s', (search, want) => {
  expect(entriesAsked(readAddress({ pathname: '/MSS/ledger', search }), day)).toEqual(want);
});
