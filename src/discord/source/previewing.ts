// What a moderator does with a preview: approve, edit what is known of it, look at the rest, cancel.
import {
  type APIMessageTopLevelComponent,
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { frontMatterSchema, kinds, type Told } from '../../corpus/document.ts';
import { idSchema } from '../../corpus/texts.ts';
import { UserError } from '../../errors.ts';
import { inEnglish } from '../../messages/messages.ts';
import { approveDraft, cancelDraft, editDraft, type KeptPreview, openDraft } from '../../sources/drafts.ts';
import { documentIds, showDocument } from '../../sources/read.ts';
import type { Metadata, OwnDocument } from '../../sources/version.ts';
import type { AppWithStore, Form, Reply, Response } from '../command.ts';
import type { Target } from '../desk/ids.ts';
import { button, rowsOf } from '../desk/pieces.ts';
import type { Member } from '../desk/roles.ts';
import { answered, lines, message, subtext, text, unanswered } from '../pieces.ts';
import { aboutForm, kindForm } from './forms.ts';
import { documentId } from './ids.ts';
import { fileName, numberedText, previewDocument, renderPreview } from './preview.ts';
import { sourceRefusal } from './told.ts';

type Used = MessageComponentInteraction | ModalSubmitInteraction;

interface Case {
  readonly interaction: Used;
  readonly member: Member;
  readonly preview: KeptPreview;
  /** How often the preview was edited when it was seen; for `turn` the page. */
  readonly seen: number;
  readonly app: AppWithStore;
}

const acts: Readonly<Record<string, (it: Case) => Response | Promise<Response>>> = {
  approve,
  cancel,
  edit: (it) => formOf(it, aboutForm),
  more: (it) => formOf(it, kindForm),
  about: editAbout,
  kind: editKind,
  turn: (it) => shownAgain(it, it.preview, it.seen),
  whole,
};

export function isOfPreview(action: string): boolean {
  return Object.hasOwn(acts, action);
}

/** Does what was asked; a preview that is over, or somebody else's, says so. */
export async function previewed(
  interaction: Used,
  member: Member,
  { action, number, seen }: Target,
  app: AppWithStore,
): Promise<Response> {
  const preview = await openDraft(app.database, member, number);
  if (typeof preview === 'string') throw new UserError({ key: `own.preview.${preview}` });
  const act = acts[action];
  if (!act) throw new UserError({ key: 'discord.gone' });
  return act({ interaction, member, preview, seen, app });
}

/** What was edited since it was seen is not decided on by an old button. */
function mustBeSeen({ preview, seen }: Case): void {
  if (preview.edits !== seen) throw new UserError({ key: 'own.preview.edited' });
}

async function approve(it: Case): Promise<Reply> {
  mustBeSeen(it);
  const { app, member, preview } = it;
  const { database, sources, translate } = app;
  const result = await approveDraft(database, member, preview, sources.rules());
  if (!result.ok) throw sourceRefusal(result, translate);
  const { id, version, revision } = result;
  sources.changed(member.guild, revision);
  // It is opened now, so that the first question does not wait for it. Whoever asks hears of a failure.
  sources.libraryOf(member.guild).catch(() => undefined);
  const key = version === 1 ? 'own.done.added' : 'own.done.corrected';
  const show = button(documentId('show', { version, page: 1, id }), translate('own.button.show'));
  return {
    ...message(answered, [
      text(lines(`**${translate(key, { id, version })}**`, subtext(translate('own.done.searchable')))),
      ...rowsOf([show]),
    ]),
    update: true,
  };
}

async function cancel({ app, member, preview }: Case): Promise<Reply> {
  const { database, translate } = app;
  const done = await cancelDraft(database, member, preview.id);
  if (!done) throw new UserError({ key: 'own.preview.gone' });
  return { ...message(unanswered, [text(translate('own.preview.cancelled'))]), update: true };
}

function formOf(it: Case, form: (preview: KeptPreview, translate: AppWithStore['translate']) => Form): Form {
  mustBeSeen(it);
  return form(it.preview, it.app.translate);
}

function whole({ preview, app }: Case): Reply {
  const document = previewDocument(preview);
  return fileReply(document, app);
}

/** A document's text with its numbers, as a file. */
export function fileReply(
  document: OwnDocument,
  { translate }: AppWithStore,
  data = numberedText(document),
): Reply {
  const name = fileName(document.id, data.startsWith('---\n') ? 'md' : 'txt');
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const head = message(answered, [
    text(translate('own.file', { id: document.id, version: document.version })),
  ]);
  return { components: [...head.components, file], files: [{ name, data }] };
}

function field({ interaction }: Case, id: string): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(id).trim() : '';
}

