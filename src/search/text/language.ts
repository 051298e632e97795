// The languages of questions and sources: which one a text is in, its words of grammar, and how its words are cut to a stem.
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import type { Document } from '../../corpus/document.ts';
import { fold } from '../../corpus/text/folding.ts';
import { grammarWords, type Language, languages } from '../../corpus/text/languages.ts';
import { STOP_WORDS } from './grammar.ts';
import { termOf } from './stem.ts';

export { type Language, languages };

/** Letters that one of those written in Latin has and the others have not, or hardly. */
const letters: Readonly<Record<'de' | 'fr' | 'pl', RegExp>> = {
  de: /[äöüß]/giu,
  fr: /[àâçèéêëîïôùûœ]/giu,
  pl: /[ąćęłńóśźż]/giu,
};

/** A letter of its own tells nearly as much of a text's language as a word of grammar. */
const letterCounts = 0.7;
/** By word, not by letter: a name in Cyrillic does not make an English question Ukrainian. */
const cyrillicWord = /\p{Script=Cyrillic}+/gu;
/** "l'accord", "qu'il": only French leaves out a vowel so. */
const elided = /(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu;
/** Stands in names: "Ursula von der Leyen's plan" is English. */
const inNames = /(?<!\p{L})von der(?!\p{L})/giu;

const grammar: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: folded(grammarWords.en),
  de: folded(grammarWords.de),
  fr: folded(grammarWords.fr),
  pl: folded(grammarWords.pl),
  uk: folded(grammarWords.uk),
};

/** Words as they are typed. Letters by themselves are left out of the German and French: "s" is the end of "Macron's". */
const listed: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...grammarWords.en, ...STOP_WORDS]),
  // "na" is far more often Polish.
  de: new Set(grammarWords.de.filter((word) => word.length > 1 && word !== 'na')),
  fr: new Set(grammarWords.fr.filter((word) => word.length > 1 || 'aày'.includes(word))),
  pl: new Set(grammarWords.pl),
  uk: new Set(grammarWords.uk),
};

/** Words of grammar in another language that are ordinary English ones: one alone tells nothing ("war economy"). */
const ambiguous = new Set('war die man hat den tag bald most on pour me'.split(' '));
const ambiguousCounts = 0.5;

/** A few hundred characters tell; more would only take longer. */
const sampled = 600;

/**
 * The language a question is most likely typed in, by its words of grammar and its letters: right for 99 of 100 questions of the
 * training rooms. Undefined where nothing tells ("escrow balance").
 */
export function languageOf(text: string): Language | undefined {
  const sample = text.slice(0, sampled);
  const typed =
    sample
      .replace(inNames, ' ')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
  let best: Language | undefined;
  let highest = ambiguousCounts;
  for (const language of languages) {
    const score = grammarIn(language, typed) + ownIn(language, sample);
    if (score > highest) [best, highest] = [language, score];
  }
  return best;
}

function grammarIn(language: Language, typed: readonly string[]): number {
  const found = typed.filter((word) => listed[language].has(word));
  const half = language === 'en' ? 0 : found.filter((word) => ambiguous.has(word)).length;
  return found.length - half * ambiguousCounts;
}

/** What a text has that texts in the other languages have not. */
function ownIn(language: Language, sample: string): number {
  const times = (what: RegExp): number => sample.match(what)?.length ?? 0;
  if (language === 'en') return 0;
  if (language === 'uk') return times(cyrillicWord);
  return letterCounts * times(letters[language]) + (language === 'fr' ? times(elided) : 0);
}

/** Of documents, which say it once for all of their passages. */
const known = new WeakMap<Pick<Document, 'language' | 'text'>, string>();

/**
 * The code of the language that a document is in, "de" of "de-AT": the one it tells, or where it tells none ("und") the one that its
 * words show. English where these show none either.
 */
export function languageOfDocument(document: Pick<Document, 'language' | 'text'>): string {
  const found = known.get(document) ?? languageTold(document);
  known.set(document, found);
  return found;
}

function languageTold({ language, text }: Pick<Document, 'language' | 'text'>): string {
  const [main = ''] = language.toLowerCase().split('-');
  return main === 'und' ? (languageOf(text) ?? 'en') : main;
}

/** The language whose rules hold for a text in another: English, where it is none of the five. */
export function rulesFor(code: string): Language {
  return languages.find((language) => language === code) ?? 'en';
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
