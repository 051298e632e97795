// /our-sources missed: what members asked that no source answers, with a way to add one beside each word.

import type { BaseInteraction } from 'discord.js';
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { Translate } from '../../messages/messages.ts';
import { type MissedWord, missedDays, missedIn } from '../../missed/read.ts';
import { keptIn } from '../../preferences.ts';
import type { AppWithStore, Form, Reply } from '../command.ts';
import { customId } from '../desk/ids.ts';
import { button } from '../desk/pieces.ts';
import type { Member } from '../desk/roles.ts';
import { lineWithin } from '../markdown.ts';
import { answered, lines, message, separator, subtext, text, unanswered } from '../pieces.ts';
import { pasteForm } from './forms.ts';
import { moderatorOf } from './moderator.ts';

const mostWords = 10;
const longestWord = 40;
const longestQuestion = 150;

export async function missed(interaction: BaseInteraction, app: AppWithStore): Promise<Reply> {
  const member = await moderatorOf(interaction, app.database);
  return shown(member, app);
}

async function shown({ guild }: Member, { database, translate }: AppWithStore): Promise<Reply> {
  const kept = await keptIn(database, guild);
  const { words, alone, questions } = await missedIn(database, guild, Date.now());
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
    ]);
  const rows = words.slice(0, mostWords).map((word, index) => wordRow(word, index, translate));
  const asked = questions.map((question) => `> ${lineWithin(question, longestQuestion)}`);
  return message(answered, [
    title,
    separator,
    ...rows,
    text(lines(...rest.map((line) => line !== false && subtext(line)))),
    ...(asked.length > 0 ? [separator, text(lines(translate('missed.questions'), ...asked))] : []),
  ]);
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
