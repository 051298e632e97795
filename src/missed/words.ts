// Of a question that nothing answers, the words that tell what a source would have to be about.
import { deu, eng, fra, pol, ukr } from 'stopword';
import { fold } from '../corpus/folding.ts';
import type { Answer } from '../search/answer.ts';
import { FRAMING_WORDS, STOP_WORDS } from '../search/grammar.ts';

/** So many of one question are counted. */
const most = 5;
/** In characters; what is longer is no word. */
const longest = 40;
/** "EU" is one, "x" is none. */
const shortest = 2;

const grammar: ReadonlySet<string> = new Set(
  [...eng, ...deu, ...fra, ...pol, ...ukr, ...STOP_WORDS, ...FRAMING_WORDS].map((word) => fold(word).text),
);

/** What Discord writes for members, roles, channels and emoji, and addresses: none of these is a word. */
const marked = /<[@#:a][^>\s]{0,100}>|@\S+|\bhttps?:\S+/gu;

/**
 * The words that no source has, or where the sources have all of them, those that are not grammar; each once, in small letters, in
 * the order of the question. None where it was answered, or was no question.
 */
export function missedIn(question: string, { outcome, smallTalk, missing }: Answer): string[] {
  if (outcome === 'answer' || smallTalk) return [];
  const text = question.replace(marked, ' ');
  const wordsOf = (typed: string): string[] => typed.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
  const own = new Set(wordsOf(text).map((word) => word.toLowerCase()));
  const lacking = missing.flatMap(wordsOf).filter((word) => own.has(word.toLowerCase()));
  const told = (lacking.length > 0 ? lacking : wordsOf(text))
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= shortest && word.length <= longest && !grammar.has(fold(word).text));
  return [...new Set(told)].slice(0, most);
}
