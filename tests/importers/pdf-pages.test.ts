// What stands around and beside the text of a PDF's pages: marks of notes, heads that come once, boxes, names of papers.
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { type PdfLine, pdf } from './files.ts';
import { widthOf } from './helvetica.ts';
import { taken as takenFile } from './taken.ts';

const taken = (pages: readonly (readonly PdfLine[])[], info = ''): Promise<Taken> =>
  takenFile('a.pdf', pdf(pages, { info }));

const lines = (texts: readonly string[], x = 72, top = 640, leading = 12, size = 10): PdfLine[] =>
  texts.map((text, index) => ({ text, x, y: top - index * leading, size }));

const council = [
  'The joint council met in the harbour town to hear what its keeper had to say about the licences',
  'of the two hundred boats that had been frozen in january, and about the crews that had waited.',
];
const envoy = [
  'The envoy of the other town said that the line was a matter of history and not of fish, and that he',
  'had no right to speak of it, since his government had not told him what it thought of any such line.',
];
const pilots = [
  'Nobody was able to say who will pay for the second pilot, which had kept the two councils apart since',
  'the autumn of last year, when the old pier was taken away by the storm that all of them remember.',
];
const joined = (texts: readonly string[]): string => texts.join(' ');

describe('a raised mark', () => {
  const set = (mark: string, rise: number, after: string, size = 5.2): PdfLine[] => {
    const before = 'that had been frozen in the spring';
    const end = 72 + widthOf(before, 10);
    return [
      ...lines(council),
      ...lines([before], 72, 616),
      { text: mark, x: end, y: 616 + rise, size },
      { text: `${after} nobody knew of it`, x: end + widthOf(mark, size) + 0.2, y: 616, size: 10 },
    ];
  };
  test.each([
    ['1)', 5, '.'],
    ['2)', 5.6, ','],
    ['12', 6, '.'],
    ['*', 4, ','],
    ['[3]', 5.2, '.'],
    ['1,2', 4.8, ','],
  ])('%s at %d above the line is no paragraph and leaves no blank', async (mark, rise, after) => {
    const { paragraphs } = await taken([[...set(mark, rise, after), ...lines(envoy, 72, 580)]]);
    expect(paragraphs).toEqual([
      `${joined(council)} that had been frozen in the spring${after} nobody knew of it`,
      joined(envoy),
    ]);
  });

  test.each([
    ['a number far from any word', [{ text: '7', x: 500, y: 660, size: 6 }], '7'],
    [
      'a small line above the text',
      [{ text: 'as told by the clerk', x: 72, y: 656, size: 6 }],
      'as told by the clerk',
    ],
    ['a number as large as the words', [{ text: '1911', x: 72, y: 664, size: 10 }], '1911'],
  ])('is not: %s', async (_, above, text) => {
    const { text: all, titleLine } = await taken([[...above, ...lines(council), ...lines(envoy, 72, 590)]]);
    expect(`${titleLine}\n${all}`).toContain(text);
  });
});

