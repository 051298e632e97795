// A source pack: one Markdown file of citations that belong together, each with its words letter for letter, and a list
// of the sources at the end.

import { oneLine } from '../common/controls.ts';
import { cut } from '../common/cut.ts';
import { hashOf } from '../corpus/passages.ts';
import type { Translate } from '../messages/messages.ts';
import { escaped } from './parts.ts';
import { type Quoted, type QuotedTexts, quotedTexts } from './quoted.ts';
import { citationIn, type Style } from './styles.ts';

export interface SourcePack {
  /** What the pack is of, as somebody may have typed it: shown on one line, at most 200 characters. */
  readonly heading: string;
  /** In the order in which they are to stand. */
  readonly citations: readonly Quoted[];
  /** The style of the list of sources. */
  readonly style: Style;
}

/** A Markdown file in UTF-8. Throws a RangeError where words are not of the passage that is to show them. */
export function sourcePack({ heading, citations, style }: SourcePack, translate: Translate): Uint8Array {
  const sections = citations.map((quoted, index) =>
    sectionOf(quotedTexts(quoted, translate), `${index + 1}`, hashOf(quoted.passage), translate),
  );
  const sources = [...new Set(citations.flatMap(({ passage }) => listedIn(style, passage, translate)))];
  const text = [
    `# ${escaped(cut(oneLine(heading).trim(), 200))}`,
    translate('pack.about', { count: citations.length }),
    ...sections,
    `## ${translate('pack.sources')}`,
    sources
      .toSorted(new Intl.Collator(translate.locale).compare)
      .map((source) => `- ${source}`)
      .join('\n'),
  ].join('\n\n');
  return new TextEncoder().encode(`${text}\n`);
}

function sectionOf(texts: QuotedTexts, number: string, hash: string, translate: Translate): string {
  const { label, mark, markName, words, speaker, clause, title, publisher, published, status } = texts;
  const who = [speaker, clause && translate('said.clause', { clause })].filter((part) => part !== undefined);
  const where = [title, publisher, published, status].filter((part) => part !== undefined);
  return [
    `## ${number}. ${escaped(label)}`,
    quoteOf(words),
    `${escaped(markName)}${mark === 'article' || who.length === 0 ? '' : ` · ${who.map(escaped).join(' · ')}`}`,
    `${where.map(escaped).join(' · ')} · \`${hash}\``,
  ].join('\n\n');
}

/** A block of quotation; each line end of the source stays one. */
function quoteOf(words: string): string {
  return words
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('  \n');
}

/** The line of a source in the list: without the paragraph, where the style has such a line. */
function listedIn(style: Style, passage: Quoted['passage'], translate: Translate): string[] {
  const [listed] = citationIn(style, passage, translate);
  return listed ? [listed.markdown] : [];
}
