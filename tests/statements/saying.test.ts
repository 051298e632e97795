// "Who said it" belongs to the words that are shown, or is not shown.
import { describe, expect, test } from 'vitest';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { saying, spoken } from '../../src/statements/saying.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { statementsIn } from './reading.ts';

function clauseOf(text: string, part: string): string | undefined {
  const statements = statementsIn(text);
  const [document] = statements.map((statement) => statement.document);
  const [passage] = document ? passagesOf(document, { headings: false }) : [];
  const start = text.indexOf(part);
  return passage && saying(statements, passage, { start, end: start + part.length }).clause;
}

test.each([
  ['“We go,” Merz said.', '“We go,”', 'Merz said'],
  ['Merz said they go.', 'Merz said they go.', 'Merz said'],
  ['It rained. Merz said that they go with him.', 'Merz said that they go with him.', 'Merz said'],
  ['“We go,” Merz said. “We stay,” Tusk said.', '“We stay,”', 'Tusk said'],
  ['According to Merz, the talks were held.', 'According to Merz, the talks were held.', 'According to Merz'],
  ['“We go,” Merz said, “but not yet.”', '“We go,” Merz said, “but not yet.”', 'Merz said'],
])('%s', (text, part, expected) => {
  expect(clauseOf(text, part)).toBe(expected);
});

const doubt = 'Kyiv has long wished to join, and some circles have voiced doubts about it.';

test.each([
  [doubt, doubt],
  [doubt, 'Kyiv has long wished to join'],
  [
    'The plan, raised by Trump during calls with Kyiv, would cost more than all of the others.',
    'The plan, raised by Trump during calls with Kyiv, would cost more than all of the others.',
  ],
  ['It rained all day long in the city. “We go,” Merz said.', 'It rained all day long in the city.'],
  [
    'It rained all day long in the city, and the talks were held behind doors. “We go,” Merz said.',
    'It rained all day long in the city, and the talks were held behind doors. “We go,” Merz said.',
  ],
  [
    '“We go,” Merz said. The others had left for home before noon.',
    'The others had left for home before noon.',
  ],
])('nobody is shown for %s: %s', (text, part) => {
  expect(clauseOf(text, part)).toBeUndefined();
});

/** A statement as far as it matters here: where its words and its clause stand, of whom, and how they are quoted. */
function made(spans: [number, number][], more: Partial<Statement> = {}): Statement {
  const speaker = { start: 0, end: 4, text: 'Merz', kind: 'named' as const };
  const places = spans.map(([start, end]) => ({ start, end }));
  return { spans: places, direct: true, speaker, clause: undefined, ...more } as Statement;
}

/** A passage of 200 letters that stands at 1000. */
const document = { text: `${'x'.repeat(1000)}${'abcdefghij'.repeat(20)}` };
const passage = { document, text: document.text.slice(1000), start: 1000, end: 1200 } as Passage;
const hundred = { start: 50, end: 150 };

describe('a part of 100 letters is somebody’s', () => {
  test.each([
    ['the whole of it', [made([[1050, 1150]])], 'Merz', true],
    ['80 letters', [made([[1050, 1130]])], 'Merz', true],
    ['79 letters', [made([[1050, 1129]])], 'Merz', false],
    ['60 letters', [made([[1040, 1110]])], 'Merz', false],
    ['59 letters', [made([[1040, 1109]])], undefined, false],
    ['letters that lie beside it', [made([[1000, 1050]]), made([[1150, 1200]])], undefined, false],
    [
      'two parts of a statement',
      [
        made([
          [1050, 1090],
          [1100, 1150],
        ]),
      ],
      'Merz',
      true,
    ],
    [
      'its clause counts, too',
      [made([[1050, 1090]], { clause: { start: 1090, end: 1150 } })],
      'abcdefghij'.repeat(6),
      true,
    ],
    [
      'a clause alone does not',
      [made([[1000, 1040]], { clause: { start: 1050, end: 1150 } })],
      undefined,
      true,
    ],
    ['two statements of the same', [made([[1050, 1090]]), made([[1090, 1150]])], 'Merz', true],
    [
      'two of one person who is called otherwise',
      [
        made([[1050, 1100]], { speaker: { start: 0, end: 1, text: 'he', kind: 'named', person: 'merz' } }),
        made([[1100, 1150]], { speaker: { start: 0, end: 1, text: 'M', kind: 'named', person: 'merz' } }),
      ],
      'he',
      true,
    ],
    [
      'two of one party',
      [
        made([[1050, 1100]], { speaker: { start: 0, end: 1, text: 'he', kind: 'named', party: 'cdu' } }),
        made([[1100, 1150]], { speaker: { start: 0, end: 1, text: 'M', kind: 'named', party: 'cdu' } }),
      ],
      'he',
      true,
    ],
    [
      'two of one whom a pronoun means',
      [
        made([[1050, 1100]], { speaker: { start: 0, end: 1, text: 'he', kind: 'pronoun', resolved: 'M' } }),
        made([[1100, 1150]], { speaker: { start: 0, end: 1, text: 'him', kind: 'pronoun', resolved: 'M' } }),
      ],
      'he',
      true,
    ],
    ['two, one quoted', [made([[1050, 1100]]), made([[1100, 1150]], { direct: false })], undefined, false],
    [
      'two, one quoted, most of it',
      [made([[1050, 1110]]), made([[1110, 1150]], { direct: false })],
      'Merz',
      false,
    ],
    [
      'two of several kinds',
      [
        made([[1050, 1100]]),
        made([[1100, 1150]], { speaker: { start: 0, end: 4, text: 'Merz', kind: 'unnamed' } }),
      ],
      undefined,
      false,
    ],
    [
      'two of two people',
      [
        made([[1050, 1100]]),
        made([[1100, 1150]], { speaker: { start: 0, end: 4, text: 'Tusk', kind: 'named' } }),
      ],
      undefined,
      false,
    ],
    [
      'of two people the one with more',
      [
        made([[1050, 1080]], { speaker: { start: 0, end: 4, text: 'Tusk', kind: 'named' } }),
        made([[1080, 1150]]),
      ],
      'Merz',
      false,
    ],
    ['nobody’s', [], undefined, false],
  ] as [string, Statement[], string | undefined, boolean][])('%s', (_, statements, clause, isWhole) => {
    expect(saying(statements, passage, hundred).clause).toBe(clause);
    expect(spoken(statements, passage, hundred) !== undefined).toBe(isWhole);
  });
});

test('of several statements the one with most of a part is it, and tells whom a pronoun means', () => {
  const he = { start: 0, end: 2, text: 'he', kind: 'pronoun' as const, resolved: 'Merz' };
  const [small, big] = [made([[1050, 1080]], { speaker: he }), made([[1080, 1150]], { speaker: he })];
  expect(spoken([small, big], passage, hundred)).toBe(big);
  expect(spoken([big, small], passage, hundred)).toBe(big);
  expect(saying([small, big], passage, hundred)).toEqual({ clause: 'he', resolved: 'Merz' });
});