describe('a head that comes once', () => {
  const first = [...lines(council), ...lines(envoy, 72, 600), ...lines(pilots.slice(0, 1), 72, 560)];
  const second = lines([...pilots.slice(1)], 72, 700);
  const whole = [joined(council), joined(envoy), joined(pilots)];
  const small = (parts: readonly (readonly [string, number])[], y: number): PdfLine[] =>
    parts.map(([text, x]) => ({ text, x, y, size: 8 }));
  test.each([
    [
      'name and number of a report',
      small(
        [
          ['Observer Mission', 72],
          ['Report 10/2026', 450],
        ],
        750,
      ),
    ],
    [
      'with its number between dashes',
      small(
        [
          ['Official Gazette', 72],
          ['- 2 -', 290],
          ['No. 212', 470],
        ],
        750,
      ),
    ],
    [
      'in three parts',
      small(
        [
          ['Teal Point', 72],
          ['Second session', 260],
          ['5 May 2026', 470],
        ],
        750,
      ),
    ],
    [
      'with its number at the end',
      small(
        [
          ['The Harbour Fund', 72],
          ['2', 520],
        ],
        750,
      ),
    ],
  ])('is no part of a paragraph that goes on over the page: %s', async (_, head) => {
    expect((await taken([first, [...head, ...second]])).paragraphs).toEqual(whole);
  });

  test('goes with the foot of what is torn out of a paper, and names it', async () => {
    const head = small(
      [
        ['The Cape Quarterly', 72],
        ['Autumn 2026', 470],
      ],
      750,
    );
    const foot = small(
      [
        ['14', 72],
        ['capequarterly.example', 430],
      ],
      34,
    );
    const title = [{ text: 'Soup and a boundary', x: 72, y: 690, size: 24 }];
    const { paragraphs, metadata, kind } = await taken([
      [...head, ...title, ...lines(council), ...lines(envoy, 72, 600), ...foot],
    ]);
    expect(paragraphs).toEqual([joined(council), joined(envoy)]);
    expect([metadata.publisher?.told.value, kind]).toEqual(['The Cape Quarterly', 'news']);
  });

  test('names the office that is the author', async () => {
    const head = small(
      [
        ['Observer Mission', 72],
        ['Report 10/2026', 450],
      ],
      750,
    );
    const { metadata } = await taken([first, [...head, ...second]], '/Author(Observer Mission)');
    expect(metadata.publisher?.told.value).toBe('Observer Mission');
  });

  const kept = (parts: readonly (readonly [string, number])[], y: number, size = 10): PdfLine[] =>
    parts.map(([text, x]) => ({ text, x, y, size }));
  test.each([
    [
      'the letterhead of a first page',
      [
        [
          ...small(
            [
              ['Embassy of Teal', 72],
              ['No. 7', 470],
            ],
            750,
          ),
          ...lines(council),
        ],
      ],
      'Embassy of Teal',
    ],
    [
      'two parties in the size of the text',
      [
        first,
        [
          ...kept(
            [
              ['For Teal:', 72],
              ['For Merrow:', 400],
            ],
            740,
          ),
          ...lines(envoy, 72, 690),
        ],
      ],
      'For Merrow:',
    ],
    [
      'a row of a table in small letters',
      [
        first,
        [
          ...small(
            [
              ['Sector', 72],
              ['May', 250],
              ['June', 430],
            ],
            740,
          ),
          ...small(
            [
              ['North', 72],
              ['41', 250],
              ['27', 430],
            ],
            728,
          ),
          ...small(
            [
              ['South', 72],
              ['18', 250],
              ['12', 430],
            ],
            716,
          ),
          ...lines(pilots, 72, 680),
        ],
      ],
      'North',
    ],
    [
      'a small line of one part',
      [first, [...small([['as told by the clerk of the council', 72]], 740), ...lines(envoy, 72, 700)]],
      'as told by the clerk',
    ],
  ])('is not: %s', async (_, pages, words) => {
    const { text, titleLine } = await taken(pages);
    expect(`${titleLine}\n${text}`).toContain(words);
  });
});

describe('a narrow box beside the text', () => {
  const left = [
    'Nobody was able to say who will pay for the',
    'second pilot, which had kept the two councils',
    'apart since the autumn of last year, when the',
    'old pier was taken away by the storm that all',
    'of them remember, and that no map has forgot',
    'to show as a line of its own across the bank,',
    'drawn by somebody who had never been there at',
    'all, said the keeper, whose boat lay in sight.',
  ];
  const right = [
    'A century of error',
    '1911 The line is drawn on a',
    'chart by a young clerk.',
    '1958 Nobody looks at it any',
    'more, or says so loudly.',
    '2019 Gas is found below it.',
  ];
  const below = [
    'A third meeting is planned, but no date was given by either of the councils, which had met for two days',
    'and two nights in a house that was meant for one of them.',
  ];
  const page = (box: PdfLine[], text = lines(left, 72, 600, 13, 11)): PdfLine[] => [
    ...text,
    ...box,
    ...lines(below, 72, 600 - 13 * left.length, 13, 11),
  ];
  const boxAt = (x: number, hang: number, top = 600): PdfLine[] => {
    const [title = '', ...others] = right;
    return [
      { text: title, x, y: top, size: 9.5 },
      ...others.flatMap((text, index) => {
        const y = top - 16 - index * 11 - Math.floor(index / 2) * 6;
        const [, year = '', words = text] = (hang > 0 && /^(\d{4}) (.*)$/u.exec(text)) || [];
        return [
          ...(year === '' ? [] : [{ text: year, x, y, size: 8 }]),
          { text: words, x: x + hang, y, size: 8 },
        ];
      }),
    ];
  };
  const flows = [joined([...left]), joined(below)];

  test.each([
    ['at the right', boxAt(400, 0)],
    ['with lines that hang', boxAt(400, 24)],
    ['between the heights of the lines', boxAt(400, 0, 594.5)],
    ['that begins lower', boxAt(400, 0, 586)],
  ])('is read behind it: %s', async (_, box) => {
    const { paragraphs, text } = await taken([page(box)]);
    expect(paragraphs.slice(0, 2).join(' ')).toBe(flows.join(' '));
    expect(text.indexOf('1911')).toBeGreaterThan(text.indexOf('A third meeting'));
    expect(text).toContain('1911 The line is drawn on a chart by a young clerk.');
  });

  test.each([
    [
      'two columns of one size',
      [
        ...lines(left, 72, 600, 13, 10),
        ...lines(
          left.map((each) => each.replace('o', 'a')),
          320,
          600,
          13,
          10,
        ),
      ],
    ],
    [
      'a table',
      [
        ...lines(['North', 'South', 'West'], 72, 600, 14),
        ...lines(['41', '18', '7'], 250, 600, 14),
        ...lines(['27', '12', '9'], 400, 600, 14),
      ],
    ],
  ])('is none: %s', async (_, set) => {
    const { text } = await taken([[...set, ...lines(below, 72, 460, 13, 10)]]);
    expect(text.trimEnd().endsWith(below.join(' '))).toBe(true);
  });
});

