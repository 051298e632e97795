// The lexical reader: whether a passage answers, told by its words alone. It reads where the trained reader cannot be had or time
// forbids. Evidence for and against, weighed, becomes a probability; no evidence silences by itself.
import { NotRead, type Reader } from '../../reading/reader.ts';
import type { Kind, Question } from '../question/question.ts';
import { share } from '../ranking/matching.ts';
import type { Ranked } from '../ranking/rank.ts';
import { logistic, weigh } from '../ranking/weigh.ts';
import { THRESHOLD } from '../ranking/weights.ts';
import { MARK } from '../text/marks.ts';
import type { ReadPassage, ReadPassages } from '../text/read-passage.ts';

export const LEXICAL_EVIDENCE = [
  'bias',
  'bm25',
  /** The share of the question's weight in the passage, in its best sentence with the one before, in passage and document. */
  'cover',
  'context',
  'document',
  /** Its wording: neighbours that stay neighbours, the longest run. */
  'phrase',
  'run',
  'score',
  /** How far it stands above the best of the other candidates, or below. */
  'lead',
  /** Share of the best candidates that are from its document. */
  'company',
  /** Weight of the words no source holds. */
  'unknown',
  /** Surprise of the most telling word that the passage lacks. */
  'gap',
  /** Names of the question that passage or document lack. */
  'names',
  'documentNames',
  /** Something of the kind asked for beside the words of the question; nothing of it, a kind at a time. */
  'wanted',
  'unmetTime',
  'unmetNumber',
  /** "How many *members* …": no number right before the noun. */
  'uncounted',
  'whether',
  /** "not", "never", "without" in the question, and nothing of the kind in the sentence. */
  'unnegated',
  /** How long the passage and the question are. */
  'length',
  'long',
  /** In a short paragraph what is asked for cannot stand in another sentence. */
  'short',
  /** Share of the covered weight that rests on synonyms and relatives. */
  'loose',
  /** A name of the question is missing in the sentence, which has another one. */
  'otherName',
] as const;
export type LexicalEvidence = Record<(typeof LEXICAL_EVIDENCE)[number], number>;

/** What the lexical reader makes of a passage. */
export interface LexicalReading {
  /** How sure it is that the passage answers the question, 0..1; comparable between questions and collections. */
  readonly answers: number;
  /** Index of the sentence that answers best. */
  readonly sentence: number;
}

/** Reads ranked passages of `passages` beside the question they were ranked for: one reading each, in their order. */
export function readLexically(
  question: Question,
  ranked: readonly Ranked[],
  passages: ReadPassages,
  weights: LexicalEvidence,
): LexicalReading[] {
  return ranked.map((one) => {
    const read = passages.at(one.index);
    const evidence = read && lexicalEvidence(question, one, ranked, read);
    return { answers: evidence ? logistic(weigh(evidence, weights)) : 0, sentence: one.best };
  });
}

/** What the lexical reader knows of the passages it may be asked about: those of one index. */
export interface LexicalShelf {
  readonly passages: ReadPassages;
  /** The place of a passage by its key; undefined where it is none of the index's. */
  indexOf(key: string): number | undefined;
  /** The question as it is understood, and its candidates in the order of their words. */
  explain(question: string): Promise<{ readonly question: Question; readonly ranked: readonly Ranked[] }>;
  /** The same for passages that are no candidates. */
  rank(question: Question, indices: readonly number[]): readonly Ranked[];
  readonly weights: LexicalEvidence;
}

/**
 * The lexical reader as a reader: it reads the passages of its index, each among the candidates that the index has for the question,
 * whoever else is read. Of a passage that the index does not hold it is not sure at all.
 */
export function lexicalReader(shelf: LexicalShelf): Reader {
  return {
    name: 'lexical',
    async read(text, passages, signal) {
      if (signal?.aborted) throw new NotRead('late');
      const { question, ranked } = await shelf.explain(text);
      return passages.map(({ key }) => {
        const index = shelf.indexOf(key);
        const read = index === undefined ? undefined : shelf.passages.at(index);
        if (index === undefined || !read) return { answers: 0, sentence: 0 };
        const found = ranked.find((each) => each.index === index) ?? shelf.rank(question, [index])[0];
        if (!found) return { answers: 0, sentence: 0 };
        const evidence = lexicalEvidence(question, found, ranked, read);
        return { answers: logistic(weigh(evidence, shelf.weights)), sentence: found.best };
      });
    },
  };
}

/** From this share of the threshold on a passage may be the closest one. */
const CLOSE = 0.6;

/**
 * Whether a passage that is no answer comes so near to one that readers should judge for themselves: little is missing to the
 * threshold, and something of the kind asked for is there.
 */
export function comesClose({ answers }: LexicalReading, { sentence }: Ranked): boolean {
  return answers < THRESHOLD && answers >= CLOSE * THRESHOLD && sentence.evidence.unmet === 0;
}

const is = (yes: boolean): number => (yes ? 1 : 0);

