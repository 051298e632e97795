// npm run eval:import -- [--files DIR] [--show-errors] [--json]
// npm run eval:import -- --mutate 20000 --seed N [--keep DIR] [--json]
// How files go in: paragraphs, headings, metadata and warnings beside what a person typed who saw the file; or mutated files, of which none may
// hang, crash, or give a word that is not in it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { sayWhatIsWrong } from '../../src/ending.ts';
import { openImporter } from '../../src/importers/import-file.ts';
import { type Compared, compare, type Figures, figuresOf } from './import-comparing.ts';
import { type Case, readCases } from './import-files.ts';
import { harden } from './import-hardening.ts';

interface Options {
  readonly files: string;
  readonly mutate?: string;
  readonly seed: string;
  readonly keep?: string;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

const program = new Command('eval:import')
  .description('Measures how files go in.')
  .option('-f, --files <folder>', 'files with NAME.expected.txt beside them', 'tests/eval/importing')
  .option('--mutate <count>', 'so many mutated files in place of the files themselves')
  .option('--seed <number>', 'of the chance that mutates them', '1')
  .option('--keep <folder>', 'write the mutated files that went wrong there')
  .option('--show-errors', 'show the paragraphs that are lost or that nobody typed')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const cases = await readCases(options.files);
  if (options.mutate === undefined) await printCompared(cases, options);
  else await printHardened(cases, options);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

async function printCompared(cases: readonly Case[], { json, showErrors }: Options): Promise<void> {
  const importer = openImporter();
  const all: Compared[] = [];
  try {
    all.push(...(await Promise.all(cases.map(async (each) => compare(each, await importer.import(each))))));
  } finally {
    await importer.close();
  }
  const figures = figuresOf(all);
  if (json) {
    console.log(JSON.stringify({ figures, files: all }));
    return;
  }
  const width = Math.max(...all.map(({ name }) => name.length));
  console.log(row('', width, 'typed', 'prec', 'recall', 'heads', 'meta', 'what is wrong'));
  for (const each of all) {
    console.log(figuresRow(each.name, width, figuresOf([each]), wrongIn(each)));
    if (showErrors) for (const line of differing(each)) console.log(line);
  }
  const whole = `whole ${shown(figures.whole)} · warnings right ${shown(figures.warnings)}`;
  console.log(figuresRow(`${figures.files} files`, width, figures, whole));
}

function shown(share: number): string {
  return share.toFixed(3);
}

function row(name: string, width: number, ...cells: readonly string[]): string {
  return [name.padEnd(width), ...cells.map((cell) => cell.padStart(6))].join('  ').trimEnd();
}

function figuresRow(name: string, width: number, figures: Figures, rest: string): string {
  const shares = [figures.precision, figures.recall, figures.headings, figures.metadata].map(shown);
  return row(name, width, String(figures.paragraphs), ...shares, rest);
}

function wrongIn({ refused, metadata, warnings }: Compared): string {
  return [
    ...(refused === undefined ? [] : [refused]),
    ...metadata.wrong,
    ...warnings.missing.map((each) => `no warning: ${each}`),
    ...warnings.false.map((each) => `false warning: ${each}`),
  ].join(', ');
}

function differing({ lost, extra }: Compared): string[] {
  return [...lost.map((text) => `  - ${text}`), ...extra.map((text) => `  + ${text}`)];
}

async function printHardened(cases: readonly Case[], options: Options): Promise<void> {
  const [count, seed] = [Number(options.mutate), Number(options.seed)];
  const { counts, bad } = await harden(cases, { count, seed });
  if (options.keep !== undefined) {
    await mkdir(options.keep, { recursive: true });
    for (const { mutant } of bad)
      await writeFile(join(options.keep, `${mutant.seed}-${mutant.name}`), mutant.bytes);
  }
  const seeds = bad.map(({ outcome, mutant, after = mutant.seed }) => ({
    outcome,
    seed: mutant.seed,
    from: Math.min(after, mutant.seed),
  }));
  if (options.json) console.log(JSON.stringify({ seed, count, counts, bad: seeds }));
  else {
    console.log(
      Object.entries(counts)
        .map(([outcome, times]) => `${outcome} ${times}`)
        .join('  '),
    );
    for (const { outcome, seed: of, from } of seeds)
      console.log(
        `${outcome} at ${of}: --mutate ${outcome === 'crash' ? of - from + 1 : 1} --seed ${outcome === 'crash' ? from : of}`,
      );
  }
  process.exitCode = counts.hang + counts.crash + counts.foreign > 0 ? 1 : 0;
}
