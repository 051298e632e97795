// /our-sources log, export and moderators: who did what when, everything as a file, and who may change documents.
import {
  type APIMessageTopLevelComponent,
  type ChatInputCommandInteraction,
  ComponentType,
} from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import { correctionKinds } from '../../corpus/correction.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import { exportFile } from '../../sources/export.ts';
import { changeModerators, moderatorRoles } from '../../sources/moderators.ts';
import { type AuditEntry, auditOf } from '../../sources/read.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { customId } from '../desk/ids.ts';
import { button, memberName, rowsOf, timeOf } from '../desk/pieces.ts';
import { type Member, memberOf, mustAdminister } from '../desk/roles.ts';
import { escaped, lineWithin } from '../rendering/markdown.ts';
import { answered, message, subtext, text, unanswered } from '../rendering/pieces.ts';
import { moderatorOf } from './moderator.ts';
import { correctionLine } from './names/names-shown.ts';
import { sourceRefusal } from './told.ts';

const entriesAPage = 12;
const longestReason = 100;
/** In bytes. Discord takes files of 10 MB from a bot; what is larger is packed, to about a third. */
const largestPlain = 8 * 1024 * 1024;

export async function log(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  const document = interaction.options.getString('document') ?? undefined;
  return renderLog(member, document === undefined ? {} : { document }, app);
}

interface LogPage {
  readonly document?: string;
  /** Entries before this one. */
  readonly before?: number;
}

async function renderLog(member: Member, page: LogPage, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const entries = await auditOf(database, member.guild, { ...page, most: entriesAPage + 1 });
  const shown = entries.slice(0, entriesAPage);
  const last = shown.at(-1);
  if (!last) return message(unanswered, [text(translate('own.log.none'))]);
  // A document's name does not fit an id beside a number: its older entries are in the export.
  const older = entries.length > shown.length && page.document === undefined;
  return message(answered, [
    text(`**${translate('own.log.title')}**`),
    text(shown.map((entry) => logRow(entry, translate)).join('\n')),
    ...(older
      ? rowsOf([button(customId('source', 'log', last.revision), translate('own.button.older'))])
      : entries.length > shown.length
        ? [text(subtext(translate('own.log.more')))]
        : []),
  ]);
}

export async function turnLog(member: Member, before: number, app: AppWithStore): Promise<Reply> {
  return { ...(await renderLog(member, { before }, app)), update: true };
}

const actions: Readonly<Record<string, MessageKey>> = {
  add: 'own.log.add',
  correct: 'own.log.correct',
  withdraw: 'own.log.withdraw',
  restore: 'own.log.restore',
  erase: 'own.log.erase',
  moderators: 'own.log.moderators',
  names: 'own.log.names',
  'names-undo': 'own.log.names-undo',
};

const after = z.object({ version: z.number().optional(), reason: z.string().optional() });
const corrected = z.object({ kind: z.enum(correctionKinds), name: z.string(), other: z.string() });

function logRow({ document, action, by, at, after: written }: AuditEntry, translate: Translate): string {
  const { version, reason } = after.safeParse(written).data ?? {};
  const correction = corrected.safeParse(written).data;
  return [
    `${timeOf(at)} · ${memberName(by, translate)} · ${translate(actions[action] ?? 'own.log.correct')}`,
    document !== undefined && `**${escaped(document)}**`,
    version !== undefined && translate('own.version', { version }),
    reason !== undefined && lineWithin(reason, longestReason),
    correction !== undefined && correctionLine(correction, translate),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

export async function exported(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  await app.pace.take('export', member.by);
  const { name, data, documents } = await app.exports.take({ line: member.guild, who: member.by }, () =>
    exportFile(app.database, member.guild, largestPlain),
  );
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const told = app.translate('own.exported', { count: documents });
  const head = message(answered, [text(told)]);
  return {
    components: [...head.components, file],
    files: [{ name, data }],
  };
}

export async function moderators(
  interaction: ChatInputCommandInteraction,
  app: AppWithStore,
): Promise<Reply> {
  const member = memberOf(interaction);
  mustAdminister(member);
  const { database, translate, sources } = app;
  const added = interaction.options.getRole('add')?.id;
  const removed = interaction.options.getRole('remove')?.id;
  if (added === member.guild) throw new UserError({ key: 'desk.refused.everyone' });
  const change = {
    ...(added !== undefined && { add: added }),
    ...(removed !== undefined && { remove: removed }),
  };
  if (added === undefined && removed === undefined) return renderModerators(member, app);
  const result = await changeModerators(database, member, change, sources.rules().limits);
  if (result.ok) sources.changed(member.guild, result.revision);
  else if (result.reason !== 'same') throw sourceRefusal(result, translate);
  return renderModerators(member, app);
}

async function renderModerators({ guild }: Member, { database, translate }: AppWithStore): Promise<Reply> {
  const roles = await moderatorRoles(database, guild);
  const names = roles.map((role) => `<@&${role}>`).join(' ');
  return message(answered, [
    text(
      roles.length === 0
        ? translate('own.moderators.none')
        : translate('own.moderators.are', { roles: names }),
    ),
  ]);
}
