// How tests run under mutation: those of one part, on SQLite alone, without PostgreSQL.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: JSON.parse(process.env['MUTATION_TESTS'] ?? '[]'),
    setupFiles: ['scripts/mutation/setup.ts'],
    env: { TEST_ENGINES: 'sqlite' },
    // How long a mutant may take Stryker knows.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
