// Slices drawn from a corpus: what stands there is found, by /check and by /quote, and no word of it is called missing; with one
// word changed, so that it stands nowhere, it is never exact.
import type { Check } from '../../src/check/check.ts';
import { spokenText } from '../../src/check/words/stream-part.ts';
import { wordsOf } from '../../src/check/words/words.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import { Chance } from './chance.ts';
import { plain } from './made-quotations.ts';

export interface Slice {
  readonly text: string;
  readonly passage: Passage;
  /** The same with one word changed; undefined where no word was found that makes it stand nowhere. */
  readonly altered: string | undefined;
  /** Whether words stand somewhere in the corpus, one behind the other. */
  readonly stands: (text: string) => boolean;
}

/** What is asked of a slice. */
export interface Asked {
  check(text: string): Check | Promise<Check>;
  /** How many places /quote finds. */
  quoted(text: string): number | Promise<number>;
  /** The words that are said to be in no source. */
  missing(text: string): readonly string[] | Promise<readonly string[]>;
}

export type Law = 'found' | 'never exact' | 'quoted' | 'nothing missing';

const fewestWords = 4;
const mostWords = 20;
/** Words are drawn so often for one that stands nowhere in its place. */
const patience = 8;

export function* slicesOf(passages: readonly Passage[], count: number, seed: number): Generator<Slice> {
  const chance = new Chance(seed);
  // A quotation may run on into the next paragraph.
  const texts = [...Map.groupBy(passages, ({ document }) => document)].flatMap(
    // Notes of a transcriber are nobody's words: what stands before and behind them stands in a row.
    ([, own]) => [` ${own.map(({ text }) => plain(text)).join(' ')} `, ` ${own.map(spoken).join(' ')} `],
  );
  const stands = (text: string): boolean => {
    const wanted = ` ${plain(text)} `;
    return texts.some((whole) => whole.includes(wanted));
  };
  let made = 0;
  for (let tries = 0; made < count && tries < 20 * count; tries += 1) {
    const passage = chance.of(passages);
    const text = sliceOf(passage, chance);
    if (text === undefined) continue;
    made += 1;
    yield { text, passage, altered: alteredOf(text, passages, chance, stands), stands };
  }
}

/** The words of a passage without its label and the notes in it. */
function spoken(passage: Passage): string {
  return plain(bare(spokenText(passage)));
}

/** The words of a text without the notes in it. */
function bare(text: string): string {
  return wordsOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

/** A run of whole words, just as it stands there; of a label alone, which is nobody's words, none. */
function sliceOf(passage: Passage, chance: Chance): string | undefined {
  const { text } = passage;
  const words = [...text.matchAll(/\S+/gu)];
  if (words.length < fewestWords) return undefined;
  const length = chance.between(fewestWords, Math.min(mostWords, words.length) + 1);
  const from = chance.between(0, words.length - length + 1);
  const [first, last] = [words[from], words[from + length - 1]];
  if (!first || !last) return undefined;
  const slice = text.slice(first.index, last.index + last[0].length);
  const isSaid = last.index >= text.length - spokenText(passage).length;
  return isSaid && wordsOf(slice).length >= fewestWords ? slice : undefined;
}

function saidIn(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function alteredOf(
  text: string,
  passages: readonly Passage[],
  chance: Chance,
  stands: (text: string) => boolean,
): string | undefined {
  const places = [...text.matchAll(/(?<![\p{L}\p{N}’'-])\p{L}{3,}(?![\p{L}\p{N}’'-])/gu)];
  if (places.length === 0) return undefined;
  for (let tries = 0; tries < patience; tries += 1) {
    const { 0: old, index } = chance.of(places);
    const word = chance.of(chance.of(passages).text.match(/\p{L}{3,}/gu) ?? [old]);
    const other = text.slice(0, index) + word + text.slice(index + old.length);
    // A word of a transcriber's note is nobody's.
    if (saidIn(other) !== saidIn(text) && !stands(other)) return other;
  }
  return undefined;
}

/** The laws that a slice breaks, each with what was seen. */
export async function brokenBy(
  { text, altered, stands }: Slice,
  asked: Asked,
): Promise<{ law: Law; seen: string }[]> {
  const broken: { law: Law; seen: string }[] = [];
  const { verdict, flags } = await asked.check(text);
  if (verdict !== 'exact' && verdict !== 'reporter')
    broken.push({ law: 'found', seen: `${verdict} ${flags.join(' ')}: ${text}` });
  const changed = altered === undefined ? undefined : await asked.check(altered);
  // Of "Name: words" the name is who is said to have spoken: only the words can be exact.
  // So are the words beside a note: it is nobody's.
  if (changed?.verdict === 'exact' && ![changed.claim.words, bare(changed.claim.words)].some(stands))
    broken.push({ law: 'never exact', seen: `${altered} (of: ${text})` });
  if ((await asked.quoted(text)) === 0) broken.push({ law: 'quoted', seen: text });
  const missing = await asked.missing(text);
  if (missing.length > 0) broken.push({ law: 'nothing missing', seen: `${missing.join(', ')}: ${text}` });
  return broken;
}
