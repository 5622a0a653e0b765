// The map's colours, taken from the tokens, and again whenever light turns to dark, or to paper.

export interface Colours {
  readonly sea: string;
  readonly land: string;
  readonly area: string;
  readonly line: string;
  readonly edge: string;
}

/** The colours as they are now. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    sea: token('--band'),
    land: token('--paper-set'),
    area: token('--paper'),
    line: token('--rule'),
    edge: token('--rule-strong'),
  };
}

/** Tells the colours now and after each change; answers how to stop. */
export function watchColours(tell: (colours: Colours) => void): () => void {
  const now = () => tell(coloursNow());
  now();
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', now);
  const chosen = new MutationObserver(now);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', now);
    chosen.disconnect();
  };
}

/** Whether this browser draws maps at all. */
export function drawsMaps(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
