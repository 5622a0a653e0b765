// `npm run size`: fails when the scripts that the first screen needs weigh more, compressed, than allowed.
import { readFileSync, statSync } from 'node:fs';

const MOST = 200_000;
const ENTRY = 'index.html';
const FIRST_SCREEN = 'src/pages/overview/Page.svelte';

/** @type {Record<string, { file: string, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));

/** @param {string} name @param {Set<string>} seen */
function gather(name, seen) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`dist/manifest.json names no ${name}: run \`npm run build\` first`);
  if (seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) gather(next, seen);
}

/** @type {Set<string>} */
const files = new Set();
gather(ENTRY, files);
if (FIRST_SCREEN in manifest) gather(FIRST_SCREEN, files);

/** @param {string} file */
const weight = (file) => {
  try {
    return statSync(`dist/${file}.br`).size;
  } catch {
    return statSync(`dist/${file}`).size;
  }
};
const rows = [...files].map((file) => ({ file, bytes: weight(file) })).sort((a, b) => b.bytes - a.bytes);
const total = rows.reduce((sum, row) => sum + row.bytes, 0);
for (const { file, bytes } of rows) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  bytes of scripts for the first screen, of ${MOST} allowed`);
if (total > MOST) {
  console.error('The first screen is too heavy: load what it does not need at once with import().');
  process.exit(1);
}
