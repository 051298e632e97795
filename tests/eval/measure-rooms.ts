// Asks the questions of rooms: of each room alone, or of all of them as one collection, where those of other rooms are off the
// subject.
import type { Document } from '../../src/corpus/document.ts';
import { holdsAnswer } from './answer-sentences.ts';
import { Chance } from './chance.ts';
import type { Dress } from './dresses.ts';
import type { Outcome } from './outcomes.ts';
import { collectionOf, drownedIn, type RoomCollection } from './room-collection.ts';
import type { Room, RoomQuestion } from './rooms.ts';
import type { Ask, Reply, Way } from './ways.ts';

/** A question with the room it was written for. */
export interface InRoom {
  readonly room: Room;
  readonly question: RoomQuestion;
}

export interface RoomOutcome extends Outcome, InRoom {
  readonly way: Way;
  readonly dress: string;
  readonly reply: Reply;
}

export interface AskOptions {
  readonly ways: readonly Way[];
  readonly dresses: Readonly<Record<string, Dress>>;
  /** What else stands in the collection. */
  readonly among?: Among | undefined;
}

export interface Among {
  readonly documents: readonly Document[];
  /** So many passages of theirs. */
  readonly passages: number;
}

/** Opens each room for itself and asks it its own questions. */
export async function askAlone(rooms: readonly Room[], options: AskOptions): Promise<RoomOutcome[]> {
  const outcomes: RoomOutcome[] = [];
  for (const room of rooms)
    outcomes.push(...(await askIn(collectionOf([room]), questionsOf([room]), options)));
  return outcomes;
}

/** Opens all rooms as one collection, and asks it their questions and some that are `off` it. */
export async function askTogether(
  rooms: readonly Room[],
  off: readonly InRoom[],
  options: AskOptions,
): Promise<RoomOutcome[]> {
  const { documents, passages } = options.among ?? { documents: [], passages: 0 };
  const opened = drownedIn(collectionOf(rooms), documents, passages);
  return askIn(opened, [...questionsOf(rooms), ...off], options);
}

export function questionsOf(rooms: readonly Room[]): InRoom[] {
  return rooms.flatMap((room) => room.questions.map((question) => ({ room, question })));
}

/** So many questions at most, drawn alike every time. */
export function drawn(questions: readonly InRoom[], count: number): InRoom[] {
  const chance = new Chance(13);
  const left = [...questions];
  for (const at of left.keys()) {
    if (at === count) break;
    const other = chance.between(at, left.length);
    const [mine, its] = [left[at], left[other]];
    if (mine && its) [left[at], left[other]] = [its, mine];
  }
  return left.slice(0, count);
}

async function askIn(
  opened: RoomCollection,
  questions: readonly InRoom[],
  { ways, dresses }: AskOptions,
): Promise<RoomOutcome[]> {
  const outcomes: RoomOutcome[] = [];
  for (const way of ways) {
    const ask = await way.open(opened.collection);
    for (const [dress, put] of Object.entries(dresses))
      for (const asked of questions)
        outcomes.push({ ...asked, way, dress, ...(await outcomeOf(asked, put, ask, opened)) });
  }
  return outcomes;
}

async function outcomeOf(
  asked: InRoom,
  put: Dress,
  ask: Ask,
  { passagesOf }: RoomCollection,
): Promise<Outcome & { readonly reply: Reply }> {
  const { room, question } = asked;
  const reply = await ask(put(question.text, question.language));
  const own = passagesOf(room);
  const [first] = reply.passages;
  const right = first !== undefined && question.gold.some((number) => own[number] === first);
  const sort =
    own.length === 0 ? 'off the subject' : question.gold.length === 0 ? 'on the subject' : 'answerable';
  const sentenceHolds = right ? holdsAnswer(asked, first, reply.sentence) : undefined;
  return { sort, right, answered: reply.answered, confidence: reply.confidence, sentenceHolds, reply };
}

/** All; by language of the question, of the documents, and of both; by kind of text. What is off the subject has no text here. */
export function groupsOf(outcomes: readonly RoomOutcome[]): Map<string, readonly RoomOutcome[]> {
  const by = (nameOf: (outcome: RoomOutcome) => string, of = outcomes): [string, RoomOutcome[]][] =>
    [...Map.groupBy(of, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const inside = outcomes.filter(({ sort }) => sort !== 'off the subject');
  return new Map([
    ['all', outcomes],
    ...by(({ question }) => `asked in ${question.language}`),
    ...by(({ room }) => `texts in ${room.language}`, inside),
    ...by(({ question, room }) => `asked in ${question.language}, texts in ${room.language}`, inside),
    ...by(({ room }) => `kind: ${room.kind}`, inside),
  ]);
}
