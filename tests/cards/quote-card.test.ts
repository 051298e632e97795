// Quote cards: the words of the source and nothing else, whole, inside their margins, in every script there are fonts for.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openCards, type Picture, type Refused } from '../../src/cards/cards.ts';
import { altOf, contentOf } from '../../src/cards/content.ts';
import { type Page, setPage } from '../../src/cards/draw.ts';
import { drawable } from '../../src/cards/fonts.ts';
import { textsOf } from '../../src/cards/nodes.ts';
import { themes } from '../../src/cards/themes.ts';
import type { Quoted } from '../../src/citing/quoted.ts';
import { cut } from '../../src/common/cut.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { marginsOf, sizeOf } from './reading.ts';
import {
  documentWith,
  lengths,
  marked,
  passageOf,
  type Sample,
  samples,
  scripts,
  shapes,
  told,
} from './samples.ts';

const cards = openCards();
afterAll(() => cards.close());

function ofText(text: string): Quoted {
  return { passage: passageOf(documentWith(text)) };
}

function wordsOf({ passage, part }: Quoted): string {
  return part ? passage.text.slice(part.start, part.end) : passage.text;
}

async function pageOf(quoted: Quoted, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await setPage({ kind: 'quote', content: contentOf(quoted, inEnglish), theme });
  if ('missing' in page) throw new Error(`no letters for ${page.missing.join(' ')}`);
  return page;
}

function drawn(picture: Picture | Refused): Picture {
  if ('refused' in picture) throw new Error(inEnglish(picture.refused.key, picture.refused.values));
  return picture;
}

function named(name: string): Quoted {
  const sample = samples.find((each) => each.name === name);
  if (!sample) throw new Error(`there is no sample "${name}"`);
  return sample.quoted;
}

describe.each(samples)('the card "$name"', ({ quoted }: Sample) => {
  test('shows the slice of the source, whole or cut once at its end', async () => {
    const { boxes, words } = await pageOf(quoted);
    const source = wordsOf(quoted);
    // Marks of direction beside brackets take no ink, and the samples have none of their own.
    const shown = textsOf(boxes).map((text) => text.replace(/[\u200e\u200f]/gu, ''));
    expect(shown).toContain(drawable(words));
    expect(words).toBe(words.length === source.length ? source : cut(source, words.length));
  });

  test('keeps its margins, so that nothing is cut off', async () => {
    const { svg, height } = await pageOf(quoted);
    const margins = marginsOf(svg, 'light', { left: 40 });
    expect(Math.min(margins.top, margins.bottom)).toBeGreaterThanOrEqual(30);
    expect(margins.right).toBeGreaterThanOrEqual(60);
    expect(margins.left).toBeGreaterThanOrEqual(70);
    expect(height).toBeGreaterThanOrEqual(630);
    expect(height).toBeLessThanOrEqual(1_500);
  });

  test('names its citation, in the picture and in words', async () => {
    const content = contentOf(quoted, inEnglish);
    const alt = altOf(content, inEnglish);
    const shown = textsOf((await pageOf(quoted)).boxes);
    expect(shown).toContain(content.label);
    expect(alt).toContain(content.label);
    expect(alt.length).toBeLessThanOrEqual(1_024);
  });
});

test('up to 1,800 characters the words are shown whole', async () => {
  for (const { quoted } of lengths.filter(({ name }) => name !== 'length-6000')) {
    expect((await pageOf(quoted)).words).toBe(quoted.passage.text);
  }
  const { words, height } = await pageOf(named('length-6000'));
  expect(words).toMatch(/\w…$/u);
  // The room there is, is used.
  expect(words.length).toBeGreaterThan(1_800);
  expect(height).toBeGreaterThan(1_300);
});

test('short words are set larger than long ones, and only long ones make the card higher', async () => {
  const pages = await Promise.all(lengths.map(({ quoted }) => pageOf(quoted)));
  const sizes = pages.map(({ boxes, words }) => sizeOfText(boxes, words));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(sizes[0]).toBeGreaterThanOrEqual(64);
  expect(sizes.at(-1)).toBe(28);
  expect(pages.filter(({ height }) => height === 630)).toHaveLength(6);
});

/** The type size of a text in a picture. */
function sizeOfText(box: Page['boxes'], words: string): number {
  const { children, style } = box.props;
  if (children === words) return Number(style?.['fontSize']);
  if (children === undefined || typeof children === 'string') return 0;
  return Math.max(0, ...children.map((child) => sizeOfText(child, words)));
}

test('a card is drawn as a PNG of the size that it says, 1200 by 630 where the words are short', async () => {
  for (const theme of themes) {
    const picture = drawn(await cards.quoteCard({ ...named('mark-own'), theme }, inEnglish));
    expect(sizeOf(picture.png)).toEqual({ width: 1_200, height: 630 });
    expect(picture).toMatchObject({ width: 1_200, height: 630 });
    expect(picture.alt).toBe(
      [
        'In their own words: “Peace needs two who want it,”',
        'Ada Lovelace · “Ada Lovelace said in a statement”',
        'Nothing was signed · The Evening News · [16 August 2025] · evening-news ¶1',
      ].join('\n'),
    );
  }
});

