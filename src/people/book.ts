// The names of one document: those of the dossier, and those that were read, as this document means them.
import type { NameBook, NameHit } from '../corpus/names/names.ts';
import { follows, type Word, wordsIn } from './reading/words.ts';

/** A form with whom it means; nobody is meant by one that only keeps a shorter one from being found in it. */
export interface Form {
  readonly form: string;
  /** It needs no capitals: "the vice premier". */
  readonly phrase: boolean;
  readonly means: Pick<NameHit, 'person' | 'party'> | undefined;
}

interface ReadForm extends Form {
  readonly lows: readonly string[];
  /** "US" is a name and "us" is not. */
  readonly upper: boolean;
}

interface Found extends NameHit {
  readonly isNobody: boolean;
}

/** Both books as one: of names that overlap the longest, of two as long the dossier's. */
export function bookOf(written: NameBook, forms: readonly Form[]): NameBook {
  if (forms.length === 0) return written;
  const byFirst = Map.groupBy(forms.map(readForm), ({ lows }) => lows[0] ?? '');
  for (const same of byFirst.values()) same.sort((a, b) => b.lows.length - a.lows.length);
  return {
    find: (text) => {
      const known = written.find(text).map((hit): Found => ({ ...hit, isNobody: false }));
      return longestOf([...known, ...foundIn(text, byFirst)]);
    },
  };
}

function readForm(form: Form): ReadForm {
  const words = wordsIn(form.form);
  const [only] = words;
  const upper = words.length === 1 && only?.upper === true && only.text.length < 5;
  return { ...form, lows: words.map(({ low }) => low), upper };
}

function foundIn(text: string, byFirst: ReadonlyMap<string, readonly ReadForm[]>): Found[] {
  const words = wordsIn(text);
  return words.flatMap(({ low }, at): Found[] => {
    const form = byFirst.get(low)?.find((each) => standsAt(each, words, at));
    const first = words[at];
    const last = form && words[at + form.lows.length - 1];
    if (!form || !first || !last) return [];
    const { person, party } = form.means ?? {};
    return [{ start: first.start, end: last.end, person, party, isNobody: form.means === undefined }];
  });
}

function standsAt({ lows, phrase, upper }: ReadForm, words: readonly Word[], at: number): boolean {
  const end = at + lows.length;
  const last = words[end - 1];
  if (!last || (!phrase && !last.capital) || (upper && !last.upper)) return false;
  // "The president of a students' union" is not the one who is meant by "the president".
  if (phrase && lows[0] === 'the' && follows(words[end]) && /^(?:of|at|for)$/u.test(words[end]?.low ?? ''))
    return false;
  return lows.every(
    (low, step) => words[at + step]?.low === low && (step === 0 || follows(words[at + step])),
  );
}

function longestOf(found: readonly Found[]): NameHit[] {
  const ordered = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Found[] = [];
  for (const hit of ordered)
    if (!kept.some((one) => one.start < hit.end && hit.start < one.end)) kept.push(hit);
  return kept
    .filter(({ isNobody }) => !isNobody)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, person, party }) => ({ start, end, person, party }));
}
