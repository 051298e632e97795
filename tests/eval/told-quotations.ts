// Kinds of made quotations of which more is told than whether they are exact: editor's brackets, other ways of writing, cuts that turn
// the sense, who is said to have spoken, one word alone, another document, what the sources cannot have.
import { altered, exact, type Making, negation, place, type Result } from './making.ts';

/** Names and words that no corpus at hand has. */
const nobody = ['Zebulon Quarrow', 'Ottoline Vexmoor', 'Ignatz Pellwyn', 'Hesper Drumgold'];
const nowhere = ['quibblewick', 'snorfel', 'zanthium', 'plonquet', 'vexwold', 'grumblath', 'fizzgate'];

/** A whole sentence whose words are written otherwise; undefined where no word fits. */
const wordWritten =
  (pattern: RegExp, replacement: string, flags: readonly string[] = []): Making =>
  ({ words }) => {
    const at = words.findIndex((word, index) => index > 0 && pattern.test(word));
    const word = words[at];
    return word === undefined
      ? undefined
      : exact(words.with(at, word.replace(pattern, replacement)).join(' '), flags);
  };

export const faithfulTold: Readonly<Record<string, Making>> = {
  'first letter in brackets': ({ words }) => {
    const [first = '', ...rest] = words;
    const letter = /^(\p{Lu})(\p{Ll}+)$/u.exec(first);
    if (!letter || rest.length < 6) return undefined;
    return exact([`[${letter[1]?.toLowerCase()}]${letter[2]}`, ...rest].join(' '), ['brackets']);
  },
  'cut, and a capital in brackets': ({ words }, { chance }) => {
    const at = place(words, (word, index) => /^\p{Ll}{3,}$/u.test(word) && index < words.length - 6, chance);
    const word = at === undefined ? '' : (words[at] ?? '');
    if (at === undefined) return undefined;
    const bracketed = `[${word.charAt(0).toUpperCase()}]${word.slice(1)}`;
    return exact([bracketed, ...words.slice(at + 1)].join(' '), ['brackets', 'cut-start']);
  },
  'hyphen between letters and number': wordWritten(/^(\p{Lu})(\d{1,2})([,;]?)$/u, '$1-$2$3'),
  'no hyphen between letters and number': wordWritten(/^(\p{Lu})-(\d{1,2})([,;]?)$/u, '$1$2$3'),
  'no points in an abbreviation': wordWritten(/^(\p{Lu})\.(\p{Lu})\.$/u, '$1$2'),
  'points in an abbreviation': wordWritten(/^(U)(S|N|K)$/u, '$1.$2.'),
  'no comma in a number': wordWritten(/^(\$?\d{1,3}),(\d{3})([,;]?)$/u, '$1$2$3'),
  // Before other letters a hyphen may tell two words apart ("re-sign").
  'no hyphen behind a prefix': wordWritten(/^(re|co|non|pre)-([aeiou]\p{Ll}{3,}[,;]?)$/u, '$1$2'),
  'nothing but a negation cut off': ({ words }, { chance }) => {
    const at = place(
      words,
      (word, index) =>
        /^(?:not|never)$/iu.test(word) &&
        auxiliary.test(words[index - 1] ?? '') &&
        index < words.length - 6 &&
        !/[,;:]/u.test(words.slice(index, index + 3).join(' ')),
      chance,
    );
    return at === undefined ? undefined : exact(words.slice(at + 1).join(' '), ['cut-start', 'turns-sense']);
  },
  'a condition cut off': ({ words }) => {
    const at = words.findIndex((word, index) => /^(?:unless|if)$/u.test(word) && index > 6);
    const clause = words.slice(0, at).join(' ');
    // "see if", "even if", "what if" make no condition.
    if (at < 0 || /[,;:—–]|\b(?:see|even|as|know|ask|wonder|only|or|and|but|what|not)$/u.test(clause))
      return undefined;
    return exact(clause, ['cut-end', 'turns-sense']);
  },
  'said by somebody without a known name': ({ words }, { chance }) =>
    /^\p{Lu}/u.test(words[0] ?? '')
      ? { ...exact(`${chance.of(nobody)} said: “${words.join(' ')}”`), right: attributed, tells: 'speaker' }
      : undefined,
  'a name behind a dash': ({ words }, { chance }) => ({
    ...exact(`“${words.join(' ')}” – ${chance.of(nobody)}`),
    right: attributed,
    tells: 'speaker',
  }),
  'a name and a colon': ({ words }, { chance }) => ({
    ...exact(`${chance.of(nobody)}: “${words.join(' ')}”`),
    right: attributed,
    tells: 'speaker',
  }),
  'one word': ({ words }, { chance }) => {
    const at = place(words, (word) => /^\p{L}{5,}$/u.test(word), chance);
    return at === undefined
      ? undefined
      : { ...exact(words[at] ?? ''), right: ['exact', 'reporter'], tells: 'one word' };
  },
  'another document than the one asked for': ({ words, passage }, { sentence }) => {
    const { document } = sentence().passage;
    const text = words.join(' ');
    if (document === passage.document || words.length < 9) return undefined;
    return {
      ...exact(text),
      right: ['not-found', 'altered', 'exact', 'joined'],
      within: document,
      tells: 'elsewhere',
    };
  },
  'by somebody whom no source has': (_, { chance }) => unheard(`“${strange(chance)}” – ${chance.of(nobody)}`),
  // Undated texts may be of any year.
  'of a year that no source has': ({ passage }, { chance }) =>
    passage.document.published ? unheard(`In 1743 ${strange(chance)}`) : undefined,
};

