// How well the statements that are found agree with those that people marked. Definitions beside the figures.

import type { Passage, Span } from '../../src/corpus/passages.ts';
import { fold } from '../../src/corpus/text/folding.ts';
import { sentencesOf } from '../../src/corpus/text/sentences.ts';
import type { Statement } from '../../src/statements/statement.ts';
import type { Marked } from './attributions.ts';
import { share } from './measures.ts';

/** A marked statement and the one found for it, if any. */
export interface Pair {
  readonly marked: Marked;
  readonly found: Statement | undefined;
  readonly right: boolean;
}

export interface Agreement {
  /** Marked statements whose speaker stands in the same sentence or one next to it. */
  readonly marked: number;
  /** Those with a statement of ours whose words overlap theirs by at least half of what both cover together. */
  readonly found: number;
  /** Of those found: a speaker is given. */
  readonly given: number;
  /** Of those given: the speaker is right (`isRight`). */
  readonly right: number;
  readonly pairs: readonly Pair[];
}

export function agreement(
  marked: readonly Marked[],
  found: readonly Statement[],
  sentences: Sentences,
): Agreement {
  const byDocument = Map.groupBy(found, ({ document }) => document);
  const near = marked.filter((each) => isNear(each, sentences));
  const pairs = near.map((each): Pair => {
    const best = bestOf(each, byDocument.get(each.document) ?? []);
    return { marked: each, found: best, right: best !== undefined && isRight(best, each) };
  });
  const matched = pairs.filter((pair) => pair.found !== undefined);
  const given = matched.filter((pair) => pair.found?.speaker !== undefined);
  return {
    marked: near.length,
    found: share(pairs, (pair) => pair.found !== undefined),
    given: share(matched, (pair) => pair.found?.speaker !== undefined),
    right: share(given, (pair) => pair.right),
    pairs,
  };
}

function bestOf({ spans }: Marked, statements: readonly Statement[]): Statement | undefined {
  const rated = statements
    .map((statement) => ({ statement, overlap: jaccard(spans, statement.spans) }))
    .filter(({ overlap }) => overlap >= 0.5)
    .sort((a, b) => b.overlap - a.overlap);
  return rated[0]?.statement;
}

/** The characters in both over the characters in either. */
export function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const both = shared(a, b);
  return both / (lengthOf(a) + lengthOf(b) - both);
}

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a) {
    for (const other of b)
      sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return sum;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * A speaker is right where its words overlap those marked, or where both end with the same word, as two mentions of one
 * person do ("Donald Trump", "Trump"); for a pronoun the name that it stands for counts as well.
 */
export function isRight({ speaker }: Statement, { source }: Marked): boolean {
  if (!speaker || !source) return false;
  if (speaker.start < source.end && source.start < speaker.end) return true;
  const names = [speaker.text, speaker.resolved ?? speaker.text].map(lastWord);
  return names.includes(lastWord(source.text));
}

/** Statements of ours that are somebody's marked ones, and those of them that give a wrong person's name. */
export interface NamesGiven {
  readonly given: number;
  readonly wrong: readonly Pair[];
}

/**
 * Each statement of ours is counted once, beside the marked one that it is nearest to. People mark what is told of somebody's telling
 * for both ("According to the paper, Merz said …"): a marked one that holds our speaker in its own words is another's telling of it and
 * says nothing of whether the name is right. A name is wrong where it is neither that of a marked speaker nor in the marked clause.
 */
export function wrongNames(marked: readonly Marked[], found: readonly Statement[]): NamesGiven {
  const byDocument = Map.groupBy(marked, ({ document }) => document);
  const matched = found.flatMap((ours): Pair[] => {
    const near = nearTo(ours, byDocument.get(ours.document) ?? []);
    const [first] = near;
    if (!first || !ours.speaker) return [];
    const theirs = near.find((each) => isRight(ours, each));
    return [{ marked: theirs ?? first, found: ours, right: theirs !== undefined }];
  });
  return { given: matched.length, wrong: matched.filter(isWrongName) };
}

/** The marked ones that a statement overlaps by half and whose words do not tell of its speaker, the nearest first. */
function nearTo({ spans, speaker }: Statement, marked: readonly Marked[]): Marked[] {
  const tells = (each: Marked): boolean => speaker !== undefined && shared(each.spans, [speaker]) > 0;
  return marked
    .map((each) => ({ each, overlap: jaccard(each.spans, spans) }))
    .filter(({ each, overlap }) => overlap >= 0.5 && !tells(each))
    .sort((a, b) => b.overlap - a.overlap)
    .map(({ each }) => each);
}

function isWrongName({ marked, found, right }: Pair): boolean {
  if (!found?.speaker || right || !marked.source) return false;
  const { kind, text, resolved } = found.speaker;
  const name = resolved ?? text;
  if ((kind !== 'named' && resolved === undefined) || !/^\p{Lu}/u.test(name.split(/[\s]+/u).at(-1) ?? ''))
    return false;
  // People sometimes marked the verb as the speaker and the speaker as the verb.
  return !fold(`${marked.source.text} ${marked.cue}`).text.includes(lastWord(name));
}

function lastWord(text: string): string {
  const [head = ''] = fold(text).text.split(/[,(]/u);
  return (head.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 's').at(-1) ?? '';
}

/** The number of the sentence at a place of a document's text. */
export type Sentences = (document: Marked['document'], at: number) => number;

export function sentencesIn(passages: readonly Passage[]): Sentences {
  const starts = new Map<Marked['document'], number[]>();
  for (const { document, text, start } of passages) {
    const known = starts.get(document) ?? [];
    known.push(...sentencesOf(text).map((sentence) => start + sentence.start));
    starts.set(document, known);
  }
  return (document, at) => (starts.get(document) ?? []).findLastIndex((start) => start <= at);
}

function isNear({ document, spans, source }: Marked, sentences: Sentences): boolean {
  if (!source) return false;
  const at = sentences(document, source.start);
  const first = sentences(document, spans[0]?.start ?? 0);
  const last = sentences(document, (spans.at(-1)?.end ?? 1) - 1);
  return at >= first - 1 && at <= last + 1;
}

/** Of our statements, those that overlap the marked ones that `fits` lets through. */
export function areSpeech(
  found: readonly Statement[],
  marked: readonly Marked[],
  partsOf: (marked: Marked) => readonly Span[],
): { readonly share: number; readonly wrong: readonly Statement[] } {
  const byDocument = Map.groupBy(marked, ({ document }) => document);
  const wrong = found.filter(
    ({ document, spans }) =>
      !(byDocument.get(document) ?? []).some((each) => shared(spans, partsOf(each)) > 0),
  );
  return { share: found.length === 0 ? 0 : 1 - wrong.length / found.length, wrong };
}