describe('the name of an official journal above a text', () => {
  const journal = (name: string, place = 'Teal Point, 16 February 2026'): PdfLine[] => [
    { text: name, x: 200, y: 760, size: 19 },
    { text: place, x: 72, y: 730, size: 9 },
    { text: 'No. 212', x: 480, y: 730, size: 9 },
    { text: 'Order on the traffic of boats', x: 180, y: 700, size: 14 },
    ...lines(council),
    ...lines(envoy, 72, 600),
  ];
  test.each([
    ['OFFICIAL GAZETTE'],
    ['Official Journal of Teal'],
    ['Amtsblatt'],
    ['Bundesgesetzblatt'],
    ['JOURNAL OFFICIEL'],
    ['Dziennik Ustaw'],
  ])('%s is its publisher, and the heading below is its title', async (name) => {
    const { metadata, paragraphs } = await taken([journal(name)]);
    expect(metadata).toMatchObject({
      title: { told: { value: 'Order on the traffic of boats' } },
      publisher: { told: { value: name } },
      published: { told: { value: '2026-02-16' } },
    });
    expect(paragraphs).toEqual(['No. 212', joined(council), joined(envoy)]);
  });

  test('is the title of an issue with several texts', async () => {
    const second = { text: 'Order on the traffic of carts', x: 180, y: 560, size: 14 };
    const { metadata } = await taken([[...journal('OFFICIAL GAZETTE'), second, ...lines(pilots, 72, 530)]]);
    expect([metadata.title?.told.value, metadata.publisher]).toEqual(['OFFICIAL GAZETTE', undefined]);
  });

  test.each([['Journal of a keeper'], ['Harbour rules'], ['Officials meet in Teal Point']])(
    '%s is a title',
    async (name) => {
      const { metadata } = await taken([journal(name)]);
      expect([metadata.title?.told.value, metadata.publisher]).toEqual([name, undefined]);
    },
  );
});

describe('a name beside the day above a text', () => {
  const set = (line: string): PdfLine[] => [
    { text: line, x: 72, y: 740, size: 9 },
    { text: 'Report for October', x: 72, y: 700, size: 16 },
    ...lines(council),
    ...lines(envoy, 72, 600),
  ];
  test.each([
    ['Observer Mission \xb7 5 November 2026'],
    ['Observer Mission | 5 November 2026'],
    ['Observer Mission, 5 November 2026'],
    ['5 November 2026 \xb7 Observer Mission'],
  ])('%s', async (line) => {
    const { metadata, paragraphs } = await taken([set(line)], '/Author(Observer Mission)');
    expect(metadata.published?.told.value).toBe('2026-11-05');
    expect(paragraphs).toEqual([joined(council), joined(envoy)]);
  });

  test.each([
    ['Observer Mission opens its house on 5 November 2026'],
    ['Other Mission met us \xb7 5 November 2026'],
  ])('is none: %s', async (line) => {
    const { metadata } = await taken([set(line)], '/Author(Observer Mission)');
    expect(metadata.published).toBeUndefined();
  });
});
