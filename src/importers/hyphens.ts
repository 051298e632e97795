// Words that were broken at the end of a line are joined again; a hyphen that belongs to the word stays.

const broken = /\p{L}+[-\u00ad\u2010]$/u;
const wordPattern = /\p{L}+(?:-\p{L}+)*/gu;
/** Beginnings that English parts from the rest of a word by a hyphen, as a rule. */
const prefixes = new Set(
  'non anti pro self ex co pre post well vice counter multi cross long short high low two three four five six'.split(
    ' ',
  ),
);

export class Hyphens {
  /** How many words were joined without their hyphen. */
  joined = 0;
  readonly #words = new Set<string>();

  /** `lines` are all lines of the document: how it writes a word elsewhere tells how the broken one is written. */
  constructor(lines: readonly string[]) {
    for (const [index, line] of lines.entries()) {
      // The halves of broken words are none.
      const goesOn = broken.test(lines[index - 1] ?? '');
      const whole = (goesOn ? line.replace(/^\p{Ll}+/u, '') : line).replace(broken, '');
      for (const [word] of whole.matchAll(wordPattern)) this.#words.add(word.toLowerCase());
    }
  }

  /** Two lines of a paragraph as one. */
  join(before: string, line: string): string {
    const left = /(\p{L}+)[-\u00ad\u2010]$/u.exec(before)?.[1];
    const right = /^\p{Ll}\p{L}*/u.exec(line)?.[0];
    if (left === undefined) return `${before} ${line}`;
    if (right === undefined) return `${before}${line}`;
    if (!before.endsWith('\u00ad') && this.#belongs(left.toLowerCase(), right.toLowerCase()))
      return `${before}${line}`;
    this.joined++;
    return `${before.slice(0, -1)}${line}`;
  }

  #belongs(left: string, right: string): boolean {
    if (this.#words.has(`${left}-${right}`)) return true;
    if (this.#words.has(`${left}${right}`)) return false;
    if (prefixes.has(left)) return true;
    // "cease-" and "fire" are words of this document each; "agree-" and "ment" are not both.
    return left.length > 2 && right.length > 2 && this.#words.has(left) && this.#words.has(right);
  }
}
