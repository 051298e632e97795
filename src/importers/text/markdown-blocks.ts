// Markdown becomes what its reader sees: paragraphs without marks, lists item by item with their numbers, rows of tables,
// footnotes after the paragraph that they stand in.
import createParser, { type MarkdownIt, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Message } from '../../messages/messages.ts';
import { parsePage } from '../html/dom.ts';
import { blocksBelow } from '../html/dom-blocks.ts';
import type { Block } from '../imported.ts';
import { type Counts, InlineText } from './markdown-inline.ts';
import { joinedLines } from './plain-text.ts';

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
}

let parser: MarkdownIt | undefined;

/** Footnotes stay where they are defined: the plug-in would put them at the end, and leave out those without a mark. */
function parserOf(): MarkdownIt {
  const made = createParser({ html: true }).use(footnotes);
  made.core.ruler.disable('footnote_tail');
  return made;
}

export function markdownBlocks(text: string): ReadBlocks {
  parser ??= parserOf();
  const env = {};
  const walk = new Walk(parser.parse(text, env), env);
  walk.all();
  return { blocks: walk.blocks, ...remarksOn(walk.counts) };
}

function remarksOn({ noteMarks, pictures, tables, struck }: Counts): Omit<ReadBlocks, 'blocks'> {
  const counted = (key: Message['key'], count: number): Message[] =>
    count > 0 ? [{ key, values: { count } }] : [];
  return {
    notes: [...counted('import.note.noteMarks', noteMarks), ...counted('import.note.pictures', pictures)],
    warnings: [...counted('import.warning.tablesRead', tables), ...counted('import.warning.struck', struck)],
  };
}

/** The list that items belong to. */
interface List {
  readonly isOrdered: boolean;
  /** The number of the next item. */
  next: number;
  /** Whether the numbers are as they were written; where they do not rise, the list counts by itself. */
  readonly isWritten: boolean;
}

class Walk {
  readonly blocks: Block[] = [];
  readonly counts: Counts = { noteMarks: 0, pictures: 0, tables: 0, struck: 0 };
  readonly #tokens: readonly Token[];
  readonly #notes: Map<string, readonly Token[]>;
  readonly #inline: InlineText;
  readonly #lists: List[] = [];
  /** The number of an item that has no text yet. */
  #number = '';
  #heading: number | undefined;
  #cells: string[] | undefined;

  constructor(tokens: readonly Token[], env: object) {
    const { others, notes } = withoutNotes(tokens);
    this.#tokens = others;
    this.#notes = notes;
    this.#inline = new InlineText(this.counts, env);
  }

  all(): void {
    this.#each(this.#tokens);
    // What no mark leads to is text as well.
    for (const label of this.#notes.keys()) this.#note(label);
  }

  #each(tokens: readonly Token[]): void {
    for (const [index, token] of tokens.entries()) this.#token(token, tokens, index);
  }

  #token(token: Token, tokens: readonly Token[], index: number): void {
    const { type } = token;
    if (type === 'inline') this.#text(token.children ?? []);
    else if (type === 'fence' || type === 'code_block') this.#paragraph(token.content);
    else if (type === 'html_block') this.#html(token.content);
    else if (type === 'heading_open') this.#heading = Number(token.tag.slice(1));
    else if (type === 'heading_close') this.#heading = undefined;
    else if (/^(?:bullet|ordered)_list_/u.test(type)) this.#list(token, tokens, index);
    else if (type === 'list_item_open') this.#item(token);
    else this.#table(token);
  }

  #text(children: readonly Token[]): void {
    const { text, notes } = this.#inline.of(children);
    if (this.#cells) this.#cells.push(text.replace(/\s+/gu, ' '));
    else if (this.#heading !== undefined)
      this.#put({ kind: 'heading', level: this.#heading, text: oneLine(text) });
    else for (const each of joinedLines(this.#asTask(text).split('\n'))) this.#paragraph(each);
    for (const note of notes) {
      if (typeof note === 'string') this.#note(note);
      else this.#text(note);
    }
  }

  /** "[ ]" and "[x]" are boxes: whether somebody ticked one is part of what a reader sees. */
  #asTask(text: string): string {
    if (this.#lists.length === 0) return text;
    return text.replace(/^\[([ xX])\]\s+/u, (_, mark: string) => (mark === ' ' ? '☐ ' : '☑ '));
  }

  #paragraph(text: string): void {
    if (text.trim() !== '') this.#put({ kind: 'paragraph', text });
  }

  #put(block: Block): void {
    this.blocks.push(this.#number === '' ? block : { ...block, text: `${this.#number} ${block.text}` });
    this.#number = '';
  }

  #list(token: Token, tokens: readonly Token[], index: number): void {
    this.#number = '';
    if (token.nesting < 0) this.#lists.pop();
    else this.#lists.push(listAt(token, tokens, index));
  }

  #item(token: Token): void {
    const list = this.#lists.at(-1);
    if (!list?.isOrdered) return;
    const number = list.isWritten ? token.info : list.next;
    list.next += 1;
    this.#number = `${number}${token.markup}`;
  }

  #table({ type }: Token): void {
    if (type === 'table_open') this.counts.tables += 1;
    else if (type === 'tr_open') this.#cells = [];
    else if (type === 'tr_close') {
      const row = this.#cells?.join('\t') ?? '';
      this.#cells = undefined;
      this.#paragraph(row);
    }
  }

  #note(label: string): void {
    const tokens = this.#notes.get(label);
    this.#notes.delete(label);
    if (!tokens) return;
    // A note under an item of a list is no item.
    const lists = this.#lists.splice(0);
    this.#each(tokens);
    this.#lists.push(...lists);
  }

  #html(html: string): void {
    const root = parsePage(html).body;
    if (!root) return;
    const skip = ({ localName }: { localName: string }): boolean => {
      if (/^(?:s|del|strike)$/u.test(localName)) this.counts.struck += 1;
      return /^(?:s|del|strike|script|style|template)$/u.test(localName);
    };
    const noteMark = (): void => {
      this.counts.noteMarks += 1;
    };
    for (const { block } of blocksBelow(root, { skip, noteMark })) this.#put(block);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function listAt(open: Token, tokens: readonly Token[], index: number): List {
  const isOrdered = open.type.startsWith('ordered');
  const close = tokens.findIndex(
    (token, at) => at > index && token.nesting < 0 && token.level === open.level,
  );
  const numbers = tokens
    .slice(index, close)
    .filter(({ type, level }) => type === 'list_item_open' && level === open.level + 1)
    .map(({ info }) => Number(info));
  const isWritten = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  return { isOrdered, next: numbers[0] ?? 1, isWritten };
}

/** The footnotes by their labels, and everything else. */
function withoutNotes(tokens: readonly Token[]): {
  readonly others: Token[];
  readonly notes: Map<string, readonly Token[]>;
} {
  const others: Token[] = [];
  const notes = new Map<string, Token[]>();
  let note: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      note = [];
      notes.set(String(token.meta?.['label']), note);
    } else if (token.type === 'footnote_reference_close') note = undefined;
    else (note ?? others).push(token);
  }
  return { others, notes };
}
