// The pieces that messages are made of: texts, lines, passages with their citations, in Components V2.
import {
  type APIComponentInContainer,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Document } from '../corpus/document.ts';
import { labelOf, type Passage, type Span } from '../corpus/passages.ts';
import type { Library } from '../library.ts';
import { publishedOf, titleOf } from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Reply } from './command.ts';
import { cut, escaped, escapedWithin } from './markdown.ts';

/** Colours at the side of a message: an answer, and everything that is none. */
export const answered = 0x2d7dd2;
export const unanswered = 0x8a8f98;

/** A title may be as long as its publisher likes; in a citation line it is cut after so much. */
const longestTitle = 150;
/** A reporting clause too; the paragraph that holds it is shown above it. */
const longestClause = 200;

export function message(colour: number, components: APIComponentInContainer[]): Reply {
  return { components: [{ type: ComponentType.Container, accent_color: colour, components }] };
}

export const separator: APISeparatorComponent = { type: ComponentType.Separator };

export function text(content: string): APITextDisplayComponent {
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
  const prominent = `**${escaped(passage.slice(part.start, part.end))}**`;
  const head = escaped(passage.slice(0, part.start)) + prominent;
  const whole = head + escaped(passage.slice(part.end));
  if (whole.length <= room) return whole;
  if (head.length < room) {
    const kept = escapedWithin(passage.slice(part.end), room - head.length);
    return head + (kept === '' ? '' : kept);
  }
  const half = Math.floor(room / 2) - 8;
  const first = escapedWithin(passage.slice(part.start, part.end), half);
  return `**${first}**\n\n${escapedWithin(passage, half)}`;
}

/** Who said a part of a passage, in the source's own words; or that the paragraph does not say so. */
export function saidLine(
  passage: Passage,
  part: Span,
  library: Library,
  translate: Translate,
): string | undefined {
  const { clause, quoted } = library.said(passage, part);
  if (!clause) return quoted ? subtext(translate('said.not')) : undefined;
  const words = escapedWithin(
    passage.text.slice(clause.start, clause.end).replace(/\s+/gu, ' '),
    longestClause,
  );
  return subtext(translate('said.by', { clause: words }));
}

/** `european-leaders ¶5–7 · European Leaders Reaffirm Support for Ukraine · [16 August 2025]` */
export function citationLine(passages: readonly Passage[], translate: Translate): string {
  const first = passages[0];
  const last = passages.at(-1);
  if (!first || !last) return '';
  const range = first === last ? labelOf(first) : `${labelOf(first)}–${last.paragraph}`;
  const title = cut(titleOf(first.document, translate), longestTitle);
  const published = publishedOf(first.document, translate);
  return subtext(`**${escapedWithin(range, longestTitle)}** · ${escaped(title)} · ${escaped(published)}`);
}

/** A button that opens the document where it can be read, if it can. */
export function linkTo(document: Document, translate: Translate): APIComponentInContainer[] {
  if (document.url === undefined) return [];
  const label = translate('discord.openSource');
  const button = { type: ComponentType.Button, style: ButtonStyle.Link, label, url: document.url } as const;
  return [{ type: ComponentType.ActionRow, components: [button] }];
}
