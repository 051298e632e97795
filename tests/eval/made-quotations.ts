// Quotations made from a corpus: exact ones, written otherwise or cut, and altered ones of every kind. What is altered is
// made so that it is altered: its words, in this order, stand nowhere in the corpus. That is looked up here in a way that
// shares nothing with the checker but the corpus itself.
import type { Passage } from '../../src/corpus/passages.ts';
import { quotationsOf } from '../../src/corpus/text/quotations.ts';
import { sentencesOf } from '../../src/corpus/text/sentences.ts';
import { alterations } from './alterations.ts';
import { Chance } from './chance.ts';
import { faithful, faithfulToTalk, isTalk } from './faithful-quotations.ts';
import { bare, type Made, type Making, type Others, type Result, type Sentence } from './making.ts';
import { meanerAlterations } from './meaner-alterations.ts';
import { alteredTold, faithfulTold } from './told-quotations.ts';

export type { Made } from './making.ts';

/** Sentences fit to be altered: brackets and dashes may hold what a printer leaves out, and their loss alters nothing. */
const unfit = /[()[\]{}<>*_~|…]|--|—|\.\.\.|https?:|-\s|\s-|^[\p{Lu} .'’-]{2,40}:|^Q\b/u;

/** A kind that few sentences allow is tried so often in its turn. */
const patience = 50;
/** Neighbouring sentences may be run together honestly; those so far apart may not. */
const fewestBetween = 8;

export class Maker {
  readonly #chance: Chance;
  readonly #sentences: readonly Sentence[];
  readonly #talk: readonly Sentence[];
  readonly #places: ReadonlyMap<Sentence, number>;
  readonly #words: readonly string[];
  readonly #names: readonly string[];
  readonly #texts: readonly string[];

  constructor(passages: readonly Passage[], seed: number) {
    this.#chance = new Chance(seed);
    const all = passages.flatMap((passage) => [...sentencesIn(passage)]);
    this.#sentences = all.filter(({ words }) => isFit(words));
    this.#talk = all.filter(
      (sentence) => sentence.passage.document.kind === 'transcript' && isTalk(sentence),
    );
    this.#places = new Map(this.#sentences.map((sentence, index) => [sentence, index]));
    this.#words = this.#sentences
      .flatMap(({ words }) => words)
      .map((word) => word.replace(/[^\p{L}\p{N}'’]/gu, ''))
      .filter((word) => /^\p{L}{2,}$/u.test(word));
    this.#names = [...new Set(this.#words.filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word)))];
    this.#texts = [...Map.groupBy(passages, ({ document }) => document)].map(
      ([, own]) => ` ${own.map(({ text }) => plain(text)).join(' ')} `,
    );
  }

  /** Quotations of a kind in turn, until there are `count`; a kind that the corpus hardly allows has fewer. */
  *altered(count: number): Generator<Made> {
    yield* this.#make({ ...alterations, ...meanerAlterations, ...alteredTold }, this.#sentences, count, true);
  }

  *faithful(count: number): Generator<Made> {
    const ofTalk = this.#talk.length === 0 ? 0 : Math.floor(count / 8);
    yield* this.#make({ ...faithful, ...faithfulTold }, this.#sentences, count - ofTalk, false);
    if (ofTalk > 0) yield* this.#make(faithfulToTalk, this.#talk, ofTalk, false);
  }

  *#make(
    makings: Readonly<Record<string, Making>>,
    from: readonly Sentence[],
    count: number,
    nowhere: boolean,
  ): Generator<Made> {
    const kinds = Object.entries(makings);
    const others: Others = {
      chance: this.#chance,
      word: () => this.#chance.of(this.#words),
      name: () => this.#chance.of(this.#names),
      sentence: () => this.#chance.of(this.#sentences),
      beside: (sentence) => this.#beside(sentence),
    };
    let made = 0;
    let turn = 0;
    for (let tries = 0; made < count && tries < count * 60; tries += 1) {
      const [kind, making] = kinds[turn % kinds.length] ?? this.#chance.of(kinds);
      const sentence = this.#chance.of(from);
      const one = making(sentence, others);
      if (one && !(nowhere && this.#isFaithful(one, sentence))) {
        made += 1;
        turn += 1;
        yield { kind, from: sentence.words.join(' '), ...one };
      } else if (tries % patience === 0) turn += 1;
    }
  }

  #beside(sentence: Sentence): ReturnType<Others['beside']> {
    const at = this.#places.get(sentence) ?? 0;
    const other = at + this.#chance.between(-40, 40);
    const found = this.#sentences[other];
    if (!found || found.passage.document !== sentence.passage.document) return undefined;
    return Math.abs(other - at) < fewestBetween ? undefined : { sentence: found, later: other > at };
  }

  /** Whether chance altered nothing: the words stand in a row somewhere, whatever marks are between them. */
  #isFaithful({ text, sign }: Result, { words }: Sentence): boolean {
    if (sign === '') return text === words.join(' ');
    const wanted = plain(sign ?? text);
    return (
      wanted === plain(words.join(' ')) ||
      wanted.replaceAll(' ', '') === plain(withoutHyphens(words.join(' '))).replaceAll(' ', '') ||
      this.#texts.some((whole) => whole.includes(` ${wanted} `))
    );
  }
}

function isFit(words: readonly string[]): boolean {
  return !unfit.test(words.join(' ')) && words.every((word) => bare(word) !== '');
}

function* sentencesIn(passage: Passage): Generator<Sentence> {
  const { text, document } = passage;
  const parts = document.kind === 'news' ? quotationsOf(text) : [{ start: 0, end: text.length }];
  for (const part of parts) {
    const own = text.slice(part.start, part.end).replace(/^[“"„]|[”"]$/gu, '');
    const found = sentencesOf(own);
    for (const { start, end } of found) {
      const words = own.slice(start, end).split(/\s+/u);
      const whole = document.kind !== 'news' || found.length === 1;
      if (words.length >= 7 && words.length <= 60) yield { words, passage, whole };
    }
  }
}

function withoutHyphens(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, '');
}

/** Letters and digits in small letters with single spaces; apostrophes and full stops within words fall away. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ]/gu, '')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replace(/(?<=\d),(?=\d)/gu, '')
    .replace(/(?<=\d)\.(?=\d)/gu, '_')
    .replace(/[^\p{L}\p{N}$€£%_]+/gu, ' ')
    .trim();
}
