// What a question is about, for comparing it with others: what is asked for, and its words as they are filed.
import { LRUCache } from 'lru-cache';
import { askingWords } from '../../corpus/text/asking-words.ts';
import { isContentless } from '../text/contentless.ts';
import { FRAMING_WORDS, STOP_WORDS } from '../text/grammar.ts';
import { isGrammarIn, type Language, languageOf, termIn } from '../text/language.ts';
import { termOf } from '../text/stem.ts';
import { type Word, words } from '../text/words.ts';
import { askedFor, type Kind } from './asked-for.ts';
import { kindIn } from './asked-in.ts';
import { bareQuestion } from './normalise.ts';

/** A question read for comparing. */
export interface Gist {
  /** What is asked for (a person, a time, a reason …), and whether the question is negated. */
  readonly asks: string;
  readonly words: ReadonlySet<string>;
  /** Names and numbers: the other question must hold them too. */
  readonly firm: ReadonlySet<string>;
  readonly across: Across;
}

export interface Filed {
  readonly folded: string;
  readonly term: string;
}

/** What can be compared with a question in other words, or in another language. */
export interface Across {
  readonly language: Language;
  /** What is asked for, told in any of the five languages. */
  readonly kind: Kind;
  readonly numbers: ReadonlySet<string>;
  /** Its words, folded, and as they are filed in its language. */
  readonly words: readonly Filed[];
  /** Those that are names, or in German, where every noun has a capital, may be. */
  readonly names: readonly Filed[];
}

const negation = /^(?:not|no|never|nobody|nothing|without|neither|nor|cannot)$|n't$/;
const upper = /^\p{Lu}|\p{N}/u;

/** A question is compared with the last hundreds of its desk; the bound keeps what users type from growing it for ever. */
const known = new LRUCache<string, Gist>({ max: 5_000, memoMethod: read });

export function gistOf(text: string): Gist {
  return known.memo(text);
}

function read(text: string): Gist {
  const bare = bareQuestion(text);
  const found = words(bare);
  const folded = found.map((word) => word.folded);
  const kept = found.filter((word) => !STOP_WORDS.has(word.folded));
  // Words that only frame a question count where there are no others: "What is the name?"
  const subject = kept.filter((word) => !isBeside(word.folded));
  const carrying = subject.length > 0 ? subject : kept;
  const negated = folded.some((word) => negation.test(word));
  return {
    asks: `${askedFor(folded).kind}${negated ? ' not' : ''}`,
    words: new Set(carrying.map((word) => termOf(word.folded))),
    firm: new Set(carrying.filter((word) => upper.test(word.text)).map((word) => termOf(word.folded))),
    across: acrossLanguages(bare, found),
  };
}

/** What frames a question or says nothing; but whether everyone or nobody signed is not whether anyone did. */
function isBeside(folded: string): boolean {
  return FRAMING_WORDS.has(folded) || (isContentless(folded) && !/^(?:every|nobody|nothing)/.test(folded));
}

/** Words that questions begin with, though no list of grammar has them all. */
const openings: ReadonlySet<string> = new Set(
  words([...askingWords(), 'kim selon depuis'].join(' ')).map(({ folded }) => folded),
);

/** Whether the first word has its capital for being the first: "Dürfen", "Peut-on". "Trump a-t-il" begins with a name. */
function isOpening(folded: string, behind: string | undefined): boolean {
  return STOP_WORDS.has(folded) || isBeside(folded) || openings.has(folded) || behind === '-';
}

function acrossLanguages(bare: string, found: readonly Word[]): Across {
  const language = languageOf(bare) ?? 'en';
  const filed = ({ folded }: Word): Filed => ({ folded, term: termIn(language, folded) });
  const isName = ({ text, folded, end }: Word, at: number): boolean =>
    /^\p{Lu}/u.test(text) && !isGrammarIn(language, folded) && (at > 0 || !isOpening(folded, bare[end]));
  return {
    language,
    kind: kindIn(bare, language),
    numbers: new Set(bare.match(/\p{N}+/gu)),
    words: found.map(filed),
    names: found.filter(isName).map(filed),
  };
}
