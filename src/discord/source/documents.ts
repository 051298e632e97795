// /our-sources list, show, withdraw and restore: what a server has of its own, and whether it answers.
import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { begun } from '../../common/typed.ts';
import { fold } from '../../corpus/text/folding.ts';
import { publishedOf, sourceRows, titleOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import type { State } from '../../sources/change.ts';
import { exportedMarkdown } from '../../sources/export.ts';
import {
  documentIds,
  type Listed,
  listDocuments,
  offeredDocuments,
  showDocument,
  type Version,
  versionsOf,
} from '../../sources/read.ts';
import { passagesOfOwn } from '../../sources/version.ts';
import { restoreDocument, withdrawDocument } from '../../sources/withdraw.ts';
import type { AppWithStore, Choice, Reply } from '../command.ts';
import { customId } from '../desk/ids.ts';
import { button, memberName, rowsOf, timeOf } from '../desk/pieces.ts';
import type { Member } from '../desk/roles.ts';
import { choicesOf, mostChoices } from '../offering/choice.ts';
import { escaped, lineWithin, writtenWithin } from '../rendering/markdown.ts';
import {
  answered,
  lines,
  message,
  type Part,
  separator,
  subtext,
  text,
  unanswered,
} from '../rendering/pieces.ts';
import { refuseErased } from './erased.ts';
import { type DocumentTarget, documentId } from './ids.ts';
import { moderatorOf } from './moderator.ts';
import { fileReply } from './previews/previewing.ts';
import { sourceRefusal } from './told.ts';

const documentsAPage = 8;
const paragraphsAPage = 8;
const longestTitle = 100;
const longestReason = 120;
const longestField = 120;
const longestErased = 700;
const mostVersions = 5;

export async function list(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  return renderList(member, 1, app);
}

async function renderList(member: Member, asked: number, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const all = await documentIds(database, member.guild);
  if (all.length === 0) return message(unanswered, [text(translate('own.list.none'))]);
  const pages = Math.ceil(all.length / documentsAPage);
  const page = Math.min(Math.max(1, asked), pages);
  const part = { from: (page - 1) * documentsAPage, most: documentsAPage };
  const shown = await listDocuments(database, member.guild, part);
  const { limits } = app.sources.rules();
  const count = all.filter(({ state }) => answers(state)).length;
  return message(answered, [
    text(`**${translate('own.list.title', { count, most: limits.documents })}**`),
    text(shown.map((each) => listRow(each, translate)).join('\n\n')),
    text(pages > 1 ? subtext(translate('own.page', { page, pages })) : ''),
    ...(pages > 1 ? turningRow((to) => customId('source', 'list', to), { page, pages }, translate) : []),
  ]);
}

export async function turnList(member: Member, page: number, app: AppWithStore): Promise<Reply> {
  return { ...(await renderList(member, page, app)), update: true };
}

function turningRow(
  id: (page: number) => string,
  { page, pages }: { readonly page: number; readonly pages: number },
  translate: Translate,
) {
  return rowsOf([
    button(id(Math.max(0, page - 1)), translate('own.button.before'), 'plain', page <= 1),
    button(id(page + 1), translate('own.button.after'), 'plain', page >= pages),
  ]);
}

function listRow(listed: Listed, translate: Translate): string {
  const { id, metadata, state, reason, version, paragraphs, by, at } = listed;
  const about = [
    lineWithin(titleOf(metadata, translate), longestTitle),
    escaped(publishedOf(metadata, translate)),
    translate('source.paragraphs', { count: paragraphs }),
    translate('own.version', { version }),
    translate(`own.state.${state}`),
  ];
  const last = translate('own.list.last', { who: memberName(by, translate), when: timeOf(at, 'R') });
  return lines(
    `**${escaped(id)}**`,
    about.join(' · '),
    subtext(reason === undefined ? last : `${last} · ${lineWithin(reason, longestReason)}`),
  );
}

export async function show(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  const id = interaction.options.getString('document', true);
  const version = interaction.options.getInteger('version') ?? 0;
  return renderOwn(member, { id, version, page: 1 }, app);
}

type Asked = Omit<DocumentTarget, 'action'>;

/** The version that is asked for, 0 the newest; refuses where there is none. */
async function versionOf({ guild }: Member, { id, version }: Asked, app: AppWithStore): Promise<Version> {
  const asked = version === 0 ? { id } : { id, version };
  const shown = await showDocument(app.database, guild, asked);
  if (!shown) throw sourceRefusal({ ok: false, reason: 'not-found' }, app.translate);
  return shown;
}

async function renderOwn(member: Member, asked: Asked, app: AppWithStore): Promise<Reply> {
  const { translate } = app;
  const shown = await versionOf(member, asked, app);
  const { document, version, newest } = shown;
  const last = await versionsOf(app.database, member.guild, document.id, mostVersions);
  const passages = passagesOfOwn(document);
  const pages = Math.max(1, Math.ceil(passages.length / paragraphsAPage));
  const page = Math.min(Math.max(1, asked.page), pages);
  const id = (action: string, to: number) => documentId(action, { version, page: to, id: document.id });
  return message(answered, [
    text(
      lines(`**${lineWithin(titleOf(document, translate), longestField)}**`, versionLine(shown, translate)),
    ),
    text(fieldsOf(shown, translate)),
    text(
      document.erased === undefined
        ? ''
        : lineWithin(translate('own.erasedBecause', { reason: document.erased }), longestErased),
    ),
    text(versionRows(last, translate)),
    separator,
    ...passages.slice((page - 1) * paragraphsAPage, page * paragraphsAPage).map(
      ({ paragraph, text: words }): Part => ({
        written: (room) => writtenWithin(words, room, (part) => `**¶${paragraph}**  ${escaped(part)}`),
      }),
    ),
    text(pages > 1 ? subtext(translate('own.page', { page, pages })) : ''),
    ...rowsOf([
      ...(document.erased === undefined ? [button(id('file', 0), translate('own.button.file'))] : []),
      ...(document.status === 'withdrawn' && document.erased === undefined && version === newest
        ? [button(id('restore', 0), translate('own.button.restore'), 'go')]
        : []),
    ]),
    ...(pages > 1 ? turningRow((to) => id('page', to), { page, pages }, translate) : []),
  ]);
}

function versionLine({ document, version, newest }: Version, translate: Translate): string {
  const state = translate(`own.state.${document.erased === undefined ? document.status : 'erased'}`);
  return version === newest
    ? `**${escaped(document.id)}** · ${translate('own.version', { version })} · ${state}`
    : `**${escaped(document.id)}** · ${translate('own.oldVersion', { version, newest })} · ${state}`;
}

function fieldsOf({ document, hash }: Version, translate: Translate): string {
  const rows = sourceRows(document, translate).slice(0, 7);
  const fields = rows.map(([name, value]) => `${name}: ${lineWithin(value, longestField)}`);
  return [...fields, `${translate('own.field.hash')}: ${hash}`].map(subtext).join('\n');
}

function versionRows(last: readonly Version[], translate: Translate): string {
  const rows = last.map(({ version, by, at, reason }) => {
    const values = { version, who: memberName(by, translate), when: timeOf(at, 'R') };
    const line = translate('own.versionBy', values);
    return reason === undefined ? line : `${line} · ${lineWithin(reason, longestReason)}`;
  });
  return rows.join('\n');
}

/** What the buttons under a document do. */
export async function used(member: Member, target: DocumentTarget, app: AppWithStore): Promise<Reply> {
  if (target.action === 'show') return renderOwn(member, target, app);
  if (target.action === 'page') return { ...(await renderOwn(member, target, app)), update: true };
  if (target.action === 'file') return asFile(member, target, app);
  if (target.action === 'restore') return restored(member, target, app);
  throw new UserError({ key: 'discord.gone' });
}

/** One version as a Markdown file, which a corpus folder takes as it is. */
async function asFile(member: Member, asked: Asked, app: AppWithStore): Promise<Reply> {
  const { document } = await versionOf(member, asked, app);
  refuseErased(document);
  return fileReply(document, app, exportedMarkdown(document));
}

export async function withdraw(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const { database, translate, sources } = app;
  const member = await moderatorOf(interaction, database);
  const id = interaction.options.getString('document', true);
  const reason = interaction.options.getString('reason', true);
  const { version, document } = await versionOf(member, { id, version: 0, page: 1 }, app);
  if (isWithdrawn(document)) throw new UserError({ key: 'own.refused.withdrawnAlready' });
  const result = await withdrawDocument(database, member, { id, version, reason });
  if (!result.ok) throw sourceRefusal(result, translate);
  sources.changed(member.guild, result.revision);
  const undo = button(documentId('restore', { version, page: 0, id }), translate('own.button.restore'));
  return message(answered, [
    text(lines(`**${translate('own.done.withdrawn', { id })}**`, subtext(translate('own.done.citations')))),
    ...rowsOf([undo]),
  ]);
}

export async function restore(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  const id = interaction.options.getString('document', true);
  const { version, document } = await versionOf(member, { id, version: 0, page: 1 }, app);
  // Nobody was quicker: there is nothing to put back.
  if (!isWithdrawn(document) && document.erased === undefined)
    throw new UserError({ key: 'own.refused.notWithdrawn' });
  return restored(member, { id, version }, app);
}

function isWithdrawn({ status, erased }: Version['document']): boolean {
  return status === 'withdrawn' && erased === undefined;
}

async function restored(
  member: Member,
  seen: { readonly id: string; readonly version: number },
  { database, sources, translate }: AppWithStore,
): Promise<Reply> {
  const result = await restoreDocument(database, member, seen, sources.rules().limits);
  if (!result.ok) throw sourceRefusal(result, translate);
  sources.changed(member.guild, result.revision);
  return message(answered, [text(`**${translate('own.done.restored', { id: seen.id })}**`)]);
}

function answers(state: State): boolean {
  return state === 'current' || state === 'corrected';
}

/** What each part of the command can do something with; the others can do something with all. */
const offeredTo: Readonly<Record<string, readonly State[]>> = {
  correct: ['current', 'corrected'],
  withdraw: ['current', 'corrected'],
  restore: ['withdrawn'],
  erase: ['current', 'corrected', 'withdrawn'],
};
const allStates: readonly State[] = ['current', 'corrected', 'withdrawn', 'erased'];

/** The server's own documents to choose from: those that the part of the command can do something with. */
export async function ownChoices(
  guild: string,
  typed: string,
  part: string,
  { database, translate }: AppWithStore,
): Promise<Choice[]> {
  const wanted = fold(begun(typed, 'name')).text.trim();
  const found = await offeredDocuments(database, guild, {
    states: offeredTo[part] ?? allStates,
    fits: (words) => fold(words).text.includes(wanted),
    most: mostChoices,
  });
  return choicesOf(
    found.map(({ id, metadata }) => ({ name: `${id}  ${titleOf(metadata, translate)}`, value: id })),
  );
}
