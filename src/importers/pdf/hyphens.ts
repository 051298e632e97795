// Words that were broken at the end of a line are joined again; a hyphen that belongs to the word stays.
import { isSuspended, keepsHyphen, type Words } from './hyphen-rules.ts';

/** What a page of print ends a broken line with: a hyphen, one that is typed softly, or the hyphen of typesetters. */
const mark = '[-\\u00ad\\u2010\\u2011]';
const broken = new RegExp(`\\p{L}+${mark}$`, 'u');
const wordPattern = /\p{L}+(?:[-\u2010\u2011]\p{L}+)*/gu;
/** The last word of a line, with all that is joined to it by hyphens, and its last part. */
const lastWord = new RegExp(`((?:[\\p{L}\\p{N}'’ʼ]+[-\\u2010\\u2011])*)([\\p{L}\\p{M}'’ʼ]+)${mark}$`, 'u');
/** Parts of words in a compound of several: "state-of-the-art", "c'est-à-dire", "cessez-le-feu". */
const betweenParts = new Set(
  'of the to in and by on up at a le la de en à sur sous du des t y und zu auf dem'.split(' '),
);

const longEnough = 4_000;
const lookedAt = 200;
/** Words with their hyphens are hardly longer. */
const longestWord = 120;

/** What is known of the document's words. */
export interface Knowledge extends Words {
  /** The language of most of the text, where it can be told. */
  readonly language: string | undefined;
}

export const nothingKnown: Knowledge = { language: undefined, isListed: () => false, isCommon: () => false };

/** A broken word: what stands before its last hyphen but one, and its halves. */
interface Parts {
  readonly head: string;
  readonly left: string;
  readonly right: string;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\u2010\u2011]/gu, '-');
}

export class Hyphens {
  /** How many words were joined without their hyphen. */
  joined = 0;
  readonly #words = new Map<string, number>();
  readonly #known: Knowledge;
  /** Whether no word is broken but at a hyphen of its own. */
  readonly #isUnbroken: boolean;

  /** `lines` are all lines of the document: how it writes a word elsewhere tells how the broken one is written. */
  constructor(lines: readonly string[], known: Knowledge = nothingKnown) {
    this.#known = known;
    for (const [index, line] of lines.entries()) {
      // The halves of broken words are none.
      const goesOn = broken.test(lines[index - 1] ?? '');
      const whole = (goesOn ? line.replace(/^\p{Ll}+/u, '') : line).replace(broken, '');
      for (const [word] of whole.matchAll(wordPattern)) this.#add(plain(word));
    }
    this.#isUnbroken = isUnbroken(lines, known);
  }

  #add(word: string): void {
    this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
  }

  /** Whether a word stands in the list of its language, or in the document so many times. */
  isWord(word: string, times = 1): boolean {
    return (this.#words.get(word.toLowerCase()) ?? 0) >= times || this.#known.isListed(word.toLowerCase());
  }

  /** The lines of a paragraph as one. What is joined is looked at from its end; where it is long, the rest is put aside. */
  joinAll([first = '', ...others]: readonly string[]): string {
    const done: string[] = [];
    let open = first;
    for (const line of others) {
      open = this.join(open, line);
      if (open.length < longEnough) continue;
      done.push(open.slice(0, -lookedAt));
      open = open.slice(-lookedAt);
    }
    return done.join('') + open;
  }

  /** Two lines of a paragraph as one. */
  join(before: string, line: string): string {
    // A soft hyphen at the end of a line is one that was needed there.
    if (before.endsWith('\u00ad')) return this.#solid(before, line);
    // Only the end is looked at: a paragraph grows with each of its lines.
    const end = before.slice(-longestWord);
    const [, head = '', left] = lastWord.exec(end) ?? [];
    if (left === undefined)
      return /\d[-–\u2010\u2011/]$/u.test(end) && /^[\p{L}\p{N}]/u.test(line)
        ? `${before}${line}`
        : `${before} ${line}`;
    // Some languages write a hyphen that belongs to the word once more at the beginning of the next line.
    if (/^[-\u2010]\p{L}/u.test(line)) return `${before}${line.slice(1)}`;
    if (!/^\p{L}/u.test(line)) return `${before} ${line}`;
    const [right = ''] = /^[\p{L}\p{M}'’ʼ]+/u.exec(line) ?? [];
    const parts = { head: plain(head), left: left.toLowerCase(), right: right.toLowerCase() };
    if (isSuspended(line, this.#known.language) && !this.isWord(parts.left + parts.right))
      return `${before} ${line}`;
    return this.#isOneWord(left, right, parts) ? this.#solid(before, line) : `${before}${line}`;
  }

  /** Whether two halves are written together, without a hyphen. */
  #isOneWord(left: string, right: string, parts: Parts): boolean {
    const isLoud = /^\p{Lu}{2,}$/u.test(left);
    // "EU-wide", "Anglo-Saxon", "Ost-West"; in a heading of capitals every word may be broken.
    if (isLoud && /^\p{Lu}{2,}$/u.test(right)) return left.length + right.length > 6 && !this.#belongs(parts);
    return !isLoud && !/^\p{Lu}/u.test(right) && !this.#belongs(parts);
  }

  #solid(before: string, line: string): string {
    this.joined++;
    return `${before.slice(0, -1)}${line}`;
  }

  #belongs({ head, left, right }: Parts): boolean {
    if (this.#words.has(`${head}${left}-${right}`)) return true;
    if (this.#words.has(`${head}${left}${right}`)) return false;
    if (head !== '' && betweenParts.has(left)) return true;
    const { language } = this.#known;
    const areWords = [left, right].every((half) => half.length > 2 && this.isWord(half));
    if (this.#isUnbroken && areWords) return true;
    const kept = keepsHyphen(left, right, this.#known, language);
    // "cease-" and "fire" are words each; "agree-" and "ment" are not both. German writes such words as one.
    return kept ?? (language !== 'de' && areWords);
  }
}

/** A word of so many letters that had room for so many of them at the end of the line above was not broken on purpose. */
const longWord = 8;
const roomForPart = 5;
const leastCarried = 2;

/**
 * Whether a text is set without breaking words, as browsers and word processors do by themselves: long words are carried over
 * whole where a part of them had room, and none is broken plainly ("agree-" and "ment"). A list of words tells what is broken.
 */
function isUnbroken(lines: readonly string[], known: Knowledge): boolean {
  const lengths = lines.map(({ length }) => length).toSorted((a, b) => a - b);
  const full = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const ends = lines.map((line, index) => endOf(line, lines[index + 1] ?? '', full, known));
  return !ends.includes('broken') && ends.filter((end) => end === 'carried').length >= leastCarried;
}

function endOf(line: string, next: string, full: number, known: Knowledge): 'broken' | 'carried' | undefined {
  const [word = ''] = /^\p{Ll}+/u.exec(next) ?? [];
  const [half] = /\p{L}+(?=[-\u00ad\u2010\u2011]$)/u.exec(line) ?? [];
  if (half === undefined) {
    const hadRoom = full - line.length > roomForPart && line.length > full * 0.6;
    return hadRoom && word.length >= longWord && /[\p{L},]$/u.test(line) ? 'carried' : undefined;
  }
  const left = half.toLowerCase();
  const areWords = known.isListed(left) && known.isListed(word);
  return areWords || keepsHyphen(left, word, known, known.language) ? undefined : 'broken';
}
