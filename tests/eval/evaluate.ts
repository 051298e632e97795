// Asks questions of a library and of plain MiniSearch, in turn, and measures both.
import MiniSearch from 'minisearch';
import type { Collection } from '../../src/corpus/collection.ts';
import type { Passage, Span } from '../../src/corpus/passages.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import { auroc, bestBalanced, mean, quantile, share } from './measures.ts';
import { isHit, isOffSubject, isRightSentence, type Question } from './questions.ts';

/** What came back for a question. */
export interface Asked {
  readonly question: Question;
  readonly passages: readonly Passage[];
  readonly sentence: Span | undefined;
  readonly confidence: number;
  readonly answered: boolean;
  readonly ms: number;
}

/** The figures for unanswerable questions of one sort, against the answerable ones. */
export interface Silence {
  readonly questions: number;
  readonly auroc: number | undefined;
  /** At the shipped threshold; for plain MiniSearch, which has none, at the best one chosen afterwards. */
  readonly balanced: number;
  /** Answerable questions that got no answer, and unanswerable ones that got one. */
  readonly missed: number;
  readonly wronglyAnswered: number;
}

export interface Figures {
  readonly answerable: number;
  readonly top1: number;
  readonly top5: number;
  readonly mrr: number;
  /** The right passage first and given as the answer. */
  readonly answeredRight: number;
  /** Of the questions whose passage is right: those whose sentence is right. */
  readonly sentence: number | undefined;
  readonly onSubject: Silence | undefined;
  readonly offSubject: Silence | undefined;
  readonly heldOut: Silence | undefined;
  readonly medianMs: number;
  readonly p99Ms: number;
}

export interface Evaluation {
  readonly ours: Figures;
  readonly plain: Figures;
  readonly asked: readonly Asked[];
  /** Answerable questions asked again without their document. */
  readonly heldOut: readonly Asked[];
}

/** One way of asking: the library's, or plain MiniSearch's. */
type Ask = (question: Question) => Promise<Asked>;

export async function evaluate(
  collection: Collection,
  questions: readonly Question[],
  holdOut: boolean,
): Promise<Evaluation> {
  const full = [libraryAsk(libraryOf(collection)), plainAsk(collection.passages)] as const;
  const rounds = await askAll(full, questions);
  const held = holdOut ? await heldOut(collection, questions) : [[], []];
  const documents = new Set(collection.documents.map(({ id }) => id));
  const [ours = [], plain = []] = rounds;
  const [oursHeld = [], plainHeld = []] = held;
  return {
    ours: figures(ours, oursHeld, documents, false),
    plain: figures(plain, plainHeld, documents, true),
    asked: ours,
    heldOut: oursHeld,
  };
}

/** Each question goes to every way of asking in turn, so that a busy machine slows all alike. */
async function askAll(ways: readonly Ask[], questions: readonly Question[]): Promise<Asked[][]> {
  for (const question of questions.slice(0, 200)) for (const ask of ways) await ask(question);
  const rounds: Asked[][] = ways.map(() => []);
  for (const question of questions) {
    for (const [index, ask] of ways.entries()) rounds[index]?.push(await ask(question));
  }
  return rounds;
}

/** Asks the answerable questions of each document where that document is left out. */
async function heldOut(collection: Collection, questions: readonly Question[]): Promise<Asked[][]> {
  const rounds: Asked[][] = [[], []];
  for (const document of collection.documents) {
    const about = questions.filter(({ docId, answerable }) => answerable && docId === document.id);
    const documents = collection.documents.filter((other) => other !== document);
    if (about.length === 0 || documents.length === 0) continue;
    const passages = collection.passages.filter((passage) => passage.document !== document);
    const ways = [libraryAsk(libraryOf({ ...collection, documents, passages })), plainAsk(passages)];
    for (const [index, asked] of (await askAll(ways, about)).entries()) rounds[index]?.push(...asked);
  }
  return rounds;
}

function libraryAsk(library: Library): Ask {
  return async (question) => {
    const before = performance.now();
    const { citations, confidence, outcome } = await library.ask(question.question);
    const ms = performance.now() - before;
    const passages = citations.map(({ passage }) => passage);
    return {
      question,
      passages,
      sentence: citations[0]?.sentence,
      confidence,
      answered: outcome === 'answer',
      ms,
    };
  };
}

/** MiniSearch as it comes: default options, the text alone. Its score is its confidence. */
function plainAsk(passages: readonly Passage[]): Ask {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(passages.map(({ text }, id) => ({ id, text })));
  return async (question) => {
    const before = performance.now();
    const found = search.search(question.question);
    const ms = performance.now() - before;
    const first = found.slice(0, 5).flatMap(({ id }) => passages[Number(id)] ?? []);
    const confidence = found[0]?.score ?? 0;
    return { question, passages: first, sentence: undefined, confidence, answered: found.length > 0, ms };
  };
}

function figures(
  asked: readonly Asked[],
  held: readonly Asked[],
  documents: ReadonlySet<string>,
  plain: boolean,
): Figures {
  const answerable = asked.filter(({ question }) => question.answerable);
  const unanswerable = asked.filter(({ question }) => !question.answerable);
  const ranks = answerable.map((one) => one.passages.findIndex((passage) => isHit(passage, one.question)));
  const right = answerable.filter((_, index) => ranks[index] === 0);
  const silence = (negatives: readonly Asked[], positives = answerable): Silence | undefined =>
    negatives.length === 0 ? undefined : silenceOf(positives, negatives, plain);
  const off = (one: Asked): boolean => isOffSubject(one.question, documents);
  const asks = new Set(held.map(({ question }) => question));
  return {
    answerable: answerable.length,
    top1: share(ranks, (rank) => rank === 0),
    top5: share(ranks, (rank) => rank >= 0),
    mrr: mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    answeredRight: share(answerable, (one) => one.answered && right.includes(one)),
    sentence: plain || right.length === 0 ? undefined : share(right, sentenceIsRight),
    onSubject: silence(unanswerable.filter((one) => !off(one))),
    offSubject: silence(unanswerable.filter(off)),
    heldOut: silence(
      held,
      answerable.filter(({ question }) => asks.has(question)),
    ),
    medianMs: quantile(
      asked.map(({ ms }) => ms),
      0.5,
    ),
    p99Ms: quantile(
      asked.map(({ ms }) => ms),
      0.99,
    ),
  };
}

export function sentenceIsRight({ passages: [first], sentence, question }: Asked): boolean {
  return first !== undefined && sentence !== undefined && isRightSentence(first, sentence, question);
}

function silenceOf(positives: readonly Asked[], negatives: readonly Asked[], plain: boolean): Silence {
  const values = (asked: readonly Asked[]): number[] => asked.map(({ confidence }) => confidence);
  const missed = share(positives, ({ answered }) => !answered);
  const wronglyAnswered = share(negatives, ({ answered }) => answered);
  return {
    questions: negatives.length,
    auroc: auroc(values(positives), values(negatives)),
    balanced: plain ? bestBalanced(values(positives), values(negatives)) : 1 - (missed + wronglyAnswered) / 2,
    missed,
    wronglyAnswered,
  };
}
