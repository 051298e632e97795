// The kinds of altered quotations that are made from a corpus: one step from its words, as people and machines alter them.
import { altered, type Making, negation, place, replaced } from './making.ts';

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

export const alterations: Readonly<Record<string, Making>> = {
  'word put in': ({ words }, { chance }) => {
    return altered(words.toSpliced(chance.between(1, words.length - 1), 0, chance.of(fillers)));
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
