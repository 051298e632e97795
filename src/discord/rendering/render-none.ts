// The honest no: which words no source has, what comes near, plainly called so, and what helps on.
import type { APITextDisplayComponent } from 'discord.js';
import { aboutIn, workingExample } from '../../dialogue/helping-on.ts';
import type { Library } from '../../library.ts';
import { quotedWords } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Answer, Hit } from '../../search/answer.ts';
import { nearOf } from '../../search/ranking/related.ts';
import { type App, type Reply, silent } from '../command.ts';
import { customId } from '../desk/ids.ts';
import { passageMenu, shareButton } from '../reading/buttons.ts';
import { button, rowsOf } from './controls.ts';
import { echoed, escapedWithin, lineWithin } from './markdown.ts';
import {
  citationLine,
  lines,
  longestTitle,
  message,
  type Part,
  separator,
  subtext,
  text,
  thatFit,
  unanswered,
} from './pieces.ts';

/** Who could help where the sources do not. */
export interface Help {
  /** The channel of a desk that takes questions now. */
  readonly desk?: string | undefined;
  /** Whether whoever asked may add a document. */
  readonly maySupply?: boolean;
}

export interface NoAnswer {
  readonly asked: APITextDisplayComponent | undefined;
  /** Of what alone an answer was wanted. */
  readonly of: string | undefined;
  readonly notes: readonly string[];
  readonly help: Help | undefined;
}

/** Words of a question that no source contains: as many as fit; a tenth says nothing that nine do not. */
const longestMissing = 400;
const longestTitles = 300;

export async function renderNone(
  answer: Answer,
  { asked, of, notes, help = {} }: NoAnswer,
  { library, translate }: App,
): Promise<Reply> {
  const related = nearOf(answer);
  const none =
    of === undefined
      ? translate('answer.none')
      : translate('answer.noneIn', { source: lineWithin(of, longestTitle) });
  const places = related.map(({ passage, sentence }) => ({ passage, part: sentence }));
  return silent(
    message(unanswered, [
      ...(asked ? [asked] : []),
      text(lines(`**${none}**`, missingLine(answer, translate), ...notes)),
      ...(related.length > 0 ? [separator, text(subtext(translate('answer.related')))] : []),
      ...relatedParts(related, translate),
      separator,
      text(lines(...(await hereLines(library, help, translate)))),
      ...passageMenu(places, translate),
      ...rowsOf([...deskButton(help, translate), shareButton(translate)]),
    ]),
  );
}

export function missingLine({ missing }: Answer, translate: Translate): string | false {
  const words = thatFit(missing.map(echoed), longestMissing).shown;
  return (
    words.length > 0 &&
    translate('answer.missing', { count: words.length, words: quotedWords(words, translate) })
  );
}

export function relatedParts(related: readonly Hit[], translate: Translate): Part[] {
  return related.flatMap(({ passage }, index) => [
    ...(index > 0 ? [separator] : []),
    { written: (room) => escapedWithin(passage.text, room) },
    text(citationLine([passage], translate)),
  ]);
}

/** What the sources are about, a question that they do answer, and what may be done about it. */
async function hereLines(library: Library, { maySupply }: Help, translate: Translate): Promise<string[]> {
  const titles = lineWithin(aboutIn(library.documents, translate), longestTitles);
  const example = await workingExample(library, translate);
  return [
    ...(titles === '' ? [] : [translate('answer.here', { titles, command: translate('name.sources') })]),
    ...(example === undefined
      ? []
      : [translate('answer.example', { example: lineWithin(example, longestTitle) })]),
    ...(maySupply
      ? [translate('answer.supply', { command: translate('name.source'), part: translate('name.add') })]
      : []),
  ].map(subtext);
}

/** The button with which anybody who reads an honest no may ask the moderators. */
export function isDeskButton(id: string): boolean {
  return id.startsWith(customId('question', 'ask', ''));
}

function deskButton({ desk }: Help, translate: Translate) {
  return desk === undefined
    ? []
    : [button(customId('question', 'ask', desk), translate('answer.askModerators'), 'first')];
}
