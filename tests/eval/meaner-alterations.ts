// Altered quotations as somebody makes them who wants to get past a check: one letter, one sign, one ending, another order.
import { altered, type Making, negation, place, type Result } from './making.ts';

const set = (text: string): readonly string[] => text.split(' ');

/** A Latin letter → one of another script that looks alike. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  i: 'і',
};

/** One word for another, where the first is: every word of a group for the next one. */
const rings: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'tense changed': ['is was', 'are were', 'has had', 'do did', 'say said', 'make made', 'go went'].map(set),
  'will for would': ['will would', 'shall should', 'can could', 'may might'].map(set),
  'person exchanged': ['we they', 'our their', 'i he', 'my his', 'us them', 'you we', 'your our'].map(set),
  'unit changed': [
    ...['million billion', 'years months', 'days weeks', 'hours minutes', 'dollars euros', 'percent times'],
    ...['miles kilometers', 'thousand million', 'year month', 'week day'],
  ].map(set),
  'number word changed': ['two three', 'four five', 'six seven', 'ten twenty', 'one two', 'half third'].map(
    set,
  ),
  'conjunction exchanged': ['and or', 'because although', 'when if', 'that whether'].map(set),
  'preposition exchanged': ['for against', 'to from', 'in outside', 'with without', 'by for', 'on off'].map(
    set,
  ),
  'article exchanged': ['a the', 'this that', 'these those'].map(set),
};

function ring(pairs: readonly (readonly string[])[]): Making {
  return ({ words }, { chance }) => {
    const fitting = words.flatMap((word, at) =>
      pairs.flatMap((pair) => {
        const index = pair.indexOf(word.toLowerCase());
        return index < 0 ? [] : [{ at, to: pair[(index + 1) % pair.length] ?? '' }];
      }),
    );
    if (fitting.length === 0) return undefined;
    const { at, to } = chance.of(fitting);
    return altered(words.with(at, to));
  };
}

/** One word is written otherwise by `change`, which gives undefined where it cannot. */
function rewritten(change: (word: string) => string | undefined, flags: readonly string[] = []): Making {
  return ({ words }, { chance }) => {
    const at = place(words, (word) => change(word) !== undefined, chance);
    const word = at === undefined ? undefined : change(words[at] ?? '');
    return at === undefined || word === undefined
      ? undefined
      : altered(words.with(at, word), ['altered'], flags);
  };
}

const match = (pattern: RegExp, replacement: string) => (word: string) =>
  pattern.test(word) ? word.replace(pattern, replacement) : undefined;

const signs =
  (making: Making): Making =>
  (sentence, others) => {
    const made = making(sentence, others);
    return made && { ...made, sign: '' };
  };

/** Cut in two at a word, put together otherwise. */
const cutUp =
  (put: (before: readonly string[], behind: readonly string[]) => readonly string[]): Making =>
  ({ words }, { chance }): Result | undefined => {
    if (words.length < 14) return undefined;
    const at = chance.between(6, words.length - 6);
    return altered(put(words.slice(0, at), words.slice(at)), ['joined', 'altered']);
  };

