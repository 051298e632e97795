// The speech in one sentence: what is quoted, what is only reported, and the clause that says who spoke.

import { namesWork } from '../corpus/names/works.ts';
import type { Span } from '../corpus/passages.ts';
import { type Clause, clauseBehind } from './clauses/clauses.ts';
import { clauseAhead, nextClause, otherSpeech } from './clauses/clauses-ahead.ts';
import { nominalSpeech } from './clauses/nominal-clauses.ts';
import { clauseAmid, clauseAtEnd, raisedBy, reportingClause } from './clauses/reporting.ts';
import { isWord } from './language/noun-phrases.ts';
import { beginsSentence, endsWith } from './language/quoted-words.ts';
import { isActing, isSaying } from './language/saying-verbs.ts';
import type { Sentence, Unit } from './language/units.ts';

/** Speech as it is found, before the text around it says more. Spans are of the document's text. */
export interface Speech {
  readonly sentence: Sentence;
  readonly spans: readonly Span[];
  readonly direct: boolean | null;
  /** Two strokes (''…'') stand around words of it, which are marks of many things. */
  readonly strokes: boolean;
  /** Undefined where the sentence does not say who spoke. */
  readonly clause: Clause | undefined;
}

const mark = /^[^\p{L}\p{N}]*$/u;

/** The speech in a sentence, in order. */
export function speechOf(sentence: Sentence): Speech[] {
  const found: Speech[] = [];
  const { units } = sentence;
  let done = 0;
  for (let at = 0; at < units.length; at += 1) {
    if (!units[at]?.quotation || at < done) continue;
    const next = quotedAt(sentence, at, done);
    if (!next) continue;
    found.push(next.speech);
    done = next.to;
  }
  const all = found.length > 0 ? found : reportedIn(sentence);
  return [...all, ...nominal(sentence).filter((one) => isApart(one, all))];
}

/** Whether nothing of it is said by anybody else, or stands in a clause that says who does. */
function isApart({ spans }: Speech, others: readonly Speech[]): boolean {
  const taken = others.flatMap(({ spans: said, clause, sentence: { units } }) =>
    clause
      ? [...said, { start: units[clause.whole.from]?.start ?? 0, end: units[clause.whole.to - 1]?.end ?? 0 }]
      : said,
  );
  return !spans.some(({ start, end }) => taken.some((span) => span.start < end && start < span.end));
}

interface Found {
  readonly speech: Speech;
  /** The unit behind the last one that belongs to it. */
  readonly to: number;
}

function quotedAt(sentence: Sentence, at: number, floor: number): Found | undefined {
  if (isTitle(sentence, at)) return undefined;
  const behind = clauseBehind(sentence, at);
  if (behind && !governedBefore(sentence, at, floor, behind))
    return quotedBefore(sentence, at, floor, behind);
  const ahead = clauseAhead(sentence, at, floor);
  if (ahead) return quotedBehind(sentence, at, ahead);
  return alone(sentence, at);
}

/** So much before a mark can name what has a title. */
const nearBy = 60;

/** "in an interview on “Face the Nation,”": a few words with capitals behind what only a noun stands behind. */
function isTitle({ units, paragraph }: Sentence, at: number): boolean {
  const before = units[at - 1];
  const isNamed =
    before?.pos === 'ADP' ||
    before?.text === "'s" ||
    before?.text === '’s' ||
    namesWork(paragraph.text.slice(0, (units[at]?.start ?? 0) - paragraph.start).slice(-nearBy));
  const words = units[at]?.text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const capital = words.filter((word) => /^\P{Ll}/u.test(word)).length;
  return isNamed && words.length <= 7 && capital * 2 > words.length && /^\P{Ll}/u.test(words.at(-1) ?? '');
}

