// A document is read once, whoever asks; a long one only around the paragraph that is asked for, and that once.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { openStatements, type Statements } from '../../src/statements/remembered.ts';
import { documentOf } from './reading.ts';

interface Opened extends Statements {
  readonly passages: readonly Passage[];
  /** How often a document was read: each time its language is asked for. */
  readings(): number;
}

function opened(document: Document): Opened {
  const passages = passagesOf(document, { headings: false });
  let count = 0;
  const statements = openStatements(
    openNames(emptyDossier),
    () => passages,
    ({ language }) => {
      count += 1;
      return language;
    },
  );
  return { ...statements, passages, readings: () => count };
}

const paragraph = '“We go,” Merz said on Monday.';
const quoted = { start: 0, end: 8 };

test('a document is read once for its statements and for all who said something in it', () => {
  const document = documentOf(Array(5).fill(paragraph).join('\n\n'));
  const { of, said, passages, readings } = opened(document);
  expect(of(document)).toHaveLength(5);
  expect(of(document)).toBe(of(document));
  for (const passage of passages) expect(said(passage, quoted).clause).toBe('Merz said on Monday');
  expect(readings()).toBe(1);
});

test('who said a part, whether it is quoted and which statement it is are told from one reading of a long document', () => {
  const document = documentOf(Array(500).fill(paragraph).join('\n\n'));
  const { said, passages, readings } = opened(document);
  const [passage] = passages.slice(300);
  if (!passage) throw new Error('no such paragraph');
  const first = said(passage, quoted);
  expect(first).toMatchObject({ clause: 'Merz said on Monday', quoted: true });
  expect(first.statement?.paragraph).toBe(301);
  expect(readings()).toBe(1);
  expect(said(passage, quoted)).toEqual(first);
  expect(readings()).toBe(1);
});

test('a long document is read whole for its statements', () => {
  const document = documentOf(Array(500).fill(paragraph).join('\n\n'));
  expect(opened(document).of(document)).toHaveLength(500);
});

test('of many documents those asked for longest ago are forgotten, and read anew', () => {
  const documents = Array.from({ length: 257 }, (_, index) => documentOf(paragraph, { id: String(index) }));
  const [first] = documents;
  if (!first) throw new Error('no document');
  const { of, readings } = opened(first);
  for (const document of documents) of(document);
  expect(readings()).toBe(257);
  of(first);
  expect(readings()).toBe(258);
});

describe('a quotation of which nobody knows who said it', () => {
  test.each([
    ['de', '»Die Linie ist Geschichte und bleibt es«, betonte Tomas Berg am Dienstag.', false],
    ['fr', '« Le pont reste fermé cette année », a dit Anne Roux mardi.', false],
    ['pl', '„Most jest zamknięty do wiosny”, powiedziała Anna Kowal.', false],
    ['uk', '«Міст закрито до самої весни», – сказав Шмигаль.', false],
    ['de-AT', '„Die Brücke bleibt dieses Jahr geschlossen“, sagte Holm.', false],
    ['es', '«El puente sigue cerrado este año», dijo Ruiz.', false],
    ['en', '“The bridge is closed for all of June.” The crowd left.', true],
    ['en-GB', '“The bridge is closed for all of June.” The crowd left.', true],
  ])('is in a language that is read, or not (%s): %s', (language, text, isRead) => {
    const document = documentOf(text, { language });
    const passages = passagesOf(document, { headings: false });
    const statements = openStatements(
      openNames(emptyDossier),
      () => passages,
      () => language,
    );
    const [passage] = passages;
    const said = passage && statements.said(passage, { start: 0, end: 20 });
    expect([said?.quoted, said?.isRead, said?.clause]).toEqual([true, isRead, undefined]);
  });
});
