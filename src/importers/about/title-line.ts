// The title of a text, the same for all formats: it stands above the paragraphs and is none of them. Where the file gives
// no title, a first line that looks like one is.
import { inEnglish } from '../../messages/messages.ts';
import { tidyLine } from '../characters/tidy.ts';
import type { Block, Format, Metadata } from '../imported.ts';

export interface Titled {
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  /** The line that was concluded to be the title. */
  readonly titleLine?: string;
}

/** Takes the title from above the text. Pages say their titles by themselves. */
export function titleOf(blocks: readonly Block[], given: Metadata, format: Format): Titled {
  const [first, ...others] = blocks;
  if (first === undefined || !others.some(({ kind }) => kind === 'paragraph'))
    return { blocks, metadata: {} };
  const line = tidyLine(first.text.replace(/\n/gu, ' '));
  if (given.title) {
    return { blocks: line === tidyLine(given.title.told.value) ? others : blocks, metadata: {} };
  }
  if (format === 'html' || first.kind === 'heading' || !isTitle(first.text)) return { blocks, metadata: {} };
  const because = inEnglish('import.because.firstLine');
  return {
    blocks: others,
    metadata: {
      title: { told: { value: line, by: 'inferred', because }, where: 'import.found.firstLine' },
    },
    titleLine: line,
  };
}

/** A headline fits two lines of a page; what is longer is a sentence. */
const longestTitle = 120;

/** "1.1 Scope", "§ 3", "Article 2": the first part of a text, not its name. */
const numbered = /^(?:[-*•–—]|\(?\d{1,3}[.)]|\d+(?:\.\d+)+\.?|\(?[a-z]\)|§)\s|^\p{L}+\s\d{1,3}$/u;
/** A button or a remark: "[Menu]". */
const inBrackets = /^[[(<{][^\])>}]*[\])>}]$/u;
/** A single word is what is left of something rather than a title, unless it is long: "Communiqué". */
const ofWords = /\p{L}{2}.*\s.*\p{L}{2}|\p{L}{8}/u;

/** One line without a full stop, of words; no row of a table and no item of a list. */
function isTitle(text: string): boolean {
  const title = tidyLine(text);
  return (
    !/[\n\t]/u.test(text) &&
    !/^\(?\d{1,3}\)?\s+\p{Ll}/u.test(title) &&
    title.length <= longestTitle &&
    !/[.:;,]$/u.test(title) &&
    !numbered.test(title) &&
    !inBrackets.test(title) &&
    ofWords.test(title)
  );
}
