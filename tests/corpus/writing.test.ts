// What is written as a document is read back as the same document, whatever is in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FrontMatter, frontMatterSchema } from '../../src/corpus/document.ts';
import { readDocument } from '../../src/corpus/files/front-matter.ts';
import { writtenDocument } from '../../src/corpus/files/writing.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { paragraphsOf, textOf, tidied } from '../../src/importers/characters/tidy.ts';
import type { Block } from '../../src/importers/imported.ts';

const line = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '---',
      'null',
      '~',
      '2025',
      'no',
      '# x',
      '- a: b',
      '"',
      "'",
      '{a}',
      '[b]',
      '&a',
      '*b',
      '!!js',
      '% x',
      'a: b #c',
      ' x ',
      '|',
      '>',
      '?',
      '@',
      '`',
    ),
  )
  .map((text) => text.replace(/\p{Cs}/gu, ''))
  .filter((text) => /^(?=.*\S)\P{Cc}+$/u.test(text) && text.trim() !== '');
const told = fc.oneof(
  line.map((value) => value.trim()),
  fc.record({ supplied: line, because: line }),
  fc.record({ inferred: line, because: line }),
);
const data: fc.Arbitrary<FrontMatter> = fc
  .record({
    id: fc.constantFrom('a', 'some-text-2025'),
    title: told,
    kind: fc.constantFrom('news', 'other'),
    language: fc.constantFrom('en', 'no', 'uk-UA', 'und'),
    publisher: told,
    published: fc.constantFrom('2025', '2025-08', '2025-08-16'),
    credit: line,
    pages: fc.constantFrom('1: 1', '1: 1-4, 2: 5-9', '12: 1, 3: 2'),
    status: fc.constantFrom('current', 'withdrawn'),
  })
  .map((given) => frontMatterSchema.parse(given));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: fc.string({ unit: 'binary', maxLength: 60 }) }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    text: fc
      .array(fc.constantFrom('# x', '---', 'a', ' ', '\n', '\n\n', '\t', '#', '## ', '\r', '\u2028'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    text: fc.constantFrom('A', '# b', 'c #', '1. d'),
  }),
);

test('front matter and text come back, and the paragraphs are those that were counted', () => {
  fc.assert(
    fc.property(data, fc.array(block, { minLength: 1, maxLength: 8 }), (front, given) => {
      const { blocks } = tidied(given);
      const text = textOf(blocks);
      const read = readDocument(writtenDocument(front, text), 'a.md');
      if (Array.isArray(read)) throw new Error(JSON.stringify(read));
      const { file, text: body, ...back } = read;
      expect(back).toEqual(front);
      expect(body).toBe(`\n${text}\n`);
      expect(passagesOf(read, { headings: true }).map((passage) => passage.text)).toEqual(
        paragraphsOf(blocks).map((paragraph) => paragraph.text),
      );
    }),
    { numRuns: 500 },
  );
});
