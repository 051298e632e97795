// The trained model itself: the only file that knows ONNX Runtime. It runs in a thread of its own (worker.ts).

import { LRUCache } from 'lru-cache';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelFiles } from './model-files.ts';
import type { Kept, KeptWindow } from './packing.ts';
import type { ReadablePassage } from './reader.ts';
import type { Shelf } from './shelf.ts';
import { openTokens, PAD, type Tokens } from './tokens.ts';

/** What reading tells of one passage: the model's own score, and the sentence that carries the answer. */
export interface Scored {
  readonly score: number;
  readonly sentence: number;
}

interface AskedQuestion {
  readonly states: Float32Array;
  readonly tokens: number;
  readonly vector: Int8Array;
}

export interface EncoderOptions {
  /** Threads of the processor that one run may use. */
  readonly threads: number;
}

/** A question is embedded first and read later; of so many the states are still there. */
const mostQuestions = 64;
/** Texts that are run at once while passages are prepared; more are no faster, and a question waits for them. */
const batch = 4;

export async function openEncoder(
  files: ModelFiles,
  shelf: Shelf,
  options: EncoderOptions,
): Promise<Encoder> {
  const settings: InferenceSession.SessionOptions = {
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    // A thread that waits for work by running in circles takes the time of whoever answers Discord.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
  const open = (name: 'lower.onnx' | 'vectors.onnx' | 'reader.onnx'): Promise<InferenceSession> =>
    InferenceSession.create(files.bytes[name], settings);
  const lower = await open('lower.onnx');
  const vectors = await open('vectors.onnx');
  const reader = await open('reader.onnx');
  return new Encoder(files, shelf, { lower, vectors, reader });
}

export class Encoder {
  readonly #files: ModelFiles;
  readonly #shelf: Shelf;
  readonly #sessions: Readonly<Record<'lower' | 'vectors' | 'reader', InferenceSession>>;
  readonly #tokens: Tokens;
  readonly #asked = new LRUCache<string, AskedQuestion>({ max: mostQuestions });

  constructor(
    files: ModelFiles,
    shelf: Shelf,
    sessions: Readonly<Record<'lower' | 'vectors' | 'reader', InferenceSession>>,
  ) {
    this.#files = files;
    this.#shelf = shelf;
    this.#sessions = sessions;
    this.#tokens = openTokens(files.bytes['tokenizer.json'], files.description);
  }

  /** The unit vector of a question, each number times 127. */
  async vectorOf(question: string): Promise<Int8Array> {
    return (await this.#question(question)).vector;
  }

  /** The vectors of passages as far as they are kept already. */
  knownVectors(keys: readonly string[]): ReadonlyMap<string, Int8Array> {
    return this.#shelf.vectors(keys);
  }

  /** Makes what is kept of passages and puts it away. */
  async encode(passages: readonly ReadablePassage[]): Promise<ReadonlyMap<string, Kept>> {
    const windows = passages.flatMap((passage) =>
      this.#tokens.windows(passage).map((window) => ({ key: passage.key, window })),
    );
    // Texts of like length together: what fills a row up is work.
    windows.sort((a, b) => a.window.ids.length - b.window.ids.length);
    const made = new Map<string, { vector: Float32Array; window: KeptWindow }[]>();
    for (let at = 0; at < windows.length; at += batch) {
      const some = windows.slice(at, at + batch);
      const run = await this.#run(some.map(({ window }) => window.ids));
      for (const [row, { key, window }] of some.entries()) {
        const tokens = window.ids.length;
        const states = run.kept.slice(
          row * run.length * this.#width,
          (row * run.length + tokens) * this.#width,
        );
        const each = {
          vector: run.vectors.subarray(row * this.#hidden, (row + 1) * this.#hidden),
          window: { head: window.head, pieces: window.pieces, tokens, states },
        };
        made.set(key, [...(made.get(key) ?? []), each]);
      }
    }
    const kept = new Map<string, Kept>();
    for (const [key, parts] of made)
      kept.set(key, {
        vector: toBytes(sum(parts.map(({ vector }) => vector))),
        windows: parts.map(({ window }) => window).sort((a, b) => firstOf(a) - firstOf(b)),
      });
    this.#shelf.put(kept);
    return kept;
  }

  /** Reads a question beside passages. Those that nothing is kept of are read afresh. */
  async read(question: string, passages: readonly ReadablePassage[]): Promise<Scored[]> {
    const asked = await this.#question(question);
    const kept = await this.#keptOf(passages);
    const rows = kept.flatMap(({ vector, windows }, passage) =>
      windows.map((window) => ({ passage, window, cosine: cosineOf(asked.vector, vector) })),
    );
    const { score, token, length } = await this.#readRows(asked, rows);
    return passages.map((_, passage): Scored => {
      const own = rows.flatMap((row, at) => (row.passage === passage ? [at] : []));
      const best = own.reduce(
        (winner, at) => ((score[at] ?? 0) > (score[winner] ?? 0) ? at : winner),
        own[0] ?? 0,
      );
      const window = rows[best]?.window;
      const carried = token.subarray(best * length, (best + 1) * length);
      return { score: score[best] ?? 0, sentence: window ? carrying(window, carried) : 0 };
    });
  }

  get #hidden(): number {
    return this.#files.description.hidden;
  }

  get #width(): number {
    return this.#files.description.kept;
  }

  async #question(text: string): Promise<AskedQuestion> {
    const known = this.#asked.get(text);
    if (known) return known;
    const ids = this.#tokens.question(text);
    const { states, vectors } = await this.#run([ids]);
    const asked = { states, tokens: ids.length, vector: toBytes(vectors) };
    this.#asked.set(text, asked);
    return asked;
  }

  async #keptOf(passages: readonly ReadablePassage[]): Promise<readonly Kept[]> {
    const known = new Map(passages.map(({ key }) => [key, this.#shelf.get(key)] as const));
    const unknown = passages.filter(({ key }) => !known.get(key));
    const made = unknown.length > 0 ? await this.encode(unknown) : new Map<string, Kept>();
    return passages.map(
      ({ key }) => known.get(key) ?? made.get(key) ?? { vector: new Int8Array(this.#hidden), windows: [] },
    );
  }

  async #run(rows: readonly (readonly number[])[]) {
    const length = Math.max(...rows.map((row) => row.length));
    const ids = new BigInt64Array(rows.length * length).fill(BigInt(PAD));
    const mask = new BigInt64Array(rows.length * length);
    for (const [at, row] of rows.entries())
      for (const [place, id] of row.entries()) {
        ids[at * length + place] = BigInt(id);
        mask[at * length + place] = 1n;
      }
    const shape = [rows.length, length];
    const masked = new Tensor('int64', mask, shape);
    const lower = await this.#sessions.lower.run({ ids: new Tensor('int64', ids, shape), mask: masked });
    const states = only(lower, 'states');
    const { vector } = await this.#sessions.vectors.run({ states, mask: masked });
    return {
      length,
      states: floats(states),
      kept: bytes(only(lower, 'kept')),
      vectors: floats(vector),
    };
  }

  async #readRows(asked: AskedQuestion, rows: readonly { window: KeptWindow; cosine: number }[]) {
    const length = Math.max(1, ...rows.map(({ window }) => window.tokens));
    const kept = new Int8Array(rows.length * length * this.#width);
    const mask = new BigInt64Array(rows.length * length);
    const body = new BigInt64Array(rows.length * length);
    for (const [at, { window }] of rows.entries()) {
      kept.set(window.states, at * length * this.#width);
      mask.fill(1n, at * length, at * length + window.tokens);
      body.fill(1n, at * length + window.head, at * length + window.tokens);
    }
    const shape = [rows.length, length];
    const found = await this.#sessions.reader.run({
      question: new Tensor('float32', asked.states, [1, asked.tokens, this.#hidden]),
      question_mask: new Tensor('int64', new BigInt64Array(asked.tokens).fill(1n), [1, asked.tokens]),
      kept: new Tensor('int8', kept, [...shape, this.#width]),
      kept_mask: new Tensor('int64', mask, shape),
      body_mask: new Tensor('int64', body, shape),
      cosine: new Tensor(
        'float32',
        Float32Array.from(rows, ({ cosine }) => cosine),
        [rows.length],
      ),
    });
    return { length, score: floats(found['score']), token: floats(found['token']) };
  }
}

function only(found: InferenceSession.OnnxValueMapType, name: string): Tensor {
  const value = found[name];
  if (!(value instanceof Tensor)) throw new Error(`reading/encoder: the model gives no ${name}`);
  return value;
}

function floats(value: unknown): Float32Array {
  if (value instanceof Tensor && value.data instanceof Float32Array) return value.data;
  throw new Error('reading/encoder: the model gives no floats where they are expected');
}

function bytes(tensor: Tensor): Int8Array {
  if (tensor.data instanceof Int8Array) return tensor.data;
  throw new Error('reading/encoder: the model gives no bytes where they are expected');
}

function sum(vectors: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = vectors;
  return first.map((_, at) => vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0));
}

/** The unit vector in its direction, each number times 127. */
function toBytes(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector) || 1;
  return Int8Array.from(vector, (number) => Math.round((127 * number) / length));
}

/** Of two vectors made by `toBytes`. */
function cosineOf(a: Int8Array, b: Int8Array): number {
  let product = 0;
  for (const [at, number] of a.entries()) product += number * (b[at] ?? 0);
  return product / (127 * 127);
}

function firstOf({ pieces }: KeptWindow): number {
  return pieces[0]?.sentence ?? 0;
}

/** The sentence on whose tokens most of the answer lies: the tokens' scores are logits of where it is. */
function carrying({ head, pieces }: KeptWindow, token: Float32Array): number {
  const highest = Math.max(...token);
  let at = head;
  let best = { sentence: pieces[0]?.sentence ?? 0, weight: -1 };
  for (const { sentence, tokens } of pieces) {
    let weight = 0;
    for (const end = at + tokens; at < end; at += 1) weight += Math.exp((token[at] ?? -Infinity) - highest);
    if (weight > best.weight) best = { sentence, weight };
  }
  return best.sentence;
}
