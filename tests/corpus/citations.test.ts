// Citations are forgiven their spelling, never their meaning.
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import { resolveCitation } from '../../src/corpus/citing/citations.ts';
import { documentNamed, documentNamedIn, NameIndex } from '../../src/corpus/citing/document-names.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { labelOf } from '../../src/corpus/passages.ts';
import { fold } from '../../src/corpus/text/folding.ts';
import { threadWatch } from '../processor-time.ts';
import { folderWith, markdown } from '../temporary.ts';

const { documents, passages } = await readCollection('corpus');
const count = (document: { id: string }): number =>
  passages.filter((p) => p.document.id === document.id).length;
const resolve = (typed: string): unknown => {
  const resolved = resolveCitation(typed, documents, count);
  if (resolved.found) return `${resolved.document.id} ${resolved.from}-${resolved.to}`;
  return resolved.reason === 'out-of-range' ? `out-of-range ${resolved.paragraph}` : resolved.reason;
};

describe('finds', () => {
  test.each([
    ['european-leaders ¶5', 'european-leaders 5-5'],
    ['European Leaders 5', 'european-leaders 5-5'],
    ['european leaders, para. 5', 'european-leaders 5-5'],
    ['european-leaders paragraph 5', 'european-leaders 5-5'],
    ['european-leaders p 5', 'european-leaders 5-5'],
    ['european-leaders#5', 'european-leaders 5-5'],
    ['(european-leaders ¶5)', 'european-leaders 5-5'],
    ['european‑leaders ¶¶5–7', 'european-leaders 5-7'],
    ['european-leaders ¶5 — ¶7', 'european-leaders 5-7'],
    ['european-leaders 5 to 7', 'european-leaders 5-7'],
    ['european-leaders 7-5', 'european-leaders 5-7'],
    ['european-leaders 5 -7', 'european-leaders 5-7'],
    ['european-leaders - 5', 'european-leaders 5-5'],
    ['european-leaders -- 5', 'european-leaders 5-5'],
    ['european 5', 'european-leaders 5-5'],
    ['European Leaders Reaffirm Support for Ukraine ¶2', 'european-leaders 2-2'],
    ['EUROPEAN_LEADERS 5.', 'european-leaders 5-5'],
    ['security-guarantees ¶13', 'security-guarantees 13-13'],
  ])('%s', (typed, expected) => {
    expect(resolve(typed)).toBe(expected);
  });
});

describe('refuses', () => {
  test.each([
    ['european-leaders', 'malformed'],
    ['european-leaders ¶0', 'out-of-range 0'],
    // The paragraph without its sign was not meant.
    ['european-leaders ¶-1', 'malformed'],
    ['european-leaders -3', 'malformed'],
    ['european-leaders ¶ −2', 'malformed'],
    ['european-leaders ¶10', 'out-of-range 10'],
    ['european-leaders ¶8-12', 'out-of-range 10'],
    ['european-leaders ¶99999999', 'out-of-range 99999999'],
    ['european-leaders 99999999999', 'out-of-range 99999999999'],
    [`european-leaders ${'9'.repeat(20)}`, 'malformed'],
    [`european-leaders ¶1-${'9'.repeat(400)}`, 'malformed'],
    ['europ', 'malformed'],
    ['European Leaders Reaffirm', 'malformed'],
    ['yalta ¶5', 'no-document'],
    ['5', 'no-document'],
    ['', 'malformed'],
    ['   ', 'malformed'],
    ['¶', 'malformed'],
  ])('%s', (typed, expected) => {
    expect(resolve(typed)).toBe(expected);
  });
});

test('with one document, a paragraph alone is enough', async () => {
  const folder = await folderWith({ 'a.md': markdown('minutes-2025', 'One.\n\nTwo.') });
  const only = await readCollection(folder);
  const resolved = resolveCitation('¶2', only.documents, () => 2);
  expect(resolved).toMatchObject({ found: true, from: 2, to: 2 });
});

test('an id that ends with a number is no paragraph', async () => {
  const folder = await folderWith({
    'a.md': markdown('minutes-2025', 'One.\n\nTwo.'),
    'b.md': markdown('b', 'Three.'),
  });
  const two = await readCollection(folder);
  expect(resolveCitation('minutes-2025', two.documents, () => 2)).toEqual({
    found: false,
    reason: 'malformed',
  });
  expect(resolveCitation('minutes 2025 2', two.documents, () => 2)).toMatchObject({ found: true, from: 2 });
});

