// The shipped corpus is the source text, character for character.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { provenanceOf } from '../../src/messages/citations.ts';
import { translator } from '../../src/messages/messages.ts';

const shipped = await readCollection('corpus');
const source = await readFile(new URL('source-text.txt', import.meta.url), 'utf8');
const lines = source.split('\n').filter((line) => line !== '');
const title = 'European Leaders Reaffirm Support for Ukraine';
const notParagraphs = [title, 'With inputs from agencies', 'End of Article'];

test('nothing is wrong with it', () => {
  expect(shipped.problems).toEqual([]);
});

test('every paragraph of the source text is one passage, in order, exactly once', () => {
  const second = lines.indexOf(title);
  const expected = {
    'security-guarantees': lines.slice(0, second),
    'european-leaders': lines.slice(second + 1, -2),
  };
  for (const [id, paragraphs] of Object.entries(expected)) {
    const passages = shipped.passages.filter(({ document }) => document.id === id);
    expect(passages.map(({ text }) => text)).toEqual(paragraphs);
    expect(passages.map(({ paragraph }) => paragraph)).toEqual(paragraphs.map((_, index) => index + 1));
  }
  expect(expected['security-guarantees']).toHaveLength(13);
  expect(expected['european-leaders']).toHaveLength(9);
  const all = shipped.passages.map(({ text }) => text);
  for (const line of lines) {
    expect(all.filter((text) => text === line)).toHaveLength(notParagraphs.includes(line) ? 0 : 1);
  }
});

test('the title and the credit of the second piece are its own words', () => {
  const document = shipped.documents.find(({ id }) => id === 'european-leaders');
  expect(document?.title).toEqual({ value: title, by: 'source' });
  expect(document?.credit).toBe('With inputs from agencies');
});

test('what the text does not tell is unset, or marked and shown in brackets', () => {
  const translate = translator('en');
  for (const document of shipped.documents) {
    expect(document.publisher).toBeUndefined();
    expect(document.url).toBeUndefined();
    expect(document.published).toMatchObject({ value: '2025-08-16', by: 'inferred' });
  }
  const [leaders, guarantees] = shipped.documents;
  expect(provenanceOf(leaders!, translate)).toBe(`${title} · [16 August 2025]`);
  expect(provenanceOf(guarantees!, translate)).toBe(
    '[US proposes NATO-style security guarantees for Ukraine] · [16 August 2025]',
  );
});

test('the dossier knows the three spellings of Zelenskyy, and his name in Cyrillic', () => {
  const person = shipped.dossier.people.find(({ id }) => id === 'volodymyr-zelenskyy');
  expect(person?.spellings).toEqual(
    expect.arrayContaining(['Zelenskyy', 'Zelensky', 'Zelenskiy', 'Зеленський']),
  );
});
