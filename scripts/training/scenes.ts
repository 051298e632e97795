// The corpora and questions to learn from: each scene is one corpus and what it is asked.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { openSearch, type Search, type SearchWeights } from '../../src/search/answer.ts';
import { readBackground } from '../../src/search/ranking/background.ts';
import { isHit, isRightSentence, type Question, readQuestions } from '../../tests/eval/questions.ts';
import { collectionOf } from '../../tests/eval/room-collection.ts';
import { partOf, type Room, readRooms } from '../../tests/eval/rooms.ts';

/**
 * What sort of question it is. `enc`: of an encyclopedia; `one`: of one of its articles alone; `room`: of a room; `own`: of the
 * shipped talks, which measure and are not learned from. `+` has an answer; `Adv` was made to look as if; `Out` lost its document;
 * `-` has none; `Off` belongs to another corpus.
 */
export type SetName =
  | 'enc+'
  | 'encAdv'
  | 'encOut'
  | 'one+'
  | 'oneAdv'
  | 'oneOut'
  | 'room+'
  | 'room-'
  | 'roomOff'
  | 'own+'
  | 'own-';

export interface SceneQuestion {
  readonly set: SetName;
  /** Questions of one fold are learned from together or not at all; those of −1 are never learned from. */
  readonly fold: number;
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

export type Weights = {
  -readonly [Name in keyof SearchWeights]: { -readonly [Each in keyof SearchWeights[Name]]: number };
};

/** Articles and rooms are parted into so many folds. */
export const FOLDS = 6;

const background = readBackground();
type Asked = Pick<SceneQuestion, 'set' | 'fold'> & { readonly question: Question };

/** The scenes of each folder, an encyclopedia or rooms, and the shipped talks. The weights may change later. */
export async function openScenes(weights: Weights, folders: readonly string[]): Promise<Scene[]> {
  const talks = await readCollection('corpus');
  const scenes: Scene[] = [];
  for (const folder of folders) {
    const isEncyclopedia = await access(join(folder, 'corpus.jsonl')).then(
      () => true,
      () => false,
    );
    scenes.push(
      ...(isEncyclopedia
        ? await encyclopediaScenes(weights, folder)
        : roomScenes(weights, await roomsOf(folder), talks.dossier)),
    );
  }
  const golden = [
    ...(await readQuestions('tests/golden/questions.jsonl')),
    ...(await readQuestions('tests/golden/held-out.jsonl')),
  ].filter(({ kind }) => kind !== 'off-subject' && kind !== 'small-talk');
  const asked = golden.map(
    (question): Asked => ({ set: question.answerable ? 'own+' : 'own-', fold: -1, question }),
  );
  return [...scenes, sceneOf(weights, talks, asked)];
}

async function encyclopediaScenes(weights: Weights, folder: string): Promise<Scene[]> {
  const articles = await readCollection(join(folder, 'corpus.jsonl'));
  const questions = await readQuestions(join(folder, 'questions.jsonl'));
  const folds = new Map(articles.documents.map(({ id }, at) => [id, at % FOLDS]));
  const about = (question: Question, corpus: 'enc' | 'one'): Asked => ({
    set: question.answerable ? `${corpus}+` : `${corpus}Adv`,
    fold: folds.get(question.docId ?? '') ?? -1,
    question,
  });
  const leftOut = (question: Question, corpus: 'enc' | 'one'): Asked => ({
    ...{ set: `${corpus}Out`, fold: folds.get(question.docId ?? '') ?? -1 },
    question: { ...question, answerable: false, answers: [] },
  });
  /** One article alone is asked its own questions and a quarter of all others'. */
  const alone = (question: Question, at: number, id: string): Asked[] => {
    if (question.docId === id) return [about(question, 'one')];
    return question.answerable && at % 4 === 0 ? [leftOut(question, 'one')] : [];
  };
  return [
    sceneOf(
      weights,
      articles,
      questions.map((question) => about(question, 'enc')),
    ),
    ...articles.documents.flatMap(({ id }) => [
      sceneOf(
        weights,
        only(articles, (other) => other !== id),
        questions.flatMap((one) => (one.answerable && one.docId === id ? [leftOut(one, 'enc')] : [])),
      ),
      sceneOf(
        weights,
        only(articles, (other) => other === id),
        questions.flatMap((one, at) => alone(one, at, id)),
      ),
    ]),
  ];
}

/** The rooms that are learned from, in English with their English questions: the words of other languages are weighed by no one. */
async function roomsOf(folder: string): Promise<Room[]> {
  const { rooms } = await readRooms([folder]);
  return rooms
    .filter((room) => room.language === 'en' && partOf(room) === 'train')
    .map((room) => ({ ...room, questions: room.questions.filter(({ language }) => language === 'en') }));
}

/** So many questions of other sorts of rooms is each room asked. */
const OFF_SUBJECT = 8;

/** A server's own documents are asked with the field's near synonyms, and with no name in the dossier. */
function roomScenes(weights: Weights, rooms: readonly Room[], { thesaurus }: Dossier): Scene[] {
  const dossier = { ...emptyDossier, thesaurus };
  const { passagesOf } = collectionOf(rooms);
  return rooms.map((room, at) => {
    const strange = rooms
      .filter(({ kind }) => kind !== room.kind)
      .flatMap((other) => other.questions.filter(({ gold }) => gold.length > 0));
    const off = Array.from({ length: OFF_SUBJECT }, (_, k) => {
      // Steps of two primes: each room has others, spread over all of them.
      const text = strange[(at * 523 + k * 97) % strange.length]?.text ?? '';
      return { set: 'roomOff' as const, text, gold: [] };
    });
    const own = room.questions.map(({ text, gold }) => ({
      ...{ set: gold.length > 0 ? ('room+' as const) : ('room-' as const), text, gold },
    }));
    return {
      search: openSearch(passagesOf(room), { dossier, background, weights }),
      questions: [...own, ...off].map(({ set, text, gold }) => ({
        ...{ set, text, fold: at % FOLDS, gold: new Set(gold), sentences: new Map() },
      })),
    };
  });
}

function only(collection: Collection, fits: (id: string) => boolean): Collection {
  return {
    ...{ ...collection, dossier: emptyDossier },
    passages: collection.passages.filter(({ document }) => fits(document.id)),
  };
}

function sceneOf(weights: Weights, { passages, dossier }: Collection, asked: readonly Asked[]): Scene {
  const search = openSearch(passages, { dossier, background, weights });
  return { search, questions: asked.map((one) => placed(search, one)) };
}

function placed({ parts }: Search, { set, fold, question }: Asked): SceneQuestion {
  const gold = new Set<number>();
  const sentences = new Map<number, Set<number>>();
  for (let index = 0; index < parts.passages.length; index += 1) {
    const { passage, sentences: spans = [] } = parts.passages.at(index) ?? {};
    if (!passage || !isHit(passage, question)) continue;
    gold.add(index);
    const right = spans.flatMap((span, at) => (isRightSentence(passage, span, question) ? [at] : []));
    sentences.set(index, new Set(right));
  }
  return { set, fold, text: question.question, gold, sentences };
}
