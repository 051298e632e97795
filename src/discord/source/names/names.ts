// /our-sources names: whom a server's own documents name, and what its moderators correct of that.
import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import type { Correction } from '../../../corpus/correction.ts';
import type { Fault, Library } from '../../../library.ts';
import type { MessageKey, Translate } from '../../../messages/messages.ts';
import {
  currentCorrections,
  listCorrections,
  makeCorrection,
  undoCorrection,
} from '../../../sources/corrections.ts';
import type { AppWithStore, Reply } from '../../command.ts';
import { customId, numberOf, type Target } from '../../desk/ids.ts';
import { button, memberName, rowsOf, timeOf } from '../../desk/pieces.ts';
import type { Member } from '../../desk/roles.ts';
import { marked } from '../../desk/told.ts';
import { echoed } from '../../rendering/markdown.ts';
import { answered, lines, message, subtext, text, unanswered } from '../../rendering/pieces.ts';
import { moderatorOf } from '../moderator.ts';
import { sourceRefusal } from '../told.ts';
import {
  correctionLine,
  correctionRow,
  nameRow,
  nameShown,
  pageLine,
  turning,
  undoMenu,
} from './names-shown.ts';

const namesAPage = 8;
const correctionsAPage = 10;
const mostNamesakes = 4;

/** The parts of `/our-sources names`. */
export async function corrects(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  const { options } = interaction;
  const part = options.getSubcommand();
  if (part === 'show') return show(member, options.getString('name'), app);
  if (part === 'undo') return undone(member, numberOf(options.getString('correction') ?? ''), app);
  const name = options.getString('name', true);
  if (part === 'same') return made(member, { kind: 'same', name, other: options.getString('as', true) }, app);
  if (part === 'not') return made(member, { kind: 'not', name, other: options.getString('form', true) }, app);
  const kind = options.getBoolean('remove') === true ? 'no-office' : 'office';
  return made(member, { kind, name, other: options.getString('office', true) }, app);
}

async function show(member: Member, name: string | null, app: AppWithStore): Promise<Reply> {
  const library = await app.sources.libraryOf(member.guild);
  if (name === null) return namesPage(library, 1, app);
  const found = await library.names.called(name);
  if (found.length === 0) throw unknown(name);
  const shown = found.slice(0, mostNamesakes).map((one) => text(nameShown(one, app.translate)));
  return message(answered, shown);
}

function unknown(name: string): UserError {
  return new UserError({ key: 'own.names.refused.unknown', values: { name: echoed(name) } });
}

async function namesPage({ names }: Library, asked: number, { translate }: AppWithStore): Promise<Reply> {
  const from = (Math.max(1, asked) - 1) * namesAPage;
  const first = await names.list(from, namesAPage);
  const pages = Math.max(1, Math.ceil(first.of / namesAPage));
  const page = Math.min(Math.max(1, asked), pages);
  const { shown } = page === asked ? first : await names.list((page - 1) * namesAPage, namesAPage);
  const isEmpty = first.of === 0;
  return message(isEmpty ? unanswered : answered, [
    text(isEmpty ? translate('own.names.none') : `**${translate('own.names.title', { count: first.of })}**`),
    ...shown.map((one) => text(nameRow(one, translate))),
    pageLine({ page, pages }, translate),
    ...turning('names', { page, pages }, translate),
  ]);
}

async function correctionsPage(member: Member, asked: number, app: AppWithStore): Promise<Reply> {
  const { database, translate, sources } = app;
  const list = (page: number) =>
    listCorrections(database, member.guild, { from: (page - 1) * correctionsAPage, most: correctionsAPage });
  const first = await list(Math.max(1, asked));
  const pages = Math.max(1, Math.ceil(first.of / correctionsAPage));
  const page = Math.min(Math.max(1, asked), pages);
  const { shown } = page === asked ? first : await list(page);
  const { names } = await sources.libraryOf(member.guild);
  const [outcomes, current] = await Promise.all([
    names.outcomes(),
    currentCorrections(database, member.guild),
  ]);
  const outcomeOf = (made: number) => outcomes[current.findIndex((each) => each.made === made)];
  const title = translate('own.names.corrections', { count: first.of });
  return message(first.of === 0 ? unanswered : answered, [
    text(first.of === 0 ? translate('own.names.noCorrections') : `**${title}**`),
    ...shown.map((each) => text(correctionRow(each, outcomeOf(each.made), translate))),
    ...undoMenu(shown, translate),
    pageLine({ page, pages }, translate),
    ...turning('corrections', { page, pages }, translate),
  ]);
}

