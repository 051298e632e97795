// Who did what, as a question puts it: "What did Merz *answer* Trump?", "Who *paid* for the summit?". No grammar, only the
// order of words that English questions keep: asking word, helper, doer, act.
import type { Background } from './background.ts';
import { STOP_WORDS, tellsPlace } from './grammar.ts';
import { VERB_FORMS } from './inflections.ts';
import { list } from './lists.ts';

export interface Act {
  /** Index of the word that tells the act, −1 where unsure. */
  readonly act: number;
  /** Indices of the words that tell the doer; empty where the doer is asked for or unsure. */
  readonly doer: readonly number[];
}

/** The words of a question and what each can be; an index past either end is nothing. */
interface Wording {
  readonly folded: readonly string[];
  isName(index: number): boolean;
  /** "Finland's": behind it stands what is Finland's, and no act. */
  isOwner(index: number): boolean;
  /** No word of grammar. */
  isContent(index: number): boolean;
  canTellAct(index: number): boolean;
}

const HELPER =
  /^(?:did|do|does|has|have|had|will|would|can|could|shall|should|must|may|might|is|are|was|were|be|been|being)$/;
/** Helpers behind which the act stands as a participle: "was *issued*". */
const PASSIVE = /^(?:is|are|was|were)$/;
/** Helpers behind which a doer and then the bare act must follow: "did Macron *reply*". */
const DEMANDS_ACT = /^(?:did|do|does|will|would)$/;
const PREPOSITION = /^(?:against|for|of|by|with|without|about|from|in|on|to)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|our|your|this|that|these|those|any|some|no|other)$/;
/** Verbs and adjectives in -ly; every other word in -ly is taken for an adverb. */
const NO_ADVERBS: ReadonlySet<string> = new Set(
  list(
    'reply rely apply supply imply comply ally fly multiply rally bully tally assembly family likely friendly only',
  ),
);
const ADVERBS: ReadonlySet<string> = new Set(
  list('also first else long ever often soon now then today yesterday'),
);
const REACTIONS: ReadonlySet<string> = new Set(list('answer reply response reaction comment remark remarks'));
/** Words that look like verbs and never tell what was done. */
const NO_ACTS: ReadonlySet<string> = new Set(
  list('according including thing part people time times kind way'),
);
const INFLECTED = /(?:s|ed)$/;

/** How far behind "who" its act may stand: "Who [has recently been quietly] *pushing*" takes five words. */
const REACH = 5;

const nothing: Act = { act: -1, doer: [] };

/**
 * The act a question asks about and its doer, as indices of `folded`, the question's folded words. `asker` is the index of
 * the asking word (−1 for none), `isName` tells whether a word belongs to a name, `isOwner` whether it has a possessive ending.
 */
export function actOf(
  folded: readonly string[],
  { isName, isOwner }: Pick<Wording, 'isName' | 'isOwner'>,
  asker: number,
  background: Background,
): Act {
  const isContent = (index: number): boolean => index < folded.length && !STOP_WORDS.has(folded[index] ?? '');
  const canTellAct = (index: number): boolean =>
    isContent(index) &&
    !isName(index) &&
    !isAdverb(folded[index] ?? '') &&
    isVerb(folded[index] ?? '', background);
  const wording: Wording = { folded, isName, isOwner, isContent, canTellAct };
  const helper = folded.findIndex((word, index) => index >= Math.max(0, asker) && HELPER.test(word));
  const reaction = folded.findIndex((word, index) => REACTIONS.has(word) && isName(index - 1));
  // "What was *Putin's answer* …?"
  if (reaction > 0) return { act: reaction, doer: [reaction - 1] };
  if (asksForDoer(wording, asker, helper)) return actBehindAsker(wording, asker);
  return helper < 0 ? nothing : actBehindDoer(wording, helper);
}

/** "Who paid", "Which leaders issued", "Who has been pushing": the act follows at once, past helpers and adverbs. */
function asksForDoer({ folded, isName }: Wording, asker: number, helper: number): boolean {
  const word = folded[asker] ?? '';
  if (!word.startsWith('who') && word !== 'which' && word !== 'what') return false;
  if (helper < 0) return true;
  // "Who did Merz call", "Whom did …": behind do and a name the doer stands, and somebody else is asked for.
  if (DEMANDS_ACT.test(folded[helper] ?? '') && isName(helper + 1)) return false;
  // A helper beside "who" is the act's own, one far behind belongs to another clause; "Who else did Merz call" has the one
  // two words on, and its doer behind that.
  return word === 'who' && (helper === asker + 1 || helper > asker + 2);
}

