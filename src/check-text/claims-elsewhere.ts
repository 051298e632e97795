// Claims in texts whose clauses no grammar here reads (German, French, Polish, Ukrainian): a known name beside a verb of saying or behind
// "according to", and what is said behind "that", behind a comma, or before the clause. Where no known name stands, nobody is guessed.
import { otherVerbs } from '../check/speakers/speaker-beside.ts';
import { wordsOf } from '../check/words/words.ts';
import type { Steps } from '../common/steps.ts';
import type { NameBook, NameHit } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { begins, ends } from '../corpus/text/borders.ts';
import { otherLanguages } from '../corpus/text/languages.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { type Claimed, fewestWords } from './claims.ts';

/** Their languages. */
export const readElsewhere: ReadonlySet<string> = new Set(otherLanguages);

/** So many letters lie between a name and its verb, between both and "that", and behind a clause that ends a sentence. */
const [besideVerb, besideThat, behindClause] = [45, 60, 60];

const verb = new RegExp(`${begins}(?:${otherVerbs})${ends}`, 'giu');
const that = new RegExp(
  `,?\\s*${begins}(?:dass|que|qu[’'](?=\\p{L})|że|iż|що)(?:${ends}|(?<=[’']))\\s*`,
  'iu',
);
const according = new RegExp(
  `${begins}(?:laut|nach (?:angaben|worten|ansicht)|nach den worten|selon|d[’']après|aux dires|według|zdaniem|jak (?:powiedział|oświadczył|podkreślił)[ai]?|за словами|на думку|за даними|згідно з(?:і)?)${ends}`,
  'iu',
);
/** "Merz zufolge": what stands behind its name. */
const afterName = new RegExp(`^\\s+zufolge${ends}`, 'iu');
/** What parts a name from a verb that is not its own. */
const apart = /[.;:!?„“”«»"]|,.*,/u;

/** The claims of passages in such a language, in order, a passage a step. */
export function* claimsElsewhereSteps(passages: readonly Passage[], names: NameBook): Steps<Claimed[]> {
  const claims: Claimed[] = [];
  for (const { text, start } of passages) {
    for (const sentence of sentencesOf(text)) {
      const found = claimIn(text.slice(sentence.start, sentence.end), names);
      if (found) claims.push(moved(found, start + sentence.start));
    }
    yield;
  }
  return claims;
}

interface Found {
  readonly said: readonly Span[];
  readonly speaker: string;
  readonly clause: Span;
  readonly words: string;
}

function moved({ said, speaker, clause, words }: Found, by: number): Claimed {
  const at = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return { spans: said.map(at), words, speaker, clause: at(clause) };
}

function claimIn(sentence: string, names: NameBook): Found | undefined {
  if (/\?\s*$/u.test(sentence)) return undefined;
  const hits = names.find(sentence);
  const clause = accordingIn(sentence, hits) ?? spokenIn(sentence, hits);
  if (!clause) return undefined;
  const { said } = clause;
  const words = said.map(({ start, end }) => sentence.slice(start, end)).join(' ');
  return wordsOf(words).length < fewestWords ? undefined : { ...clause, words };
}

type Clause = Omit<Found, 'words'>;

/** "Laut Merz muss …", "Merz zufolge …", "…, selon Macron." */
function accordingIn(sentence: string, hits: readonly NameHit[]): Clause | undefined {
  const tie = according.exec(sentence);
  const tied = tie && hits.find(({ start }) => start >= tie.index + tie[0].length);
  if (tie && tied && isNear(sentence, tie.index + tie[0].length, tied.start))
    return around(sentence, tied, { start: tie.index, end: tied.end });
  const before = hits.find(({ end }) => afterName.test(sentence.slice(end)));
  if (!before) return undefined;
  const length = afterName.exec(sentence.slice(before.end))?.[0].length ?? 0;
  return around(sentence, before, { start: before.start, end: before.end + length });
}

/** All of a sentence but the clause is said. */
function around(sentence: string, hit: NameHit, clause: Span): Clause {
  const before = wholly(sentence, { start: 0, end: clause.start });
  const behind = wholly(sentence, { start: clause.end, end: sentence.length });
  return {
    said: [before, behind].filter(({ start, end }) => end > start),
    speaker: nameOf(sentence, hit),
    clause,
  };
}

function spokenIn(sentence: string, hits: readonly NameHit[]): Clause | undefined {
  for (const spoke of sentence.matchAll(verb)) {
    const [start, end] = [spoke.index, spoke.index + spoke[0].length];
    const hit =
      hits.findLast((each) => each.end <= start && isNear(sentence, each.end, start)) ??
      hits.find((each) => each.start >= end && isNear(sentence, end, each.start));
    if (!hit) continue;
    const whole = { start: Math.min(start, hit.start), end: Math.max(end, hit.end) };
    const clause = saidBehind(sentence, hit, whole) ?? saidBefore(sentence, hit, whole);
    if (clause) return clause;
  }
  return undefined;
}

/** "Merz sagte am Samstag, dass …", "Merz erklärte, die …" */
function saidBehind(sentence: string, hit: NameHit, whole: Span): Clause | undefined {
  const rest = sentence.slice(whole.end, whole.end + besideThat);
  const link = that.exec(rest) ?? /^[^,]{0,30},\s+(?=\p{L})/u.exec(rest);
  if (!link || apart.test(rest.slice(0, link.index))) return undefined;
  const from = whole.end + link.index + link[0].length;
  const said = wholly(sentence, { start: from, end: sentence.length });
  return { said: [said], speaker: nameOf(sentence, hit), clause: { start: whole.start, end: from } };
}

/** "…, sagte Merz am Samstag." */
function saidBefore(sentence: string, hit: NameHit, whole: Span): Clause | undefined {
  const before = /,\s*$/u.exec(sentence.slice(0, whole.start));
  const rest = sentence.slice(whole.end);
  if (!before || rest.length > behindClause || /,/u.test(rest)) return undefined;
  const said = wholly(sentence, { start: 0, end: before.index });
  return {
    said: [said],
    speaker: nameOf(sentence, hit),
    clause: { start: whole.start, end: sentence.trimEnd().length },
  };
}

function isNear(sentence: string, from: number, to: number): boolean {
  return (
    to - from <= besideVerb && !apart.test(sentence.slice(from, to)) && !/,/u.test(sentence.slice(from, to))
  );
}

function nameOf(sentence: string, { start, end }: NameHit): string {
  return sentence.slice(start, end);
}

/** Without the marks and spaces at its edges. */
function wholly(sentence: string, { start, end }: Span): Span {
  const part = sentence.slice(start, end);
  const first = part.search(/[\p{L}\p{N}]/u);
  if (first < 0) return { start, end: start };
  return { start: start + first, end: start + part.replace(/[\s,;:–—.!…-]+$/u, '').length };
}
