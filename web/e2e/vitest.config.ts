// The end-to-end tests: the binary itself, asked through a browser. `make e2e` builds both and runs them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Each file has a browser and each test a server: more of them at once than cores only makes all of them wait.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'screens', include: ['e2e/**/*.e2e.ts'] } },
      { extends: true, test: { name: 'pictures', include: ['e2e/pictures.ts'], testTimeout: 300_000 } },
    ],
  },
});