test('what the source does not tell stands in brackets or is said to be untold', () => {
  const shownOf = (name: string): string => altOf(contentOf(named(name), inEnglish), inEnglish);
  expect(shownOf('brackets')).toContain('[A working title] · [A publisher] · [December 1948]');
  expect(shownOf('undated')).toContain('untitled · undated · declaration ¶1');
  expect(shownOf('mark-partly')).toContain('She [Ada Lovelace] · “She added”');
  expect(shownOf('mark-quoted')).toContain('Quoted: “So be it.”\nThe text does not say who speaks');
  expect(shownOf('withdrawn')).toContain('withdrawn');
});

test('each kind of words has its own mark', () => {
  const marks = [...marked, ...shapes].map(({ quoted }) => contentOf(quoted, inEnglish).mark);
  expect(new Set(marks)).toEqual(
    new Set(['own', 'partly', 'reported', 'joint', 'unnamed', 'quoted', 'article']),
  );
});

test('words that are not in the passage make no card', async () => {
  const { passage } = ofText('Everyone has the right to life.');
  const theme = 'light';
  for (const part of [
    { start: -1, end: 4 },
    { start: 4, end: 4 },
    { start: 0, end: passage.text.length + 1 },
    { start: Number.NaN, end: 3 },
  ]) {
    await expect(cards.quoteCard({ passage, part, theme }, inEnglish)).rejects.toThrow(RangeError);
  }
  await expect(cards.quoteCard({ passage, clause: 'he lied', theme }, inEnglish)).rejects.toThrow(RangeError);
  const statement = { document: documentWith('x'), speaker: undefined, clause: undefined, direct: true };
  await expect(cards.quoteCard({ passage, statement, theme }, inEnglish)).rejects.toThrow(RangeError);
});

test.each([
  ['Peace 🕊️ now', '🕊'],
  ['ᠮᠣᠩᠭᠣᠯ', 'ᠮ'],
  ['X\u0302 marks the spot', 'X\u0302'],
])('%s is refused, as there are no letters for it, and never drawn with gaps', async (text, letter) => {
  const picture = await cards.quoteCard({ ...ofText(text), theme: 'light' }, inEnglish);
  if (!('refused' in picture)) throw new Error('it was drawn');
  expect(picture.refused.key).toBe('card.noLetters');
  expect(inEnglish(picture.refused.key, picture.refused.values)).toContain(letter);
});

test('scripts with fonts on board are drawn', async () => {
  for (const { quoted } of scripts) drawn(await cards.quoteCard({ ...quoted, theme: 'dark' }, inEnglish));
});

test('letters stay as they are in the source where the fonts have them, and look the same where not', () => {
  for (const text of ['За́мок', 'Łódź', 'ế', 'дім', 'Όλοι', '« Oui »', 'naïve “quotes”']) {
    expect(drawable(text)).toBe(text);
  }
  // A letter and its accent in one, a space that may not break, hyphens.
  expect(drawable('Cafe\u0301 Ки\u0306ів')).toBe('Café Кйів');
  expect(drawable('10\u202f000 est\u2011ce')).toBe('10\u00a0000 est-ce');
});

test('an accent stands above its letter, capitals too', async () => {
  const top = async (text: string): Promise<number> => {
    const { svg } = await pageOf(ofText(text));
    // The words alone: right of the bar, below the mark's name, above the line of the foot.
    return marginsOf(svg, 'light', { left: 40, top: 130, bottom: 480 }).top;
  };
  expect(await top('О')).toBeGreaterThan((await top('О\u0301')) + 8);
  expect(await top('О')).toBeLessThan(480);
});

test('whatever a document holds, its card keeps its margins or is refused', async () => {
  const odd = fc.constantFrom(
    ...[
      '\u200b',
      '\u00ad',
      '\u202e',
      '\u2067',
      '\u200f',
      '\u2028',
      '\u0301',
      '\t',
      '\n',
      '&',
      '<b>',
      '{{x}}',
      '№',
      '₴',
    ],
    ...['W'.repeat(80), 'i'.repeat(200), '—'.repeat(60), 'слово ', 'λόγος ', 'word '],
  );
  const texts = fc
    .array(fc.oneof({ weight: 1, arbitrary: fc.string({ maxLength: 20 }) }, { weight: 4, arbitrary: odd }), {
      minLength: 1,
      maxLength: 80,
    })
    .map((parts) => `x${parts.join('')}`);
  const ofOneLine = texts.map((text) => text.replace(/\p{Cc}/gu, ' '));
  const property = fc.asyncProperty(texts, ofOneLine, ofOneLine, async (text, id, title) => {
    const given = { id, title: told(title), publisher: told(title, 'inferred') };
    const content = contentOf({ passage: passageOf(documentWith(text, given)) }, inEnglish);
    expect(altOf(content, inEnglish).length).toBeLessThanOrEqual(1_024);
    const page = await setPage({ kind: 'quote', content, theme: 'light' });
    if ('missing' in page) return;
    const margins = marginsOf(page.svg, 'light', { left: 40 });
    expect(Math.min(margins.top, margins.bottom, margins.right, margins.left)).toBeGreaterThanOrEqual(30);
    expect(page.height).toBeLessThanOrEqual(1_500);
  });
  // What once went past the margin: characters of which nothing is seen beside words that fill more than a line.
  const long = 'i'.repeat(200);
  const once = [`x${long}\u200b\nслово \u200b`, `x\u202e${long} слово `, `x \t\u200f${'W'.repeat(80)}`];
  await fc.assert(property, { numRuns: 25, examples: once.map((text) => [text, 'x', 'x']) });
});
