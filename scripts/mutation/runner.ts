// The runner of tests that Stryker starts: its own for vitest, in a thread that is kept, and of all mutants those that were chosen.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type Injector, type PluginContext, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import type { PoolOptions } from 'vitest/node';
import { endThread, KeptWorker } from './kept-worker.ts';
import { allOfThem, type Chosen } from './parts.ts';
import { isChosen, keyOf, type Mutant, type Position } from './sample.ts';

/** After so many mutants a new thread, since what packages and the engine hold on to grows. */
const mutantsOfThread = 400;
/** Of so many mutants that were killed one is looked at: whether its test passes without it. */
const killsOfProof = 10;
/** What Stryker's report says of the others. */
const notChosen = 'not in this part or sample';

const pool = { name: 'kept', createPoolWorker: (options: PoolOptions) => new KeptWorker(options) };

function create(injector: Injector<PluginContext>): TestRunner {
  const options = injector.resolve('options');
  const vitest = { ...(options['vitest'] as object), pool };
  const [plugin] = vitestPlugins;
  if (!plugin) throw new Error('@stryker-mutator/vitest-runner: it brings no runner');
  const inner = plugin.factory(injector.provideValue('options', { ...options, vitest }));
  const chosen: Chosen = { ...allOfThem, ...JSON.parse(process.env['MUTATION_CHOSEN'] ?? '{}') };
  const root = process.env['MUTATION_ROOT'] ?? '';
  const again = process.env['MUTATION_AGAIN'];
  const only = again ? new Set<string>(JSON.parse(readFileSync(again, 'utf8'))) : undefined;
  const isWanted = (mutant: Mutant): boolean =>
    isChosen(mutant, chosen.everyNth > 1 ? readFileSync(join(root, mutant.file), 'utf8') : '', chosen) &&
    (only?.has(keyOf(mutant)) ?? true);
  let mutants = 0;
  let kills = 0;
  /** What a package keeps may make tests fail that a mutant has nothing to do with: then no kill counts. */
  const prove = async (run: MutantRunOptions, result: MutantRunResult): Promise<void> => {
    if (result.status !== MutantRunStatus.Killed) return;
    kills += 1;
    if (kills % killsOfProof !== 0) return;
    const testFilter = [result.killedBy].flat();
    const none = { ...run, testFilter, activeMutant: { ...run.activeMutant, id: 'none' } };
    const without = await inner.mutantRun(none);
    if (without.status !== MutantRunStatus.Survived)
      throw new Error(
        `mutation: ${testFilter.join(', ')} fails without a mutant: ${JSON.stringify(without)}`,
      );
  };
  return {
    capabilities: () => inner.capabilities(),
    init: async () => inner.init?.(),
    dryRun: (run) => inner.dryRun(run),
    async mutantRun(run) {
      if (!isWanted(mutantOf(run, root))) return { status: MutantRunStatus.Error, errorMessage: notChosen };
      mutants += 1;
      if (mutants % mutantsOfThread === 0) await endThread();
      const result = await inner.mutantRun(run);
      await prove(run, result);
      return result;
    },
    async dispose() {
      await inner.dispose?.();
      await endThread();
    },
  };
}
create.inject = tokens('$injector');

function mutantOf({ activeMutant }: MutantRunOptions, root: string): Mutant {
  const { fileName, location, mutatorName, replacement } = activeMutant;
  const file = isAbsolute(fileName) ? relative(root, fileName) : fileName;
  return { file, mutatorName, replacement, start: fromOne(location.start), end: fromOne(location.end) };
}

/** Stryker counts lines and columns from 0, and from 1 in its reports. */
function fromOne({ line, column }: Position): Position {
  return { line: line + 1, column: column + 1 };
}

export const strykerPlugins = [{ kind: PluginKind.TestRunner, name: 'kept-vitest', factory: create }];
