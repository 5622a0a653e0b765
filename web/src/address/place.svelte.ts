// Where the reader is: the address shown, and the ways to another. The browser's history is the only other copy of it.
import { readAddress, writeAddress, type Address } from './address.ts';
import { isOurs } from './links.ts';

/** What of an address changes; filters replace all filters of the screen. */
export type Change = Partial<Address>;

class Place {
  #at = $state.raw<Address>(readAddress(location));
  #before: string | null = null;

  /** The address shown. */
  get at(): Address {
    return this.#at;
  }

  /** Where one was before the last step made here; null where the reader came from elsewhere. */
  get before(): string | null {
    return this.#before;
  }

  /** The address with a change: the same mission and days on another screen, or another day on the same screen. */
  with(change: Change): Address {
    const other = change.screen !== undefined && change.screen !== this.#at.screen;
    // Another screen has filters and an item of its own, and what lay open belonged to the old one.
    return { ...this.#at, ...(other ? { item: null, filters: {}, opened: null } : {}), ...change };
  }

  /** The address with a change, as text for a link. */
  href(change: Change): string {
    return writeAddress(this.with(change));
  }

  /** Goes to a changed address: a step in the history, or in place of the present one. */
  go(change: Change, how: 'step' | 'replace' = 'step'): void {
    this.goTo(this.href(change), how);
  }

  goTo(href: string, how: 'step' | 'replace' = 'step'): void {
    // An address that names nothing is written as that of the beginning, and one can go there from it.
    if (this.#at.screen !== 'nowhere' && href === writeAddress(this.#at)) return;
    if (how === 'step') {
      this.#before = writeAddress(this.#at);
      history.pushState(null, '', href);
    } else {
      history.replaceState(null, '', href);
    }
    this.read();
  }

  /** Reads the address anew, as after the browser's back. */
  read(): void {
    this.#at = readAddress(location);
  }
}

export const place = new Place();

/** Follows links within the screens without loading anew, and the browser's back and forward. Answers how to stop. */
export function followLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !isOurs(link, location) || isForTheBrowser(event)) return;
    event.preventDefault();
    place.goTo(link.pathname + link.search);
  };
  const onBack = () => place.read();
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', onBack);
  return () => {
    document.removeEventListener('click', onClick);
    window.removeEventListener('popstate', onBack);
  };
}

function isForTheBrowser(event: MouseEvent): boolean {
  return (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  );
}
