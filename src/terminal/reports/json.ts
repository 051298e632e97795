// What machines read: the shapes of `--json` and `--batch`, documented in the README.
import type { Document } from '../../corpus/document.ts';
import { hashOf, labelOf, type Passage, type Span } from '../../corpus/passages.ts';
import type { Answer } from '../../search/answer.ts';
import type { QuoteMatch } from '../../search/find-quote.ts';

/** A passage: `start` and `end` are offsets into the document's text in UTF-16 code units, end exclusive. */
export interface PassageJson {
  readonly document: string;
  readonly paragraph: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface CitationJson extends PassageJson {
  /** The place of the answering sentence in the passage. */
  readonly sentence: Span;
  readonly score: number;
}

export interface AnswerJson {
  readonly outcome: 'answer' | 'none';
  readonly confidence: number;
  /** With the outcome `none`: the first citation comes near to an answer, and may be none. */
  readonly closest: boolean;
  /** Best first; with the outcome `none` they are related passages and no answer. */
  readonly citations: readonly CitationJson[];
  /** The words of the question that no source contains, as typed. */
  readonly missing: readonly string[];
}

export function passageJson(passage: Passage): PassageJson {
  const { document, paragraph, start, end, text } = passage;
  return { document: document.id, paragraph, label: labelOf(passage), start, end, text };
}

export function answerJson({ outcome, confidence, closest, citations, missing }: Answer): AnswerJson {
  return {
    outcome,
    confidence: rounded(confidence),
    closest: closest === true,
    citations: citations.map(({ passage, sentence, score }) => ({
      ...passageJson(passage),
      sentence: { start: sentence.start, end: sentence.end },
      score: rounded(score),
    })),
    missing,
  };
}

/** Six digits tell apart whatever ranking tells apart. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** `quotation` is the place of the whole quotation, or of the sentence, in the passage; `words` that of the words. */
export function quoteJson({ passage, words, whole, quoted }: QuoteMatch): object {
  return { ...passageJson(passage), quotation: whole, words, quoted };
}

/** A document's data and, where given, its paragraphs with their content hashes. */
export function documentJson(document: Document, count: number, passages?: readonly Passage[]): object {
  const { text, file, statements, ...data } = document;
  const paragraphs = passages?.map((passage) => ({ ...passageJson(passage), hash: hashOf(passage) }));
  return { ...data, paragraphs: paragraphs ?? count };
}
