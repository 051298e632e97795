// Two questions in one, and questions of somebody whom they do not name: both are told before the sources are asked.
import type { Span } from '../corpus/passages.ts';

/** Where the names of a text stand; `isPerson`: of people, and of whoever may be one. */
export type NamesIn = (text: string) => readonly (Span & { readonly isPerson: boolean })[];

const ASKS =
  'who|whom|whose|what|which|when|where|why|how|wer|wen|wem|was|wann|wo|warum|wie|welche[rsnm]?|qui|que|quand|où|pourquoi|comment|quel(?:le)?s?|combien|kto|co|kiedy|gdzie|dlaczego|jak|ile|хто|що|коли|де|чому|як|скільки';
const AUXILIARIES = 'is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|must|may|might';
/** "… and when was …", "… and is there …": a question of its own turns its verb round, or asks who. */
const BREAK = new RegExp(
  [
    `\\s*,?\\s+and\\s+(?:also\\s+)?(?=(?:what|when|where|why|which \\p{L}+|whom|who|how(?: (?:many|much|long|often|far)(?: \\p{L}+)?)?)(?:['’]s|\\s+(?:else\\s+)?(?:${AUXILIARIES}))\\s+\\S)`,
    '\\s*,?\\s+and\\s+(?:also\\s+)?(?=who\\s+\\p{Ll}+(?:ed|s|id|ote|oke|ave|ook|ent)\\s+\\S)',
    `\\s*,?\\s+and\\s+(?:also\\s+)?(?=(?:${AUXILIARIES})\\s+there\\s+\\S)`,
    '\\s*,?\\s+und\\s+(?:auch\\s+)?(?=(?:wer|wen|wem|was|wann|wo|warum|wie|welche[rsnm]?)\\s+\\p{L}+\\s+\\S)',
    '\\s*,?\\s+et\\s+(?=(?:qui|que|quand|où|pourquoi|comment|quel(?:le)?s?|combien)\\s+\\S+\\s+\\S)',
    '\\s*,?\\s+(?:i|a|oraz)\\s+(?=(?:kto|co|kiedy|gdzie|dlaczego|jak|ile|czy)\\s+\\S+\\s+\\S)',
    '\\s*,?\\s+(?:і|й|та|а)\\s+(?=(?:хто|що|коли|де|чому|як|скільки|чи)\\s+\\S+\\s+\\S)',
  ].join('|'),
  'iu',
);
const QUESTION = new RegExp(`^\\W*(?:${ASKS}|${AUXILIARIES}|czy|чи)(?=[\\s'’])`, 'iu');
/** What is asked of two things together, or about what somebody asked, is one question. */
const ONE =
  /\b(?:between|both|differ\w*|compar\w*|whether|tell|know|explain|relation|zwischen|entre|między|різниц\p{L}*)\b/iu;
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

const PERSONAL =
  /(?<![\p{L}’'-])(?<word>he|she|they|him|them|elle|elles|ils|sie|er|ona|ono|oni|one|він|вона|вони)(?![\p{L}’'-])/iu;
const ONE_PERSON = /^(?:he|she|him|elle|er|ona|він|вона)$/iu;

/** "… and what did she say": of the one person whom the questions before name; undefined where none or several can be meant. */
function withName(part: string, before: readonly string[], namesIn: NamesIn): string | undefined {
  const pronoun = PERSONAL.exec(part);
  if (!pronoun || before.length === 0 || whomIn(part, namesIn) === undefined) return part;
  const names = new Set(
    before.flatMap((text) =>
      namesIn(text)
        .filter(({ isPerson }) => isPerson)
        .map(({ start, end }) => text.slice(start, end)),
    ),
  );
  const [name, ...others] = names;
  if (name === undefined || others.length > 0 || !ONE_PERSON.test(pronoun[0])) return undefined;
  return part.slice(0, pronoun.index) + name + part.slice(pronoun.index + pronoun[0].length);
}

/** Whoever has an office or a trade may be meant by "he". */
const PEOPLE =
  /\b(?:presidents?|ministers?|premiers?|chancellors?|secretar(?:y|ies)|leaders?|officials?|sources?|diplomats?|envoys?|ambassadors?|senators?|spokes\p{L}+|kings?|queens?|popes?|generals?|admirals?|mediators?|negotiators?|delegat\p{L}+|governors?|mayors?|chiefs?|heads?|directors?|reporters?|journalists?|man|men|woman|women|people|persons?|somebody|someone|anybody|anyone|everybody|everyone|nobody|wife|husband|son|daughter|colleagues?|counterparts?|deput(?:y|ies)|advisers?|advisors?|aides?|guards?|soldiers?|farmers?|workers?|members?|sides?|part(?:y|ies)|countr(?:y|ies)|allies|governments?|Präsident\p{L}*|Minister\p{L}*|président\p{L}*|ministre\p{L}*|prezydent\p{L}*|premier\p{L}*|minist\p{L}+|президент\p{L}*|міністр\p{L}*)\b|(?<!\p{L})(?:президент|міністр|прем)\p{L}*/iu;
const NOUN =
  /\b(?:the|a|an|these|those|all|some|both|its|their|our|no|any|each|every|which|how many)\s+(?:\p{L}+\s+){0,2}\p{L}{3,}/iu;
/** "who said he …": but "who is she", "who did he meet" ask for another. */
const ASKED_WHO = new RegExp(`\\bwho(?:m|['’]s)?\\s+(?!(?:${AUXILIARIES})\\s*$)\\p{L}+`, 'iu');
/** German "sie" and "er" may be a thing, French "ils" as well: they are asked back only where hardly a word is beside them. */
const THING = /^(?:sie|er|elle|elles|ils|ona|ono|oni|one|вона|він|вони)$/iu;
const fewBesideThing = 6;

/** The pronoun of a question that names nobody whom it could mean; undefined where it does, or has none. */
export function whomIn(typed: string, namesIn: NamesIn): string | undefined {
  const pronoun = PERSONAL.exec(typed);
  const word = pronoun?.groups?.['word'];
  if (!pronoun || word === undefined) return undefined;
  // "one" is a number in English, and "er" is typed while one thinks; "sie" in capitals addresses whoever is asked.
  if (
    /^(?:one|er)$/iu.test(word) &&
    !/\b(?:kto|co|kiedy|gdzie|czy|wer|was|wann|wo|hat|sagte)\b/iu.test(typed)
  )
    return undefined;
  if (word === 'Sie' && pronoun.index > 0) return undefined;
  const before = typed.slice(0, pronoun.index);
  const behind = typed.slice(pronoun.index + word.length);
  const isMany = /^(?:they|them|ils|elles|oni|one|вони)$/iu.test(word);
  const may = (text: string): boolean =>
    PEOPLE.test(text) ||
    namesIn(text).some(({ isPerson }) => isMany || isPerson) ||
    (isMany && NOUN.test(text));
  if (may(before) || ASKED_WHO.test(before)) return undefined;
  // "When she spoke to senators, what did Meloni say?"
  if (behind.includes(',') && may(behind)) return undefined;
  if (THING.test(word) && (count(typed) > fewBesideThing || namesIn(typed).length > 0)) return undefined;
  return word;
}
