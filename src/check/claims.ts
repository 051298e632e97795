// What somebody writes becomes quotations to check: the words, and who is said to have said them.
import { begins, ends } from '../corpus/borders.ts';
import { headings } from '../corpus/label-book.ts';
import { labelAlone } from '../corpus/labels.ts';
import { particles } from '../corpus/particles.ts';
import type { Span } from '../corpus/passages.ts';
import { marksIn } from '../corpus/quotation-marks.ts';
import { readQuotations } from '../corpus/quotations.ts';

/** Words that are claimed to be a quotation. */
export interface Claim {
  readonly words: string;
  /** Who is said to have said them, as written. */
  readonly speaker?: string;
}

/** `isUnmarked`: no marks part the words from who is said to have said them, so that all of it may be the words. */
type Found = Claim & { readonly isUnmarked?: true };

/** Whether a text is somebody's name: then it is believed to be one even where no marks say so. */
export type IsName = (text: string) => boolean;

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

const verbs =
  'said|says|say|told|tells|added|adds|noted|notes|wrote|writes|tweeted|posted|stated|states|declared|declares|announced|warned|warns|insisted|insists|explained|stressed|argued|claimed|replied|responded';
/** The same in the other languages that are spoken here; English clauses are read whole elsewhere (statements). */
const otherVerbs = [
  'sagte|sagt|erklärte|erklärt|betonte|betont|schrieb|schreibt|meinte|meint|warnte|warnt|versicherte|versichert|forderte|fordert|fügte',
  'antwortete|erwiderte|bekräftigte|verkündete|kündigte',
  "(?:a|ont|avait|aurait|auraient|s[’']est|se sont)(?:-t-(?:il|elle))?\\s+(?:déclaré|dit|affirmé|confié|ajouté|expliqué|assuré|écrit|prévenu|lancé|indiqué|souligné|répondu|estimé|réjoui)e?s?",
  'déclare|déclarent|affirme|affirment|assure|assurent|explique|ajoute|souligne|écrit|répond|prévient|estime',
  'powiedział[ai]?|powiedzieli|oświadczył[ai]?|dodał[ai]?|stwierdził[ai]?|podkreślił[ai]?|napisał[ai]?|mówi|twierdzi|ostrzegł|ostrzegła|odpowiedział[ai]?|zaznaczył[ai]?|zapewnił[ai]?',
  'сказа(?:в|ла|ли|ло)|заяви(?:в|ла|ли|ло)|зазначи(?:в|ла|ли|ло)|дода(?:в|ла|ли)|повідоми(?:в|ла|ли|ло)|написа(?:в|ла|ли)|підкресли(?:в|ла|ли)|відпові(?:в|ла|ли)|наголоси(?:в|ла|ли)|каже|кажуть|стверджує',
].join('|');
const reporting = `${verbs}|${otherVerbs}`;
/** A name: up to six words without marks. */
const name =
  "(?<name>(?:the )?[\\p{L}\\p{N}][\\p{L}\\p{N}.’'-]*(?:[ ,]{1,2}[\\p{L}\\p{N}][\\p{L}\\p{N}.’'-]*){0,5})";
