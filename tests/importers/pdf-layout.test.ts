// How a PDF is set, kind by kind: what is read as what, and what must stay as it is.
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { type PdfLine, pdf } from './files.ts';
import { taken as takenFile } from './taken.ts';

const taken = (...pages: readonly (readonly PdfLine[])[]): Promise<Taken> => takenFile('a.pdf', pdf(pages));

/** Lines of 10 points below each other, 12 points apart. */
const lines = (texts: readonly string[], x = 72, top = 700): PdfLine[] =>
  texts.map((text, index) => ({ text, x, y: top - index * 12 }));
const keys = (messages: readonly { key: string }[]): string[] => messages.map(({ key }) => key);

const council = [
  'The joint council met in the harbour town to hear what its keeper had to say about the licences',
  'of the two hundred boats that had been frozen in January, and about the crews that had waited.',
];
const envoy = [
  'The envoy of Sudmark said that the line was a matter of history and not of fish, and that he had',
  'no right to speak of it, since his government had not told him what it thought of any such line.',
];
const whole = (texts: readonly string[]): string => texts.join(' ');

describe('a large initial', () => {
  const rest = [
    'orland reports seen by this paper say that the envoy, who was recalled in',
    'May, had drafted a plan for the islands, and that for more than a year nobody',
  ];
  const below = [
    'outside of the ministry in the capital had known of it, or had wished to know of it at all.',
  ];
  const set = (letter: string, first: string, size = 30): PdfLine[] => [
    { text: letter, x: 72, y: 688, size },
    ...lines([first, ...rest.slice(1)], 100),
    ...lines(below, 72, 676),
  ];
  const cases: [string, string, string, string][] = [
    [
      'begins its word',
      'N',
      'orland reports seen by this paper say that the envoy, who was recalled in',
      'N',
    ],
    [
      'with an accent',
      '\xc9',
      'lan and patience, say those who know the envoy, who was then recalled in',
      '\xc9',
    ],
    [
      'that is a word of its own',
      'A',
      'senior envoy has said to this paper what the other envoy, recalled in',
      'A ',
    ],
    [
      'that begins a word',
      'A',
      'lthough the envoy has said to this paper that the other one, recalled in',
      'A',
    ],
    [
      'behind its quotation mark',
      '"W',
      'e have agreed, say those who know this other envoy, who was recalled in',
      '"W',
    ],
    [
      'before an apostrophe',
      'L',
      "'envoy, say those who know this other envoy, who was then recalled in",
      'L',
    ],
  ];
  test.each(cases)('%s', async (_, letter, first, begins) => {
    const { paragraphs } = await taken([...set(letter, first), ...lines(envoy, 72, 650)]);
    expect(paragraphs).toEqual([`${begins}${first} ${rest[1]} ${below[0]}`, whole(envoy)]);
  });

  test('that stands on the first line is no drop cap, and begins its word all the same', async () => {
    const { paragraphs } = await taken([
      { text: 'N', x: 72, y: 700, size: 24 },
      ...lines(['orland reports seen by this paper say that the envoy, who was recalled in May,'], 90),
      ...lines(
        ['had drafted a plan for the islands, of which nobody in the ministry had known for a year.'],
        72,
        688,
      ),
    ]);
    expect(paragraphs).toEqual([
      'Norland reports seen by this paper say that the envoy, who was recalled in May, had drafted a plan for the islands, of which nobody in the ministry had known for a year.',
    ]);
  });
});

describe('what runs along the pages', () => {
  const page = (head: string, foot: string, body: readonly string[]): PdfLine[] => [
    { text: head, x: 72, y: 770, size: 8 },
    ...lines(body),
    { text: foot, x: 290, y: 30, size: 8 },
  ];

  test('is left out, left and right, where a chapter comes only once, and with Roman numbers', async () => {
    const { paragraphs, notes } = await taken(
      page('Records of the Strait', 'ii', council),
      page('Chapter One', 'iii', envoy),
      page('Records of the Strait', 'iv', council),
    );
    expect(paragraphs).toEqual([whole(council), whole(envoy), whole(council)]);
    expect(notes).toContainEqual({ key: 'import.note.running', values: { count: 6 } });
  });

  test('is not the heading of an article at the top of each page', async () => {
    const article = (number: number, body: readonly string[]): PdfLine[] => [
      { text: `Article ${number}`, x: 72, y: 770, size: 14 },
      ...lines(body, 72, 750),
    ];
    const { text } = await taken(article(3, council), article(4, envoy));
    expect(text).toContain('# Article 3');
    expect(text).toContain('# Article 4');
  });

  test('is no note at the foot, which stays, behind the text', async () => {
    const noted = (number: number, body: readonly string[]): PdfLine[] => [
      ...lines(body),
      { text: `${number} See the records of the council, page ${number * 7}.`, x: 72, y: 60, size: 8 },
    ];
    const { paragraphs } = await taken(noted(1, council), noted(2, envoy));
    expect(paragraphs).toEqual([
      whole(council),
      whole(envoy),
      '1 See the records of the council, page 7.',
      '2 See the records of the council, page 14.',
    ]);
  });
});

