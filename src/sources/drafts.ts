// Between preview and approval: a text as a moderator saw it, kept so that a restart loses nothing and that an approval
// happens once. It answers nothing yet.
import { z } from 'zod';
import { dayMs } from '../common/day.ts';
import type { Message, MessageKey } from '../messages/messages.ts';
import { nextNumber } from '../store/counters.ts';
import { asking, transact } from '../store/engines/transact.ts';
import type { Database, DraftRow } from '../store/tables.ts';
import { type Added, addDocument, type Corrected, correctDocument, type Rules } from './add.ts';
import type { Doer, Step } from './change.ts';
import { type Draft, metadataOf, written } from './version.ts';

/** A moderator's preview of a new document, or of a new version of one. */
export interface Preview {
  /** A new document gets this id; or the document that is corrected, and its version as the moderator saw it. */
  readonly document: string;
  readonly seen: number | undefined;
  /** Why it is corrected. */
  readonly reason: string | undefined;
  readonly draft: Draft;
  /** What was left out or changed when the file was read, and what should be looked at. */
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
  /** The same with letters put right that a program took for others, until the moderator decides on it. */
  readonly mended?: Mended | undefined;
  /** What was typed into a form that was refused, so that it opens with it again. */
  readonly typed?: Typed | undefined;
}

/** A text whose letters are put right, and by field the values that change with it: what they are, what they should be. */
export interface Mended {
  readonly text: string;
  readonly values: Readonly<Record<string, readonly [from: string, to: string]>>;
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
}

/** By form, the values of its fields. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One that is kept. */
export interface KeptPreview extends Preview {
  readonly id: number;
  /** How often it was edited. */
  readonly edits: number;
}

/** What became of a preview that is no longer open; `gone` where none is known, or it is too old. */
export type Ended = 'approved' | 'cancelled' | 'gone';

/** A preview of tonight is not approved the day after tomorrow. */
const draftLifetimeMs: number = dayMs;

/** A moderator's previews that may be open at a time; the oldest gives way. */
const mostOpen = 10;

/** Keeps a preview, and returns its number; `gone` where the document that is corrected was erased meanwhile. */
export async function keepDraft(database: Database, doer: Doer, preview: Preview): Promise<number | 'gone'> {
  const { id } = await transact<{ ok: boolean; id: number | 'gone' }>(database, async (change) => {
    if (preview.seen !== undefined && !(await isThere({ change, doer }, preview.document)))
      return { ok: false, id: 'gone' };
    const value = await nextNumber(change, 'draft');
    await change
      .insertInto('drafts')
      .values(rowOf(value, doer, preview))
      .execute();
    const open = change
      .selectFrom('drafts')
      .where('guild', '=', doer.guild)
      .where('moderator', '=', doer.by)
      .where('state', '=', 'open')
      .orderBy('id', 'desc');
    const [oldest] = await open.select('id').offset(mostOpen).limit(1).execute();
    if (oldest) await dropUpTo({ change, doer }, oldest.id);
    return { ok: true, id: value };
  });
  return id;
}

