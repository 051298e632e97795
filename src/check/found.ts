// What a check gives: the verdict, what else applies, where the words stand and what differs.
import type { Document } from '../corpus/document.ts';
import type { Span } from '../corpus/passages.ts';
import type { Claim } from './claims.ts';
import type { Outside } from './coverage.ts';
import type { CheckMatch, Judged } from './judge.ts';
import type { Brackets } from './laying/brackets.ts';
import type { Difference } from './laying/differences.ts';
import { endsOf } from './words/ends.ts';

/** The first of these that applies is the verdict. None of them says what is true. */
export const verdicts = ['not-found', 'joined', 'altered', 'misattributed', 'reporter', 'exact'] as const;
export type Verdict = (typeof verdicts)[number];

/** What applies beside the verdict. */
export type Flag =
  /** Verdicts of lower rank. */
  | 'altered'
  | 'misattributed'
  | 'reporter'
  /** All of it, or a part of it, is a reporter's words. */
  | 'reporter-whole'
  | 'reporter-part'
  /** Quotation marks beside them could not be read: whether they are a reporter's words is not known. */
  | 'marks-unread'
  /** One of the differences turns the sense, or what was cut off at an edge. */
  | 'turns-sense'
  /** The source's quotation, or its sentence where nobody is quoted, begins before or goes on behind; and on which side. */
  | 'cut'
  | 'cut-start'
  | 'cut-end'
  /** An honest ellipsis stands for words left out. */
  | 'ellipsis'
  /** Brackets differ: those of the quotation are the quoter's own, or stand in the source without them; or some were dropped. */
  | 'brackets'
  /** The source does not say who spoke, or not so that it could be compared. */
  | 'speaker-unknown';

export interface Check {
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
  /** The words that were checked, and who was said to have said them. */
  readonly claim: Claim;
  /** The only document that was looked through; undefined where all were. */
  readonly within: Document | undefined;
  /** Where they stand: best first, or, where they are `joined`, in the quotation's order. Empty where not found. */
  readonly matches: readonly CheckMatch[];
  readonly differences: readonly Difference[];
  /** Where the differences stand: in the words of the claim, and in the text of the match's document. */
  readonly places: { readonly given: readonly Span[]; readonly source: readonly Span[] };
  /** How brackets differ. */
  readonly brackets: Brackets;
  /** Not found, and who spoke, the year or the event is none of the sources': nothing is told of the quotation. */
  readonly outside?: Outside;
  /** Not found in the only document that was looked through, but here. */
  readonly elsewhere?: readonly CheckMatch[];
  /** Not found in what answers, or changed there, but just so here: in texts that were withdrawn, or in earlier versions. */
  readonly withdrawn?: readonly CheckMatch[];
}

export function notFound(claim: Claim, within: Document | undefined): Check {
  const nowhere = { given: [], source: [] };
  const brackets = { own: false, added: false, dropped: false, leftOut: false };
  const nothing = { flags: [], matches: [], differences: [], places: nowhere, brackets };
  return { verdict: 'not-found', claim, within, ...nothing };
}

export function placesOf({ parts }: Judged): Check['places'] {
  const changed = parts.filter(({ same }) => !same);
  return {
    given: changed.flatMap(({ given }) => hullOf(given)),
    source: changed.flatMap(({ source }) => hullOf(source)),
  };
}

function hullOf(words: readonly Span[]): Span[] {
  const ends = endsOf(words);
  return ends ? [{ start: ends.first.start, end: ends.last.end }] : [];
}
