// A text becomes paragraphs that can be read: the same passages, statements and names as those of a source.
import type { Document } from '../corpus/document.ts';
import { piecesOf } from '../corpus/long-paragraphs.ts';
import type { NameBook } from '../corpus/names.ts';
import type { Passage } from '../corpus/passages.ts';
import { statementsOf } from '../statements/extract.ts';
import type { Statement } from '../statements/statement.ts';
import type { Steps } from '../steps.ts';
import type { Surface } from './surface.ts';

/** Paragraphs that are read at once, and how many before and behind them tell who speaks in them. */
const window = 24;
const before = 6;
const behind = 3;

/** The text as a document of its own: a reporter stands between whoever is quoted and the reader. */
export function passagesIn({ text, paragraphs }: Surface, language: string): Passage[] {
  const document: Document = {
    ...{ id: 'text', title: undefined, kind: 'news', status: 'current', file: 'text' },
    ...{ language, text },
  };
  return paragraphs
    .filter(({ kind }) => kind !== 'heading')
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
  for (let from = 0; from < passages.length; from += window) {
    const near = passages.slice(Math.max(0, from - before), from + window + behind);
    const [first] = near;
    if (!first) break;
    const isOwn = ({ paragraph }: Statement): boolean => paragraph > from && paragraph <= from + window;
    found.push(...statementsOf(first.document, near, names).filter(isOwn));
    yield;
  }
  return found;
}
