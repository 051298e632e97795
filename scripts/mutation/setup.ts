// Beside Stryker's own set-up of a test file: the thread is kept, so what the last mutant left behind is taken away before the
// modules are loaded.
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly mode: 'dry-run' | 'mutant';
    readonly mutantActivation: 'runtime' | 'static';
  }
}

interface Stryker {
  activeMutant?: string | undefined;
  mutantCoverage?: unknown;
  /** Undefined while modules are loaded, as in a thread that has just begun: only what tests pass is counted. */
  hitCount?: number | undefined;
}

const { __stryker__: stryker } = globalThis as { __stryker__?: Stryker };
if (stryker) stryker.hitCount = undefined;
if (stryker && inject('mode') === 'dry-run') stryker.mutantCoverage = undefined;
if (stryker && inject('mutantActivation') === 'runtime') stryker.activeMutant = undefined;
