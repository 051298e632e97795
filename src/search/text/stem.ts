// A folded word → its term: the form under which all its inflections are filed. Both sides of a search use it.
import { stemmer } from '@orama/stemmers/english';
import { FILED_UNDER } from './inflections.ts';

// Words repeat: a text of 450,000 words has some 20,000. The bound keeps what users type from growing it for ever.
// A map and no LRU cache: keeping its order took a sixth of the time in which a passage is read.
const CACHE_LIMIT = 200_000;
/** In characters. No word of a text is longer; what users type may be. */
const LONGEST_KEPT = 40;
const cache = new Map<string, string>();

export function termOf(folded: string): string {
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const term = stemOf(FILED_UNDER.get(folded) ?? folded);
  if (folded.length <= LONGEST_KEPT) cache.set(folded, term);
  return term;
}

/**
 * @remarks The stemmer's step 4 drops the "s" or "t" before "-ion" with it (3.1.18: "protection" gives "protec", but
 * "protect" stays), so that letter is put back.
 */
function stemOf(word: string): string {
  const stem = stemmer(word);
  const [, base = ''] = /^(.*[st])ions?$/.exec(word) ?? [];
  return base !== '' && stem === base.slice(0, -1) ? base : stem;
}

const ENDINGS =
  /(?:ization|isation|ational|iveness|fulness|ousness|ation|ition|ional|ment|ness|ance|ence|ancy|ency|able|ible|ship|less|ism|ist|ity|ive|ion|ial|ous|ant|ent|ary|ory|age|ful|al|er|or|ar|ic|at|iz|is|ur|y|i|e)$/;

/** The family of a term (invent, inventor, inventive): looser than a stem, so a match by family weighs less. */
export function familyOf(term: string): string {
  // "agreement" is cut to "agree", and "agreed" stemmed to "agre".
  const family = cutEndings(term);
  return family.endsWith('ee') ? family.slice(0, -1) : family;
}

function cutEndings(term: string): string {
  let family = term;
  // Two endings at most, and five letters must remain: below that, families run together (nation, nature, native).
  for (let round = 0; round < 2; round += 1) {
    const cut = family.replace(ENDINGS, '');
    if (cut.length < 5) break;
    family = cut;
  }
  return family;
}
