// Whatever a source holds, the reader sees the source's text; whatever is cut is cut once, at the end.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, echoed, escaped, escapedWithin } from '../../src/discord/rendering/markdown.ts';
import { passageText } from '../../src/discord/rendering/pieces.ts';
import { seenBy } from './reading.ts';

const hostile = [
  '# heading',
  '-# small',
  '> quote',
  '>>> quote',
  '- item',
  '* item',
  '1. item',
  '12. item',
  '**bold**',
  '*em*',
  '__under__',
  '_em_',
  '~~gone~~',
  '||spoiler||',
  '`code`',
  '```\ncode\n```',
  '[a link](https://example.com)',
  '<https://example.com>',
  'https://example.com/a_b_c*d',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<:name:123456789012345678>',
  '<t:1700000000:R>',
  '</ask:123456789012345678>',
  '<id:customize>',
  ':smile:',
  '¯\\_(ツ)_/¯',
  '\\',
  '\\*',
  'U.S. President',
  '3.5',
  '\n',
  ' ',
  'word',
  '“',
];

/** Whole texts as passages are: trimmed, without a blank line. */
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme-ascii', maxLength: 6 })), {
    minLength: 1,
  })
  .map((parts) => parts.join('').replace(/\n\s*/g, '\n').trim());

describe('the reader sees the text itself', () => {
  test.each(hostile.filter((text) => text.trim() !== ''))('%s', (text) => {
    expect(seenBy(escaped(text))).toBe(text);
    expect(seenBy(`before\n${escaped(text)} after`)).toBe(`before\n${text} after`);
  });

  test('of anything put together from it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(seenBy(escaped(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a part of it prominent', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        // A sentence never begins or ends with white space and is never empty.
        fc.pre(text.slice(start, end).trim() === text.slice(start, end) && start < end);
        expect(seenBy(passageText(text, { start, end }, 100_000))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a cut', () => {
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

  test('is one, at the end, after a whole word, marked, and no longer than asked', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, length) => {
        const shorter = cut(text, length);
        expect(shorter.length).toBeLessThanOrEqual(length);
        if (shorter === text) return;
        expect(shorter.endsWith('…')).toBe(true);
        const kept = shorter.slice(0, -1);
        expect(text.startsWith(kept)).toBe(true);
        // A single word that is too long has no better place to be cut.
        if (words(kept).length > 1) expect(words(text).slice(0, words(kept).length)).toEqual(words(kept));
      }),
      { numRuns: 2000 },
    );
  });

  test('never cuts a character in two', () => {
    expect(cut('𝔄𝔅ℭ', 4)).toBe('𝔄…');
  });

  test('counts after escaping, and still shows the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, length) => {
        const shorter = escapedWithin(text, length);
        expect(shorter.length).toBeLessThanOrEqual(length);
        if (seenBy(shorter) !== text) expect(shorter.endsWith('…')).toBe(true);
        expect(text.startsWith(seenBy(shorter).replace(/…$/, '').trimEnd())).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('is marked even where there is room for nothing else', () => {
    expect(escapedWithin('word', 1)).toBe('…');
    expect(escapedWithin('*', 1)).toBe('…');
    expect(escapedWithin('word', 0)).toBe('');
    expect(escapedWithin('', 1)).toBe('');
  });

  test.each([
    [29, '**The summit agreed.** More…'],
    [24, '**The summit agreed.**…'],
    [23, '**The summit agreed.**…'],
    [22, '**The summit…**'],
    [14, '**The…**'],
  ])('of a passage after its prominent part is marked in a room of %i', (room, shown) => {
    const part = { start: 0, end: 18 };
    expect(passageText('The summit agreed. More was said.', part, room)).toBe(shown);
  });

  test('of any passage is marked, once, and within its room', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), fc.integer({ min: 40, max: 400 }), (text, a, b, room) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        fc.pre(text.slice(start, end).trim() === text.slice(start, end) && start < end);
        const shown = passageText(text, { start, end }, room);
        expect(shown.length).toBeLessThanOrEqual(room);
        if (seenBy(shown) === text) return;
        expect(shown).toMatch(/…(\*\*)?$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a passage that is all prominent shows its beginning once', () => {
    const text = 'word '.repeat(200).trim();
    const shown = passageText(text, { start: 0, end: text.length }, 300);
    expect(shown).toMatch(/^\*\*word (word )+word…\*\*$/);
    expect(shown.length).toBeGreaterThan(290);
  });

  test('of a passage whose prominent part falls behind it shows that part first', () => {
    const text = `${'word '.repeat(100)}The answer is here.`;
    const part = { start: text.indexOf('The'), end: text.length };
    const shown = passageText(text, part, 300);
    expect(shown).toMatch(/^\*\*The answer is here\.\*\*\n\nword word .*word…$/);
    expect(shown.length).toBeLessThanOrEqual(300);
  });
});

test('what a user typed is repeated on one line, short, without what could garble the sentence', () => {
  expect(echoed('a\u202eb\u0000c \n\n d')).toBe('a b c d');
  expect(echoed('*x*')).toBe('\\*x\\*');
  expect(echoed('word '.repeat(1000)).length).toBeLessThanOrEqual(100);
  expect(echoed('*'.repeat(1000)).length).toBeLessThanOrEqual(100);
});
