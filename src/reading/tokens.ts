// Texts → the tokens that the model reads. A long passage is read in several windows, cut between sentences.
import { Tokenizer } from '@huggingface/tokenizers';
import type { ModelDescription } from './model-files.ts';
import type { ReadablePassage } from './reader.ts';

/** The model's first tokens: a text's start and end, and what fills a row up (training/model.py). */
const START = 0;
const END = 2;
export const PAD = 1;

/** A part of a passage that is read at once. */
export interface Window {
  readonly ids: readonly number[];
  /** How many tokens stand before the passage's own: the start and the title. */
  readonly head: number;
  /** The sentences in it, in order, with how many tokens each has here. */
  readonly pieces: readonly { readonly sentence: number; readonly tokens: number }[];
}

export interface Tokens {
  /** A question, cut where it is longer than the model takes. */
  question(text: string): number[];
  windows(passage: ReadablePassage): Window[];
}

export function openTokens(
  tokenizer: Uint8Array,
  { longestPassage, longestQuestion, title }: ModelDescription,
): Tokens {
  const cut = new Tokenizer(JSON.parse(Buffer.from(tokenizer).toString('utf8')), {});
  const idsOf = (text: string): number[] => cut.encode(text, { add_special_tokens: false }).ids;
  return {
    question: (text) => [START, ...idsOf(`query: ${text}`).slice(0, longestQuestion - 2), END],
    windows(passage) {
      const head = [START, ...idsOf(`passage: ${[...passage.title].slice(0, title).join('')}:`)];
      const room = longestPassage - head.length - 1;
      const sentences = passage.sentences.map(({ start, end }) => idsOf(passage.text.slice(start, end)));
      return filled(sentences, room).map((pieces) => ({
        ids: [...head, ...pieces.flatMap(({ ids }) => ids), END],
        head: head.length,
        pieces: pieces.map(({ sentence, ids }) => ({ sentence, tokens: ids.length })),
      }));
    },
  };
}

interface Piece {
  readonly sentence: number;
  readonly ids: readonly number[];
}

/**
 * As many sentences to a window as fit. A window begins with the last sentence of the one before, where that leaves it at least
 * half of its room: "He refused." tells nothing alone. A sentence longer than a window is cut.
 */
function filled(sentences: readonly (readonly number[])[], room: number): Piece[][] {
  const windows: Piece[][] = [];
  let open: Piece[] = [];
  let used = 0;
  const add = (piece: Piece): void => {
    open.push(piece);
    used += piece.ids.length;
  };
  for (const [sentence, ids] of sentences.entries()) {
    for (let at = 0; at === 0 || at < ids.length; at += room) {
      const piece = { sentence, ids: ids.slice(at, at + room) };
      if (used + piece.ids.length > room) {
        windows.push(open);
        const last = open.at(-1);
        open = [];
        used = 0;
        if (last && last.ids.length <= room / 2 && last.ids.length + piece.ids.length <= room) add(last);
      }
      add(piece);
    }
  }
  return open.length > 0 || windows.length === 0 ? [...windows, open] : windows;
}
