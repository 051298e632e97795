// What a server has of its own: its list, one document in any version, and the audit log.

import { z } from 'zod';
import type { Problem } from '../common/errors.ts';
import { gently, type Steps } from '../common/steps.ts';
import { asking } from '../store/engines/transact.ts';
import type { AuditRow, Database, DocumentRow, VersionRow } from '../store/tables.ts';
import type { State } from './change.ts';
import {
  documentOf,
  fileOf,
  type Metadata,
  metadataOf,
  type OwnDocument,
  type StoredText,
  textHash,
} from './version.ts';

/** A document as a list shows it. */
export interface Listed {
  readonly id: string;
  readonly metadata: Metadata;
  readonly state: State;
  /** Why it is withdrawn. */
  readonly reason: string | undefined;
  /** The newest version, its paragraphs and characters. */
  readonly version: number;
  readonly paragraphs: number;
  readonly characters: number;
  /** Who changed it last, and when. */
  readonly by: string;
  readonly at: number;
}

/** A part of a list. */
export interface Page {
  readonly from: number;
  readonly most: number;
}

/** The documents of a server in the order they were added, withdrawn and erased ones too: all, or a page of them. */
export async function listDocuments(database: Database, guild: string, page?: Page): Promise<Listed[]> {
  const query = newest(database, guild)
    .select(['documents.id', 'documents.state', 'documents.reason', 'documents.characters'])
    .select(['documents.changed_by', 'documents.changed_at', 'documents.paragraphs'])
    .select(['versions.version', 'versions.metadata'])
    .$if(page !== undefined, (all) => all.limit(page?.most ?? 0).offset(page?.from ?? 0));
  const rows = await asking(() => query.execute());
  return rows.map((row) => ({
    id: row.id,
    metadata: metadataOf(row),
    state: row.state,
    reason: row.reason ?? undefined,
    version: row.version,
    paragraphs: row.paragraphs,
    characters: row.characters,
    by: row.changed_by,
    at: row.changed_at,
  }));
}

/** The ids of a server's documents with their states, in the order they were added. */
export async function documentIds(
  database: Database,
  guild: string,
): Promise<{ readonly id: string; readonly state: State }[]> {
  const query = database.selectFrom('documents').where('guild', '=', guild).orderBy('added');
  return asking(() => query.select(['id', 'state']).execute());
}

/** What is offered while somebody types. */
export interface Offering {
  readonly states: readonly State[];
  /** Whether a name and a title are meant by what is typed. */
  readonly fits: (words: string) => boolean;
  readonly most: number;
}

/** So many are looked through at a keystroke; a server has no more, unless the operator lets it (`keptDocuments`). */
const mostLookedThrough = 1_000;

