// Words that are typed beside a question and carry nothing of it: no source need hold them, and none is said to lack them.
import { fold } from '../../corpus/text/folding.ts';
import { FRAMING_WORDS, STOP_WORDS } from './grammar.ts';
import { isGrammarIn, type Language } from './language.ts';
import { list } from './lists.ts';

const folded = (text: string): ReadonlySet<string> => new Set(list(fold(text).text));

/** Without those that are words of grammar. */
export const CONTENTLESS: Readonly<Record<Language, ReadonlySet<string>>> = {
  // The contractions that are typed without their apostrophe, too; "wed", "were" and "shell" are words of their own.
  en: folded(`gonna wanna gotta lemme gimme kinda sorta dunno cuz tho thru ok okay okey k yeah yea yep yup nope nah hm hmm uh um umm eh ah oh
  lol lmao btw imo imho tbh ngl idk fyi asap ur u r y ya yall dude bro mate buddy folks guys
  now anyone anybody someone somebody everyone everybody anything something everything nobody nothing
  anyway anyhow really actually basically literally even still already maybe perhaps probably
  dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt cant couldnt wont wouldnt shouldnt mustnt aint
  im ive youre youve theyre theyve thats theres whos heres lets itd itll theyll youll`),
  de: folded(
    `ok okay okey nee ne naja halt eigentlich grad eh irgendwie irgendwer irgendwas irgendjemand bitte tja`,
  ),
  fr: folded(
    `ok okay oui bah ben bof euh hein quoi alors donc maintenant quelqu'un quelque chose vraiment encore déjà peut-être truc stp svp`,
  ),
  pl: folded(`ok okej okay właściwie niby chyba wogóle ogóle proszę`),
  uk: folded(`ок окей ну зараз тепер хтось хтонебудь якось мабуть взагалі будь ласка`),
};

/** Whether a folded word of a question in a language says nothing of what is asked. */
export function isContentless(word: string, language: Language = 'en'): boolean {
  return CONTENTLESS[language].has(word) || CONTENTLESS[language].has(word.replace(/'/gu, ''));
}

/** Whether it is grammar, frames a question ("say", "name") or says nothing: then nobody misses it in the sources. */
export function isNeverMissed(word: string, language: Language = 'en'): boolean {
  if (isContentless(word, language)) return true;
  return language === 'en' ? STOP_WORDS.has(word) || FRAMING_WORDS.has(word) : isGrammarIn(language, word);
}
