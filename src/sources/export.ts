// Gives a server everything that is kept of it, as data: its documents in all versions, and the audit log.

import { writtenDocument } from '../corpus/writing.ts';
import type { Change, Database, VersionRow } from '../store/tables.ts';
import { snapshot } from '../store/transact.ts';
import type { State } from './change.ts';
import { type AuditEntry, auditOf } from './read.ts';
import { hashesOf, type OwnDocument } from './version.ts';

/** A version as an export gives it: front matter as a Markdown file of the corpus has it, and the text. */
export interface ExportedVersion {
  readonly version: number;
  readonly frontMatter: unknown;
  readonly format: VersionRow['format'];
  readonly text: string;
  readonly hash: string;
  readonly paragraphHashes: readonly string[];
  readonly reason: string | undefined;
  readonly by: string;
  readonly at: number;
}

export interface ExportedDocument {
  readonly id: string;
  readonly state: State;
  readonly reason: string | undefined;
  readonly versions: readonly ExportedVersion[];
}

/** Everything that is kept of a server. */
export interface Exported {
  readonly guild: string;
  readonly documents: readonly ExportedDocument[];
  /** Oldest first. */
  readonly audit: readonly AuditEntry[];
}

/** All versions of all documents with the audit log, as they were at one moment. */
export async function exportDocuments(database: Database, guild: string): Promise<Exported> {
  return snapshot(database, async (moment) => {
    const documents = await moment
      .selectFrom('documents')
      .where('guild', '=', guild)
      .orderBy('added')
      .select(['id', 'state', 'reason'])
      .execute();
    const versions = Map.groupBy(await allVersions(moment, guild), ({ document }) => document);
    const audit = await auditOf(moment, guild);
    return {
      guild,
      documents: documents.map(({ id, state, reason }) => ({
        id,
        state,
        reason: reason ?? undefined,
        versions: (versions.get(id) ?? []).map(exportedOf),
      })),
      audit: audit.reverse(),
    };
  });
}

/** One version as a Markdown file of a corpus folder: what `readDocument` reads back. */
export function exportedMarkdown(document: OwnDocument): string {
  const { statements: _, file: __, version: ___, format: ____, text, ...front } = document;
  return writtenDocument(front, text);
}

async function allVersions(moment: Change, guild: string): Promise<VersionRow[]> {
  return moment.selectFrom('versions').where('guild', '=', guild).orderBy('version').selectAll().execute();
}

function exportedOf(row: VersionRow): ExportedVersion {
  return {
    version: row.version,
    frontMatter: { id: row.document, ...JSON.parse(row.metadata) },
    format: row.format,
    text: row.text,
    hash: row.hash,
    // Of an erased text others would stand here (erase.ts).
    paragraphHashes: row.text === '' ? [] : hashesOf(row),
    reason: row.reason ?? undefined,
    by: row.created_by,
    at: row.created_at,
  };
}
