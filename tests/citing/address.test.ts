// A link lands on its paragraph: the fragment is read again as browsers read it, and finds these words alone.
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/citing/address.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';

const page = 'https://example.org/news/a?x=1';

function passages(paragraphs: readonly string[], url: string | undefined = page) {
  const document = {
    id: 'a',
    kind: 'news',
    language: 'en',
    status: 'current',
    file: 'a.md',
    title: undefined,
    text: paragraphs.join('\n\n'),
    url,
  } as Document;
  return passagesOf(document, { headings: false });
}

/** What a browser would mark: the parts of the directive, decoded and looked for in the text. */
function marked(address: string, text: string): string | undefined {
  const directive = address.split(':~:text=')[1];
  if (directive === undefined) return undefined;
  const parts = directive.split(',');
  const decode = (part: string): string => decodeURIComponent(part);
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()!.slice(0, -1)) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()!.slice(1)) : '';
  const [first = '', last = first] = parts.map(decode);
  const flat = text.replace(/\s+/gu, ' ');
  const from = flat.indexOf(`${prefix} ${first}`.trim()) + (prefix === '' ? 0 : prefix.length + 1);
  const to =
    flat.indexOf(`${last} ${suffix}`.trim(), parts.length > 1 ? from + first.length : from) + last.length;
  return flat.slice(from, to);
}

const texts = [
  'The talks, held on Monday, ended late - and without a deal (so far).',
  'Nothing is agreed.',
  'Nothing is agreed until everything is agreed, said the minister & her deputy; “we’ll wait”, she added on her way out.',
  'Żaden dokument nie został podpisany w Zürich – a ceasefire/truce isn’t near.',
  'The same words stand here twice.',
  'Between them stands another paragraph, which is longer than the others are.',
  'The same words stand here twice.',
  'It ended with *stars* and under_scores ~ and 100% of it.',
];

