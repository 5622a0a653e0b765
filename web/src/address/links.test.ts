// Which links the screens follow themselves.
import { expect, test } from 'vitest';
import { isOurs } from './links.ts';

const here = { origin: 'http://localhost:3000', pathname: '/MSS', search: '' };

test.each([
  ['/MSS/ledger', {}, true],
  ['/MSS?as_of=2025-10-02', {}, true],
  ['/MSS#main', {}, false],
  ['/MSS/ledger', { target: '_blank' }, false],
  ['/MSS/ledger', { download: '' }, false],
  ['/api/v1/missions/MSS/rows', {}, false],
  ['https://elsewhere.example/MSS/ledger', {}, false],
  ['http://localhost:30001/MSS', {}, false],
])('%s with %j: %s', (href, attributes, want) => {
  const link = document.createElement('a');
  link.href = href;
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  expect(isOurs(link, here)).toBe(want);
});
