// Who said a part of a passage, in the source's words: the reporting clause of the statement that it belongs to.
import type { Passage, Span } from '../corpus/passages.ts';
import { statementsAround } from './at.ts';
import type { Statement } from './statement.ts';

/** Who said something, in the source's words, and the name that a pronoun in them stands for. */
export interface Saying {
  readonly clause: string | undefined;
  readonly resolved: string | undefined;
}

/** With less of it said by somebody, a part is not theirs: of "Kyiv waits, and some object" nobody has said the whole. */
const saidShare = 0.6;

/**
 * The clause of the statement that a part of a passage is, or else its speaker; nothing where the part holds more of the
 * document's own words, or of somebody else's, than that.
 */
export function saying(statements: readonly Statement[], passage: Passage, part: Span): Saying {
  const found = overlapping(statements, passage, part);
  const [best] = found.filter(({ statement }) => saysIn(statement, passage, part));
  const own = found.filter(({ statement }) => best && isAlike(statement, best.statement));
  const shared = own.reduce((sum, each) => sum + each.shared, 0);
  const isTheirs = shared >= saidShare * (part.end - part.start);
  const { clause, speaker } = (isTheirs && best?.statement) || {};
  return {
    clause: clause ? passage.document.text.slice(clause.start, clause.end) : speaker?.text,
    resolved: speaker?.resolved,
  };
}

/** With less of it in a statement, a part is not that statement: beside the words said stand the document's own. */
const leastShare = 0.8;

/**
 * The statement that a part of a passage is: with its clause it makes up nearly all of the part. Where several do
 * together, one of them, if all were told alike of the same speaker.
 */
export function spoken(
  statements: readonly Statement[],
  passage: Passage,
  part: Span,
): Statement | undefined {
  const found = overlapping(statements, passage, part);
  const [best, ...others] = found;
  const shared = found.reduce((sum, each) => sum + each.shared, 0);
  if (!best || shared < leastShare * (part.end - part.start)) return undefined;
  return others.every((other) => isAlike(other.statement, best.statement)) ? best.statement : undefined;
}

function isAlike(a: Statement, b: Statement): boolean {
  if (a.direct !== b.direct || a.speaker?.kind !== b.speaker?.kind) return false;
  return nameOf(a) === nameOf(b);
}

function nameOf({ speaker }: Statement): string | undefined {
  return speaker?.person ?? speaker?.party ?? speaker?.resolved ?? speaker?.text;
}

/** The statements that share words with a part of a passage, those with the most first. */
function overlapping(statements: readonly Statement[], passage: Passage, part: Span) {
  const place = { start: passage.start + part.start, end: passage.start + part.end };
  return statementsAround(statements, place)
    .map((statement) => ({ statement, shared: sharedWith(statement, place) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
}

/** Whether words of a statement itself stand in a part, and not only its clause. */
function saysIn({ spans }: Statement, passage: Passage, part: Span): boolean {
  const place = { start: passage.start + part.start, end: passage.start + part.end };
  return spans.some((span) => overlap(span, place) > 0);
}

/** How many characters of a statement, its clause included, lie within a place. */
function sharedWith({ spans, clause }: Statement, place: Span): number {
  const parts = clause ? [...spans, clause] : spans;
  return parts.reduce((sum, span) => sum + overlap(span, place), 0);
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
