// Holds what docs/visual-language.md promises of the colours: contrast in each theme, and stages that stay apart for every eye and in grey.
import { readFileSync } from 'node:fs';
import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  formatHex,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const print = readFileSync('src/styles/print.css', 'utf8');

/** The custom properties that hold colours, of the first block after a line. */
function block(css: string, after: string): Record<string, string> {
  const start = css.indexOf('{', css.indexOf(after) + after.length - 1);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6});/g)].map((m) => [m[1], m[2]]));
}

const themes = {
  light: block(tokens, ":root[data-theme='light'] {"),
  dark: block(tokens, ":root[data-theme='dark'] {"),
  print: block(print, ':root[data-theme] {'),
};
const ORDER = ['promised', 'training', 'ready', 'deployed'];
const seen = (filter: ReturnType<typeof filterDeficiencyDeuter>) => (colour: string) =>
  String(formatHex(filter(colour as never)));
const eyes: Record<string, (colour: string) => string> = {
  usual: (colour: string) => colour,
  deuteranopia: seen(filterDeficiencyDeuter(1)),
  protanopia: seen(filterDeficiencyProt(1)),
  tritanopia: seen(filterDeficiencyTrit(1)),
};
const lab = converter('lab65');

function colour(theme: Record<string, string>, name: string): string {
  const value = theme[name];
  if (value === undefined) throw new Error(`no colour --${name} in this theme`);
  return value;
}

test('the theme that the system asks for is the dark theme', () => {
  expect(block(tokens, ":root:not([data-theme='light']) {")).toEqual(themes.dark);
});

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const at = (name: string) => colour(theme, name);

  test.each([
    ['ink', 'paper', 7],
    ['ink', 'paper-set', 7],
    ['ink-soft', 'paper', 4.5],
    ['ink-soft', 'paper-set', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'paper-set', 4.5],
    ['accent', 'accent-soft', 4.5],
    ['ink', 'accent-soft', 4.5],
    ['rule-strong', 'paper', 3],
    ['stage-edge', 'paper', 3],
    ['stage-deployed', 'paper', 3],
    ['stage-deployed', 'band', 3],
  ])('%s on %s is at least %d', (front, back, least) => {
    expect(wcagContrast(at(front), at(back))).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.entries(eyes))('neighbouring stages stay apart: %s', (_, see) => {
    const colours = ORDER.map((stage) => see(at(`stage-${stage}`)));
    for (let i = 1; i < colours.length; i++) {
      const apart = differenceCiede2000()(colours[i - 1] ?? '', colours[i] ?? '');
      expect(apart, `${ORDER[i - 1]} and ${ORDER[i]}`).toBeGreaterThanOrEqual(15);
    }
  });

  test('lightness runs one way through the stages, in steps that a photocopier keeps', () => {
    const lightness = ORDER.map((stage) => lab(at(`stage-${stage}`))?.l ?? Number.NaN);
    const steps = lightness.slice(1).map((l, i) => l - (lightness[i] ?? Number.NaN));
    const way = Math.sign(steps[0] ?? 0);
    for (const step of steps) expect(step * way).toBeGreaterThanOrEqual(10);
  });
});

test('the accent is no stage', () => {
  for (const theme of [themes.light, themes.dark]) {
    for (const stage of ORDER) {
      expect(differenceCiede2000()(colour(theme, 'accent'), colour(theme, `stage-${stage}`))).toBeGreaterThan(
        25,
      );
    }
  }
});
