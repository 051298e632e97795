// Two questions in one, and questions of somebody whom they do not name: both are told before the sources are asked.

import type { Span } from '../../corpus/passages.ts';
import { askingWords, WHETHER_WORDS } from '../../corpus/text/asking-words.ts';
import { begins, wholeWords } from '../../corpus/text/borders.ts';
import { englishPronouns, pronounsOfMany, pronounsOfOne } from '../../corpus/text/pronouns.ts';
import { type Language, languageOf, languages } from '../text/language.ts';

/** Where the names of a text stand; `isPerson`: of people, and of whoever may be one. */
export type NamesIn = (text: string) => readonly (Span & { readonly isPerson: boolean })[];

const anyOf = (...words: readonly (string | readonly string[])[]): string => words.flat().join('|');

const AUXILIARIES = 'is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|may|might';
/** The English words that ask by themselves; behind the others stands what is asked for ("which city", "how many"). */
const ALONE = askingWords('en').filter((word) => !/^(?:which|whose|how)$/u.test(word));
const ENGLISH = `${anyOf(ALONE)}|which \\p{L}+|how(?: (?:many|much|long|often|far)(?: \\p{L}+)?)?`;
/** What joins two questions in the other languages. */
const AND: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'und(?:\\s+auch)?',
  fr: 'et',
  pl: 'i|a|oraz',
  uk: 'і|й|та|а',
};
const whetherIn: Readonly<Partial<Record<Language, string>>> = { pl: WHETHER_WORDS.pl, uk: WHETHER_WORDS.uk };
/** "… and when was …", "… and is there …": a question of its own turns its verb round, or asks who. */
const BREAK = new RegExp(
  [
    `\\s*,?\\s+and\\s+(?:also\\s+)?(?=(?:${ENGLISH})(?:['’]s|\\s+(?:else\\s+)?(?:${AUXILIARIES}))\\s+\\S)`,
    '\\s*,?\\s+and\\s+(?:also\\s+)?(?=who\\s+\\p{Ll}+(?:ed|s|id|ote|oke|ave|ook|ent)\\s+\\S)',
    `\\s*,?\\s+and\\s+(?:also\\s+)?(?=(?:${AUXILIARIES})\\s+there\\s+\\S)`,
    ...languages.flatMap((language) => {
      if (language === 'en') return [];
      const asks = anyOf(askingWords(language), whetherIn[language] ?? []);
      // "… und was passiert, wenn …" hangs on what is asked before.
      const verb = language === 'de' ? '\\p{L}+' : '\\S+';
      return [`\\s*,?\\s+(?:${AND[language]})\\s+(?=(?:${asks})\\s+${verb}\\s+\\S)`];
    }),
  ].join('|'),
  'iu',
);
const QUESTION = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${anyOf(askingWords(), AUXILIARIES, WHETHER_WORDS.pl, WHETHER_WORDS.uk)})(?=[\\s'’])`,
  'iu',
);
/** What is asked of two things together, or about what somebody asked, is one question. */
const ONE = new RegExp(
  wholeWords(
    'between|both|differ\\p{L}*|compar\\p{L}*|whether|tell|know|explain|relation',
    'zwischen|unterschied\\p{L}*|entre|différen\\p{L}*|między|różnic\\p{L}*|між|різниц\\p{L}*',
  ),
  'iu',
);
/** A shorter one shares its rest with the other: "When and where did they meet?". */
const fewestWords = 3;
const mostQuestions = 4;

/** The questions in what is typed, in order; one alone is all that is typed. */
export function questionsIn(typed: string, namesIn: NamesIn): string[] {
  const found = typed
    .split(/(?<=\?)\s+/u)
    .flatMap((sentence) => partsOf(sentence))
    .map((part) => part.trim());
  const isEach = found.every((part) => QUESTION.test(part) && count(part) >= fewestWords);
  if (found.length < 2 || found.length > mostQuestions || !isEach) return [typed];
  const named = found.map((part, index) => withName(part, found.slice(0, index), namesIn));
  return named.includes(undefined) ? [typed] : named.filter((part) => part !== undefined);
}

function partsOf(sentence: string): string[] {
  if (ONE.test(sentence) || !QUESTION.test(sentence)) return [sentence];
  return sentence.split(BREAK);
}

const count = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** "Her" is whose as often, French "il" is nobody as often, and "on" is another word in English. */
const UNSURE = /^(?:her|il|on)$/u;
const ASKED_OF = [...pronounsOfOne, ...pronounsOfMany, 'sie', 'ono'].filter((word) => !UNSURE.test(word));
const PERSONAL = new RegExp(`(?<![\\p{L}’'-])(?<word>${ASKED_OF.join('|')})(?![\\p{L}’'-])`, 'iu');

/** "… and what did she say": of the one person whom the questions before name; undefined where none or several can be meant. */
function withName(part: string, before: readonly string[], namesIn: NamesIn): string | undefined {
  const pronoun = PERSONAL.exec(part);
  if (!pronoun || before.length === 0) return part;
  const names = new Set(
    before.flatMap((text) =>
      namesIn(text)
        .filter(({ isPerson }) => isPerson)
        .map(({ start, end }) => text.slice(start, end)),
    ),
  );
  const [name, ...others] = names;
  const isOne = others.length === 0 && pronounsOfOne.has(pronoun[0].toLowerCase());
  // Behind somebody's name "er" and "він" are rather that person than a thing.
  if (whomIn(part, namesIn, name === undefined || !isOne) === undefined) return part;
  if (name === undefined || !isOne) return undefined;
  return part.slice(0, pronoun.index) + name + part.slice(pronoun.index + pronoun[0].length);
}

/** Whoever has an office or a trade may be meant by "he". */
const PEOPLE = new RegExp(
  wholeWords(
    'presidents?|ministers?|premiers?|chancellors?|secretar(?:y|ies)|leaders?|officials?',
    'sources?|diplomats?|envoys?|ambassadors?|senators?|spokes\\p{L}+|kings?|queens?|popes?',
    'generals?|admirals?|mediators?|negotiators?|delegat\\p{L}+|governors?|mayors?|chiefs?',
    'heads?|directors?|reporters?|journalists?|man|men|woman|women|people|persons?|somebody',
    'someone|anybody|anyone|everybody|everyone|nobody|wife|husband|son|daughter|colleagues?',
    'counterparts?|deput(?:y|ies)|advisers?|advisors?|aides?|guards?|soldiers?|farmers?',
    'workers?|members?|sides?|part(?:y|ies)|countr(?:y|ies)|allies|governments?',
    'Präsident\\p{L}*|président\\p{L}*|prezydent\\p{L}*|premier\\p{L}*|minist\\p{L}*|президент\\p{L}*|міністр\\p{L}*|прем\\p{L}*',
  ),
  'iu',
);
const NOUN = new RegExp(
  `${begins}(?:the|a|an|these|those|all|some|both|its|their|our|no|any|each|every|which|how many)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}{3,}`,
  'iu',
);
/** "who said he …": but "who is she", "who did he meet" ask for another. */
const ASKED_WHO = new RegExp(`${begins}who(?:m|['’]s)?\\s+(?!(?:${AUXILIARIES})\\s*$)\\p{L}+`, 'iu');
/** German "sie" and "er" may be a thing, French "ils" as well: they are asked back only where hardly a word is beside them. */
const fewBesideThing = 6;
const ONLY_IN: Readonly<Record<string, Language>> = { er: 'de', one: 'pl' };

/** The pronoun of a question that names nobody whom it could mean; undefined where it does, or has none. */
export function whomIn(typed: string, namesIn: NamesIn, mayBeThing = true): string | undefined {
  const pronoun = PERSONAL.exec(typed);
  const word = pronoun?.groups?.['word'];
  if (!pronoun || word === undefined) return undefined;
  // "one" is a number in English, and "er" is typed while one thinks; "sie" in capitals addresses whoever is asked.
  const low = word.toLowerCase();
  const only = ONLY_IN[low];
  if (only && languageOf(typed) !== only) return undefined;
  if (word === 'Sie' && pronoun.index > 0) return undefined;
  const before = typed.slice(0, pronoun.index);
  const behind = typed.slice(pronoun.index + word.length);
  const isMany = pronounsOfMany.has(low);
  const may = (text: string): boolean =>
    PEOPLE.test(text) ||
    namesIn(text).some(({ isPerson }) => isMany || isPerson) ||
    (isMany && NOUN.test(text));
  if (may(before) || ASKED_WHO.test(before)) return undefined;
  // "When she spoke to senators, what did Meloni say?"
  if (behind.includes(',') && may(behind)) return undefined;
  if (mayBeThing && !englishPronouns.has(low) && (count(typed) > fewBesideThing || namesIn(typed).length > 0))
    return undefined;
  return word;
}
