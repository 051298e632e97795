// Documents that somebody makes to cost as much as they can for their length: one thing over and over, in one paragraph, in
// as many as there is room for, or in headings.

/** Something repeated up to a length. */
export type Generator = (length: number) => string;

const again =
  (piece: string): Generator =>
  (length) =>
    piece.repeat(Math.floor(length / piece.length)).trim();

/** What one paragraph is made of. */
const repeated = {
  letters: 'x',
  pairs: 'pact deal ',
  names: 'Trump ',
  'names and verbs': 'Trump wants ',
  'names with stops': 'U.S. ',
  'one letter': 'a ',
  'one letter quoted': '"a" ',
  'curly quotations': '“Yes,” he said, “no,” she said. ',
  'opening marks': '“',
  guillemets: '« ',
  clauses: 'He said so. ',
  lists: '1. 1. ',
  stops: '1.',
  apostrophes: "don't ",
  currencies: '$1 ',
  'round brackets': '(',
  'bracketed notes': '(applause) ',
  Markdown: '*_~',
  'struck through': '~~a~~ ',
  backslashes: '\\',
  dashes: '- ',
  'broken off': 'I — ',
  ideographs: '和平协议',
  'marks on letters': 'a\u0301\u0302',
  initials: 'J. ',
  ellipses: '… ',
} as const;

const paragraphs = {
  'tiny paragraphs': 'a0\n\n',
  'one word a paragraph': 'Trump\n\n',
  labels: 'MR. X: No.\n\n',
  'short quotations': '“No.”\n\n',
} as const;

const headings = {
  'short headings': '## A #\n\nB.\n\n',
  'marks in headings': `## ${'# '.repeat(60)}\n\nB.\n\n`,
} as const;

/** By their names. All are Markdown, and have at least one paragraph. */
export const hostile: ReadonlyMap<string, Generator> = new Map<string, Generator>([
  ...Object.entries({ ...repeated, ...paragraphs, ...headings }).map(([name, piece]): [string, Generator] => [
    name,
    again(piece),
  ]),
  ['a heading of marks', (length) => `## x ${'#'.repeat(length)} y\n\nMore text.`],
  ['a heading that ends in marks', (length) => `## ${'#'.repeat(length)}\n\nMore text.`],
  ['blanks in a line', (length) => `# a${' '.repeat(length)}b\n\nMore text.`],
  ['blank lines', (length) => `One.\n${' \n'.repeat(length / 2)}Two.`],
]);
