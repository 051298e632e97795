// Names of the dossier, near synonyms of the dossier and the thesaurus. A group ("Zelenskyy", "Zelensky", "Ukrainian president"; "ceasefire", "truce") becomes
// one extra term, which stands beside the words of the text wherever one of the group's names or phrases stands.
import { type Dossier, namesOf } from '../../corpus/dossier.ts';
import { STOP_WORDS } from '../text/grammar.ts';
import { termOf } from '../text/stem.ts';
import type { Word } from '../text/words.ts';
import { words } from '../text/words.ts';

export interface AliasHit {
  /** Index of the name's first and last word. */
  readonly from: number;
  readonly to: number;
  /** The group's term, `@` and its id: no text can hold it. */
  readonly term: string;
  /** Somebody's name, one of several near synonyms of the dossier, or one of the thesaurus. */
  readonly kind: 'name' | 'synonym' | 'thesaurus';
}

export interface AliasBook {
  /**
   * Every name and phrase in a text, names within names included; at one place the longest first. In a text typed without
   * any capital (`small`) "eu" is the EU; "us" is no name there either.
   */
  find(found: readonly Word[], small?: boolean): AliasHit[];
}

interface Name {
  readonly terms: readonly string[];
  readonly group: string;
  readonly kind: AliasHit['kind'];
  /** "US" is a name and "us" is not: what is written all in capitals must be so in the text. */
  readonly upper: boolean;
}

/** A dossier has its book once, however many libraries stand on it. */
const books = new WeakMap<Dossier, AliasBook>();

export function openAliases(dossier: Dossier): AliasBook {
  const book = books.get(dossier) ?? newBook(dossier);
  books.set(dossier, book);
  return book;
}

function newBook(dossier: Dossier): AliasBook {
  const byFirst = Map.groupBy(namesIn(dossier), ({ terms: [first] }) => first);
  // The longest name first: "EU Commission President" before "EU".
  for (const names of byFirst.values()) names.sort((a, b) => b.terms.length - a.terms.length);

  return {
    find: (found, small = false) =>
      found.flatMap((word, from) =>
        (byFirst.get(termOf(word.folded)) ?? [])
          .filter((name) => isMeant(name, word, small) && standsAt(name, found, from))
          .map(({ terms, group, kind }) => ({ from, to: from + terms.length - 1, term: group, kind })),
      ),
  };
}

function isMeant({ upper }: Name, { text, folded }: Word, small: boolean): boolean {
  return !upper || text === text.toUpperCase() || (small && !STOP_WORDS.has(folded));
}

function standsAt({ terms }: Name, found: readonly Word[], from: number): boolean {
  return terms.every((term, step) => {
    const word = found[from + step];
    return word !== undefined && termOf(word.folded) === term;
  });
}

function namesIn({ parties, people, unnamed, synonyms, thesaurus }: Dossier): Name[] {
  const entries = [...parties, ...people].map((entry) => ({ id: entry.id, names: namesOf(entry) }));
  const nameless = unnamed.map(({ id, name, called }) => ({ id, names: [name, ...called] }));
  const names = [...entries, ...nameless].flatMap((entry) =>
    entry.names.map((name) => nameOf(name, `@${entry.id}`)),
  );
  const phrases = [phrasesOf(synonyms, 'synonym'), phrasesOf(thesaurus, 'thesaurus')];
  return [names, ...phrases].flat();
}

function nameOf(name: string, group: string): Name {
  const terms = termsOf(name);
  const upper = terms.length === 1 && name.length <= 4 && name === name.toUpperCase();
  return { terms, group, kind: 'name', upper };
}

function phrasesOf(groups: Dossier['synonyms'], kind: Name['kind']): Name[] {
  return groups.flatMap((group, index) =>
    group
      .filter((phrase) => !isGrammar(phrase))
      .map((phrase) => ({ terms: termsOf(phrase), group: `@${kind}-${index}`, kind, upper: false })),
  );
}

/** A word of grammar by itself stands in every sentence and for nothing. */
function isGrammar(phrase: string): boolean {
  const [only, ...others] = words(phrase);
  return only !== undefined && others.length === 0 && STOP_WORDS.has(only.folded);
}

function termsOf(name: string): string[] {
  return words(name).map(({ folded }) => termOf(folded));
}
