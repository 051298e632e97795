// The forms that a text is pasted into. What was pasted and not taken is kept for a day, so that the form opens with it again.
import type { ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import { inEnglish } from '../../../messages/messages.ts';
import { type KeptPreview, keepDraft, type Preview } from '../../../sources/drafts.ts';
import { exportedMarkdown } from '../../../sources/export.ts';
import { showDocument } from '../../../sources/read.ts';
import type { AppWithStore, Form, Reply } from '../../command.ts';
import { customId } from '../../desk/ids.ts';
import { button, rowsOf } from '../../desk/pieces.ts';
import type { Member } from '../../desk/roles.ts';
import { message, text, unanswered } from '../../rendering/pieces.ts';
import { previewCorrection, previewNew } from '../adding.ts';
import { refuseErased } from '../erased.ts';
import { pasteForm, textFields } from '../forms.ts';
import { documentId } from '../ids.ts';
import { sourceRefusal } from '../told.ts';

type Values = Readonly<Record<string, string>>;

/** The name by which what was typed into these forms is kept. */
const form = 'paste';

export async function pasted(
  interaction: ModalSubmitInteraction,
  member: Member,
  app: AppWithStore,
): Promise<Reply> {
  const values = typedIn(interaction, ['title', ...textFields]);
  const title = (values['title'] ?? '').trim();
  const file = { name: 'pasted.txt', bytes: Buffer.from(textPasted(values)) };
  const unkept = { document: form, seen: undefined, reason: undefined };
  return kept({ member, app, values, unkept }, () =>
    previewNew(member, file, title === '' ? {} : { title }, app),
  );
}

export async function repasted(
  interaction: ModalSubmitInteraction,
  member: Member,
  { id, version }: { readonly id: string; readonly version: number },
  app: AppWithStore,
): Promise<Reply> {
  const shown = await showDocument(app.database, member.guild, { id, version });
  if (!shown) throw sourceRefusal({ ok: false, reason: 'not-found' }, app.translate);
  const { document } = shown;
  refuseErased(document);
  const values = typedIn(interaction, ['reason', ...textFields]);
  const reason = values['reason'] ?? '';
  // With the front matter that it has, it is read as what it is: a document of ours, whose marks are its words.
  const written = exportedMarkdown({ ...document, text: textPasted(values) });
  const file = { name: 'pasted.md', bytes: Buffer.from(written) };
  const unkept = { document: id, seen: version, reason };
  return kept({ member, app, values, unkept }, () =>
    previewCorrection(member, file, { document, version, reason }, app),
  );
}

/** Whether there is nothing to approve yet: a text that was pasted and not taken. */
export function isPaste({ typed }: Pick<Preview, 'typed'>): boolean {
  return typed?.[form] !== undefined;
}

/** The form with everything that was pasted. */
export function pasteAgain({ document: id, seen: version, typed }: KeptPreview, app: AppWithStore): Form {
  const { translate } = app;
  const values = typed?.[form];
  if (!values) throw new UserError({ key: 'discord.gone' });
  if (version === undefined) {
    const title = translate('own.form.addTitle');
    return pasteForm({ id: customId('source', 'paste', 0), title, values }, translate);
  }
  const title = translate('own.form.correctTitle');
  const { reason = '' } = values;
  return pasteForm({ id: documentId('repaste', { version, page: 0, id }), title, reason, values }, translate);
}

function typedIn({ fields }: ModalSubmitInteraction, names: readonly string[]): Values {
  const typed = names.map((name) => [name, fields.fields.has(name) ? fields.getTextInputValue(name) : '']);
  return Object.fromEntries(typed);
}

function textPasted(values: Values): string {
  const pieces = textFields.map((id) => values[id] ?? '');
  return pieces.filter((piece) => piece.trim() !== '').join('\n\n');
}

interface Pasting {
  readonly member: Member;
  readonly app: AppWithStore;
  readonly values: Values;
  readonly unkept: Pick<Preview, 'document' | 'seen' | 'reason'>;
}

/** Makes the preview; what is refused is told beside a button that opens the form again. */
async function kept(pasting: Pasting, preview: () => Promise<Reply>): Promise<Reply> {
  try {
    return await preview();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { member, app, values, unkept } = pasting;
    const id = await keepDraft(app.database, member, { ...unkept, ...nothing(), typed: { [form]: values } });
    if (id === 'gone') throw error;
    const { key, values: told } = error.told;
    const again = button(customId('source', 'again', id, 0), app.translate('own.button.again'), 'go');
    return message(unanswered, [text(app.translate(key, told)), ...rowsOf([again])]);
  }
}

/** There is no document yet, and nothing that could be approved as one: it has no text. */
function nothing(): Pick<Preview, 'draft' | 'notes' | 'warnings'> {
  const title = { value: form, by: 'inferred', because: inEnglish('import.because.firstWords') } as const;
  const metadata = { title, kind: 'other', language: 'und' } as const;
  return { draft: { metadata, format: 'text', text: '' }, notes: [], warnings: [] };
}
