// First step of a card: a span of a passage becomes the texts on its card, every word of the source a slice of it.
import type { Document } from '../corpus/document.ts';
import { hashOf, labelOf, type Passage, type Span } from '../corpus/passages.ts';
import { cut } from '../cut.ts';
import { publishedOf, publisherOf, statusOf, titleOf } from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Statement } from '../statements/statement.ts';
import { type Mark, markOf, markOfPart, nameOfMark } from './marks.ts';

/** What a card is to show. All offsets count in the document's text, so that a whole passage is a span of itself. */
export interface Quoted {
  readonly passage: Passage;
  /** The words: inside the passage. */
  readonly span: Span;
  /** The speech that the words are part of; without it they are the document's own. */
  readonly statement?: Pick<Statement, 'document' | 'speaker' | 'clause' | 'direct'> | undefined;
  /** The reporting clause, where it is known without a statement. */
  readonly clause?: Span | undefined;
}

/** The texts of a card, in the reader's language but for the source's words. */
export interface CardContent {
  readonly mark: Mark;
  readonly markName: string;
  /** Whether the document was corrected or withdrawn. */
  readonly status: string | undefined;
  /** Exactly the slice of the source. */
  readonly words: string;
  readonly speaker: string | undefined;
  readonly clause: string | undefined;
  readonly title: string;
  /** Publisher, where told, and date. */
  readonly published: readonly string[];
  readonly label: string;
  readonly hash: string;
}

// What stands beside the words is cut once at its end where it is longer than its place: two lines each.
const most = { speaker: 90, clause: 160, title: 120, publisher: 60 } as const;

/** Throws a RangeError where the words are not inside the passage: a card never shows what no citation covers. */
export function contentOf(quoted: Quoted, translate: Translate): CardContent {
  const { passage, span, statement } = quoted;
  const { document } = passage;
  checkPlace(quoted);
  const clause = quoted.clause ?? statement?.clause;
  const mark = statement ? markOf(statement) : markOfPart(passage, span);
  const publisher = publisherOf(document, translate);
  return {
    mark,
    markName: nameOfMark(mark, document, translate),
    status: statusOf(document, translate),
    words: textOf(document, span),
    speaker: speakerOf(statement, translate),
    clause: clause && translate('card.clause', { clause: cut(textOf(document, clause), most.clause) }),
    title: cut(titleOf(document, translate), most.title),
    published: [
      ...(publisher === undefined ? [] : [cut(publisher, most.publisher)]),
      publishedOf(document, translate),
    ],
    label: labelOf(passage),
    hash: hashOf(passage),
  };
}

function textOf(document: Document, { start, end }: Span): string {
  return document.text.slice(start, end);
}

function checkPlace({ passage, span, statement, clause }: Quoted): void {
  const { text } = passage.document;
  if (span.start < passage.start || span.end > passage.end || span.start >= span.end) {
    throw new RangeError(`${labelOf(passage)} has no words from ${span.start} to ${span.end}`);
  }
  if (statement && statement.document !== passage.document) {
    throw new RangeError(`the statement is not of the document of ${labelOf(passage)}`);
  }
  if (clause && (clause.start < 0 || clause.end > text.length)) {
    throw new RangeError(`the clause is not in the document of ${labelOf(passage)}`);
  }
}

/** As the source writes it; the name that a pronoun stands for is concluded, and so in brackets. */
function speakerOf(statement: Quoted['statement'], translate: Translate): string | undefined {
  if (!statement) return undefined;
  const { speaker } = statement;
  if (!speaker) return translate('card.unknownSpeaker');
  const resolved = speaker.kind === 'pronoun' && speaker.resolved;
  const name = cut(speaker.text, most.speaker);
  if (!resolved) return name;
  return translate('card.pronoun', { pronoun: name, name: cut(resolved, most.speaker) });
}

/** What Discord takes as the description of a picture. */
export const mostAlt = 1_024;

/** The card in words, for those who do not see it: the words, who said them, and the citation, at most 1,024 characters. */
export function altOf(content: CardContent, translate: Translate): string {
  const who = [content.speaker, content.clause];
  const source = [content.title, ...content.published, content.status, content.label, content.hash];
  const rest = [who, source].map((parts) => parts.filter((part) => part !== undefined).join(' · '));
  const lines = (words: string): string =>
    [translate('card.alt', { mark: content.markName, words }), ...rest]
      .filter((line) => line !== '')
      .join('\n');
  return lines(cut(content.words, mostAlt - lines('').length));
}
