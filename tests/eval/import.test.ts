// How files go in, held from below; what the measure counts; and a share of the mutated files that `npm run eval:import` makes.
import { expect, test, vi } from 'vitest';
import { openImporter } from '../../src/importers/import-file.ts';
import { endings, formats, type Taken } from '../../src/importers/imported.ts';
import { Chance } from './chance.ts';
import { aligned, compare, figuresOf, folded } from './import-comparing.ts';
import { type Case, readCases, typedBlocks } from './import-files.ts';
import { harden, mutantOf } from './import-hardening.ts';
import { mutated } from './import-mutating.ts';
import { decodings, foreignWords } from './import-words.ts';

// A hundred files are read, and a busy machine takes its time.
vi.setConfig({ testTimeout: 900_000 });

const cases = await readCases('tests/eval/importing');

/** Raised whenever the importers read more; never lowered. */
const floors = { precision: 0.985, recall: 0.985, headings: 0.98, metadata: 0.98, warnings: 0.96 };

test('two dozen files in five languages go in as they did, or better', async () => {
  const importer = openImporter();
  try {
    const all = await Promise.all(cases.map(async (each) => compare(each, await importer.import(each))));
    const figures = figuresOf(all);
    for (const [name, floor] of Object.entries(floors))
      expect.soft(figures[name as keyof typeof floors], name).toBeGreaterThanOrEqual(floor);
    expect(all.filter(({ refused }) => refused !== undefined).map(({ name }) => name)).toEqual([]);
  } finally {
    await importer.close();
  }
});

test('of each file what was typed is what it holds, and none is large', async () => {
  expect(cases.length).toBeGreaterThanOrEqual(24);
  expect(new Set(cases.map(({ expected }) => expected.language))).toEqual(
    new Set(['en', 'de', 'fr', 'pl', 'uk']),
  );
  for (const { name, bytes, typed } of cases) {
    expect.soft(bytes.length, name).toBeLessThan(60_000);
    expect.soft(typed.length, name).toBeGreaterThanOrEqual(8);
  }
});

function taken(text: string): Taken {
  const paragraphs = text.split('\n\n');
  return { ok: true, format: 'text', text, paragraphs, metadata: {}, kind: 'other', notes: [], warnings: [] };
}

function caseOf(typed: string, expected: Partial<Case['expected']> = {}): Case {
  const rest = { warnings: [], allowed: [], ...expected };
  return { name: 'a.txt', bytes: Buffer.alloc(0), typed: typedBlocks(typed), expected: rest };
}

test('a paragraph counts where its words and its order are those that were typed', () => {
  const typed = '? Geneva, 12 May\n\n# Head\n\nOne.\n\n1. Two.\n\n- Three.\n\nA\tB\n\n^ A note.';
  const counts = (text: string): number[] => {
    const { got, typed: wanted, matched, headings } = compare(caseOf(typed, { title: 'Title' }), taken(text));
    return [got, wanted, matched, headings.right];
  };
  expect(counts('## Head\n\nOne.\n\n1. Two.\n\nThree.\n\nA | B\n\n1 A note.\n')).toEqual([6, 6, 6, 1]);
  // The title and what may come count for nothing; a heading as a paragraph is no heading; a number is a word.
  expect(counts('Title\n\nGeneva, 12 May\n\nHead\n\nOne.\n\nTwo.\n\n• Three.\n\nA note.')).toEqual([
    5, 6, 4, 0,
  ]);
  // What stands elsewhere, twice, or with other words is no match.
  expect(counts('1. Two.\n\nOne.')[2]).toBe(1);
  expect(counts('# Head\n\nOne.\n\nOne.')).toEqual([3, 6, 2, 1]);
  expect(counts('# Head\n\nOne more.')[2]).toBe(1);
});

test('words that were read in a wrong encoding count as they are and put right', () => {
  const garbled = caseOf('Über die Größe.', { garbledAs: 'windows-1252' });
  for (const text of ['Ãœber die GrÃ¶ÃŸe.', 'Über die Größe.'])
    expect(compare(garbled, taken(text)).matched).toBe(1);
  expect(compare(caseOf('Über die Größe.'), taken('Ãœber die GrÃ¶ÃŸe.')).matched).toBe(0);
});

test('a warning that must come is missed, one that may is not, any other is false', () => {
  const imported = { ...taken('One.'), warnings: [{ key: 'import.warning.tracked' as const }] };
  const warned = (expected: Partial<Case['expected']>): unknown =>
    compare(caseOf('One.', expected), imported).warnings;
  expect(warned({ warnings: ['tracked', 'struck'] })).toEqual({ missing: ['struck'], false: [] });
  expect(warned({ allowed: ['tracked'] })).toEqual({ missing: [], false: [] });
  expect(warned({})).toEqual({ missing: [], false: ['tracked'] });
});

test('the longest common order is found', () => {
  const same = (a: string, b: string): boolean => a === b;
  expect(aligned([...'abcbd'], [...'bdcab'], same)).toHaveLength(3);
  expect(aligned([...'abc'], [...'abc'], same)).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  expect(folded(' – A\u00a0 b\u00ad c ')).toBe('A b c');
});

test('a word that is not in its file is told, whatever the file is packed in', async () => {
  for (const format of formats) {
    const own = (name: string) => endings[format].some((ending) => name.endsWith(`.${ending}`));
    const each = cases.find(({ name, expected }) => own(name) && !expected.garbledAs)!;
    const held = await decodings(format, each.bytes);
    const [first] = each.typed.filter(({ kind }) => kind === 'paragraph');
    expect.soft(foreignWords(first!.text, held), each.name).toEqual([]);
    expect.soft(foreignWords('12 (b) zzyxwvut', held), each.name).toEqual(['zzyxwvut']);
  }
});

test('the same seed makes the same file, and most of them are other files than before', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  for (const seed of seeds) expect(mutantOf(cases, seed).bytes).toEqual(mutantOf(cases, seed).bytes);
  const changed = seeds.filter((seed) => !mutated(cases[0]!.bytes, new Chance(seed)).equals(cases[0]!.bytes));
  expect(changed.length).toBeGreaterThan(40);
});

/** What is known to go wrong among these; lowered whenever the importers are mended, never raised. */
const most = { hang: 0, crash: 0, foreign: 0 };

test('of a hundred mutated files none hangs, none breaks its process, none gives a word that is not in it', async () => {
  const { counts, bad } = await harden(cases, { count: 100, seed: 1 });
  const seeds = JSON.stringify(bad.map(({ outcome, mutant, words }) => [outcome, mutant.seed, words]));
  for (const [outcome, times] of Object.entries(most))
    expect.soft(counts[outcome as keyof typeof most], seeds).toBeLessThanOrEqual(times);
  expect(counts.taken).toBeGreaterThan(30);
});
