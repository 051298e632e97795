// Who said the words that are shown, on one line: by the reporting clause in the source's own words, or by the speaker alone.
import type { Passage } from '../corpus/passages.ts';
import type { Translate } from '../messages/messages.ts';
import type { Said } from '../statements/remembered.ts';
import { speakerOf } from './quoted.ts';

/** A longer clause that stands in the passage shown is not repeated below it; its speaker is named. */
const longestRepeated = 60;

/** Whether a clause would only repeat what stands in the words above it. */
export function isRepeated(clause: string, shown: string): boolean {
  return clause.length > longestRepeated && shown.includes(clause);
}

/** How names and clauses of a source are put into a line of ours. */
export type Write = (words: string) => string;

/** Undefined where the words are nobody's speech. */
export function whoSaid(
  { clause, resolved, quoted, isRead, statement }: Said,
  { text }: Pick<Passage, 'text'>,
  translate: Translate,
  write: Write = (words) => words,
): string | undefined {
  if (clause === undefined || clause === '')
    return quoted ? translate(isRead ? 'said.not' : 'said.unread') : undefined;
  if (!isRepeated(clause, text)) return clauseTold(clause, resolved, translate, write);
  return statement && translate('check.speaker', { speaker: write(speakerOf(statement, translate)) });
}

/** A reporting clause; whom a pronoun in it stands for is in brackets. */
export function clauseTold(
  clause: string,
  resolved: string | undefined,
  translate: Translate,
  write: Write = (words) => words,
): string {
  const values = { clause: write(clause) };
  if (resolved === undefined) return translate('said.by', values);
  return translate('said.byPronoun', { ...values, resolved: write(resolved) });
}
