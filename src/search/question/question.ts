// A question as it is understood: its bare text, what it asks for, and the terms an answer should hold.

import { type Language, languageOf } from '../text/language.ts';
import { MARK, marksOf } from '../text/marks.ts';
import { correctionsFor } from '../text/spelling.ts';
import { asWritten } from '../text/spelt.ts';
import { words } from '../text/words.ts';
import { askedFor, type Kind } from './asked-for.ts';
import { bareQuestion } from './normalise.ts';
import { mended, type QuestionReader, type QuestionTerm, termsOf } from './question-terms.ts';

export type { Kind } from './asked-for.ts';
export type { QuestionReader, QuestionTerm } from './question-terms.ts';

export interface Question {
  /** What is asked, without address, politeness and marks (normalise.ts): what any reader reads. */
  readonly text: string;
  /** The language it is typed in; undefined where nothing tells, and then it is taken for that of the sources. */
  readonly language: Language | undefined;
  readonly kind: Kind;
  /** Marks one of which the answer must bear; 0 when the question does not tell. */
  readonly wanted: number;
  readonly terms: readonly QuestionTerm[];
  /** Index in `terms` of the noun asked for ("which *month*", "how many *leaders*"), −1 where there is none. */
  readonly focus: number;
  readonly negated: boolean;
  /** Folded words of the question in order, grammar included. */
  readonly folded: readonly string[];
  /** The marks of each. */
  readonly marks: Uint32Array;
}

/** Reads a question, however it is typed. Nothing in it is refused: what cannot be understood has no terms. */
export function readQuestion(typed: string, reader: QuestionReader): Question {
  const text = bareQuestion(typed);
  const language = languageOf(text);
  const given = asWritten(words(text), reader.vocabulary, reader.written, language);
  const isEnglish = language === undefined || language === 'en';
  const corrections = isEnglish ? correctionsFor(given, reader) : new Map();
  const found = isEnglish ? given.map((word, index) => mended(word, index, corrections, reader)) : given;
  const folded = found.map((word) => word.folded);
  const opens = found.map((_, index) => index === 0);
  const marks = marksOf(text, found, opens, reader.background);
  // What is asked for is told by English words: "was" is no verb in "Was sagte er?".
  const asked = askedFor(isEnglish ? folded : []);
  const terms = termsOf({ text, language, found, marks, skip: asked.skip, corrections }, reader);
  return {
    text,
    language,
    kind: asked.kind,
    wanted: asked.wanted,
    terms,
    focus: terms.findIndex(({ position }) => position === asked.focus),
    negated: marks.some((mark) => mark & MARK.negation),
    folded,
    marks,
  };
}
