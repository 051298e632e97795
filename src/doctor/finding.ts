// What the doctor finds: of each check how it stands, in one line, which says what to do where something is wrong.
import { oneLine } from '../common/controls.ts';
import { describeProblem, ProblemsError, UserError } from '../common/errors.ts';
import { inEnglish, type MessageKey, type MessageValues } from '../messages/messages.ts';

/** `warn`: the bot runs, but not as it might; `fail`: it does not run, or does not do what it is there for. */
export const states = ['ok', 'warn', 'fail'] as const;
export type State = (typeof states)[number];

export type CheckName =
  | 'settings'
  | 'documents'
  | 'model'
  | 'recognition'
  | 'search'
  | 'store'
  | 'token'
  | 'clock'
  | 'application'
  | 'commands'
  | 'gateway'
  | 'mentions'
  | 'channels';

export interface Finding {
  readonly check: CheckName;
  readonly state: State;
  readonly text: string;
}

export function found(check: CheckName, state: State, key: MessageKey, values: MessageValues = {}): Finding {
  // A part of it may come from SQLite, the system or a file.
  return { check, state, text: oneLine(inEnglish(key, values)) };
}

/** What was thrown, as findings: a problem or a refusal says what to do, anything else is told as it came. */
export function failed(check: CheckName, error: unknown, state: State = 'fail'): Finding[] {
  if (error instanceof ProblemsError)
    return error.problems.map((problem) => ({ check, state, text: oneLine(describeProblem(problem)) }));
  if (error instanceof UserError)
    return [{ check, state, text: inEnglish(error.told.key, error.told.values) }];
  const reason = error instanceof Error ? error.message : String(error);
  return [found(check, state, 'doctor.unexpected', { reason })];
}
