// Answers, quotations, citations and documents as text for a terminal.
import { addressOf } from '../../citing/address.ts';
import { whoSaid } from '../../citing/who-said.ts';
import { withoutBidirectional } from '../../common/controls.ts';
import type { SeveralError, UserError } from '../../common/errors.ts';
import { shown as shortened } from '../../common/validation.ts';
import type { Document } from '../../corpus/document.ts';
import { labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import { hasUnreadMarks, readQuotations } from '../../corpus/text/quotations.ts';
import type { Speaker } from '../../dialogue/named.ts';
import type { Cited, Library } from '../../library.ts';
import {
  labelsOf,
  noQuotation,
  provenanceOf,
  sourceRows,
  statusOf,
  titleOf,
} from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import { jointAt } from '../../positions/speech.ts';
import { onlyParts } from '../../positions/telling.ts';
import type { QuoteMatch } from '../../search/find-quote.ts';
import { harmless, type Screen, showsStyles, styled, wrapped } from '../style.ts';

/** What rendering needs: where it is shown, and in which language. */
export interface Reader {
  readonly screen: Screen;
  readonly translate: Translate;
}

/** So many are shown whole; the others are named. */
export const mostShown = 3;

export function labels(ranked: readonly { passage: Passage }[], { translate }: Reader): string {
  return labelsOf(
    ranked.map(({ passage }) => passage),
    translate,
  );
}

/** A passage whole, a part of it prominent, and below it where it stands. */
export function renderPassage(passage: Passage, reader: Reader, prominent?: Span, said?: string): string {
  const text = renderWords(passage.text, prominent, reader.screen);
  const isOpen = readQuotations(passage.text).at(-1)?.closed === false;
  const goesOn = isOpen ? note(reader.translate('said.goesOn'), reader) : undefined;
  return lines(text, goesOn, said, renderCitation(passage, reader)) ?? '';
}

const margin = '  │ ';
/** Where nothing can be bold the prominent part has lines of its own, with this before them; nothing is put into the source's words. */
const marginOfProminent = '  › ';

function renderWords(text: string, prominent: Span | undefined, screen: Screen): string {
  if (!prominent) return wrapped(harmless(text), screen, margin);
  if (showsStyles(screen)) return wrapped(withProminent(text, prominent, screen), screen, margin);
  const { start, end } = withMarksAround(text, prominent);
  return [
    [margin, text.slice(0, start)],
    [marginOfProminent, text.slice(start, end)],
    [margin, text.slice(end)],
  ]
    .map(([before = '', words = '']) => [before, words.trim()] as const)
    .filter(([, words]) => words !== '')
    .map(([before, words]) => wrapped(harmless(words), screen, before))
    .join('\n');
}

/** A quotation mark or a full stop has no line of its own. */
function withMarksAround(text: string, { start, end }: Span): Span {
  const [before = ''] = /[^\p{L}\p{N}\s]*$/u.exec(text.slice(0, start)) ?? [];
  const [behind = ''] = /^[^\p{L}\p{N}\s]*/u.exec(text.slice(end)) ?? [];
  return { start: start - before.length, end: end + behind.length };
}

/** A part of a passage, some words of it prominent, lines about it, and where it stands. */
export function renderExcerpt(
  passage: Passage,
  excerpt: Span,
  words: readonly Span[],
  reader: Reader,
  about: readonly string[],
): string {
  const { screen } = reader;
  const inside = words.map(({ start, end }) => ({ start: start - excerpt.start, end: end - excerpt.start }));
  const shown = withAllProminent(passage.text.slice(excerpt.start, excerpt.end), inside, screen);
  return [wrapped(shown, screen, margin), ...about, renderCitation(passage, reader)].join('\n');
}

/** A text with some parts of it prominent; they may lie over one another. */
function withAllProminent(text: string, parts: readonly Span[], screen: Screen): string {
  let at = 0;
  let shown = '';
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    shown += harmless(text.slice(at, from)) + styled('bold', harmless(text.slice(from, end)), screen);
    at = end;
  }
  return shown + harmless(text.slice(at));
}

/** Who said a part of a passage, in the source's own words; or that the paragraph does not say so. */
export async function renderSaid(
  passage: Passage,
  part: Span,
  library: Library,
  reader: Reader,
): Promise<string | undefined> {
  const told = whoSaid(await library.said(passage, part), passage, reader.translate);
  return lines(told && note(told, reader), renderParts(passage, part, library, reader));
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

function withProminent(text: string, part: Span, screen: Screen): string {
  return withAllProminent(text, [part], screen);
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

/** Whose words were looked for, and where. */
interface Asked {
  readonly speaker?: Speaker | undefined;
  readonly source?: Document | undefined;
}

export async function renderQuotes(
  matches: readonly QuoteMatch[],
  words: string,
  library: Library,
  reader: Reader,
  { speaker, source }: Asked = {},
): Promise<string> {
  const { translate, screen } = reader;
  const shown = matches.slice(0, mostShown);
  if (shown.length === 0) {
    const none = repeated(noQuotation(words, { by: speaker?.who.name, source }, translate));
    return blocks(wrapped(styled('yellow', none, screen), screen, '  '), readNote(speaker, reader));
  }
  const rest = matches.slice(mostShown);
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

/** That a name fits several, each with the number that means it. */
export function renderSeveral({ typed, names }: SeveralError, { screen, translate }: Reader): string {
  const head = wrapped(
    styled('yellow', repeated(translate('terminal.several', { typed: shortened(typed) })), screen),
    screen,
    '  ',
  );
  const rows = names.map(
    (name, index) => `${styled('cyan', String(index + 1).padStart(2), screen)}  ${repeated(name)}`,
  );
  return [head, ...rows.map((row) => wrapped(row, screen, '  '))].join('\n');
}

/** A refusal, for people. */
export function renderProblem(error: UserError, { screen, translate }: Reader): string {
  const { key, values } = error.told;
  return wrapped(styled('yellow', repeated(translate(key, values)), screen), screen, '  ');
}
