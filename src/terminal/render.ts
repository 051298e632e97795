// Answers, quotations, citations and documents as text for a terminal.
import { addressOf } from '../citing/address.ts';
import { withoutBidirectional } from '../controls.ts';
import type { Document } from '../corpus/document.ts';
import { labelOf, type Passage, type Span } from '../corpus/passages.ts';
import { hasUnreadMarks } from '../corpus/quotations.ts';
import type { UserError } from '../errors.ts';
import type { Cited, Library } from '../library.ts';
import {
  labelsOf,
  notesOn,
  provenanceOf,
  quotedWords,
  sourceRows,
  statusOf,
  titleOf,
} from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Speaker } from '../named.ts';
import { jointAt } from '../positions/speech.ts';
import { onlyParts } from '../positions/telling.ts';
import type { Answer } from '../search/answer.ts';
import type { QuoteMatch } from '../search/find-quote.ts';
import { harmless, type Screen, styled, wrapped } from './style.ts';

/** What rendering needs: where it is shown, and in which language. */
export interface Reader {
  readonly screen: Screen;
  readonly translate: Translate;
}

const mostRelated = 3;

export async function renderAnswer(answer: Answer, library: Library, reader: Reader): Promise<string> {
  const { translate, screen } = reader;
  if (answer.smallTalk) return wrapped(translate('answer.smallTalk', exampleOf(translate)), screen, '  ');
  const [first, ...others] = answer.citations;
  const notes = notesOn(answer, translate).map((line) => note(line, reader));
  const said = (key: 'answer.closest' | 'answer.none'): string => {
    const missing = answer.missing.length > 0 ? ` ${renderMissing(answer.missing, reader)}` : '';
    return wrapped(`${styled('yellow', translate(key), screen)}${missing}`, screen, '  ');
  };
  if (first && (answer.outcome === 'answer' || answer.closest)) {
    const more = others.length > 0 && translate('answer.more', { citations: labels(others, reader) });
    const speaker = await renderSaid(first.passage, first.sentence, library, reader);
    const passage = renderPassage(first.passage, reader, first.sentence, speaker);
    return blocks(answer.closest && said('answer.closest'), passage, ...notes, more && note(more, reader));
  }
  const related = answer.citations.slice(0, mostRelated).map(({ passage }) => renderPassage(passage, reader));
  return blocks(
    said('answer.none'),
    ...notes,
    related.length > 0 && wrapped(translate('answer.related'), screen, '  '),
    ...related,
  );
}

function exampleOf(translate: Translate): { example: string } {
  return { example: translate('example.ask') };
}

function renderMissing(words: readonly string[], { translate }: Reader): string {
  const values = { count: words.length, words: quotedWords(words, translate) };
  return repeated(translate('answer.missing', values));
}

function labels(ranked: readonly { passage: Passage }[], { translate }: Reader): string {
  return labelsOf(
    ranked.map(({ passage }) => passage),
    translate,
  );
}

/** A passage whole, a part of it prominent, and below it where it stands. */
export function renderPassage(passage: Passage, reader: Reader, prominent?: Span, said?: string): string {
  const { screen } = reader;
  const text = prominent ? withProminent(passage.text, prominent, screen) : harmless(passage.text);
  return [wrapped(text, screen, '  │ '), ...(said ? [said] : []), renderCitation(passage, reader)].join('\n');
}

/** A part of a passage, some words of it prominent, lines about it, and where it stands. */
export function renderExcerpt(
  passage: Passage,
  excerpt: Span,
  words: Span,
  reader: Reader,
  about: readonly string[],
): string {
  const text = passage.text.slice(excerpt.start, excerpt.end);
  const shown = wrapped(withProminent(text, words, reader.screen), reader.screen, '  │ ');
  return [shown, ...about, renderCitation(passage, reader)].join('\n');
}

/** Who said a part of a passage, in the source's own words; or that the paragraph does not say so. */
export async function renderSaid(
  passage: Passage,
  part: Span,
  library: Library,
  reader: Reader,
): Promise<string | undefined> {
  const { clause, resolved, quoted, isRead } = await library.said(passage, part);
  const parts = renderParts(passage, part, library, reader);
  if (!clause)
    return lines(quoted && note(reader.translate(isRead ? 'said.not' : 'said.unread'), reader), parts);
  return lines(note(clauseLine(clause, resolved, reader.translate), reader), parts);
}

/** A reporting clause, with the name that a pronoun in it stands for. */
export function clauseLine(clause: string, resolved: string | undefined, translate: Translate): string {
  if (resolved === undefined) return translate('said.by', { clause });
  return translate('said.byPronoun', { clause, resolved });
}

/** Where words of a joint statement are shown of which the sources have only parts, that this is so. */
function renderParts(
  passage: Passage,
  part: Span,
  { positions }: Library,
  reader: Reader,
): string | undefined {
  const joint = jointAt({ passage, ...part }, positions);
  const key = joint && onlyParts(joint);
  return key && note(reader.translate(key), reader);
}

function withProminent(text: string, { start, end }: Span, screen: Screen): string {
  return [
    harmless(text.slice(0, start)),
    styled('bold', harmless(text.slice(start, end)), screen),
    harmless(text.slice(end)),
  ].join('');
}

