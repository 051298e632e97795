// Parts of speech where the model errs, told by the words beside: names that it takes for verbs, verbs that tell of a noun.
import { timeWords } from './cues.ts';
import type { Token } from './language.ts';

type Word = Pick<Token, 'text' | 'pos'> | undefined;

/** Words of offices that the model takes for verbs or adjectives: "Acting President", "her policy chief, …". */
const leading = /^(?:Acting|Incoming|Outgoing|Visiting)$/u;
const heads = /^(?:chief|representative|executive|official|general)$/u;
/** Surnames that are pronouns in other sentences: "He Lifeng said". */
const surnames = /^(?:He|She)$/u;

/** The part of speech of a word, between the one before it, as it was read, and the next. */
export function posOf({ text, pos }: Token, before: Word, next: Word): string {
  if (isBeforeName(text, next) || isBehindTitle(text, before) || isBeforeSaying(text, pos, next))
    return 'PROPN';
  if (isOpening(text, pos, before, next)) return 'VERB';
  if (isPointing(text, pos, before, next)) return 'DET';
  if (pos === 'ADJ' && heads.test(text) && /^[,.]$/u.test(next?.text ?? '')) return 'NOUN';
  if (pos === 'VERB' && isDescribing(text, before, next)) return 'ADJ';
  return (pos === 'VERB' || pos === 'AUX') && isInside(before) && /^\p{Lu}\p{Ll}+$/u.test(text)
    ? 'PROPN'
    : pos;
}

/** "Mr. Hedge", "Robert S. Ford", "Sen. Ted Cruz": a word with a capital behind a title's full stop or an initial's. */
const titles = /^(?:Mrs?|Ms|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Rev|Prof|Maj|Adm|St|\p{Lu})\.$/u;

function isBehindTitle(text: string, before: Word): boolean {
  return (
    titles.test(before?.text ?? '') &&
    /^\p{Lu}\p{Ll}+$/u.test(text) &&
    !/^(?:He|She|The|It|In|But|And|They|We)$/u.test(text)
  );
}

/** "Promising that …, Lund said": what a sentence opens with is nobody. */
function isOpening(text: string, pos: string, before: Word, next: Word): boolean {
  if (!/^(?:PROPN|NOUN)$/u.test(pos) || !/^\p{Lu}\p{Ll}{3,}ing$/u.test(text)) return false;
  const opens = before === undefined || /[.?!”"’]$/u.test(before.text);
  return opens && (/^(?:DET|SCONJ|PRON)$/u.test(next?.pos ?? '') || next?.text === 'that');
}

/** "That official added", "But that aide said": what points at one of whom was spoken, where a sentence begins. */
function isPointing(text: string, pos: string, before: Word, next: Word): boolean {
  if (!/^that$/iu.test(text) || pos === 'DET' || next?.pos !== 'NOUN' || /s$/u.test(next.text)) return false;
  return before === undefined || /[.?!”"’]$/u.test(before.text) || /^(?:And|But)$/u.test(before.text);
}

/** "Jolly said": what says something is a name, unless it tells how or stands for somebody else. */
function isBeforeSaying(text: string, pos: string, next: Word): boolean {
  if (!/^(?:ADJ|VERB|INTJ|X)$/u.test(pos) || !/^\p{Lu}\p{Ll}+$/u.test(text)) return false;
  return (
    /^(?:said|says|told|added|wrote|replied)$/u.test(next?.text ?? '') &&
    !/(?:ing|ed|ers?|others|another|many|some|few|most|several|all|such|same)$/iu.test(text)
  );
}

function isBeforeName(text: string, next: Word): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(next?.text ?? '') || timeWords.has(next?.text.toLowerCase() ?? '')) return false;
  return leading.test(text) || (surnames.test(text) && next?.pos === 'PROPN');
}

/** "where restructuring experts say", "its veto-wielding members": what looks like a verb tells of the noun behind it. */
function isDescribing(text: string, before: Word, next: Word): boolean {
  if (!text.endsWith('ing') || !before || !/^(?:NOUN|ADJ)$/u.test(next?.pos ?? '')) return false;
  const link = /^(?:-|where|that|because|although|its|their|his|her)$/u;
  return before.pos === 'DET' || link.test(before.text.toLowerCase());
}

/** Inside a sentence a verb with a capital is a name: "Will", "Cross", "Weld". */
function isInside(before: Word): boolean {
  if (!before) return false;
  return !/[.?!:…“"‘'«»„(–—-]$/u.test(before.text) && !/[.?!][^\p{L}\p{M}\p{N}]*$/u.test(before.text);
}
