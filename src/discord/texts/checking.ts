// Has a whole text checked, and answers with what was found, for whoever asked alone; they may share it.
import { type BaseInteraction, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { htmlReport } from '../../text-report/written.ts';
import type { AppWithStore, Reply, Response } from '../command.ts';
import { serverOf } from '../connection/server.ts';
import { forAll } from '../reading/sharing.ts';
import type { AttachedFile } from '../source/download.ts';
import { renderText } from './render.ts';

export interface GivenText {
  readonly name: string;
  readonly text: string;
}

/** What somebody attached. Throws `UserError` where it cannot be read. */
export async function textOfFile(
  interaction: BaseInteraction,
  file: AttachedFile,
  { pace, sources }: AppWithStore,
): Promise<string> {
  const { user } = interaction;
  await pace.take('text', user.id);
  const guild = serverOf(interaction) ?? `member ${user.id}`;
  const read = await sources.readText({ guild, by: user.id }, file);
  if (!read.ok) throw new UserError({ key: 'checkedText.unreadable', values: { reason: read.reason } });
  return read.text;
}

export async function renderChecked(who: string, given: GivenText, app: AppWithStore): Promise<Reply> {
  const { library, texts, translate } = app;
  const { name, text } = given;
  const check = await library.checkText(text);
  const report = htmlReport({ name, text, check, documents: library.documents, when: new Date() }, translate);
  const kept = { check, name, report };
  return renderText({ text: kept, id: texts.keep(who, kept), page: 1 }, translate);
}

/** The buttons below it. Throws `UserError` where it is forgotten: nothing of a text is stored. */
export async function turnedOrShared(
  interaction: MessageComponentInteraction,
  { texts, translate, pace }: AppWithStore,
): Promise<Response> {
  const [, action, id = '', number = ''] = interaction.customId.split(':');
  const { user, message } = interaction;
  const text = texts.get(id, user.id);
  const page = /^\d{1,4}$/u.test(number) ? Number(number) : undefined;
  if (!text || page === undefined || (action !== 'page' && action !== 'share'))
    throw new UserError({ key: text ? 'discord.gone' : 'checkedText.forgotten' });
  const reply = renderText({ text, id, page }, translate);
  if (action === 'share') {
    await pace.take('share', user.id);
    return forAll(reply, translate, user.id);
  }
  return message.flags.has(MessageFlags.Ephemeral) ? { ...reply, update: true } : reply;
}
