// The trained model itself: the only file that knows ONNX Runtime. It runs in a thread of its own (worker.ts).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Apart } from './jobs.ts';
import type { ModelDescription, ModelFileName, ModelFiles } from './model-files.ts';
import type { Kept, KeptWindow } from './packing.ts';
import type { ReadablePassage } from './reader.ts';
import type { Shelf } from './shelf.ts';
import { openTokens, type Tokens } from './tokens.ts';
import { cosineOf, toBytes } from './vectors.ts';

/** What reading tells of one passage: the model's own score, and the sentence that carries the answer. */
export interface Scored {
  readonly score: number;
  readonly sentence: number;
}

interface AskedQuestion {
  readonly states: Float32Array;
  readonly tokens: number;
  readonly vector: Int8Array;
  /** What was read beside it lately, by the passage's key: whoever had to give way goes on from there. */
  readonly read: LRUCache<string, Read>;
}

/** What was read of a passage beside a question: its windows in order, and sentences of them. */
interface Read {
  readonly windows: Scored[];
  readonly sentences: Map<string, number>;
}

/** What is made of a passage so far. */
interface Begun {
  readonly windows: KeptWindow[];
  /** Of the windows' vectors. */
  readonly sum: Float32Array;
}

export interface EncoderOptions {
  /** Threads of the processor that one run may use. */
  readonly threads: number;
}

/** A question is embedded first and read later; of so many the states are still there. */
const mostQuestions = 64;
/** A question is read beside some twenty. */
const mostPassages = 64;
/** One is prepared at a time; some 70 kB each. */
const mostBegun = 8;

type Sessions = Readonly<Record<'lower' | 'vectors' | 'reader', InferenceSession>>;

