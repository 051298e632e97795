// What kind of words a quoted part is: from the statement where one is known, else from its quotation marks.
import { expect, test } from 'vitest';
import { markOf, markOfPart } from '../../src/citing/marks.ts';
import { quotedTexts } from '../../src/citing/quoted.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { documentWith, passageOf, samples, spanOf } from '../cards/samples.ts';

test.each([
  ['named', true, 'own'],
  ['pronoun', true, 'own'],
  ['collective', true, 'joint'],
  ['unnamed', true, 'unnamed'],
  ['unnamed', false, 'unnamed'],
  ['named', false, 'reported'],
  ['collective', null, 'partly'],
  [undefined, true, 'quoted'],
  [undefined, false, 'reported'],
] as const)('a speaker that is %s, quoted word for word: %s, is marked %s', (kind, direct, mark) => {
  const speaker = kind && { kind, text: 'x', start: 0, end: 1 };
  expect(markOf({ direct, speaker })).toBe(mark);
});

test('without a statement the quotation marks decide, and a sentence that quotes is not the article’s own', () => {
  const passage = passageOf(documentWith('It said “never again” and left. Nobody spoke.'));
  const mark = (words: string): string => markOfPart(passage, spanOf(passage, words));
  expect(mark('“never again”')).toBe('quoted');
  expect(mark('never')).toBe('quoted');
  expect(mark('It said “never again” and left.')).toBe('partly');
  expect(mark('Nobody spoke.')).toBe('article');
});

test('the words are always a slice of the passage, and the article is a document where it is no news', () => {
  for (const { quoted } of samples) {
    expect(quoted.passage.text).toContain(quotedTexts(quoted, inEnglish).words);
  }
  const nameIn = (kind: 'news' | 'treaty'): string =>
    quotedTexts({ passage: passageOf(documentWith('Words.', { kind })) }, inEnglish).markName;
  expect(nameIn('news')).toBe('The article’s words');
  expect(nameIn('treaty')).toBe('The document’s own words');
});
