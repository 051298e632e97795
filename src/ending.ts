// How a program ends where it cannot go on: clear lines on standard error and an exit status.
import { styleText } from 'node:util';
import { oneLine } from './common/controls.ts';
import { describeProblem, ProblemsError, UsageError, UserError } from './common/errors.ts';
import { inEnglish, type Translate } from './messages/messages.ts';

/** 1: what was asked for could not be given. 2: nothing can run as it is, or the words it was called with are wrong. */
export const refused = 1;
export const unusable = 2;

/** Says what is wrong, a line each, and returns the exit status that goes with it. */
export function sayWhatIsWrong(error: unknown, translate: Translate = inEnglish): number {
  if (error instanceof ProblemsError) {
    complain([
      ...error.problems.map((problem) => describeProblem(problem, translate)),
      ...moreOf(error.left, translate),
    ]);
    return unusable;
  }
  if (error instanceof UserError) {
    complain([translate(error.told.key, error.told.values)]);
    return error instanceof UsageError ? unusable : refused;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(translate('unexpected', { reason }).split('\n'));
  return refused;
}

/** The line that stands for problems of the sources that are not listed, if there are any. */
export function moreOf(left: number, translate: Translate): string[] {
  return left > 0 ? [translate('problems.more', { count: left })] : [];
}

/** Says lines on standard error, one harmless line each. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) {
    // Line ends and control characters could come from a file name or a value: one complaint stays one line.
    process.stderr.write(`${styleText('red', oneLine(line), { stream: process.stderr })}\n`);
  }
}

/** Ends the process: it says what is wrong and exits, whatever is still open. */
export function endWith(error: unknown): never {
  process.exit(sayWhatIsWrong(error));
}