describe('numbers at the margin', () => {
  const many = Array.from(
    { length: 16 },
    (_, index) =>
      `line ${index + 1} of what the witness said to the committee about the boats and the licences`,
  );
  const numbered = (step: number, x: number): PdfLine[] =>
    lines(many, 90).flatMap((line, index) =>
      (index + 1) % step === 0 ? [line, { text: `${index + 1}`, x, y: line.y, size: 8 }] : [line],
    );
  test.each([
    ['every line at the left', 1, 60],
    ['every fifth line at the left', 5, 60],
    ['every fifth line at the right', 5, 560],
  ])('count %s and are left out', async (_, step, x) => {
    const { paragraphs, notes } = await taken(numbered(step, x));
    expect(paragraphs.join(' ')).toBe(many.join(' '));
    expect(keys(notes)).toContain('import.note.lineNumbers');
  });

  test('stay where they are those of paragraphs or of a table', async () => {
    const points = ['the first point, which is short', 'the second point, which is as short', 'the third'];
    const { paragraphs } = await taken(
      points.flatMap((text, index) => [
        { text: `${index + 1}`, x: 60, y: 700 - index * 24 },
        { text, x: 90, y: 700 - index * 24 },
      ]),
    );
    expect(paragraphs.join(' ').replaceAll('\t', ' ')).toBe(
      points.map((text, index) => `${index + 1} ${text}`).join(' '),
    );
  });
});

describe('columns', () => {
  const words = (name: string, count: number): string[] =>
    Array.from(
      { length: count },
      (_, index) => `line ${index + 1} of the ${name} column with some more words`,
    );
  const title = { text: 'A title over all of the columns', x: 150, y: 740, size: 16 };

  test('of unequal height are read one after the other', async () => {
    const { paragraphs, warnings } = await taken([
      title,
      ...lines(words('left', 12), 50),
      ...lines(words('right', 3), 310),
    ]);
    expect(paragraphs.join(' ')).toBe(whole([...words('left', 12), ...words('right', 3)]));
    expect(keys(warnings)).not.toContain('import.warning.orderUnsure');
  });

  test('with lines at other heights, and one that begins above the other, are read one after the other', async () => {
    const { paragraphs } = await taken([
      ...lines(words('left', 8), 50, 600),
      ...lines(words('right', 12), 310, 705),
    ]);
    expect(paragraphs.join(' ')).toBe(whole([...words('left', 8), ...words('right', 12)]));
  });

  test('three of them are read one after the other, and a heading over all parts them', async () => {
    const three = (part: string, top: number): PdfLine[] =>
      ['one', 'two', 'three'].flatMap((name, index) =>
        lines(
          Array.from({ length: 6 }, (_, at) => `${part} ${name} ${at + 1} of some words`),
          40 + index * 180,
          top,
        ),
      );
    const heading = { text: 'Below', x: 40, y: 600, size: 14 };
    const { paragraphs } = await taken([...three('upper', 700), heading, ...three('lower', 575)]);
    const order = paragraphs.join(' ').match(/(?:upper|lower) \w+ 1 /gu);
    expect(order).toEqual([
      'upper one 1 ',
      'upper two 1 ',
      'upper three 1 ',
      'lower one 1 ',
      'lower two 1 ',
      'lower three 1 ',
    ]);
  });

  test('that may be none are told with their page', async () => {
    const figures = Array.from({ length: 8 }, (_, index) => `${index * 7 + 3} boats`);
    const { warnings } = await taken(lines(council), [
      ...lines(words('left', 12), 50),
      ...lines([...words('right', 3), ...figures], 310),
    ]);
    expect(warnings).toContainEqual({ key: 'import.warning.orderUnsure', values: { pages: '2' } });
  });
});

describe('a paragraph', () => {
  test('is told with the page on which it begins', async () => {
    const { paragraphs, pages } = await taken(
      lines([
        ...council.slice(0, 1),
        'of the two hundred boats that had been frozen in January, and about the crews that have had',
      ]),
      lines(
        ['to wait for it all the time.', '', ...envoy].filter((text) => text !== ''),
        72,
        700,
      ).map((line, index) => ({ ...line, y: line.y - (index > 0 ? 12 : 0) })),
    );
    expect(paragraphs).toHaveLength(2);
    expect(pages).toEqual([1, 2]);
  });

  test('that breaks off goes on behind a caption, which comes after it', async () => {
    const { paragraphs } = await taken([
      ...lines([council[0] ?? '']),
      { text: 'The harbour, seen from the hotel.', x: 72, y: 560, size: 8 },
      ...lines([council[1] ?? '', ...envoy], 72, 530).map((line, index) => ({
        ...line,
        y: line.y - (index > 0 ? 12 : 0),
      })),
    ]);
    expect(paragraphs).toEqual([whole(council), 'The harbour, seen from the hotel.', whole(envoy)]);
  });

  test('is no heading because its letters are larger', async () => {
    const lead = 'Two hundred boats were back at sea this week after a long winter.';
    const { paragraphs } = await taken([{ text: lead, x: 72, y: 740, size: 12 }, ...lines(council)]);
    expect(paragraphs).toEqual([lead, whole(council)]);
  });
});

