// /desk stats and export: a sitting in numbers, and as a file.
import {
  type APIMessageTopLevelComponent,
  type ChatInputCommandInteraction,
  ComponentType,
} from 'discord.js';
import type { Translate } from '../../../messages/messages.ts';
import { csvOf, type ExportedSitting, exportSitting, jsonOf, type Words } from '../../../questions/export.ts';
import { type Stats, statsOf } from '../../../questions/stats.ts';
import type { AppWithStore, Reply } from '../../command.ts';
import { numberIn } from '../../offering/numbers.ts';
import { answered, lines, message, separator, text, unanswered } from '../../rendering/pieces.ts';
import { durationText } from '../durations.ts';
import { wordsFor } from '../exported.ts';
import { memberName } from '../pieces.ts';
import { memberOf } from '../roles.ts';
import { deskAsked } from './here.ts';
import { markdownOf } from './markdown-export.ts';

export async function stats(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const desk = await deskAsked(interaction, app);
  const sitting = numberIn(interaction, 'sitting') ?? desk.sitting;
  const numbers = await statsOf(app.database, desk.guild, { channel: desk.channel, sitting });
  return renderStats(numbers, sitting, app.translate);
}

/** Eight heights of a bar. */
const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

function renderStats(
  { total, askers, byState, medianMs, ratings, moderators, chart }: Stats,
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
        medianMs !== undefined && translate('desk.stats.median', { time: durationText(medianMs, translate) }),
      ),
    ),
    ...(ratings.up + ratings.down > 0
      ? [
          separator,
          text(
            lines(
              translate('desk.stats.ratings'),
              `${translate('rating.up')}: ${ratings.up} · ${translate('rating.down')}: ${ratings.down}`,
            ),
          ),
        ]
      : []),
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

type Write = (sitting: ExportedSitting, words: Words, translate: Translate) => string;

const writers: Readonly<Record<string, Write>> = {
  md: markdownOf,
  csv: csvOf,
  json: jsonOf,
};

export async function exported(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const desk = await deskAsked(interaction, app);
  const sitting = numberIn(interaction, 'sitting') ?? desk.sitting;
  const asked = interaction.options.getString('format') ?? 'md';
  const format = Object.hasOwn(writers, asked) ? asked : 'md';
  const { by } = memberOf(interaction);
  await app.pace.take('export', by);
  const { count, written } = await app.exports.take({ line: desk.guild, who: by }, async () => {
    const data = await exportSitting(app.database, desk.guild, { channel: desk.channel, sitting });
    const words = await wordsFor(data, interaction, app.translate);
    return { count: data.questions.length, written: writers[format]?.(data, words, app.translate) ?? '' };
  });
  const name = `desk-${desk.channel}-${sitting}.${format}`;
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const head = message(answered, [text(app.translate('desk.exported', { sitting, count }))]);
  return { components: [...head.components, file], files: [{ name, data: written }] };
}
