// What Stryker's reports tell: scores, and what survived.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Chosen, Part } from './parts.ts';
import { isChosen, type Mutant, textOf } from './sample.ts';

const position = z.object({ line: z.number(), column: z.number() });
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
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
