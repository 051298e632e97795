// Verbatim is a law: whatever the text, a passage is an exact slice of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { hashOf, labelOf, passagesOf } from '../../src/corpus/passages.ts';

function documentOf(text: string): Document {
  const title = { value: 'T', by: 'source' } as const;
  return { id: 'd', title, kind: 'other', language: 'en', status: 'current', file: 'd.md', text };
}

/** Texts with what makes cutting hard: blank lines with spaces in them, headings, marks, surrogate pairs. */
const hardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\n\n', '\n \t\n', '# A\n', '“', '𝔄', '\u00a0'),
    ),
  )
  .map((parts) => parts.join(''));

describe.each([true, false])('with headings %s', (headings) => {
  test('every passage is a slice, in order, without blank lines or white space around it', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let before = 0;
        for (const [index, passage] of passagesOf(documentOf(text), { headings }).entries()) {
          expect(passage.text).toBe(text.slice(passage.start, passage.end));
          expect(passage.start).toBeGreaterThanOrEqual(before);
          expect(passage.text.trim()).toBe(passage.text);
          expect(passage.text).not.toMatch(/\n\s*\n/);
          expect(passage.paragraph).toBe(index + 1);
          before = passage.end;
        }
      }),
    );
  });

  test('what is left out between passages is white space and headings', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let rest = '';
        let from = 0;
        for (const { start, end } of passagesOf(documentOf(text), { headings })) {
          rest += text.slice(from, start);
          from = end;
        }
        rest += text.slice(from);
        for (const line of rest.split('\n'))
          expect(line.trim()).toMatch(headings ? /^(#{1,6}[ \t].*)?$/ : /^$/);
      }),
    );
  });
});

test('headings are not counted, and a passage knows those above it', () => {
  const text = 'Before.\n# One\nFirst.\n\n## Inner ##\n\nSecond.\n\n# Two\nThird.';
  const passages = passagesOf(documentOf(text), { headings: true });
  expect(passages.map(({ paragraph, text: words, headings }) => [paragraph, words, headings])).toEqual([
    [1, 'Before.', []],
    [2, 'First.', ['One']],
    [3, 'Second.', ['One', 'Inner']],
    [4, 'Third.', ['Two']],
  ]);
});

test('a passage has a label, and a hash that changes with its words alone', () => {
  const [first] = passagesOf(documentOf('Words.'), { headings: true });
  const [, moved] = passagesOf(documentOf('New.\n\nWords.'), { headings: true });
  expect(labelOf(first!)).toBe('d ¶1');
  expect(hashOf(first!)).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf(moved!)).toBe(hashOf(first!));
  expect(hashOf({ text: 'Words!' })).not.toBe(hashOf(first!));
});