/** A clause that runs up to the quotation goes before one behind it: He said, “…,” and she said … */
function governedBefore({ units }: Sentence, at: number, floor: number, behind: Clause): boolean {
  const linked = ['and', 'but', 'as', 'while', 'when', 'before', 'after'].includes(
    units[behind.whole.from - 1]?.low ?? '',
  );
  if (!linked) return false;
  const reports = (unit: number): boolean => isSaying(units, unit) || isActing(units, unit);
  return units.slice(floor, at).some((_, index) => reports(floor + index));
}

/** “…,” Meloni said, “…” */
function quotedBefore(sentence: Sentence, at: number, floor: number, clause: Clause): Found {
  const { units } = sentence;
  const quoted = units[at]?.text ?? '';
  const whole = endsWith(quoted, ',') && beginsSentence(quoted);
  const from = whole || mark.test(textOf(units.slice(floor, at))) ? at : firstWord(units, floor);
  const before = [{ from, to: Math.max(at + 1, lastWord(units, clause.whole.from)) }];
  const next = clause.whole.to;
  const goesOn = units[next]?.quotation !== undefined && !reportsAgain(units, clause.cue.to, next);
  const after = goesOn ? [{ from: next, to: lastWord(units, units.length) }] : [];
  const ranges = [...before, ...after];
  const speech = { sentence, ...saidIn(units, ranges), clause };
  return { speech, to: goesOn ? units.length : at + 1 };
}

/** Whether the words between a clause's verb and the next quotation report anew: he said, calling it “…”. */
function reportsAgain(units: readonly Unit[], from: number, to: number): boolean {
  if (!/^[,–—:;-]$/u.test(units[to - 1]?.text ?? '')) return true;
  for (let at = from; at < to; at += 1) if (isSaying(units, at)) return true;
  return false;
}

/** Meloni said that “…” */
function quotedBehind(sentence: Sentence, at: number, clause: Clause): Found {
  const { units } = sentence;
  const from = firstWord(units, Math.min(clause.content, at));
  const to = lastWord(units, nextClause(units, at + 1) ?? units.length);
  // A comma before the closing mark ends what is said, as the quotation's own end does where nothing stood before it.
  const ends = from === at || endsWith(units[at]?.text ?? '', ',.?!');
  const end = ends ? endOfQuoted(units, at) : Math.max(to, at + 1);
  const ranges = [{ from, to: end }];
  return { speech: { sentence, ...saidIn(units, ranges), clause }, to: end };
}

/** Words of these kinds behind a quotation begin something else: He said “…” before he left. */
const breaks = new Set(['CCONJ', 'SCONJ', 'ADP', 'PRON', 'ADV', 'VERB', 'AUX', 'PART']);

/** Where speech that begins with a quotation ends: behind it, behind one that is joined to it, or with the sentence. */
function endOfQuoted(units: readonly Unit[], at: number): number {
  let end = at + 1;
  for (;;) {
    let next = end;
    while (/^(?:[,–—]|and|or|but)$/u.test(units[next]?.low ?? '')) next += 1;
    if (!units[next]?.quotation) break;
    end = next + 1;
  }
  const behind = units[end];
  if (!behind || breaks.has(behind.pos) || mark.test(behind.text)) return end;
  return Math.max(end, lastWord(units, units.length));
}

/** A quotation without a clause is speech where it is a sentence of its own; else it may be a title, or irony. */
function alone(sentence: Sentence, at: number): Found | undefined {
  const { units } = sentence;
  const others = units.filter((unit) => !unit.quotation && isWord(unit));
  if (others.length > 0 || isHeading(sentence, at)) return undefined;
  const ranges = [{ from: at, to: lastWord(units, units.length) }];
  return {
    speech: { sentence, ...saidIn(units, ranges), clause: undefined },
    to: units.length,
  };
}

/** No heading between apostrophes has more words. */
const longestHeading = 6;

/** A few words between apostrophes on a line of their own, or marks turned the wrong way in a text that knows better. */
function isHeading({ units, paragraph }: Sentence, at: number): boolean {
  const words = units[at]?.text ?? '';
  if (words.startsWith('”')) return paragraph.passage.document.text.includes('“');
  return /^'(?!')/u.test(words) && words.split(/\s+/u).length <= longestHeading && units.length <= 2;
}