describe('finds its own paragraph', () => {
  const all = passages(texts);
  test.each(all.map((passage) => [passage.text, passage] as const))('%s', (text, passage) => {
    const address = addressOf(passage) ?? '';
    expect(address.startsWith(`${page}#:~:text=`)).toBe(true);
    expect(marked(address, passage.document.text)).toBe(text);
    expect(URL.canParse(address)).toBe(true);
    expect(address).not.toMatch(/[\s()*<>"'_]/u);
  });
});

test('an address that has a place of its own keeps it', () => {
  const [first] = passages(['One paragraph of six words here.'], `${page}#part`);
  expect(first && addressOf(first)).toMatch(/^https:\/\/example\.org\/news\/a\?x=1#part:~:text=One%20/);
});

describe('has no fragment where it would not land', () => {
  test.each([
    ['a PDF', ['One paragraph of six words here.'], 'https://example.org/a.pdf'],
    ['a PDF with a question', ['One paragraph of six words here.'], 'https://example.org/a.pdf?download=1'],
    ['a Word file', ['One paragraph of six words here.'], 'https://example.org/a.docx'],
    ['an address that goes to words already', ['One paragraph here.'], `${page}#:~:text=Two`],
    [
      'three of the same in a row',
      [
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
        'Same.',
      ],
      page,
    ],
    [
      'an address that is too long for it',
      ['One paragraph of six words here.'],
      `https://example.org/${'a'.repeat(480)}`,
    ],
  ])('%s', (_, paragraphs, url) => {
    const all = passages(paragraphs, url);
    const middle = all[Math.floor(all.length / 2)];
    expect(middle && addressOf(middle)).toBe(url);
  });

  test('and none at all where the document has no address', () => {
    const document = { ...passages(['Words.'])[0]!.document, url: undefined } as unknown as Document;
    expect(addressOf(passagesOf(document, { headings: false })[0]!)).toBeUndefined();
  });
});

describe('a PDF', () => {
  const pdf = 'https://example.org/a.pdf';
  const paragraphs = Array.from(
    { length: 9 },
    (_, index) => `Paragraph ${index + 1} of nine, each of which is short.`,
  );
  const addresses = (url: string, pages?: string): (string | undefined)[] => {
    const on = ({ document, ...rest }: Passage): Passage => ({
      ...rest,
      document: { ...document, pages } as Document,
    });
    return passages(paragraphs, url).map((passage) => addressOf(on(passage)));
  };

  test.each([
    ['by its ending', pdf],
    ['by its ending in capitals', 'https://example.org/A.PDF'],
    ['with a question', `${pdf}?download=1`],
    ['by its format', 'https://example.org/doc?id=7&format=pdf'],
    ['by its folder', 'https://example.org/doc/7/pdf'],
    ['by its type', 'https://example.org/get?type=pdf&id=7'],
  ])('has the page of its paragraph: %s', (_, url) => {
    const all = addresses(url, '1: 1-4, 2: 5-8, 1: 9');
    expect([0, 3, 4, 7, 8].map((index) => all[index])).toEqual(
      [1, 1, 2, 2, 1].map((page) => `${url}#page=${page}`),
    );
  });

  test.each([
    ['whose pages are not known', pdf, undefined],
    ['whose paragraph has no page', pdf, '1: 1-2, 3: 6-9'],
    ['that goes to a page already', `${pdf}#page=2`, '1: 1-4, 2: 5-9'],
    ['that goes to another place', `${pdf}#nameddest=a`, '1: 1-4, 2: 5-9'],
    ['whose address is too long', `https://example.org/${'a'.repeat(483)}.pdf`, '1: 1-4, 2: 5-9'],
    ['that is a Word file', 'https://example.org/a.docx', '1: 1-4, 2: 5-9'],
  ])('has none: %s', (_, url, pages) => {
    expect(addresses(url, pages)[4]).toBe(url);
  });

  test.each([
    'https://example.org/a.pdf.html',
    'https://example.org/pdf/about',
    'https://example.org/a?about=pdf',
  ])('is not %s: it has the words', (url) => {
    expect(addresses(url, '1: 1-9')[4]).toContain('#:~:text=');
  });
});

describe('a PDF opens at the page', () => {
  const pdf = 'https://example.org/files/accord.pdf';
  const at = (paragraph: number, pages: string | undefined, url = pdf): string | undefined => {
    const all = passages(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'], url);
    const passage = all[paragraph - 1];
    return passage && addressOf({ ...passage, document: { ...passage.document, ...(pages && { pages }) } });
  };

  test.each([
    [1, '1: 1-2, 2: 3-6', 1],
    [2, '1: 1-2, 2: 3-6', 1],
    [3, '1: 1-2, 2: 3-6', 2],
    [6, '1: 1-2, 2: 3-6', 2],
    // On the second page none begins.
    [4, '1: 1-3, 3: 4-5, 4: 6', 3],
    [3, '1: 1-3, 3: 4-5, 4: 6', 1],
    [6, '1: 1-3, 3: 4-5, 4: 6', 4],
    // A cover without text.
    [1, '2: 1-4, 3: 5-6', 2],
  ])('paragraph %i of %s: page %i', (paragraph, pages, page) => {
    expect(at(paragraph, pages)).toBe(`${pdf}#page=${page}`);
  });

  test.each([
    ['where pages are not known', 1, undefined, pdf],
    ['where the address leads into it already', 1, '1: 1-6', `${pdf}#page=7`],
    ['where it has none before', 1, '1: 3-6', pdf],
    ['where it is too long', 1, '1: 1-6', `https://example.org/${'a'.repeat(485)}.pdf`],
  ])('and nowhere %s', (_, paragraph, pages, url) => {
    expect(at(paragraph, pages, url)).toBe(url);
  });

  test('a query behind it is no part of its name', () => {
    expect(at(3, '1: 1-2, 2: 3-6', `${pdf}?v=2`)).toBe(`${pdf}?v=2#page=2`);
    expect(at(3, '1: 1-2, 2: 3-6', 'https://example.org/a?file=b.pdf')).not.toContain('#page');
  });
});
