// A build step that draws the few APP-6 symbols the screens need, so that a browser loads their lines and not the library.
import ms from 'milsymbol';
import type { Plugin } from 'vite';

/**
 * Friendly land units (symbol set 10), by what they serve as: 20 07 00 police, which are no military police, 12 11 00
 * infantry, 00 00 00 a unit whose kind nobody says. Each was looked at.
 */
const CODES = {
  police: '13031000002007000000',
  troops: '13031000001211000000',
  unit: '13031000000000000000',
} as const;

const NAME = 'virtual:symbols';

export function symbols(): Plugin {
  return {
    name: 'symbols',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      // One colour, that of the text around it: the frame's shape says friend, and the page has one accent already.
      const drawn = Object.entries(CODES).map(([name, code]) => {
        const symbol = new ms.Symbol(code, { size: 24, monoColor: 'currentColor', fill: false });
        if (!symbol.isValid()) throw new Error(`milsymbol knows no symbol ${code}`);
        return [name, symbol.asSVG()];
      });
      return `export const SYMBOLS = ${JSON.stringify(Object.fromEntries(drawn))};`;
    },
  };
}
