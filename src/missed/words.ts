// Of a question that nothing answers, the words that tell what a source would have to be about.
import { fold } from '../corpus/text/folding.ts';
import type { Answer } from '../search/answer.ts';
import { bareQuestion } from '../search/question/normalise.ts';
import { isNeverMissed } from '../search/text/contentless.ts';
import { languageOf } from '../search/text/language.ts';

/** So many of one question are counted. */
const most = 5;
/** In characters; what is longer is no word. */
const longest = 40;
/** "EU" is one, "x" is none. */
const shortest = 2;

/** Names behind a sign, and addresses: none of these is a word. What Discord writes for members and channels the search takes off. */
const marked = /@\S+|\bhttps?:\S+/gu;

/**
 * The words that no source has, or where the sources have all of them, those that carry something of the question; each once, in
 * small letters, in its order. None where it was answered, or was no question.
 */
export function missedIn(question: string, { outcome, smallTalk, missing }: Answer): string[] {
  if (outcome === 'answer' || smallTalk) return [];
  const text = bareQuestion(question).replace(marked, ' ');
  const language = languageOf(text);
  const own = wordsOf(text);
  const lacking = missing.flatMap(wordsOf).filter((word) => own.includes(word));
  const told = (lacking.length > 0 ? lacking : own).filter(
    (word) => word.length >= shortest && word.length <= longest && !isNeverMissed(fold(word).text, language),
  );
  return [...new Set(told)].slice(0, most);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
}
