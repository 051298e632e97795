// Citations are forgiven their spelling, never their meaning.
import { describe, expect, test } from 'vitest';
import { resolveCitation } from '../../src/corpus/citations.ts';
import { readCollection } from '../../src/corpus/collection.ts';
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
    ['european-leaders ¶10', 'out-of-range 10'],
    ['european-leaders ¶8-12', 'out-of-range 10'],
    ['european-leaders ¶99999999', 'no-document'],
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

test('hostile lengths take no time', () => {
  for (const typed of [
    '-'.repeat(6000),
    ' '.repeat(6000),
    '5'.repeat(6000),
    'a '.repeat(3000),
    '¶ '.repeat(3000),
  ]) {
    const before = performance.now();
    resolve(typed);
    // A pattern that backtracks without end would take minutes here, not a second.
    expect(performance.now() - before).toBeLessThan(1000);
  }
});
