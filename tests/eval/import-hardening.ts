// Mutated files through the real importer with its real limits: what hangs, what crashes, and which passages no file holds.
import { availableParallelism } from 'node:os';
import { type GivenFile, type Importer, openImporter } from '../../src/importers/import-file.ts';
import type { Imported } from '../../src/importers/imported.ts';
import { Chance } from './chance.ts';
import type { Case } from './import-files.ts';
import { mutated } from './import-mutating.ts';
import { decodings, foreignWords } from './import-words.ts';

/** Where nothing has come by now, nothing will: the importer itself gives up after a minute by the clock. */
const patienceMs = 180_000;

export const outcomes = ['taken', 'refused', 'late', 'stalled', 'hang', 'crash', 'foreign'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Mutant extends GivenFile {
  readonly bytes: Buffer;
  readonly seed: number;
}

export function mutantOf(cases: readonly Pick<Case, 'name' | 'bytes'>[], seed: number): Mutant {
  const chance = new Chance(seed);
  const { name, bytes } = chance.of(cases);
  return { name, bytes: mutated(bytes, chance), seed };
}

export interface Hardened {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** What went wrong; a file may break the process for the one that is read after it, so both are told. */
  readonly bad: readonly {
    readonly outcome: Outcome;
    readonly mutant: Mutant;
    readonly after: number | undefined;
    readonly words: readonly string[];
  }[];
}

/** A process for each so many files: a few are read in one, in their order, and can so be looked at again. */
const filesPerProcess = 50;

export async function harden(
  cases: readonly Pick<Case, 'name' | 'bytes'>[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<Hardened> {
  const counts: Record<Outcome, number> = {
    ...{ taken: 0, refused: 0, late: 0, stalled: 0, hang: 0, crash: 0, foreign: 0 },
  };
  const bad: Hardened['bad'][number][] = [];
  let next = seed;
  const work = async (): Promise<void> => {
    const importer = openImporter({}, 1);
    let after: number | undefined;
    while (next < seed + count) {
      const mutant = mutantOf(cases, next++);
      const { outcome, words } = await outcomeOf(importer, mutant);
      counts[outcome]++;
      if (outcome !== 'taken' && outcome !== 'refused') bad.push({ outcome, mutant, after, words });
      after = mutant.seed;
    }
    await importer.close();
  };
  const processes = Math.min(availableParallelism(), 4, Math.ceil(count / filesPerProcess));
  await Promise.all(Array.from({ length: processes }, work));
  return { counts, bad };
}

type Ended = Pick<Hardened['bad'][number], 'outcome' | 'words'>;

async function outcomeOf(importer: Importer, mutant: Mutant): Promise<Ended> {
  const plain = (outcome: Outcome): Ended => ({ outcome, words: [] });
  const late = Promise.withResolvers<'late'>();
  const clock = setTimeout(() => late.resolve('late'), patienceMs);
  try {
    const imported = await Promise.race([importer.import(mutant), late.promise]);
    if (imported === 'late') return plain('hang');
    return imported.ok ? await checked(imported, mutant) : plain(refusedAs(imported.reason.key));
  } catch {
    return plain('crash');
  } finally {
    clearTimeout(clock);
  }
}

/**
 * A file may be refused for any reason but that its process broke in a way that nobody foresaw. Told apart are those that were given up when
 * their time of a processor was over (`late`), and a machine that was too busy (`stalled`).
 */
function refusedAs(key: string): Outcome {
  if (key === 'import.refused.crashed') return 'crash';
  if (key === 'import.refused.tooLate') return 'late';
  return key === 'import.refused.stalled' ? 'stalled' : 'refused';
}

async function checked({ format, text }: Extract<Imported, { ok: true }>, { bytes }: Mutant): Promise<Ended> {
  const words = foreignWords(text, await decodings(format, bytes));
  return { outcome: words.length > 0 ? 'foreign' : 'taken', words };
}