/** Opens documents by id and title, with three paragraphs each, and gives what a citation comes to. */
async function resolverOf(titles: readonly (readonly [id: string, title: string])[]) {
  const lines = titles.map(([docId, title]) =>
    JSON.stringify({ docId, title, text: 'One.\n\nTwo.\n\nThree.' }),
  );
  const folder = await folderWith({ 'c.jsonl': lines.join('\n') });
  const collection = await readCollection(`${folder}/c.jsonl`);
  expect(collection.problems).toEqual([]);
  return (typed: string): string => {
    const resolved = resolveCitation(typed, collection.documents, () => 3);
    if (resolved.found) return `${resolved.document.id} ${resolved.from}-${resolved.to}`;
    return resolved.reason === 'ambiguous'
      ? `ambiguous: ${resolved.documents.map(({ id }) => id).join(', ')}`
      : resolved.reason;
  };
}

describe('where several documents could be meant', () => {
  test('an id goes before the title of another document', async () => {
    const at = await resolverOf([
      ['other', 'European Leaders'],
      ['european-leaders', 'European Leaders Reaffirm'],
    ]);
    expect(at('european-leaders ¶1')).toBe('european-leaders 1-1');
    expect(at('European Leaders 1')).toBe('european-leaders 1-1');
  });

  test('an id as typed goes before one that only differs in its spelling', async () => {
    const at = await resolverOf([
      ['a', 'First'],
      ['A', 'Second'],
      ['á', 'Third'],
    ]);
    expect([at('a ¶1'), at('A ¶1'), at('A 1-2'), at('á 2')]).toEqual(['a 1-1', 'A 1-1', 'A 1-2', 'á 2-2']);
    expect(at('Á 2')).toBe('ambiguous: a, A, á');
  });

  test('two equal titles, and a beginning of several, are ambiguous', async () => {
    const at = await resolverOf([
      ['x', 'Joint statement'],
      ['y', 'Joint statement'],
      ['z', 'Joint communiqué'],
    ]);
    expect(at('Joint Statement ¶1')).toBe('ambiguous: x, y');
    expect(at('joint 1')).toBe('ambiguous: x, y, z');
    expect(at('joint comm 1')).toBe('z 1-1');
    expect(at('joint')).toBe('malformed');
  });

  test('a paragraph that is marked as one is no part of a name', async () => {
    const at = await resolverOf([
      ['minutes', 'T'],
      ['minutes-2', 'U'],
    ]);
    expect([at('minutes ¶2'), at('Minutes #2'), at('minutes-2 ¶2')]).toEqual([
      'minutes 2-2',
      'minutes 2-2',
      'minutes-2 2-2',
    ]);
    expect(at('minutes-2')).toBe('malformed');
  });
});

test('every label of every collection resolves to its own passage', async () => {
  const odd = fc.constantFrom(
    'X/1',
    'x-1',
    'x 1',
    'a 5',
    'a',
    'A',
    ' a',
    'a ¶1',
    'a ¶1 ¶2',
    '—',
    '(a)',
    '5',
    '¶5',
    'p',
    'É 7.',
  );
  const id = fc
    .oneof(odd, fc.string({ unit: 'grapheme', minLength: 1 }))
    .filter((given) => /^(?=.*\S)\P{Cc}+$/u.test(given));
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 12 });
  const folder = await folderWith({});
  await fc.assert(
    fc.asyncProperty(ids, fc.array(odd), async (docIds, titles) => {
      const lines = docIds.map((docId, at) =>
        JSON.stringify({ docId, title: titles[at] ?? '', text: 'One.\n\nTwo.' }),
      );
      await writeFile(`${folder}/c.jsonl`, lines.join('\n'));
      const collection = await readCollection(`${folder}/c.jsonl`);
      expect(collection.documents).toHaveLength(docIds.length);
      for (const passage of collection.passages) {
        const { document, paragraph } = passage;
        const expected = { found: true, document, from: paragraph, to: paragraph };
        expect(resolveCitation(labelOf(passage), collection.documents, () => 2)).toEqual(expected);
      }
    }),
  );
  for (const passage of passages) {
    expect(resolveCitation(labelOf(passage), documents, count)).toMatchObject({
      found: true,
      from: passage.paragraph,
    });
  }
});

