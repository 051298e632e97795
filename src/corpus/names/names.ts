// Where the dossier's names stand in a text, in any case, spelling of marks or script.
import { type Dossier, ownNamesOf, type Party, type Person } from '../dossier.ts';
import type { Span } from '../passages.ts';
import { fold, unfold } from '../text/folding.ts';

/** A name of the dossier in a text. `person` or `party` is the id of its entry. */
export interface NameHit extends Span {
  readonly person: string | undefined;
  /** The party itself, or the one that the person belongs to. */
  readonly party: string | undefined;
}

export interface NameBook {
  /** The names in a text, in order; of names that overlap, the longest. */
  find(text: string): NameHit[];
}

/** What a phrase is about stands before the first of these: "the joint statement | from leaders". */
const tie = /\s(?:of|from|at|in|for|on|to)\s/u;

/**
 * The names in a phrase that tell whom it is about. "The White House press secretary" and "Putin’s critics" hold a name and are about
 * somebody else.
 */
export function namedBy(phrase: string, names: NameBook): NameHit[] {
  const head = tie.exec(phrase)?.index ?? phrase.length;
  return names.find(phrase).filter(({ end }) => end === head || end === phrase.length);
}

interface Name {
  readonly words: readonly string[];
  /** "US" is a name and "us" is not: what is short and written in capitals must be so in the text. */
  readonly upper: boolean;
  readonly person: string | undefined;
  readonly party: string | undefined;
}

const word = /[\p{L}\p{N}]+(?:[.'][\p{L}\p{N}]+)*\.?/gu;

/** A dossier has its book once, however often its names are looked up. */
const books = new WeakMap<Dossier, NameBook>();

/** Opens the names of a dossier for looking up. */
export function openNames(dossier: Dossier): NameBook {
  const book = books.get(dossier) ?? newBook(dossier);
  books.set(dossier, book);
  return book;
}

function newBook(dossier: Dossier): NameBook {
  const byFirst = new Map<string, Name[]>();
  const add = (entry: Party | Person, person: string | undefined, party: string | undefined): void => {
    for (const name of [...ownNamesOf(entry), ...(entry.texts ?? [])]) {
      const words = wordsOf(fold(name).text).map(({ folded }) => folded);
      const upper = words.length === 1 && name.length <= 4 && name === name.toUpperCase();
      const [first = ''] = words;
      const same = byFirst.get(first) ?? [];
      same.push({ words, upper, person, party });
      byFirst.set(
        first,
        same.sort((a, b) => b.words.length - a.words.length),
      );
    }
  };
  for (const party of dossier.parties) add(party, undefined, party.id);
  for (const person of dossier.people) add(person, person.id, person.party);
  return { find: (text) => (byFirst.size === 0 ? [] : hitsIn(text, byFirst)) };
}

function hitsIn(text: string, byFirst: ReadonlyMap<string, readonly Name[]>): NameHit[] {
  const folded = fold(text);
  const words = wordsOf(folded.text);
  const hits: NameHit[] = [];
  for (let at = 0; at < words.length; ) {
    const name = byFirst.get(words[at]?.folded ?? '')?.find((each) => standsAt(each, words, at));
    const first = words[at];
    const last = words[at + (name?.words.length ?? 1) - 1];
    if (name && first && last) {
      const span = unfold(folded, { start: first.start, end: last.end });
      const written = text.slice(span.start, span.end);
      if (!name.upper || written === written.toUpperCase()) {
        hits.push({ ...span, person: name.person, party: name.party });
        at += name.words.length;
        continue;
      }
    }
    at += 1;
  }
  return hits;
}

interface FoldedWord extends Span {
  readonly folded: string;
}

/** Words of a folded text, without a genitive "'s" or a closing full stop ("U.S." is "u.s"). */
function wordsOf(folded: string): FoldedWord[] {
  return [...folded.matchAll(word)].map(({ 0: found, index }) => {
    const bare = found.replace(/\.$/u, '').replace(/'s?$/u, '');
    return { folded: bare, start: index, end: index + bare.length };
  });
}

function standsAt({ words }: Name, found: readonly FoldedWord[], at: number): boolean {
  return words.every((each, step) => found[at + step]?.folded === each);
}
