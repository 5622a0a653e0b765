// How the screens are built: hashed names, one chunk a page, each file beside its brotli and gzip form.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { compressed } from './scripts/compressed.ts';
import { near } from './scripts/near.ts';
import { symbols } from './scripts/symbols.ts';

/** Where `muster serve` listens while the screens are worked on. */
const DESK = process.env['MUSTER_DESK'] ?? 'http://127.0.0.1:8630';

export default defineConfig({
  plugins: [svelte(), symbols(), near(), compressed()],
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    assetsInlineLimit: 0, // data: addresses are refused for scripts and styles
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/openapi.json', '/healthz', '/metrics'].map((path) => [
        path,
        { target: DESK, changeOrigin: true },
      ]),
    ),
  },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    // A test looks at where a link would lead; it does not go there.
    environmentOptions: { happyDOM: { settings: { navigation: { disableMainFrameNavigation: true } } } },
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    restoreMocks: true,
  },
});
