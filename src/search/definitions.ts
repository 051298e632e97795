// Questions that ask what or who something is, and sentences that say it.
import { list } from './lists.ts';
import type { Match } from './matching.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';

const ASKS =
  /^(?:what (?:is|are|was|were|does)|whats|what's|who (?:is|was|are)|who's|whos|define|explain|meaning|definition)\b|\b(?:mean|means|meaning|meant|explained|definition)$/;
/** "is based on", "known as", "the principle that …". */
const SAYS: ReadonlySet<string> = new Set(
  list('means mean meaning called known defined definition refers principle based namely ie consists'),
);
/** A question with more words than these asks something about the thing, and not what it is. */
const MOST_TERMS = 3;

/** Whether nothing but a thing or a name is asked about. */
export function asksDefinition({ folded, terms, kind }: Question): boolean {
  return (
    (kind === 'thing' || kind === 'other' || kind === 'person') &&
    terms.length <= MOST_TERMS &&
    ASKS.test(folded.join(' '))
  );
}

/** 1 where the words from `from` up to `to` say what or who the question's first name or thing is, for such a question. */
export function definedIn(
  question: Question,
  { folded, passage }: ReadPassage,
  match: Match,
  from: number,
  to: number,
): number {
  if (!asksDefinition(question)) return 0;
  if (question.kind === 'person') return introduces(match, from, to) ? 1 : 0;
  return folded.slice(from, to).some((word) => SAYS.has(word)) || /\w:\s/.test(passage.text) ? 1 : 0;
}

/** Two ways of naming the same stand beside each other: "Ukrainian President Volodymyr Zelenskyy". */
export function introduces({ at }: Match, from: number, to: number): boolean {
  for (let place = from + 1; place < to; place += 1)
    if ((at[place] ?? -1) >= 0 && (at[place] === at[place - 1] || at[place] === at[place - 2])) return true;
  return false;
}
