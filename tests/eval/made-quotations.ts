// Quotations made from a corpus: exact ones, written otherwise or cut, and altered ones of every kind. What is altered is
// made so that it is altered: its words, in this order, stand nowhere in the corpus. That is looked up here in a way that
// shares nothing with the checker but the corpus itself.
import type { Passage } from '../../src/corpus/passages.ts';
import { quotationsOf } from '../../src/corpus/quotations.ts';
import { sentencesOf } from '../../src/corpus/sentences.ts';
import { Chance } from './chance.ts';

export interface Made {
  readonly kind: string;
  readonly text: string;
  /** The verdicts that are right, the best first. */
  readonly right: readonly string[];
  /** Flags that must be there. */
  readonly flags: readonly string[];
  /** What it was made from. */
  readonly from: string;
}

/** A sentence of the corpus in words: those of its text, parted by single spaces. */
interface Sentence {
  readonly words: readonly string[];
  readonly passage: Passage;
}

type Making = (sentence: Sentence, others: Others) => Omit<Made, 'kind' | 'from'> | undefined;

interface Others {
  readonly chance: Chance;
  /** Words of the corpus, as often as they stand there. */
  readonly word: () => string;
  readonly name: () => string;
  readonly sentence: () => Sentence;
}

const altered = (
  words: readonly string[],
  right: readonly string[] = ['altered'],
  flags: readonly string[] = [],
) => ({
  text: words.join(' '),
  right,
  flags,
});
const exact = (text: string, flags: readonly string[] = []) => ({ text, right: ['exact'], flags });

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}$€£%]/gu, '');
const negation = /^(?:not|never|no|nobody|nothing|neither|nor|cannot|without|none)$|n['’]t$/iu;
const modals = ['must', 'should', 'may', 'might', 'can', 'could'];
const auxiliaries = /^(?:is|are|was|were|will|would|can|could|should|must|may|do|does|did|has|have|had)$/iu;
/** Words that may be put in without anybody noticing at first. */
const fillers =
  'very really also now still just only quite clearly perhaps again immediately strongly possibly never soon'.split(
    ' ',
  );
/** What changes the sense although it looks small. */
const turns: readonly (readonly [RegExp, string])[] = [
  [/^all$/iu, 'some'],
  [/^every$/iu, 'no'],
  [/^more$/iu, 'less'],
  [/^before$/iu, 'after'],
  [/^after$/iu, 'before'],
  [/^with$/iu, 'without'],
  [/^including$/iu, 'excluding'],
  [/^always$/iu, 'never'],
  [/^increase$/iu, 'decrease'],
  [/^support$/iu, 'oppose'],
  [/^first$/iu, 'last'],
  [/^war$/iu, 'peace'],
  [/^strong$/iu, 'weak'],
];

const inside = (
  words: readonly string[],
  { between }: { between: (from: number, to: number) => number },
): number => between(1, words.length - 1);

function place(
  words: readonly string[],
  fits: (word: string, at: number) => boolean,
  chance: Chance,
): number | undefined {
  const all = words.flatMap((word, at) => (at > 0 && fits(word, at) ? [at] : []));
  return all.length > 0 ? chance.of(all) : undefined;
}

function replaced(words: readonly string[], at: number, word: string): string[] {
  // The marks around a word stay: only the word is exchanged.
  const old = words[at] ?? '';
  const [, before = '', , behind = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(old) ?? [];
  return words.with(at, `${before}${word}${behind}`);
}

const alterations: Readonly<Record<string, Making>> = {
  'word put in': ({ words }, { chance }) => {
    const at = inside(words, { between: (from, to) => chance.between(from, to) });
    return altered(words.toSpliced(at, 0, chance.of(fillers)));
  },
  'word of the corpus put in': ({ words }, { chance, word }) =>
    altered(words.toSpliced(chance.between(1, words.length - 1), 0, word())),
  'word left out': ({ words }, { chance }) =>
    altered(words.toSpliced(chance.between(1, words.length - 1), 1)),
  'words left out': ({ words }, { chance }) => {
    if (words.length < 10) return undefined;
    return altered(words.toSpliced(chance.between(3, words.length - 6), chance.between(2, 4)));
  },
  'word exchanged': ({ words }, { chance, word }) =>
    altered(replaced(words, chance.between(0, words.length), word())),
  'words swapped': ({ words }, { chance }) => {
    const at = chance.between(0, words.length - 1);
    const [a = '', b = ''] = [words[at], words[at + 1]];
    return altered(replaced(replaced(words, at, b), at + 1, a));
  },
  'distant words swapped': ({ words }, { chance }) => {
    const at = chance.between(0, words.length - 4);
    const other = at + 3;
    const [a = '', b = ''] = [words[at], words[other]];
    return altered(replaced(replaced(words, at, b), other, a));
  },
  'first word exchanged': ({ words }, { word }) => altered(replaced(words, 0, word())),
  'last word exchanged': ({ words }, { word }) => altered(replaced(words, words.length - 1, word())),
  'last words exchanged': ({ words }, { word }) => altered([...words.slice(0, -2), word(), word()]),
  'number changed': ({ words }, { chance }) => {
    const at = place(words, (word) => /^[^\p{L}\p{N}]*\d[\d,.]*\D*$/u.test(word), chance);
    if (at === undefined) return undefined;
    const changed = (words[at] ?? '').replace(/\d/u, (digit) => String((Number(digit) % 9) + 1));
    return altered(words.with(at, changed), ['altered'], ['turns-sense']);
  },
  'name changed': ({ words }, { chance, name }) => {
    const at = place(words, (word) => /^\p{Lu}\p{Ll}{3,}[,;]?$/u.test(word), chance);
    return at === undefined ? undefined : altered(replaced(words, at, name()));
  },
  'negation lost': ({ words }, { chance }) => {
    const at = place(words, (word, index) => negation.test(word) && index < words.length - 1, chance);
    if (at === undefined) return undefined;
    const word = words[at] ?? '';
    const without = /n['’]t$/iu.test(word) ? [word.replace(/n['’]t$/iu, '')] : [];
    return altered(words.toSpliced(at, 1, ...without), ['altered'], ['turns-sense']);
  },
  'negation put in': ({ words }, { chance }) => {
    const at = place(words, (word) => auxiliaries.test(word), chance);
    return at === undefined
      ? undefined
      : altered(words.toSpliced(at + 1, 0, 'not'), ['altered'], ['turns-sense']);
  },
  'modal changed': ({ words }, { chance }) => {
    const at = place(words, (word) => modals.includes(word.toLowerCase()), chance);
    if (at === undefined) return undefined;
    const old = modals.indexOf((words[at] ?? '').toLowerCase());
    const other = modals[(old + 2) % modals.length] ?? '';
    return altered(replaced(words, at, other), ['altered'], ['turns-sense']);
  },
  'sense turned': ({ words }, { chance }) => {
    const fitting = turns.flatMap(([from, to]) =>
      words.flatMap((word, at) => (from.test(word) ? [{ at, to }] : [])),
    );
    if (fitting.length === 0) return undefined;
    const { at, to } = chance.of(fitting);
    return altered(replaced(words, at, to), ['altered'], ['turns-sense']);
  },
  'negation behind an ellipsis': ({ words }, { chance }) => {
    const at = place(
      words,
      (word, index) => negation.test(word) && index > 3 && index < words.length - 5,
      chance,
    );
    if (at === undefined) return undefined;
    return altered([...words.slice(0, at), '…', ...words.slice(at + 2)]);
  },
  'two sentences spliced': ({ words, passage }, { sentence }) => {
    const other = sentence();
    if (other.passage.document === passage.document) return undefined;
    return altered([...words, ...other.words], ['joined']);
  },
  'halves of two sentences spliced': ({ words, passage }, { sentence }) => {
    const other = sentence();
    if (other.passage.document === passage.document || words.length < 14 || other.words.length < 14)
      return undefined;
    const [a, b] = [words.length >> 1, other.words.length >> 1];
    return altered([...words.slice(0, a), ...other.words.slice(b)], ['joined', 'altered']);
  },
};

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', A: 'À', E: 'É' };