const titled = z.object({ title: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The documents of a server that fit, the last added first. Of the others nothing but the title is read. */
export async function offeredDocuments(
  database: Database,
  guild: string,
  { states, fits, most }: Offering,
): Promise<Pick<Listed, 'id' | 'metadata'>[]> {
  const query = newest(database, guild)
    .where('documents.state', 'in', states)
    .clearOrderBy()
    .orderBy('documents.added', 'desc')
    .limit(mostLookedThrough)
    .select(['documents.id', 'versions.metadata']);
  const offered: Pick<Listed, 'id' | 'metadata'>[] = [];
  for (const row of await asking(() => query.execute())) {
    const { title } = titled.parse(JSON.parse(row.metadata));
    const words = typeof title === 'string' ? title : Object.values(title).join(' ');
    if (fits(`${row.id} ${words}`)) offered.push({ id: row.id, metadata: metadataOf(row) });
    if (offered.length === most) break;
  }
  return offered;
}

/** The documents of a server with their newest versions. */
function newest(database: Database, guild: string) {
  return database
    .selectFrom('documents')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.guild', '=', 'documents.guild')
        .onRef('versions.document', '=', 'documents.id')
        .onRef('versions.version', '=', 'documents.version'),
    )
    .where('documents.guild', '=', guild)
    .orderBy('documents.added');
}

/** A server's documents as a library takes them, and what is wrong with those that were left out. */
export interface Loaded {
  readonly documents: readonly OwnDocument[];
  readonly problems: readonly Problem[];
}

/** The documents of a server for its library; withdrawn ones too, which answer nothing and whose citations say so. */
export async function documentsOf(database: Database, guild: string): Promise<Loaded> {
  const query = newest(database, guild)
    .select(['versions.document', 'versions.version', 'versions.metadata', 'versions.format'])
    .select(['versions.text', 'versions.hash', 'documents.state', 'documents.reason as why'])
    .select('documents.changed_at');
  return gently(loadedSteps(await asking(() => query.execute())));
}

type LoadedRow = StoredText & {
  readonly state: State;
  readonly changed_at: DocumentRow['changed_at'];
  readonly hash: string;
  readonly why: string | null;
};

/** Hundreds of long texts are looked through while questions are answered. */
function* loadedSteps(rows: readonly LoadedRow[]): Steps<Loaded> {
  const documents: OwnDocument[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const read = row.state === 'erased' || textHash(row.text) === row.hash ? intact(row) : undefined;
    if (read) documents.push(read);
    else problems.push({ place: { file: fileOf(row.document) }, message: { key: 'sources.damaged' } });
    yield;
  }
  return { documents, problems };
}

/** A row as a document; undefined where it is not what was written. One that is damaged hides no other. */
function intact(row: LoadedRow): OwnDocument | undefined {
  try {
    return documentOf(row, row.state, { why: row.why ?? '', changedAt: row.changed_at });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** One version of a document. */
export interface Version {
  readonly document: OwnDocument;
  readonly version: number;
  /** The newest version there is. */
  readonly newest: number;
  readonly hash: string;
  /** Why this version was made; undefined for the first. */
  readonly reason: string | undefined;
  readonly by: string;
  readonly at: number;
}

/** The versions of a document, all or only the newest, the oldest first; none where the server has no such document. */
export async function versionsOf(
  database: Database,
  guild: string,
  id: string,
  most?: number,
): Promise<Version[]> {
  const query = versions(database, guild, id)
    .orderBy('versions.version', 'desc')
    .$if(most !== undefined, (all) => all.limit(most ?? 0));
  const rows = await asking(() => query.execute());
  return rows.reverse().map(versionOf);
}

/** One version of a document, the newest where none is named. */
export async function showDocument(
  database: Database,
  guild: string,
  { id, version }: { readonly id: string; readonly version?: number },
): Promise<Version | undefined> {
  const all = versions(database, guild, id);
  const one =
    version === undefined
      ? all.whereRef('versions.version', '=', 'documents.version')
      : all.where('versions.version', '=', version);
  const row = await asking(() => one.executeTakeFirst());
  return row && versionOf(row);
}

function versions(database: Database, guild: string, id: string) {
  return database
    .selectFrom('documents')
    .innerJoin('versions', (join) =>
      join.onRef('versions.guild', '=', 'documents.guild').onRef('versions.document', '=', 'documents.id'),
    )
    .where('documents.guild', '=', guild)
    .where('documents.id', '=', id)
    .selectAll('versions')
    .select(['documents.state', 'documents.version as newest', 'documents.reason as why']);
}

interface StandingRow extends VersionRow {
  readonly state: State;
  readonly newest: number;
  readonly why: string | null;
}

function versionOf(row: StandingRow): Version {
  return {
    document: documentOf(row, row.state, { why: row.why ?? '' }),
    version: row.version,
    newest: row.newest,
    hash: row.hash,
    reason: row.reason ?? undefined,
    by: row.created_by,
    at: row.created_at,
  };
}

/** One change of a server's documents. */
export interface AuditEntry {
  readonly revision: number;
  readonly document: string | undefined;
  readonly action: string;
  readonly by: string;
  readonly at: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** How much of the audit log to read: the newest entries before a revision. */
export interface AuditPage {
  readonly document?: string;
  readonly before?: number;
  readonly most?: number;
}

/** The newest entries of a server's audit log, the newest first. */
export async function auditOf(
  database: Database,
  guild: string,
  page: AuditPage = {},
): Promise<AuditEntry[]> {
  const { document, before, most } = page;
  const query = database
    .selectFrom('audit')
    .where('guild', '=', guild)
    .$if(document !== undefined, (query) => query.where('document', '=', document ?? ''))
    .$if(before !== undefined, (query) => query.where('revision', '<', before ?? 0))
    .orderBy('revision', 'desc')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .selectAll();
  const rows = await asking(() => query.execute());
  return rows.map(entryOf);
}

export function entryOf({ revision, document, action, actor, at, before, after }: AuditRow): AuditEntry {
  return {
    revision,
    document: document ?? undefined,
    action,
    by: actor,
    at,
    before: before === null ? undefined : JSON.parse(before),
    after: after === null ? undefined : JSON.parse(after),
  };
}
