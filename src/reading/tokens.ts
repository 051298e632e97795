// Texts → the tokens that the model reads. A long passage is read in several windows, cut between sentences.
import { Tokenizer } from '@huggingface/tokenizers';
import type { ModelDescription } from './model-files.ts';
import type { ReadablePassage } from './reader.ts';

/** A text's start and end (training/model.py). */
const START = 0;
const END = 2;

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
  /** At least one; in a passage without sentences nothing but its title is read. */
  windows(passage: ReadablePassage): Window[];
}

/**
 * So many windows are read of a passage, its first: some 3,500 characters, where a paragraph of talks has 500. Of one that nobody
 * cut into paragraphs more would keep everyone else waiting, each takes some 30 ms, and fill the disk with 9 kB each.
 */
export const mostWindows = 8;
/** No piece of the vocabulary has more characters; more of a text than its tokens can have need not be cut into tokens. */
const longestPiece = 16;

export function openTokens(
  tokenizer: string,
  { longestPassage, longestQuestion, title }: ModelDescription,
): Tokens {
  const cut = new Tokenizer(JSON.parse(tokenizer), {});
  const idsOf = (text: string, most: number): number[] =>
    cut.encode(text.slice(0, most * longestPiece), { add_special_tokens: false }).ids.slice(0, most);
  return {
    question: (text) => [START, ...idsOf(`query: ${text}`, longestQuestion - 2), END],
    windows({ title: whole, text, sentences }) {
      // Some single characters become a dozen: a title must not leave the text without room.
      const head = [
        START,
        ...idsOf(`passage: ${[...whole].slice(0, title).join('')}:`, Math.floor(longestPassage / 2)),
      ];
      const room = longestPassage - head.length - 1;
      const most = mostWindows * room;
      const cutSentences = sentences.values().map(({ start, end }) => idsOf(text.slice(start, end), most));
      return filled(piecesOf(cutSentences.take(most), room), room).map((pieces) => ({
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

/** The sentences in order, one that is longer than a window cut. */
function* piecesOf(sentences: Iterable<readonly number[]>, room: number): Generator<Piece> {
  let sentence = 0;
  for (const ids of sentences) {
    for (let at = 0; at < ids.length; at += room) yield { sentence, ids: ids.slice(at, at + room) };
    sentence += 1;
  }
}

/**
 * As many pieces to a window as fit. A window begins with the last one of the window before, where that leaves it at least half of
 * its room: "He refused." tells nothing alone. Pieces are taken only until there are windows enough.
 */
function filled(pieces: Iterable<Piece>, room: number): Piece[][] {
  const windows: Piece[][] = [];
  let open: Piece[] = [];
  let used = 0;
  const add = (piece: Piece): void => {
    open.push(piece);
    used += piece.ids.length;
  };
  for (const piece of pieces) {
    if (used + piece.ids.length > room) {
      windows.push(open);
      if (windows.length === mostWindows) return windows;
      const last = open.at(-1);
      open = [];
      used = 0;
      if (last && last.ids.length <= room / 2 && last.ids.length + piece.ids.length <= room) add(last);
    }
    add(piece);
  }
  return open.length > 0 || windows.length === 0 ? [...windows, open] : windows;
}