/** Makes a correction that changes something; what would change nothing is refused with the reason. */
async function made(member: Member, correction: Correction, app: AppWithStore): Promise<Reply> {
  const { database, sources, translate } = app;
  const { names } = await sources.libraryOf(member.guild);
  const outcome = await names.tried(correction);
  if (outcome !== 'done') throw refusal(outcome, correction);
  const result = await makeCorrection(database, member, correction, sources.rules().limits);
  if (!result.ok && result.reason === 'same') throw new UserError({ key: 'own.names.refused.already' });
  if (!result.ok && result.reason === 'unfit-name') throw new UserError({ key: 'own.names.refused.unfit' });
  if (!result.ok) throw sourceRefusal(result, translate);
  sources.changed(member.guild, result.revision);
  const undo = button(customId('source', 'undo', result.made), translate('own.button.undo'));
  const told = translate('own.names.done', { correction: correctionLine(correction, translate) });
  return message(answered, [
    text(lines(`**${told}**`, subtext(translate('own.names.holds')))),
    ...rowsOf([undo]),
  ]);
}

const refusals: Readonly<Record<Fault, MessageKey>> = {
  'unknown-name': 'own.names.refused.unknown',
  'unknown-other': 'own.names.refused.unknown',
  'not-theirs': 'own.names.refused.notTheirs',
  several: 'own.names.refused.several',
  kinds: 'own.names.refused.kinds',
  elsewhere: 'own.names.refused.elsewhere',
  dossier: 'own.names.refused.dossier',
  already: 'own.names.refused.already',
};

function refusal(fault: Fault, { name, other }: Correction): UserError {
  const unknownOne = fault === 'unknown-other' ? other : name;
  return new UserError({ key: refusals[fault], values: { name: echoed(unknownOne), other: echoed(other) } });
}

async function undone(member: Member, correction: number, app: AppWithStore): Promise<Reply> {
  const { database, sources, translate } = app;
  const result = await undoCorrection(database, member, correction);
  if (!result.ok) throw undoRefusal(result, translate);
  sources.changed(member.guild, result.revision);
  const line = correctionLine(result.correction, translate);
  return message(answered, [text(`**${translate('own.names.undone', { correction: line })}**`)]);
}

type NotUndone = Exclude<Awaited<ReturnType<typeof undoCorrection>>, { readonly ok: true }>;

function undoRefusal(refused: NotUndone, translate: Translate): UserError {
  if (refused.reason === 'not-found') return new UserError({ key: 'own.names.refused.gone' });
  const values = { who: memberName(refused.by, translate), when: timeOf(refused.at, 'R') };
  return marked({ key: 'own.names.refused.undone', values }, translate);
}

const actions = ['names', 'corrections', 'undo', 'undo-of'] as const;

export function isOfNames(action: string): boolean {
  return actions.some((each) => each === action);
}

/** What the buttons and the menu below these messages do. */
export async function used(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  member: Member,
  { action, number }: Target,
  app: AppWithStore,
): Promise<Reply> {
  if (action === 'undo') return { ...(await undone(member, number, app)), update: true };
  if (action === 'names')
    return { ...(await namesPage(await app.sources.libraryOf(member.guild), number, app)), update: true };
  if (action === 'undo-of') {
    const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
    await undone(member, numberOf(value), app);
  }
  return { ...(await correctionsPage(member, action === 'corrections' ? number : 1, app)), update: true };
}