/** Speech that is only reported, or of which only a word or two are quoted. */
function reportedIn(sentence: Sentence): Speech[] {
  const { units } = sentence;
  const end = clauseAtEnd(sentence);
  if (end) {
    const ranges = [{ from: firstWord(units, 0), to: lastWord(units, end.whole.from) }];
    return [{ sentence, ...saidIn(units, ranges), clause: end }];
  }
  const amid = clauseAmid(sentence);
  if (amid) {
    const ranges = [
      { from: firstWord(units, 0), to: lastWord(units, amid.whole.from) },
      { from: firstWord(units, amid.content), to: lastWord(units, units.length) },
    ];
    return [{ sentence, ...saidIn(units, ranges), clause: amid }];
  }
  const raised = raisedBy(sentence);
  if (raised) return [{ sentence, ...saidIn(units, [raised.content]), clause: raised.clause }];
  return reportedBehind(sentence, 0);
}

/** "Merz’s claim that …": what a noun tells, where no verb does. */
function nominal(sentence: Sentence): Speech[] {
  const { units } = sentence;
  const found = nominalSpeech(units);
  if (!found) return [];
  const ranges = [{ from: firstWord(units, found.content.from), to: lastWord(units, found.content.to) }];
  return [{ sentence, ...saidIn(units, ranges), clause: found.clause }];
}

/** What is reported from a place on, each speaker's words by themselves: Merz said it was late, and Macron warned that … */
function reportedBehind(sentence: Sentence, floor: number): Speech[] {
  const { units } = sentence;
  const clause = reportingClause(sentence, floor);
  if (!clause || isOfAnother(units, clause)) return [];
  const other = otherSpeech(units, clause.content);
  const ranges = [{ from: firstWord(units, clause.content), to: lastWord(units, other ?? units.length) }];
  const speech = { sentence, ...saidIn(units, ranges), clause };
  return [speech, ...(other === undefined ? [] : reportedBehind(sentence, other + 1))];
}

/** So many words behind a verb, at most, the noun stands that tells what is rejected. */
const nearOwner = 8;

/** "The council rejected Berg’s argument that …": what is rejected another one has said. */
function isOfAnother(units: readonly Unit[], { cue }: Clause): boolean {
  const own = nominalSpeech(units, cue.to, cue.to + nearOwner)?.clause.speaker;
  return own !== undefined && own.from === cue.to && isActing(units, cue.from);
}

interface Units {
  readonly from: number;
  readonly to: number;
}

/** Where words are said, and whether all of them are quoted. */
function saidIn(
  units: readonly Unit[],
  ranges: readonly Units[],
): Pick<Speech, 'spans' | 'direct' | 'strokes'> {
  const said = ranges.filter(({ from, to }) => to > from);
  const spans = said.map(({ from, to }) => ({
    start: units[from]?.start ?? 0,
    end: units[to - 1]?.end ?? 0,
  }));
  const inside = said.flatMap(({ from, to }) => units.slice(from, to));
  const quoted = inside.some(({ quotation }) => quotation !== undefined);
  const bare = inside.some((unit) => !unit.quotation && isWord(unit));
  const strokes = inside.some(({ quotation }) => quotation?.strokes === true);
  return { spans, direct: quoted ? (bare ? null : true) : false, strokes };
}

function firstWord(units: readonly Unit[], from: number): number {
  let at = from;
  while (at < units.length && !units[at]?.quotation && mark.test(units[at]?.text ?? '')) at += 1;
  return at;
}

/** The end of the last word or quotation before `to`. */
function lastWord(units: readonly Unit[], to: number): number {
  let at = to;
  while (at > 0 && !units[at - 1]?.quotation && mark.test(units[at - 1]?.text ?? '')) at -= 1;
  return at;
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join('');
}