/** Whoever erases it at this moment comes before this, or waits and then takes the preview as well. */
async function isThere({ change, doer }: Step, id: string): Promise<boolean> {
  const row = await change
    .updateTable('documents')
    .set({ id })
    .where('guild', '=', doer.guild)
    .where('id', '=', id)
    .where('state', '!=', 'erased')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function dropUpTo({ change, doer }: Step, id: number): Promise<void> {
  await change
    .deleteFrom('drafts')
    .where('guild', '=', doer.guild)
    .where('moderator', '=', doer.by)
    .where('id', '<=', id)
    .execute();
}

function rowOf(id: number, { guild, by, at }: Doer, preview: Preview): DraftRow {
  const { document, seen, reason, draft } = preview;
  return {
    guild,
    id,
    moderator: by,
    state: 'open',
    edits: 0,
    document,
    seen: seen ?? null,
    reason: reason ?? null,
    metadata: JSON.stringify(written(draft.metadata)),
    format: draft.format,
    text: draft.text,
    remarks: remarksOf(preview),
    expires_at: at + draftLifetimeMs,
  };
}

/** What we wrote ourselves: keys are those of the message file then, and one that is gone is no sentence any more. */
const messages = z.array(z.custom<Message>((value) => messageSchema.safeParse(value).success));
const messageSchema = z.object({
  key: z.custom<MessageKey>((value) => typeof value === 'string'),
  values: z.record(z.string(), z.unknown()).optional(),
});
const pairs = z.record(z.string(), z.tuple([z.string(), z.string()]));
const remarks = z.object({
  notes: messages,
  warnings: messages,
  mended: z.object({ text: z.string(), values: pairs, notes: messages, warnings: messages }).optional(),
  typed: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

function remarksOf({ notes, warnings, mended, typed }: Preview): string {
  return JSON.stringify({ notes, warnings, mended, typed });
}

/** A moderator's preview while it is open, or what became of it. Nobody sees another's. */
export async function openDraft(
  database: Database,
  { guild, by, at }: Doer,
  id: number,
): Promise<KeptPreview | Ended> {
  const query = database
    .selectFrom('drafts')
    .where('guild', '=', guild)
    .where('id', '=', id)
    .where('moderator', '=', by)
    .where('expires_at', '>', at)
    .selectAll();
  const row = await asking(() => query.executeTakeFirst());
  if (!row) return 'gone';
  return row.state === 'open' ? previewOf(row) : row.state;
}

function previewOf(row: DraftRow): KeptPreview {
  return {
    id: row.id,
    edits: row.edits,
    document: row.document,
    seen: row.seen ?? undefined,
    reason: row.reason ?? undefined,
    draft: { metadata: metadataOf(row), format: row.format, text: row.text },
    ...remarks.parse(JSON.parse(row.remarks)),
  };
}

/** Edits a preview as it was seen, and returns it. Undefined where it is no longer open, or was edited meanwhile. */
export async function editDraft(
  database: Database,
  doer: Doer,
  { id, edits }: KeptPreview,
  changed: Preview,
): Promise<KeptPreview | undefined> {
  const { draft, document } = changed;
  const next = { ...changed, typed: undefined, id, edits: edits + 1 };
  const { ok } = await transact(database, async (change) => {
    // Another form of the same moderator may come in at this moment: one of the writes finds no row.
    const row = await stillOpen({ change, doer }, id, edits)
      .set({ metadata: JSON.stringify(written(draft.metadata)), document, text: draft.text })
      .set({ remarks: remarksOf(next), edits: next.edits })
      .returning('id')
      .executeTakeFirst();
    return { ok: row !== undefined };
  });
  return ok ? next : undefined;
}

/** Keeps what was typed into a form that was refused. Where the preview was edited meanwhile there is nothing to keep. */
export async function keepTyped(
  database: Database,
  doer: Doer,
  preview: KeptPreview,
  typed: Typed,
): Promise<void> {
  const { id, edits } = preview;
  await transact(database, async (change) => {
    const row = await stillOpen({ change, doer }, id, edits)
      .set({ remarks: remarksOf({ ...preview, typed: { ...preview.typed, ...typed } }) })
      .returning('id')
      .executeTakeFirst();
    return { ok: row !== undefined };
  });
}

function stillOpen({ change, doer }: Step, id: number, edits: number) {
  return change
    .updateTable('drafts')
    .where('guild', '=', doer.guild)
    .where('id', '=', id)
    .where('moderator', '=', doer.by)
    .where('state', '=', 'open')
    .where('edits', '=', edits)
    .where('expires_at', '>', doer.at);
}

/** Ends a preview without anything added. False where it was no longer open. */
export async function cancelDraft(database: Database, doer: Doer, id: number): Promise<boolean> {
  const preview = await openDraft(database, doer, id);
  if (typeof preview === 'string') return false;
  const { ok } = await transact(database, async (change) => ({
    ok: await end({ change, doer }, preview, 'cancelled'),
  }));
  return ok;
}

/** The text is not kept twice. */
async function end(
  step: Step,
  { id, edits }: KeptPreview,
  state: 'approved' | 'cancelled',
): Promise<boolean> {
  const row = await stillOpen(step, id, edits)
    .set({ state, text: '', remarks: '' })
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type Approved = Added | Corrected;

/**
 * Adds or corrects the document of a preview, and ends the preview, in one transaction: of two clicks one does it, and
 * the other gets `claimed`. A refusal leaves the preview open.
 */
export async function approveDraft(
  database: Database,
  doer: Doer,
  preview: KeptPreview,
  rules: Rules,
): Promise<Approved> {
  const { document: id, seen, draft, reason = '' } = preview;
  const claim = (step: Step): Promise<boolean> => end(step, preview, 'approved');
  if (seen === undefined) return addDocument(database, doer, { id, draft }, rules, claim);
  return correctDocument(database, doer, { id, version: seen, draft, reason }, rules, claim);
}

/** Erases what expired. May run in several processes at once. */
export async function purgeDrafts(database: Database, now: number): Promise<void> {
  const write = database.deleteFrom('drafts').where('expires_at', '<=', now);
  await asking(() => write.execute());
}
