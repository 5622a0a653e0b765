// Which links lead from screen to screen, and which the browser follows itself.
import { readAddress } from './address.ts';

type Link = Pick<HTMLAnchorElement, 'href' | 'pathname' | 'search' | 'hash' | 'target' | 'hasAttribute'>;

/** Whether a link leads to a screen, seen from where one is: not elsewhere, not to a file, not to a place on this page. */
export function isOurs(link: Link, here: Pick<Location, 'origin' | 'pathname' | 'search'>): boolean {
  const elsewhere =
    !link.href.startsWith(`${here.origin}/`) || link.target !== '' || link.hasAttribute('download');
  const withinPage = link.hash !== '' && link.pathname === here.pathname && link.search === here.search;
  return !elsewhere && !withinPage && readAddress(link).screen !== 'nowhere';
}
