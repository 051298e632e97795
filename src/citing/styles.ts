// A citation of a paragraph in the style that somebody writes in. Sources have no named authors here: where an
// institution publishes its own text it is the author, and a news piece begins with its title.
import type { Passage } from '../corpus/passages.ts';
import { labelOf } from '../corpus/passages.ts';
import { publishedOf, publisherOf, statusOf, titleOf } from '../messages/citations.ts';
import type { MessageKey, Translate } from '../messages/messages.ts';
import { addressOf } from './address.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { type Facts, factsOf } from './facts.ts';
import { mla } from './mla.ts';
import { escaped, markdownOf, type Part, plainOf } from './parts.ts';

export const styles = ['plain', 'markdown', 'apa', 'chicago', 'mla'] as const;
export type Style = (typeof styles)[number];

/** What a style gives: how the source is listed, and how a place in one's own text refers to it. */
export interface Written {
  readonly listed: readonly Part[];
  readonly inText: readonly Part[];
}

/** One thing to copy, with what it is for. */
export interface Copy {
  /** Its name: "Reference", "Note". */
  readonly name: MessageKey;
  readonly text: string;
  /** The same with the italics of the style, for where Markdown is read. */
  readonly markdown: string;
}

const manuals: Readonly<Record<Exclude<Style, 'plain' | 'markdown'>, (facts: Facts) => Written>> = {
  apa,
  chicago,
  mla,
};

/** A paragraph cited in a style: one line to copy, or two where the style lists a source and refers to it. */
export function citationIn(style: Style, passage: Passage, translate: Translate): readonly Copy[] {
  if (style === 'plain') {
    const text = plainLine(passage, translate);
    return [{ name: 'cite.line', text, markdown: markdownOf([text]) }];
  }
  if (style === 'markdown') {
    const text = markdownLine(passage, translate);
    return [{ name: 'cite.line', text, markdown: text }];
  }
  const { listed, inText } = manuals[style](factsOf(passage));
  return [copyOf(`cite.listed.${style}`, listed), copyOf(`cite.inText.${style}`, inText)];
}

function copyOf(name: MessageKey, parts: readonly Part[]): Copy {
  return { name, text: plainOf(parts), markdown: markdownOf(parts) };
}

/** `European Leaders Reaffirm … · [16 August 2025] · european-leaders ¶7 · https://…` */
function plainLine(passage: Passage, translate: Translate): string {
  const { document } = passage;
  const parts = [titleOf(document, translate), ...restOf(passage, translate), addressOf(passage)];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** The same with the title in italics, which leads to the address. */
function markdownLine(passage: Passage, translate: Translate): string {
  const { document } = passage;
  const title = `*${escaped(titleOf(document, translate))}*`;
  const url = addressOf(passage);
  const linked = url === undefined ? title : `[${title}](<${url}>)`;
  const rest = restOf(passage, translate).filter((part) => part !== undefined);
  return [linked, ...rest.map(escaped)].join(' · ');
}

function restOf(passage: Passage, translate: Translate): readonly (string | undefined)[] {
  const { document } = passage;
  return [
    publisherOf(document, translate),
    publishedOf(document, translate),
    statusOf(document, translate),
    labelOf(passage),
  ];
}
