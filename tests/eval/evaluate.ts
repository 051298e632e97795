// Asks the questions on a corpus in several ways, in turn, and measures each.
import type { Collection } from '../../src/corpus/files/collection.ts';
import { type Dress, undressed } from './dresses.ts';
import { auroc, bestBalanced, mean, quantile, share } from './measures.ts';
import type { Outcome } from './outcomes.ts';
import { isHit, isOffSubject, isRightSentence, type Question } from './questions.ts';
import type { Ask, Reply, Way } from './ways.ts';

/** What came back for a question. */
export interface Asked extends Outcome, Reply {
  readonly question: Question;
  readonly dress: string;
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

/** What one way of asking reached. */
export interface Evaluation {
  readonly way: Way;
  /** Of the questions as they are written. */
  readonly figures: Figures;
  readonly asked: readonly Asked[];
  /** Answerable questions asked again without their document. */
  readonly heldOut: readonly Asked[];
}

export interface EvaluateOptions<W extends readonly Way[] = readonly Way[]> {
  readonly ways: W;
  /** Also asks the answerable questions of each document where that document is left out. */
  readonly holdOut?: boolean;
  /** What the questions are asked in, beside as they are written. */
  readonly dresses?: Readonly<Record<string, Dress>>;
}

/** One evaluation for each way, in their order. */
export async function evaluate<const W extends readonly Way[]>(
  collection: Collection,
  questions: readonly Question[],
  options: EvaluateOptions<W>,
): Promise<{ readonly [K in keyof W]: Evaluation }>;
export async function evaluate(
  collection: Collection,
  questions: readonly Question[],
  { ways, holdOut = false, dresses = undressed }: EvaluateOptions,
): Promise<readonly Evaluation[]> {
  const documents = new Set(collection.documents.map(({ id }) => id));
  const rounds = await askAll(collection, questions, { ways, dresses });
  const held = holdOut ? await heldOut(collection, questions, ways) : [];
  return ways.map((way, index) => {
    const [asked = [], left = []] = [rounds[index], held[index]];
    const written = asked.filter(({ dress }) => dress in undressed);
    return { way, asked, heldOut: left, figures: figures(written, left, documents, !way.judges) };
  });
}

/** So many questions are asked before time is taken, or the first would be slower than those after it. */
const warmUp = 200;

/** Other words than will be asked: what was answered before is remembered, and a look into the memory would be measured. */
const turned = (question: string): string => question.split(' ').toReversed().join(' ');

/** Each question goes to every way of asking in turn, so that a busy machine slows all alike. */
async function askAll(
  collection: Collection,
  questions: readonly Question[],
  { ways, dresses }: Required<Pick<EvaluateOptions, 'ways' | 'dresses'>>,
): Promise<Asked[][]> {
  const documents = new Set(collection.documents.map(({ id }) => id));
  const asks: Ask[] = [];
  for (const way of ways) asks.push(await way.open(collection));
  for (const { question } of questions.slice(0, warmUp)) for (const ask of asks) await ask(turned(question));
  const rounds: Asked[][] = ways.map(() => []);
  for (const [dress, put] of Object.entries(dresses)) {
    for (const question of questions) {
      for (const [index, ask] of asks.entries()) {
        const reply = await ask(put(question.question, 'en'));
        rounds[index]?.push({ dress, question, ...reply, ...judged(question, reply, documents) });
      }
    }
  }
  return rounds;
}

function judged(
  question: Question,
  { passages: [first] }: Reply,
  documents: ReadonlySet<string>,
): Pick<Outcome, 'sort' | 'right'> {
  if (question.answerable)
    return { sort: 'answerable', right: first !== undefined && isHit(first, question) };
  return { sort: isOffSubject(question, documents) ? 'off the subject' : 'on the subject', right: false };
}

async function heldOut(
  collection: Collection,
  questions: readonly Question[],
  ways: readonly Way[],
): Promise<Asked[][]> {
  const rounds: Asked[][] = ways.map(() => []);
  for (const document of collection.documents) {
    const about = questions.filter(({ docId, answerable }) => answerable && docId === document.id);
    const documents = collection.documents.filter((other) => other !== document);
    if (about.length === 0 || documents.length === 0) continue;
    const passages = collection.passages.filter((passage) => passage.document !== document);
    const left = await askAll({ ...collection, documents, passages }, about, { ways, dresses: undressed });
    for (const [index, asked] of left.entries()) rounds[index]?.push(...asked);
  }
  return rounds;
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
  const times = asked.map(({ ms }) => ms);
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
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
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
