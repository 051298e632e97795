// The door of the search: passages in; for each question an answer, or the nearest passages and the words no source contains.
import { type Dossier, emptyDossier } from '../corpus/dossier.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import type { Model } from '../reading/model.ts';
import { atOnce, type Steps } from '../steps.ts';
import { openAliases } from './aliases.ts';
import type { Background } from './background.ts';
import { ownBackground } from './background.ts';
import { indexPassages } from './candidates.ts';
import type { ConfidenceWeights } from './confidence.ts';
import { comesClose, confidenceOf } from './confidence.ts';
import { confidenceEvidence } from './confidence-evidence.ts';
import { type Mentions, openMentions } from './mentions.ts';
import type { Question } from './question.ts';
import { readQuestion } from './question.ts';
import type { Ranked, RankWeights } from './rank.ts';
import { rank } from './rank.ts';
import type { ReadPassage } from './read-passage.ts';
import { readPassage } from './read-passage.ts';
import { grouped } from './same-fact.ts';
import { isSmallTalk } from './small-talk.ts';
import { type About, aboutTopic } from './topic.ts';
import { vocabularySteps } from './vocabulary.ts';
import { THRESHOLD, WEIGHTS } from './weights.ts';

/** A passage offered for a question. */
export interface Hit {
  readonly passage: Passage;
  /** The sentence in it that answers best: offsets into the passage's text. */
  readonly sentence: Span;
  /** Higher is better; comparable within one question only. */
  readonly score: number;
}

/** What the sources have for a question. */
export interface Answer {
  readonly outcome: 'answer' | 'none';
  /** How sure it is that the first passage answers, from 0 to 1; comparable between questions and collections. */
  readonly confidence: number;
  /** Best first, up to five. With the outcome `none` they are related passages, and no answer. */
  readonly citations: readonly Hit[];
  /** The words of the question, as typed, that no source contains, neither inflected, under another name nor misspelt. */
  readonly missing: readonly string[];
  /** With the outcome `none` only: the first passage comes so near to an answer that readers should judge for themselves. */
  readonly closest?: true;
  /** A greeting or the like: nothing was asked, so nothing is cited or missing. */
  readonly smallTalk?: true;
}

export interface SearchOptions {
  readonly dossier?: Dossier;
  readonly background?: Background;
  readonly weights?: RankWeights & ConfidenceWeights;
  /** Passages that were read already with the same dossier and background; what is read now is put to them. */
  readonly known?: WeakMap<Passage, ReadPassage>;
  /** Reads questions beside passages; without one, words alone decide. */
  readonly model?: Model;
}

export interface Search {
  /** Rejects with the signal's reason where nobody waits for the answer any more. */
  ask(text: string, signal?: AbortSignal): Promise<Answer>;
  /** The passages nearest to what is typed, up to five, by their words alone: a keystroke waits for nothing else. */
  near(text: string): readonly Hit[];
  /** The same with all evidence, for training and for whoever wonders why. */
  explain(text: string): { readonly question: Question; readonly ranked: readonly Ranked[] };
  readonly read: readonly ReadPassage[];
  readonly mentions: Mentions;
  /** Whether texts are about a topic. */
  about(topic: string): About;
}

const mostCitations = 5;
const smallTalk: Answer = { outcome: 'none', confidence: 0, citations: [], missing: [], smallTalk: true };

/** A word in every fifth passage picks no candidates while there are rarer ones: it costs most and tells least. */
const COMMON_SHARE = 0.2;
/** In a smaller corpus a fifth is a handful of passages, and nothing is saved. */
const COMMON_FROM = 50;

export function openSearch(passages: readonly Passage[], options: SearchOptions = {}): Search {
  return atOnce(searchSteps(passages, options));
}

/** The same in steps, for while questions are answered. */
export function* searchSteps(passages: readonly Passage[], options: SearchOptions = {}): Steps<Search> {
  const { background = ownBackground(), weights = WEIGHTS, known = new WeakMap() } = options;
  const aliases = openAliases(options.dossier ?? emptyDossier);
  const read: ReadPassage[] = [];
  for (const passage of passages) {
    const each = known.get(passage) ?? readPassage(passage, { aliases, background });
    known.set(passage, each);
    read.push(each);
    yield;
  }
  const vocabulary = yield* vocabularySteps(read);
  const candidates = yield* indexPassages(read);
  const isCommon = (term: string): boolean =>
    vocabulary.size > COMMON_FROM && vocabulary.passagesWith(term) > COMMON_SHARE * vocabulary.size;

  const explain = (text: string): { question: Question; ranked: Ranked[] } => {
    const question = readQuestion(text, { aliases, background, vocabulary });
    const found = candidates.find(question, isCommon);
    return { question, ranked: rank(question, found, { passages: read, vocabulary, weights }) };
  };

  const hitsOf = (ranked: readonly Ranked[]): Hit[] =>
    grouped(ranked.slice(0, mostCitations), read).flatMap((each) => hitOf(each, read));

  return {
    read,
    explain,
    near: (text) => (isSmallTalk(text) ? [] : hitsOf(explain(text).ranked)),
    mentions: openMentions(read),
    about: (topic) => aboutTopic(topic, { aliases, background, vocabulary }),
    async ask(text, signal) {
      signal?.throwIfAborted();
      if (isSmallTalk(text)) return smallTalk;
      const { question, ranked } = explain(text);
      const top = ranked[0] && read[ranked[0].index];
      const evidence = top && confidenceEvidence(question, ranked, top);
      const confidence = evidence ? confidenceOf(evidence, weights) : 0;
      const answers = confidence >= THRESHOLD;
      return {
        outcome: answers ? 'answer' : 'none',
        confidence,
        citations: hitsOf(ranked),
        missing: question.terms.filter(({ known }) => !known).map(({ typed }) => typed),
        ...(!answers && evidence && comesClose(evidence, confidence) && { closest: true }),
      };
    },
  };
}

function hitOf({ index, best, score }: Ranked, read: readonly ReadPassage[]): Hit[] {
  const found = read[index];
  if (!found) return [];
  const { start, end } = found.sentences[best] ?? { start: 0, end: found.passage.text.length };
  return [{ passage: found.passage, sentence: { start, end }, score }];
}
