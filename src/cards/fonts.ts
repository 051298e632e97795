// The letters of every picture: the Noto fonts of @fontsource, which come as one small file a script. Only the files that
// a text needs are read, each once; what no file covers is named, so that a picture is refused and not drawn with gaps.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'satori';
import { z } from 'zod';

/** How text is set: the words of a source, what stands beside them, and what of that is strong. */
const faces = ['words', 'beside', 'strong'] as const;
export type Face = (typeof faces)[number];

const weights = { words: 400, beside: 400, strong: 600 } as const;

/** One file of a package: the letters of a script. */
interface Subset {
  readonly package: string;
  readonly name: string;
  readonly covers: (codePoint: number) => boolean;
}

const { resolve } = createRequire(import.meta.url);
const serif = subsetsOf('noto-serif');
const sans = subsetsOf('noto-sans');

/**
 * Scripts that can be added: taken where the package is installed (`npm install @fontsource/noto-serif-hebrew`). Where one
 * character has Chinese, Japanese and Korean forms, the first that is installed is drawn.
 */
const more = [
  'noto-serif-hebrew',
  'noto-naskh-arabic',
  'noto-serif-georgian',
  'noto-serif-armenian',
  'noto-serif-sc',
  'noto-serif-jp',
  'noto-serif-kr',
].flatMap(subsetsOf);

/** Where a letter is looked for, first to last. A script that only one of the two has is better than none. */
const order: Readonly<Record<Face, readonly Subset[]>> = {
  words: [...serif, ...sans, ...more],
  beside: [...sans, ...serif, ...more],
  strong: [...sans, ...serif, ...more],
};

/** The subsets of a package, Latin first: it holds what all scripts share. None where it is not installed. */
function subsetsOf(name: string): readonly Subset[] {
  let file: string;
  try {
    file = resolve(`@fontsource/${name}/unicode.json`);
  } catch {
    return [];
  }
  const declared = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const subsets = Object.entries(declared).map(([subset, ranges]) => ({
    package: name,
    // Chinese, Japanese and Korean come in numbered parts, "[4]" in this list and "4" in the file's name.
    name: subset.replace(/^\[(\d+)\]$/, '$1'),
    covers: coverOf(ranges),
  }));
  return subsets.toSorted((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'));
}

/** `U+0000-00FF,U+0131` as a test. */
function coverOf(declared: string): (codePoint: number) => boolean {
  const ranges = declared.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** A text as it can be drawn, with the fonts it needs, or the letters that no font has. */
export interface Lettering {
  readonly fonts: Font[];
  /** The value of the style `fontFamily` for a face. */
  readonly family: Readonly<Record<Face, string>>;
  readonly missing: ReadonlySet<string>;
}

/** The fonts for texts that went through `drawable`. */
export function letteringFor(texts: readonly string[]): Lettering {
  const letters = new Set(texts.join(''));
  const missing = new Set<string>();
  const used: Record<Face, readonly Subset[]> = { words: [], beside: [], strong: [] };
  for (const face of faces) {
    const needed = new Set<Subset>(order[face].slice(0, 1));
    for (const letter of letters) {
      const subset = subsetOf(letter, face);
      if (subset) needed.add(subset);
      else if (!unseen.test(letter)) missing.add(letter);
    }
    used[face] = order[face].filter((subset) => needed.has(subset));
  }
  for (const cluster of texts.flatMap(clustersOf)) if (!whole(cluster)) missing.add(cluster);
  const familyOf = (face: Face): string => used[face].map((subset) => nameOf(face, subset)).join(', ');
  return {
    fonts: faces.flatMap((face) => used[face].map((subset) => fontOf(face, subset))),
    family: { words: familyOf('words'), beside: familyOf('beside'), strong: familyOf('strong') },
    missing,
  };
}

/** What takes no ink: it needs no letter in a font. */
export const unseen = /^[\s\p{Z}\p{Cf}\p{Variation_Selector}]*$/u;

function subsetOf(letter: string, face: Face): Subset | undefined {
  return order[face].find(({ covers }) => covers(letter.codePointAt(0) ?? 0));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The letters of a text that are made of several characters, such as a letter with its accent. */
function clustersOf(text: string): string[] {
  if (!/[\p{M}\p{Emoji_Modifier}\u200d]/u.test(text)) return [];
  return [...graphemes.segment(text)].map(({ segment }) => segment).filter((segment) => segment.length > 1);
}

/** Whether a letter with its marks comes from one file: from two, the marks would stand apart or be empty boxes. */
function whole(cluster: string): boolean {
  const subset = subsetOf(cluster, 'words');
  return [...cluster].every((each) => unseen.test(each) || subset?.covers(each.codePointAt(0) ?? 0) === true);
}

/**
 * Characters that these fonts leave out though another looks the same: no-break and narrow spaces, the Unicode hyphens,
 * the horizontal bar; and those of which nothing is seen.
 */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2007\u202f]/gu, '\u00a0'],
  [/[\u2000-\u2006\u2008\u200a\u205f]/gu, ' '],
  [/[\u2010\u2011]/gu, '-'],
  [/\u2012/gu, '–'],
  [/\u2015/gu, '—'],
  [/[\u2028\u2029\r]/gu, '\n'],
  // Nothing is seen of these, but they let satori set a long word past the margin. Embeddings, overrides and isolates are among them:
  // without them letters stand in the order in which the source has them, and no override turns words round in a picture.
  [/[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/gu, ''],
  [/\p{Cf}+(?=[ \t]*(?:\n|$))/gu, ''],
];

/** At the largest type a line has room for fifteen wide letters; a longer word is to be broken. */
const LONG_WORD = /\S{15}/u;
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/gu;

/** Beside a mark of direction satori breaks no word: where a line has a long one, the marks go. */
function withoutMarks(text: string): string {
  return text.replace(/[^\n]+/gu, (line) =>
    LONG_WORD.test(line) ? line.replace(DIRECTION_MARKS, '') : line,
  );
}

/** The same text to the eye, in characters that the fonts have: a letter and its accent become one where that helps. */
export function drawable(text: string): string {
  const plain = withoutMarks(alike.reduce((changed, [pattern, to]) => changed.replaceAll(pattern, to), text));
  if (!/\p{M}/u.test(plain)) return plain;
  return [...graphemes.segment(plain)]
    .map(({ segment }) => (segment.length < 2 || whole(segment) ? segment : segment.normalize('NFC')))
    .join('');
}

function nameOf(face: Face, subset: Subset): string {
  return `${face}-${subset.package}-${subset.name}`;
}

const read = new Map<string, Font>();

/** A font, read once: the drawing library keeps what it learned of a font by its data's identity. */
function fontOf(face: Face, subset: Subset): Font {
  const name = nameOf(face, subset);
  const known = read.get(name);
  if (known) return known;
  const weight = weights[face];
  const file = resolve(
    `@fontsource/${subset.package}/files/${subset.package}-${subset.name}-${weight}-normal.woff`,
  );
  const font: Font = { name, weight, style: 'normal', data: readFileSync(file) };
  read.set(name, font);
  return font;
}
