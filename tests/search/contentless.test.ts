// Words of no content, of grammar and that ask: each stands in one list, and counts by the language of the question.
import { expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { ASKING_WORDS, askingWords, WHETHER_WORDS } from '../../src/corpus/text/asking-words.ts';
import { writtenSteps } from '../../src/corpus/text/written.ts';
import { kindIn } from '../../src/search/question/asked-in.ts';
import { CONTENTLESS, isNeverMissed } from '../../src/search/text/contentless.ts';
import { FRAMING_WORDS, STOP_WORDS } from '../../src/search/text/grammar.ts';
import { isGrammarIn, languages } from '../../src/search/text/language.ts';
import { asWritten } from '../../src/search/text/spelt.ts';
import { words } from '../../src/search/text/words.ts';

test.each(languages)('no word of no content is one of grammar, too: %s', (language) => {
  const isListed = (word: string): boolean =>
    language === 'en' ? STOP_WORDS.has(word) || FRAMING_WORDS.has(word) : isGrammarIn(language, word);
  expect([...CONTENTLESS[language]].filter(isListed)).toEqual([]);
});

test.each([
  ['en', 'anyone'],
  ['en', 'ever'],
  ['en', 'whats'],
  ['de', 'jetzt'],
  ['de', 'etwas'],
  ['pl', 'juz'],
  ['uk', 'вже'],
  ['en', "y'all"],
  ['fr', "quelqu'un"],
] as const)('in %s nobody misses “%s”', (language, word) => {
  expect(isNeverMissed(word, language)).toBe(true);
});

test.each(languages)('no word asks twice, and each tells what it asks for: %s', (language) => {
  const all = askingWords(language);
  expect(new Set(all).size).toBe(all.length);
  for (const [kind, listed] of ASKING_WORDS[language])
    for (const word of listed) {
      expect([word, kindIn(word, language)]).toEqual([word, kind]);
    }
});

test.each(['pl', 'uk'] as const)('a word asks whether it is so: %s', (language) => {
  expect(kindIn(WHETHER_WORDS[language], language)).toBe('whether');
});

const document: Document = {
  ...{ id: 'd', title: undefined, kind: 'news', language: 'en', status: 'current', file: 'd.md' },
  text: 'The I-M pact, the T-HO route, the S-UR fleet and the NA-D accord were signed.',
};
const spelt = atOnce(writtenSteps(passagesOf(document, { headings: false })));

test.each([
  ['im', 'de', 'im'],
  ['im', 'en', 'im'],
  ['im', 'fr', 'i m'],
  ['tho', 'en', 'tho'],
  ['tho', 'de', 't ho'],
  ['sur', 'fr', 'sur'],
  ['sur', 'en', 's ur'],
  ['nad', 'pl', 'nad'],
  ['nad', undefined, 'na d'],
] as const)('“%s”, asked in %s, is read as “%s”', (typed, language, read) => {
  const found = asWritten(words(typed), new Set<string>(), spelt, language);
  expect(found.map(({ folded }) => folded).join(' ')).toBe(read);
});
