// What somebody writes becomes quotations to check: the words, and who is said to have said them.
import { labelAlone } from '../corpus/labels/labels.ts';
import type { Span } from '../corpus/passages.ts';
import { marksIn } from '../corpus/text/quotation-marks.ts';
import { readQuotations } from '../corpus/text/quotations.ts';
import {
  type IsName,
  isFullName,
  looksNamed,
  nearBy,
  pronoun,
  speakerBeside,
  speakerNear,
  verbs,
} from './speakers/speaker-beside.ts';

/** Words that are claimed to be a quotation. */
export interface Claim {
  readonly words: string;
  /** Who is said to have said them, as written. */
  readonly speaker?: string;
}

/** `isUnmarked`: no marks part the words from who is said to have said them, so that all of it may be the words. */
type Found = Claim & { readonly isUnmarked?: true };

const spoken = /[\p{L}\p{N}]/u;

/** Straight marks with a space inside of both: in print they would close and open there, typed they do as one sees. */
const loose = /(?<!\S)"(?=\s)[^"]*"(?<=\s")(?![\p{L}\p{N}])/gu;

/** What stands between quotation marks, marks included, as sources are read. Marks that never close open nothing. */
function markedIn(text: string): Span[] {
  const read = readQuotations(text).filter(({ closed }) => closed);
  const typed = [...text.matchAll(loose)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
  return (read.length > 0 ? read : typed).filter(({ start, end }) => spoken.test(text.slice(start, end)));
}
/** "…," she noted: a clause that names nobody. */
const pronounClause = new RegExp(`^\\s*[,.]?\\s*(?:he|she|it|they)\\s+(?:${verbs})\\s*[.,]?\\s*$`, 'iu');
/** "BREAKING: …" calls out, and names nobody. */
const callOut = /^\p{Lu}{3,}(?:[ !]+\p{Lu}{3,}){0,2}[ !]*:\s*$/u;
const unmarkedName = /^(?<name>[^:\n“”"]{2,60}):\s+(?<words>.+)$/su;
/**
 * "Tomas Berg said (that) …", without marks: a verb in small letters that is no noun ("The United States force", "member states"), and
 * words enough to be quoted ("Russia warned Ukraine").
 */
const sayingVerbs = verbs
  .split('|')
  .filter((verb) => !/^(?:states|notes|posted)$/u.test(verb))
  .join('|');
const unmarkedClause = new RegExp(
  `^(?<name>(?:[Tt]he )?\\p{L}[\\p{L}\\p{N}.’'-]*(?: \\p{L}[\\p{L}\\p{N}.’'-]*){0,4}?) (?:${sayingVerbs})(?: that)?\\s*[,:]?\\s+(?<words>[^“”„«»"\\s]+(?:\\s+[^“”„«»"\\s]+){3,}\\s*)$`,
  'su',
);
const unmarkedDash = /(?:\n\s*[-—–~]+|\s[—–])\s*(?<name>[^\n“”"—–]{2,60})$/u;

/** Reads one quotation: without its own marks, and with the speaker that stands beside it. */
export function claimOf(text: string, isName: IsName): Found {
  const whole = text.trim();
  const [only, ...others] = markedIn(whole);
  const marked = only && others.length === 0 ? markedClaim(whole, only, isName) : undefined;
  if (marked) return marked;
  // All in capitals nothing looks like a name.
  if (!/\p{Ll}/u.test(whole)) return { words: whole };
  return (
    named(unmarkedName.exec(whole), isName, isFullName) ??
    signed(whole, isName) ??
    labelled(whole) ??
    named(unmarkedClause.exec(whole), isName, isSpeakerInCapitals) ?? { words: whole }
  );
}

/** What stands between marks, where all beside them is a clause that says who said it; undefined where it is more. */
function markedClaim(whole: string, marked: Span, isName: IsName): Claim | undefined {
  const head = whole.slice(0, marked.start);
  const tail = whole.slice(marked.end);
  const [before, behind] = [spoken.test(head), spoken.test(tail)];
  if (before && behind) return undefined;
  const words = inside(whole, marked);
  if (!(before || behind) || callOut.test(head) || isPronounClause(tail)) return { words };
  const speaker = /\p{Ll}/u.test(whole) ? speakerBeside(head, tail, isName, true) : undefined;
  return speaker === undefined ? undefined : { words, speaker };
}

/** What is longer than what can say whose a quotation is, is no clause: white space without end would be tried at each place. */
function isPronounClause(tail: string): boolean {
  return tail.length <= nearBy && pronounClause.test(tail);
}

/** All quotations of a message: those in block quotes and between marks; where there are none, the whole of it. */
export function claimsIn(message: string, isName: IsName): Claim[] {
  const claims = partsOf(message).flatMap(({ text, block }) => {
    if (block) return [claimOf(text, isName)];
    return markedClaims(text, isName);
  });
  const worded = claims.filter(({ words }) => spoken.test(words));
  if (worded.length > 0) return worded;
  return spoken.test(message) ? [claimOf(message, isName)] : [];
}

function markedClaims(text: string, isName: IsName): Claim[] {
  const marked = markedIn(text);
  return marked.map((span, index) => {
    const between = { start: marked[index - 1]?.end ?? 0, end: marked[index + 1]?.start ?? text.length };
    return claim(inside(text, span), speakerNear(text, span, between, isName));
  });
}

interface Part {
  readonly text: string;
  readonly block: boolean;
}

/** A message in lines of block quotes ("> …", or everything behind ">>> ") and all others. */
function partsOf(message: string): Part[] {
  const parts: { text: string; block: boolean }[] = [];
  let rest = false;
  for (const line of message.split('\n')) {
    const opens = /^\s*>>>\s/u.test(line);
    const block = rest || opens || /^\s*>\s/u.test(line);
    rest ||= opens;
    const bare = block ? line.replace(/^\s*(?:>>>|>)\s/u, '') : line;
    const last = parts.at(-1);
    const signs = last?.block === true && /^\s*[-—–~]+\s*\p{L}/u.test(line);
    if (last && (last.block === block || signs)) last.text += `\n${bare}`;
    else parts.push({ text: bare, block });
  }
  return parts;
}

function isSpeakerInCapitals(found: string): boolean {
  return (
    !pronoun.test(found) &&
    (looksNamed(found) ||
      /^the (?:\p{Ll}+ )?(?:source|official|spokesman|spokeswoman|minister|president)$/iu.test(found))
  );
}

function named(match: RegExpExecArray | null, isName: IsName, looks: IsName): Found | undefined {
  const { name: found = '', words = '' } = match?.groups ?? {};
  const [only] = markedIn(words);
  const isSure = isName(found);
  if (!match || !(isSure || looks(found))) return undefined;
  const bare = only?.start === 0 && only.end === words.trim().length;
  const claimed = { words: bare ? inside(words, only) : words, speaker: found.trim() };
  const between = match[0].slice(found.length, -words.length);
  return isSure && between.includes(':') ? claimed : { ...claimed, isUnmarked: true };
}

/** A transcript's paragraph as it stands there: "THE PRESIDENT: …"; "Q" may be anybody who asks. */
function labelled(text: string): Claim | undefined {
  const label = labelAlone(text);
  const words = text.slice(label?.end ?? 0);
  if (!label || !spoken.test(words)) return undefined;
  return claim(words, label.name === 'Q' ? undefined : label.name);
}

/** All of a text as what was quoted, but the letter before a question: nobody's words. */
export function wholeOf(text: string): string {
  const label = labelAlone(text.trim());
  return label?.name === 'Q' ? text.trim().slice(label.end) : text;
}

/** `words — Name` without marks. */
function signed(text: string, isName: IsName): Found | undefined {
  const from = Math.max(0, text.length - nearBy);
  const match = unmarkedDash.exec(text.slice(from));
  const found = match?.groups?.['name'] ?? '';
  if (!match || found === '') return undefined;
  const signature = { words: text.slice(0, from + match.index).trim(), speaker: found.trim() };
  if (isName(found)) return signature;
  return isFullName(found) ? { ...signature, isUnmarked: true } : undefined;
}

function claim(words: string, speaker: string | undefined): Claim {
  return speaker === undefined ? { words } : { words, speaker };
}

/** What stands between marks, each of which may be two strokes: "``". */
export function inside(text: string, { start, end }: Span): string {
  const marks = marksIn(text.slice(start, end));
  const last = marks.at(-1);
  // What goes on in the next paragraph has no mark at its end.
  const isClosed = marks.length > 1 && last?.end === end - start;
  return text.slice(start + (marks[0]?.end ?? 0), isClosed ? start + last.start : end);
}