/** A value that was typed is the moderator's word; one that stayed as it was keeps who said it. */
function toldBy(before: Told | undefined, typed: string): Told | undefined {
  if (typed === '') return undefined;
  if (before?.value === typed) return before;
  return { value: typed, by: 'supplied', because: inEnglish('import.because.supplied') };
}

async function editAbout(it: Case): Promise<Reply> {
  const { metadata } = it.preview.draft;
  const { publisher: _, published: __, credit: ___, url: ____, ...rest } = metadata;
  const publisher = toldBy(metadata.publisher, field(it, 'publisher'));
  const published = toldBy(metadata.published, field(it, 'published'));
  const [credit, url] = [field(it, 'credit'), field(it, 'url')];
  return edited(it, {
    ...rest,
    title: toldBy(metadata.title, field(it, 'title')) ?? metadata.title,
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(credit !== '' && { credit }),
    ...(url !== '' && { url }),
  });
}

async function editKind(it: Case): Promise<Reply> {
  const { interaction, preview } = it;
  const chosen = interaction.isModalSubmit()
    ? interaction.fields.getStringSelectValues('kind')[0]
    : undefined;
  const kind = kinds.find((each) => each === chosen) ?? preview.draft.metadata.kind;
  const metadata = { ...preview.draft.metadata, kind, language: field(it, 'language') };
  return edited(
    it,
    metadata,
    preview.seen === undefined ? field(it, 'name').toLowerCase() : preview.document,
  );
}

async function edited(it: Case, metadata: Metadata, document = it.preview.document): Promise<Reply> {
  mustBeSeen(it);
  const checked = checkedMetadata(metadata);
  const { app, member, preview } = it;
  if (document !== preview.document) await mustBeFree(document, it);
  if (!(await editDraft(app.database, member, preview, { metadata: checked, document }))) {
    throw new UserError({ key: 'own.preview.edited' });
  }
  const { draft } = preview;
  const next = { ...preview, document, draft: { ...draft, metadata: checked }, edits: preview.edits + 1 };
  return shownAgain(it, next, 1);
}

const wrong = {
  title: 'own.wrong.title',
  publisher: 'own.wrong.publisher',
  published: 'own.wrong.published',
  credit: 'own.wrong.credit',
  url: 'own.wrong.url',
  language: 'own.wrong.language',
} as const;

/** Refuses with the first field that cannot be kept. An address comes back as a browser writes it. */
function checkedMetadata(metadata: Metadata): Metadata {
  const { shape } = frontMatterSchema;
  const values = { ...metadata, title: metadata.title.value };
  const told = { publisher: metadata.publisher?.value, published: metadata.published?.value };
  for (const name of ['title', 'publisher', 'published', 'credit', 'url', 'language'] as const) {
    const value = { ...values, ...told }[name];
    if (!shape[name].safeParse(value).success) throw new UserError({ key: wrong[name] });
  }
  const url = shape.url.parse(metadata.url);
  return url === undefined ? metadata : { ...metadata, url };
}

async function mustBeFree(id: string, { app, member }: Case): Promise<void> {
  const { database, sources, translate } = app;
  const refuse = (reason: string) => sourceRefusal({ ok: false, reason }, translate);
  if (!idSchema.max(60).safeParse(id).success) throw refuse('bad-id');
  if (sources.rules().reserved.has(id)) throw refuse('id-reserved');
  const there = await documentIds(database, member.guild);
  if (there.some((document) => document.id === id)) throw refuse('id-taken');
}

async function shownAgain({ app, member }: Case, preview: KeptPreview, page: number): Promise<Reply> {
  const { document: id, seen: version } = preview;
  const before =
    version === undefined
      ? undefined
      : (await showDocument(app.database, member.guild, { id, version }))?.document;
  return { ...(await renderPreview({ preview, before, page }, app.translate)), update: true };
}
