// The pieces that messages are made of: texts, lines, passages with their citations, in Components V2.
import {
  type APIComponentInContainer,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { addressOf } from '../../citing/address.ts';
import { clauseTold, whoSaid } from '../../citing/who-said.ts';
import type { Document } from '../../corpus/document.ts';
import { labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import { readQuotations } from '../../corpus/text/quotations.ts';
import type { Speaker } from '../../dialogue/named.ts';
import type { Library, Said } from '../../library.ts';
import { publishedOf, statusOf, titleOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import { jointAt } from '../../positions/speech.ts';
import { onlyParts } from '../../positions/telling.ts';
import type { Reply } from '../command.ts';
import { escaped, lineWithin, writtenWithin } from './markdown.ts';

/** Colours at the side of a message: an answer, and everything that is none. */
export const answered = 0x2d7dd2;
export const unanswered = 0x8a8f98;

/** Discord's limit for all texts of a message together, less the line that says who shared it. */
const longestMessage = 4_000 - 100;

/**
 * What others made as long as they liked is cut in a line of ours, after escaping: a citation line then takes at most
 * 450 characters, and three of them leave more than half of a message to the passages.
 */
export const longestTitle = 150;
export const longestId = 120;
export const longestClause = 200;

/** A passage, or a part of one: it is written into the room that the rest of the message leaves. */
export interface Flexible {
  readonly written: (room: number) => string;
}

export type Part = APIComponentInContainer | Flexible;

/** A message whose texts are together no longer than Discord allows: our own lines as they are, passages in what is left. */
export function message(colour: number, parts: readonly Part[]): Reply {
  const rooms = roomsFor(parts);
  const components = parts
    .map(
      (part): APIComponentInContainer =>
        'written' in part ? text(part.written(rooms.get(part) ?? 0)) : part,
    )
    .filter((part) => part.type !== ComponentType.TextDisplay || part.content.trim() !== '');
  const container = { type: ComponentType.Container, accent_color: colour } as const;
  return { components: [{ ...container, components: fewEnough(components) }] };
}

/** Discord's limit for all components of a message, less the container and the line that says who shared it. */
const mostComponents = 40 - 2;

/** Texts that follow one another become one, the last first, until there are no more components than Discord takes. */
function fewEnough(components: APIComponentInContainer[]): APIComponentInContainer[] {
  if (components.reduce((sum, each) => sum + countOf(each), 0) <= mostComponents) return components;
  const at = components.findLastIndex((each, index) => isText(each) && isText(components[index - 1]));
  const [above, below] = [components[at - 1], components[at]];
  if (!isText(above) || !isText(below)) return components;
  const joined = text(`${above.content}\n${below.content}`);
  return fewEnough([...components.slice(0, at - 1), joined, ...components.slice(at + 1)]);
}

function isText(component: APIComponentInContainer | undefined): component is APITextDisplayComponent {
  return component?.type === ComponentType.TextDisplay;
}

/** With those inside it. */
function countOf(component: APIComponentInContainer): number {
  const inside = 'components' in component ? component.components.length : 0;
  return 1 + inside + (component.type === ComponentType.Section ? 1 : 0);
}

/** How many characters are left beside these parts. */
export function roomBeside(parts: readonly Part[]): number {
  return parts.reduce((room, part) => room - lengthOf(part), longestMessage);
}

function lengthOf(part: Part): number {
  if ('written' in part) return 0;
  if (part.type === ComponentType.TextDisplay) return part.content.length;
  if (part.type !== ComponentType.Section) return 0;
  return part.components.reduce((sum, { content }) => sum + content.length, 0);
}

/** Each passage gets its share of what is left; what one does not need goes to the others. */
function roomsFor(parts: readonly Part[]): Map<Part, number> {
  let room = roomBeside(parts);
  const whole = parts
    .flatMap((part) => ('written' in part ? [{ part, length: part.written(room).length }] : []))
    .sort((a, b) => a.length - b.length);
  return new Map(
    whole.map(({ part, length }, index) => {
      const given = Math.min(length, Math.floor(room / (whole.length - index)));
      room -= given;
      return [part, given];
    }),
  );
}

export const separator: APISeparatorComponent = { type: ComponentType.Separator };

export function text(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

/** Parts that there are, a line each. */
export function lines(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join('\n');
}

/** Small print; every line of it needs the mark. */
export function subtext(content: string): string {
  return content.replace(/^/gm, '-# ');
}

/**
 * A passage with one part prominent, in at most `room` characters. What does not fit is cut once, at the end, and marked;
 * where the part itself would fall behind the cut it is shown first, and below it the passage from its beginning.
 */
export function passageText(passage: string, part: Span, room: number): string {
  const prominent = passage.slice(part.start, part.end);
  const head = escaped(passage.slice(0, part.start)) + bold(prominent);
  const rest = passage.slice(part.end);
  if (head.length < room || (head.length === room && rest === '')) {
    return writtenWithin(rest, room, (shown) => head + escaped(shown));
  }
  // At the very beginning there is nothing before it to show: the part itself is what is cut.
  if (part.start === 0) return writtenWithin(prominent, Math.min(room, head.length - 1), bold);
  // Half for the part and half for the passage; what a short part leaves goes to the passage.
  const first = writtenWithin(prominent, Math.floor(room / 2), bold);
  return writtenWithin(passage, room, (shown) => `${first}\n\n${escaped(shown)}`);
}

function bold(shown: string): string {
  return `**${escaped(shown)}**`;
}

/** Who said a part of a passage, in the source's own words; or that the paragraph does not say so. */
export function saidLine(
  said: Said,
  passage: Pick<Passage, 'text'>,
  translate: Translate,
): string | undefined {
  const told = whoSaid(said, passage, translate, (words) => lineWithin(words, longestClause));
  return told && subtext(told);
}

/** A reporting clause in the source's own words; whom a pronoun in it stands for is in brackets. */
export function clauseLine(clause: string, resolved: string | undefined, translate: Translate): string {
  return subtext(clauseTold(clause, resolved, translate, (words) => lineWithin(words, longestClause)));
}

/** That a quotation is not closed here, since it goes on: nothing was cut. */
export function goesOnLine({ text: words }: Passage, translate: Translate): string | undefined {
  const last = readQuotations(words).at(-1);
  return last && !last.closed ? subtext(translate('said.goesOn')) : undefined;
}

/** Where words of a joint statement are shown of which the sources have only parts, that this is so. */
export function partsLine(
  passage: Passage,
  part: Span,
  { positions }: Library,
  translate: Translate,
): string | undefined {
  const joint = jointAt({ passage, ...part }, positions);
  const note = joint && onlyParts(joint);
  return note && subtext(translate(note));
}

/** What is said of passages that hold parts of a joint statement. */
export function partsOf(
  passages: readonly Passage[],
  library: Library,
  translate: Translate,
): string | undefined {
  const notes = passages.flatMap(
    (passage) => partsLine(passage, { start: 0, end: passage.text.length }, library, translate) ?? [],
  );
  return notes[0];
}

/** That not all documents that hold the words were read for the speaker's. */
export function readLine(speaker: Speaker | undefined, translate: Translate): string | undefined {
  if (!speaker || speaker.documents.read === speaker.documents.of) return undefined;
  return subtext(translate('quote.read', { ...speaker.documents }));
}

/** `european-leaders ¶5–7 · European Leaders Reaffirm Support for Ukraine · [16 August 2025]`, and what became of it. */
export function citationLine(passages: readonly Passage[], translate: Translate): string {
  const first = passages[0];
  const last = passages.at(-1);
  if (!first || !last) return '';
  const { document } = first;
  const to = first === last ? '' : `–${last.paragraph}`;
  const told = [
    `**${labelWithin(first)}${to}**`,
    lineWithin(titleOf(document, translate), longestTitle),
    escaped(publishedOf(document, translate)),
    statusOf(document, translate),
  ];
  return subtext(told.filter((part) => part !== undefined).join(' · '));
}

/** A passage's label, escaped, of which the paragraph's number is never cut. */
export function labelWithin(passage: Passage): string {
  const label = labelOf(passage);
  const number = /\s*¶\d+$/u.exec(label)?.[0] ?? '';
  return lineWithin(label.slice(0, label.length - number.length), longestId) + number;
}

/** A button that opens the document where it can be read, at the passage, if it can. */
export function linkTo(passage: Passage | undefined, translate: Translate): APIComponentInContainer[] {
  return passage ? linkWith(addressOf(passage), translate) : [];
}

/** The same without a passage to go to. */
export function linkToDocument({ url }: Document, translate: Translate): APIComponentInContainer[] {
  return linkWith(url, translate);
}

function linkWith(url: string | undefined, translate: Translate): APIComponentInContainer[] {
  if (url === undefined) return [];
  const label = translate('discord.openSource');
  const button = { type: ComponentType.Button, style: ButtonStyle.Link, label, url } as const;
  return [{ type: ComponentType.ActionRow, components: [button] }];
}

/** What parts rows from one another: a blank line, or the marks around a word and the comma between. */
const betweenRows = 4;

/** The rows that fit into so many characters, from the first on, and how many are left. */
export function thatFit(rows: readonly string[], room: number): { shown: string[]; left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const row of rows) {
    used += row.length + betweenRows;
    if (used > room) break;
    shown.push(row);
  }
  return { shown, left: rows.length - shown.length };
}
