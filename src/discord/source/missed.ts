// /our-sources missed: what members asked that no source answers, with a way to add one beside each word.

import type { BaseInteraction } from 'discord.js';
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { hashOf } from '../../corpus/passages.ts';
import type { Translate } from '../../messages/messages.ts';
import { ratingsIn } from '../../missed/ratings.ts';
import { type MissedWord, missedDays, missedIn } from '../../missed/read.ts';
import { keptIn } from '../../preferences.ts';
import type { AppWithStore, Form, Reply } from '../command.ts';
import { customId } from '../desk/ids.ts';
import { button } from '../desk/pieces.ts';
import type { Member } from '../desk/roles.ts';
import { lineWithin } from '../rendering/markdown.ts';
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
import { pasteForm } from './forms.ts';
import { moderatorOf } from './moderator.ts';

const mostWords = 10;
const longestWord = 40;
const longestQuestion = 150;

export async function missed(interaction: BaseInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  return shown(member, app);
}

async function shown({ guild }: Member, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const kept = await keptIn(database, guild);
  const { words, alone, questions } = await missedIn(database, guild, Date.now());
  const rated = await ratingParts(guild, app);
  const title = text(
    lines(
      `**${translate('missed.title', { days: missedDays })}**`,
      subtext(translate(`missed.${kept}About`)),
    ),
  );
  const rest = [
    words.length > mostWords && translate('missed.more', { count: words.length - mostWords }),
    alone > 0 && translate('missed.alone', { count: alone }),
  ];
  if (words.length === 0 && questions.length === 0)
    return message(unanswered, [
      title,
      separator,
      text(lines(translate('missed.none'), ...rest.filter(Boolean))),
      ...rated,
    ]);
  const rows = words.slice(0, mostWords).map((word, index) => wordRow(word, index, translate));
  const asked = questions.map((question) => `> ${lineWithin(question, longestQuestion)}`);
  return message(answered, [
    title,
    separator,
    ...rows,
    text(lines(...rest.map((line) => line !== false && subtext(line)))),
    ...(asked.length > 0 ? [separator, text(lines(translate('missed.questions'), ...asked))] : []),
    ...rated,
  ]);
}

const mostRated = 10;

/** Those with the most 👎 first; a passage whose words have changed since is said to be of an earlier wording. */
async function ratingParts(guild: string, { database, library, translate }: AppWithStore): Promise<Part[]> {
  const all = (await ratingsIn(database, guild)).slice(0, mostRated);
  if (all.length === 0) return [];
  const rows = await Promise.all(
    all.map(async ({ document: id, paragraph, hash, up, down }) => {
      const document = library.documents.find((each) => each.id === id);
      const passages = document ? await library.passagesOf(document) : [];
      const now = passages.find((passage) => hashOf(passage) === hash);
      const label = `${lineWithin(id, longestWord)} ¶${now?.paragraph ?? paragraph}`;
      const counts = [`${translate('rating.up')}: ${up}`, `${translate('rating.down')}: ${down}`];
      return [`**${label}**`, ...counts, ...(now ? [] : [translate('rating.earlier')])].join(' · ');
    }),
  );
  return [separator, text(lines(translate('rating.title'), ...rows))];
}

function wordRow(
  { word, asked, days }: MissedWord,
  index: number,
  translate: Translate,
): APIComponentInContainer {
  const counted = [translate('missed.asked', { count: asked }), translate('missed.days', { count: days })];
  const told = lines(`**${lineWithin(word, longestWord)}**`, subtext(counted.join(' · ')));
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: told }],
    accessory: button(customId('source', 'fill', index + 1), translate('missed.add'), 'first'),
  };
}

/** The form in which a text is pasted, to be answered from then on. */
export function fill({ translate }: AppWithStore): Form {
  return pasteForm({ id: customId('source', 'paste', 0), title: translate('own.form.addTitle') }, translate);
}
