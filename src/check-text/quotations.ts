// The quotations of a text: what stands between marks and in block quotations, put together where a clause or a paragraph's end parts it.
import { inside } from '../check/claims.ts';
import { type IsName, speakerNear } from '../check/speakers/speaker-beside.ts';
import { wordsOf } from '../check/words/words.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { type Quoted, readQuotations } from '../corpus/text/quotations.ts';
import { statementsAround } from '../statements/at.ts';
import type { Statement } from '../statements/statement.ts';

/** One pair of marks, or a paragraph of a quotation that goes on in the next; places are of the surface, marks included. */
export interface Part extends Span {
  /** What stands between the marks. */
  readonly words: string;
  readonly passage: Passage;
  readonly closed: boolean;
  /** From the quotation before it to the one behind it, in its paragraph: what stands there may say who spoke. */
  readonly room: Span;
}

/** Parts that one clause governs, in order, and who is said to have spoken. */
export interface Quotation {
  readonly parts: readonly Part[];
  readonly speaker: string | undefined;
  readonly clause: Span | undefined;
  /** Whether a clause says who spoke all of it. */
  readonly spoken: boolean;
  /** A block quotation, whose marks are not the writer's. */
  readonly isBlock: boolean;
}

export interface ReadText {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly isName: IsName;
}

/** The quotations in some passages of a text, in order. */
export function quotationsIn(passages: readonly Passage[], read: ReadText): Quotation[] {
  const parts = passages.flatMap(partsOf);
  const grouped = new Map<Statement | Part, Part[]>();
  let before: Part | undefined;
  let owner: Statement | Part | undefined;
  for (const part of parts) {
    const statement = statementOf(part, read.statements);
    const goesOn = before && (goesOnIn(before, part) || isParted(before, part, read));
    const own: Statement | Part = goesOn && owner ? owner : (statement ?? part);
    const group = grouped.get(own);
    if (group) group.push(part);
    else grouped.set(own, [part]);
    [before, owner] = [part, own];
  }
  return [...grouped].flatMap(([owner, group]) => quotationOf(owner, group, read));
}

/** A quotation that was left open goes on where the next paragraph opens with one. */
function goesOnIn(before: Part, part: Part): boolean {
  return !before.closed && part.start === part.passage.start;
}

/** No clause amid a sentence is longer. */
const longestClause = 100;

/** “It will be up to Ukraine,” the leaders said, “to make decisions”: nothing but a clause stands between. */
function isParted(before: Part, part: Part, { text, isName }: ReadText): boolean {
  if (before.passage !== part.passage || !/^\p{Ll}/u.test(part.words)) return false;
  const between = text.slice(before.end, part.start);
  const isClause =
    between.length <= longestClause && /\p{L}/u.test(between) && /^[^.!?;:]*[,–—-]\s*$/u.test(between);
  return isClause && (opensSentence(before) || spokenNear(before, part, text, isName));
}

/** "International borders", it runs, "must not be changed": the first part opens a sentence that the second ends. */
function opensSentence({ passage, start, words }: Part): boolean {
  const before = passage.text.slice(0, start - passage.start).slice(-20);
  return /(?:^|[.!?…:]["”“»’)]*\s+)$/u.test(before) && /^\p{Lu}/u.test(words) && !/[.!?…]$/u.test(words);
}

function spokenNear(before: Part, part: Part, text: string, isName: IsName): boolean {
  return speakerNear(text, before, { start: before.start, end: part.start }, isName) !== undefined;
}

function partsOf(passage: Passage): Part[] {
  const all = readQuotations(passage.text);
  return all.flatMap((quoted, at) => {
    const room = {
      start: passage.start + (all[at - 1]?.end ?? 0),
      end: passage.start + (all[at + 1]?.start ?? passage.text.length),
    };
    const words = wordsIn(passage, quoted);
    const { start, end, closed } = quoted;
    const place = { start: passage.start + start, end: passage.start + end };
    return wordsOf(words).length > 0 ? [{ ...place, words, passage, closed, room }] : [];
  });
}

/** What stands between the marks; one that goes on in the next paragraph has none at its end. */
function wordsIn({ text }: Passage, { start, end, closed }: Quoted): string {
  if (closed) return inside(text, { start, end }).trim();
  return text
    .slice(start, end)
    .replace(/^[^\p{L}\p{N}[(…$]+/u, '')
    .trim();
}

/** The statement that a part belongs to; one that only tells what somebody said may hold parts that are no quotations. */
function statementOf(part: Part, statements: readonly Statement[]): Statement | undefined {
  const around = statementsAround(statements, part);
  return around.find(({ spans }) => spans.some(({ start, end }) => start < part.end && part.start < end));
}

const reflexive = /^(?:him|her|it|them)sel(?:f|ves)$/iu;

function quotationOf(owner: Statement | Part, parts: readonly Part[], read: ReadText): Quotation[] {
  const isBlock = read.text[parts[0]?.start ?? 0] === '「';
  if (!('speaker' in owner)) return parts.length > 0 ? [alone(parts, isBlock, read)] : [];
  const { speaker, clause, direct } = owner;
  // Of words that are partly quoted each quotation stands for itself.
  const groups = direct === true ? [parts] : parts.map((part) => [part]);
  return groups.map((group) => {
    // "Trump himself wrote": whom it stands for was not read.
    if (!speaker || reflexive.test(speaker.text)) return alone(group, isBlock, read);
    const named = { speaker: speaker.resolved ?? speaker.text, clause };
    return { parts: group, ...named, spoken: direct === true, isBlock };
  });
}

/** No clause was read: a name beside it may tell. */
function alone(parts: readonly Part[], isBlock: boolean, { text, isName }: ReadText): Quotation {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return { parts, speaker: undefined, clause: undefined, spoken: false, isBlock };
  const span = { start: first.start, end: last.end };
  const between = { start: first.room.start, end: last.room.end };
  const speaker = speakerNear(text, span, between, isName);
  return { parts, speaker, clause: undefined, spoken: speaker !== undefined, isBlock };
}
