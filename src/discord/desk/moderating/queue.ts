// /desk queue: the questions of a desk, filtered and page by page, and what could not be delivered.
import type { ChatInputCommandInteraction } from 'discord.js';
import { within } from '../../../common/typed.ts';
import type { Translate } from '../../../messages/messages.ts';
import { type Failed, failedOf, retryFailed } from '../../../questions/deliver.ts';
import type { Desk } from '../../../questions/desk.ts';
import { type Listed, listQuestions } from '../../../questions/read.ts';
import { type State, states } from '../../../questions/states.ts';
import type { AppWithStore, Reply } from '../../command.ts';
import { numberIn } from '../../offering/numbers.ts';
import { lineWithin } from '../../rendering/markdown.ts';
import { answered, lines, message, type Part, separator, subtext, text } from '../../rendering/pieces.ts';
import { customId, type Target } from '../ids.ts';
import { button, menuRow, menuText, rowsOf } from '../pieces.ts';
import type { Member } from '../roles.ts';
import { deskAsked, deskFor } from './here.ts';

/** A page of so many is read at a glance and fits a menu. */
const pageSize = 10;
/** After escaping: ten of them fit a message. */
const longestRow = 220;

/** What a list shows: one state, or all that wait for somebody, or everything. Its place in `filters` stands in ids. */
export const filters = ['open', 'all', ...states] as const;
type Filter = (typeof filters)[number];

function statesOf(filter: Filter): readonly State[] | undefined {
  if (filter === 'all') return undefined;
  return filter === 'open' ? ['waiting', 'claimed', 'failed'] : [filter];
}

export async function queue(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const desk = await deskAsked(interaction, app);
  const asked = interaction.options.getString('state') ?? 'open';
  const filter = filters.find((each) => each === asked) ?? 'open';
  const containing = within(interaction.options.getString('containing') ?? '', 'topic') || undefined;
  const page = numberIn(interaction, 'page') ?? 1;
  return renderQueue(desk, { filter, page, containing }, app);
}

interface View {
  readonly filter: Filter;
  readonly page: number;
  readonly containing?: string | undefined;
}

async function renderQueue(desk: Desk, view: View, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const { guild, channel } = desk;
  const { filter, page, containing } = view;
  const query = { channel, states: statesOf(filter), containing, page, size: pageSize };
  const listed = await listQuestions(database, guild, query);
  return message(answered, [
    text(lines(...headLines(desk, view, listed, translate), ...rowsFor(listed, translate))),
    ...pickMenu(desk, view, listed, translate),
    ...turnButtons(desk, view, listed, translate),
    ...failedParts(channel, await failedOf(database, guild, channel), translate),
  ]);
}

function headLines({ channel }: Desk, { filter }: View, listed: Listed, translate: Translate): string[] {
  const { total: count, page, pages } = listed;
  return [
    `**${translate('desk.queue.title', { count, channel: `<#${channel}>` })}**`,
    subtext(translate('desk.queue.page', { page, pages, filter: translate(filterKeys[filter]) })),
  ];
}

function rowsFor({ questions }: Listed, translate: Translate): string[] {
  if (questions.length === 0) return [translate('desk.queue.empty')];
  return questions.map(({ number, state, text: words, erased }) => {
    const shown = erased ? translate('desk.erasedWords') : lineWithin(words, longestRow);
    return `**#${number}** · ${translate(`desk.state.${state}`)} · ${shown}`;
  });
}

function pickMenu({ channel }: Desk, { filter }: View, { questions }: Listed, translate: Translate): Part[] {
  if (questions.length === 0) return [];
  const options = questions.map(({ number, text: words }) => ({
    label: menuText(`#${number} ${words}`),
    value: String(number),
  }));
  const id = customId('desk', 'pick', channel, filters.indexOf(filter));
  return [menuRow({ id, placeholder: translate('desk.queue.pick'), options })];
}

/** Words that were typed do not fit an id: pages of such a list are asked for by the option. */
function turnButtons(
  { channel }: Desk,
  { filter, containing }: View,
  { page, pages }: Listed,
  translate: Translate,
): Part[] {
  if (containing !== undefined || pages <= 1) return [];
  const turn = (to: number) => customId('desk', `page-${filter}`, channel, to);
  return rowsOf([
    button(turn(page - 1), translate('desk.queue.before'), 'plain', page <= 1),
    button(turn(page + 1), translate('desk.queue.after'), 'plain', page >= pages),
  ]);
}

function failedParts(channel: string, failed: readonly Failed[], translate: Translate): Part[] {
  if (failed.length === 0) return [];
  return [
    separator,
    text(translate('desk.queue.failed', { count: failed.length, codes: codesOf(failed) })),
    ...rowsOf([button(customId('desk', 'again', channel), translate('desk.queue.again'), 'first')]),
  ];
}

/** How each filter is called. */
export const filterKeys = {
  open: 'desk.filter.open',
  all: 'desk.filter.all',
  waiting: 'desk.state.waiting',
  claimed: 'desk.state.claimed',
  approved: 'desk.state.approved',
  published: 'desk.state.published',
  unanswered: 'desk.state.unanswered',
  rejected: 'desk.state.rejected',
  merged: 'desk.state.merged',
  withdrawn: 'desk.state.withdrawn',
  failed: 'desk.state.failed',
} as const;

function codesOf(failed: readonly Failed[]): string {
  return [...new Set(failed.map(({ error }) => error ?? '?'))].slice(0, 5).join(', ');
}

export async function turnPage(
  member: Member,
  { action, of, seen: page }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const desk = await deskFor(member, of, app);
  const filter = filters.find((each) => action === `page-${each}`) ?? 'open';
  return { ...(await renderQueue(desk, { filter, page }, app)), update: true };
}

/** Sends again what could not be delivered. */
export async function sendAgain(member: Member, { of }: Target, app: AppWithStore): Promise<Reply> {
  const desk = await deskFor(member, of, app);
  const count = await retryFailed(app.database, member.guild, desk.channel, member.at);
  app.deliver();
  return message(answered, [text(app.translate('desk.queue.retried', { count }))]);
}
