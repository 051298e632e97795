// Lines of a PDF that belong to themselves: notes with raised numbers, who signs, what stands beside a title.
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { type PdfLine, pdf } from './files.ts';
import { widthOf } from './helvetica.ts';
import { taken as takenFile } from './taken.ts';

const taken = (...pages: readonly (readonly PdfLine[])[]): Promise<Taken> => takenFile('a.pdf', pdf(pages));
const lines = (texts: readonly string[], x = 72, top = 700, leading = 12, size = 10): PdfLine[] =>
  texts.map((text, index) => ({ text, x, y: top - index * leading, size }));

const council = [
  'the joint council met in the harbour town to hear what its keeper had to say about the licences',
  'of the two hundred boats that had been frozen in january, and about the crews that had waited.',
];
const envoy = [
  'the envoy of the other town said that the line was a matter of history and not of fish, and that he',
  'had no right to speak of it, since his government had not told him what it thought of any such line.',
];

describe('the number of a note at its beginning', () => {
  const note = 'letters of the third and of the seventeenth, which nobody has answered.';
  const page = (mark: string, size: number, gap: number, words: string): PdfLine[] => [
    ...lines(council),
    ...lines(envoy, 72, 670),
    { text: mark, x: 72, y: 103.4, size },
    { text: words, x: 72 + widthOf(mark, size) + gap, y: 100, size: 8.5 },
  ];
  test.each([
    ['1', 5, 0.4],
    ['2', 5.5, 0.8],
    ['12', 5, 0.5],
    ['*', 5.2, 0.3],
    ['3', 6, 0],
    ['[4]', 5, 0.4],
  ])('%s in %d points, %d before its first word, stands apart from it', async (mark, size, gap) => {
    const { paragraphs } = await taken(page(mark, size, gap, note));
    expect(paragraphs.at(-1)).toBe(`${mark} ${note}`);
  });

  test.each([
    ['a blank of its own', '1', 5, 3, note, `1 ${note}`],
    [
      'a number as large as the words',
      '1',
      8.5,
      0.2,
      `911 was the year of it, said the ${note}`,
      `1911 was the year of it, said the ${note}`,
    ],
    ['a letter', 'L', 5, 0.2, note.slice(1), `L${note.slice(1)}`],
    ['a mark behind a word', note, 8.5, 0, '.', undefined],
    ['a large first letter', 'L', 8.5, 0, note.slice(1), `L${note.slice(1)}`],
    ['a year', '1911', 8.5, 2.4, note, `1911 ${note}`],
  ])('has nothing put behind it: %s', async (_, mark, size, gap, words, expected) => {
    const set = page(mark, size, gap, words).map((line) =>
      size === 8.5 ? { ...line, y: line.y === 103.4 ? 100 : line.y } : line,
    );
    const { paragraphs } = await taken(set);
    expect(paragraphs.at(-1)).toBe(expected ?? `${note}.`);
  });
});

describe('lines that are set each for itself', () => {
  const edge = 72 + Math.max(...[...council, ...envoy].map((text) => widthOf(text, 10)));
  const atRight = (texts: readonly string[], top = 640, leading = 13): PdfLine[] =>
    texts.map((text, at) => ({ text, x: edge - widthOf(text, 10), y: top - at * leading }));
  const inTheMiddle = (texts: readonly string[], top = 640): PdfLine[] =>
    texts.map((text, at) => ({ text, x: (72 + edge - widthOf(text, 10)) / 2, y: top - at * 12 }));
  const text = [...lines(council), ...lines(envoy, 72, 668)];
  const read = async (signed: readonly PdfLine[]): Promise<readonly string[]> =>
    (await taken([...text, ...signed])).paragraphs.slice(2);

  test.each([
    ['at the right', ['The senate', 'Ann Olden-Thar', 'President'], atRight],
    ['in the middle', ['The senate', 'Ann Olden-Thar', 'President'], inTheMiddle],
    ['two of them', ['Ann Olden-Thar', 'Clerk'], atRight],
    [
      'close to each other',
      ['The office of the keeper', 'Bo Marsh', 'Keeper'],
      (of: string[]) => atRight(of, 640, 12),
    ],
    ['far below the text', ['The joint council', 'Bo Marsh', 'Chair'], (of: string[]) => atRight(of, 500)],
    ['with titles of people', ['Dr. Ann Olden', 'Prof. Bo Marsh', 'Commissioners'], inTheMiddle],
  ])('stay lines of their own: %s', async (_, texts, set) => {
    expect(await read(set([...texts]))).toEqual(texts);
  });

  test('below place and day', async () => {
    const signed = ['The senate', 'Ann Olden-Thar'];
    const day = { text: 'Teal Point, 18 August 2026', x: 72, y: 640 };
    expect(await read([day, ...atRight(signed, 628, 12)])).toEqual([day.text, ...signed]);
  });

  test.each([
    [
      'an address',
      ['The keeper of the harbour', 'Pier Road', 'Teal Point'],
      (of: string[]) => lines(of, 330, 640),
    ],
    ['a sentence that goes on', ['A sentence in the middle of it', 'goes on below'], inTheMiddle],
    ['a name that goes on', ['The Office of the Keeper of', 'Harbours'], inTheMiddle],
    ['a list with commas', ['Ann Olden,', 'Bo Marsh'], inTheMiddle],
    ['a word that is broken', ['The Office of the Har-', 'bour'], inTheMiddle],
    ['a post of two lines', ['The Permanent Representative', 'to the League'], atRight],
  ])('are one paragraph where they are %s', async (_, texts, set) => {
    expect((await read(set([...texts]))).length).toBe(1);
  });
});

