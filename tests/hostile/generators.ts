// A hundred ways to fill an option: each gives a text of the wanted length, of marks without end, words that nobody knows, names in
// a row, letters of every script. The suites beside, `npm run stress:typed` and `npm run stress:hostile` feed them to whatever takes what is typed.

export interface Generator {
  readonly name: string;
  readonly make: (length: number) => string;
}

const filled = (piece: string, length: number): string =>
  piece
    .repeat(Math.ceil(length / piece.length))
    .slice(0, length)
    .toWellFormed();

const repeated = (piece: string): Generator => ({
  name: JSON.stringify(piece),
  make: (length) => filled(piece, length),
});

/** The same with something before or behind it, so that what reads from one end meets the run at the other. */
const between = (before: string, piece: string, behind: string): Generator => ({
  name: `${JSON.stringify(before)} ${JSON.stringify(piece)} ${JSON.stringify(behind)}`,
  make: (length) => before + filled(piece, Math.max(0, length - before.length - behind.length)) + behind,
});

/** Numbers in a row that nothing foretells, the same at each run. */
function* chance(): globalThis.Generator<number, never> {
  let state = 42;
  for (;;) {
    // Park and Miller's: each product is a whole number that a double holds.
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Words that are made of an alphabet by chance. */
const worded = (name: string, alphabet: string, letters: number, opening = ''): Generator => ({
  name,
  make: (length) => {
    const dice = chance();
    const all = [...alphabet];
    const words: string[] = [];
    for (let size = 0; size < length; size += letters + 1) {
      const word = Array.from({ length: letters }, () => all[Math.floor(dice.next().value * all.length)]);
      words.push(opening + word.join('').slice(opening.length));
    }
    return words.join(' ').slice(0, length).toWellFormed();
  },
});

const latin = 'abcdefghijklmnopqrstuvwxyz';

const marks = [...'.…,;:!?-–—_*~`|\\/#§¶>()[]{}<@&%+=^$'].map(repeated);
const quotationMarks = [...'"“”„‟«»‹›‘’‚\'「」『』＂'].map(repeated);
const spaces = [' ', '\n', '\t', '\u00a0', '\u200b', '\u3164', ' \n', '\r\n'].map(repeated);
const scripts = ['ﷺ', '中', 'あ', '漢字。', '👩‍👩‍👧‍👦', '𓀀', 'ä', 'ß', 'ﬃ', '½', '²', 'ж', 'ع', 'न्'].map(
  repeated,
);
const runs = [
  'a',
  'A',
  '5',
  'w ',
  'A ',
  '5 ',
  '5-',
  '5..',
  '¶ ',
  '§ ',
  '; ',
  '1. ',
  "a'",
  'a.',
  'U.S. ',
  '1,',
].map(repeated);
const quoted = [
  '“a” ',
  '「a',
  '“a',
  '"" ',
  '„a“',
  '«a» — b. ',
  '“a,” he said, “b,” she said. ',
  "don't ",
  '> a\n',
  '>>> ',
].map(repeated);
const words = [
  'Trump ',
  'Zelenskyy and Meloni ',
  'Ukraine '.repeat(3),
  'security guarantees ',
  'pact deal ',
  'who what when ',
  'not ',
  'the ',
  'He said so. ',
  'Trump: ',
  'according to Trump ',
  '<@123456789012345678> ',
  'https://example.org/ ',
  '**a** ',
  '~~a~~',
  '(Applause.) ',
  '… a',
  'AAA ',
  'AAA!',
].map(repeated);
const mixed = [
  between('a', '.', 'x'),
  between('"', ' ', 'x"'),
  between('x', ' ', 'v'),
  between('european-leaders ', '5', 'x'),
  between('european-leaders ', '¶', ' 5'),
  between('european-leaders', ' ', 'v1 ¶'),
  between('', '#', '…x'),
  between('', 'A', '"x"'),
  between('"x"', '\n', 'ab'),
  between('"x"', ' ', '- a'),
  between('Q: ', '(', ')'),
  between('Z', '\u0301', ''),
  between('Z', '\u0345\u0301', ' 5'),
];
const made = [
  worded('unknown words', latin, 9),
  worded('unknown words that begin alike', latin, 10, 'se'),
  worded('unknown short words', latin, 4),
  worded('long words', latin, 30),
  worded('letters with marks', 'áäàâãåéíóúñç', 8),
  worded('Cyrillic words', 'абвгдежзийклмноп', 8),
  worded('digits', '0123456789', 6),
  worded('words of few letters', 'ab', 9),
  worded('marks by chance', '“”"«».,;:!?-—¶#§() ', 9),
];

export const generators: readonly Generator[] = [
  ...marks,
  ...quotationMarks,
  ...spaces,
  ...scripts,
  ...runs,
  ...quoted,
  ...words,
  ...mixed,
  ...made,
];
