// Whether somebody does in a passage what the question says he does: "What did *Merz answer*?" wants his answer, no one else's.
import { MARK } from './marks.ts';
import type { Match } from './matching.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';

/** "said Prime Minister Meloni": the doer stands right behind the act, his office between. */
const BEHIND = 3;
/** "Merz, who had arrived late with two aides, said": a clause fits between doer and act. */
const BEFORE = 10;

/**
 * Whether the doer does the act among the words from `from` up to `to`: the act's word with the doer in the ten words before
 * it, or right behind it ("said Meloni"), no other name standing nearer. 1 he does, 0 he does not or the act is not there.
 * For questions with an act only: with −1 every word that is not the question's would pass for it.
 */
export function doneBy(
  { act, doer }: Question,
  { marks }: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  for (let place = from; place < to; place += 1) {
    if (at[place] !== act) continue;
    if (standsBehind(doer, at, place, to) || standsBefore(doer, at, marks, place, from)) return 1;
  }
  return 0;
}

/** Whether a doer stands right behind the word at `act` ("said Meloni"), before the word `to`. */
export function standsBehind(doer: readonly number[], at: Int16Array, act: number, to: number): boolean {
  const end = Math.min(to, act + BEHIND + 1);
  for (let place = act + 1; place < end; place += 1) if (doer.includes(at[place] ?? -1)) return true;
  return false;
}

/** Whether a doer stands in the ten words before the word at `act`, from `from` on, no other name nearer. */
export function standsBefore(
  doer: readonly number[],
  at: Int16Array,
  marks: Uint16Array,
  act: number,
  from: number,
): boolean {
  const start = Math.max(from, act - BEFORE);
  for (let place = act - 1; place >= start; place -= 1) {
    if (doer.includes(at[place] ?? -1)) return true;
    if ((marks[place] ?? 0) & MARK.name) return false;
  }
  return false;
}
