// Questions that ask what or who something is, and sentences that say it.
import { list } from './lists.ts';
import { MARK } from './marks.ts';
import type { Match } from './matching.ts';
import type { Question } from './question.ts';
import { BREAK, type ReadPassage } from './read-passage.ts';

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

/**
 * How plainly the passage says what or who the question's name or thing is, for such a question: 1 where it does, ½ where it may,
 * 0 where it does not.
 */
export function definedIn(question: Question, read: ReadPassage, match: Match): number {
  if (!asksDefinition(question)) return 0;
  if (question.kind === 'person') return introduced(read, match);
  if (isSpelledOut(read, match)) return 1;
  return read.folded.some((word) => SAYS.has(word)) || read.breaks.includes(BREAK.colon) ? 0.5 : 0;
}

/** "Article 5 principle: if one member …": so near to its name a colon says what it is. */
const BEFORE_COLON = 3;

function isSpelledOut({ breaks }: ReadPassage, { at }: Match): boolean {
  return breaks.some(
    (mark, place) =>
      mark === BREAK.colon && at.slice(Math.max(0, place - BEFORE_COLON), place).some((term) => term >= 0),
  );
}

/** Words that a name may have between its first and its last: "President *Volodymyr* Zelenskyy". */
const WITHIN = 2;

/** "the Ukrainian president" may be who is asked for, "Ukrainian President Volodymyr Zelenskyy" says who it is. */
function introduced({ marks }: ReadPassage, { at }: Match): number {
  let found = 0;
  at.forEach((term, place) => {
    if (term < 0) return;
    const next = at.subarray(place + 1, place + 2 + WITHIN).indexOf(term);
    if (next < 0) return;
    const isNamed = isPersonal(marks[place]) || isPersonal(marks[place + 1 + next]);
    found = Math.max(found, isNamed ? 1 : 0.5);
  });
  return found;
}

/** A name that is neither a country's nor an office. */
function isPersonal(mark = 0): boolean {
  return (mark & MARK.name) !== 0 && (mark & (MARK.people | MARK.role)) === 0;
}
