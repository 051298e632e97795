// Beside Stryker's own set-up of a test file: the thread is kept, so what the last mutant left behind is taken away before the
// modules are loaded.
import { createRequire } from 'node:module';
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

interface Model {
  metaCER(): unknown;
  isReadOnce?: true;
}

// Each time that the model of the language is read, it writes a part of itself out as text, and what is text
// already once more: twice as long each time, until no text may be so long. A program reads it once; here it
// is kept with all packages.
const model: Model = createRequire(import.meta.url)('wink-eng-lite-web-model');
if (!model.isReadOnce) {
  const read = model.metaCER();
  model.metaCER = () => read;
  model.isReadOnce = true;
}
