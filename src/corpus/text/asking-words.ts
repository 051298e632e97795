// The words that ask, in the five languages of questions: one list for whatever must know a question by its words.

import type { Language } from './languages.ts';

type AskedFor = 'person' | 'thing' | 'time' | 'place' | 'reason' | 'number' | 'manner';

const words = (text: string): readonly string[] => text.split(/\s+/u);

/** By language, as they are typed, and what each asks for. */
export const ASKING_WORDS = {
  en: [
    ['person', words('who whom whose')],
    ['thing', words('what which')],
    ['time', words('when')],
    ['place', words('where')],
    ['reason', words('why')],
    ['manner', words('how')],
  ],
  de: [
    ['person', words('wer wen wem wessen')],
    ['thing', words('was welche welcher welches welchen welchem')],
    ['thing', words('womit worüber wofür wovon woran worin worauf wodurch wogegen wobei wonach worum')],
    ['time', words('wann')],
    ['place', words('wo woher wohin')],
    ['reason', words('warum weshalb wieso wozu')],
    ['number', words('wieviel wieviele')],
    ['manner', words('wie')],
  ],
  fr: [
    ['person', words('qui')],
    ['thing', words('que quoi quel quelle quels quelles lequel laquelle lesquels lesquelles')],
    ['time', words('quand')],
    ['place', words('où')],
    ['reason', words('pourquoi')],
    ['number', words('combien')],
    ['manner', words('comment')],
  ],
  pl: [
    // "Kim", too, asks ("by whom"), but is somebody's name in every language.
    ['person', words('kto kogo komu')],
    ['thing', words('co czego czym jaki jaka jakie jacy jaką jakiego jakiej jakiemu jakim jakich jakimi')],
    ['thing', words('który która które którzy którą którego której któremu którym których którymi')],
    ['time', words('kiedy')],
    ['place', words('gdzie skąd dokąd')],
    ['reason', words('dlaczego czemu')],
    ['number', words('ile ilu iloma')],
    ['manner', words('jak')],
  ],
  uk: [
    ['person', words('хто кого кому ким')],
    ['thing', words('що чого чим який яка яке які яку якого якої якому якій якою яким яких якими')],
    ['time', words('коли')],
    ['place', words('де звідки куди')],
    ['reason', words('чому навіщо')],
    ['number', words('скільки скількох скільком скількома наскільки')],
    ['manner', words('як')],
  ],
} as const satisfies Record<Language, readonly (readonly [AskedFor, readonly string[]])[]>;

/** What asks whether something is so; in French no word does. */
export const WHETHER_WORDS = { en: 'whether', de: 'ob', pl: 'czy', uk: 'чи' } as const;

/** All words of a language, or of the five, that ask for something. */
export function askingWords(language?: Language): string[] {
  const lists = language ? ASKING_WORDS[language] : Object.values(ASKING_WORDS).flat();
  return lists.flatMap(([, listed]) => listed);
}
