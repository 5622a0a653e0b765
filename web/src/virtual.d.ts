// Modules that the build makes: see scripts.
declare module 'virtual:symbols' {
  /** Each symbol as an SVG document in text. */
  export const SYMBOLS: Readonly<Record<'police' | 'troops' | 'unit', string>>;
}
