// Gives a server everything that is kept of it, as data: its documents in all versions, and the audit log.

import { writtenDocument } from '../corpus/writing.ts';
import { gently, type Steps } from '../steps.ts';
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
  const { documents, versions, audit } = await rowsOf(database, guild);
  const byDocument = Map.groupBy(await gently(versionSteps(versions)), ({ document }) => document);
  return {
    guild,
    documents: documents.map(({ id, state, reason }) => ({
      id,
      state,
      reason: reason ?? undefined,
      versions: (byDocument.get(id) ?? []).map(({ version }) => version),
    })),
    audit: audit.reverse(),
  };
}

/** What is exported, as JSON, made a version a step: it may be many megabytes. */
export function* exportedJson({ guild, documents, audit }: Exported): Steps<Buffer> {
  const pieces = [`{"guild":${JSON.stringify(guild)},\n"documents":[`];
  for (const [index, { versions, ...document }] of documents.entries()) {
    pieces.push(`${index > 0 ? ',' : ''}\n${JSON.stringify(document).slice(0, -1)},"versions":[`);
    for (const [at, version] of versions.entries()) {
      pieces.push(`${at > 0 ? ',' : ''}\n${JSON.stringify(version, null, 2)}`);
      yield;
    }
    pieces.push(']}');
  }
  pieces.push('],\n"audit":[');
  for (const [index, entry] of audit.entries()) {
    pieces.push(`${index > 0 ? ',' : ''}\n${JSON.stringify(entry)}`);
    yield;
  }
  pieces.push(']}\n');
  return Buffer.from(pieces.join(''));
}

async function rowsOf(database: Database, guild: string) {
  return snapshot(database, async (moment) => {
    const documents = await moment
      .selectFrom('documents')
      .where('guild', '=', guild)
      .orderBy('added')
      .select(['id', 'state', 'reason'])
      .execute();
    const versions = await allVersions(moment, guild);
    return { documents, versions, audit: await auditOf(moment, guild) };
  });
}

interface VersionOf {
  readonly document: string;
  readonly version: ExportedVersion;
}

function* versionSteps(rows: readonly VersionRow[]): Steps<VersionOf[]> {
  const versions: VersionOf[] = [];
  for (const row of rows) {
    versions.push({ document: row.document, version: exportedOf(row) });
    yield;
  }
  return versions;
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
    paragraphHashes: hashesOf(row),
    reason: row.reason ?? undefined,
    by: row.created_by,
    at: row.created_at,
  };
}
