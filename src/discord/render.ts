// What the library found, as messages in Components V2. Every text of a source or a user is escaped on its way in.
import type { Document } from '../corpus/document.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import type { Cited, Library } from '../library.ts';
import { provenanceOf, quotedWords, sourceRows, titleOf } from '../messages/citations.ts';
import type { MessageKey, Translate } from '../messages/messages.ts';
import type { Answer, Hit } from '../search/answer.ts';
import type { QuoteMatch } from '../search/find-quote.ts';
import type { App, Choice, Reply } from './command.ts';
import { cut, echoed, escaped, escapedWithin, ruled } from './markdown.ts';
import {
  answered,
  citationLine,
  lines,
  linkTo,
  message,
  passageText,
  saidLine,
  separator,
  subtext,
  text,
  unanswered,
} from './pieces.ts';

/**
 * Discord allows 4,000 characters over all texts of a message. Texts of ours (citations, headings, hints) stay
 * under 1,600, so what is left for passages is:
 */
const roomForPassages = 2400;
const mostRelated = 3;
const mostQuotes = 3;
/** More paragraphs in one reply would be a few words each. */
const mostParagraphs = 6;

export function renderAnswer(answer: Answer, { library, translate }: App): Reply {
  if (answer.smallTalk)
    return renderLine(translate('answer.smallTalk', { example: translate('example.ask') }));
  const [best, ...others] = answer.citations;
  if (answer.outcome === 'none' || !best) return renderNoAnswer(answer, translate);
  const more = others.map(({ passage }) => labelOf(passage)).join(', ');
  return message(answered, [
    text(passageText(best.passage.text, best.sentence, roomForPassages)),
    text(
      lines(
        saidLine(best.passage, best.sentence, library, translate),
        citationLine([best.passage], translate),
        more && subtext(translate('answer.more', { citations: escapedWithin(more, 400) })),
      ),
    ),
    ...linkTo(best.passage.document, translate),
  ]);
}

/** The honest no: which words no source contains, and what comes near, plainly called so. */
function renderNoAnswer(answer: Answer, translate: Translate): Reply {
  const words = answer.missing.slice(0, 10).map(echoed);
  const missing =
    words.length > 0 &&
    translate('answer.missing', { count: words.length, words: quotedWords(words, translate) });
  const related = answer.citations.slice(0, mostRelated);
  const room = Math.floor(roomForPassages / Math.max(related.length, 1));
  return message(unanswered, [
    text(lines(`**${translate('answer.none')}**`, missing)),
    ...(related.length > 0 ? [separator, text(subtext(translate('answer.related')))] : []),
    ...related.map((ranked) => text(renderRelated(ranked, room, translate))),
  ]);
}

function renderRelated({ passage }: Hit, room: number, translate: Translate): string {
  return lines(escapedWithin(passage.text, room), citationLine([passage], translate));
}

export function renderQuotes(
  matches: readonly QuoteMatch[],
  words: string,
  { library, translate }: App,
): Reply {
  const shown = matches.slice(0, mostQuotes);
  if (shown.length === 0) {
    return message(unanswered, [text(translate('quote.none', { words: `“${echoed(words)}”` }))]);
  }
  const room = Math.floor(roomForPassages / shown.length);
  const rest = matches.slice(mostQuotes);
  const citations = escapedWithin(rest.map(({ passage }) => labelOf(passage)).join(', '), 400);
  return message(answered, [
    ...shown.flatMap((match, index) => [
      ...(index > 0 ? [separator] : []),
      text(passageText(match.passage.text, match.whole, room)),
      text(
        lines(
          match.quoted
            ? saidLine(match.passage, match.whole, library, translate)
            : subtext(translate('quote.outside')),
          citationLine([match.passage], translate),
        ),
      ),
    ]),
    ...(rest.length > 0 ? [text(subtext(translate('quote.more', { count: rest.length, citations })))] : []),
  ]);
}

/** Paragraphs with their neighbours, which stand in small print. */
export function renderCited(cited: Extract<Cited, { found: true }>, { translate }: App): Reply {
  const { before, after, document, passages } = cited;
  const shown = passages.slice(0, mostParagraphs);
  const [next] = passages.slice(mostParagraphs);
  const room = Math.floor(roomForPassages / (shown.length + 2));
  const rest = next && restLine(next, passages.length - shown.length, translate);
  return message(answered, [
    ...(before ? [text(neighbour(before, room)), separator] : []),
    ...shown.map((passage) => text(numbered(passage, room))),
    ...(rest ? [text(rest)] : []),
    ...(after && !rest ? [separator, text(neighbour(after, room))] : []),
    separator,
    text(citationLine(shown, translate)),
    ...linkTo(document, translate),
  ]);
}

