// What cards, answers and receipts have in common: questions, kept passages and times as parts of a message.
import type { APIComponentInMessageActionRow } from 'discord.js';
import { publishedOf, titleOf } from '../../messages/citations.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import { program } from '../../questions/change.ts';
import type { Cited } from '../../questions/cited.ts';
import { isTombstone } from '../../questions/forgetting/tombstone.ts';
import type { Question } from '../../questions/question.ts';
import { button } from '../rendering/controls.ts';
import { escaped, lineWithin } from '../rendering/markdown.ts';
import { lines, longestId, type Part, passageText, subtext, text } from '../rendering/pieces.ts';
import { customId } from './ids.ts';

export {
  button,
  linkButton,
  type Menu,
  menuRow,
  menuText,
  rowsOf,
  type Style,
} from '../rendering/controls.ts';

/**
 * After escaping: with three passages, a reason, a note and flags these leave some hundred characters of a message for
 * the passages, and far more in the usual case.
 */
const longestWords = 700;
const longestTitle = 100;
const longestClause = 150;
const longestSpeaker = 60;

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
    passage === ''
      ? text(translate('desk.erasedPassage'))
      : { written: (room) => passageText(passage, { start, end }, room) },
    text(
      lines(
        said !== false ? subtext(said) : speech === 'untold' && subtext(translate('said.not')),
        subtext(
          [
            `${mark}**${lineWithin(label, longestId)}**`,
            passage !== '' && lineWithin(titleOf({ title: cited.title }, translate), longestTitle),
            passage !== '' &&
              escaped(publishedOf({ ...(cited.published && { published: cited.published }) }, translate)),
            kindOf(cited, translate),
          ]
            .filter((part) => part !== false)
            .join(' · '),
        ),
      ),
    ),
  ];
}

/** The same citation without marks, as a file has it. */
export function citationOf(cited: Citation, translate: Translate): string {
  const told =
    cited.text === ''
      ? []
      : [
          titleOf({ title: cited.title }, translate),
          publishedOf({ ...(cited.published && { published: cited.published }) }, translate),
        ];
  return [cited.label, ...told, kindOf(cited, translate, (speaker) => speaker)].join(' · ');
}

type Citation = Pick<Cited, 'label' | 'text' | 'kind' | 'speech' | 'speaker' | 'title' | 'published'>;

/** The kind of document, and how the words in it were said. */
function kindOf(
  { kind, speech, speaker }: Citation,
  translate: Translate,
  write = (name: string): string => lineWithin(name, longestSpeaker),
): string {
  const keys: Readonly<Record<string, MessageKey>> = {
    news: 'kind.news',
    statement: 'kind.statement',
    transcript: 'kind.transcript',
    readout: 'kind.readout',
    treaty: 'kind.treaty',
  };
  const document = translate(keys[kind] ?? 'kind.other');
  if (speech === undefined) return document;
  // Where the text names nobody, how it tells of them says more than their description.
  const isNamed = speaker !== undefined && (speech === 'named' || speech === 'pronoun');
  const said = isNamed
    ? translate('desk.speech.by', { who: write(speaker) })
    : translate(`desk.speech.${speech}`);
  return `${document} · ${said}`;
}

/** For whoever asks a question of somebody else too. */
export function backButton(number: number, translate: Translate): APIComponentInMessageActionRow {
  return button(customId('question', 'not-too', number), translate('desk.button.notToo'));
}

/** The link that opens a message of a server. */
export function linkOf(guild: string, { channel, message }: { channel: string; message: string }): string {
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}
