// What a moderator does with a preview: approve, edit what is known of it, look at the rest, cancel.
import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import { approveDraft, cancelDraft, type KeptPreview, openDraft } from '../../../sources/drafts.ts';
import type { OwnDocument } from '../../../sources/version.ts';
import type { AppWithStore, Form, Reply, Response } from '../../command.ts';
import type { Target } from '../../desk/ids.ts';
import { button, rowsOf } from '../../desk/pieces.ts';
import type { Member } from '../../desk/roles.ts';
import { answered, lines, message, subtext, text, unanswered } from '../../rendering/pieces.ts';
import { aboutForm, kindForm } from '../forms.ts';
import { documentId } from '../ids.ts';
import { sourceRefusal } from '../told.ts';
import { decideDate, editAbout, editKind, mend } from './editing.ts';
import { isPaste, pasteAgain } from './pasting.ts';
import { fileName, numberedText, previewDocument } from './preview.ts';
import { type Case, mustBeSeen, shownAgain, type Used } from './preview-case.ts';

const acts: Readonly<Record<string, (it: Case) => Response | Promise<Response>>> = {
  approve,
  cancel,
  edit: (it) => formOf(it, aboutForm),
  more: (it) => formOf(it, kindForm),
  about: editAbout,
  kind: editKind,
  'day-first': (it) => decideDate(it, 0),
  'month-first': (it) => decideDate(it, 1),
  mend,
  again: ({ preview, app }) => pasteAgain(preview, app),
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
  // What was only pasted is no preview: nothing but its form can be opened.
  const act = isPaste(preview) === (action === 'again') ? acts[action] : undefined;
  if (!act) throw new UserError({ key: 'discord.gone' });
  return act({ interaction, member, preview, seen, app });
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