function renderCitation(passage: Passage, { screen, translate }: Reader): string {
  const label = styled('cyan', harmless(labelOf(passage)), screen);
  const { document } = passage;
  const status = statusOf(document, translate);
  const about = [provenanceOf(document, translate), ...(status === undefined ? [] : [status])].join(' · ');
  const provenance = styled('dim', harmless(about), screen);
  const link = addressOf(passage);
  const address = link === undefined ? '' : `\n${styled('dim', harmless(link), screen)}`;
  return wrapped(`${label} · ${provenance}${address}`, screen, '  ');
}

export async function renderQuotes(
  matches: readonly QuoteMatch[],
  words: string,
  library: Library,
  reader: Reader,
  speaker?: Speaker,
): Promise<string> {
  const { translate, screen } = reader;
  const shown = matches.slice(0, mostRelated);
  if (shown.length === 0) {
    const echo = quotedWords([words], translate);
    const none = repeated(
      speaker
        ? translate('quote.noneBy', { name: speaker.who.name, words: echo })
        : translate('quote.none', { words: echo }),
    );
    return blocks(wrapped(styled('yellow', none, screen), screen, '  '), readNote(speaker, reader));
  }
  const rest = matches.slice(mostRelated);
  const more =
    rest.length > 0 &&
    translate('quote.more', { count: rest.length, citations: labels(rest.slice(0, 10), reader) });
  return blocks(
    ...(await Promise.all(shown.map((match) => renderQuote(match, library, reader)))),
    more && note(more, reader),
    readNote(speaker, reader),
  );
}

/** That not all documents that hold the words were read for the speaker's. */
function readNote(speaker: Speaker | undefined, reader: Reader): string | undefined {
  if (!speaker || speaker.documents.read === speaker.documents.of) return undefined;
  return note(reader.translate('quote.read', { ...speaker.documents }), reader);
}

async function renderQuote(
  { passage, whole, quoted }: QuoteMatch,
  library: Library,
  reader: Reader,
): Promise<string> {
  const said = quoted
    ? await renderSaid(passage, whole, library, reader)
    : lines(
        note(reader.translate(hasUnreadMarks(passage.text) ? 'quote.unread' : 'quote.outside'), reader),
        renderParts(passage, whole, library, reader),
      );
  return renderPassage(passage, reader, whole, said);
}

export function renderCited(
  cited: Extract<Cited, { found: true }>,
  library: Library,
  reader: Reader,
): string {
  const neighbour = (passage: Passage | undefined): string | undefined =>
    passage && styled('dim', renderNeighbour(passage, reader), reader.screen);
  const { status } = cited.document;
  return blocks(
    status !== 'current' && note(reader.translate(`cite.${status}`), reader),
    neighbour(cited.before),
    ...cited.passages.map((passage) =>
      renderPassage(passage, reader, undefined, renderParts(passage, wholeOf(passage), library, reader)),
    ),
    neighbour(cited.after),
  );
}

function wholeOf({ text }: Passage): Span {
  return { start: 0, end: text.length };
}

/** A paragraph beside the one asked for, whole, with its number before it. */
function renderNeighbour(passage: Passage, { screen }: Reader): string {
  return wrapped(`¶${passage.paragraph}  ${harmless(passage.text)}`, screen, '    ');
}

/** The documents, a line or two each; `counts` of their paragraphs. */
export function renderSources(
  documents: readonly Document[],
  counts: readonly number[],
  reader: Reader,
): string {
  const { screen, translate } = reader;
  return blocks(
    ...documents.map((document, index) => {
      const count = translate('source.paragraphs', { count: counts[index] ?? 0 });
      const withdrawn = document.status === 'current' ? [] : [translate(`status.${document.status}`)];
      const about = [
        provenanceOf(document, translate),
        translate(`kind.${document.kind}`),
        count,
        ...withdrawn,
      ];
      const id = styled('cyan', harmless(document.id), screen);
      return wrapped(`${id}\n${harmless(about.join(' · '))}`, screen, '  ');
    }),
  );
}

/** One document whole: its data, then its paragraphs with their numbers. */
export function renderSource(document: Document, passages: readonly Passage[], reader: Reader): string {
  const { screen, translate } = reader;
  const rows = sourceRows(document, translate).map(([name, value]) =>
    wrapped(`${styled('dim', name, screen)}  ${harmless(value)}`, screen, '  '),
  );
  return blocks(
    wrapped(styled('bold', harmless(titleOf(document, translate)), screen), screen, '  '),
    rows.join('\n'),
    ...passages.map((passage) => renderNeighbour(passage, reader)),
  );
}

export function note(text: string, { screen }: Reader): string {
  return wrapped(styled('dim', harmless(text), screen), screen, '  ');
}

/** A sentence that repeats what somebody typed: no control of theirs turns it round. A source's own text keeps its own. */
export function repeated(sentence: string): string {
  return withoutBidirectional(harmless(sentence));
}

/** Lines that there are; undefined where there is none. */
function lines(...parts: (string | false | undefined)[]): string | undefined {
  const shown = parts.filter((part) => part !== false && part !== undefined && part !== '');
  return shown.length === 0 ? undefined : shown.join('\n');
}

/** Parts that there are, with a blank line between them. */
export function blocks(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join('\n\n');
}

/** A refusal, for people. */
export function renderProblem(error: UserError, { screen, translate }: Reader): string {
  const { key, values } = error.told;
  return wrapped(styled('yellow', repeated(translate(key, values)), screen), screen, '  ');
}
