// The counts of the last runs, kept in the repository beside the hash of the sources that they are of, and the scores made of them.
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { hashOf, type Part, type Room } from './parts.ts';
import type { Counts } from './report.ts';

const count = z.int().nonnegative();
const run = z.object({
  /** Every n-th mutant. Those of a part are dealt so, too; a room's own is a sample. */
  everyNth: count,
  ...{ mutants: count, killed: count, timedOut: count, uncovered: count },
  sources: z.string(),
});
const recordSchema = z.record(z.string(), run);

/** By part, or by room for a sample. */
export type Runs = z.infer<typeof recordSchema>;

const file = 'docs/mutation.json';

export async function readRuns(): Promise<Runs> {
  return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

export async function noteRun({ name, chosen, ...part }: Part, counts: Counts): Promise<void> {
  const runs = {
    ...(await readRuns()),
    [name]: { everyNth: chosen.everyNth, ...counts, sources: await hashOf(part) },
  };
  const sorted = Object.fromEntries(Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** What a room reaches, as far as it was run. */
export interface Score extends Counts {
  readonly room: string;
  readonly floor: number;
  /** Percent of the mutants, down to a tenth; undefined where nothing was run. */
  readonly score: number | undefined;
  /** Whether all mutants were run, or every n-th. */
  readonly of: 'all' | 'sample' | 'nothing';
  readonly everyNth: number | undefined;
  /** Whether the sources are still those that were mutated. */
  readonly current: boolean;
  readonly reached: boolean;
}

/** All parts where all were run on one state of the sources, or else the sample. */
export async function scoreOf({ name, floor, parts }: Room, runs: Runs): Promise<Score> {
  const whole = parts.flatMap((part) => (runs[part.name] ? [{ part, run: runs[part.name] }] : []));
  const isWhole = whole.length === parts.length;
  const sample = runs[name];
  const used = isWhole ? whole.map((each) => each.run) : [sample];
  const sum = (key: keyof Counts) => used.reduce((all, each) => all + (each?.[key] ?? 0), 0);
  const counts = {
    ...{ mutants: sum('mutants'), killed: sum('killed') },
    ...{ timedOut: sum('timedOut'), uncovered: sum('uncovered') },
  };
  const score = counts.mutants === 0 ? undefined : Math.floor((1000 * counts.killed) / counts.mutants) / 10;
  const sources = [...new Set(parts.flatMap((part) => part.sources))];
  const current = isWhole
    ? (await Promise.all(parts.map(async (part) => (await hashOf(part)) === runs[part.name]?.sources))).every(
        Boolean,
      )
    : sample?.sources === (await hashOf({ sources }));
  return {
    ...{ room: name, floor, score, ...counts, current },
    of: isWhole ? 'all' : sample ? 'sample' : 'nothing',
    everyNth: isWhole ? 1 : sample?.everyNth,
    reached: score !== undefined && score >= floor,
  };
}
