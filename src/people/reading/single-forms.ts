// Under which forms a single word stands in a document: alone, with its title only, or with one title for somebody else.
import { addressedAs } from '../../corpus/names/offices.ts';
import { englishPronouns } from '../../corpus/text/pronouns.ts';
import type { FormData } from '../data.ts';
import { soundOf } from './judged.ts';
import type { WordSense } from './mentions.ts';
import type { Single } from './names-seen.ts';
import type { Here } from './standing.ts';
import { lowOf } from './words.ts';

/**
 * "Mr. Clinton" in a text in which "Clinton" is she: the other one, where there is one other, or else nobody. So what is said of one is
 * never given to the other.
 */
export function otherForms(single: Single, main: number, here: Here): FormData[] {
  const { she, he } = Object.groupBy(single.titles, ([title]) => sexOf(title));
  if (!she?.length || !he?.length) return [];
  const times = (titles: readonly (readonly [string, number])[]): number =>
    titles.reduce((sum, [, one]) => sum + one, 0);
  const fewer = times(she) < times(he) ? she : he;
  const others = (here.bySurname.get(soundOf(single.key)) ?? []).filter(([entry]) => entry !== main);
  const entry = others.length === 1 ? (others[0]?.[0] ?? -1) : -1;
  return fewer.flatMap(([title]) =>
    [...single.texts.keys()].map((text) => ({ form: `${title} ${text}`, entry, phrase: false })),
  );
}

function sexOf(title: string): 'he' | 'she' | 'unknown' {
  return addressedAs(lowOf(/^\p{L}+/u.exec(title)?.[0] ?? '')) ?? 'unknown';
}

/** A word that is one of grammar as well names nobody without its title: "Vice Premier He". */
export function formsOf(single: Single, sense: WordSense): string[] {
  const alone = [...single.texts.keys()];
  if (!(single.key.length < 5 && sense.isCommon(single.key)) || speaksAlone(single, sense)) return alone;
  return [...single.titles.keys()].flatMap((title) => alone.map((text) => `${title} ${text}`));
}

/** "Rice said", "that, May said": a name in spite of its being a word; of a pronoun nothing tells that. */
function speaksAlone({ key, said, within, titled }: Single, { isGrammar }: WordSense): boolean {
  if (said === 0 || key.length < 3) return false;
  return !isGrammar(key) || (within > titled && !standsFor.test(key) && !englishPronouns.has(key));
}

/** "One said", "most said": they stand for somebody as pronouns do. */
const standsFor = /^(?:who|this|that|one|what|all|each|both|none|some|most|many|few|his)$/u;
