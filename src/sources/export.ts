// Gives a server everything that is kept of it as one file, as it was at one moment: its documents in all versions, the corrections of
// who is who, and the audit log. It is
// read a little at a time and packed as it goes, since it may be many megabytes, and others are answered meanwhile.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writtenDocument } from '../corpus/files/writing.ts';
import { snapshot } from '../store/engines/transact.ts';
import { inPages } from '../store/pages.ts';
import type { AuditRow, Change, CorrectionRow, Database, VersionRow } from '../store/tables.ts';
import { correctionOf } from './corrections.ts';
import { entryOf } from './read.ts';
import { hashesOf, type OwnDocument } from './version.ts';

/** A version has up to 300,000 characters: two are read in a few milliseconds. */
const versionsAtOnce = 2;
const entriesAtOnce = 200;

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

export interface ExportFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** How many documents are in it. */
  readonly documents: number;
}

/** All versions of all documents with the corrections of who is who and the audit log, as JSON; packed where it is more than `most` bytes. */
export async function exportFile(database: Database, guild: string, most: number): Promise<ExportFile> {
  return snapshot(database, async (moment) => {
    const documents = await documentsIn(moment, guild);
    const plain: Buffer[] = [];
    let size = 0;
    async function* bytes(): AsyncGenerator<Buffer> {
      for await (const piece of jsonOf(moment, guild, documents)) {
        const part = Buffer.from(piece);
        size += part.length;
        if (size <= most) plain.push(part);
        else plain.length = 0;
        yield part;
      }
    }
    // What is packed goes to a thread of its own, and nothing more is read before that has room.
    const zip = createGzip();
    const [packed] = await Promise.all([buffer(zip), pipeline(Readable.from(bytes()), zip)]);
    return size > most
      ? { name: 'documents.json.gz', data: packed, documents: documents.length }
      : { name: 'documents.json', data: Buffer.concat(plain), documents: documents.length };
  });
}

type DocumentIn = Awaited<ReturnType<typeof documentsIn>>[number];

function documentsIn(moment: Change, guild: string) {
  return moment
    .selectFrom('documents')
    .where('guild', '=', guild)
    .orderBy('added')
    .select(['id', 'state', 'reason'])
    .execute();
}

async function* jsonOf(
  moment: Change,
  guild: string,
  documents: readonly DocumentIn[],
): AsyncGenerator<string> {
  yield `{"guild":${JSON.stringify(guild)},\n"documents":[`;
  for (const [index, { id, state, reason }] of documents.entries()) {
    const document = JSON.stringify({ id, state, reason: reason ?? undefined }).slice(0, -1);
    yield `${index > 0 ? ',' : ''}\n${document},"versions":[`;
    yield* listed(versionsOf(moment, guild, id), (row) => JSON.stringify(versionOf(row), null, 2));
    yield ']}';
  }
  yield '],\n"corrections":[';
  yield* listed(correctionsIn(moment, guild), (row) => JSON.stringify(correctionOf(row)));
  yield '],\n"audit":[';
  yield* listed(auditOf(moment, guild), (row) => JSON.stringify(entryOf(row)));
  yield ']}\n';
}

async function* listed<R>(rows: AsyncIterable<R>, written: (row: R) => string): AsyncGenerator<string> {
  let comma = '';
  for await (const row of rows) {
    yield `${comma}\n${written(row)}`;
    comma = ',';
  }
}

function versionsOf(moment: Change, guild: string, document: string): AsyncGenerator<VersionRow> {
  return inPages<VersionRow>(versionsAtOnce, (last) =>
    moment
      .selectFrom('versions')
      .where('guild', '=', guild)
      .where('document', '=', document)
      .where('version', '>', last?.version ?? 0)
      .orderBy('version')
      .limit(versionsAtOnce)
      .selectAll()
      .execute(),
  );
}

function correctionsIn(moment: Change, guild: string): AsyncGenerator<CorrectionRow> {
  return inPages<CorrectionRow>(entriesAtOnce, (last) =>
    moment
      .selectFrom('corrections')
      .where('guild', '=', guild)
      .where('made', '>', last?.made ?? 0)
      .orderBy('made')
      .limit(entriesAtOnce)
      .selectAll()
      .execute(),
  );
}

function auditOf(moment: Change, guild: string): AsyncGenerator<AuditRow> {
  return inPages<AuditRow>(entriesAtOnce, (last) =>
    moment
      .selectFrom('audit')
      .where('guild', '=', guild)
      .where('revision', '>', last?.revision ?? 0)
      .orderBy('revision')
      .limit(entriesAtOnce)
      .selectAll()
      .execute(),
  );
}

function versionOf(row: VersionRow): ExportedVersion {
  return {
    version: row.version,
    frontMatter: { id: row.document, ...JSON.parse(row.metadata) },
    format: row.format,
    text: row.text,
    hash: row.hash,
    // Of an erased text others would stand here (sources/erase.ts).
    paragraphHashes: row.text === '' ? [] : hashesOf(row),
    reason: row.reason ?? undefined,
    by: row.created_by,
    at: row.created_at,
  };
}

/** One version as a Markdown file of a corpus folder: what `readDocument` reads back. */
export function exportedMarkdown(document: OwnDocument): string {
  const { statements: _, file: __, version: ___, format: ____, text, ...front } = document;
  return writtenDocument(front, text);
}
