// A citation of a server's own document resolves in every version, and says what became of the paragraph since.
import type { Passage } from '../corpus/passages.ts';
import type { Database } from '../store/tables.ts';
import { asking } from '../store/transact.ts';
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
  return resolved(database, guild, cited, await outlinesOf(database, guild, cited.document));
}

/** The same; a paragraph that the newest version has no more is looked for in the older ones, the latest first. */
export async function resolveAnywhere(
  database: Database,
  guild: string,
  cited: Citation,
): Promise<Resolution> {
  const outlines = await outlinesOf(database, guild, cited.document);
  const first = await resolved(database, guild, cited, outlines);
  if (first.found || first.reason !== 'out-of-range' || cited.version !== undefined) return first;
  for (const { version, hashes } of outlines.toReversed()) {
    if (hashes().length < cited.paragraph) continue;
    const older = await resolved(database, guild, { ...cited, version }, outlines);
    if (older.found) return older;
  }
  return first;
}

async function resolved(
  database: Database,
  guild: string,
  cited: Citation,
  outlines: readonly Outline[],
): Promise<Resolution> {
  const newest = outlines.at(-1);
  if (!newest) return { found: false, reason: 'no-document' };
  if (newest.state === 'erased') return { found: false, reason: 'erased', because: newest.withdrawn ?? '' };
  const meant = outlineMeant(outlines, cited);
  if (!meant) return { found: false, reason: cited.version === undefined ? 'altered' : 'no-version' };
  const hashes = meant.hashes();
  const expected = hashes[cited.paragraph - 1];
  if (expected === undefined) return { found: false, reason: 'out-of-range', paragraphs: hashes.length };
  if (cited.hash !== undefined && cited.hash !== expected) return { found: false, reason: 'altered' };
  const { version } = meant;
  const shown = await showDocument(database, guild, { id: cited.document, version });
  const passage = shown && passageWith(shown.document, cited.paragraph, expected);
  if (!passage) return { found: false, reason: 'altered' };
  return { found: true, passage, hash: expected, version, became: becameOf(expected, cited, newest) };
}

/** A version without its text. */
interface Outline {
  readonly version: number;
  /** Read when they are asked for: mostly those of one or two versions are. */
  readonly hashes: () => readonly string[];
  readonly reason: string | undefined;
  readonly state: State;
  /** Why the document is withdrawn. */
  readonly withdrawn: string | undefined;
}

async function outlinesOf(database: Database, guild: string, id: string): Promise<Outline[]> {
  const query = database
    .selectFrom('documents')
    .innerJoin('versions', (join) =>
      join.onRef('versions.guild', '=', 'documents.guild').onRef('versions.document', '=', 'documents.id'),
    )
    .where('documents.guild', '=', guild)
    .where('documents.id', '=', id)
    .orderBy('versions.version')
    .select(['versions.version', 'versions.paragraphs', 'versions.reason'])
    .select(['documents.state', 'documents.reason as withdrawn']);
  const rows = await asking(() => query.execute());
  return rows.map((row) => ({
    version: row.version,
    hashes: once(() => hashesOf(row)),
    reason: row.reason ?? undefined,
    state: row.state,
    withdrawn: row.withdrawn ?? undefined,
  }));
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

/** A label names no version, so a citation is known by its words: the newest version that has them in this paragraph. */
function outlineMeant(
  outlines: readonly Outline[],
  { paragraph, version, hash }: Citation,
): Outline | undefined {
  if (version !== undefined) return outlines.find((outline) => outline.version === version);
  if (hash === undefined) return outlines.at(-1);
  return outlines.findLast(({ hashes }) => hashes()[paragraph - 1] === hash);
}

function becameOf(hash: string, { paragraph }: Citation, newest: Outline): Became {
  if (newest.state === 'withdrawn') return { now: 'withdrawn', reason: newest.withdrawn };
  const hashes = newest.hashes();
  if (hashes[paragraph - 1] === hash) return { now: 'current', paragraph };
  const moved = hashes.indexOf(hash) + 1;
  if (moved > 0) return { now: 'current', paragraph: moved };
  return { now: 'corrected', newest: newest.version, reason: newest.reason };
}
