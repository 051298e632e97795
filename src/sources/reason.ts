// Why a moderator corrects or withdraws: what they typed, made one harmless line.
import { oneLine } from '../common/controls.ts';
import { mostTyped } from '../common/typed.ts';

/** As typed. */
export type Reason = string;

export const longestReason = mostTyped.reason;

export interface UnfitReason {
  readonly ok: false;
  readonly reason: 'unfit-reason';
}

/** One line of 1 to 500 characters, or undefined where it is empty or longer. */
export function reasonOf(typed: Reason): string | undefined {
  const line = oneLine(typed).toWellFormed().trim();
  return line === '' || line.length > longestReason ? undefined : line;
}
