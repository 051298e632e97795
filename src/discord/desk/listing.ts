// /desk queue, stats and export: for moderators.
import {
  type APIMessageTopLevelComponent,
  type ChatInputCommandInteraction,
  ComponentType,
} from 'discord.js';
import type { Translate } from '../../messages/messages.ts';
import { failedOf, retryFailed } from '../../questions/deliver.ts';
import { type Desk, desksOf, findDesk } from '../../questions/desk.ts';
import { csvOf, type ExportedSitting, exportSitting } from '../../questions/export.ts';
import { listQuestions } from '../../questions/read.ts';
import { type State, states } from '../../questions/states.ts';
import { type Stats, statsOf } from '../../questions/stats.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { lineWithin } from '../markdown.ts';
import { answered, lines, message, separator, subtext, text, unanswered } from '../pieces.ts';
import { customId, type Target } from './ids.ts';
import { markdownOf } from './markdown-export.ts';
import { button, memberName, menuRow, menuText, rowsOf } from './pieces.ts';
import { type Member, memberOf, mustModerate } from './roles.ts';
import { refusalOf } from './told.ts';

/** A page of so many is read at a glance and fits a menu. */
const pageSize = 10;
/** After escaping: ten of them fit a message. */
const longestRow = 220;

/** The desk of a channel, for one who moderates it. */
async function deskFor(
  member: Member,
  channel: string,
  { database, translate }: AppWithStore,
): Promise<Desk> {
  const desk =
    (await findDesk(database, member.guild, channel)) ?? (await reviewedIn(member, channel, database));
  if (!desk) throw refusalOf({ ok: false, reason: 'no-desk' }, translate);
  mustModerate(member, desk);
  return desk;
}

/** In a review channel the desk is the one whose cards stand there. */
async function reviewedIn(
  member: Member,
  channel: string,
  database: AppWithStore['database'],
): Promise<Desk | undefined> {
  const desks = await desksOf(database, member.guild);
  return desks.find(({ reviewChannel }) => reviewChannel === channel);
}

function deskAsked(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Desk> {
  const channel = interaction.options.getChannel('channel')?.id ?? interaction.channelId;
  return deskFor(memberOf(interaction), channel, app);
}

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
  const containing = interaction.options.getString('containing') ?? undefined;
  const page = interaction.options.getInteger('page') ?? 1;
  return renderQueue(desk, { filter, page, containing }, app);
}

interface View {
  readonly filter: Filter;
  readonly page: number;
  readonly containing?: string | undefined;
}

async function renderQueue(
  desk: Desk,
  { filter, page: asked, containing }: View,
  app: AppWithStore,
): Promise<Reply> {
  const { database, translate } = app;
  const { guild, channel } = desk;
  const query = { channel, states: statesOf(filter), containing, page: asked, size: pageSize };
  const { questions, total, page, pages } = await listQuestions(database, guild, query);
  const failed = await failedOf(database, guild, channel);
  const rows = questions.map(({ number, state, text: words, erased }) => {
    const shown = erased ? translate('desk.erasedWords') : lineWithin(words, longestRow);
    return `**#${number}** · ${translate(`desk.state.${state}`)} · ${shown}`;
  });
  const options = questions.map(({ number, text: words }) => ({
    label: menuText(`#${number} ${words}`),
    value: String(number),
  }));
  const place = filters.indexOf(filter);
  // Words that were typed do not fit an id: pages of such a list are asked for by the option.
  const turning = containing === undefined && pages > 1;
  const turn = (to: number) => customId('desk', `page-${filter}`, channel, to);
  return message(answered, [
    text(
      lines(
        `**${translate('desk.queue.title', { count: total, channel: `<#${channel}>` })}**`,
        subtext(translate('desk.queue.page', { page, pages, filter: translate(filterKeys[filter]) })),
        ...rows,
        rows.length === 0 && translate('desk.queue.empty'),
      ),
    ),
    ...(options.length > 0
      ? [
          menuRow({
            id: customId('desk', 'pick', channel, place),
            placeholder: translate('desk.queue.pick'),
            options,
          }),
        ]
      : []),
    ...(turning
      ? rowsOf([
          button(turn(page - 1), translate('desk.queue.before'), 'plain', page <= 1),
          button(turn(page + 1), translate('desk.queue.after'), 'plain', page >= pages),
        ])
      : []),
    ...(failed.length > 0
      ? [
          separator,
          text(translate('desk.queue.failed', { count: failed.length, codes: codesOf(failed) })),
          ...rowsOf([button(customId('desk', 'again', channel), translate('desk.queue.again'), 'first')]),
        ]
      : []),
  ]);
}

