// The languages in which questions are understood and sources read by rules of their own, English first; and their words of grammar.
import { deu, eng, fra, pol, ukr } from 'stopword';

export const languages = ['en', 'de', 'fr', 'pl', 'uk'] as const;
export type Language = (typeof languages)[number];

export const otherLanguages = languages.filter((language) => language !== 'en');

export const grammarWords: Readonly<Record<Language, readonly string[]>> = {
  en: eng,
  de: deu,
  fr: fra,
  pl: pol,
  uk: ukr,
};
