// Questions that go on from another: of whom "she" is said, "and Putin?", "what else". Patterns alone; who is meant is looked up elsewhere
// (src/dialogue/going-on.ts).
import { wholeWords } from '../../corpus/text/borders.ts';

/** Words for one person, by whom they may mean; German "sie" may be many, so that it counts with a woman's name alone. */
const SHE = /^(?:she|elle|sie|ona|вона)$/iu;
const HE = /^(?:he|him|er|він)$/iu;

/** Whom a pronoun means; undefined of one that means many. */
export function meantBy(pronoun: string): 'he' | 'she' | undefined {
  if (SHE.test(pronoun)) return 'she';
  return HE.test(pronoun) ? 'he' : undefined;
}

const BESIDES = [
  '(?:(?:ok(?:ay)?|but|so)[ ,]+)?(?:and\\s+)?(?:what|how)\\s+about',
  '(?:(?:ok(?:ay)?|but|so)[ ,]+)?and',
  '(?:und\\s+)?(?:was|wie)\\s+(?:ist\\s+(?:es\\s+)?mit|steht\\s+es\\s+mit)|und',
  "(?:et\\s+)?qu[’']en\\s+est[ -]il\\s+(?:de|du|d[’'])|et\\s+pour|et",
  'a\\s+co\\s+z|co\\s+z|a|oraz',
  'а\\s+(?:що|як)\\s+(?:з|щодо)|а|і|й|та',
].join('|');
/** A name has few words. */
const AND_WHOM = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${BESIDES})\\s+(?<whom>[\\p{L}\\p{M}.’'-]+(?:\\s+[\\p{L}\\p{M}.’'-]+){0,4})\\s*[?!.…]*\\s*$`,
  'iu',
);

/** Of whom the same is asked: "Putin" in "and Putin?", "what about Putin"; whether anybody is called so is looked up elsewhere. */
export function besidesIn(typed: string): string | undefined {
  return AND_WHOM.exec(typed)?.groups?.['whom'];
}

const MORE = new RegExp(
  wholeWords(
    'else',
    'other',
    'further',
    'noch',
    'sonst',
    'weiter\\p{L}*',
    "d[’']autres?",
    'encore',
    'jeszcze',
    'innego',
    'ще',
    'інше',
  ),
  'iu',
);

/** Whether something beside what was shown is asked for: "what else did she say". */
export function asksForMore(typed: string): boolean {
  return MORE.test(typed);
}
