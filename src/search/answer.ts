// From a question to the passages that answer it, best first, or to the knowledge that nothing here does.
import type { Passage, Span } from '../corpus/passages.ts';
import { sentencesOf } from '../corpus/sentences.ts';
import type { PassageIndex } from './passage-index.ts';
import { isSmallTalk } from './small-talk.ts';
import { type Names, type Term, termsOf } from './words.ts';

/** A passage offered for a question. */
export interface Ranked {
  readonly passage: Passage;
  /** The sentence in it that answers best: offsets into the passage's text. */
  readonly sentence: Span;
  /** Higher is better; comparable within one question only. */
  readonly score: number;
}

/** What the sources have for a question. */
export interface Answer {
  readonly outcome: 'answer' | 'none';
  /** How sure it is that the first passage answers, from 0 to 1; an answer is at least `threshold`. */
  readonly confidence: number;
  /** Best first, up to five. With the outcome `none` they are related passages, and no answer. */
  readonly citations: readonly Ranked[];
  /** The words of the question, as typed, that no source contains. */
  readonly missing: readonly string[];
  /** A greeting or the like: nothing was asked, so nothing is cited or missing. */
  readonly smallTalk?: true;
}

/** Below this confidence the bot is silent. */
export const threshold = 0.6;

const mostCitations = 5;
/** How many of MiniSearch's candidates are looked at closely: beyond these a passage shares a word or two by chance. */
const mostCandidates = 50;

interface Asked {
  readonly term: Term;
  /** The terms of the index that stand for it: itself, or what it may be a misspelling of. */
  readonly known: readonly string[];
  readonly weight: number;
}

export function answerQuestion(question: string, index: PassageIndex, names: Names): Answer {
  if (isSmallTalk(question)) {
    return { outcome: 'none', confidence: 0, citations: [], missing: [], smallTalk: true };
  }
  const asked = unique(termsOf(question, names)).map((term) => lookUp(term, index));
  const missing = asked
    .filter(({ known }) => known.length === 0)
    .map(({ term }) => question.slice(term.start, term.end));
  const terms = asked.flatMap(({ known }) => known);
  const total = sum(asked.map(({ weight }) => weight));
  const ranked = index
    .candidates(terms)
    .slice(0, mostCandidates)
    .map((candidate) => rank(candidate.passage, asked, total, names));
  ranked.sort((a, b) => b.score - a.score);
  const citations = ranked.slice(0, mostCitations);
  const confidence = citations[0]?.score ?? 0;
  return { outcome: confidence >= threshold ? 'answer' : 'none', confidence, citations, missing };
}

function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.term, term])).values()];
}

function lookUp(term: Term, index: PassageIndex): Asked {
  const known = index.knows(term.term) ? [term.term] : index.corrections(term.term);
  return { term, known, weight: index.weightOf(known[0] ?? term.term) };
}

/** Half of a passage's score is what it holds of the question's weight, half what its best sentence alone holds. */
function rank(passage: Passage, asked: readonly Asked[], total: number, names: Names): Ranked {
  let best: { span: Span; coverage: number } = { span: { start: 0, end: passage.text.length }, coverage: -1 };
  const held = new Set<string>();
  for (const span of sentencesOf(passage.text)) {
    const terms = new Set(termsOf(passage.text.slice(span.start, span.end), names).map(({ term }) => term));
    for (const term of terms) held.add(term);
    const coverage = coverageOf(asked, terms, total);
    if (coverage > best.coverage) best = { span, coverage };
  }
  const score = (coverageOf(asked, held, total) + Math.max(best.coverage, 0)) / 2;
  return { passage, sentence: best.span, score };
}

/** The share of the question's weight that is among some terms, from 0 to 1. */
function coverageOf(asked: readonly Asked[], terms: ReadonlySet<string>, total: number): number {
  if (total === 0) return 0;
  return sum(asked.map(({ known, weight }) => (known.some((term) => terms.has(term)) ? weight : 0))) / total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
