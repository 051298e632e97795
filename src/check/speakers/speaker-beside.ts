// Who is said to have said a quotation, by what stands right beside it: a clause, a colon, a dash, a name in brackets.

import { headings } from '../../corpus/labels/label-book.ts';
import { particles } from '../../corpus/names/particles.ts';
import type { Span } from '../../corpus/passages.ts';
import { begins, ends } from '../../corpus/text/borders.ts';

/** Whether a text is somebody's name: then it is believed to be one even where no marks say so. */
export type IsName = (text: string) => boolean;

export const verbs =
  'said|says|say|told|tells|added|adds|noted|notes|wrote|writes|tweeted|posted|stated|states|declared|declares|announced|warned|warns|insisted|insists|explained|stressed|argued|claimed|replied|responded';
/** The same in the other languages that are spoken here; English clauses are read whole elsewhere (statements). */
export const otherVerbs: string = [
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

export const pronoun = /^(?:he|she|it|they|i|we|you|who|this|that|and|but)$/iu;
/** So much beside a quotation can say whose it is; more would only take time. */
export const nearBy = 160;

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

/** The speaker whom the words before or behind a quotation name; `alone`: where these words are nothing else. */
export function speakerBeside(
  head: string,
  tail: string,
  isName: IsName,
  alone: boolean,
): string | undefined {
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
export function looksNamed(found: string): boolean {
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
export const isFullName = (found: string): boolean =>
  /\S\s+\S/u.test(found.trim()) && looksNamed(found.trim());