/** How each filter is called. */
export const filterKeys = {
  open: 'desk.filter.open',
  all: 'desk.filter.all',
  waiting: 'desk.state.waiting',
  claimed: 'desk.state.claimed',
  approved: 'desk.state.approved',
  published: 'desk.state.published',
  rejected: 'desk.state.rejected',
  merged: 'desk.state.merged',
  withdrawn: 'desk.state.withdrawn',
  failed: 'desk.state.failed',
} as const;

function codesOf(failed: readonly { readonly error: string | null }[]): string {
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

export async function stats(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const desk = await deskAsked(interaction, app);
  const sitting = interaction.options.getInteger('sitting') ?? desk.sitting;
  const numbers = await statsOf(app.database, desk.guild, { channel: desk.channel, sitting });
  return renderStats(numbers, sitting, app.translate);
}

/** Eight heights of a bar. */
const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

function renderStats(
  { total, askers, byState, medianMs, moderators, chart }: Stats,
  sitting: number,
  translate: Translate,
): Reply {
  const counted = byState.filter(({ count }) => count > 0);
  const most = Math.max(1, ...(chart?.counts ?? []));
  const bars = chart?.counts.map((count) =>
    count === 0 ? '·' : (blocks[Math.ceil((count / most) * 8) - 1] ?? '█'),
  );
  return message(total === 0 ? unanswered : answered, [
    text(
      lines(
        `**${translate('desk.stats.title', { sitting, count: total })}**`,
        translate('desk.stats.askers', { count: askers }),
        ...counted.map(({ state, count }) => `${translate(`desk.state.${state}`)}: ${count}`),
        medianMs !== undefined && translate('desk.stats.median', { minutes: minutesOf(medianMs) }),
      ),
    ),
    ...(moderators.length > 0
      ? [
          separator,
          text(
            lines(
              translate('desk.stats.moderators'),
              ...moderators
                .slice(0, 15)
                .map(({ member, decided }) => `${memberName(member, translate)}: ${decided}`),
            ),
          ),
        ]
      : []),
    ...(chart && bars ? [separator, text(lines(translate('desk.stats.chart'), `\`${bars.join('')}\``))] : []),
  ]);
}

function minutesOf(milliseconds: number): number {
  return Number((milliseconds / 60_000).toFixed(1));
}

const writers: Readonly<Record<string, (sitting: ExportedSitting, translate: Translate) => string>> = {
  md: markdownOf,
  csv: csvOf,
  json: (sitting) => `${JSON.stringify(sitting, null, 2)}\n`,
};

export async function exported(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const desk = await deskAsked(interaction, app);
  const sitting = interaction.options.getInteger('sitting') ?? desk.sitting;
  const asked = interaction.options.getString('format') ?? 'md';
  const format = Object.hasOwn(writers, asked) ? asked : 'md';
  const data = await exportSitting(app.database, desk.guild, { channel: desk.channel, sitting });
  const written = writers[format]?.(data, app.translate) ?? '';
  const name = `desk-${desk.channel}-${sitting}.${format}`;
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const head = message(answered, [
    text(app.translate('desk.exported', { sitting, count: data.questions.length })),
  ]);
  return { components: [...head.components, file], files: [{ name, data: written }] };
}
