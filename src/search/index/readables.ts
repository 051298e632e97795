// The passages of a list as the model gets them, each under the name by which what is made of it is kept. Put together when they are asked
// for: as objects they would take as much as all that is read of them.
import type { Passage, Span } from '../../corpus/passages.ts';
import { type Numbers, narrow } from '../../corpus/text/rows.ts';
import { passageKey } from '../../reading/passage-key.ts';
import type { ReadablePassage } from '../../reading/reader.ts';
import type { ReadPassage } from '../text/read-passage.ts';

/** What of it is kept. */
export interface ReadablesData {
  /** The keys of the passages, 32 characters each. */
  readonly keys: string;
  /** Where each sentence begins and ends, those of one passage behind those of another; how many sentences there are up to each passage's end. */
  readonly places: Numbers;
  readonly sentences: Numbers;
}

const keyLength = 32;

/** Takes passages as they are read. */
export class TakingReadables {
  readonly #keys: string[] = [];
  readonly #places: number[] = [];
  readonly #sentences: number[] = [];

  add({ passage, sentences }: ReadPassage): void {
    this.#keys.push(passageKey(titleOf(passage), passage.text));
    for (const { start, end } of sentences) this.#places.push(start, end);
    this.#sentences.push(this.#places.length / 2);
  }

  get data(): ReadablesData {
    return {
      ...{ keys: this.#keys.join(''), places: narrow(this.#places) },
      sentences: narrow(this.#sentences),
    };
  }
}

export class Readables {
  readonly length: number;
  readonly #passages: readonly Passage[];
  readonly #data: ReadablesData;

  constructor(passages: readonly Passage[], data: ReadablesData) {
    this.length = passages.length;
    this.#passages = passages;
    this.#data = data;
  }

  at(index: number): ReadablePassage | undefined {
    const passage = this.#passages[index];
    return (
      passage && {
        ...{ key: this.key(index), title: titleOf(passage), text: passage.text },
        sentences: this.#sentencesOf(index),
      }
    );
  }

  key(index: number): string {
    return this.#data.keys.slice(index * keyLength, (index + 1) * keyLength);
  }

  /** Those from one place up to another. */
  slice(from: number, to: number): ReadablePassage[] {
    const places = Array.from({ length: Math.min(to, this.length) - from }, (_, step) => from + step);
    return places.flatMap((index) => this.at(index) ?? []);
  }

  #sentencesOf(index: number): Span[] {
    const { places, sentences } = this.#data;
    const spans: Span[] = [];
    const end = sentences[index] ?? 0;
    for (let at = sentences[index - 1] ?? 0; at < end; at += 1)
      spans.push({ start: places[2 * at] ?? 0, end: places[2 * at + 1] ?? 0 });
    return spans;
  }
}

function titleOf({ document }: Passage): string {
  return document.title?.value ?? '';
}
