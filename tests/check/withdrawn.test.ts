// What a check says of words that stood once: in a withdrawn text, or in an earlier version of a corrected one.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { notesOf, verdictLine } from '../../src/dialogue/verdict.ts';
import { libraryOf } from '../../src/library.ts';
import { translator } from '../../src/messages/messages.ts';
import { documentOf } from '../statements/reading.ts';

const made = (id: string, text: string, more: Partial<Document> = {}): Document =>
  documentOf(text, { id, kind: 'statement', ...more });
const documents = [
  made('ferry', 'The ferry sails on Monday at noon.', { status: 'corrected', changed: '2025-03-04' }),
  made('bridge', 'The bridge is closed for all of June.'),
];
const gone = [
  made('ferry', 'The ferry sails on Sunday at noon.\n\nNobody pays for the crossing.', {
    ...{ status: 'withdrawn', changed: '2025-03-04', earlier: 1 },
  }),
  made('gate', 'The gate opens at dawn.\n\nThe bridge is closed for all of July.', {
    ...{ status: 'withdrawn', changed: '2025-05-06' },
  }),
];
const passages = [...documents, ...gone].flatMap((document) => passagesOf(document, { headings: false }));
const library = libraryOf({ documents, passages, dossier: emptyDossier, problems: [] });
const translate = translator('en');

const told = async (text: string, source?: Document): Promise<string[]> => {
  const check = await library.check(text, { source });
  return [verdictLine(check, translate), ...notesOf(check, translate)];
};

describe('words that stand nowhere now', () => {
  test.each([
    ['Nobody pays for the crossing.', 'Only in an earlier version, corrected on 4 March 2025: ferry v1 ¶2.'],
    ['The gate opens at dawn.', 'Only in a text withdrawn on 6 May 2025: gate ¶1.'],
  ])('%s', async (text, line) => {
    expect((await told(text))[0]).toContain(line);
  });

  test.each([
    [
      'The ferry sails on Sunday at noon.',
      'Word for word in an earlier version, corrected on 4 March 2025: ferry v1 ¶1',
    ],
    ['The bridge is closed for all of July.', 'Word for word in a text withdrawn on 6 May 2025: gate ¶2'],
  ])('changed since: %s', async (text, note) => {
    const [verdict, ...notes] = await told(text);
    expect(verdict).toMatch(/^Altered/u);
    expect(notes).toContain(note);
  });
});

test.each([
  'The ferry sails on Monday at noon.',
  'The bridge is closed for all of June.',
  'The ferry sails on Friday at noon.',
  'The bridge is closed for all of May.',
  'Somebody pays for the long crossing.',
  'The gates open before the sun is up.',
])('nothing of the kind: %s', async (text) => {
  expect((await told(text)).join(' ')).not.toMatch(/earlier version|withdrawn/u);
});

test('where one document is asked for, only its own earlier words are told', async () => {
  const [ferry, bridge] = documents;
  expect((await told('The ferry sails on Sunday at noon.', ferry)).join(' ')).toContain('ferry v1 ¶1');
  expect((await told('The bridge is closed for all of July.', bridge)).join(' ')).not.toContain('gate');
});