/** A name ends with a letter or a digit; the point behind it is the sentence's. */
const nameEnds = `(?<=[\\p{L}\\p{M}\\p{N}])${ends}`;
/** A verb of speech, or a colon, beside it makes any name a speaker; beside a dash alone it has to be a known one. */
const before: readonly Pattern[] = [
  said(`(?:^|[.!?\\n]\\s*)${name}\\s+(?:${reporting})[^:“”"\\n]{0,60}:\\s*$`),
  pattern(`(?:^|[.!?\\n]\\s*)${name}\\s*:\\s*$`, looksNamed),
  said(`(?:^|[.!?\\n]\\s*)${name}\\s+(?:${reporting})(?:\\s+that)?\\s*,?\\s*$`),
  // "… oświadczyła, że chodzi o „": what is said begins before the marks.
  said(
    `(?:^|[.!?\\n]\\s*)${name}\\s+(?:${otherVerbs})\\s*,?\\s*(?:dass|que|że|iż|що)\\s[^:“”„«»"\\n.]{0,80}$`,
  ),
  said(`${begins}according to\\s+${name}\\s*[,:]?\\s*$`),
];
const after: readonly Pattern[] = [
  known(`^\\s*[,.]?\\s*(?:—|–|--|-|~)\\s*${name}\\s*[.,]?\\s*(?:$|[\\n(])`),
  said(`^\\s*[,.]?\\s*(?:[—–-]\\s*)?(?:${reporting})\\s+${name}${nameEnds}`),
  said(`^\\s*[,.]?\\s*(?:[—–-]\\s*)?${name}\\s+(?:${reporting})${ends}`),
  said(`^\\s*[,.]?\\s*according to\\s+${name}${nameEnds}`),
  known(`^\\s*\\(\\s*${name}\\s*\\)`),
];

interface Pattern {
  readonly pattern: RegExp;
  /** Whether what nobody knows as a name looks like one here. */
  readonly looks: (found: string) => boolean;
}

function pattern(source: string, looks: Pattern['looks']): Pattern {
  return { pattern: new RegExp(source, 'iu'), looks };
}

function said(source: string): Pattern {
  return pattern(source, isSpeaker);
}

function known(source: string): Pattern {
  return pattern(source, () => false);
}

const pronoun = /^(?:he|she|it|they|i|we|you|who|this|that|and|but)$/iu;
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
/** So much beside a quotation can say whose it is; more would only take time. */
const nearBy = 160;

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

