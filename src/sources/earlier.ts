// What the earlier versions of a server's documents had and the newest has no more: it answers nothing, and a check of such words
// says that they stood there, and when that changed.
import { sql } from 'kysely';
import { gently, type Steps } from '../common/steps.ts';
import type { Document } from '../corpus/document.ts';
import { hashOf, type Passage } from '../corpus/passages.ts';
import { asking } from '../store/engines/transact.ts';
import type { Database, VersionRow } from '../store/tables.ts';
import type { Own } from './fitting.ts';
import { dayOf, documentOf, passagesOfOwn, type StoredText, textHash } from './version.ts';

/** So many versions of a document are looked into, the newest first. */
const mostVersions = 10;

/** `paragraphs` of all documents together. */
export interface EarlierLimits {
  readonly paragraphs: number;
}

type EarlierRow = StoredText & Pick<VersionRow, 'hash' | 'created_at'>;

/** The paragraphs that are gone, of documents that were corrected and are among `own`. */
export async function earlierPassages(
  database: Database,
  guild: string,
  own: ReadonlyMap<string, Own>,
  limits: EarlierLimits,
): Promise<readonly Passage[]> {
  const corrected = [...own.values()]
    .filter(({ document }) => document.version > 1)
    .map(({ document }) => document.id);
  if (corrected.length === 0) return [];
  const query = database
    .selectFrom('versions')
    .innerJoin('documents', (join) =>
      join.onRef('documents.guild', '=', 'versions.guild').onRef('documents.id', '=', 'versions.document'),
    )
    .where('versions.guild', '=', guild)
    .where('documents.state', '<>', 'erased')
    .whereRef('versions.version', '<=', 'documents.version')
    .where('versions.version', '>=', sql<number>`documents.version - ${mostVersions}`)
    .orderBy('versions.document')
    .orderBy('versions.version', 'desc')
    .select(['versions.document', 'versions.version', 'versions.metadata', 'versions.format'])
    .select(['versions.text', 'versions.hash', 'versions.created_at']);
  const rows = await asking(() => query.execute());
  const wanted = new Set(corrected);
  return gently(
    goneSteps(
      rows.filter(({ document }) => wanted.has(document)),
      limits,
    ),
  );
}

/** Of each document the newest version comes first: what a later one has is not gone. */
function* goneSteps(rows: readonly EarlierRow[], { paragraphs }: EarlierLimits): Steps<readonly Passage[]> {
  const gone: Passage[] = [];
  let known = new Set<string>();
  let later: EarlierRow | undefined;
  for (const row of rows) {
    const next = later?.document === row.document ? later : undefined;
    if (!next) known = new Set();
    later = row;
    for (const passage of passagesIn(row, next)) {
      const hash = hashOf(passage);
      if (known.has(hash)) continue;
      known.add(hash);
      if (next && gone.length < paragraphs) gone.push(passage);
    }
    yield;
  }
  return gone;
}

/** The passages of a version, as of one that `next` took the place of; none where it is not what was written. */
function passagesIn(row: EarlierRow, next: EarlierRow | undefined): readonly Passage[] {
  if (textHash(row.text) !== row.hash) return [];
  const document = documentOf(row, 'withdrawn');
  const earlier: Document = {
    ...document,
    earlier: row.version,
    ...(next && { changed: dayOf(next.created_at) }),
  };
  return passagesOfOwn({ ...document, ...earlier, title: document.title });
}
