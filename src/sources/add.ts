// A moderator approves a text: a new document, or a new version of one. Acknowledged means on the disk.
import { idSchema } from '../corpus/text/texts.ts';
import type { Database } from '../store/tables.ts';
import {
  type Changed,
  type Claim,
  type Claimed,
  changing,
  type Doer,
  type Done,
  type NotFound,
  record,
  type Seen,
  type Step,
  whyNot,
} from './change.ts';
import { type LimitReached, type Limits, limitReached, sizeReached } from './limits.ts';
import { type Reason, reasonOf, type UnfitReason } from './reason.ts';
import { charactersBeside, columnsOf, type Draft, type DraftFault, faultOf, hashesOf } from './version.ts';

/** What a new document must fit. */
export interface Rules {
  readonly limits: Limits;
  /** Ids of the shipped documents: no document of a server takes over their citations. */
  readonly reserved: ReadonlySet<string>;
}

export interface UnfitDraft {
  readonly ok: false;
  readonly reason: 'unfit';
  readonly fault: DraftFault;
}

export type Added =
  | Done
  | LimitReached
  | UnfitDraft
  | Claimed
  | { readonly ok: false; readonly reason: 'bad-id' | 'id-reserved' | 'id-taken' };

/** Adds a document under an id that is free in the server; withdrawn documents keep theirs. */
export async function addDocument(
  database: Database,
  doer: Doer,
  { id, draft }: { readonly id: string; readonly draft: Draft },
  { limits, reserved }: Rules,
  claim?: Claim,
): Promise<Added> {
  if (!idSchema.max(60).safeParse(id).success) return { ok: false, reason: 'bad-id' };
  if (reserved.has(id)) return { ok: false, reason: 'id-reserved' };
  const tooLong = sizeReached(draft, limits, charactersBeside(draft.metadata));
  if (tooLong) return tooLong;
  const fault = faultOf(draft);
  if (fault) return { ok: false, reason: 'unfit', fault };
  const columns = columnsOf(id, draft);
  return changing(database, doer, async (step): Promise<Added> => {
    if (claim && !(await claim(step))) return { ok: false, reason: 'claimed' };
    const { characters, hash } = columns;
    const paragraphs = hashesOf(columns).length;
    const kept = { keptDocuments: 1, keptCharacters: characters, versions: 1 };
    const more = { documents: 1, characters, paragraphs, ...kept };
    const full = await limitReached(step.change, doer, more, limits);
    if (full) return full;
    const after = { state: 'current', version: 1, hash };
    const revision = await record(step, { document: id, action: 'add', before: null, after });
    const written = { id, characters, paragraphs, revision };
    if (!(await writeDocument(step, written))) return { ok: false, reason: 'id-taken' };
    await writeVersion(step, { id, version: 1, columns, reason: null });
    return { ok: true, id, state: 'current', version: 1, revision };
  });
}

/** Of the newest version. */
interface Size {
  readonly characters: number;
  readonly paragraphs: number;
}

/** Two moderators may approve the same id at once: one row is written, the other is told. */
async function writeDocument(
  { change, doer }: Step,
  { id, characters, paragraphs, revision }: Size & { readonly id: string; readonly revision: number },
): Promise<boolean> {
  const row = await change
    .insertInto('documents')
    .values({
      guild: doer.guild,
      id,
      state: 'current',
      version: 1,
      characters,
      paragraphs,
      kept: characters,
      reason: null,
      changed_by: doer.by,
      changed_at: doer.at,
      added: revision,
    })
    .onConflict((conflict) => conflict.columns(['guild', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type Corrected =
  | Done
  | LimitReached
  | UnfitDraft
  | UnfitReason
  | Claimed
  | Changed
  | NotFound
  | { readonly ok: false; readonly reason: 'same' };

/** Puts a new version in the place of the one that was seen; that one is kept. */
export async function correctDocument(
  database: Database,
  doer: Doer,
  { id, version: seen, draft, reason: given }: Seen & { readonly draft: Draft; readonly reason: Reason },
  { limits }: Pick<Rules, 'limits'>,
  claim?: Claim,
): Promise<Corrected> {
  const tooLong = sizeReached(draft, limits, charactersBeside(draft.metadata));
  if (tooLong) return tooLong;
  const fault = faultOf(draft);
  if (fault) return { ok: false, reason: 'unfit', fault };
  const reason = reasonOf(given);
  if (reason === undefined) return { ok: false, reason: 'unfit-reason' };
  const columns = columnsOf(id, draft);
  return changing(database, doer, async (step): Promise<Corrected> => {
    if (claim && !(await claim(step))) return { ok: false, reason: 'claimed' };
    const before = await versionOf(step, id, seen);
    if (!before) return whyNot(step, id);
    if (isSame(before, columns)) return { ok: false, reason: 'same' };
    const { characters, hash } = columns;
    const paragraphs = hashesOf(columns).length;
    const more = {
      characters: characters - before.characters,
      keptCharacters: characters,
      paragraphs: paragraphs - before.paragraphs,
      versions: seen + 1,
    };
    const full = await limitReached(step.change, doer, more, limits);
    if (full) return full;
    const version = seen + 1;
    if (!(await putInPlace(step, { id, seen, characters, paragraphs }))) return whyNot(step, id);
    await writeVersion(step, { id, version, columns, reason });
    const after = { state: 'corrected', version, hash, reason };
    const noted = { state: before.state, version: seen, hash: before.hash };
    const revision = await record(step, { document: id, action: 'correct', before: noted, after });
    return { ok: true, id, state: 'corrected', version, revision };
  });
}

/** Another moderator may have corrected or withdrawn it since the preview: then no row fits. */
async function putInPlace(
  { change, doer }: Step,
  { id, seen, characters, paragraphs }: Size & { readonly id: string; readonly seen: number },
): Promise<boolean> {
  const row = await change
    .updateTable('documents')
    .set({ state: 'corrected', version: seen + 1, characters, paragraphs })
    .set(({ eb }) => ({ kept: eb('kept', '+', characters), changed_by: doer.by, changed_at: doer.at }))
    .where('guild', '=', doer.guild)
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('state', 'in', ['current', 'corrected'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

type Columns = ReturnType<typeof columnsOf>;

async function versionOf({ change, doer }: Step, id: string, version: number) {
  return change
    .selectFrom('versions')
    .innerJoin('documents', (join) =>
      join.onRef('documents.guild', '=', 'versions.guild').onRef('documents.id', '=', 'versions.document'),
    )
    .where('versions.guild', '=', doer.guild)
    .where('versions.document', '=', id)
    .where('versions.version', '=', version)
    .select([
      'versions.hash',
      'versions.metadata',
      'versions.format',
      'versions.characters',
      'documents.state',
      'documents.paragraphs',
    ])
    .executeTakeFirst();
}

function isSame(before: Pick<Columns, 'hash' | 'metadata' | 'format'>, after: Columns): boolean {
  return before.hash === after.hash && before.metadata === after.metadata && before.format === after.format;
}

interface NewVersion {
  readonly id: string;
  readonly version: number;
  readonly columns: Columns;
  readonly reason: string | null;
}

async function writeVersion(
  { change, doer }: Step,
  { id, version, columns, reason }: NewVersion,
): Promise<void> {
  await change
    .insertInto('versions')
    .values({
      ...columns,
      guild: doer.guild,
      document: id,
      version,
      reason,
      created_by: doer.by,
      created_at: doer.at,
    })
    .execute();
}
