// Whether a passage says the opposite of a claim: the same words, and of the two one denies, or has the contrary word. Told only of
// passages that answer, and only where nothing else parts them: no condition, no other number, no other name.
import { isConditional, negatesOddly, opposes, stemOf } from '../check/sense.ts';
import { wordsOf } from '../check/words/words.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { grammarWords } from '../corpus/text/languages.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { differingIn } from './differs.ts';

const grammar: ReadonlySet<string> = new Set(grammarWords.en);
/** Of fewer telling words nobody could tell that both speak of the same. */
const fewestTelling = 3;
/** The share of a claim's telling words that the sentence must have too. */
const mostAlike = 0.7;

/** What a claim says, with the clause that it stands behind: "denied that" turns it round. */
export interface Said {
  readonly words: string;
  readonly clause: string;
}

/** The sentence of a passage that says the opposite, as offsets into its document's text. */
export function deniedIn({ words, clause }: Said, passage: Passage, names: NameBook): Span | undefined {
  const claim = tellingOf(words);
  const denies = negatesOddly(foldedOf(`${clause} ${words}`));
  if (claim.length < fewestTelling || isConditional(foldedOf(words))) return undefined;
  const found = sentencesOf(passage.text).find(({ start, end }) => {
    const sentence = passage.text.slice(start, end);
    if (isConditional(foldedOf(sentence)) || differingIn(words, sentence, names).length > 0) return false;
    return isOpposite(claim, denies, sentence);
  });
  return found && withoutMarks(found, passage);
}

/** Quotation marks that open or close only here go, so that others can stand around the sentence. */
function withoutMarks({ start, end }: Span, passage: Passage): Span {
  const sentence = passage.text.slice(start, end);
  const opening = /^["“”„«»]?/u.exec(sentence)?.[0].length ?? 0;
  const closing = /["“”«»]?$/u.exec(sentence)?.[0].length ?? 0;
  return { start: start + opening + passage.start, end: end - closing + passage.start };
}

function isOpposite(claim: readonly string[], denies: boolean, sentence: string): boolean {
  const there = tellingOf(sentence);
  const stems = new Set(there.map(stemOf));
  const own = new Set(claim.map(stemOf));
  const missing = claim.filter((word) => !stems.has(stemOf(word)));
  const contrary = missing.filter((word) =>
    there.some((other) => !own.has(stemOf(other)) && opposes(word, other)),
  );
  if (missing.length - contrary.length > claim.length * (1 - mostAlike)) return false;
  // A contrary word in a sentence that denies as well says the same again.
  return (contrary.length % 2 === 1) !== (negatesOddly(foldedOf(sentence)) !== denies);
}

function foldedOf(text: string): string[] {
  return wordsOf(text).map(({ folded }) => folded);
}

/** The words that tell what a text is about, without those that deny. */
function tellingOf(text: string): string[] {
  return foldedOf(text).filter((word) => !grammar.has(word) && !negatesOddly([word]));
}
