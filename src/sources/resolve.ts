// A citation of a server's own document resolves in every version, and says what became of the paragraph since.
import { sql } from 'kysely';
import type { Passage } from '../corpus/passages.ts';
import { asking } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import type { State } from './change.ts';
import { showDocument } from './read.ts';
import { hashesOf, passageWith } from './version.ts';

/** A citation: a paragraph from 1, in the version that is named, or that has this content hash, or else the newest. */
export interface Citation {
  readonly document: string;
  readonly paragraph: number;
  readonly version?: number;
  readonly hash?: string;
}

/** What became of a paragraph after it was cited. */
export type Became =
  /** It stands in the newest version, there as this paragraph. */
  | { readonly now: 'current'; readonly paragraph: number }
  /** The newest version has it no more, or in other words; the reason is that version's. */
  | { readonly now: 'corrected'; readonly newest: number; readonly reason: string | undefined }
  /** The document was taken out of the answers. */
  | { readonly now: 'withdrawn'; readonly reason: string | undefined };

export type Resolution =
  | {
      readonly found: true;
      readonly passage: Passage;
      readonly hash: string;
      readonly version: number;
      readonly became: Became;
    }
  | { readonly found: false; readonly reason: 'no-document' | 'no-version' }
  | { readonly found: false; readonly reason: 'out-of-range'; readonly paragraphs: number }
  /** Its words were erased for this reason. */
  | { readonly found: false; readonly reason: 'erased'; readonly because: string }
  /** No version has the words that were cited, or what is stored is not what was approved: nothing is shown instead. */
  | { readonly found: false; readonly reason: 'altered' };

/** Resolves a citation within one server. */
export async function resolveOwn(database: Database, guild: string, cited: Citation): Promise<Resolution> {
  const versions = outlines(database, guild, cited.document);
  const newest = await first(versions);
  if (!newest) return { found: false, reason: 'no-document' };
  if (newest.state === 'erased') return { found: false, reason: 'erased', because: newest.withdrawn ?? '' };
  const meant = await meantIn(versions, newest, cited);
  if (!meant) return { found: false, reason: cited.version === undefined ? 'altered' : 'no-version' };
  const expected = meant.hashes[cited.paragraph - 1];
  if (expected === undefined)
    return { found: false, reason: 'out-of-range', paragraphs: meant.hashes.length };
  if (cited.hash !== undefined && cited.hash !== expected) return { found: false, reason: 'altered' };
  const { version } = meant;
  const shown = await showDocument(database, guild, { id: cited.document, version });
  const passage = shown && passageWith(shown.document, cited.paragraph, expected);
  if (!passage) return { found: false, reason: 'altered' };
  return { found: true, passage, hash: expected, version, became: becameOf(expected, cited, newest) };
}

/** The same; a paragraph that the newest version has no more is looked for in the older ones, the latest first. */
export async function resolveAnywhere(
  database: Database,
  guild: string,
  cited: Citation,
): Promise<Resolution> {
  const newest = await resolveOwn(database, guild, cited);
  if (newest.found || newest.reason !== 'out-of-range' || cited.version !== undefined) return newest;
  if (!isCountable(cited.paragraph)) return newest;
  const longEnough = outlines(database, guild, cited.document).where(
    sql`length(versions.paragraphs)`,
    '>=',
    cited.paragraph * hashWidth,
  );
  for (let older = await first(longEnough); older; ) {
    const { version } = older;
    const there = await resolveOwn(database, guild, { ...cited, version });
    if (there.found) return there;
    older = await first(longEnough.where('versions.version', '<', version));
  }
  return newest;
}

/** A version without its text. */
interface Outline {
  readonly version: number;
  readonly hashes: readonly string[];
  readonly reason: string | undefined;
  readonly state: State;
  /** Why the document is withdrawn. */
  readonly withdrawn: string | undefined;
}

/** The latest first. There may be a hundred, each with thousands of hashes: they are told apart in the database, and one is read. */
function outlines(database: Database, guild: string, id: string) {
  return database
    .selectFrom('documents')
    .innerJoin('versions', (join) =>
      join.onRef('versions.guild', '=', 'documents.guild').onRef('versions.document', '=', 'documents.id'),
    )
    .where('documents.guild', '=', guild)
    .where('documents.id', '=', id)
    .orderBy('versions.version', 'desc')
    .select(['versions.version', 'versions.paragraphs', 'versions.reason'])
    .select(['documents.state', 'documents.reason as withdrawn']);
}

type Outlines = ReturnType<typeof outlines>;

async function first(some: Outlines): Promise<Outline | undefined> {
  const row = await asking(() => some.limit(1).executeTakeFirst());
  return (
    row && {
      version: row.version,
      hashes: hashesOf(row),
      reason: row.reason ?? undefined,
      state: row.state,
      withdrawn: row.withdrawn ?? undefined,
    }
  );
}

/** A label names no version, so a citation is known by its words: the newest version that has them in this paragraph. */
async function meantIn(
  versions: Outlines,
  newest: Outline,
  { paragraph, version, hash }: Citation,
): Promise<Outline | undefined> {
  if (version !== undefined && version !== newest.version)
    return first(versions.where('versions.version', '=', version));
  if (version !== undefined || hash === undefined || newest.hashes[paragraph - 1] === hash) return newest;
  if (!isCountable(paragraph)) return undefined;
  const place = (paragraph - 1) * hashWidth + 3;
  return first(versions.where(sql<string>`substr(versions.paragraphs, ${sql.lit(place)}, 16)`, '=', hash));
}

/** In the JSON list each hash has 16 digits, two marks and a comma: so the database itself can look for one. */
const hashWidth = 19;

/** What somebody typed may be no paragraph of anything, and no number of a database either. */
function isCountable(paragraph: number): boolean {
  return Number.isInteger(paragraph) && paragraph > 0 && paragraph < 100_000_000;
}

function becameOf(hash: string, { paragraph }: Citation, newest: Outline): Became {
  if (newest.state === 'withdrawn') return { now: 'withdrawn', reason: newest.withdrawn };
  const { hashes } = newest;
  if (hashes[paragraph - 1] === hash) return { now: 'current', paragraph };
  const moved = hashes.indexOf(hash) + 1;
  if (moved > 0) return { now: 'current', paragraph: moved };
  return { now: 'corrected', newest: newest.version, reason: newest.reason };
}