const left = [
  'The order of the council is made under',
  'the law on boats of the third of March,',
  'which was changed by the law of June,',
  'and is made with the keeper of the pier.',
  'It holds for all the boats that pass the',
  'bridge between the towns and for those',
  'that lie below it in the time of herrings,',
  'but not for boats of pilots in danger.',
];
const right = ['Carts that go to the fields on both sides', 'of the border pass over without a toll.'];
const below = [
  'Whoever does not mind the bell, or who',
  'anchors, fishes or sells on the bridge,',
  'pays up to five hundred crowns for each',
  'time that the keeper has seen him do it.',
];

describe('a title in the left column beside text of the right one', () => {
  const title = (texts: readonly string[], top: number): PdfLine[] => lines(texts, 72, top, 15, 13);
  const columns = (at: number, rightTop: number, foot: number): PdfLine[] => [
    ...lines(left, 60, at),
    ...lines(right, 310, rightTop),
    ...lines(below, 310, foot),
  ];
  test.each([
    ['two lines, the right at its height', title(['Order on the traffic', 'of boats'], 717), 683, 720, 640],
    ['one line', title(['Order on the boats'], 702), 683, 702, 640],
    ['two lines, the right a little lower', title(['Order on the traffic', 'of boats'], 720), 683, 717, 640],
    ['the right without a picture', title(['Order on the traffic', 'of boats'], 717), 683, 720, 690],
    ['a picture of half a page', title(['Order on the traffic', 'of boats'], 717), 683, 720, 600],
    ['at the height of the second line', title(['Order on the traffic', 'of boats'], 717), 683, 703, 640],
  ])('is read with the left column: %s', async (_, set, at, rightTop, foot) => {
    const { paragraphs } = await taken([...set, ...columns(at, rightTop, foot)]);
    expect(paragraphs.join(' ')).toBe([...left, ...right, ...below].join(' '));
  });

  test.each([
    ['a day', '18 August 2026'],
    ['a number', 'No. 31'],
    ['a place and a day', 'Teal Point, 18 August 2026'],
    ['a short word', 'Supplement'],
    ['an office', 'The keeper of boats'],
    ['a price', 'Two crowns'],
  ])('stands above both where %s is beside it', async (_, note) => {
    const { text } = await taken([
      ...title(['Order on the boats'], 717),
      { text: note, x: 310, y: 717, size: 9 },
      ...lines(left, 60, 680),
      ...lines([...right, ...below], 310, 680),
    ]);
    expect(text.replace(/\s+/gu, ' ')).toContain([...left, ...right, ...below].join(' '));
  });
});

