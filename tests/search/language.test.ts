import { describe, expect, it } from 'vitest';
import { fold } from '../../src/corpus/text/folding.ts';
import {
  isGrammarIn,
  languageOf,
  languageOfDocument,
  rulesFor,
  termIn,
} from '../../src/search/text/language.ts';

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

  it('is told by the first few hundred characters', () => {
    const german = 'Wer zahlt für die Garantien und wann? ';
    expect(languageOf(german.repeat(16) + 'Who will pay for the guarantees? '.repeat(200))).toBe('de');
    expect(languageOf(`${'x'.repeat(600)} ${german}`)).toBeUndefined();
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
    ['en', 'en'],
    ['de-AT', 'de'],
    ['it', 'it'],
  ] as const)('a document that says it is in %s is in %s, whatever it holds', (language, code) => {
    expect(languageOfDocument({ language, text: 'Die Delegation hat der Vorlage nicht zugestimmt.' })).toBe(
      code,
    );
  });

  it.each([
    ['The parties have agreed to the terms of the truce.', 'en'],
    ['Die Delegation hat der Vorlage nicht zugestimmt.', 'de'],
    ['Les deux parties se sont engagées à retirer leurs troupes.', 'fr'],
    ['Obie strony nie zgodziły się na warunki rozejmu.', 'pl'],
    ['Сторони не погодилися на умови перемир’я.', 'uk'],
    ['1,250', 'en'],
  ] as const)('where a document tells no language its words do: %s', (text, code) => {
    expect(languageOfDocument({ language: 'und', text })).toBe(code);
  });

  it('a language that is none of the five goes by the rules of English', () => {
    expect(rulesFor('it')).toBe('en');
    expect(rulesFor('pl')).toBe('pl');
  });
});
