// Words of several passages in one message, each under a label that says what it is: as many as there is room for.
import { labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import { labelsOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Reply } from '../command.ts';
import { listControls } from '../reading/buttons.ts';
import { escapedWithin, lineWithin, marked, writtenWithin } from './markdown.ts';
import {
  answered,
  lines,
  message,
  type Part,
  passageText,
  roomBeside,
  separator,
  subtext,
  text,
} from './pieces.ts';

/** With more in one message each would be a few words. */
const mostItems = 9;
/** So much of an item's own words is shown at least; what leaves less room to all is named by its citation alone. */
const leastWords = 160;
/** Names in a label are an operator's: as long as they like. */
const longestLabel = 300;
const longestLabels = 300;
/** What did not fit, by its label and citation. */
const longestMore = 500;
/** A line that counts what is left out, and the ends of lines. */
const slack = 80;

/** Words of a passage to show, with the line above them and the lines below. */
export interface Block {
  readonly passage: Passage;
  readonly excerpt: Span;
  readonly words: Span;
  /** What is prominent, where that is not all of them: the words that are quoted. */
  readonly prominent?: readonly Span[];
  /** What kind of thing it is, and whose; it stands above the words. */
  readonly name: string;
  readonly below: readonly (string | undefined)[];
}

interface Around {
  readonly above: readonly (string | false | undefined)[];
  readonly below: readonly (string | false | undefined)[];
  readonly translate: Translate;
}

/** Blocks under their labels, as many as there is room for; the others by their labels and citations. */
export function labelled(all: readonly Block[], { above, below, translate }: Around): Reply {
  const head = text(lines(...above));
  const foot = lines(...below);
  const blocks = all.map((block, index) => withoutRepeat(block, all.slice(0, index)));
  const count = countThatFits(blocks, roomBeside([head, text(foot)]) - longestMore - slack);
  const shown = blocks.slice(0, count);
  const left = blocks.slice(count);
  return message(answered, [
    head,
    ...shown.flatMap((block, index) => blockParts(block, shown[index - 1], shown[index + 1])),
    ...(left.length > 0 || foot !== '' ? [separator] : []),
    text(lines(left.length > 0 && moreLine(left, translate), foot)),
    ...listControls(
      all.map(({ passage, words }) => ({ passage, part: words })),
      translate,
    ),
  ]);
}

/** Of a sentence that was shown before, the words alone. */
function withoutRepeat(block: Block, before: readonly Block[]): Block {
  const isShown = before.some(
    ({ passage, excerpt }) =>
      passage === block.passage && excerpt.start <= block.excerpt.start && block.excerpt.end <= excerpt.end,
  );
  return isShown ? { ...block, excerpt: block.words } : block;
}

function moreLine(left: readonly Block[], translate: Translate): string {
  const each = left.map(({ name, passage }) => `${name} (${labelOf(passage)})`);
  return subtext(
    translate('position.more', { citations: lineWithin([...new Set(each)].join('; '), longestMore) }),
  );
}

function countThatFits(blocks: readonly Block[], room: number): number {
  let used = 0;
  for (const [index, { name, below, excerpt }] of blocks.entries()) {
    const words = Math.min(leastWords, excerpt.end - excerpt.start);
    used += labelOfBlock(name).length + lines(...below).length + words;
    if (index === mostItems || (used > room && index > 0)) return index;
  }
  return blocks.length;
}

/** A label stands once above all blocks that share it, and what is told of a paragraph once below all words of it. */
function blockParts(block: Block, before: Block | undefined, next: Block | undefined): Part[] {
  const isNew = block.name !== before?.name;
  const goesOn = before?.passage === block.passage;
  const follows = next?.passage === block.passage ? next : undefined;
  const told = new Set(follows?.below);
  const below = lines(...block.below.filter((line) => !told.has(line)));
  const isSame = follows?.words.start === block.words.start && follows.words.end === block.words.end;
  return [
    ...(isNew && !goesOn ? [separator] : []),
    ...(isNew ? [text(labelOfBlock(block.name))] : []),
    ...(isSame ? [] : [{ written: (room: number) => excerptText(block, room) }]),
    ...(below === '' ? [] : [text(below)]),
  ];
}

function labelOfBlock(name: string): string {
  return `**${lineWithin(name, longestLabel)}**`;
}

function excerptText({ passage, excerpt, words, prominent }: Block, room: number): string {
  if (prominent) {
    const spans = prominent.map(({ start, end }) => ({
      start: Math.max(0, start - excerpt.start),
      end: end - excerpt.start,
    }));
    const shown = passage.text.slice(excerpt.start, excerpt.end);
    return writtenWithin(shown, room, (some) => marked(some, spans, '**'));
  }
  // Words that are shown alone stand out from nothing.
  if (words.start === excerpt.start && words.end === excerpt.end)
    return escapedWithin(passage.text.slice(words.start, words.end), room);
  const part = { start: words.start - excerpt.start, end: words.end - excerpt.start };
  return passageText(passage.text.slice(excerpt.start, excerpt.end), part, room);
}

/** `european-leaders ¶5, european-leaders ¶6`, each once. */
export function labelsWithin(passages: readonly Passage[], translate: Translate): string {
  const once = [...new Set(passages)].slice(0, longestLabels);
  return lineWithin(labelsOf(once, translate), longestLabels);
}
