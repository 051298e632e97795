// How much of each kind may be typed, one number for Discord's options, for the terminal and for the library. What is longer is
// refused with the number; what is offered while somebody types goes by the beginning.

import type { MessageKey } from '../messages/messages.ts';
import { UserError } from './errors.ts';

/** In UTF-16 code units, as Discord counts. */
export const mostTyped = {
  /** Of a question some 600 are read (search/normalise.ts); a greeting and a story before it may stand there. */
  question: 1_000,
  /** Words of a quotation that is looked for: a paragraph. */
  words: 1_000,
  /** Discord takes no more in an option; a longer text is a document. */
  quotation: 6_000,
  /** A text that is checked as a whole: as much as a source may have. */
  text: 1_000_000,
  /** A document's title and its paragraphs. */
  citation: 200,
  /** Of a party, a person, a proposal, a joint statement or a part of it. */
  name: 100,
  /** Its id or its title, which may be a sentence. */
  document: 200,
  topic: 200,
  /** Why a document is corrected or withdrawn: what a message shows beside a citation. */
  reason: 500,
  /** "2026-01-05 18:30 UTC", "Wednesday, 5 January 2026, 6:30 p.m." */
  time: 60,
} as const;

type Kind = keyof typeof mostTyped;
/** What is refused with a sentence of its own elsewhere. */
type Told = Exclude<Kind, 'time' | 'reason'>;

const refusals: Readonly<Record<Told, MessageKey>> = {
  question: 'typed.question',
  words: 'typed.words',
  quotation: 'check.tooLong',
  text: 'typed.text',
  citation: 'typed.citation',
  name: 'typed.name',
  document: 'typed.name',
  topic: 'typed.topic',
};

export function fits(typed: string, kind: Kind): boolean {
  return typed.length <= mostTyped[kind];
}

/** What was typed, where it is not too long. Throws `UserError` with the number and what to do. */
export function within(typed: string, kind: Told): string {
  if (fits(typed, kind)) return typed;
  throw tooLong(typed.length, kind);
}

export function tooLong(count: number, kind: Told): UserError {
  return new UserError({ key: refusals[kind], values: { count, most: mostTyped[kind] } });
}

/** The beginning of what is being typed: a keystroke is not refused. */
export function begun(typed: string, kind: Kind): string {
  return fits(typed, kind) ? typed : typed.slice(0, mostTyped[kind]).toWellFormed();
}
