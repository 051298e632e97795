// What stands above a text, the same for all formats: lines of place and date are no paragraphs, and tell its date where
// neither the file nor its page does.
import { inEnglish, type Message } from '../messages/messages.ts';
import { type Dateline, dateLineOf, leadDateOf, longestLine, oneLine } from './dateline.ts';
import type { Block, Metadata } from './imported.ts';

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
export function withoutDateline(blocks: readonly Block[]): Topped {
  const { lines, lead } = readTop(blocks);
  const taken = new Set(lines.map(({ block }) => block));
  const left = blocks.filter((block) => !taken.has(block));
  const first = lines[0] ?? lead;
  const told = { dateline: first?.dateline, words: first?.words ?? '' };
  // A file that holds a date alone has it as its text.
  if (!left.some(({ kind }) => kind === 'paragraph')) return { ...told, blocks, notes: [] };
  const notes = lines.map(({ words }): Message => ({ key: 'import.note.dateline', values: { words } }));
  return { ...told, blocks: left, notes };
}

interface Read {
  readonly block: Block;
  readonly dateline: Dateline;
  readonly words: string;
}

function readTop(blocks: readonly Block[]): { lines: readonly Read[]; lead: Read | undefined } {
  const lines: Read[] = [];
  for (const block of blocks.filter(({ kind }) => kind === 'paragraph').slice(0, top)) {
    const line = dateLineOf(block.text.replaceAll('\n', ', '));
    if (line) lines.push({ block, dateline: line, words: oneLine(block.text) });
    else {
      const dateline = leadDateOf(block.text);
      const words = /^.*?\d{4}/u.exec(oneLine(block.text.slice(0, longestLine)))?.[0] ?? '';
      if (dateline) return { lines, lead: { block, dateline, words } };
      if (!isLine(block.text)) break;
    }
  }
  return { lines, lead: undefined };
}

/** The date that the top of a text tells, where neither the file nor its page does. */
export function publishedAtTop({ dateline: found, words }: Topped, { published }: Metadata): Metadata {
  if (published || !found) return {};
  const because = inEnglish('import.because.dateAtTop', { words });
  return { published: { told: { value: found.date, by: 'inferred', because }, where: 'import.found.text' } };
}
