// What is read around one paragraph, in which languages clauses are read, and what is found where they are not.
import { expect, test } from 'vitest';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { isRead, statementsNear } from '../../src/statements/extract.ts';
import { documentOf, shown, statementsIn } from './reading.ts';

test.each([
  [1, 1, 6],
  [3, 1, 8],
  [21, 1, 26],
  [22, 2, 27],
  [50, 30, 55],
  [95, 75, 100],
  [96, 76, 100],
  [100, 80, 100],
])('around paragraph %d of 100 those from %d to %d are read', (paragraph, first, last) => {
  const document = documentOf(Array.from({ length: 100 }, (_, n) => `Merz said it is ${n}.`).join('\n\n'));
  const passages = passagesOf(document, { headings: false });
  const near = statementsNear(passages[paragraph - 1]!, passages, openNames(emptyDossier));
  const numbers = near.map((statement) => statement.paragraph);
  expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([first, last, last - first + 1]);
});

test.each([
  ['en', 'news', true],
  ['en-GB', 'news', true],
  ['eng', 'news', false],
  ['xen', 'news', false],
  ['fr', 'news', false],
  ['fr', 'transcript', true],
  ['', 'news', false],
] as const)('the clauses of a document in “%s” (%s) are read: %s', (language, kind, wanted) => {
  expect(isRead(documentOf('x', { language, kind }), (document) => document.language)).toBe(wanted);
});

test.each([
  ['« Le pont reste » a dit Roux.', []],
  ['« Le pont reste fermé » a dit Roux.', ['« Le pont reste fermé »']],
  ['«Le pont reste fermé» a dit Roux.', ['«Le pont reste fermé»']],
  ['«Le pont reste» a dit Roux.', []],
  ['Roux : «Le  pont\nreste». Et «nous restons tous ici».', ['«nous restons tous ici»']],
  ['Oui.\n\nRoux : «nous restons tous ici».', ['«nous restons tous ici»']],
])('where clauses are not read, quotations of four words are speech of nobody known: %s', (text, wanted) => {
  const statements = statementsIn(text, { language: 'fr' });
  expect(statements.map(shown)).toEqual(wanted.map((words) => `?: ${words}`));
  const paragraph = text.startsWith('Oui') ? 2 : 1;
  for (const { start, end, spans, ...more } of statements) {
    expect(spans).toEqual([{ start, end }]);
    expect(more).toMatchObject({ paragraph, direct: true, hedges: [], annotated: false, unread: true });
  }
});

test.each([
  ['Merz said they supposedly, purportedly, go.', ['supposedly', 'purportedly']],
  ['Merz said they apparently go, ostensibly and seemingly.', ['apparently', 'ostensibly', 'seemingly']],
  ['Reportedly, Merz said they go.', ['Reportedly']],
  ['Merz said the reportedlyx thing fell.', []],
  ['Merz said they go. It was reportedly late.', []],
])('reserve in a clause and in what is said, in order: %s', (text, wanted) => {
  const [statement] = statementsIn(text);
  const { document, hedges = [] } = statement ?? {};
  expect(hedges.map(({ start, end }) => document?.text.slice(start, end))).toEqual(wanted);
});
