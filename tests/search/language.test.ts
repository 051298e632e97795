import { describe, expect, it } from 'vitest';
import { fold } from '../../src/corpus/folding.ts';
import { isGrammarIn, languageNamed, languageOf, termIn } from '../../src/search/language.ts';

describe('the language of a question', () => {
  it.each([
    ['Who will guarantee the ceasefire?', 'en'],
    ['WHO PAYS FOR THE GUARANTEES', 'en'],
    ['Wer zahlt für die Garantien?', 'de'],
    ['wann beginnt die waffenruhe', 'de'],
    ['Qui paie les garanties ?', 'fr'],
    ['que dit meloni sur l’article 5', 'fr'],
    ['Kto zapłaci za gwarancje?', 'pl'],
    ['kiedy zaczyna sie rozejm i na jak dlugo', 'pl'],
    ['Хто заплатить за гарантії?', 'uk'],
    ['умови перемирʼя', 'uk'],
    ['What does Трамп rule out for Ukraine?', 'en'],
    ['Ursla von der Lyen, whats her job?', 'en'],
    ['when will zelensky meet trump in washington', 'en'],
    ['Why was Orlova’s plane delayed?', 'en'],
    ['Who is the chargé d’affaires?', 'en'],
    ['Combien d’habitants compte Tiverra ?', 'fr'],
    ['dawny limit na sandacza', 'pl'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(['', '?!', '1945', 'escrow balance', 'war economy'])('nothing tells it in "%s"', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});

describe('words of a language', () => {
  it.each([
    ['de', 'Verhandlungen', 'Verhandlung'],
    ['fr', 'négociations', 'négociation'],
    ['pl', 'gwarancje', 'gwarancji'],
    ['uk', 'гарантії', 'гарантій'],
    ['en', 'guarantees', 'guarantee'],
  ] as const)('in %s "%s" and "%s" are filed under one term', (language, one, other) => {
    expect(termIn(language, fold(one).text)).toBe(termIn(language, fold(other).text));
  });

  it.each([
    ['de', 'über'],
    ['fr', 'à'],
    ['pl', 'się'],
    ['uk', 'що'],
  ] as const)('in %s "%s" is grammar, also without its accents', (language, word) => {
    expect(isGrammarIn(language, fold(word).text)).toBe(true);
  });

  it.each([
    ['de-AT', 'de'],
    ['uk', 'uk'],
    ['it', 'en'],
    [undefined, 'en'],
  ] as const)('a document in %s goes by the rules of %s', (code, language) => {
    expect(languageNamed(code)).toBe(language);
  });
});
