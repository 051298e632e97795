// Words in a row are found wherever they stand, and each quotation or sentence that holds them is told once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { quotationsOf } from '../../src/corpus/text/quotations.ts';
import { sentencesOf } from '../../src/corpus/text/sentences.ts';
import { QuoteFinder, quotationAround } from '../../src/search/find-quote.ts';

function passagesIn(text: string) {
  const document: Document = {
    ...{ id: 'd', title: undefined, kind: 'other', language: 'en', status: 'current', file: 'd.md', text },
  };
  return passagesOf(document, { headings: false });
}

const few = fc.constantFrom('a', 'b', 'ab', 'a.', '“a', 'b”', 'A');

test('words that repeat are found at every place at which they stand', () => {
  fc.assert(
    fc.property(
      fc.array(few, { minLength: 1, maxLength: 30 }),
      fc.array(few, { minLength: 1, maxLength: 4 }),
      (text, asked) => {
        const [passage] = passagesIn(text.join(' '));
        const plain = (word: string) => word.toLowerCase().replace(/[^ab]/gu, '');
        const words = text.map(plain);
        const wanted = asked.map(plain);
        const fits = (from: number) =>
          wanted.every((each, step) => {
            const found = words[from + step];
            return step === wanted.length - 1 ? found?.startsWith(each) : found === each;
          });
        const places = [...words.keys()].filter(fits);
        const starts = [...passage!.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
        const quotations = quotationsOf(passage!.text);
        const sentences = sentencesOf(passage!.text);
        const wholes = places.map((place) => {
          const start = starts[place]!;
          const end = starts[place + wanted.length - 1]! + words[place + wanted.length - 1]!.length;
          return (
            quotations.find((one) => one.start < end && start < one.end) ??
            sentences.find((one) => one.end > start)
          );
        });
        const found = new QuoteFinder([passage!]).find(asked.join(' ')).map(({ whole }) => whole.start);
        expect(new Set(found)).toEqual(new Set(wholes.map((whole) => whole!.start)));
        expect(found).toHaveLength(new Set(found).size);
      },
    ),
  );
});

const marked = fc.constantFrom('a', 'b', 'ab', '“a', 'b”', '“ab”', 'ä', 'a-b', '“…”', '\n\n');

test('the first of all that are found are those that are looked for', () => {
  fc.assert(
    fc.property(
      fc.array(marked, { minLength: 1, maxLength: 40 }),
      fc.array(few, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 8 }),
      (text, asked, most) => {
        const finder = new QuoteFinder(passagesIn(text.join(' ')));
        const all = finder.find(asked.join(' '));
        expect(finder.find(asked.join(' '), undefined, most)).toEqual(all.slice(0, most));
      },
    ),
    { numRuns: 500 },
  );
});

test('no more passages are looked through than hold the first quotations', () => {
  const passages = passagesIn('He said: “We met.” Then we left.\n\n'.repeat(60));
  const seen = new Set<number>();
  const within = ({ paragraph }: { paragraph: number }) => seen.add(paragraph).size > 0;
  expect(new QuoteFinder(passages).find('we met', within, 10)).toHaveLength(10);
  expect(seen.size).toBe(10);
});

test('beyond fifty sentences a passage counts once, with the words alone', () => {
  const passages = passagesIn('We met. We met again.\n\n'.repeat(60));
  const found = new QuoteFinder(passages).find('we met');
  expect(found.slice(0, 2).map(({ whole }) => whole)).toEqual([
    { start: 0, end: 7 },
    { start: 8, end: 21 },
  ]);
  expect(new Set(found.map(({ passage }) => passage)).size).toBe(60);
  expect(found.at(-1)).toMatchObject({ words: { start: 0, end: 6 }, whole: { start: 0, end: 6 } });
  expect(found).toHaveLength(50 + 35);
});

const shown = (text: string, words: string, most?: number): [string, boolean][] =>
  new QuoteFinder(passagesIn(text))
    .find(words, undefined, most)
    .map(({ passage, whole, quoted }) => [passage.text.slice(whole.start, whole.end), quoted]);

test('what is quoted comes first, though the same words stand before it', () => {
  expect(shown('We met. “We met,” he said.\n\nWe met us.\n\n“So we met.”', 'we met')).toEqual([
    ['“We met,”', true],
    ['“So we met.”', true],
    ['We met.', false],
    ['We met us.', false],
  ]);
});

