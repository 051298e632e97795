// What is mutated, in parts that each end within 20 minutes on two idle cores, and the tests that have to notice.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** Which of the mutants: of every `everyNth` one, the `from`-th (from 0). */
export interface Chosen {
  readonly everyNth: number;
  readonly from: number;
}

export const allOfThem: Chosen = { everyNth: 1, from: 0 };

/** What is run at once, beside the tests that are about it. */
export interface Part {
  readonly name: string;
  /** Folders (ending with a stroke, without what lies in folders of them) and files. */
  readonly sources: readonly string[];
  /** Patterns of test files, as vitest takes them. */
  readonly tests: readonly string[];
  readonly chosen: Chosen;
}

/** What has a score to reach. */
export interface Room {
  readonly name: string;
  /** Percent. */
  readonly floor: number;
  readonly parts: readonly Part[];
}

/** Folders and files, and into how many parts their mutants are dealt: some 300 go into one. */
type Places = Readonly<Record<string, number>>;

function roomOf(name: string, floor: number, tests: readonly string[], places: Places): Room {
  const parts = Object.entries(places).flatMap(([place, count]) => {
    const folder = place
      .replace('discord/', '')
      .replace(name, '')
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
      .replaceAll(' ', '-');
    const whole = folder === '' ? name : `${name}-${folder}`;
    return Array.from({ length: count }, (_, from) => ({
      ...{ name: `${whole}-${from + 1}`, sources: [`src/${place}`], tests },
      chosen: { everyNth: count, from },
    }));
  });
  return { name, floor, parts };
}

/** Without two that check hundreds of quotations against the whole corpus in one test, which would run for nearly every mutant. */
const checkTests = ['tests/check/!(made|slices).test.ts'];
/** What reading costs, and a keystroke, is measured: code that can be changed at each place is slower. */
const statementTests = ['tests/statements/!(cost).test.ts', 'tests/statements/language/*.test.ts'];
const searchTests = ['tests/search/!(suggest-cost).test.ts'];

/** Those that need no process of the bot, which knows nothing of the mutant. Whole interactions before Discord's double are left to others. */
const connectionTests = [
  ...'ages deployment dispatch met new-only pace passing refused registration respond server turns unanswered'
    .split(' ')
    .map((name) => `tests/discord/${name}.test.ts`),
  'tests/discord/connection/*.test.ts',
  'tests/discord/shards/!(processes).test.ts',
];

export const rooms: readonly Room[] = [
  roomOf('check', 80, checkTests, {
    ...{ 'check/': 6, 'check/laying/': 5, 'check/speakers/': 3, 'check/words/': 3 },
  }),
  roomOf('statements', 80, statementTests, {
    ...{ 'statements/': 5, 'statements/clauses/': 6, 'statements/language/': 7, 'statements/who/': 4 },
  }),
  roomOf('questions', 80, ['tests/questions/*.test.ts'], { 'questions/': 7, 'questions/forgetting/': 2 }),
  roomOf('sources', 80, ['tests/sources/*.test.ts'], { 'sources/': 6 }),
  roomOf('search', 75, searchTests, {
    ...{
      'search/': 2,
      'search/answering/': 2,
      'search/question/': 5,
      'search/index/': 2,
      'search/ranking/': 3,
      'search/text/': 4,
    },
  }),
  roomOf('connection', 75, connectionTests, {
    ...{ 'discord/connection/': 5, 'discord/connection/running/': 1, 'discord/shards/': 2 },
  }),
];

export const parts: readonly Part[] = rooms.flatMap((room) => room.parts);

/** A room as one part: every n-th of all its mutants. */
export function sampleOf({ name, parts: [first, ...others] }: Room, everyNth: number): Part {
  const sources = [first, ...others].flatMap((part) => part?.sources ?? []);
  return { name, sources: [...new Set(sources)], tests: first?.tests ?? [], chosen: { everyNth, from: 0 } };
}

/** The source files of a part, sorted. */
export async function filesOf({ sources }: Pick<Part, 'sources'>): Promise<string[]> {
  const found = await Promise.all(
    sources.map(async (place) => {
      if (!place.endsWith('/')) return [place];
      const names = await readdir(place);
      return names.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => place + name);
    }),
  );
  return found.flat().sort();
}

/** Another one where any of a part's source files is another. */
export async function hashOf(part: Pick<Part, 'sources'>): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesOf(part))
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