const attributed = ['exact', 'misattributed'];
const auxiliary = /^(?:will|would|can|could|should|must|may|is|are|was|were|has|have|had|do|does|did)$/iu;

const unheard = (text: string): Result => ({ ...exact(text), right: ['not-found'], tells: 'outside' });
const strange = (chance: { of: <T>(list: readonly T[]) => T }): string =>
  Array.from({ length: 7 }, () => chance.of(nowhere)).join(' ');

/** A word and the one that turns its sense. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/^(?:nobody|no-one)$/iu, 'everybody'],
  [/^(?:everyone|everybody)$/iu, 'nobody'],
  [/^continue$/iu, 'end'],
  [/^continues$/iu, 'ends'],
  [/^continued$/iu, 'ended'],
  [/^always$/iu, 'never'],
  [/^never$/iu, 'always'],
  [/^accept$/iu, 'reject'],
  [/^accepted$/iu, 'rejected'],
  [/^agree$/iu, 'refuse'],
  [/^agreed$/iu, 'refused'],
  [/^nothing$/iu, 'everything'],
];

export const alteredTold: Readonly<Record<string, Making>> = {
  'letters put in in brackets': ({ words }, { chance }) => {
    const at = place(words, (word) => /^\p{Ll}{4,}$/u.test(word) && !/s$/u.test(word), chance);
    return at === undefined
      ? undefined
      : altered(words.with(at, `${words[at]}[s]`), ['altered'], ['brackets']);
  },
  'word in brackets for another': ({ words }, { chance, word }) => {
    const at = place(words, (each) => /^\p{Ll}{4,}$/u.test(each), chance);
    return at === undefined ? undefined : altered(words.with(at, `[${word()}]`), ['altered'], ['brackets']);
  },
  'negation swapped': ({ words }, { chance }) => {
    const fitting = swaps.flatMap(([from, to]) =>
      words.flatMap((word, at) => (from.test(word) ? [{ at, to }] : [])),
    );
    if (fitting.length === 0) return undefined;
    const { at, to } = chance.of(fitting);
    return altered(words.with(at, to), ['altered'], ['turns-sense']);
  },
  'changed, and said by somebody': ({ words }, { chance, word }) => {
    const at = place(words, (each) => /^\p{Ll}{4,}$/u.test(each) && !negation.test(each), chance);
    if (at === undefined) return undefined;
    const text = words.with(at, word());
    return {
      ...altered([`${chance.of(nobody)}:`, `“${text.join(' ')}”`]),
      sign: text.join(' '),
    };
  },
};
