// The index of passages in PostgreSQL: for collections that outgrow the memory of a process, or that many processes share. A process
// keeps no postings; a question fetches the rows of its terms, a few hundred kilobytes, and weighs them here.
import { Kysely, sql } from 'kysely';
import { gently } from '../common/steps.ts';
import {
  type Candidate,
  type Candidates,
  candidatesInMemory,
  type Filing,
  type Only,
  postingsSteps,
  READ_CLOSELY,
} from '../search/index/candidates.ts';
import { Scores, type TermList, type WeighedTerm } from '../search/index/scores.ts';
import { longestSilenceMs, postgresDialect } from '../store/engines/postgres.ts';
import { asking } from '../store/engines/transact.ts';
import { type Filed, file, findFiled, type SearchDatabase, type ToFile } from './filing.ts';
import { filedAs, narrow, wide } from './rows.ts';
import type { SearchTables } from './tables.ts';

export interface EngineOptions extends Pick<ToFile, 'segment'> {
  /** Is told how many passages are filed, where they were not. */
  readonly filed?: (done: number, all: number) => void;
  /** Is told why PostgreSQL cannot be used; the index is in memory then. */
  readonly failed?: (error: unknown) => void;
}

export interface SearchEngine {
  /** Files passages under a key, which tells them and the program that reads them from everything else. */
  filing(key: () => Promise<Uint8Array>): Filing;
  close(): Promise<void>;
}

/** A question takes one for some milliseconds; many processes share the server. */
const connections = 3;

/** So often a process says that it needs what is filed; after an hour without that it is taken out. */
const usedEvery = 10 * 60_000;

export function openEngine(url: string, options: EngineOptions = {}): SearchEngine {
  const database: SearchDatabase = new Kysely<SearchTables>({
    dialect: postgresDialect(url, longestSilenceMs, connections),
  });
  const { filed: told, segment, failed } = options;
  let current: Indexed | undefined;
  const used = setInterval(() => void current?.use(), usedEvery).unref();
  const indexed = async (toFile: ToFile): Promise<Indexed> => {
    const opened = new Indexed(database, await open(database, url, toFile));
    await opened.use();
    current = opened;
    return opened;
  };
  return {
    filing: (key) => (passages, reader) =>
      lasting(async () => {
        try {
          const name = Buffer.from(await key()).toString('hex');
          return await indexed({ key: name, passages, reader, told, segment });
        } catch (error) {
          failed?.(error);
          return candidatesInMemory(await gently(postingsSteps(passages, reader)));
        }
      }),
    async close() {
      clearInterval(used);
      await database.destroy();
    },
  };
}

/** It was taken out: this process could not say for long that it needs it. */
class Gone extends Error {}

/** What is opened, and opened anew where it is gone: a question waits for that. */
async function lasting(opened: () => Promise<Candidates>): Promise<Candidates> {
  let now = Promise.resolve(await opened());
  return {
    async find(terms, only) {
      const asked = now;
      try {
        return await (await asked).find(terms, only);
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        if (now === asked) now = opened();
        return (await now).find(terms, only);
      }
    },
  };
}

/** Who may only read uses what another process has filed. */
async function open(database: SearchDatabase, url: string, toFile: ToFile): Promise<Filed> {
  const filed = await asking(() => findFiled(database, toFile.key)).catch((error: unknown) => {
    if (isWithoutTables(error)) return undefined;
    throw error;
  });
  return filed ?? (await file(url, toFile));
}

function isWithoutTables(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42P01';
}

interface Row {
  readonly term: string | null;
  readonly places: Buffer;
  readonly times: Buffer;
}

/** A list of passages that is filed. */
class Indexed implements Candidates {
  readonly #database: SearchDatabase;
  readonly #id: number;
  readonly #scores: Scores;

  constructor(database: SearchDatabase, { id, lengths }: Filed) {
    this.#database = database;
    this.#id = id;
    this.#scores = new Scores(lengths);
  }

  /** Who may only read cannot say that it is needed; another process does. */
  async use(): Promise<void> {
    await this.#database
      .updateTable('search_collections')
      .set({ used_at: Date.now() })
      .where('id', '=', this.#id)
      .execute()
      .catch(() => undefined);
  }

  async find(terms: ReadonlyMap<string, number>, only?: Only): Promise<Candidate[]> {
    const rows = await this.#rowsOf(terms);
    if (rows.length === 0) throw new Gone();
    const byTerm = Map.groupBy(rows, ({ term }) => term);
    const weighed = [...terms].flatMap(([term, counts]): WeighedTerm[] => {
      const lists = (byTerm.get(filedAs(term)) ?? []).map(listOf);
      const passages = lists.reduce((sum, { places }) => sum + places.length, 0);
      return passages > 0 ? [{ passages, counts, lists }] : [];
    });
    return this.#scores.best(weighed, READ_CLOSELY, only);
  }

  /** One row in any case, as long as the list is there. */
  async #rowsOf(terms: ReadonlyMap<string, number>): Promise<Row[]> {
    const names = [...terms.keys()].map(filedAs);
    const { rows } = await asking(() =>
      sql<Row>`
        select t.term, t.places, t.times
        from search_collections c left join search_terms t on t.collection = c.id and t.term = any(${names}::text[])
        where c.id = ${this.#id} and c.filed_at > 0`.execute(this.#database),
    );
    return rows;
  }
}

function listOf({ places, times }: Row): TermList {
  return { places: wide(places), times: narrow(times) };
}
