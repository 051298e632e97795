// UTF-8 that some program took for an older encoding: "weâ€™ll" for "we’ll". The letters are bytes again, and where these
// are UTF-8 it is told, with what would stand there; the text is put right only where a person says so.
import { areCyrillic, isWord, wordAround } from '../pdf/written-words.ts';

/** An encoding that UTF-8 is taken for. */
interface Reading {
  readonly encoding: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Bytes that are no character in it: many programs drop them. */
  readonly unused: readonly number[];
}

/** How a text can be put right. */
export interface Repair {
  /** What its UTF-8 was taken for, such as `windows-1252`; several where it happened several times. */
  readonly encodings: readonly string[];
  /** Pieces of which bytes were lost, so that nobody can tell what stood there. */
  readonly lost: number;
  mend(text: string): string;
}

/** Twice is common (a page saved, then mailed); four times is nothing that a text survives. */
const mostTimes = 3;

function readingOf(encoding: string): Reading {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number>();
  const unused: number[] = [];
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (/^[\ufffd\u0080-\u009f]$/u.test(character)) unused.push(byte);
    else bytes.set(character, byte);
  }
  // A sloppy decoder has the control characters of unused bytes, and Latin-1 of all of these.
  for (let byte = 0x80; byte <= 0x9f; byte++)
    if (encoding === 'windows-1252' || unused.includes(byte)) bytes.set(String.fromCharCode(byte), byte);
  return { encoding, bytes, unused: unused.filter((byte) => byte <= 0xbf) };
}

/** Commonest first: of two that explain a text alike it is the former. Latin-1 is read with windows-1252. */
const names = [
  ...['windows-1252', 'windows-1251', 'windows-1250', 'macintosh', 'iso-8859-2'],
  ...['koi8-u', 'x-mac-cyrillic', 'ibm866', 'windows-1254', 'windows-1257'],
];
let readings: readonly Reading[] | undefined;

/** How texts that belong together are put right; undefined where nothing shows that it is needed. */
export function repairOf(texts: readonly string[]): Repair | undefined {
  let now = texts.filter((text) => /[^\0-\u007f]{2}/u.test(text));
  const rounds: Reading[] = [];
  let lost = 0;
  while (rounds.length < mostTimes) {
    const best = bestFor(now);
    if (!best) break;
    rounds.push(best.reading);
    lost += best.lost;
    now = now.map((text) => mendedOnce(text, best.reading));
  }
  if (rounds.length === 0) return undefined;
  return {
    encodings: rounds.map(({ encoding }) => encoding),
    lost,
    mend: (text) => rounds.reduce(mendedOnce, text),
  };
}

interface Fit {
  readonly reading: Reading;
  readonly sure: number;
  readonly likely: number;
  readonly lost: number;
}

/** So many pieces tell the encoding; whether something was lost, all of them. */
const sampled = 3_000;

function bestFor(texts: readonly string[]): Fit | undefined {
  readings ??= names.map(readingOf);
  const suspects = suspectsIn(texts);
  const sample = suspects.slice(0, sampled);
  const fits = readings.map((reading) => fitOf(sample, reading)).filter(({ sure }) => sure > 0);
  // What explains most; a reading that leaves pieces over explains less than its number.
  const worth = ({ sure, likely, lost }: Fit): number => sure + likely - 2 * lost;
  const best = fits.reduce<Fit | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);
  return best && suspects.length > sampled ? fitOf(suspects, best.reading) : best;
}

/** Letters, marks and signs outside of ASCII that stand together: words in Cyrillic, one accented letter in French. */
const together = /[^\0-\u007f]+/gu;

/** A piece that is no word as people write it, and the character before it. */
interface Suspect {
  readonly run: string;
  readonly before: string;
}

/** Each once: what is spoilt is the same few letters again and again. */
function suspectsIn(texts: readonly string[]): Suspect[] {
  const found = new Map<string, Suspect>();
  for (const text of texts) {
    for (const { 0: run, index } of text.matchAll(together)) {
      if (run.length === 1 || isWord(wordAround(text, index, run.length))) continue;
      const before = text.slice(Math.max(0, index - 1), index);
      found.set(before + run, { run, before });
    }
  }
  return [...found.values()];
}

function fitOf(suspects: readonly Suspect[], reading: Reading): Fit {
  const counts = { sure: 0, likely: 0, doubtful: 0, lost: 0 };
  const likely = new Set<string>();
  for (const { run, before } of suspects) {
    const read = readRun(run, reading);
    if (read.sequences.length === 0) continue;
    if (read.isLost) counts.lost += 1;
    const proof = proofOf(read, before);
    counts[proof] += 1;
    if (proof === 'likely') likely.add(run);
  }
  // One odd pair may be anybody's; several are no accident.
  const sure = counts.sure > 0 || likely.size > 1 ? counts.sure + counts.likely : 0;
  return { reading, sure, likely: counts.doubtful / 2, lost: sure > 0 ? counts.lost : 0 };
}

/** One character of UTF-8 as it was found. */
interface Sequence {
  readonly character: string;
  /** The characters that its bytes were taken for. */
  readonly from: readonly string[];
}

interface ReadRun {
  readonly sequences: readonly Sequence[];
  readonly text: string;
  /** Something is left over that is no mark of its own. */
  readonly isLost: boolean;
}

/** Marks that a writer may have set right beside what was spoilt later: „…“ around a word. */
const ownMark = /^[\p{P}\p{Zs}]$/u;
/** Only these may stand alone: of other scripts one letter by itself is an accident. */
const common =
  /^(?:\p{Mn}|[\u00a0-\u017f\u0192\u0218-\u021b\u02c6-\u02dd\u1e00-\u1eff\u2000-\u2064\u20a0-\u20c0\u2100-\u27bf\ufb00-\ufb04\ufeff\ufffd\u{1f1e6}-\u{1faff}])$/u;
