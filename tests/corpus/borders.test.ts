// Borders of words in patterns: in every script, and never by \b or \w where letters beyond English may stand.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { begins, ends, wholeWords } from '../../src/corpus/text/borders.ts';

const whole = new RegExp(wholeWords('що', 'où', 'no', 'jeśli', 'за словами', 'і'), 'iu');

test.each(['Що сталося?', '«що»', 'чи, що-небудь', 'd’où', 'jeśli.', 'no', 'За словами Шмигаля', 'та і'])(
  'stands whole: %s',
  (text) => {
    expect(whole.test(text)).toBe(true);
  },
);

test.each([
  'якщо',
  'щось',
  'oùi',
  'not',
  'ano',
  'ўno',
  'noé',
  'jeślibyś',
  'за словамиs',
  'міст',
  'іспит',
  'что7',
])('is a part of a word: %s', (text) => {
  expect(whole.test(text)).toBe(false);
});

test('a letter and its mark are one: “и” does not end before the mark of “й”', () => {
  const border = new RegExp(`${begins}ми${ends}`, 'u');
  expect(border.test('ми')).toBe(true);
  expect(border.test('мий'.normalize('NFD'))).toBe(false);
});

const pattern = /\\[bBwW]/u;
const beyond = /(?![a-z])\p{L}/iu;

/** The lines of a file that hold code. */
const codeOf = (source: string): string =>
  source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/u.test(line))
    .join('\n');

const mixes = (source: string): boolean => pattern.test(codeOf(source)) && beyond.test(codeOf(source));

test('no file with words beyond ASCII has a pattern that knows only ASCII', async () => {
  const folders = await Promise.all(
    ['src', 'commands'].map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  const files = folders.flat().filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((_, at) => mixes(sources[at] ?? ''));
  expect(found).toEqual([]);
});

test.each([
  [String.raw`const asks = /^(?:who|хто)\b/iu;`, true],
  [String.raw`const asks = ${'`'}\\bdéjà${'`'};`, true],
  ["const words = 'où';\nconst opens = /^\\W*$/u;", true],
  [String.raw`const asks = /^who\b/iu;`, false],
  ['// "хто" asks\nconst asks = /^who\\b/iu;', false],
  ["const asks = 'хто';", false],
])('such a file is found: %s', (source, isFound) => {
  expect(mixes(source)).toBe(isFound);
});

test('nothing that reads texts and questions has a pattern that knows only ASCII', async () => {
  const folders = ['check', 'citing', 'compare', 'corpus', 'positions', 'search', 'statements'];
  const named = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(`src/${folder}`, { recursive: true })).map((name) => `src/${folder}/${name}`),
    ),
  );
  const files = named.flat().filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((_, at) => pattern.test(codeOf(sources[at] ?? '')))).toEqual([]);
});
