// What Stryker's reports tell: scores, and what survived.
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Chosen, Part } from './parts.ts';
import { isChosen, keyOf, type Mutant, textOf } from './sample.ts';

const position = z.object({ line: z.number(), column: z.number() });
const reportSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.string(),
      mutants: z.array(
        z.looseObject({
          mutatorName: z.string(),
          replacement: z.string().default(''),
          status: z.string(),
          static: z.boolean().optional(),
          location: z.object({ start: position, end: position }),
        }),
      ),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;

export interface Judged extends Mutant {
  /** As Stryker has it: Killed, Timeout, Survived, NoCoverage, Ignored, RuntimeError, CompileError. */
  readonly status: string;
  readonly original: string;
}

/** How many mutants there are, and what became of them. */
export interface Counts {
  readonly mutants: number;
  readonly killed: number;
  /** Those of the killed that never came to an end. */
  readonly timedOut: number;
  /** Those of the survived that no test reaches. */
  readonly uncovered: number;
}

export function reportFile({ name }: Pick<Part, 'name'>): string {
  return `reports/mutation/${name}.json`;
}

/** The report of a part's last run, or nothing where it was never run. */
export async function readReport(file: string): Promise<Report | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : reportSchema.parse(JSON.parse(text));
}

/** Of the mutants of a report those that were chosen. */
export function mutantsOf(report: Report, chosen: Chosen): Judged[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.flatMap(({ mutatorName, replacement, status, location }) => {
      const mutant = { file, mutatorName, replacement, ...location };
      return isChosen(mutant, source, chosen)
        ? [{ ...mutant, status, original: textOf(mutant, source) }]
        : [];
    }),
  );
}

const killed = new Set(['Killed', 'Timeout']);

/** Whatever is not killed counts as survived, also what was left out by a comment or could not be run. */
export function survives({ status }: Judged): boolean {
  return !killed.has(status);
}

export function countsOf(mutants: readonly Judged[]): Counts {
  const count = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
  const dead = mutants.filter((mutant) => !survives(mutant)).length;
  return {
    mutants: mutants.length,
    killed: dead,
    timedOut: count('Timeout'),
    uncovered: count('NoCoverage'),
  };
}

/** What was killed in an earlier run of the same sources stays killed in a report of a run that left it out. */
export async function keepKilled(file: string, earlier: readonly Judged[]): Promise<void> {
  const report = await readReport(file);
  if (!report) return;
  const statuses = new Map(
    earlier.filter((mutant) => !survives(mutant)).map((mutant) => [keyOf(mutant), mutant.status]),
  );
  for (const [name, { mutants }] of Object.entries(report.files))
    for (const mutant of mutants)
      mutant.status = statuses.get(keyOf({ file: name, ...mutant, ...mutant.location })) ?? mutant.status;
  await writeFile(file, JSON.stringify(report));
}
