// Matching without caring for case, accents, kinds of quotation marks and dashes, or white space, and back again:
// a folded text remembers where each of its characters stands in the source, so a match always returns source text.
import type { Span } from '../passages.ts';

/** A text made comparable. Offsets are UTF-16 code units. */
export interface Folded {
  readonly text: string;
  /** `offsets[i]` is where the folded character `i` begins in the source; one more entry holds the source's length. */
  readonly offsets: Uint32Array;
}

/** Characters that Unicode's compatibility decomposition leaves alone but readers take for one another. */
const lookalikes = new Map(
  Object.entries({
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    '‹': "'",
    '›': "'",
    ʼ: "'",
    '`': "'",
    '´': "'",
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ı: 'i',
  }),
);

/** Letters that are written with a mark or, where the mark is missing, with a second letter: "Zürich" and "Zuerich". */
const widened = new Map(Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }));
const widening = /[äöüøåÄÖÜØÅ]|[aouAOU]\u0308|[aA]\u030a/u;

const combining = /\p{M}/gu;
/** Format characters (zero-width joiners, soft hyphens, bidirectional controls) are invisible: they match nothing. */
const invisible = /^\p{Cf}$/u;
const space = /^[\s\p{Z}]$/u;
const asciiOnly = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;

/** Most of a text are words that fold letter by letter, with one space between them: they are taken at once, what else there is character by character. */
const plainOrOne = /[!-_a-~]+(?: [!-_a-~]+)*|./gsu;
const plain = /^[!-_a-~]/;

/** Folds a text. Runs of white space become one space; nothing is trimmed. */
export function fold(source: string): Folded {
  if (asciiOnly.test(source) && !source.includes('`')) {
    return {
      text: source.toLowerCase(),
      offsets: Uint32Array.from({ length: source.length + 1 }, (_, at) => at),
    };
  }
  // Pieces are joined once: asking a growing string how it ends would copy it at every character.
  const pieces: string[] = [];
  let afterSpace = false;
  const offsets: number[] = [];
  for (const { 0: run, index: at } of source.matchAll(plainOrOne)) {
    let folded = foldCharacter(run);
    if (folded === ' ' && afterSpace) folded = '';
    const isPlain = run.length === folded.length && plain.test(run);
    for (let step = 0; step < folded.length; step += 1) offsets.push(isPlain ? at + step : at);
    pieces.push(folded);
    if (folded !== '') afterSpace = folded.endsWith(' ');
  }
  offsets.push(source.length);
  return { text: pieces.join(''), offsets: Uint32Array.from(offsets) };
}

/**
 * A text in the ways in which its letters may be written: as `fold` has it ("zurich"), and, where it has such letters, with two
 * for one ("zuerich"). Two texts are alike where any of their ways are.
 */
export function foldings(source: string): readonly Folded[] {
  return widening.test(source) ? [fold(source), widenedFold(source)] : [fold(source)];
}

/** The ways to write a word or a name, without offsets. */
export function spellings(source: string): readonly string[] {
  return [...new Set(foldings(source).map(({ text }) => text))];
}

/** A letter that is written with two, and no further mark on it. */
const wideLetter = /(?:[äöüøåÄÖÜØÅ]|[aouAOU]\u0308|[aA]\u030a)(?!\p{M})/gu;

function widenedFold(source: string): Folded {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let from = 0;
  const takeUpTo = (end: number): void => {
    const folded = fold(source.slice(from, end));
    pieces.push(folded.text);
    for (let at = 0; at < folded.text.length; at += 1) offsets.push(from + (folded.offsets[at] ?? 0));
  };
  for (const { 0: written, index } of source.matchAll(wideLetter)) {
    takeUpTo(index);
    pieces.push(widened.get(written.normalize('NFC').toLowerCase()) ?? '');
    offsets.push(index, index);
    from = index + written.length;
  }
  takeUpTo(source.length);
  offsets.push(source.length);
  return { text: pieces.join(''), offsets: Uint32Array.from(offsets) };
}

/** One code point, or a run of plain ones, folded: none, one or several characters. */
function foldCharacter(character: string): string {
  if (plain.test(character)) return character.toLowerCase();
  if (space.test(character)) return ' ';
  if (invisible.test(character)) return '';
  const lower = character.toLowerCase();
  const known = lookalikes.get(lower);
  if (known !== undefined) return known;
  const decomposed = lower.normalize('NFKD').replace(combining, '');
  return lookalikes.get(decomposed) ?? decomposed;
}

/** The part of the source that a part of the folded text stands for, the marks on its last letter included. */
export function unfold(folded: Folded, span: Span): Span {
  return { start: folded.offsets[span.start] ?? 0, end: folded.offsets[span.end] ?? 0 };
}
