// /our-sources add and /our-sources correct: a file or a pasted text is read, checked against what is there, and kept as a preview
// for whoever gave it. Nothing of it answers before it is approved.
import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import {
  freeId,
  frontMatterAfter,
  frontMatterOf,
  type Supplied,
  withTitleLine,
} from '../../importers/about/front-matter.ts';
import { proposedId } from '../../importers/about/proposed-id.ts';
import { openWarnings } from '../../importers/checks/answered.ts';
import type { GivenFile } from '../../importers/import-file.ts';
import type { Taken } from '../../importers/imported.ts';
import type { Message } from '../../messages/messages.ts';
import { keepDraft, type Mended, type Preview } from '../../sources/drafts.ts';
import { sizeReached } from '../../sources/limits.ts';
import { documentIds, showDocument } from '../../sources/read.ts';
import { reasonOf } from '../../sources/reason.ts';
import { type Draft, faultOf, type Metadata, type OwnDocument } from '../../sources/version.ts';
import type { AppWithStore, Reply, Response } from '../command.ts';
import { customId } from '../desk/ids.ts';
import type { Member } from '../desk/roles.ts';
import { nearIn } from './comparing/near.ts';
import type { AttachedFile } from './download.ts';
import { refuseErased } from './erased.ts';
import { pasteForm } from './forms.ts';
import { documentId } from './ids.ts';
import { moderatorOf } from './moderator.ts';
import { mendedFor } from './previews/mended.ts';
import { renderPreview } from './previews/preview.ts';
import { sourceRefusal } from './told.ts';

/** What the importers give has the marks of Markdown for headings. */
const format = 'markdown';

export async function add(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Response> {
  const member = await moderatorOf(interaction, app.database);
  const attached = interaction.options.getAttachment('file');
  if (attached) return previewNew(member, attached, {}, app);
  const title = app.translate('own.form.addTitle');
  return pasteForm({ id: customId('source', 'paste', 0), title }, app.translate);
}

export async function previewNew(
  member: Member,
  file: GivenFile | AttachedFile,
  supplied: Supplied,
  app: AppWithStore,
): Promise<Reply> {
  const taken = withTitleLine(await readTaken(member, file, app), supplied);
  const { database, sources } = app;
  const library = await sources.libraryOf(member.guild);
  const there = new Set((await documentIds(database, member.guild)).map(({ id }) => id));
  const { reserved } = sources.rules();
  const idOf = (each: Taken): string => {
    const wanted = each.id ?? proposedId(each, file.name, supplied);
    return freeId(wanted, (id) => there.has(id) || reserved.has(id));
  };
  const document = idOf(taken);
  const { id: _, status: __, ...metadata } = frontMatterOf(taken, document, supplied);
  const mended = mendedFor(taken, (each) => frontMatterOf(each, idOf(each), supplied));
  const warnings = [...(await nearIn(library, taken.text)), ...taken.warnings];
  return keep(
    member,
    { document, metadata, taken, warnings, mended, seen: undefined, reason: undefined },
    app,
  );
}

/** What a file holds. Throws `UserError` with the one line that says why it is not taken. */
async function readTaken(
  member: Member,
  file: GivenFile | AttachedFile,
  { sources, pace, translate }: AppWithStore,
): Promise<Taken> {
  await pace.take('preview', member.by);
  const imported = await sources.read(member, file);
  const tooLong = imported.ok && sizeReached({ text: imported.text, format }, sources.rules().limits);
  if (tooLong) throw sourceRefusal(tooLong, translate);
  if (imported.ok) return imported;
  throw new UserError({ key: 'own.refused.file', values: { reason: imported.reason } });
}

interface Made {
  readonly document: string;
  readonly metadata: Metadata;
  readonly taken: Taken;
  readonly warnings: readonly Message[];
  readonly mended: Mended | undefined;
  readonly seen: number | undefined;
  readonly reason: string | undefined;
  readonly before?: OwnDocument;
}

async function keep(member: Member, made: Made, app: AppWithStore): Promise<Reply> {
  const { document, metadata, taken, warnings, mended, seen, reason, before } = made;
  const draft: Draft = { metadata, format, text: taken.text };
  const fault = faultOf(draft);
  if (fault) throw sourceRefusal({ ok: false, reason: 'unfit', fault }, app.translate);
  const preview: Preview = { document, seen, reason, draft, notes: taken.notes, warnings, mended };
  const id = await keepDraft(app.database, member, preview);
  if (id === 'gone') return refuseGone(member, document, app);
  return renderPreview({ preview: { ...preview, id, edits: 0 }, before, page: 1 }, app.translate);
}

/** A file takes seconds to read, and the document may be erased in them. */
async function refuseGone(member: Member, id: string, app: AppWithStore): Promise<never> {
  refuseErased((await showDocument(app.database, member.guild, { id }))?.document);
  throw sourceRefusal({ ok: false, reason: 'not-found' }, app.translate);
}

export async function correct(
  interaction: ChatInputCommandInteraction,
  app: AppWithStore,
): Promise<Response> {
  const member = await moderatorOf(interaction, app.database);
  const { options } = interaction;
  const reason = options.getString('reason', true);
  const { document, version } = await newestOf(member, options.getString('document', true), app);
  const attached = options.getAttachment('file');
  const seen = { document, version, reason };
  if (attached) return previewCorrection(member, attached, seen, app);
  const id = documentId('repaste', { version, page: 0, id: document.id });
  const title = app.translate('own.form.correctTitle');
  return pasteForm({ id, title, text: document.text, reason }, app.translate);
}

/** The document as it stands; refuses where the server has none of this name, or it is withdrawn. */
async function newestOf(member: Member, id: string, { database, translate }: AppWithStore) {
  const shown = await showDocument(database, member.guild, { id });
  if (!shown) throw sourceRefusal({ ok: false, reason: 'not-found' }, translate);
  refuseErased(shown.document);
  if (shown.document.status === 'withdrawn') throw new UserError({ key: 'own.refused.withdrawn' });
  return shown;
}

export interface SeenDocument {
  readonly document: OwnDocument;
  readonly version: number;
  readonly reason: string;
}

export async function previewCorrection(
  member: Member,
  file: GivenFile | AttachedFile,
  { document: before, version, reason: typed }: SeenDocument,
  app: AppWithStore,
): Promise<Reply> {
  const reason = reasonOf(typed);
  if (reason === undefined) throw sourceRefusal({ ok: false, reason: 'unfit-reason' }, app.translate);
  const taken = await readTaken(member, file, app);
  const library = await app.sources.libraryOf(member.guild);
  const after = (each: Taken) => frontMatterAfter(before, each);
  const { id: _, status: __, ...metadata } = after(taken);
  const near = await nearIn(library, taken.text, before.id);
  const warnings = [...near, ...openWarnings(taken.warnings, metadata, 'before')];
  const mended = mendedFor(taken, after);
  const made = { document: before.id, metadata, taken, warnings, mended, seen: version, reason, before };
  return keep(member, made, app);
}
