// A part of a passage as it is shown to people: its words, whose they are, and where they stand, each a text of its own.
// Cards and source packs are made of it, so that neither can show words that no citation covers.
import { labelOf, type Passage, type Span } from '../corpus/passages.ts';
import { publishedOf, publisherOf, statusOf, titleOf } from '../messages/citations.ts';
import type { Translate } from '../messages/messages.ts';
import type { Statement } from '../statements/statement.ts';
import { type Mark, markOf, markOfPart, nameOfMark } from './marks.ts';

/** What to show. Nothing in it is free text: the words, the speaker and the clause all stand in the document. */
export interface Quoted {
  readonly passage: Passage;
  /** The part to show, as offsets into the passage's text; without it the whole passage. */
  readonly part?: Span | undefined;
  /** The speech that the words are part of; without it they are the document's own. */
  readonly statement?: Pick<Statement, 'document' | 'speaker' | 'clause' | 'direct'> | undefined;
  /** The reporting clause in the document's own words, where it is known without a statement. */
  readonly clause?: string | undefined;
}

/** The texts, in the reader's language but for the source's words. */
export interface QuotedTexts {
  readonly mark: Mark;
  readonly markName: string;
  /** Whether the document was corrected or withdrawn. */
  readonly status: string | undefined;
  /** Exactly the slice of the source. */
  readonly words: string;
  /** Who spoke, as the source writes it; the name that a pronoun stands for is concluded, and so in brackets. */
  readonly speaker: string | undefined;
  /** The reporting clause, without marks around it. */
  readonly clause: string | undefined;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly published: string;
  readonly label: string;
}

/** Throws a RangeError where words, statement or clause are not of the passage's document. */
export function quotedTexts(quoted: Quoted, translate: Translate): QuotedTexts {
  checkPlace(quoted);
  const { passage, statement } = quoted;
  const { document, text } = passage;
  const part = quoted.part ?? { start: 0, end: text.length };
  const mark = statement ? markOf(statement) : markOfPart(passage, part);
  const clause = statement?.clause && document.text.slice(statement.clause.start, statement.clause.end);
  return {
    mark,
    markName: nameOfMark(mark, document, translate),
    status: statusOf(document, translate),
    words: text.slice(part.start, part.end),
    speaker: statement && speakerOf(statement, translate),
    clause: quoted.clause ?? clause,
    title: titleOf(document, translate),
    publisher: publisherOf(document, translate),
    published: publishedOf(document, translate),
    label: labelOf(passage),
  };
}

function checkPlace({ passage, part, statement, clause }: Quoted): void {
  const { document, text } = passage;
  const label = labelOf(passage);
  if (part && !(part.start >= 0 && part.start < part.end && part.end <= text.length)) {
    throw new RangeError(`${label} has no words from ${part.start} to ${part.end}`);
  }
  if (statement && statement.document !== document) {
    throw new RangeError(`the statement is not of the document of ${label}`);
  }
  if (clause !== undefined && !document.text.includes(clause)) {
    throw new RangeError(`the clause is not in the document of ${label}`);
  }
}

/** Who spoke, as the source writes it; whom a pronoun stands for is in brackets. */
export function speakerOf({ speaker }: Pick<Statement, 'speaker'>, translate: Translate): string {
  if (!speaker) return translate('said.nobody');
  const { text, resolved } = speaker;
  if (resolved === undefined) return text;
  return translate('said.pronoun', { pronoun: text, name: resolved });
}
