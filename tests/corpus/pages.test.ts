// The pages of a document's paragraphs: written in one line, read back, and kept over a correction.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frontMatterSchema } from '../../src/corpus/document.ts';
import { pageIn, pagesAfter, pagesSchema, writtenPages } from '../../src/corpus/files/pages.ts';

test.each([
  [[1], '1: 1'],
  [[1, 1, 1, 1, 2, 2], '1: 1-4, 2: 5-6'],
  [[1, 2, 1], '1: 1, 2: 2, 1: 3'],
  [[undefined, 3, 3], '3: 2-3'],
  [[2, undefined, 2], '2: 1, 2: 3'],
  [[17, 17, 18], '17: 1-2, 18: 3'],
])('%j is %s', (pages, line) => {
  expect(writtenPages(pages)).toBe(line);
});

test('what is written is read back, whatever the pages', () => {
  const pages = fc.array(fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(pages, (each) => {
      const line = writtenPages(each);
      const isNone = each.every((page) => page === undefined);
      expect(line === undefined).toBe(isNone);
      expect(each.map((_, index) => pageIn(line, index + 1))).toEqual(each);
    }),
  );
});

test('people write it with other blanks and dashes', () => {
  expect([1, 4, 5, 6].map((paragraph) => pageIn('1 : 1–4,2:5', paragraph))).toEqual([1, 1, 2, undefined]);
});

test.each(['', '1', '1-4', 'page 1: 1-4', '1: 1-4;', '1: 1-4, ', '1: a', '1: 1-4 2: 5'])(
  '"%s" is refused',
  (line) => {
    expect(pagesSchema.safeParse(line).success).toBe(false);
  },
);

test('front matter takes it', () => {
  const given = { id: 'a', title: 'A', kind: 'other', language: 'en', pages: '1: 1-4, 2: 5' };
  expect(frontMatterSchema.parse(given).pages).toBe('1: 1-4, 2: 5');
});

describe('a corrected text', () => {
  const before = { pages: '1: 1-2, 2: 3-4, 3: 5', paragraphs: ['a', 'b', 'c', 'd', 'e'] };
  test.each([
    ['the same', ['a', 'b', 'c', 'd', 'e'], '1: 1-2, 2: 3-4, 3: 5'],
    ['a paragraph corrected within a page', ['a', 'b', 'c', 'x', 'd', 'e'], '1: 1-2, 2: 3-5, 3: 6'],
    ['a paragraph more between two pages', ['a', 'b', 'x', 'c', 'd', 'e'], '1: 1-2, 2: 4-5, 3: 6'],
    ['a paragraph less', ['a', 'c', 'd', 'e'], '1: 1, 2: 2-3, 3: 4'],
    ['the first corrected', ['x', 'b', 'c', 'd', 'e'], '1: 2, 2: 3-4, 3: 5'],
    ['another order', ['e', 'a', 'b'], '3: 1, 1: 2-3'],
    ['another text', ['x', 'y'], undefined],
  ])('%s', (_, paragraphs, pages) => {
    expect(pagesAfter(before, paragraphs)).toBe(pages);
  });

  test('has none where the one before had none, and none of a paragraph that stood there twice', () => {
    expect(pagesAfter({ ...before, pages: undefined }, ['a'])).toBeUndefined();
    expect(pagesAfter({ pages: '1: 1, 2: 2', paragraphs: ['a', 'a'] }, ['a'])).toBeUndefined();
  });
});