describe('below a picture', () => {
  // The left column begins where the right one has ended, under a title over both.
  const left = [
    'The council met in the harbour town',
    'to hear what its keeper had to say',
    'about the two hundred boats that',
    'had been frozen in January, and the',
    'crews that had waited in the port.',
    'It will publish what it has heard',
  ];
  const right = [
    'in the summer, when all have read',
    'it. The envoy said that the line was',
    'a matter of history and not of fish,',
    'and that he had no right to speak.',
  ];
  const title = (text: string): PdfLine => ({ text, x: 60, y: 760, size: 16 });
  const text = [...left, ...right].join(' ');
  test.each([
    ['a long title', title('The council hears the keeper of the licences'), 500],
    ['a short title', title('The keeper'), 500],
    ['a title and a deep picture', title('The council hears'), 400],
    ['a title and a picture of a few lines', title('The council hears'), 610],
    ['a title in two lines', title('The council hears the keeper of the'), 520],
    ['a small title', { ...title('The council'), size: 12 }, 480],
  ])('and %s the column at the left is read first', async (_, head, top) => {
    const { paragraphs } = await taken([head, ...lines(right, 310, 700), ...lines(left, 60, top)]);
    expect(paragraphs.join(' ')).toBe(text);
  });

  test.each([
    ['a signature', ['For the council:', 'I. Holm'], 300],
    ['a note', ['Printed in the harbour town in May.'], 250],
    ['an imprint', ['Council of the Bay', 'Harbour 4', 'Westhaven'], 200],
  ])('%s far below both columns stays last', async (_, far, top) => {
    const columns = [...lines(left, 60, 700), ...lines([...right, ...right], 310, 700)];
    const { paragraphs } = await taken([title('The keeper'), ...columns, ...lines(far, 60, top)]);
    expect(paragraphs.at(-1)).toContain(far.at(-1));
    expect(paragraphs.slice(0, -1).join(' ')).toContain(text);
  });
});

describe('where paragraphs stand further apart than lines', () => {
  const spaced = (groups: readonly (readonly string[])[]): PdfLine[] => {
    let top = 708;
    return groups.flatMap((group) => {
      const set = lines(group, 72, top - 8);
      top -= 8 + group.length * 12;
      return set;
    });
  };
  const others = [
    ['The ministers of both states met in', 'the harbour town on Monday and said', 'little of it.'],
    ['They will meet again in the summer', 'when the boats are back and the', 'nets are dry.'],
    ['Nobody had asked the crews of the', 'boats what they thought of the', 'treaty.'],
  ];
  test.each([
    [['The papers lie in the town halls', 'of both states. Representatives', 'of the crews may read them.']],
    [
      [
        'It was said in the hall of the',
        'two states at noon.',
        'Disagreements went on till the night',
        'and were told.',
      ],
    ],
    [['So it was, and the states agreed.', 'Extraordinarily few had thought it', 'would be so.']],
  ])('the early end of a line is not that of a paragraph: %s', async (middle) => {
    const { paragraphs } = await taken(spaced([...others, middle, others[0] ?? []]));
    expect(paragraphs[3]).toBe(middle.join(' '));
  });

  test.each([
    [['They agreed.', 'The ministers said so on Monday in', 'the harbour town.']],
    [['So it was.', 'And so it went on till the night', 'came.']],
    [['It ends.', 'It begins again in the morning of', 'that day.']],
  ])('a line that has much room left ends one: %s', async (middle) => {
    const { paragraphs } = await taken(spaced([...others, middle, others[0] ?? []]));
    expect(paragraphs.slice(3, 5)).toEqual([middle[0], middle.slice(1).join(' ')]);
  });
});

describe('a heading', () => {
  test.each([190, 260])('in spaced letters is written as the words that it is', async (x) => {
    const { metadata } = await taken([
      { text: 'J O I N T', x: 100, y: 740, size: 18 },
      { text: 'S T A T E M E N T', x, y: 740, size: 18 },
      ...lines(council),
    ]);
    expect(metadata.title?.told.value).toBe('JOINT STATEMENT');
  });
});

describe('a table', () => {
  test('has a paragraph for each row, cells parted, and a warning with its page', async () => {
    const rows = [
      ['Harbour', 'Boats', 'Crews'],
      ['North Island', '12', '44'],
      ['Sudmark Roads', '7', '19'],
      ['All harbours', '19', '63'],
    ];
    const { paragraphs, warnings } = await taken([
      ...lines(council),
      ...rows.flatMap((row, at) =>
        row.map((text, index) => ({ text, x: 72 + index * 150, y: 640 - at * 16 })),
      ),
      ...lines(envoy, 72, 550),
    ]);
    expect(paragraphs).toEqual([whole(council), ...rows.map((row) => row.join('\t')), whole(envoy)]);
    expect(warnings).toContainEqual({ key: 'import.warning.tables', values: { pages: '1' } });
  });
});
