// English words that are often written for one another: no spelling can tell that "boarders" are meant to be borders, since boarders
// are English too. Only a word that no source holds is taken for another one.
import { lines } from './lists.ts';

const CONFUSED = lines(`
principle principal
principles principals
border boarder
borders boarders
peace piece
article artical articel artickle
articles articals
council counsel
councils counsels
capital capitol
defence defense defens
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
brief breif
advice advise
propose purpose
proposed purposed
formally formerly
personal personnel
whether weather
pole poll
`);

const others = new Map<string, readonly string[]>();
for (const line of CONFUSED)
  for (const word of line)
    others.set(word, [...(others.get(word) ?? []), ...line.filter((other) => other !== word)]);

/** What may have been meant by a folded word: the words it is confused with, and what it is with two letters the other way round. */
export function confusedWith(folded: string): readonly string[] {
  return [...(others.get(folded) ?? []), ...swaps(folded)];
}

/** In a shorter word two letters the other way round often make another one: "was" and "saw". */
const SHORTEST = 5;

function swaps(folded: string): string[] {
  if (folded.length < SHORTEST) return [];
  return Array.from(
    { length: folded.length - 1 },
    (_, at) => `${folded.slice(0, at)}${folded[at + 1]}${folded[at]}${folded.slice(at + 2)}`,
  );
}
