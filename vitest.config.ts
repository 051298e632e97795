import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Parts whose tests replace nothing (`vi.mock`) and stop no clock: their files share the modules of a thread, which to load anew for each takes
 * half a second of a processor.
 */
const sharing = [
  'tests/{search,check,check-text,corpus,people,statements,positions,joint,citing,compare,messages,settings}/**/*.test.ts',
  'tests/{sources,questions,missed}/**/*.test.ts',
  'tests/discord/{desk,mention,reading,source}/**/*.test.ts',
];

export default defineConfig({
  test: {
    // By itself vitest leaves a core idle, and much of the time is spent waiting for processes and databases.
    maxWorkers: availableParallelism() + 1,
    // Programs that tests start are compiled once for all of them.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'communique-compiled') },
    globalSetup: ['tests/store/set-up.ts'],
    testTimeout: 45_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.ts'],
          exclude: sharing,
        },
      },
    ],
  },
});