const letter =
  /^(?:[\u0386-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490\u0491]|(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})[\p{L}\p{M}])$/u;

function readRun(run: string, reading: Reading): ReadRun {
  const { sequences, text, left } = sequencesIn(run, reading);
  const [only, other] = sequences;
  const isAlone = only !== undefined && other === undefined && left === '';
  const isAccident = isAlone && !common.test(only.character) && !isRare(only);
  if (isAccident || isMeant(run, sequences, left)) return { sequences: [], text: run, isLost: false };
  return { sequences, text, isLost: left !== '' };
}

interface Parts {
  readonly sequences: readonly Sequence[];
  /** With them in their places. */
  readonly text: string;
  /** What is neither of them nor a mark. */
  readonly left: string;
}

function sequencesIn(run: string, { bytes, unused }: Reading): Parts {
  const characters = [...run];
  const values = characters.map((character) => bytes.get(character));
  const sequences: Sequence[] = [];
  let text = '';
  let left = '';
  for (let at = 0; at < characters.length; ) {
    const found = sequenceAt(values, at, unused);
    const character = characters[at] ?? '';
    text += found?.character ?? character;
    if (!found && !ownMark.test(character)) left += character;
    if (found) sequences.push({ character: found.character, from: characters.slice(at, at + found.length) });
    at += found?.length ?? 1;
    // What was lost may have left the mark for it.
    if (found?.isGuess && characters[at] === '\ufffd') at += 1;
  }
  return { sequences, text, left };
}

/** A single Cyrillic or Greek letter: a word of one letter, or an initial. */
function isRare({ character, from }: Sequence): boolean {
  return letter.test(character) && from.length === 2;
}

/** Words in letters of their own, of which some happen to be bytes of another: most of them are left over. */
function isMeant(run: string, sequences: readonly Sequence[], left: string): boolean {
  return [...left].length > sequences.length || areCyrillic(run);
}

interface FoundSequence {
  readonly character: string;
  readonly length: number;
  readonly isGuess: boolean;
}

function sequenceAt(
  values: readonly (number | undefined)[],
  at: number,
  unused: readonly number[],
): FoundSequence | undefined {
  const lead = values[at];
  const wanted = lead === undefined ? 0 : lengthBy(lead);
  if (lead === undefined || wanted === 0) return undefined;
  const bytes = [lead];
  while (bytes.length < wanted) {
    const next = values[at + bytes.length];
    if (next === undefined || next < 0x80 || next > 0xbf) break;
    bytes.push(next);
  }
  if (bytes.length === wanted) {
    const character = decoded(bytes);
    return character === undefined ? undefined : { character, length: wanted, isGuess: false };
  }
  // A byte is missing at the end: it was one that the encoding does not use, and often only one of them makes sense.
  if (bytes.length !== wanted - 1) return undefined;
  const possible = unused
    .map((byte) => decoded([...bytes, byte]))
    .filter((character) => character !== undefined && /^[\p{L}‘’“”–—…]$/u.test(character));
  const [character, other] = possible;
  if (character === undefined || other !== undefined) return undefined;
  return { character, length: wanted - 1, isGuess: true };
}

function lengthBy(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The character of bytes where texts have such; controls are in what was spoilt twice. */
function decoded(bytes: readonly number[]): string | undefined {
  try {
    const character = utf8.decode(Uint8Array.from(bytes));
    return common.test(character) || letter.test(character) || /^[\u0080-\u009f]$/u.test(character)
      ? character
      : undefined;
  } catch {
    return undefined;
  }
}

/** `Ã©`, `â€™`: a sign or a control where a letter goes on. */
const sign = /^[\p{S}\p{No}\p{Cc}\p{Cf}\p{Co}¶§¡¿]$/u;

function proofOf({ sequences }: ReadRun, before: string): 'sure' | 'likely' | 'doubtful' {
  const [only, other] = sequences;
  if (!only) return 'doubtful';
  if (other) return 'sure';
  const { from } = only;
  if (from.length > 2) return 'sure';
  const [first = '', second = ''] = from;
  const isOdd = sign.test(second) || isInside(before, first);
  if (!isOdd) return 'doubtful';
  // "Ã", "√", "Г" before a sign are what UTF-8 makes of every accented letter of Western Europe.
  return /^[Ã√ГĂ├]$/u.test(first) ? 'sure' : 'likely';
}

/** A capital, a sign or a letter of another script inside of a word. */
function isInside(before: string, first: string): boolean {
  if (!/\p{Ll}$/u.test(before)) return false;
  if (/^\p{Lu}$/u.test(first) || /^[√≈¬]$/u.test(first)) return true;
  return /[a-z]$/u.test(before) && /^\p{Script=Cyrillic}$/u.test(first);
}

function mendedOnce(text: string, reading: Reading): string {
  return withSpaces(text, reading).replace(together, (run) => readRun(run, reading).text);
}

/** "Ã " was "à": its second byte is a no-break space, which many programs make a space; "Â " was such a space itself. */
function withSpaces(text: string, { bytes }: Reading): string {
  if (bytes.get('\u00a0') !== 0xa0 || bytes.get('Â') !== 0xc2) return text;
  const lead = [...bytes].find(([, byte]) => byte === 0xc3)?.[0] ?? '';
  return text
    .replace(new RegExp(`${lead} (?: |(?=[\\p{P}\\n]|$))`, 'gu'), 'à ')
    .replace(new RegExp(`${lead} (?=\\S)`, 'gu'), 'à ')
    .replace(/à (?=[.,;:!?)]|$)/gu, 'à')
    .replace(/Â (?=\S)/gu, ' ');
}
