// The pieces of a joint text: paragraphs, and within them the numbered items of a row; and which of them are titles and signatures.
import type { CitedWords } from '../corpus/citing/cited-words.ts';
import type { Passage } from '../corpus/passages.ts';
import { signing, signingFor } from './words.ts';

/** A piece of one paragraph. */
export interface Unit extends CitedWords {
  readonly text: string;
  /** The number it bears: "3", "IV", "Article 5"; undefined where it bears none. */
  readonly number: string | undefined;
  /** Whether the number is one of an article or a section, so that what stands below belongs to it. */
  readonly isArticle: boolean;
}

const article =
  /^(?:\*\*)?((?:article|art\.|artikel|artykuł|section|abschnitt|chapitre|chapter|kapitel|rozdział|teil|part|część|стаття|розділ|пункт|частина|§)\s*\d{1,3})(?!\d)/iu;
const counted = /^(?:\*\*)?\(?(\d{1,3}|[IVXL]{1,6})[.)](?:\*\*)?\s+(?=\S)/u;

/** Marks in front of a number inside of a paragraph: the end of the item before it. */
const inside = /(?:\n\s*|[;.:,]\s+)(?=\(?(\d{1,3})[.)]\s+\p{L})/gu;

export function unitsOf(passages: readonly Passage[]): Unit[] {
  let next = 1;
  return passages.flatMap((passage) => {
    const starts = [0];
    const first = Number(counted.exec(passage.text)?.[1]);
    if (first === next) next += 1;
    for (const found of passage.text.matchAll(inside)) {
      if (Number(found[1]) !== next) continue;
      starts.push(found.index + found[0].length);
      next += 1;
    }
    return starts.map((start, at) => unitOf(passage, start, starts[at + 1] ?? passage.text.length));
  });
}

function unitOf(passage: Passage, start: number, until: number): Unit {
  const text = passage.text.slice(start, until).trimEnd();
  const named = article.exec(text)?.[1];
  return {
    ...{ passage, start, end: start + text.length, text },
    number: named ?? counted.exec(text)?.[1],
    isArticle: named !== undefined,
  };
}

/** A text without its number and its marks of emphasis. */
export function unnumbered(text: string): string {
  return text
    .replace(counted, '')
    .replace(article, '')
    .replace(/^[\s.:*_–—-]+/u, '');
}

/** How many units bear numbers that go on one after the other from the first. */
export function rowOfNumbers(units: readonly Unit[]): number {
  let next = 1;
  for (const { number } of units) if (number !== undefined && numberOf(number) === next) next += 1;
  return next - 1;
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

export function numberOf(number: string): number {
  const digits = /\d+/u.exec(number)?.[0];
  if (digits !== undefined) return Number(digits);
  const values = [...number].map((letter) => roman[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const longestLine = 120;

/** A line that is no sentence: a title, or a heading that is not marked as one. */
export function isLine({ text }: Pick<Unit, 'text'>): boolean {
  return text.length <= longestLine && !text.includes('\n') && !/[.;,!?…:]["”’»)]*$/u.test(text.trim());
}

/** Where the signatures begin: the place among units, or their number where there are none. */
export function signaturesAt(units: readonly Unit[]): number {
  const first = Math.floor(units.length / 2);
  const at = units.findIndex(({ text }, index) => index >= first && index > 0 && beginsSignatures(text));
  return at < 0 ? units.length : at;
}

function beginsSignatures(text: string): boolean {
  const plain = text.replace(/^[*_\s]+/u, '');
  return (
    signing.test(plain) || (plain.length <= longestLine && signingFor.test(plain) && !/[.;]$/u.test(plain))
  );
}
