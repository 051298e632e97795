// Who a speaker is: named, a pronoun, unnamed or many at once; the name a pronoun stands for; the dossier's entry.
import type { NameBook, NameHit } from '../../corpus/names/names.ts';
import { heldOffices } from '../../corpus/names/offices.ts';
import type { Span } from '../../corpus/passages.ts';
import { englishPronouns } from '../../corpus/text/pronouns.ts';
import type { Range } from '../language/noun-phrases.ts';
import type { Unit } from '../language/units.ts';
import type { Speaker, SpeakerKind } from '../statement.ts';

/** Relative ones, and what belongs to somebody who is spoken of. */
const relative = /^(?:who|which|that|his)$/u;

/** Texts that several issue together. */
const texts = /^(?:statement|declaration|communique|communiqué|letter|resolution|document)$/u;
const many =
  /^(?:leaders|allies|sides|parties|delegations|camps|capitals|negotiators|governments|ministers|ambassadors|signatories|envoys|countries|nations|members|senators|presidents)$/u;

function isPronoun(word: string): boolean {
  return englishPronouns.has(word) || relative.test(word);
}

/** The kind of a speaker, by the words of the phrase. */
export function kindOf(units: readonly Unit[], { from, to }: Range): SpeakerKind {
  const phrase = units.slice(from, to);
  const [first] = phrase;
  if (first && phrase.length === 1 && isPronoun(first.low)) return 'pronoun';
  const head = headOf(phrase);
  if (head && (many.test(head.low) || texts.test(head.low))) return 'collective';
  if (first?.low === 'both' && phrase.length > 1) return 'collective';
  if (phrase.some(({ low }) => low === 'and') && phrase.filter(({ pos }) => pos === 'PROPN').length > 1)
    return 'collective';
  if (head?.pos === 'PROPN' || (head && heldOffices.has(head.low))) return 'named';
  return phrase.some(
    ({ pos, low }, index) =>
      pos === 'PROPN' && !/^(?:'s|’s)$/u.test(phrase[index + 1]?.text ?? '') && low === head?.low,
  )
    ? 'named'
    : 'unnamed';
}

/** The noun that a phrase is about: the last one before "of", "for" and the like. */
export function headOf(phrase: readonly Unit[]): Unit | undefined {
  const tie = phrase.findIndex(({ pos }, index) => pos === 'ADP' && index > 0);
  const own = tie < 0 ? phrase : phrase.slice(0, tie);
  return own.findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN') ?? own.at(-1);
}

/**
 * The dossier's entry of a speaker: that of the name the phrase is about. Whoever speaks for somebody or belongs to
 * somebody is not that person ("Putin’s critics"), though what belongs to a country speaks for it.
 */
export function entryOf(text: string, head: Span, names: NameBook): Pick<Speaker, 'person' | 'party'> {
  const written = text.slice(head.start, head.end);
  const hits = names.find(written);
  const owner = (hit: NameHit): boolean => /^['’]/u.test(written.slice(hit.end));
  if (/ and /u.test(written)) return sharedParty(written, names);
  const person = hits.find((hit) => hit.person !== undefined && !owner(hit));
  const hit = person ?? hits.find((each) => each.person === undefined);
  return {
    ...(hit?.person === undefined ? {} : { person: hit.person }),
    ...(hit?.party === undefined ? {} : { party: hit.party }),
  };
}

/** Several together have the party that each of them has. */
function sharedParty(written: string, names: NameBook): Pick<Speaker, 'party'> {
  const parties = written.split(/, (?:and )?| and /u).map((part) => names.find(part)[0]?.party);
  const [party] = parties;
  return party !== undefined && parties.every((each) => each === party) ? { party } : {};
}