const faithful: Readonly<Record<string, Making>> = {
  whole: ({ words }) => exact(words.join(' ')),
  'cut at the end': ({ words }, { chance }) =>
    words.length < 9
      ? undefined
      : exact(words.slice(0, chance.between(5, words.length - 1)).join(' '), ['cut-end']),
  'cut at the start': ({ words }, { chance }) =>
    words.length < 9
      ? undefined
      : exact(words.slice(chance.between(1, words.length - 5)).join(' '), ['cut-start']),
  'cut at both ends': ({ words }, { chance }) => {
    if (words.length < 12) return undefined;
    const from = chance.between(1, words.length - 7);
    return exact(words.slice(from, from + 6).join(' '), ['cut-start', 'cut-end']);
  },
  'other marks': ({ words }) =>
    exact(
      `„${words
        .join(' ')
        .replaceAll('’', "'")
        .replaceAll('“', '"')
        .replaceAll(' – ', ' -- ')
        .replace(/[.!?]?$/u, ',')}”`,
    ),
  'without marks': ({ words }) => exact(words.join(' ').replace(/[,;!?“”"]|:(?!\d)/gu, '')),
  capitals: ({ words }) => exact(words.join(' ').toUpperCase()),
  accents: ({ words }) =>
    exact(words.join(' ').replace(/[aeiouAE]/gu, (letter) => accents[letter] ?? letter)),
  'honest ellipsis': ({ words }, { chance }) => {
    if (words.length < 14) return undefined;
    const from = chance.between(4, words.length - 8);
    const gone = words.slice(from, from + 3).join(' ');
    const restricts =
      /\b(?:not|never|no|nobody|nothing|neither|nor|cannot|without|none|if|unless|until|till|except|only|provided|whether|assuming|depending|as|than|of|to|on|in|should|were|had|but|however|though|although|otherwise|hardly|barely|refuse\w*|den\w+|fail\w*|stop\w*|prevent\w*|oppos\w+|reject\w*)\b|n['’]t\b/iu;
    if (restricts.test(gone)) return undefined;
    return exact([...words.slice(0, from), '…', ...words.slice(from + 3)].join(' '), ['ellipsis']);
  },
};

/** Sentences fit to be altered: brackets and dashes may hold what a printer leaves out, and their loss alters nothing. */
const unfit = /[()[\]{}<>*_~|…]|--|—|\.\.\.|https?:|-\s|\s-|^[\p{Lu} .'’-]{2,40}:|^Q\b/u;

/** A kind that few sentences allow is tried so often in its turn. */
const patience = 50;

export class Maker {
  readonly #chance: Chance;
  readonly #sentences: readonly Sentence[];
  readonly #words: readonly string[];
  readonly #names: readonly string[];
  readonly #texts: readonly string[];

  constructor(passages: readonly Passage[], seed: number) {
    this.#chance = new Chance(seed);
    this.#sentences = passages.flatMap((passage) => [...sentencesIn(passage)]);
    const words = this.#sentences.flatMap((sentence) => [...sentence.words]);
    this.#words = words
      .map((word) => word.replace(/[^\p{L}\p{N}'’]/gu, ''))
      .filter((word) => /^\p{L}{2,}$/u.test(word));
    this.#names = [...new Set(this.#words.filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word)))];
    this.#texts = [...Map.groupBy(passages, ({ document }) => document)].map(
      ([, own]) => ` ${own.map(({ text }) => plain(text)).join(' ')} `,
    );
  }

  /** Quotations of a kind in turn, until there are `count`; a kind that the corpus hardly allows has fewer. */
  *altered(count: number): Generator<Made> {
    yield* this.#make(alterations, count, true);
  }

  *faithful(count: number): Generator<Made> {
    yield* this.#make(faithful, count, false);
  }

  *#make(makings: Readonly<Record<string, Making>>, count: number, nowhere: boolean): Generator<Made> {
    const kinds = Object.entries(makings);
    const others: Others = {
      chance: this.#chance,
      word: () => this.#chance.of(this.#words),
      name: () => this.#chance.of(this.#names),
      sentence: () => this.#chance.of(this.#sentences),
    };
    let made = 0;
    let turn = 0;
    for (let tries = 0; made < count && tries < count * 60; tries += 1) {
      const [kind, making] = kinds[turn % kinds.length] ?? this.#chance.of(kinds);
      const sentence = others.sentence();
      const one = making(sentence, others);
      const differs = one && (!nowhere || plain(one.text) !== plain(sentence.words.join(' ')));
      if (one && differs && !(nowhere && this.#stands(one.text))) {
        made += 1;
        turn += 1;
        yield { kind, from: sentence.words.join(' '), ...one };
      } else if (tries % patience === 0) turn += 1;
    }
  }

  /** Whether the words stand in a row somewhere, whatever marks are between them. */
  #stands(text: string): boolean {
    const wanted = ` ${plain(text)} `;
    return this.#texts.some((whole) => whole.includes(wanted));
  }
}

function* sentencesIn(passage: Passage): Generator<Sentence> {
  const { text, document } = passage;
  const parts = document.kind === 'news' ? quotationsOf(text) : [{ start: 0, end: text.length }];
  for (const part of parts) {
    const own = text.slice(part.start, part.end).replace(/^[“"„]|[”"]$/gu, '');
    for (const { start, end } of sentencesOf(own)) {
      const sentence = own.slice(start, end);
      const words = sentence.split(/\s+/u);
      if (
        words.length >= 7 &&
        words.length <= 60 &&
        !unfit.test(sentence) &&
        words.every((word) => bare(word) !== '')
      )
        yield { words, passage };
    }
  }
}

/** Letters and digits in small letters with single spaces; apostrophes and full stops within words fall away. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ]/gu, '')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replace(/(?<=\d),(?=\d)/gu, '')
    .replace(/[^\p{L}\p{N}$€£%]+/gu, ' ')
    .trim();
}