export async function openEncoder(
  files: ModelFiles,
  shelf: Shelf,
  options: EncoderOptions,
): Promise<Encoder> {
  const settings: InferenceSession.SessionOptions = {
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    // The arena never gives back what the longest text took: 60 MB, and saves no time.
    enableCpuMemArena: false,
    // A thread that waits for work by running in circles takes the time of whoever answers Discord.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
  // From a path: bytes that are handed over lie in memory twice.
  const open = (name: ModelFileName): Promise<InferenceSession> =>
    InferenceSession.create(join(files.folder, name), settings);
  const lower = await open('lower.onnx');
  const vectors = await open('vectors.onnx');
  const reader = await open('reader.onnx');
  const tokenizer = await readFile(join(files.folder, 'tokenizer.json'), 'utf8');
  return new Encoder(files.description, shelf, { lower, vectors, reader }, tokenizer);
}

/**
 * Texts are run one at a time. Two cores are as busy with one as with eight, nothing is spent on filling rows up, and what comes out
 * does not depend on who stands beside it: int8 arithmetic takes its scale from all that is run at once.
 */
export class Encoder {
  readonly #description: ModelDescription;
  readonly #shelf: Shelf;
  readonly #sessions: Sessions;
  readonly #tokens: Tokens;
  readonly #asked = new LRUCache<string, AskedQuestion>({ max: mostQuestions });
  /** Passages that were given up amid their windows: whoever wants one again goes on from there. */
  readonly #begun = new LRUCache<string, Begun>({ max: mostBegun });

  constructor(description: ModelDescription, shelf: Shelf, sessions: Sessions, tokenizer: string) {
    this.#description = description;
    this.#shelf = shelf;
    this.#sessions = sessions;
    this.#tokens = openTokens(tokenizer, description);
  }

  /** The unit vector of a question, each number times 127. */
  async vectorOf(question: string): Promise<Int8Array> {
    return (await this.#question(question)).vector;
  }

  /** The vectors of passages as far as they are kept already. */
  knownVectors(keys: readonly string[]): ReadonlyMap<string, Int8Array> {
    return this.#shelf.vectors(keys);
  }

  /**
   * What is kept of passages; what is not there yet is made and put away, each as soon as it is made: another library may have had the
   * same passage made meanwhile. Throws between two runs where `signal` says so.
   */
  async encode(
    passages: readonly ReadablePassage[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Kept>> {
    const made = new Map<string, Kept>();
    for (const passage of passages) made.set(passage.key, await this.#kept(passage, signal));
    return made;
  }

  /** Reads a question beside passages. Those that nothing is kept of are read afresh. */
  async read(
    question: string,
    passages: readonly ReadablePassage[],
    signal: AbortSignal,
  ): Promise<readonly Scored[]> {
    const asked = await this.#question(question);
    const scored: Scored[] = [];
    for (const passage of passages) {
      scored.push(await this.#readPassage(asked, passage, signal));
    }
    return scored;
  }

  async #readPassage(asked: AskedQuestion, passage: ReadablePassage, signal: AbortSignal): Promise<Scored> {
    const kept = await this.#kept(passage, signal);
    const cosine = cosineOf(asked.vector, kept.vector);
    const { windows } = readOf(asked, passage.key);
    for (const window of kept.windows.slice(windows.length)) {
      signal.throwIfAborted();
      windows.push(await this.#readOne(asked, window, cosine));
    }
    let best = { score: -Infinity, sentence: 0 };
    for (const found of windows) if (found.score > best.score) best = found;
    // Of a broken model, whose scores are no numbers, nothing may be told.
    if (best.score === -Infinity) throw new Error('reading/encoder: the model gives no score');
    return best;
  }

  /** The score of each of some sentences of a passage, each read by itself; −Infinity where nothing is kept of it. */
  async readSentences(
    question: string,
    { passage, sentences }: Apart,
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    const asked = await this.#question(question);
    const kept = await this.#kept(passage, signal);
    const cosine = cosineOf(asked.vector, kept.vector);
    const { sentences: read } = readOf(asked, passage.key);
    const scores = new Map<number, number>();
    for (const [at, window] of kept.windows.entries()) {
      for (const [sentence, alone] of sentencesOf(window, this.#description.kept)) {
        if (!sentences.includes(sentence)) continue;
        signal.throwIfAborted();
        // One that two windows part is read in each.
        const part = `${at} ${sentence}`;
        const score = read.get(part) ?? (await this.#readOne(asked, alone, cosine)).score;
        read.set(part, score);
        scores.set(sentence, Math.max(score, scores.get(sentence) ?? -Infinity));
      }
    }
    return sentences.map((sentence) => scores.get(sentence) ?? -Infinity);
  }

  /** Nothing of these passages is in memory any more. */
  forget(keys: readonly string[]): void {
    for (const key of keys) {
      this.#begun.delete(key);
      for (const { read } of this.#asked.values()) read.delete(key);
    }
  }

  async #question(text: string): Promise<AskedQuestion> {
    const known = this.#asked.get(text);
    if (known) return known;
    const ids = this.#tokens.question(text);
    const { states, vector } = await this.#run(ids);
    const read = new LRUCache<string, Read>({ max: mostPassages });
    const asked = { states, tokens: ids.length, vector: toBytes(vector), read };
    this.#asked.set(text, asked);
    return asked;
  }

  async #kept(passage: ReadablePassage, signal: AbortSignal): Promise<Kept> {
    return this.#shelf.get(passage.key) ?? this.#encodeOne(passage, signal);
  }

  async #encodeOne(passage: ReadablePassage, signal: AbortSignal): Promise<Kept> {
    const begun = this.#begun.get(passage.key) ?? {
      windows: [],
      sum: new Float32Array(this.#description.hidden),
    };
    this.#begun.set(passage.key, begun);
    const { windows, sum } = begun;
    for (const { ids, head, pieces } of this.#tokens.windows(passage).slice(windows.length)) {
      signal.throwIfAborted();
      const { kept, vector } = await this.#run(ids);
      windows.push({ head, pieces, tokens: ids.length, states: kept });
      for (const [at, number] of vector.entries()) sum[at] = (sum[at] ?? 0) + number;
    }
    const made = { vector: toBytes(sum), windows };
    this.#begun.delete(passage.key);
    this.#shelf.put(passage.key, made);
    return made;
  }

  async #run(ids: readonly number[]) {
    const shape = [1, ids.length];
    const mask = ones(shape);
    const given = { ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape), mask };
    const { states, kept } = await this.#sessions.lower.run(given);
    if (!(states instanceof Tensor)) throw new Error('reading/encoder: the model gives no states');
    const { vector } = await this.#sessions.vectors.run({ states, mask });
    return { states: floats(states), kept: bytes(kept), vector: floats(vector) };
  }

  async #readOne(asked: AskedQuestion, window: KeptWindow, cosine: number): Promise<Scored> {
    const { hidden, kept } = this.#description;
    const shape = [1, window.tokens];
    const found = await this.#sessions.reader.run({
      question: new Tensor('float32', asked.states, [1, asked.tokens, hidden]),
      question_mask: ones([1, asked.tokens]),
      kept: new Tensor('int8', window.states, [...shape, kept]),
      kept_mask: ones(shape),
      body_mask: new Tensor('int64', new BigInt64Array(window.tokens).fill(1n, window.head), shape),
      cosine: new Tensor('float32', Float32Array.of(cosine), [1]),
    });
    const [score = Number.NaN] = floats(found['score']);
    return { score, sentence: carrying(window, floats(found['token'])) };
  }
}

function readOf({ read }: AskedQuestion, key: string): Read {
  const known = read.get(key) ?? { windows: [], sentences: new Map() };
  read.set(key, known);
  return known;
}

function ones(shape: readonly number[]): Tensor {
  return new Tensor('int64', new BigInt64Array(shape.at(-1) ?? 0).fill(1n), shape);
}

function floats(value: unknown): Float32Array {
  if (value instanceof Tensor && value.data instanceof Float32Array) return value.data;
  throw new Error('reading/encoder: the model gives no floats where they are expected');
}

function bytes(value: unknown): Int8Array {
  if (value instanceof Tensor && value.data instanceof Int8Array) return value.data;
  throw new Error('reading/encoder: the model gives no bytes where they are expected');
}

/** Each sentence of a window as a window of its own: what is kept of it was made amid the others. */
function* sentencesOf({ head, pieces, states }: KeptWindow, width: number): Generator<[number, KeptWindow]> {
  let at = head;
  for (const piece of pieces) {
    const own = states.slice(at * width, (at + piece.tokens) * width);
    yield [piece.sentence, { head: 0, pieces: [piece], tokens: piece.tokens, states: own }];
    at += piece.tokens;
  }
}

/** The sentence on whose tokens most of the answer lies: the tokens' scores are logits of where it is. */
function carrying({ head, pieces }: KeptWindow, token: Float32Array): number {
  const highest = token.reduce((most, each) => Math.max(most, each), -Infinity);
  let at = head;
  let best = { sentence: pieces[0]?.sentence ?? 0, weight: -1 };
  for (const { sentence, tokens } of pieces) {
    let weight = 0;
    for (const end = at + tokens; at < end; at += 1) weight += Math.exp((token[at] ?? -Infinity) - highest);
    if (weight > best.weight) best = { sentence, weight };
  }
  return best.sentence;
}
