// Verbatim is a law: whatever the text, a passage is an exact slice of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { hashOf, labelOf, longestHeading, passagesIn, passagesOf } from '../../src/corpus/passages.ts';
import { longestParagraph } from '../../src/corpus/text/long-paragraphs.ts';

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

test('marks around a heading go, whatever runs of them there are, and a line that is no heading is a paragraph', () => {
  const headingOf = (line: string) => {
    const [first] = passagesOf(documentOf(`${line}\n\nWords.`), { headings: true });
    return first!.text === 'Words.' ? first!.headings.at(-1) : undefined;
  };
  expect(['# A #', '##  A\t##', '# C#', '## ##', '# A # #', '# ## A', '###### A'].map(headingOf)).toEqual([
    'A',
    'A',
    'C',
    '',
    'A #',
    '## A',
    'A',
  ]);
  expect(['#A', '####### A', '#', '# A\u2028B'].map(headingOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(headingOf(`# ${'a'.repeat(longestHeading - 2)}`)).toHaveLength(longestHeading - 2);
  expect(headingOf(`# ${'a'.repeat(longestHeading - 1)}`)).toBeUndefined();
});

describe('a paragraph that is too long', () => {
  const sentence = 'The delegations met again and agreed to go on tomorrow. ';
  const whole = sentence.repeat(400).trim();

  test('becomes several, each whole sentences, and nothing of it is lost', () => {
    const passages = passagesOf(documentOf(`Before.\n\n${whole}\n\nAfter.`), { headings: true });
    expect(passages.map(({ paragraph }) => paragraph)).toEqual(passages.map((_, index) => index + 1));
    const long = passages.slice(1, -1);
    expect(long.length).toBeGreaterThan(4);
    for (const { text } of long) {
      expect(text.length).toBeLessThanOrEqual(longestParagraph);
      expect(text).toMatch(/^The .*\.$/su);
    }
    expect(long.map(({ text }) => text).join(' ')).toBe(whole);
    expect(passages.at(-1)?.text).toBe('After.');
  });

  test('is cut outside of a quotation where there is a place', () => {
    const quoted = `He said: “${'We stay. '.repeat(350)}We go.” Nobody spoke. “${'We wait. '.repeat(250)}”`;
    const [first] = passagesOf(documentOf(quoted), { headings: true });
    expect(first?.text).toMatch(/We go\.” Nobody spoke\.$/u);
  });

  test('stays whole where it is asked for, and up to the limit', () => {
    const options = { headings: true };
    expect(passagesOf(documentOf(whole), { ...options, whole: true })).toHaveLength(1);
    expect(passagesOf(documentOf('x'.repeat(longestParagraph)), options)).toHaveLength(1);
    expect(passagesOf(documentOf('x'.repeat(longestParagraph + 1)), options)).toHaveLength(2);
  });

  test('is cut between characters where it has neither sentences nor words', () => {
    // Behind one letter of one unit every cut at an even place would fall into a character of two.
    const text = `x${'𝔄'.repeat(longestParagraph)}`;
    const pieces = passagesOf(documentOf(text), { headings: true });
    expect(pieces).toHaveLength(3);
    for (const { text: piece } of pieces) expect(piece.isWellFormed()).toBe(true);
    expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text);
  });

  test('passages are counted as they are cut', () => {
    for (const text of [whole, `# A\n${whole}\n\n## B\n\nC.`, '', 'a\n\n'.repeat(30)])
      for (const headings of [true, false])
        expect(passagesIn(text, { headings })).toBe(passagesOf(documentOf(text), { headings }).length);
  });
});

test('a passage has a label, and a hash that changes with its words alone', () => {
  const [first] = passagesOf(documentOf('Words.'), { headings: true });
  const [, moved] = passagesOf(documentOf('New.\n\nWords.'), { headings: true });
  expect(labelOf(first!)).toBe('d ¶1');
  expect(hashOf(first!)).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf(moved!)).toBe(hashOf(first!));
  expect(hashOf({ text: 'Words!' })).not.toBe(hashOf(first!));
});
