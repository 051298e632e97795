// What was typed into a form that is refused is given back: Discord shows no form in reply to a form, and closes the one that was
// sent. It stands in the reply as it was typed, to be copied, beside buttons that send it again or open the form with it.
import {
  type APIComponentInMessageActionRow,
  ComponentType,
  type Message as DiscordMessage,
} from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Translate } from '../../messages/messages.ts';
import { MarkedRefusal, type Reply } from '../command.ts';
import { partsIn, type Shown } from '../reading/shown.ts';
import { lineWithin, ruled } from '../rendering/markdown.ts';
import { lines, message, subtext, text, unanswered } from '../rendering/pieces.ts';
import { rowsOf } from './pieces.ts';

const longestLine = 600;

interface Given {
  readonly typed: string;
  readonly translate: Translate;
  /** In place of the message whose button was pressed. */
  readonly update?: boolean;
  readonly buttons?: (error: UserError) => readonly APIComponentInMessageActionRow[];
}

/** Does something with what was typed; a refusal brings it along. */
export async function givingBack<T>(given: Given, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || ruled(given.typed) === '') throw error;
    throw new MarkedRefusal(error.told, givenBack(error, given));
  }
}

function givenBack(error: UserError, { typed, translate, update, buttons }: Given): Reply {
  const { key, values } = error.told;
  const told = translate(key, values);
  const reply = message(unanswered, [
    // Members and times in it are written by Discord for each reader.
    text(lines(error instanceof MarkedRefusal ? told : lineWithin(told, longestLine))),
    text(subtext(translate('desk.givenBack'))),
    text(fenced(typed)),
    ...rowsOf(buttons?.(error) ?? []),
  ]);
  return { ...reply, ...(update && { update }) };
}

const fence = '```';

/** As it is, on one line: between these marks nothing is special but the marks themselves. */
function fenced(typed: string): string {
  return `${fence}\n${ruled(typed).replaceAll(fence, "'''")}\n${fence}`;
}

/** What a message gives back; empty where it gives nothing. */
export function givenIn({ components }: Pick<DiscordMessage, 'components'>): string {
  const shown: Shown = components.map((component) => component.toJSON());
  const texts = partsIn(shown).flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [part.content.trim()] : [],
  );
  const found = texts.find((content) => content.startsWith(fence) && content.endsWith(fence));
  return found?.slice(fence.length, -fence.length).trim() ?? '';
}