function actBehindAsker({ folded, isContent, canTellAct }: Wording, asker: number): Act {
  const end = Math.min(folded.length, asker + REACH + 1);
  for (let index = asker + 1; index < end; index += 1) {
    const word = folded[index] ?? '';
    // "Who did *the* Normans fight": the doer stands here after all, and what follows it is the act.
    if (DETERMINER.test(word)) return nothing;
    if (!isContent(index) || isAdverb(word)) continue;
    // "Which *leaders* issued": right behind "which" and "what" a bare word is the noun asked for.
    if (folded[asker] !== 'who' && index === asker + 1 && !INFLECTED.test(word)) continue;
    // "Which Western *circles* oppose": of two words that can be verbs the second is.
    if (folded[asker] !== 'who' && canTellAct(index + 1)) continue;
    if (canTellAct(index)) return { act: index, doer: [] };
  }
  return nothing;
}

/** The act is the word before the object, a preposition or the end: "did | the diplomatic source *tell* | AFP". */
function actBehindDoer(wording: Wording, helper: number): Act {
  for (let index = helper + 1; index < wording.folded.length; index += 1)
    if (tellsAct(wording, helper, index))
      return { act: meantBy(wording, index), doer: contentBetween(wording, helper + 1, index) };
  return nothing;
}

/** Verbs that say how somebody stands to an act and not what is done: "want to *keep*", "continue to *strengthen*". */
const STANDS_TO: ReadonlySet<string> = new Set(
  list(
    'want wants wanted need needs wish plan planned hope intend try continue begin start seem appear promise agree decide',
  ),
);

function meantBy({ folded, canTellAct }: Wording, index: number): number {
  return STANDS_TO.has(folded[index] ?? '') && folded[index + 1] === 'to' && canTellAct(index + 2)
    ? index + 2
    : index;
}

function tellsAct(wording: Wording, helper: number, index: number): boolean {
  const { folded, isName, isContent, canTellAct } = wording;
  const word = folded[index] ?? '';
  const auxiliary = folded[helper] ?? '';
  // Behind "is" and "was" only a participle tells an act: "was issued", but "is the starting point".
  if (PASSIVE.test(auxiliary) && !word.endsWith('ed') && !VERB_FORMS.has(word)) return false;
  if (tellsNone(wording, index)) return false;
  const endsRun = !isContent(index + 1) || isAdverb(folded[index + 1] ?? '');
  const behindName = isName(index - 1);
  // "did Macron *reply* to": behind did and a name nothing but a verb can stand, whether we know it or not.
  if (behindName && endsRun && isContent(index) && DEMANDS_ACT.test(auxiliary)) return true;
  return (behindName || endsRun || isName(index + 1)) && canTellAct(index);
}

/** Whether the word stands where no act is told. */
function tellsNone({ folded, isName, isOwner }: Wording, index: number): boolean {
  const word = folded[index] ?? '';
  const before = folded[index - 1] ?? '';
  if (DETERMINER.test(before) || isOwner(index - 1) || isName(index) || isAdverb(word) || NO_ACTS.has(word))
    return true;
  // "been against *skipping* a truce": it is not skipping that they did.
  if (word.endsWith('ing') && PREPOSITION.test(before)) return true;
  return tellsPlace(word, folded[index + 1]) || tellsPlace(before, word);
}

function contentBetween({ isContent }: Wording, from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index += 1) if (isContent(index)) found.push(index);
  return found;
}

function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.endsWith('ly') && !NO_ADVERBS.has(word));
}

/** Whether a word can be a verb: English has it with -ed or -ing, or it is one of the irregular ones. */
function isVerb(word: string, background: Background): boolean {
  if (VERB_FORMS.has(word)) return true;
  if (/(?:ed|ing)$/.test(word)) return true;
  const stem = word.replace(/(?:ies|s)$/, '').replace(/e$/, '');
  return (
    background.isWord(`${stem}ed`) ||
    background.isWord(`${stem}ing`) ||
    background.isWord(`${word.replace(/(?:y|ies)$/, '')}ied`)
  );
}