describe('a note beside a title that is neither short nor as long as a line', () => {
  const warned = async (note: string): Promise<boolean> => {
    const { warnings } = await taken([
      { text: 'Order on the boats', x: 72, y: 717, size: 13 },
      { text: note, x: 310, y: 717 },
      ...lines(left, 60, 680),
      ...lines([...right, ...below], 310, 680),
    ]);
    return warnings.some(({ key }) => key === 'import.warning.orderUnsure');
  };
  test.each([
    ['Carts that go to the fields'],
    ['of the border pass over them'],
    ['Adopted in the custom house'],
    ['time that the keeper has seen'],
    ['Whoever does not mind bells'],
    ['The keeper of all the boats'],
  ])('is told of: %s', async (note) => {
    expect(await warned(note)).toBe(true);
  });

  test.each([
    ['18 August 2026'],
    ['No. 31'],
    ['Two crowns'],
    ['Supplement'],
    [right[0] ?? ''],
    [below[1] ?? ''],
  ])('is not told of: %s', async (note) => {
    expect(await warned(note)).toBe(false);
  });
});

describe('a body that is named above the text and along the pages', () => {
  const pages = (name: string, foot: string): PdfLine[][] =>
    [1, 2].map((number) => [
      ...(number === 1
        ? [
            { text: name, x: 200, y: 760, size: 9 },
            { text: 'Evidence on the boats', x: 180, y: 730, size: 16 },
          ]
        : []),
      ...lines(council, 72, 690),
      ...lines(envoy, 72, 650),
      { text: foot.replace('#', String(number)), x: 220, y: 30, size: 7 },
    ]);
  test.each([
    ['Corvane Assembly', 'Corvane Assembly | Official Report | #'],
    ['Conseil de la Baie', 'Conseil de la Baie - #'],
    ['Bezirksrat Nordheim', 'Bezirksrat Nordheim | #'],
    ['Komisja Rybacka', 'Komisja Rybacka | #'],
    ['Commission of the Two Towns', 'Commission of the Two Towns | Minutes | #'],
    ['Ministry of Fisheries', 'Ministry of Fisheries | #'],
  ])('%s is its publisher', async (name, foot) => {
    expect((await taken(...pages(name, foot))).metadata.publisher?.told.value).toBe(name);
  });

  test.each([
    ['Corvane Assembly', 'Official Report | #'],
    ['Official Report', 'Official Report | #'],
    ['Council adopts the rules', 'Council adopts the rules | #'],
    ['Corvane Assembly', 'Corvane Assembly meets again | #'],
    ['The boats', 'The boats | #'],
    ['Senate', 'Senate | #'],
  ])('%s, with "%s" along the pages, is none', async (name, foot) => {
    expect((await taken(...pages(name, foot))).metadata.publisher).toBeUndefined();
  });
});

describe('a letterhead in large letters above the subject of a letter', () => {
  const letter = (office: string, subject: string, size = 13): PdfLine[] => [
    { text: office, x: 120, y: 760, size: 15 },
    { text: '9 Pier Road, Teal Point', x: 120, y: 740, size: 8 },
    { text: '18 August 2026', x: 72, y: 720 },
    { text: 'No. 6140/27', x: 430, y: 720 },
    { text: subject, x: 150, y: 690, size },
    ...lines(council, 72, 660),
    ...lines(envoy, 72, 620),
  ];
  test.each([
    ['EMBASSY OF THE REPUBLIC OF MERROW'],
    ['Ministry of Foreign Affairs'],
    ['Bundesministerium der Justiz'],
    ['Botschaft von Merrow'],
    ['Ambassade de Merrow'],
    ['Ministerstwo Spraw Zagranicznych'],
  ])('%s is its publisher, and the subject its title', async (office) => {
    const { metadata } = await taken(letter(office, 'On the return of the archive'));
    expect([metadata.title, metadata.publisher, metadata.published].map((each) => each?.told.value)).toEqual([
      'On the return of the archive',
      office,
      '2026-08-18',
    ]);
  });

  test.each([
    ['Ministry of Foreign Affairs rejects the note', 'On the archive', 13],
    ['On the return of the archive', 'Where it was', 13],
    ['Embassies in the storm', 'What they saw', 13],
    ['Office hours of the keeper', 'In summer', 13],
    ['The Ministry and the sea', 'A short talk', 13],
    ['Ministry of Foreign Affairs', 'on the archive, which nobody had seen.', 10],
  ])('%s is a title', async (title, subject, size) => {
    const { metadata } = await taken(letter(title, subject, size));
    expect([metadata.title?.told.value, metadata.publisher]).toEqual([title, undefined]);
  });
});
