// Files a list of passages in PostgreSQL, once for all processes: whoever comes first does, the others wait for it.
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { gently } from '../common/steps.ts';
import type { Passage } from '../corpus/passages.ts';
import { Words } from '../corpus/text/rows.ts';
import { postingsSteps } from '../search/index/candidates.ts';
import type { Postings } from '../search/index/postings.ts';
import type { Reader } from '../search/text/read-passage.ts';
import { patientDialect } from '../store/engines/postgres.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { bytesOf, filedAs, narrow } from './rows.ts';
import { migrationTable, type SearchTables, searchMigrations, type TermRow } from './tables.ts';

export type SearchDatabase = Kysely<SearchTables>;

/** A list that is filed. */
export interface Filed {
  readonly id: number;
  readonly lengths: Uint16Array;
}

/** What is to be filed: the key tells it from everything else. */
export interface ToFile {
  readonly key: string;
  readonly passages: readonly Passage[];
  readonly reader: Reader;
  /** Is told how many passages are filed. */
  readonly told?: ((done: number, all: number) => void) | undefined;
  /** So many passages are indexed in memory before they are filed. */
  readonly segment?: number | undefined;
}

/** Some 300 MB while they are indexed, and ten rows of a term for a million. */
const passagesASegment = 100_000;
/** An `insert` of so many bytes takes some 50 ms. */
const bytesAnInsert = 1_000_000;
/** While another process files the same. */
const looksAgainMs = 500;
/** What no process has needed for so long is taken out: each edit of the sources files all of them under another key. */
const staleMs = 60 * 60_000;

/** The list of a key; undefined where it is not filed, or not yet. */
export async function findFiled(database: SearchDatabase, key: string): Promise<Filed | undefined> {
  const found = await database
    .selectFrom('search_collections')
    .select(['id', 'lengths'])
    .where('key', '=', key)
    .where('filed_at', '>', 0)
    .executeTakeFirst();
  return found && { id: found.id, lengths: narrow(found.lengths) };
}

/** Makes the tables where they are missing, and files a list unless it is filed already. */
export async function file(url: string, toFile: ToFile): Promise<Filed> {
  const database: SearchDatabase = new Kysely<SearchTables>({ dialect: patientDialect(url) });
  try {
    await migrate(database, searchMigrations, migrationTable);
    // The lock is the connection's: it goes with a process that ends amid its work.
    return await database.connection().execute((one) => fileOnce(one, toFile));
  } finally {
    await database.destroy();
  }
}

async function fileOnce(database: SearchDatabase, toFile: ToFile): Promise<Filed> {
  const { key } = toFile;
  for (;;) {
    const filed = await findFiled(database, key);
    if (filed) return filed;
    if (await lock(database, key)) break;
    await delay(looksAgainMs);
  }
  // Whoever had the lock before may have filed it.
  const filed = (await findFiled(database, key)) ?? (await fileAll(database, toFile));
  await removeStale(database, filed.id);
  await sql`select pg_advisory_unlock(hashtextextended(${key}, 0))`.execute(database);
  return filed;
}

async function lock(database: SearchDatabase, key: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${key}, 0)) as taken`.execute(database);
  return rows[0]?.taken === true;
}

async function fileAll(
  database: SearchDatabase,
  { key, passages, reader, told, segment: most = passagesASegment }: ToFile,
): Promise<Filed> {
  // What a process left that ended amid its work.
  await database.deleteFrom('search_collections').where('key', '=', key).execute();
  const lengths = new Uint16Array(passages.length);
  const { id } = await database
    .insertInto('search_collections')
    .values({
      ...{ key, passages: passages.length, lengths: bytesOf(lengths), filed_at: 0, used_at: Date.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let begins = 0; begins < passages.length; begins += most) {
    const some = passages.slice(begins, begins + most);
    const postings = await gently(postingsSteps(some, reader));
    lengths.set(postings.lengths.map(atMost16), begins);
    const segment = begins / most;
    for (const rows of inserts(postings, { collection: id, segment, begins })) await insert(database, rows);
    told?.(begins + some.length, passages.length);
  }
  await database
    .updateTable('search_collections')
    .set({ lengths: bytesOf(lengths), filed_at: Date.now(), used_at: Date.now() })
    .where('id', '=', id)
    .execute();
  await sql`analyze search_terms`.execute(database);
  return { id, lengths };
}

const atMost16 = (length: number): number => Math.min(length, 0xffff);

/** The rows of a segment, in parts of which each is one `insert`. */
function* inserts(
  { terms, starts, passages, times }: Postings,
  { begins, ...of }: Pick<TermRow, 'collection' | 'segment'> & { readonly begins: number },
): Generator<TermRow[]> {
  let rows: TermRow[] = [];
  let bytes = 0;
  for (const [at, term] of [...new Words(terms)].entries()) {
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    const places = Uint32Array.from(passages.subarray(from, to), (place) => begins + place);
    rows.push({
      ...of,
      term: filedAs(term),
      places: bytesOf(places),
      times: bytesOf(Uint16Array.from(times.subarray(from, to))),
    });
    bytes += 100 + 6 * (to - from);
    if (bytes < bytesAnInsert) continue;
    yield rows;
    rows = [];
    bytes = 0;
  }
  if (rows.length > 0) yield rows;
}

async function insert(database: SearchDatabase, rows: readonly TermRow[]): Promise<void> {
  const [{ collection, segment } = { collection: 0, segment: 0 }] = rows;
  const column = <Name extends keyof TermRow>(name: Name): TermRow[Name][] => rows.map((row) => row[name]);
  await sql`
    insert into search_terms (collection, segment, term, places, times)
    select ${collection}::int, ${segment}::int, *
    from unnest(${column('term')}::text[], ${column('places')}::bytea[], ${column('times')}::bytea[])
  `.execute(database);
}

/** What other versions of the sources or of the program filed stays while a process says that it needs it. */
async function removeStale(database: SearchDatabase, needed: number): Promise<void> {
  await database
    .deleteFrom('search_collections')
    .where('used_at', '<', Date.now() - staleMs)
    .where('id', '<>', needed)
    .execute();
}
