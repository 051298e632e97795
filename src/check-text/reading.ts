// A text becomes paragraphs that can be read: the same passages, statements and names as those of a source.

import type { Steps } from '../common/steps.ts';
import type { Document } from '../corpus/document.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage } from '../corpus/passages.ts';
import { piecesOf } from '../corpus/text/long-paragraphs.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import { statementsOf } from '../statements/extract.ts';
import type { Statement } from '../statements/statement.ts';
import type { Surface } from './surface.ts';

/** Paragraphs that are read at once, and how many before and behind them tell who speaks in them. */
const window = 24;
const before = 6;
const behind = 3;
/** In characters; of long paragraphs fewer are read at once, so that a step is short. */
const widest = 8_000;
const widestBeside = 4_000;

/** The text as a document of its own: a reporter stands between whoever is quoted and the reader. */
export function passagesIn({ text, paragraphs }: Surface, language: string): Passage[] {
  const document: Document = {
    ...{ id: 'text', title: undefined, kind: 'news', status: 'current', file: 'text' },
    ...{ language, text },
  };
  return paragraphs
    .filter(({ kind, start, end }) => kind !== 'heading' || quotationsOf(text.slice(start, end)).length > 0)
    .flatMap(({ start, end }) =>
      piecesOf(text.slice(start, end)).map((piece) => [start + piece.start, start + piece.end]),
    )
    .map(([start = 0, end = 0], at) => ({
      ...{ document, paragraph: at + 1, start, end, headings: [] },
      text: text.slice(start, end),
    }));
}

/** The speech in passages of a text, some paragraphs a step, so that it takes what its length takes. */
export function* statementSteps(passages: readonly Passage[], names: NameBook): Steps<Statement[]> {
  const found: Statement[] = [];
  for (let from = 0; from < passages.length; ) {
    const to = from + Math.max(1, fitting(passages.slice(from, from + window), widest));
    const ahead = fitting(passages.slice(Math.max(0, from - before), from).toReversed(), widestBeside);
    const next = fitting(passages.slice(to, to + behind), widestBeside);
    const near = passages.slice(from - ahead, to + next);
    const [first] = near;
    if (!first) break;
    // Paragraphs are numbered from 1.
    const isOwn = ({ paragraph }: Statement): boolean => paragraph > from && paragraph <= to;
    found.push(...statementsOf(first.document, near, names).filter(isOwn));
    from = to;
    yield;
  }
  return found;
}

/** How many of the first passages have no more characters together. */
function fitting(passages: readonly Passage[], most: number): number {
  let characters = 0;
  const over = passages.findIndex(({ text }) => {
    characters += text.length;
    return characters > most;
  });
  return over < 0 ? passages.length : over;
}
