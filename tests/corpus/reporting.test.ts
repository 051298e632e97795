// Who said it, in the source's own words, for every sentence of the shipped corpus and some hard ones.
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/collection.ts';
import { quotationsOf } from '../../src/corpus/quotations.ts';
import { reportingClauseOf } from '../../src/corpus/reporting.ts';
import { sentencesOf } from '../../src/corpus/sentences.ts';

const { passages } = await readCollection('corpus');

function clauses(text: string): (string | undefined)[] {
  return sentencesOf(text).map((sentence) => {
    const clause = reportingClauseOf(text, sentence);
    return clause && text.slice(clause.start, clause.end);
  });
}

const expected: Record<string, (string | undefined)[]> = {
  'european-leaders 3': ['It said'],
  'european-leaders 4': ['Trump said after his talks with Putin'],
  'european-leaders 5': ['He said'],
  'european-leaders 6': [
    'The European statement – also signed by EU Commission President Ursula von der Leyen, Polish Prime Minister Donald Tusk, Finnish President Alexander Stubb and European Council President Antonio Costa – said',
  ],
  'european-leaders 8': ['the statement said', 'the statement said'],
  'security-guarantees 3': ['the diplomatic source told AFP on condition they not be identified in any way'],
  'security-guarantees 6': ['Meloni said in a statement'],
  'security-guarantees 7': ['In March, Meloni told Italian senators'],
  'security-guarantees 8': ['She noted'],
  'security-guarantees 12': ['the diplomatic source said'],
  'security-guarantees 13': [undefined, 'But that source added'],
};

test.each(
  passages.map((passage) => ({ name: `${passage.document.id} ${passage.paragraph}`, text: passage.text })),
)('$name', ({ name, text }) => {
  expect(clauses(text)).toEqual(expected[name] ?? sentencesOf(text).map(() => undefined));
});

test('a quoted fragment goes with the clause of its sentence', () => {
  const passage = passages.find(({ text }) => text.includes('“ironclad”'))?.text ?? '';
  const [fragment] = quotationsOf(passage);
  expect(reportingClauseOf(passage, fragment!)).toMatchObject({ start: 0 });
});

test.each([
  ['“We go,” he said. “We stay.”', ['he said', undefined]],
  ['Nothing is reported here.', [undefined]],
  ['The President: we go.', [undefined]],
])('%s', (text, found) => {
  expect(clauses(text)).toEqual(found);
});