function numbered(passage: Passage, room: number): string {
  return `**¶${passage.paragraph}**  ${escapedWithin(passage.text, room)}`;
}

function neighbour(passage: Passage, room: number): string {
  return subtext(`¶${passage.paragraph}  ${escapedWithin(passage.text, room)}`);
}

function restLine(next: Passage, count: number, translate: Translate): string {
  return subtext(translate('citation.rest', { count, citation: escapedWithin(labelOf(next), 120) }));
}

/** The documents, as many as fit, and how to get at the others. */
export function renderSources(library: Library, translate: Translate): Reply {
  const rows = library.documents.map((document) => {
    const count = translate('source.paragraphs', { count: library.passagesOf(document).length });
    const status = document.status === 'current' ? [] : [translate(`status.${document.status}`)];
    const about = [provenanceOf(document, translate), translate(`kind.${document.kind}`), count, ...status];
    return `**${escapedWithin(document.id, 120)}**\n${escapedWithin(about.join(' · '), 300)}`;
  });
  const { shown, left } = thatFit(rows, roomForPassages);
  return message(answered, [
    text(shown.join('\n\n')),
    separator,
    ...(left > 0 ? [text(subtext(translate('source.more', { count: left })))] : []),
    text(subtext(translate('source.hint'))),
  ]);
}

/** One document: its data, and its paragraphs by their numbers, each cut at the end where it is long. */
export function renderSource(document: Document, { library, translate }: App): Reply {
  const data = sourceRows(document, translate).map(
    ([name, value]) => `${name}: ${escapedWithin(value, 200)}`,
  );
  const passages = library.passagesOf(document);
  const rows = passages.map((passage) => numbered(passage, longestBeginning));
  const { shown, left } = thatFit(rows, roomForPassages - longestBeginning);
  const next = passages[shown.length];
  return message(answered, [
    text(`**${escapedWithin(titleOf(document, translate), 300)}**`),
    text(thatFit(data.map(subtext), 1200).shown.join('\n')),
    separator,
    text(shown.join('\n')),
    ...(next && left > 0 ? [text(restLine(next, left, translate))] : []),
    ...linkTo(document, translate),
  ]);
}

/** In a list of paragraphs, so much of each is enough to recognise it. */
const longestBeginning = 160;

/** The rows that fit into so many characters, from the first on, and how many are left. */
function thatFit(rows: readonly string[], room: number): { shown: string[]; left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const row of rows) {
    used += row.length + 2;
    if (used > room) break;
    shown.push(row);
  }
  return { shown, left: rows.length - shown.length };
}

/** What can be done here, with examples. */
export function renderHelp(translate: Translate): Reply {
  const rows: [string, MessageKey][] = [
    [`/ask ${translate('example.ask')}`, 'discord.help.ask'],
    [`/quote ${translate('example.quote')}`, 'discord.help.quote'],
    [`/cite ${translate('example.cite')}`, 'discord.help.cite'],
    ['/sources', 'discord.help.sources'],
  ];
  return message(answered, [
    text(translate('discord.help.about')),
    separator,
    text(rows.map(([example, what]) => `**${escaped(example)}**\n${translate(what)}`).join('\n\n')),
    separator,
    text(subtext(translate('discord.help.brackets'))),
  ]);
}

/** One plain line: a refusal, an error, a greeting. */
export function renderLine(line: string): Reply {
  return message(unanswered, [text(escapedWithin(ruled(line), roomForPassages))]);
}

/** Discord's limit for the name and the value of a choice. */
const longestChoice = 100;

export function quotationChoice({ passage, whole }: QuoteMatch): Choice {
  const quotation = passage.text.slice(whole.start, whole.end).replace(/\s+/gu, ' ');
  // The value is found again by its words, so it may end early but not within a word.
  const value = cut(quotation, longestChoice).replace(/…$/u, '');
  return { name: cut(quotation, longestChoice), value };
}

export function citationChoice(passage: Passage): Choice {
  const label = labelOf(passage);
  return { name: cut(`${label}  ${passage.text.replace(/\s+/gu, ' ')}`, longestChoice), value: label };
}

export function documentChoice(document: Document, translate: Translate): Choice {
  return { name: cut(`${document.id}  ${titleOf(document, translate)}`, longestChoice), value: document.id };
}

/** Discord refuses all choices for one whose value is too long; such a one is typed in full. */
export function thatAreShort(choices: readonly Choice[]): Choice[] {
  return choices.filter(({ value }) => value.length <= longestChoice);
}
