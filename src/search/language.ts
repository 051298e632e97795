// The languages of questions and sources: which one a text is in, its words of grammar, and how its words are cut to a stem.
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { deu, eng, fra, pol, ukr } from 'stopword';
import { fold } from '../corpus/folding.ts';
import { termOf } from './stem.ts';

/** The languages in which questions are understood and sources indexed with their own stems. */
export const languages = ['en', 'de', 'fr', 'pl', 'uk'] as const;
export type Language = (typeof languages)[number];

/** Letters that one of the five has and the others have not, or hardly. */
const letters: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  de: /[äöüß]/giu,
  fr: /[àâçèéêëîïôùûœ]/giu,
  pl: /[ąćęłńóśźż]/giu,
  uk: /\p{Script=Cyrillic}/gu,
};

/** A letter of its own tells nearly as much of a text's language as a word of grammar; Cyrillic tells all. */
const letterCounts = { de: 0.7, fr: 0.7, pl: 0.7, uk: 3 } as const;

const grammar: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: folded(eng),
  de: folded(deu),
  fr: folded(fra),
  pl: folded(pol),
  uk: folded(ukr),
};

const listed: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(eng),
  de: new Set(deu),
  fr: new Set(fra),
  pl: new Set(pol),
  uk: new Set(ukr),
};

/** A few hundred characters tell; more would only take longer. */
const sampled = 600;

/**
 * The language a question is most likely typed in, by its words of grammar and its letters: right for 99 of 100 questions of the
 * training rooms. Undefined where nothing tells ("escrow balance").
 */
export function languageOf(text: string): Language | undefined {
  const sample = text.slice(0, sampled);
  const typed = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language | undefined;
  let highest = 0;
  for (const language of languages) {
    const score = typed.filter((word) => listed[language].has(word)).length + lettersOf(language, sample);
    if (score > highest) [best, highest] = [language, score];
  }
  return best;
}

function lettersOf(language: Language, sample: string): number {
  return language === 'en' ? 0 : letterCounts[language] * (sample.match(letters[language])?.length ?? 0);
}

/** The language whose rules hold for a document; English where it has none of the five, or tells none. */
export function languageNamed(code: string | undefined): Language {
  const [main = ''] = (code ?? '').toLowerCase().split(/[-_]/u);
  return languages.find((language) => language === main) ?? 'en';
}

/** Whether a folded word is one of grammar ("der", "que", "czy"). */
export function isGrammarIn(language: Language, word: string): boolean {
  return grammar[language].has(word);
}

/** The term under which a folded word is filed in a text of this language. */
export function termIn(language: Language, word: string): string {
  switch (language) {
    case 'en':
      return termOf(word);
    case 'de':
      return german(word);
    case 'fr':
      return french(word);
    case 'uk':
      return ukrainian(word);
    case 'pl':
      return word.slice(0, polishStem);
  }
}

/**
 * No kept stemmer knows Polish. The first five letters do as well for languages that inflect much (McNamee and Mayfield 2004,
 * "Character n-gram tokenization for European language text retrieval").
 */
const polishStem = 5;

function folded(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => fold(word).text));
}
