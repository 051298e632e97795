// What cards, answers and receipts have in common: questions, kept passages and times as parts of a message.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { publishedOf, titleOf } from '../../messages/citations.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import { program } from '../../questions/change.ts';
import type { Cited } from '../../questions/cited.ts';
import type { Question } from '../../questions/question.ts';
import { isTombstone } from '../../questions/tombstone.ts';
import { cut, escaped, lineWithin, ruled } from '../markdown.ts';
import { lines, longestId, type Part, passageText, subtext, text } from '../pieces.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * After escaping: with three passages, a reason, a note and flags these leave some hundred characters of a message for
 * the passages, and far more in the usual case.
 */
const longestWords = 700;
const longestTitle = 100;
const longestClause = 150;

/** A time as each reader's client writes it. */
export function timeOf(time: number, style: 'f' | 'R' = 'f'): string {
  return `<t:${Math.floor(time / 1_000)}:${style}>`;
}

export function memberName(member: string, translate: Translate): string {
  if (member === program) return translate('desk.program');
  return isTombstone(member) ? translate('desk.erasedMember') : `<@${member}>`;
}

/** Who asked, for everybody's eyes. */
export function askerName({ asker, anonymous }: Question, translate: Translate): string {
  return anonymous ? translate('desk.anonymous') : memberName(asker, translate);
}

/** The question's words, escaped, as a quotation. */
export function wordsOf({ text: words, erased }: Question, translate: Translate): string {
  if (erased) return subtext(translate('desk.erasedWords'));
  return `> ${lineWithin(words, longestWords)}`;
}

/** A kept passage with its citation: the sentence that answers is prominent. */
export function citedParts(cited: Cited, translate: Translate, mark = ''): Part[] {
  const { start, end, text: passage } = cited;
  const { label, clause, speech } = cited;
  const said = clause !== undefined && translate('said.by', { clause: lineWithin(clause, longestClause) });
  return [
    { written: (room) => passageText(passage, { start, end }, room) },
    text(
      lines(
        said !== false ? subtext(said) : speech === 'untold' && subtext(translate('said.not')),
        subtext(
          [
            `${mark}**${lineWithin(label, longestId)}**`,
            lineWithin(titleOf({ title: cited.title }, translate), longestTitle),
            escaped(publishedOf({ ...(cited.published && { published: cited.published }) }, translate)),
            kindOf(cited, translate),
          ].join(' · '),
        ),
      ),
    ),
  ];
}

/** The kind of document, and how the words in it were said. */
function kindOf({ kind, speech }: Cited, translate: Translate): string {
  const keys: Readonly<Record<string, MessageKey>> = {
    news: 'kind.news',
    statement: 'kind.statement',
    transcript: 'kind.transcript',
    readout: 'kind.readout',
    treaty: 'kind.treaty',
  };
  const document = translate(keys[kind] ?? 'kind.other');
  return speech === undefined ? document : `${document} · ${translate(`desk.speech.${speech}`)}`;
}

/** The link that opens a message of a server. */
export function linkOf(guild: string, { channel, message }: { channel: string; message: string }): string {
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}

export type Style = 'plain' | 'go' | 'stop' | 'first';

const styles = {
  plain: ButtonStyle.Secondary,
  go: ButtonStyle.Success,
  stop: ButtonStyle.Danger,
  first: ButtonStyle.Primary,
} as const;

export function button(
  id: string,
  label: string,
  style: Style = 'plain',
  disabled = false,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styles[style],
    label,
    custom_id: id,
    ...(disabled && { disabled }),
  };
}

export function linkButton(label: string, url: string): APIComponentInMessageActionRow {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** Rows of at most five buttons. */
export function rowsOf(buttons: readonly APIComponentInMessageActionRow[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += 5) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + 5) });
  }
  return rows;
}

export interface Menu {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly APISelectMenuOption[];
  readonly most?: number;
}

export function menuRow({ id, placeholder, options, most = 1 }: Menu): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder,
        options: [...options],
        min_values: 1,
        max_values: Math.min(most, options.length),
      },
    ],
  };
}

/** What a menu shows of something on one line. */
export function menuText(words: string): string {
  return cut(ruled(words), 100);
}
