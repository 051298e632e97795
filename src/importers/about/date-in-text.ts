// What stands above a text, the same for all formats: lines of place and date are no paragraphs, and tell its date where
// neither the file nor its page does.
import { inEnglish, type Message, type MessageKey } from '../../messages/messages.ts';
import type { Block, Metadata } from '../imported.ts';
import {
  type Dateline,
  dateLineOf,
  footDateOf,
  leadDateOf,
  longestLine,
  oneLine,
  titleDateOf,
} from './dateline.ts';
import { kindInTitle, withoutKind } from './title-kind.ts';

/** Only so many paragraphs are the top of a text. */
const top = 3;
/** A line above a text, which is no part of what it says. */
const isLine = (text: string): boolean => text.length <= longestLine && !/[.!?…]["”’»)]*$/u.test(text);

export interface Topped {
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | undefined;
  /** The words that tell it. */
  readonly words: string;
  readonly notes: readonly Message[];
}

/** Takes lines of place and date from above a text, and tells the first date that its top gives. */
export function withoutDateline(given: readonly Block[], names: readonly string[] = []): Topped {
  const blocks = withoutNameBlock(given);
  const { lines, lead } = readTop(blocks, names);
  const taken = new Set(lines.map(({ block }) => block));
  const left = blocks.filter((block) => !taken.has(block));
  const first = lines[0] ?? lead;
  const told = { dateline: first?.dateline, words: first?.words ?? '' };
  // A file that holds a date alone has it as its text.
  if (!left.some(({ kind }) => kind === 'paragraph')) return { ...told, blocks, notes: [] };
  const notes = lines.map(({ words }): Message => ({ key: 'import.note.dateline', values: { words } }));
  return { ...told, blocks: left, notes };
}

/** Lines of a block with a name, a post, a place and a day; more of them are an address or a verse. */
const mostLines = 6;
const longestName = 60;

/** A block of name, post, place and day above a text becomes paragraphs of a line each, so that the last of them tell the day. */
function withoutNameBlock(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const block = blocks[at];
  const lines = block?.text.split('\n') ?? [];
  if (!block || block.kind === 'heading' || lines.length < 2 || lines.length > mostLines) return blocks;
  if (!lines.every((line) => line.length <= longestName && isLine(line) && !line.includes(':')))
    return blocks;
  // Place and day may be a line each.
  const told = (count: number): string | undefined => dateLineOf(lines.slice(-count).join(', '))?.place;
  const whole = dateLineOf(lines.at(-1) ?? '');
  const length = whole?.place !== undefined || (whole && told(2) === undefined) ? 1 : whole && 2;
  if (length === undefined || length === lines.length) return blocks;
  const parts = [...lines.slice(0, -length), lines.slice(-length).join('\n')];
  return blocks.toSpliced(at, 1, ...parts.map((text) => ({ ...block, text })));
}

interface Read {
  readonly block: Block;
  readonly dateline: Dateline;
  readonly words: string;
}

/** "Observer Mission · 5 November 2026": whose text it is, where the file says so as well, beside its day. */
function withoutName(line: string, names: readonly string[]): string {
  const name = names.find((each) => line.startsWith(each) || line.endsWith(each));
  if (name === undefined || line === name) return line;
  const rest = line.startsWith(name) ? line.slice(name.length) : line.slice(0, -name.length);
  return /^\s*[·•|–—,]\s|\s?[·•|–—,]\s*$/u.test(rest)
    ? rest.replace(/^[\s·•|–—,]+|[\s·•|–—,]+$/gu, '')
    : line;
}

function readTop(
  blocks: readonly Block[],
  names: readonly string[],
): { lines: readonly Read[]; lead: Read | undefined } {
  const lines: Read[] = [];
  for (const block of blocks.filter(({ kind }) => kind === 'paragraph').slice(0, top)) {
    const line = dateLineOf(withoutName(block.text.replaceAll('\n', ', '), names));
    if (line) lines.push({ block, dateline: line, words: oneLine(block.text) });
    else {
      const dateline = leadDateOf(block.text) ?? labelledDateOf(block.text);
      const words = /^.*?\d{4}/u.exec(oneLine(block.text.slice(0, longestLine)))?.[0] ?? '';
      if (dateline) return { lines, lead: { block, dateline, words } };
      if (!isLine(block.text)) break;
    }
  }
  return { lines, lead: undefined };
}

const labelled = /^\p{Lu}[\p{L} ’'-]{1,30}\s?:\s/u;

/** The day in a block of lines that say what each of them tells: "Held at: …", "Date: …". */
function labelledDateOf(text: string): Dateline | undefined {
  const lines = text.split('\n');
  if (lines.length < 2 || lines.length > mostLines || !lines.every((line) => labelled.test(line)))
    return undefined;
  return lines.map(dateLineOf).find((each) => each !== undefined);
}

/** The date that the text itself tells, where neither the file nor its page does: above it, in its title, or at its foot. */
export function publishedInText(
  { dateline, words, blocks }: Topped,
  { published, title }: Metadata,
): Metadata {
  if (published) return {};
  if (dateline) return concluded(dateline, 'import.because.dateAtTop', words);
  return { ...atFoot(blocks), ...inTitle(title?.told.value) };
}

function concluded({ date }: Dateline, key: MessageKey, words: string): Metadata {
  const because = inEnglish(key, { words });
  return { published: { told: { value: date, by: 'inferred', because }, where: 'import.found.text' } };
}

/** Notes, statements and readouts are called by their day; a title of another kind may name the day of what it is about. */
function inTitle(title: string | undefined): Metadata {
  if (title === undefined || kindInTitle(title) === undefined) return {};
  const date = titleDateOf(withoutKind(title));
  return date ? concluded(date, 'import.because.dateInTitle', title) : {};
}

/** So many paragraphs are the foot of a text: names and posts stand below place and date. */
const foot = 5;

function atFoot(blocks: readonly Block[]): Metadata {
  for (const { text } of blocks
    .filter(({ kind }) => kind === 'paragraph')
    .slice(1)
    .slice(-foot)
    .toReversed()) {
    const date = footDateOf(text.replaceAll('\n', ', '));
    if (date) return concluded(date, 'import.because.dateAtFoot', oneLine(text.slice(0, longestLine)));
  }
  return {};
}
