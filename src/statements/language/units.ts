// A paragraph made ready for reading: sentences of words, in which every quotation counts as one unit.

import type { Passage, Span } from '../../corpus/passages.ts';
import { ends } from '../../corpus/text/borders.ts';
import { markLetters } from '../../corpus/text/quotation-marks.ts';
import { readQuotations } from '../../corpus/text/quotations.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import { besideBylines, bylinesIn } from './bylines.ts';
import { type Token, tokensOf } from './language.ts';
import { withLeadIn } from './lead-ins.ts';
import { posOf } from './parts-of-speech.ts';
import { headOf } from './quoted-words.ts';

/** What stands between quotation marks, the marks included. Offsets are those of the document's text. */
export interface Quotation extends Span {
  readonly text: string;
  /** Whether it ends with a closing mark; else it goes on in the next paragraph. */
  readonly closed: boolean;
  readonly strokes?: true;
}

/** A word, a mark, or a whole quotation. */
export interface Unit extends Token {
  readonly low: string;
  readonly quotation?: Quotation;
  /** Whoever does something begins here, whatever leads the sentence in: "In Berlin | Macron opened". */
  readonly afresh?: boolean;
}

export interface Sentence extends Span {
  readonly units: readonly Unit[];
  readonly paragraph: Paragraph;
}

export interface Paragraph extends Span {
  readonly passage: Passage;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

const ending = new RegExp(`[.?!…]\\s?[${markLetters})]*$`, 'u');

/** Reads a paragraph. Its tokens are made once, for all its sentences. */
export function paragraphOf(passage: Passage): Paragraph {
  const { text, start: offset, end } = passage;
  const quotations = readQuotations(text, { withStrokes: true }).map((quoted): Quotation => {
    const { start, end } = quoted;
    return { ...quoted, start: offset + start, end: offset + end, text: text.slice(start, end) };
  });
  const units = unitsOf(tokensOf(text, offset), quotations);
  const sentences: Sentence[] = [];
  const paragraph: Paragraph = { passage, text, start: offset, end, sentences };
  const bylines = bylinesIn(text).filter(
    ({ start }) => !quotations.some((each) => isIn(each, offset + start)),
  );
  const spans = sentencesOf(masked(text, quotations, offset)).flatMap((span) => besideBylines(span, bylines));
  let at = 0;
  for (const span of spans) {
    while (at < units.length && (units[at]?.start ?? 0) < offset + span.start) at += 1;
    const from = at;
    while (at < units.length && (units[at]?.start ?? 0) < offset + span.end) at += 1;
    if (at > from) {
      const sentence = { start: offset + span.start, end: offset + span.end };
      sentences.push({ ...sentence, units: withLeadIn(units.slice(from, at)), paragraph });
    }
  }
  return paragraph;
}

function isIn({ start, end }: Span, place: number): boolean {
  return start <= place && place < end;
}

function unitsOf(tokens: readonly Token[], quotations: readonly Quotation[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    while (next < quotations.length && token.start >= (quotations[next]?.end ?? 0)) next += 1;
    const quotation = quotations[next];
    if (!quotation || token.end <= quotation.start) {
      units.push({
        ...token,
        pos: posOf(token, units.at(-1), tokens[at + 1]),
        low: token.text.toLowerCase(),
      });
    } else if (units.at(-1)?.quotation !== quotation) {
      units.push({ ...quotation, pos: 'QUOTE', lemma: '', low: '', quotation });
    }
  }
  return units;
}

/**
 * The paragraph with what is quoted made silent, so that a full stop inside a quotation ends no sentence of the
 * reporter's; one at a quotation's end does, unless its clause comes behind it (“Why?” he asked).
 */
function masked(text: string, quotations: readonly Quotation[], offset: number): string {
  let silent = '';
  let at = 0;
  for (const { start, end, text: quoted, closed } of quotations) {
    silent += text.slice(at, start - offset);
    at = end - offset;
    const last = ending.exec(quoted)?.[0] ?? (closed ? quoted.slice(-1) : '');
    const goesOn = ending.test(quoted) && continues(text.slice(at, at + 80), last);
    const tail = goesOn ? ','.repeat(last.length) : last;
    // Whether a sentence begins is seen by the first letter.
    const head = headOf(quoted).slice(0, quoted.length - tail.length);
    silent += head + 'x'.repeat(quoted.length - head.length - tail.length) + tail;
  }
  return silent + text.slice(at);
}

const speaking =
  '(?:asked|said|says|asks|added|adds|told|wrote|tweeted|shouted|yelled|replied|wondered|exclaimed|demanded|remarked|pressed|went on|repeated|joked|continued|responded|answered|quipped|declared|noted|announced|chanted|screamed|cried|interjected)';
const speaker = "^ (?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\\. )?(?:The |One |An? )?(?:[\\p{L}.’'-]+ ){1,4}?";
const clauseBehind = new RegExp(`${speaker}${speaking}${ends}`, 'u');
/** Nothing but a clause, so that it can only belong to what goes before: “… missing.” Trump said. */
const clauseAlone = new RegExp(`${speaker}${speaking}\\.(?:\\s|$)`, 'u');

/** Whether the sentence goes on behind a quotation that ends like a sentence. */
function continues(rest: string, last: string): boolean {
  if (/^(?:\s*,|\s+\p{Ll})/u.test(rest)) return true;
  return (/^[?!]/u.test(last) ? clauseBehind : clauseAlone).test(rest);
}