test('words that are written in several ways are told in the order of the text', () => {
  const text = 'It was Zurich. It was Zuerich. It was Zürich.\n\nNo Zuerich.\n\nNo Zürich.\n\nNo Zurich.';
  const expected = text.split(/(?<=\.)\s+/u).map((sentence) => [sentence, false]);
  for (const words of ['zürich', 'Zürich']) expect(shown(text, words)).toEqual(expected);
  const prepared = new QuoteFinder(passagesIn(text));
  atOnce(prepared.prepare());
  expect(prepared.find('zürich').map(({ passage }) => passage.paragraph)).toEqual([1, 1, 1, 2, 3, 4]);
});

test('where there is enough to show, five hundred passages are looked through for a quotation, and no more', () => {
  const passages = passagesIn(`${'We met.\n\n'.repeat(5)}${'It rained.\n\n'.repeat(510)}“We met,” he said.`);
  const first = (most: number): boolean | undefined =>
    new QuoteFinder(passages).find('we met', undefined, most)[0]?.quoted;
  expect([first(5), first(6)]).toEqual([false, true]);
  const early = passagesIn(`${'We met.\n\n'.repeat(5)}${'It rained.\n\n'.repeat(490)}“We met,” he said.`);
  expect(new QuoteFinder(early).find('we met', undefined, 5)[0]?.quoted).toBe(true);
});

test('a part of a passage is told with the quotation that it is in, or by itself', () => {
  const [passage] = passagesIn('He said: “We met in Riga.” Then he left.');
  const around = (words: string) => {
    const start = passage!.text.indexOf(words);
    const { whole, quoted, words: part } = quotationAround(passage!, { start, end: start + words.length });
    expect(passage!.text.slice(part.start, part.end)).toBe(words);
    return [passage!.text.slice(whole.start, whole.end), quoted];
  };
  expect(around('in Riga')).toEqual(['“We met in Riga.”', true]);
  expect(around('he left')).toEqual(['he left', false]);
});

test('what is kept of passages is found in as in the passages themselves', () => {
  const passages = passagesIn('We met. “We met,” he said.\n\nМи зустрілися.\n\nIt rained in Zürich.');
  const finder = new QuoteFinder(passages);
  const data = finder.data();
  const kept = new QuoteFinder(passages, data);
  for (const words of ['we met', 'ми', 'rained', 'zuerich', 'met he', 'nobody'])
    expect([words, kept.find(words)]).toEqual([words, new QuoteFinder(passages).find(words)]);
  // Letters of other scripts take more room, so that they are kept by themselves.
  expect(data.latin.text).toContain('wemetwemethesaid');
  expect(data.others.text).toBe('мизустрілися');
  expect(kept.data()).toEqual(data);
});

/** Words put together in every way that one word may be: typed as they stand, in part, apart and solid. */
test('an index of word starts finds what looking through all passages finds', async () => {
  const { passages } = await readCollection('corpus');
  const more = [
    'The F-16 patrols of the U.S.S.R. cost 1,250,000 crowns, and the customs were re-opened in Zürich.',
    'Nobody re-signs it’s “an ill-fated” 2025–26 plan; l’accord d’État, wasn’t it?',
    'Київ сказав: «Ніколи» — і пішов. O’Neill’s well-known co-operation.',
  ].map((text): Passage => ({ ...passages[0]!, text }));
  const all = [...passages, ...more];
  const [plain, indexed] = [new QuoteFinder(all), new QuoteFinder(all)];
  atOnce(indexed.prepare());
  const typed = all.flatMap(({ text }) => {
    const words = text.split(/\s+/u);
    const at = text.length % Math.max(1, words.length - 6);
    const some = words.slice(at, at + 5).join(' ');
    return [
      some,
      some.slice(0, -3),
      some.replace(/[-.,’'“”]/gu, ''),
      some.replaceAll('-', ' '),
      words.at(-1)!,
    ];
  });
  const others = [
    'F16',
    'ussr',
    '1250000',
    'reopened',
    're opened',
    'zuerich',
    'it',
    'th',
    'київ',
    'oneill',
    'xyz',
  ];
  for (const words of [...typed, ...others]) {
    expect([words, indexed.find(words)]).toEqual([words, plain.find(words)]);
    expect(indexed.find(words, undefined, 5)).toEqual(plain.find(words, undefined, 5));
  }
});
