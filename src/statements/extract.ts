// The door of this folder: a document's statements, in the order of the text.

import type { Document } from '../corpus/document.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { wholeWords } from '../corpus/text/borders.ts';
import { withAnnotations } from './annotated.ts';
import { mediumOf } from './clauses/medium.ts';
import type { Draft } from './draft.ts';
import { hedges } from './language/cues.ts';
import type { Range } from './language/noun-phrases.ts';
import type { Unit } from './language/units.ts';
import type { Speaker, Statement } from './statement.ts';
import { storyOf } from './story.ts';
import { talkOf } from './transcript.ts';
import { quotedIn } from './unread.ts';
import { Referents } from './who/referents.ts';

/**
 * The statements of a document, in the order of its text, extracted from its passages; `names` says who is who.
 * Takes about a millisecond for five paragraphs; the first call loads the language model.
 */
export function statementsOf(
  document: Document,
  passages: readonly Passage[],
  names: NameBook,
  languageOf: LanguageOf = told,
): Statement[] {
  return read(document, passages, passages, names, languageOf);
}

/** The language of a document; where it tells none, whoever opens it may know what its words show. */
export type LanguageOf = (document: Document) => string;

/** Whether the clauses of a document say who speaks: those in English, and the labels of a transcript in any language. */
export function isRead(document: Document, languageOf: LanguageOf): boolean {
  return document.kind === 'transcript' || inEnglish.test(languageOf(document));
}

const inEnglish = /^en(?:-|$)/u;

const told: LanguageOf = ({ language }) => language;

/** So many paragraphs before and behind one another tell who speaks in it. */
const before = 20;
const behind = 5;

/** The statements around one paragraph of a document that is too long to be read for it alone. */
export function statementsNear(
  passage: Passage,
  passages: readonly Passage[],
  names: NameBook,
  languageOf: LanguageOf = told,
): Statement[] {
  const at = passage.paragraph - 1;
  const near = passages.slice(Math.max(0, at - before), at + behind + 1);
  return read(passage.document, passages, near, names, languageOf);
}

/** Labels, the title and annotations are looked for in all passages, everything else in those that are to be read. */
function read(
  document: Document,
  all: readonly Passage[],
  read: readonly Passage[],
  names: NameBook,
  languageOf: LanguageOf,
): Statement[] {
  const extracted =
    talkOf(document, all, names) ??
    (inEnglish.test(languageOf(document)) ? storyIn(document, read, names) : quotedIn(document, read));
  return document.statements ? withAnnotations(extracted, document, all, names) : extracted;
}

/** The statements of a text with a reporter, or with quotations in it. */
function storyIn(document: Document, passages: readonly Passage[], names: NameBook): Statement[] {
  const { drafts, sentences } = storyOf(document, passages);
  const referents = new Referents(document.text, sentences, names);
  // What stands between two strokes is speech where somebody says it, and else a title or slanted letters.
  const told = drafts.filter(({ strokes, governing }) => !strokes || governing);
  return told.map((draft) => finished(draft, referents)).sort((a, b) => a.start - b.start || a.end - b.end);
}

function finished(draft: Draft, referents: Referents): Statement {
  const { document, paragraph, spans, direct, strokes, governing } = draft;
  const first = spans[0] ?? { start: 0, end: 0 };
  const end = spans.at(-1)?.end ?? first.end;
  const units = governing?.sentence.units ?? [];
  const clause = governing?.clause;
  const reporting = clause && spanOf(units, trimmed(units, clause.whole));
  const spoken: Speaker | undefined =
    governing && clause?.speaker && referents.speaker(governing.sentence, clause.speaker);
  return {
    document,
    paragraph,
    start: first.start,
    end,
    spans,
    // Whether two strokes quote word for word nobody knows.
    direct: strokes ? false : direct,
    speaker: spoken,
    cue: clause && spanOf(units, clause.cue),
    clause: reporting,
    medium: governing && mediumOf(governing.sentence, governing.clause),
    hedges: hedgesIn(document.text, reporting ? [...spans, reporting] : spans),
    annotated: false,
  };
}

/** The place of a range of units in the text. */
export function spanOf(units: readonly Unit[], { from, to }: Range): Span {
  return { start: units[from]?.start ?? 0, end: units[Math.max(from, to - 1)]?.end ?? 0 };
}

/** A clause without the marks around it and the "that" at its end. */
function trimmed(units: readonly Unit[], { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && /^(?:[,.:;–—-]|that)$/u.test(units[end - 1]?.low ?? '')) end -= 1;
  let start = from;
  while (start < end - 1 && /^[,;–—-]$/u.test(units[start]?.text ?? '')) start += 1;
  return { from: start, to: end };
}

const reserve = new RegExp(wholeWords(...hedges), 'giu');

/** Reserve in the clause and in what is said: a source may doubt its own words. */
function hedgesIn(text: string, parts: readonly Span[]): Span[] {
  const found = parts.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(reserve)].map((match) => start + match.index),
  );
  return [...new Set(found)]
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + (/^\p{L}+/u.exec(text.slice(start))?.[0].length ?? 0) }));
}
