// The kinds of quotations made from a corpus that are exact, whole or cut: written otherwise, as printers and people write.
import { exact, type Making, type Sentence } from './making.ts';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', A: 'À', E: 'É' };

/** Words that an ellipsis of ours never leaves out: those that restrict, and those that others hang on. */
const kept =
  /\b(?:not|never|no|nobody|nothing|neither|nor|cannot|without|none|if|unless|until|till|except|only|provided|whether|assuming|depending|as|than|of|to|on|in|should|were|had|but|however|though|although|otherwise|hardly|barely|refuse\w*|den\w+|fail\w*|stop\w*|prevent\w*|oppos\w+|reject\w*)\b|n['’]t\b/iu;

/** A whole sentence, written otherwise. */
const written =
  (change: (text: string) => string): Making =>
  ({ words }) => {
    const text = words.join(' ');
    const changed = change(text);
    return changed === text ? undefined : exact(changed);
  };

/** Numbers whose marks tell them apart ("1.5", "9/11") keep them. */
const hasMarkedNumber = (text: string): boolean => /\d\S*[^\s\p{L}\d]\S*[\p{L}\d]|[^\s\p{L}\d]\d/u.test(text);

export const faithful: Readonly<Record<string, Making>> = {
  whole: ({ words, whole }) => exact(words.join(' '), [], whole ? ['cut', 'cut-start', 'cut-end'] : []),
  'cut at the end': ({ words }, { chance }) =>
    words.length < 9
      ? undefined
      : exact(words.slice(0, chance.between(5, words.length - 1)).join(' '), ['cut', 'cut-end']),
  'last words cut': ({ words, whole }) =>
    words.length < 9
      ? undefined
      : exact(words.slice(0, -2).join(' '), ['cut', 'cut-end'], whole ? ['cut-start'] : []),
  'cut at the start': ({ words }, { chance }) =>
    words.length < 9
      ? undefined
      : exact(words.slice(chance.between(1, words.length - 5)).join(' '), ['cut', 'cut-start']),
  'cut at both ends': ({ words }, { chance }) => {
    if (words.length < 12) return undefined;
    const from = chance.between(1, words.length - 7);
    return exact(words.slice(from, from + 6).join(' '), ['cut', 'cut-start', 'cut-end']);
  },
  'other marks': written(
    (text) =>
      `„${text
        .replaceAll('’', "'")
        .replaceAll('“', '"')
        .replaceAll(' – ', ' -- ')
        .replace(/[.!?]?$/u, ',')}”`,
  ),
  'without marks': written((text) => text.replace(/[,;!?“”"]|:(?!\d)/gu, '')),
  'without any marks': (sentence, others) =>
    hasMarkedNumber(sentence.words.join(' '))
      ? undefined
      : written((text) => text.replace(/[^\p{L}\p{N}\s$€£%&]/gu, ''))(sentence, others),
  'without apostrophes': written((text) => text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')),
  'hyphens as spaces': written((text) => text.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')),
  capitals: written((text) => text.toUpperCase()),
  'small letters': written((text) => text.toLowerCase()),
  accents: written((text) => text.replace(/[aeiouAE]/gu, (letter) => accents[letter] ?? letter)),
  'dots around it': written((text) => `… ${text} …`),
  'bold and set in lines': written((text) => `**${text.replaceAll(' ', '\n')}**`),
  'invisible characters': written((text) =>
    text.replace(/(?<=\p{Ll}{3})(?=\p{Ll}{3})/gu, '\u00ad').replaceAll(' ', '\u00a0'),
  ),
  'notes of a transcriber': ({ words }, { chance }) =>
    exact(words.toSpliced(chance.between(2, words.length - 1), 0, chance.of(notes)).join(' ')),
  'honest ellipsis': ({ words }, { chance }) => {
    if (words.length < 14) return undefined;
    const from = chance.between(4, words.length - 8);
    if (kept.test(words.slice(from, from + 3).join(' '))) return undefined;
    return exact([...words.slice(0, from), '…', ...words.slice(from + 3)].join(' '), ['ellipsis']);
  },
};

/** What stands in brackets and nobody said, as a transcriber writes it. */
const notes = ['(applause)', '(Applause.)', '— (laughter) —', '[laughter]', '(inaudible)', '[sic]'];

export const note = /\s*(?:—\s*)?\((?:applause|laughter)\.?\)(?:\s*—)?/giu;
/** "I think — I think", "th- — the", "to — to". */
export const begunTwice = /\b([\p{L}’']+(?: [\p{L}’']+){0,2}) — (?=\1\b)/giu;
export const brokenOff = /\b(\p{Ll}{2,})- — (?=\1)/gu;

/** What only talk has: a careful printer leaves it out. */
export const faithfulToTalk: Readonly<Record<string, Making>> = {
  'without transcribers’ notes': written((text) => text.replace(note, ' ')),
  'without what is begun twice': written((text) => text.replace(begunTwice, '').replace(brokenOff, '')),
};

/** Whether a sentence has something that a printer leaves out, and nothing else that could be in doubt. */
export function isTalk({ words }: Pick<Sentence, 'words'>): boolean {
  const text = words.join(' ');
  const clean = text.replace(note, ' ').replace(begunTwice, '').replace(brokenOff, '');
  return (
    clean !== text &&
    !/^(?:Q|[\p{Lu}’'.& -]{3,}:)/u.test(text) &&
    !/[()[\]—–…~*_]|\w-\s|--|\.\.\./u.test(clean)
  );
}
