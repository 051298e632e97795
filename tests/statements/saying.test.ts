// "Who said it" belongs to the words that are shown, or is not shown.
import { expect, test } from 'vitest';
import { passagesOf } from '../../src/corpus/passages.ts';
import { saying } from '../../src/statements/saying.ts';
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
