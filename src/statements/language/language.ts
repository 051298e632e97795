// English, read by the language library: the words of a text with their parts of speech and base forms.
import { createRequire } from 'node:module';
import type { Span } from '../../corpus/passages.ts';

/** A word or mark as it stands in a text. */
export interface Token extends Span {
  readonly text: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly pos: string;
  /** The base form: "told" is "tell". */
  readonly lemma: string;
}

type Reader = (text: string) => { values: string[]; pos: string[]; lemmas: string[] };

let reader: Reader | undefined;

/** The model takes a third of a second to load, so it is loaded when the first text is read. */
function load(): Reader {
  const require = createRequire(import.meta.url);
  const winkNLP: typeof import('wink-nlp').default = require('wink-nlp');
  const model: typeof import('wink-eng-lite-web-model').default = require('wink-eng-lite-web-model');
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    // The library's types leave out that base forms are given for single words too.
    const lemmas: string[] = Reflect.apply(tokens.out, tokens, [its.lemma]);
    return { values: tokens.out(its.value), pos: tokens.out(its.pos), lemmas };
  };
}

/** A run without white space that no language has; the library would take minutes for one of 100,000 characters. */
const noWord = /(?<!\S)\S{200,}/gu;

/** Letters that the library takes for the end of a word: "Erdoğan", "Wałęsa", "Đinđić". */
const unknownLetter = /[\u0100-\u024F\u1E00-\u1EFF]/gu;
const without: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
};

/** The text as the library can read it, with every letter in its place. */
function readable(text: string): string {
  return text
    .replace(noWord, (run) => ' '.repeat(run.length))
    .replace(unknownLetter, (letter) => without[letter] ?? letter.normalize('NFD').charAt(0));
}

/** The tokens of a text, in order; `offset` is added to their places. */
export function tokensOf(text: string, offset: number): Token[] {
  reader ??= load();
  const plain = readable(text);
  const { values, pos, lemmas } = reader(plain);
  let at = 0;
  return values.flatMap((value, index): Token[] => {
    const start = plain.indexOf(value, at);
    if (start < 0) return [];
    at = start + value.length;
    return [
      {
        text: text.slice(start, at),
        pos: pos[index] ?? 'X',
        lemma: lemmas[index] ?? value,
        start: offset + start,
        end: offset + at,
      },
    ];
  });
}
