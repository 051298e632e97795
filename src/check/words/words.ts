// First step of a check: the words of a quotation or of a paragraph, comparable whatever marks, case and accents they
// are written with. What a transcriber notes ("(Applause.)") and the label of who speaks ("MR. X:") are nobody's words.

import type { Span } from '../../corpus/passages.ts';
import { fold } from '../../corpus/text/folding.ts';
import { notesIn } from './notes.ts';

/** A word: `start` and `end` are UTF-16 offsets of the text it was cut from. */
export interface CheckWord extends Span {
  /** Lower case, without accents, apostrophes, full stops inside ("U.S." is `us`) or commas in numbers (".5" is `0.5`). */
  readonly folded: string;
}

// Letters with apostrophes (don’t) or full stops (U.S.) inside, numbers (1,000.5, .5, 20th), and the signs that are read
// aloud: a minus, a percent or "less than" is as much a word of a quotation as a "not". A hyphen parts words, since
// writers disagree about hyphens more than about words; what is invisible (soft hyphens) parts none.
const parts = [
  String.raw`\p{N}+(?:[.,]\p{N}+)*\p{L}*`,
  String.raw`\.(?<![\p{L}\p{N}.]\.)\p{N}+\p{L}*`,
  String.raw`(?<!\p{L})\p{L}(?:\.\p{L})+(?!\p{L})`,
  String.raw`\p{L}[\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ‘\x60´′＇]\p{L}[\p{L}\p{M}\p{Cf}]*)*`,
  String.raw`[\p{Sc}%‰&°±×÷]`,
  String.raw`[-−](?=\p{Sc}?\.?\p{N})(?<=(?:^|[\s(["“‘'])[-−])`,
  String.raw`[<>≤≥≠](?=\s?\p{N})(?<=\S[^\S\n]*[<>≤≥≠])`,
];
const word = new RegExp(parts.join('|'), 'gu');

// "[T]he", "price[s]": a printer's letters in brackets belong to their word. "word[sic]" is a word and a note.
const letters = String.raw`\p{L}[\p{L}\p{M}'’]*`;
const editors = String.raw`\[(?!sic\])\p{L}{1,12}\]`;
const bracketedWord = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\]])(?:(?:${letters})?${editors}['’]?${letters}|${letters}${editors}(?![\p{L}\p{N}]))`,
    ...parts,
  ].join('|'),
  'gu',
);

/** Most texts hold no bracket, and are cut in half the time. */
const patternFor = (text: string): RegExp => (text.includes('[') ? bracketedWord : word);

const plain = /^[a-z]+$/;
/** Signs that are only another spelling of a word. */
const signs: Readonly<Record<string, string>> = {
  '%': 'percent',
  '&': 'and',
  '°': 'degrees',
  '-': 'minus',
  '−': 'minus',
};

/** The words of a text, in order, without transcribers' notes. */
export function wordsOf(text: string): CheckWord[] {
  const bare = withoutNotes(text);
  return [...bare.matchAll(patternFor(bare))].map(({ 0: written, index }) => ({
    folded: foldWord(written),
    start: index,
    end: index + written.length,
  }));
}

/** The words of a text as they are written, without their places: several times as fast. */
export function writtenIn(text: string): readonly string[] {
  const bare = withoutNotes(text);
  return bare.match(patternFor(bare)) ?? [];
}

/** Blanks for notes: both readings see the same beside a word, and count alike. */
function withoutNotes(text: string): string {
  let bare = text;
  for (const { start, end } of notesIn(text))
    bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end);
  return bare;
}

export function foldWord(written: string): string {
  const lower = written.toLowerCase();
  if (plain.test(lower)) return lower;
  const sign = signs[lower];
  if (sign !== undefined) return sign;
  const folded = withoutAccents(lower.replace(/[[\]]/gu, '')).replaceAll("'", '');
  if (folded.startsWith('.')) return `0${folded}`;
  // "1,000" is "1000", and "1,5" is no "15".
  return /\d/.test(folded) ? folded.replace(/,(?=\d{3}(?!\d))/g, '') : folded.replaceAll('.', '');
}

/** In these scripts a mark on a letter is an accent or a vowel that may stay away; in others it is a letter of its own. */
const accented =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Letters whose mark nobody leaves out ("мой", "мои"), and digits that stand higher or lower ("10²" is no "102"). */
const ofTheirOwn = /([йї]|[⁰¹²³⁴-⁹₀-₉]+)/u;

/** No writing has more marks on a letter (Unicode's stream-safe text); putting marks in order costs the square of their number. */
const marksBeyond = /(?<=\p{M}{30})\p{M}+/gu;

function withoutAccents(lower: string): string {
  const composed = lower.replace(marksBeyond, '').normalize('NFC');
  if (!accented.test(composed)) return composed.normalize('NFKC').replace(/[\p{Cf}'’ʼ‘`´′＇]/gu, '');
  if (!ofTheirOwn.test(composed)) return fold(composed).text;
  return composed
    .split(ofTheirOwn)
    .map((part, index) => (index % 2 === 1 ? `^${part}` : fold(part).text))
    .join('');
}
