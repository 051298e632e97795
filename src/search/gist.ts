// What a question is about, for comparing it with others: what is asked for, and its words as they are filed.
import { askedFor } from './asked-for.ts';
import { FRAMING_WORDS, STOP_WORDS } from './grammar.ts';
import { bareQuestion } from './normalise.ts';
import { termOf } from './stem.ts';
import { words } from './words.ts';

/** A question read for comparing. */
export interface Gist {
  /** What is asked for (a person, a time, a reason …), and whether the question is negated. */
  readonly asks: string;
  readonly words: ReadonlySet<string>;
  /** Names and numbers: the other question must hold them too. */
  readonly firm: ReadonlySet<string>;
}

const negation = /^(?:not|no|never|nobody|nothing|without|neither|nor|cannot)$|n't$/;
const upper = /^\p{Lu}|\p{N}/u;

/** A question is compared with the last hundreds of its desk; the bound keeps what users type from growing it for ever. */
const cacheLimit = 5_000;
const cache = new Map<string, Gist>();

export function gistOf(text: string): Gist {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const gist = read(text);
  cache.set(text, gist);
  return gist;
}

function read(text: string): Gist {
  const found = words(bareQuestion(text));
  const folded = found.map((word) => word.folded);
  const kept = found.filter((word) => !STOP_WORDS.has(word.folded));
  // Words that only frame a question count where there are no others: "What is the name?"
  const subject = kept.filter((word) => !FRAMING_WORDS.has(word.folded));
  const carrying = subject.length > 0 ? subject : kept;
  const negated = folded.some((word) => negation.test(word));
  return {
    asks: `${askedFor(folded).kind}${negated ? ' not' : ''}`,
    words: new Set(carrying.map((word) => termOf(word.folded))),
    firm: new Set(carrying.filter((word) => upper.test(word.text)).map((word) => termOf(word.folded))),
  };
}
