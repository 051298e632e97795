// Documents made to cost much: what is made of them is bounded, whatever they are made of.
import { expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { longestHeading, passagesOf } from '../../src/corpus/passages.ts';
import { longestParagraph } from '../../src/corpus/text/long-paragraphs.ts';
import { defaultLimits, sizeReached } from '../../src/sources/limits.ts';
import { hostile } from '../hostile-documents.ts';

const length = 60_000;

function documentOf(text: string): Document {
  return {
    ...{ id: 'd', title: undefined, kind: 'other', language: 'en', status: 'current', file: 'd.md', text },
  };
}

test.each([...hostile])(
  '%s: every paragraph and heading is short, an exact slice, and no ink is lost',
  (_, make) => {
    const text = make(length);
    const passages = passagesOf(documentOf(text), { headings: true });
    expect(passages.length).toBeGreaterThan(0);
    let before = 0;
    for (const { start, end, text: words, headings } of passages) {
      expect(words.length).toBeLessThanOrEqual(longestParagraph);
      expect(words === text.slice(start, end) && words.trim() === words && words !== '').toBe(true);
      expect(Math.max(0, ...headings.map((heading) => heading.length))).toBeLessThanOrEqual(longestHeading);
      const between = text.slice(before, start);
      expect(between.split('\n').every((line) => line.trim() === '' || /^#{1,6}[ \t]/.test(line))).toBe(true);
      before = end;
    }
  },
);

test('a text of tiny paragraphs is told by their number, and a long one by its characters', () => {
  const tiny = hostile.get('tiny paragraphs')!(length);
  const size = (text: string) => sizeReached({ text, format: 'markdown' }, defaultLimits);
  expect(size(tiny)).toEqual({
    ...{ ok: false, reason: 'limit', limit: 'documentParagraphs', most: 3_000, would: length / 4 },
  });
  expect(size('x'.repeat(300_001))).toMatchObject({ limit: 'documentCharacters', would: 300_001 });
  expect(size(hostile.get('a heading of marks')!(200_000))).toBeUndefined();
});
