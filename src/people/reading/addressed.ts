// Whom a first name means that only those say who talk with somebody: "Thank you, Jeff" behind the words of "MR. ZIENTS", "Back to you, Jeff"
// before them.

import type { Steps } from '../../common/steps.ts';
import type { Document } from '../../corpus/document.ts';
import { linesOf } from '../../corpus/labels/labels.ts';
import { givenName } from '../../corpus/names/given-names.ts';
import type { Passage } from '../../corpus/passages.ts';
import { lowOf, wordsIn } from './words.ts';

/** A first name as it is written, with the last word of the label of whoever is called so, folded. */
export interface Addressed {
  readonly text: string;
  readonly label: string;
}

interface Turn {
  readonly label: string;
  readonly text: string;
}

/** So much of a turn is said to whoever spoke before, or to whoever speaks next. */
const reach = 90;
const opening = /^[^.!?]{0,40}?\b[Tt]hank(?:s| you)(?: (?:so|very) much)?,? (?<name>\p{Lu}\p{Ll}+)(?=[.,!])/u;
const closing = /\b(?:[Bb]ack|[Oo]ver) to(?: you)?,? (?<name>\p{Lu}\p{Ll}+)[.!]?\s*$/u;
/** Once may be meant for somebody else in the room. */
const least = 2;

/** The first names by which those of a transcript call each other, each of which means one of them again and again. */
export function* addressedSteps(document: Document, passages: readonly Passage[]): Steps<Addressed[]> {
  if (document.kind === 'news') return [];
  const turns = yield* turnSteps(passages);
  const votes: Addressed[] = [];
  for (const [at, { text }] of turns.entries()) {
    votes.push(...voteFor(opening.exec(greeted(text)), turns[at - 1]));
    votes.push(...voteFor(closing.exec(text.slice(-reach)), turns[at + 1]));
    yield;
  }
  return [...Map.groupBy(votes, ({ text }) => text).values()].flatMap((same) => {
    const [first] = same;
    const isOne = first && same.length >= least && same.every(({ label }) => label === first.label);
    return isOne && first.label !== '' ? [first] : [];
  });
}

/** Without "Good morning.": thanks stand behind it. */
function greeted(text: string): string {
  return text
    .slice(0, reach)
    .replace(
      /^(?:\s*(?:good (?:morning|afternoon|evening)|hi|hello|great|yeah|ok|okay)[^.!?,]*[.!?,]\s*)+/iu,
      '',
    );
}

function voteFor(found: RegExpExecArray | null, turn: Turn | undefined): Addressed[] {
  const text = found?.groups?.['name'];
  if (text === undefined || !turn || givenName(lowOf(text)) === undefined) return [];
  return [{ text, label: turn.label }];
}

/** What each speaker says in a row; without a name where the label has none. */
function* turnSteps(passages: readonly Passage[]): Steps<Turn[]> {
  const turns: { label: string; text: string }[] = [];
  for (const passage of passages) {
    for (const { label, words, end } of linesOf(passage)) {
      const said = passage.text.slice(words - passage.start, end - passage.start);
      const last = turns.at(-1);
      const name = label?.kind === 'named' ? (wordsIn(label.text).at(-1)?.low ?? '') : '';
      if (label) turns.push({ label: name, text: said });
      else if (last) last.text += ` ${said}`;
    }
    yield;
  }
  return turns;
}
