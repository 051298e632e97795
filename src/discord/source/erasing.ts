// /our-sources erase: a document's words are gone for good once the form is sent with its name typed into it.
import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { erasePassages } from '../../questions/forgetting/erased-passages.ts';
import { eraseDocument } from '../../sources/erase.ts';
import { showDocument } from '../../sources/read.ts';
import { longestReason } from '../../sources/reason.ts';
import type { AppWithStore, Form, Reply } from '../command.ts';
import { form, textField } from '../desk/forms.ts';
import type { Member } from '../desk/roles.ts';
import { answered, lines, message, subtext, text } from '../rendering/pieces.ts';
import { refuseErased } from './erased.ts';
import { type DocumentTarget, documentId } from './ids.ts';
import { moderatorOf } from './moderator.ts';
import { sourceRefusal } from './told.ts';

export async function erase(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Form> {
  const { database, translate } = app;
  const member = await moderatorOf(interaction, database);
  const id = interaction.options.getString('document', true);
  const shown = await showDocument(database, member.guild, { id });
  if (!shown) throw sourceRefusal({ ok: false, reason: 'not-found' }, translate);
  refuseErased(shown.document);
  const custom = documentId('erase', { version: shown.version, page: 0, id: shown.document.id });
  return form(custom, translate('own.form.eraseTitle'), [
    textField({ id: 'reason', label: translate('own.form.eraseReason'), least: 1, most: longestReason }),
    textField({
      id: 'name',
      label: translate('own.form.confirm'),
      description: translate('own.form.confirmAbout', { id: shown.document.id }),
      least: 1,
      most: 60,
    }),
  ]);
}

/** The form came in. */
export async function erased(
  interaction: ModalSubmitInteraction,
  member: Member,
  { id, version }: Pick<DocumentTarget, 'id' | 'version'>,
  app: AppWithStore,
): Promise<Reply> {
  const { database, sources, translate } = app;
  const field = (name: string): string => interaction.fields.getTextInputValue(name);
  if (field('name').trim().toLowerCase() !== id)
    throw new UserError({ key: 'own.refused.notConfirmed', values: { id } });
  const result = await eraseDocument(
    database,
    member,
    { id, version, reason: field('reason') },
    erasePassages,
  );
  if (!result.ok) throw sourceRefusal(result, translate);
  sources.changed(member.guild, result.revision);
  app.deliver();
  return message(answered, [
    text(lines(`**${translate('own.done.erased', { id })}**`, subtext(translate('own.done.erasedAbout')))),
  ]);
}
