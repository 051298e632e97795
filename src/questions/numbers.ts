// The numbers of a server's questions. Whoever takes one, or holds them, has others who do so wait until the commit.
import { holdNumber, nextNumber } from '../store/counters.ts';
import type { Change } from '../store/tables.ts';
import type { Step } from './change.ts';

const counterOf = (guild: string): string => `questions ${guild}`;

export function nextQuestion({ change, doer }: Step): Promise<number> {
  return nextNumber(change, counterOf(doer.guild));
}

/** Has the questions of a server come one after the other, as taking a number does. */
export function holdQuestions({ change, doer }: Step): Promise<void> {
  return holdNumber(change, counterOf(doer.guild));
}

/** All of them are erased: they begin with 1 again. */
export async function forgetNumbers(change: Change, guild: string): Promise<void> {
  await change.deleteFrom('counters').where('name', '=', counterOf(guild)).execute();
}