export const meanerAlterations: Readonly<Record<string, Making>> = {
  ...Object.fromEntries(Object.entries(rings).map(([kind, pairs]) => [kind, ring(pairs)])),
  'letter of another script': rewritten((word) =>
    /^\p{Ll}{4,}$/u.test(word)
      ? word.replace(/[aeopcxi]/u, (letter) => lookalikes[letter] ?? letter)
      : undefined,
  ),
  'plural changed': rewritten(
    (word) => match(/^(\p{Ll}{4,})s$/u, '$1')(word) ?? match(/^(\p{Ll}{5,})$/u, '$1s')(word),
  ),
  'ending changed': rewritten(
    (word) => match(/^(\p{Ll}{3,})ing$/u, '$1ed')(word) ?? match(/^(\p{Ll}{3,})ed$/u, '$1ing')(word),
  ),
  'negation as a contraction': rewritten(
    match(/^(is|are|was|were|do|does|did|has|have|had|would|could|should|must)$/u, '$1n’t'),
    ['turns-sense'],
  ),
  'prefix lost': rewritten(
    match(/^(?:un|in|im|dis|ir|non-|anti-|pre-|post-|ex-|co-|re-)(\p{L}{4,}[,.;]?)$/u, '$1'),
  ),
  'prefix put in': rewritten(match(/^(\p{Ll}{4,}(?:ed|able|ful|al))$/u, 'un$1')),
  'part of a compound lost': rewritten(match(/^\p{L}{3,}-(\p{L}{3,}[,.;]?)$/u, '$1')),
  'part of a compound left hanging': rewritten(match(/^(\p{L}{3,}-)\p{L}{3,}([,.;]?)$/u, '$1 $2')),
  'word parted': rewritten(match(/^(\p{Ll}{4})(\p{Ll}{3,})$/u, '$1 $2')),
  'contraction changed': rewritten(
    (word) => match(/^(\p{L}+)['’]ll$/u, '$1’d')(word) ?? match(/^(\p{L}+)['’](?:re|ve|d)$/u, '$1’ll')(word),
  ),
  'point put in': rewritten(match(/^(\d)(\d)$/u, '$1.$2'), ['turns-sense']),
  'point lost': rewritten(match(/^(\d+)\.(\d+)$/u, '$1$2'), ['turns-sense']),
  'noughts put in': rewritten(match(/^(\$?\d{1,3})$/u, '$1,000'), ['turns-sense']),
  'minus put in': signs(rewritten(match(/^(\d+)$/u, '-$1'))),
  'point before a number': signs(rewritten(match(/^(\d+)$/u, '.$1'))),
  'currency changed': signs(
    rewritten((word) => match(/^\$(\d)/u, '€$1')(word) ?? match(/^\$?(\d+)$/u, '£$1')(word)),
  ),
  'word struck through': ({ words }, { chance }) => {
    // The last word struck through is a cut.
    const at = place(words, (word, index) => /^\p{L}+$/u.test(word) && index < words.length - 1, chance);
    return at === undefined
      ? undefined
      : { ...altered(words.with(at, `~~${words[at]}~~`)), sign: words.toSpliced(at, 1).join(' ') };
  },
  'word repeated': rewritten(match(/^(\p{Ll}+)$/u, '$1 $1')),
  'stammer put in': rewritten(match(/^(\p{Ll}+)$/u, '$1 — $1')),
  'broken-off word put in': rewritten(match(/^(\p{Ll}{5,})$/u, 'con- — $1')),
  'words behind the end': ({ words }, { word }) => altered([...words, word(), word(), word()]),
  'words before the start': ({ words }, { word }) => altered([word(), word(), word(), ...words]),
  'halves in another order': cutUp((before, behind) => [...behind, ...before]),
  'words put into the middle from elsewhere': ({ words, passage }, { chance, sentence }) => {
    const other = sentence();
    if (words.length < 12 || other.passage.document === passage.document) return undefined;
    const at = chance.between(5, words.length - 5);
    return altered(
      [...words.slice(0, at), ...other.words.slice(0, 6), ...words.slice(at)],
      ['altered', 'joined'],
    );
  },
  'halves of two sentences of one document': (sentence, { beside }) => {
    const other = beside(sentence);
    if (!other || sentence.words.length < 14 || other.sentence.words.length < 14) return undefined;
    const [a, b] = [sentence.words.length >> 1, other.sentence.words.length >> 1];
    return altered([...sentence.words.slice(0, a), ...other.sentence.words.slice(b)], ['joined', 'altered']);
  },
  'sentences of one document in another order': (sentence, { beside }) => {
    const other = beside(sentence);
    if (!other?.later || sentence.words.length < 10 || other.sentence.words.length < 10) return undefined;
    return altered([...other.sentence.words, ...sentence.words], ['joined', 'altered']);
  },
  'condition behind an ellipsis': ({ words }, { chance }) => {
    const at = place(
      words,
      (word, index) =>
        /^(?:if|unless|except|until|only)$/iu.test(word) && index > 3 && index < words.length - 6,
      chance,
    );
    return at === undefined ? undefined : altered([...words.slice(0, at), '…', ...words.slice(at + 3)]);
  },
  'negated compound parted by an ellipsis': rewritten(match(/^(?:non|anti|un)-(\p{L}{3,}[,.;]?)$/u, '… $1')),
  'negation behind the end': ({ words }) =>
    words.some((word) => negation.test(word)) ? undefined : altered([...words, 'not']),
};
