// Modules that the build makes: see scripts.
declare module 'virtual:symbols' {
  /** Each symbol as an SVG document in text. */
  export const SYMBOLS: Readonly<Record<'police' | 'troops' | 'unit', string>>;
}

declare module 'virtual:near/*' {
  import type { Land } from './pages/sites/areas.ts';
  import type { Box } from './pages/sites/bounds.ts';
  /** How far the fine land reaches. */
  export const reach: Box;
  /** The land within, country by country. */
  export const land: Land;
}