/** All evidence about one of the ranked passages, `all` of them being those it stands among. */
export function lexicalEvidence(
  question: Question,
  ranked: Ranked,
  all: readonly Ranked[],
  read: ReadPassage,
): LexicalEvidence {
  const { evidence, sentence, cover, documentCover } = ranked;
  const { document, phrase, run, wanted, length } = evidence;
  const isName = (at: number): boolean => question.terms[at]?.isName ?? false;
  const unmetWhere = (kind: Kind): number => (question.kind === kind ? sentence.evidence.unmet : 0);
  const asksCount = (question.wanted & MARK.number) !== 0 && question.focus >= 0;
  const counted = asksCount && isCounted(question, ranked, read);
  return {
    bias: 1,
    ...{ document, phrase, run, wanted, length, bm25: ranked.bm25 },
    cover: share(cover, question),
    context: sentence.evidence.context,
    score: ranked.score / 10,
    lead: leadOf(ranked, all),
    company: ranked.company,
    unknown:
      1 -
      share(
        Float32Array.from(question.terms, ({ known }) => is(known)),
        question,
      ),
    gap: gapOf(question, cover),
    names: missingShare(question, cover, isName),
    // The rest of the document counts half in `documentCover`; here it is enough that the document speaks of it.
    documentNames: missingShare(
      question,
      documentCover.map((value) => Math.min(1, value * 2)),
      isName,
    ),
    unmetTime: unmetWhere('time'),
    unmetNumber: counted ? 0 : unmetWhere('number'),
    uncounted: is(asksCount && !counted),
    whether: is(question.kind === 'whether'),
    long: Math.min(1, question.folded.length / LONG_QUESTION),
    short: shortness(read),
    loose: looseShare(question, sentence.cover),
    unnegated: is(question.negated && !isNegated(ranked, read)),
    otherName: is(hasRival(question, ranked, read)),
  };
}

/** A score three above the next is as far as any. */
const FAR_AHEAD = 3;

function leadOf(ranked: Ranked, [first, second]: readonly Ranked[]): number {
  const rival = ranked === first ? second : first;
  if (!rival) return 1;
  return Math.min(1, Math.max(-1, (ranked.score - rival.score) / FAR_AHEAD));
}

/** Words: that is a long question. */
const LONG_QUESTION = 20;
/** Words: news paragraphs have some 35 and are short, encyclopedic ones some 120 and are long; between is between. */
const SHORT_PARAGRAPH = 45;
const LONG_PARAGRAPH = 85;

function shortness({ terms }: ReadPassage): number {
  return Math.min(1, Math.max(0, (LONG_PARAGRAPH - terms.length) / (LONG_PARAGRAPH - SHORT_PARAGRAPH)));
}

/** Share of the names asked about that are not covered; 0 where the question has none. */
function missingShare(question: Question, cover: Float32Array, only: (term: number) => boolean): number {
  return question.terms.some((_, term) => only(term)) ? 1 - share(cover, question, only) : 0;
}

/** The most surprising word not covered, as a share of eight: the surprise of a word the background does not know is about that. */
function gapOf({ terms }: Question, cover: Float32Array): number {
  let gap = 0;
  terms.forEach(({ weight }, term) => {
    gap = Math.max(gap, (weight * (1 - (cover[term] ?? 0))) / 8);
  });
  return gap;
}

/** The word itself or a name counts 1, every other stand-in 0.85 at most (`COUNTS` in question-terms.ts): 0.9 tells them apart. */
const LOOSE_BELOW = 0.9;

function looseShare({ terms }: Question, cover: Float32Array): number {
  let covered = 0;
  let loose = 0;
  terms.forEach(({ weight }, term) => {
    const count = cover[term] ?? 0;
    covered += weight * count;
    if (count < LOOSE_BELOW) loose += weight * count;
  });
  return covered ? loose / covered : 0;
}

const sentenceOf = (
  { best }: Ranked,
  { sentences }: Pick<ReadPassage, 'sentences'>,
): { from: number; to: number } => sentences[best] ?? { from: 0, to: 0 };

function isNegated(ranked: Ranked, read: ReadPassage): boolean {
  const { from, to } = sentenceOf(ranked, read);
  return read.marks.subarray(from, to).some((mark) => (mark & MARK.negation) !== 0);
}

/** "*30* mostly European *leaders*": two words may stand between a number and its noun. */
const COUNT_REACH = 3;
/** No numbers by themselves, but right before a noun they count it. */
const COUNTS = /^(?:one|no|several|many|few)$/;

/** Whether a number that is not the question's own stands right before the noun counted. */
function isCounted({ focus }: Question, ranked: Ranked, read: ReadPassage): boolean {
  const { at } = ranked.match;
  const { from, to } = sentenceOf(ranked, read);
  for (let place = from; place < to; place += 1) {
    if (at[place] !== focus) continue;
    if (COUNTS.test(read.folded[place - 1] ?? '')) return true;
    for (let before = Math.max(from, place - COUNT_REACH); before < place; before += 1)
      if ((read.marks[before] ?? 0) & MARK.number && (at[before] ?? -1) < 0) return true;
  }
  return false;
}

/** These are names of no one. */
const NO_NAME = MARK.year | MARK.month | MARK.weekday | MARK.people;

/** Whether a name of the question is missing in the sentence, which has another one; who or where it was is not asked. */
function hasRival({ terms, kind, marks }: Question, ranked: Ranked, read: ReadPassage): boolean {
  if (kind === 'person' || kind === 'place') return false;
  const isName = (mark = 0): boolean => (mark & MARK.name) !== 0;
  const missing = terms.some(({ position }, term) => {
    const mark = marks[position] ?? 0;
    return (ranked.sentence.cover[term] ?? 0) === 0 && isName(mark) && (mark & NO_NAME) === 0;
  });
  const { from, to } = sentenceOf(ranked, read);
  return (
    missing &&
    read.marks.subarray(from, to).some((mark, at) => isName(mark) && (ranked.match.at[from + at] ?? -1) < 0)
  );
}
