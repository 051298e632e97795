// Every pair of quotation marks, from the text to the reply: whose words, in which marks, and what a check says of them.
import { describe, expect, test } from 'vitest';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import { documentOf, statementsIn } from './reading.ts';

const pairs: readonly (readonly [string, string])[] = [
  ...(['“”', '""', '„“', '„”', '””', '«»', '»«', '‹›', '›‹', '‘’', '‚‘', '「」', '『』', "''", '＂＂'].map(
    (pair) => [pair.slice(0, 1), pair.slice(1)],
  ) as [string, string][]),
  ['``', "''"],
  ['<<', '>>'],
  ['« ', ' »'],
];
const crowd = 'The crowd left the square.';

function libraryIn(text: string): Library {
  const document = documentOf(text);
  const passages = passagesOf(document, { headings: false });
  return libraryOf({ documents: [document], passages, dossier: emptyDossier, problems: [] });
}

const heard = (text: string): string =>
  statementsIn(text)
    .map(({ speaker, direct }) => `${speaker?.text}: ${direct}`)
    .join('; ');

describe.each(pairs)('%s…%s', (open, close) => {
  test.each([
    [
      'behind',
      `The hall was full. ${open}Nobody closes this border,${close} Anna Lund said on Monday. ${crowd}`,
    ],
    ['ahead', `The hall was full. Anna Lund said: ${open}Nobody closes this border.${close} ${crowd}`],
    [
      'over paragraphs',
      `${open}Nobody closes this border.\n\n${open}We stay,${close} Anna Lund said on Monday. ${crowd}`,
    ],
  ])('its words are quoted, and nothing else: %s', async (_, text) => {
    expect(heard(text)).toBe('Anna Lund: true');
    const library = libraryIn(text);
    expect((await library.check('Nobody closes this border')).verdict).toBe('exact');
    expect((await library.check('The crowd left the square')).verdict).toBe('reporter');
  });

  test('a part of a sentence', () => {
    expect(
      heard(`Anna Lund said that the border is ${open}never closed${close} and that bridges stay.`),
    ).toBe('Anna Lund: null');
  });
});

/** What stands inside of what, as print and the web have it. */
const nested: readonly (readonly [string, string, string, string])[] = [
  ['“', '”', '‘', '’'],
  ['“', '”', '"', '"'],
  ['"', '"', "'", "'"],
  ['"', '"', '“', '”'],
  ['„', '“', '‚', '‘'],
  ['„', '“', '“', '”'],
  ['„', '”', '«', '»'],
  ['„', '”', '"', '"'],
  ['«', '»', '‹', '›'],
  ['«', '»', '“', '”'],
  ['«', '»', '„', '“'],
  ['»', '«', '›', '‹'],
  ['‘', '’', '“', '”'],
  ["'", "'", '"', '"'],
  ['「', '」', '『', '』'],
  ['``', "''", '`', "'"],
  ['”', '”', '’', '’'],
];

describe.each(nested)('%s…%s around %s…%s', (open, close, openInside, closeInside) => {
  const inside = `${openInside}never again${closeInside}`;
  test.each([
    [
      'in the middle',
      `The hall was full. ${open}He told me ${inside} that day,${close} Anna Lund said on Monday. ${crowd}`,
    ],
    [
      'at the end',
      `The hall was full. ${open}He told me ${inside}${close}, Anna Lund said on Monday. ${crowd}`,
    ],
  ])('%s', async (_, text) => {
    expect(heard(text)).toBe('Anna Lund: true');
    expect((await libraryIn(text).check('He told me never again')).verdict).toBe('exact');
    expect((await libraryIn(text).check('The crowd left the square')).verdict).toBe('reporter');
  });
});

test.each([
  ['A gate of 5" by 6" stood at the hall. “They go.”', '“They go.”'],
  ['“The 12" record is mine,” Lund said. The crowd left.', '“The 12" record is mine,”'],
  ['Rock ’n’ roll was played. “They go,” Lund said.', '“They go,”'],
  ['“They go” and “we stay”“, he wrote. “All of us.”', '“All of us.”'],
])('marks that do not pair take in no more than they must: %s', (text, last) => {
  const { spans } = statementsIn(text).at(-1) ?? { spans: [] };
  expect(spans.map(({ start, end }) => text.slice(start, end)).at(-1)).toBe(last);
});

test.each([
  "The hall was full. ''We will never go back,'' Anna Lund said on Monday. The crowd left the square.",
  "Anna Lund said: ''We will never go back.'' The crowd left the square.",
])(
  'two strokes at both ends are marks that are not understood, and nothing is claimed of them: %s',
  async (text) => {
    const { verdict, flags } = await libraryIn(text).check('We will never go back');
    expect([verdict, ...flags]).toContain('marks-unread');
    expect([verdict, ...flags]).not.toContain('reporter');
  },
);
