// Runs the mutants of one part and leaves Stryker's report.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { filesOf, type Part } from './parts.ts';
import { reportFile } from './report.ts';

export interface Running {
  /** How many mutants run at once. */
  readonly workers: number;
  /** The keys of those to run, where not all. */
  readonly only?: readonly string[] | undefined;
}

/** What Stryker leaves out of the copy in which it works. */
const notNeeded = [
  'docs',
  'training/data',
  'reports',
  '.stryker-tmp',
  'tests/importers',
  'tests/eval/importing',
];

export async function runPart(part: Part, { workers, only }: Running): Promise<void> {
  process.env['MUTATION_TESTS'] = JSON.stringify(part.tests);
  process.env['MUTATION_CHOSEN'] = JSON.stringify(part.chosen);
  process.env['MUTATION_ROOT'] = process.cwd();
  if (only) {
    const file = resolve(`reports/mutation/${part.name}.again.json`);
    await writeFile(file, JSON.stringify(only));
    process.env['MUTATION_AGAIN'] = file;
  }
  const stryker = new Stryker({
    mutate: await filesOf(part),
    testRunner: 'kept-vitest',
    plugins: [fileURLToPath(new URL('./runner.ts', import.meta.url))],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: workers,
    // A loop that never ends is mostly told by how often its line is passed, a hundred times as often as without the mutant. The
    // time is for the rest, and generous, so that a busy machine makes no mutant look dead.
    timeoutMS: 20_000,
    timeoutFactor: 2.5,
    dryRunTimeoutMinutes: 15,
    // Its preparation of this file needs the programming interface that TypeScript 7 lacks, and types are stripped, not checked, here.
    tsconfigFile: 'none',
    ignorePatterns: notNeeded,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportFile(part) },
    tempDirName: `.stryker-tmp/${part.name}`,
    warnings: false,
  });
  await stryker.runMutationTest();
}
