// Each quotation of a text is checked: as a whole where it stands together in the sources, else each part that stands for itself.
import type { Check } from '../check/check.ts';
import { claimOf } from '../check/claims.ts';
import type { IsName } from '../check/speakers/speaker-beside.ts';
import { wordsOf } from '../check/words/words.ts';
import { fits } from '../common/typed.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import type { PassedOver } from './found.ts';
import { fewWords, isWhole, leads, passedOverAs } from './kinds.ts';
import { type Part, type Quotation, quotationsIn, type ReadText } from './quotations.ts';

export interface Checking {
  readonly check: (words: string, options: { speaker: string | undefined; beside: string }) => Check;
  readonly isName: IsName;
}

/** A quotation with its check; places are of the surface. */
export interface Judged {
  readonly parts: readonly Part[];
  readonly words: string;
  readonly speaker: string | undefined;
  readonly clause: Span | undefined;
  readonly check: Check;
}

export interface Sorted {
  readonly judged: readonly Judged[];
  readonly passedOver: readonly PassedOver[];
}

/** Nobody quotes somebody who quotes somebody who quotes somebody. */
const deepest = 2;

/** One quotation as it is written, checked; what is none is passed over. `depth`: how many others it stands in. */
export function judge(quotation: Quotation, checking: Checking, read: ReadText, depth = 0): Sorted {
  const { parts, isBlock, spoken } = quotation;
  const [first] = parts;
  if (!first) return { judged: [], passedOver: [] };
  const words = joined(parts);
  const standing = { ...besides(parts), spoken };
  const why = isBlock && wordsOf(words).length > 1 ? undefined : passedOverAs(words, standing);
  if (why !== undefined) return { judged: [], passedOver: [passed(parts, words, why)] };
  const found = together(quotation, checking);
  const isShort = !spoken && !isBlock && wordsOf(words).length < fewWords;
  const isTerm = isShort && !isWhole(words) && !leads(words, standing);
  if (isTerm && found.every(({ check }) => check.verdict === 'not-found'))
    return { judged: [], passedOver: [passed(parts, words, 'term')] };
  const inner = found.flatMap((one) =>
    one.check.verdict === 'not-found' && depth < deepest ? within(one, checking, read, depth + 1) : [],
  );
  // A block quotation that is somebody's own text, with quotations in it, is none itself.
  const isShell = (one: Judged): boolean => isBlock && one.check.verdict === 'not-found' && inner.length > 0;
  return { judged: [...found.filter((one) => !isShell(one)), ...inner], passedOver: [] };
}

function passed(parts: readonly Part[], words: string, why: PassedOver['why']): PassedOver {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0, words, why };
}

function joined(parts: readonly Part[]): string {
  return parts.map(({ words }) => words).join(' ');
}

/** As one where the words stand together, or where a clause stands amid a sentence; else sentence by sentence. */
function together(quotation: Quotation, checking: Checking): Judged[] {
  const { parts } = quotation;
  const runs = runsOf(parts);
  if (fits(joined(parts), 'quotation')) {
    const whole = checked(parts, quotation, checking);
    if (runs.length === 1 || isAsItStands(whole.check)) return [whole];
    const each = runs.map((run) => checked(run, quotation, checking));
    return each.some(({ check }) => check.verdict !== 'not-found') ? each : [whole];
  }
  return parts.map((part) => checked([part], quotation, checking));
}

function isAsItStands({ verdict, differences }: Check): boolean {
  return verdict !== 'not-found' && verdict !== 'joined' && differences.length === 0;
}

/** Parts between which no sentence ends belong together. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && !beginsAnew(before, part)) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** “We stay,” Berg said. “We vote.”: the sentence ends inside of the marks, or behind the clause. */
function beginsAnew(before: Part, part: Part): boolean {
  if (/^[\p{Ll}…]/u.test(part.words)) return false;
  const { text, start } = before.passage;
  const between = part.passage === before.passage ? text.slice(before.end - start, part.start - start) : '';
  return /[.!?…]["”’»)\]]*$/u.test(before.words) || /[.!?:]\s*$/u.test(between);
}

function checked(parts: readonly Part[], quotation: Quotation, { check, isName }: Checking): Judged {
  const { clause } = quotation;
  // A block may hold marks of its own, and who said it below.
  const own = quotation.isBlock ? claimOf(joined(parts), isName) : { words: joined(parts) };
  const speaker = own.speaker ?? quotation.speaker;
  const { words } = own;
  return { parts, words, speaker, clause, check: check(words, { speaker, beside: besideOf(parts) }) };
}

/** So much of a sentence around a quotation can say of which year it is. */
const nearBy = 160;

function besideOf(parts: readonly Part[]): string {
  const { before, behind } = besides(parts);
  const head = /[^.!?\n]*$/u.exec(before.slice(-nearBy))?.[0] ?? '';
  return `${head} ${/^[^.!?\n]*/u.exec(behind.slice(0, nearBy))?.[0] ?? ''}`.trim();
}

/** What stands before a quotation and behind it in its paragraphs. */
function besides(parts: readonly Part[]): { readonly before: string; readonly behind: string } {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return { before: '', behind: '' };
  return {
    before: first.passage.text.slice(0, first.start - first.passage.start),
    behind: last.passage.text.slice(last.end - last.passage.start),
  };
}

/** The quotations inside of one that is not found: somebody else's words that quote. */
function within({ parts }: Judged, checking: Checking, read: ReadText, depth: number): Judged[] {
  const inner = parts.flatMap(({ passage, start, end, words }): Passage[] => {
    const at = passage.text.indexOf(words, start - passage.start);
    if (at < 0 || words === '') return [];
    const from = passage.start + at;
    return [{ ...passage, start: from, end: Math.min(end, from + words.length), text: words }];
  });
  return quotationsIn(inner, { ...read, statements: [] }).flatMap(
    (quotation) => judge(quotation, checking, { ...read, statements: [] }, depth).judged,
  );
}
