// Who did what, as a question puts it: "What did Merz *answer* Trump?", "Who *paid* for the summit?". No grammar, only the
// order of words that English questions keep: asking word, helper, doer, act.
import type { Background } from './background.ts';
import { FILED_UNDER, STOP_WORDS } from './lexicon.ts';

export interface Act {
  /** Index of the word that tells the act, −1 where unsure. */
  readonly act: number;
  /** Indices of the words that tell the doer; empty where the doer is asked for or unsure. */
  readonly doer: readonly number[];
}

const HELPER =
  /^(?:did|do|does|has|have|had|will|would|can|could|should|shall|must|may|might|is|are|was|were|be|been|being)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|our|your|this|that|these|those|any|some|no|other)$/;
const heads = new Set(FILED_UNDER.values());

/** Whether a word can be a verb: English has it with -ed or -ing, or it is one of the irregular ones. */
function isVerb(word: string, background: Background): boolean {
  if (FILED_UNDER.has(word) || heads.has(word)) return true;
  if (/(?:ed|ing)$/.test(word)) return true;
  const stem = word.replace(/(?:ies|s)$/, '').replace(/e$/, '');
  return (
    background.isWord(`${stem}ed`) ||
    background.isWord(`${stem}ing`) ||
    background.isWord(`${word.replace(/(?:y|ies)$/, '')}ied`)
  );
}

const nothing: Act = { act: -1, doer: [] };

export function actOf(
  folded: readonly string[],
  isName: (index: number) => boolean,
  wh: number,
  background: Background,
): Act {
  const content = (index: number): boolean => index < folded.length && !STOP_WORDS.has(folded[index] ?? '');
  const verb = (index: number): boolean =>
    content(index) && !isName(index) && isVerb(folded[index] ?? '', background);
  const helper = folded.findIndex((word, index) => index >= Math.max(0, wh) && HELPER.test(word));
  const asksDoer = /^who/.test(folded[wh] ?? '') || folded[wh] === 'which' || folded[wh] === 'what';
  // "Who paid", "Which leaders issued", "Who has been pushing": the act follows at once, past helpers and adverbs.
  if (asksDoer && (helper < 0 || (folded[wh] === 'who' && (helper === wh + 1 || helper > wh + 2))))
    return actBehind(folded, wh, content, verb);
  if (helper < 0) return nothing;
  return actAfterDoer(folded, helper, isName, content, verb);
}

function actBehind(
  folded: readonly string[],
  wh: number,
  content: (index: number) => boolean,
  verb: (index: number) => boolean,
): Act {
  for (let index = wh + 1; index < Math.min(folded.length, wh + 6); index += 1) {
    if (DETERMINER.test(folded[index] ?? '')) {
      // "Who did *the* Normans fight": the doer stands here after all, and what follows it is the act.
      return nothing;
    }
    if (!content(index) || /ly$|^(?:also|first|else|long|ever)$/.test(folded[index] ?? '')) continue;
    if (folded[wh] !== 'who' && index === wh + 1 && !/(?:s|ed)$/.test(folded[index] ?? '')) continue;
    if (verb(index)) return { act: index, doer: [] };
  }
  return nothing;
}

/** The act is the word before the object, a preposition or the end: "did | the diplomatic source *tell* | AFP". */
function actAfterDoer(
  folded: readonly string[],
  helper: number,
  isName: (index: number) => boolean,
  content: (index: number) => boolean,
  verb: (index: number) => boolean,
): Act {
  // Behind "is" and "was" only a participle tells an act: "was issued", but "is the starting point".
  const passive = /^(?:is|are|was|were)$/.test(folded[helper] ?? '');
  for (let index = helper + 1; index < folded.length; index += 1) {
    const word = folded[index] ?? '';
    if (passive && !/ed$/.test(word) && FILED_UNDER.get(word) === undefined) continue;
    const afterName = isName(index - 1) && !isName(index);
    const lastOfRun = afterName || !content(index + 1) || (isName(index + 1) && !isName(index));
    // "did Macron *reply* to": behind did and a name nothing but a verb can stand, whether we know it or not.
    const sure =
      afterName &&
      !content(index + 1) &&
      content(index) &&
      /^(?:did|do|does|will|would)$/.test(folded[helper] ?? '');
    if (!lastOfRun || !(sure || verb(index)) || DETERMINER.test(folded[index - 1] ?? '')) continue;
    const doer: number[] = [];
    for (let at = helper + 1; at < index; at += 1) if (content(at)) doer.push(at);
    return { act: index, doer };
  }
  return nothing;
}
