// Words that are often written for one another: no spelling can tell that "boarders" are meant to be borders, since boarders are
// English too. Only a word that no source holds is taken for another one.
import { lines } from './lists.ts';

const CONFUSED = lines(`
principle principal
principles principals
border boarder
borders boarders
peace piece
article artical
council counsel
councils counsels
capital capitol
meet meat
week weak
allies alleys
ally alley
accept except
affect effect
cease seize seas
led lead
cite site sight
role roll
raise rise raze
raised rose razed
advice advise
proposed purposed
formally formerly
personal personnel
pole poll
`);

const others = new Map<string, readonly string[]>();
for (const line of CONFUSED)
  for (const word of line)
    others.set(word, [...(others.get(word) ?? []), ...line.filter((other) => other !== word)]);

/** The folded words that a folded word is often written for. */
export function confusedWith(folded: string): readonly string[] {
  return others.get(folded) ?? [];
}

/** In a shorter word two letters the other way round often make another one ("was" and "saw"); a longer one nobody types. */
const SHORTEST = 5;
const LONGEST = 20;

/** A folded word with two neighbouring letters the other way round, every way: "singed" gives "signed". */
export function lettersSwapped(folded: string): readonly string[] {
  if (folded.length < SHORTEST || folded.length > LONGEST) return [];
  return Array.from(
    { length: folded.length - 1 },
    (_, at) => `${folded.slice(0, at)}${folded[at + 1]}${folded[at]}${folded.slice(at + 2)}`,
  );
}
