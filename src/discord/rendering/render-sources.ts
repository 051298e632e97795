// Paragraphs as they stand, and the list of documents, as messages in Components V2. What a source says is escaped on its way in.
import type { Document } from '../../corpus/document.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Cited, Library } from '../../library.ts';
import { publishedOf, sourceRows, titleOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import { isOwn } from '../../sources/version.ts';
import type { App, Reply } from '../command.ts';
import { controlsFor, listControls } from '../reading/buttons.ts';
import { wholeOf } from '../reading/refs.ts';
import { escaped, lineWithin, writtenWithin } from './markdown.ts';
import {
  answered,
  citationLine,
  type Flexible,
  labelWithin,
  lines,
  linkTo,
  linkToDocument,
  longestId,
  longestTitle,
  message,
  type Part,
  partsOf,
  roomBeside,
  separator,
  subtext,
  text,
  thatFit,
} from './pieces.ts';

/** More paragraphs in one reply would be a few words each. */
const mostParagraphs = 6;
/** A field of a document, in its list of fields: at most eleven of them leave a third of a message to its paragraphs. */
const longestField = 200;
/** In a list of paragraphs, so much of each is enough to recognise it. */
const longestBeginning = 160;
/** Numbers in our own lines may take more characters, and plural forms too, than those the room was counted with. */
const slack = 60;

/** Paragraphs with their neighbours, which stand in small print. */
export function renderCited(
  cited: Extract<Cited, { found: true }>,
  { library, translate }: App,
  more: readonly Part[] = [],
): Reply {
  const { before, after, document, passages } = cited;
  const shown = passages.slice(0, mostParagraphs);
  const [next] = passages.slice(mostParagraphs);
  const rest = next && restLine(next, passages.length - shown.length, translate);
  // The buttons lead to passages of the library: an older version of a server's own document is not in it.
  const newest = library.documents.includes(document);
  return message(answered, [
    ...(document.status === 'current'
      ? []
      : [text(`**${translate(`cite.${document.status}`)}**`), separator]),
    ...(before ? [neighbour(before), separator] : []),
    ...shown.map((passage): Part => ({ written: (room) => numbered(passage, room) })),
    ...(rest ? [text(rest)] : []),
    ...(after && !rest ? [separator, neighbour(after)] : []),
    separator,
    text(lines(partsOf(shown, library, translate), citationLine(shown, translate))),
    ...more,
    ...(newest ? controlsFor(passages.map(wholeOf), translate) : []),
    ...linkTo(passages[0], translate),
  ]);
}

function numbered({ paragraph, text: passage }: Passage, room: number): string {
  return writtenWithin(passage, room, (shown) => `**¶${paragraph}**  ${escaped(shown)}`);
}

function neighbour({ paragraph, text: passage }: Passage): Flexible {
  const write = (shown: string): string => subtext(`¶${paragraph}  ${escaped(shown)}`);
  return { written: (room) => writtenWithin(passage, room, write) };
}

function restLine(next: Passage, count: number, translate: Translate): string {
  return subtext(translate('citation.rest', { count, citation: labelWithin(next) }));
}

/** The documents, as many as fit, and how to get at the others. */
export async function renderSources(library: Library, translate: Translate): Promise<Reply> {
  const documents = library.documents.filter((each) => !(isOwn(each) && each.erased !== undefined));
  const passages = await Promise.all(documents.map((document) => library.passagesOf(document)));
  const rows = documents.map((document, index) => {
    const count = translate('source.paragraphs', { count: passages[index]?.length ?? 0 });
    const about = [
      lineWithin(titleOf(document, translate), longestTitle),
      escaped(publishedOf(document, translate)),
      translate(`kind.${document.kind}`),
      count,
      ...(document.status === 'current' ? [] : [translate(`status.${document.status}`)]),
    ];
    return `**${lineWithin(document.id, longestId)}**\n${about.join(' · ')}`;
  });
  const more = (left: number) => text(subtext(translate('source.more', { count: left })));
  const hint = text(subtext(translate('source.hint')));
  const { shown, left } = thatFit(rows, roomBeside([more(rows.length), hint]) - slack);
  return message(answered, [
    text(shown.join('\n\n')),
    separator,
    ...(left > 0 ? [more(left)] : []),
    hint,
    ...listControls([], translate),
  ]);
}

/** One document: its data, and its paragraphs by their numbers, each cut at the end where it is long. */
export function renderSource(document: Document, passages: readonly Passage[], translate: Translate): Reply {
  const title = text(`**${lineWithin(titleOf(document, translate), longestField)}**`);
  const fields = sourceRows(document, translate).map(
    ([name, value]) => `${name}: ${lineWithin(value, longestField)}`,
  );
  const data = text(fields.map(subtext).join('\n'));
  const rows = passages.map((passage) => numbered(passage, longestBeginning));
  const rest = (next: Passage, left: number) => text(restLine(next, left, translate));
  const longestRest = passages.slice(-1).map((last) => rest(last, passages.length));
  const { shown, left } = thatFit(rows, roomBeside([title, data, ...longestRest]) - slack);
  const next = passages[shown.length];
  return message(answered, [
    title,
    data,
    separator,
    text(shown.join('\n')),
    ...(next && left > 0 ? [rest(next, left)] : []),
    ...listControls(passages.map(wholeOf), translate),
    ...linkToDocument(document, translate),
  ]);
}
