// The corpora and questions to learn from: each scene is one corpus and what it is asked.
import { join } from 'node:path';
import { type Collection, readCollection } from '../../src/corpus/collection.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openSearch, type Search } from '../../src/search/answer.ts';
import { readBackground } from '../../src/search/background.ts';
import type { ConfidenceWeights } from '../../src/search/confidence.ts';
import type { ConfidenceEvidence } from '../../src/search/confidence-evidence.ts';
import type { SentenceEvidence } from '../../src/search/evidence.ts';
import type { PassageEvidence, RankWeights } from '../../src/search/rank.ts';
import { isSmallTalk } from '../../src/search/small-talk.ts';
import { isHit, isRightSentence, type Question, readQuestions } from '../../tests/eval/questions.ts';

/**
 * What sort of question it is. `enc`: of the encyclopedia; `one`: of one of its articles alone; `own`: of the shipped talks.
 * `+` has an answer; `Adv` was made to look as if; `Out` lost its document; `-` has none; `Off` belongs to another corpus.
 */
export type SetName =
  | 'enc+'
  | 'encAdv'
  | 'encOut'
  | 'one+'
  | 'oneAdv'
  | 'oneOut'
  | 'own+'
  | 'own-'
  | 'ownOff';

export interface SceneQuestion {
  readonly set: SetName;
  /** Questions of one group are learned from together or not at all: an article, or a fifth of those on the talks. */
  readonly group: string;
  readonly text: string;
  /** Indices of the right passages; empty where there is no answer. */
  readonly gold: ReadonlySet<number>;
  /** passage index → indices of its right sentences. */
  readonly sentences: ReadonlyMap<number, ReadonlySet<number>>;
}

export interface Scene {
  readonly search: Search;
  readonly questions: readonly SceneQuestion[];
}

export interface Weights extends RankWeights, ConfidenceWeights {
  sentence: SentenceEvidence;
  passage: PassageEvidence;
  topic: ConfidenceEvidence;
  statement: ConfidenceEvidence;
}

/** How many groups the questions on the talks are parted into. */
export const folds = 5;

interface Asked {
  readonly set: SetName;
  readonly group: string;
  readonly question: Question;
}

/** Opens all scenes. `encyclopedia` is a folder with corpus.jsonl and questions.jsonl. The weights may change later. */
export async function openScenes(weights: Weights, encyclopedia: string): Promise<Scene[]> {
  const background = readBackground();
  const articles = await readCollection(join(encyclopedia, 'corpus.jsonl'));
  const questions = await readQuestions(join(encyclopedia, 'questions.jsonl'));
  const talks = await readCollection('corpus');
  const own = [
    ...(await readQuestions('tests/golden/questions.jsonl')),
    ...(await readQuestions('scripts/training/shipped.jsonl')),
  ].filter(({ question }) => !isSmallTalk(question));
  const scene = ({ passages, dossier }: Collection, asked: readonly Asked[]): Scene => {
    const search = openSearch(passages, { dossier, background, weights });
    return { search, questions: asked.map((one) => placed(search, one)) };
  };
  return [
    scene(
      articles,
      questions.map((question) => about(question, 'enc')),
    ),
    ...articles.documents.flatMap((document) => [
      scene(
        without(articles, document.id),
        questions.flatMap((question) => leftOut(question, document.id)),
      ),
      scene(
        only(articles, document.id),
        questions.flatMap((question, at) => alone(question, at, document.id)),
      ),
    ]),
    scene(talks, [
      ...own.map((question, at) => ({
        set: question.answerable ? ('own+' as const) : ('own-' as const),
        group: `own${at % folds}`,
        question,
      })),
      ...questions
        .filter((_, at) => at % 5 === 0)
        .map((question) => ({
          set: 'ownOff' as const,
          group: question.docId ?? '',
          question: silent(question),
        })),
    ]),
  ];
}

function about(question: Question, corpus: 'enc' | 'one'): Asked {
  return { set: question.answerable ? `${corpus}+` : `${corpus}Adv`, group: question.docId ?? '', question };
}

function leftOut(question: Question, document: string): Asked[] {
  if (!question.answerable || question.docId !== document) return [];
  return [{ set: 'encOut', group: document, question: silent(question) }];
}

/** One article alone is asked its own questions and a quarter of all others'. */
function alone(question: Question, at: number, document: string): Asked[] {
  if (question.docId === document) return [about(question, 'one')];
  if (!question.answerable || at % 4 !== 0) return [];
  return [{ set: 'oneOut', group: question.docId ?? '', question: silent(question) }];
}

function silent(question: Question): Question {
  return { ...question, answerable: false, answers: [] };
}

function without(collection: Collection, id: string): Collection {
  return {
    ...collection,
    dossier: emptyDossier,
    passages: collection.passages.filter(({ document }) => document.id !== id),
  };
}

function only(collection: Collection, id: string): Collection {
  return {
    ...collection,
    dossier: emptyDossier,
    passages: collection.passages.filter(({ document }) => document.id === id),
  };
}

function placed({ read }: Search, { set, group, question }: Asked): SceneQuestion {
  const gold = new Set<number>();
  const sentences = new Map<number, Set<number>>();
  for (const [index, { passage, sentences: spans }] of read.entries()) {
    if (!isHit(passage, question)) continue;
    gold.add(index);
    const right = spans.flatMap((span, at) => (isRightSentence(passage, span, question) ? [at] : []));
    sentences.set(index, new Set(right));
  }
  return { set, group, text: question.question, gold, sentences };
}