test('hostile lengths take no time', () => {
  for (const typed of [
    '-'.repeat(6000),
    ' '.repeat(6000),
    '5'.repeat(6000),
    'a '.repeat(3000),
    '¶ '.repeat(3000),
    `${'5'.repeat(6000)}x`,
    '5-'.repeat(3000),
  ]) {
    const taken = threadWatch();
    resolve(typed);
    // A pattern that backtracks without end would take minutes here, not a second.
    expect(taken()).toBeLessThan(1000);
  }
});

/** What a citation is, as one pattern: plain to read, and slow where many characters of one kind stand in a row. */
const pattern =
  /^(?<name>.*?)[\s,;:.(-]*(?<mark>(?:¶+|#|§+|\bpar(?:agraph|a)?s?\b\.?|\bpp?\b\.?)[\s.]*)?(?<!\d)(?<from>\d+)(?:\s*(?:-+|\.\.+|\bto\b)\s*¶?\s*(?<to>\d+))?[\s.)]*$/u;

/** A sign before the number, which no dash of a range is. */
const negative = /(?:[¶#§]\s*-|(?<!\d)(?<!\d\s+)\s-)\d+[\s.)]*$/u;

/** A name without a paragraph, or a name of another document: nothing is found. */
const nothing = 'nothing';

/** What the pattern finds in the only document there is, with a thousand paragraphs. */
function byPattern(typed: string, id: string): string {
  const groups = pattern.exec(fold(typed).text)?.groups;
  const slug = (text: string): string => (fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
  if (negative.test(fold(typed).text)) return nothing;
  if (!groups || !id.startsWith(slug(groups['name'] ?? ''))) return nothing;
  if (groups['mark'] === undefined && slug(typed) === id) return nothing;
  const [from, to] = [groups['from'], groups['to'] ?? groups['from']].map(Number).toSorted((a, b) => a - b);
  return from! < 1 || to! > 1_000 ? nothing : `${from}-${to}`;
}

test('is read from its end as it is by its pattern', () => {
  const words = ['a', 'b ', ' ', '5', '0', '12', '_', 'é', '…', ' to ', 'to', 'p', ' p', 'pp.', ' para '];
  const marks = ['¶', '#', '§', '-', '--', '.', '..', ',', '(', ')', 'paragraphs ', 'pars'];
  const only = { ...documents[0]!, id: 'ab-b-5-12-p', title: undefined };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, ...marks), { maxLength: 12 }), (pieces) => {
      const typed = pieces.join('').trim();
      const resolved = resolveCitation(typed, [only], () => 1_000);
      const found = resolved.found ? `${resolved.from}-${resolved.to}` : nothing;
      expect(found).toBe(byPattern(typed, only.id));
    }),
    { numRuns: 20_000 },
  );
});

test('names that are filed mean what they mean where all are gone through', () => {
  const title = (value: string | undefined) =>
    value === undefined ? undefined : { ...documents[0]!.title!, value };
  const made = fc.constantFrom(
    'a',
    'A',
    'ab',
    'a-b',
    'a b',
    'ä',
    'ae',
    'F-16',
    'F16',
    'b',
    'Bär',
    'baer',
    '12',
    '…',
    ' ',
  );
  const named = fc.array(fc.tuple(made, fc.option(made, { nil: undefined })), { maxLength: 6 });
  fc.assert(
    fc.property(named, fc.nat(6), fc.array(made, { maxLength: 2 }), (names, cut, pieces) => {
      const all = names.map(([id, value]) => ({ ...documents[0]!, id, title: title(value) }));
      const typed = pieces.join('');
      const lists = [all.slice(0, cut), all.slice(cut)].map((list) => atOnce(NameIndex.steps(list)));
      // Where two have one id, any of them is the one.
      expect(documentNamedIn(typed, lists, () => true)?.id).toBe(documentNamed(typed, all)?.id);
      const isOffered = (document: { readonly id: string }): boolean => document.id !== 'ab';
      expect(documentNamedIn(typed, lists, isOffered)?.id).toBe(
        documentNamed(typed, all.filter(isOffered))?.id,
      );
    }),
    { numRuns: 5_000 },
  );
});
