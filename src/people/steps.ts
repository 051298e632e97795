// Reads who speaks and is named in a collection, in steps: words, then names in each document, then whom they mean.
import type { Steps } from '../common/steps.ts';
import type { Document } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
import { fold } from '../corpus/text/folding.ts';
import { grammarWords } from '../corpus/text/languages.ts';
import type { PeopleData, StandingData } from './data.ts';
import { type Entry, entriesSteps } from './entries.ts';
import { isPreposition } from './offices/titles.ts';
import { gatheredSteps } from './reading/gathered.ts';
import type { WordSense } from './reading/mentions.ts';
import type { Gathered, Single } from './reading/names-seen.ts';
import { type Standing, standingSteps } from './reading/standing.ts';
import { lowOf } from './reading/words.ts';
import { rowSteps } from './rows.ts';

export function* peopleSteps(
  documents: readonly Document[],
  passagesOf: (document: Document) => readonly Passage[],
): Steps<PeopleData> {
  const isCommon = yield* commonSteps(documents, passagesOf);
  const sense: WordSense = { isCommon, isGrammar: (low) => grammar.has(low) || isPreposition(low) };
  const gathered: Gathered[] = [];
  for (const [place, document] of documents.entries()) {
    const passages = document.status === 'withdrawn' ? [] : passagesOf(document);
    gathered.push(yield* gatheredSteps(document, place, passages, sense));
  }
  const entries = yield* entriesSteps(gathered, sense);
  yield;
  const all = [...entries.all];
  const standing: Standing = { entries, titled: titledIn(all), ...sense };
  const standings: StandingData[] = [];
  for (const [place, each] of gathered.entries()) {
    standings.push(yield* standingSteps(each, place, standing, documents[place]?.title?.value ?? ''));
    yield;
  }
  return { entries: yield* rowSteps(all), documents: standings };
}

const folded = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => fold(word).text));
const english = folded(grammarWords.en);
const grammar: ReadonlySet<string> = folded(Object.values(grammarWords).flat());

/** Whether a word is written small in the collection, and not as the rare verb that a name is as well ("to trump"). */
function* commonSteps(
  documents: readonly Document[],
  passagesOf: (document: Document) => readonly Passage[],
): Steps<(low: string) => boolean> {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const document of documents) {
    for (const { text } of passagesOf(document)) {
      countWords(text, small, large);
      yield;
    }
  }
  // "Ware" of an English text is nobody's "wäre".
  const isGrammar = (low: string): boolean => english.has(low) || (grammar.has(low) && small.has(low));
  return (low) => isGrammar(low) || (small.get(low) ?? 0) > 0.1 * (large.get(low) ?? 0);
}

/** Capitals that begin a sentence are not counted: behind a small word or a comma none does. */
const word = /(?<=([\p{Ll}\d,;] ?)?)\p{L}[\p{L}\p{M}’'-]*/gu;

function countWords(text: string, small: Map<string, number>, large: Map<string, number>): void {
  for (const { 0: found, 1: before } of text.matchAll(word)) {
    const isLarge = /^\p{Lu}/u.test(found);
    if (isLarge && before === undefined) continue;
    const low = lowOf(found);
    const counts = isLarge ? large : small;
    counts.set(low, 1 + (counts.get(low) ?? 0));
  }
}

/**
 * People of whom the collection has a surname alone. Under one office they are one; of two who are only "Mr." nobody knows, so each
 * document has its own.
 */
function titledIn(all: Entry[]): Standing['titled'] {
  const known = new Map<string, number>();
  return {
    of(single, document) {
      const [role] = single.roles;
      const key = `${single.key} ${role ?? `#${document}`}`;
      const at =
        known.get(key) ?? all.push({ kind: 'person', key: single.key, texts: new Map(), offices: [] }) - 1;
      known.set(key, at);
      const entry = all[at];
      if (entry) addTitled(entry, single);
      return at;
    },
  };
}

function addTitled({ texts, offices }: Entry, { titles, texts: written, offices: own }: Single): void {
  for (const [title, times] of titles)
    for (const text of written.keys())
      texts.set(`${title} ${text}`, times + (texts.get(`${title} ${text}`) ?? 0));
  for (const [text, times] of written) if (titles.size === 0) texts.set(text, times);
  offices.push(...own.slice(0, 12 - offices.length));
}
