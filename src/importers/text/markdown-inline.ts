// The words of a line of Markdown: emphasis, links and code are marks and no words; struck words are withdrawn ones.
import type { Token } from 'markdown-it';
import { z } from 'zod';

/** What was left out on the way. */
export interface Counts {
  noteMarks: number;
  pictures: number;
  tables: number;
  struck: number;
}

/** A text, with the footnotes that its marks lead to: by label, or as they stand in the sentence itself. */
export interface Inline {
  readonly text: string;
  readonly notes: readonly (string | readonly Token[])[];
}

/** Tags that browsers know inside of a line; anything else in angle brackets are words, such as "<inaudible>". */
const tags =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|ruby|rb|rp|rt|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|p|div)\b[^>]*>$/iu;
const opensStruck = /^<(?:s|del|strike)\b[^>]*>$/iu;
const closesStruck = /^<\/(?:s|del|strike)\s*>$/iu;

/** A mark that leads to no footnote of this text. */
const strayMark = /\[\^[^\]\s]{1,40}\]/gu;

/** Stands where something was left out; no text has it. */
const leftOut = '\0';

const token = z.custom<Token>((value) => typeof value === 'object' && value !== null);
const note = z.object({ tokens: z.array(token).optional() });
const envSchema = z.object({ footnotes: z.object({ list: z.array(note) }).optional() });

export class InlineText {
  readonly #counts: Counts;
  readonly #env: object;

  constructor(counts: Counts, env: object) {
    this.#counts = counts;
    this.#env = env;
  }

  /** Lines end with LF where the file wraps them, and with a line separator where their writer wanted an end. */
  of(tokens: readonly Token[]): Inline {
    const notes: (string | readonly Token[])[] = [];
    let text = '';
    let depth = 0;
    for (const token of tokens) {
      const turn = struckTurn(token);
      if (turn > 0) this.#counts.struck += 1;
      depth = Math.max(0, depth + turn);
      if (turn > 0 && depth === 1) text += leftOut;
      if (depth > 0 || turn !== 0) continue;
      if (token.type === 'footnote_ref') notes.push(this.#noteOf(token));
      else text += this.#written(token);
    }
    return { text: withoutGaps(text), notes };
  }

  #written({ type, content }: Token): string {
    if (type === 'softbreak') return '\n';
    if (type === 'hardbreak') return '\u2028';
    if (type === 'html_inline') return inlineHtml(content);
    if (type === 'image') {
      this.#counts.pictures += 1;
      return leftOut;
    }
    if (type === 'code_inline' || type === 'text_special') return content;
    return type === 'text' ? this.#withoutMarks(content) : '';
  }

  #withoutMarks(content: string): string {
    return content.replace(strayMark, () => {
      this.#counts.noteMarks += 1;
      return leftOut;
    });
  }

  /** A note that stands in the sentence, `^[as here]`, is kept beside the text by the plug-in. */
  #noteOf({ meta }: Token): string | readonly Token[] {
    this.#counts.noteMarks += 1;
    const label = meta?.['label'];
    if (typeof label === 'string') return label;
    return envSchema.parse(this.#env).footnotes?.list[Number(meta?.['id'])]?.tokens ?? [];
  }
}

function struckTurn({ type, content }: Token): number {
  if (type === 's_open') return 1;
  if (type === 's_close') return -1;
  if (type !== 'html_inline') return 0;
  return opensStruck.test(content) ? 1 : closesStruck.test(content) ? -1 : 0;
}

function inlineHtml(content: string): string {
  if (/^<br\b/iu.test(content)) return '\u2028';
  return tags.test(content) || content.startsWith('<!--') ? '' : content;
}

/** What was left out between two words leaves one space between them, and none before a mark. */
function withoutGaps(text: string): string {
  return text.replace(/( ?)\0+( ?)(?=([,.;:!?)]?))/gu, (_, before: string, after: string, mark: string) =>
    after !== '' || (before !== '' && mark === '') ? ' ' : '',
  );
}