/** Who is said to have said a part of a text, by what stands beside it, not beyond `between`. */
export function speakerNear(text: string, span: Span, between: Span, isName: IsName): string | undefined {
  const head = text.slice(Math.max(between.start, span.start - nearBy), span.start);
  const tail = text.slice(span.end, Math.min(between.end, span.end + nearBy));
  // Beside a quotation on the same line: what another line says belongs to that line, but for a signature.
  const ownHead = head.slice(head.lastIndexOf('\n') + 1);
  const behind = tail.trimStart();
  const signature = /^[-—–~]/u.test(behind) && tail.slice(0, tail.length - behind.length).includes('\n');
  return speakerBeside(ownHead, signature ? behind : (tail.split('\n', 1)[0] ?? ''), isName, false);
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

/** The speaker whom the words before or behind a quotation name; `alone`: where these words are nothing else. */
function speakerBeside(head: string, tail: string, isName: IsName, alone: boolean): string | undefined {
  const beside = [
    [after, tail.slice(0, nearBy)],
    [before, head.slice(-nearBy)],
    // "I like this. Petrov: …": the name may look as if it began with the sentence before.
    [before, alone ? '' : lastSentence(head.slice(-nearBy))],
  ] as const;
  for (const [patterns, text] of beside) {
    for (const pattern of patterns) {
      const found = speakerIn(text, pattern, isName, alone);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function speakerIn(
  text: string,
  { pattern, looks }: Pattern,
  isName: IsName,
  alone: boolean,
): string | undefined {
  const match = pattern.exec(text);
  const found = match?.groups?.['name']?.trim() ?? '';
  if (!match || (alone && !isAll(match, text))) return undefined;
  if (isName(found) || looks(found)) return found;
  return alone
    ? undefined
    : shorterOf(found).find((each) => isName(each) || (looks(each) && isFullName(each)));
}

/** What goes on behind a name with a comma, or with a word of grammar: "Friedrich Merz | am Samstag", "Ada Holm, | présidente". */
function shorterOf(found: string): string[] {
  const ends = [...found.matchAll(/(?<=[\p{L}\p{M}])(?:,\s|\s(?=\p{Ll}{1,3}[\s,]))/gu)];
  return ends.map(({ index }) => found.slice(0, index)).toReversed();
}

function lastSentence(text: string): string {
  return /[^.!?]*$/u.exec(text.trimStart())?.[0].trimStart() ?? '';
}

/** Whether a speaker is named right before words or right behind them, by a clause, a colon or a dash. */
export function hasSpeakerBeside(head: string, tail: string): boolean {
  return speakerBeside(head, tail, isSpeaker, false) !== undefined;
}

/** Whether a clause is all that there is: what stands before it, or in a sentence behind it, would be lost. */
function isAll(match: RegExpExecArray, text: string): boolean {
  const rest = text.slice(match.index + match[0].length);
  return match.index === 0 && text.length < nearBy && !/[.!?]\s*[^\s.!?]/u.test(rest);
}

/** A name has capitals in all its words but particles; a role is "the diplomatic source". */
function isSpeaker(found: string): boolean {
  if (pronoun.test(found)) return false;
  return properName.test(found) || /^the [\p{L} ]{3,40}$/iu.test(found) || /^\p{Lo}+$/u.test(found);
}

/** Names have no more words. */
const longestName = 5;
const calls = new Set(
  'wow look listen hey hi hello ok okay yes no so well oh ah hm true false quote quotes quoted caption edit news alert exclusive reminder question answer opinion analysis headline source sources statement correction translation transcript'.split(
    ' ',
  ),
);

/** One to five words with capitals, particles between them: "Ursula von der Leyen". No heading, no call: "Wow". */
function looksNamed(found: string): boolean {
  const words = found.replace(/^the /iu, '').split(/\s+/u);
  const heads = words.some((word) => [headings, calls].some((set) => set.has(word.toLowerCase())));
  if (heads || words.length > longestName || pronoun.test(found)) return false;
  const capitals = words.map((word) => /^\p{Lu}[\p{L}\p{M}.’'-]*$/u.test(word));
  return (
    capitals[0] === true &&
    capitals.at(-1) === true &&
    words.every((word, at) => capitals[at] || particles.has(word))
  );
}

const properName = new RegExp(
  `^(?:the )?\\p{Lu}[\\p{L}\\p{N}.’'-]*(?:[ ,]{1,2}(?:\\p{Lu}[\\p{L}\\p{N}.’'-]*|${[...particles, 'of', 'the'].join('|')}))*$`,
  'u',
);

/** Two names at least: a word and a colon may head anything. */
const isFullName = (found: string): boolean => /\S\s+\S/u.test(found.trim()) && looksNamed(found.trim());

function isSpeakerInCapitals(found: string): boolean {
  return (
    !pronoun.test(found) &&
    (looksNamed(found) ||
      /^the (?:\p{Ll}+ )?(?:source|official|spokesman|spokeswoman|minister|president)$/iu.test(found))
  );
}

function named(match: RegExpExecArray | null, isName: IsName, looks: IsName): Found | undefined {
  const { name: found = '', words = '' } = match?.groups ?? {};
  const [only, ...others] = markedIn(words);
  const isSure = isName(found);
  if (found === '' || !(isSure || looks(found))) return undefined;
  const bare = only && others.length === 0 && only.start === 0 && only.end === words.trim().length;
  const claimed = { words: bare ? inside(words, only) : words, speaker: found.trim() };
  return isSure && /^[^:]*:/u.test(match?.[0].slice(found.length) ?? '')
    ? claimed
    : { ...claimed, isUnmarked: true };
}

/** A transcript's paragraph as it stands there: "THE PRESIDENT: …"; "Q" may be anybody who asks. */
function labelled(text: string): Claim | undefined {
  const label = labelAlone(text);
  const words = text.slice(label?.end ?? 0);
  if (!label || !spoken.test(words)) return undefined;
  return claim(words, label.name === 'Q' ? undefined : label.name);
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
  return text.slice(start + (marks[0]?.end ?? 0), start + (marks.at(-1)?.start ?? end));
}
