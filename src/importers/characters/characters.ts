// Characters that deceive a reader: those nobody sees, those that turn the order of writing, letters of another script
// that look the same, and the marks that are left where a decoder knew no better.
import type { Message } from '../../messages/messages.ts';

/** Controls of direction; in a text in Arabic or Hebrew letters the plain marks are ordinary. */
const turning = /[\u202a-\u202e\u2066-\u2069]|[\u061c\u200e\u200f]/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Format characters, fillers and tags that show nothing. Joiners belong to scripts and to emoji, see below. */
const unseen = /(?!\u00ad)(?:\p{Cf}|[\u115f\u1160\u3164\uffa0\u2800]|\u034f)/gu;
const joiner = /[\u200c\u200d]/u;
const joins =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Extended_Pictographic}]|\ufe0f/u;
/** A character that was lost in decoding, or that only the file's own font could draw. */
const lost = /[\ufffd\p{Co}]/gu;
/** Letters of scripts that have shapes of Latin letters; a word has letters of one script. */
const word = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const latinLike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

const european = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** A letter that no word of European letters has: a PDF whose map of letters is damaged gives "Arක䠀䰀" for "Arbeits". */
const strange =
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/gu;

/** So many examples tell where to look. */
const mostExamples = 5;

/** What in the characters of a text should be looked at. Paragraphs are numbered from 1. */
export function characterWarnings(paragraphs: readonly string[]): Message[] {
  const isRightToLeft = paragraphs.some((paragraph) => rightToLeft.test(paragraph));
  const turns = placesOf(paragraphs, (text) =>
    [...text.matchAll(turning)]
      .filter(([mark]) => !isRightToLeft || /[\u202a-\u202e\u2066-\u2069]/u.test(mark))
      .map(nameOf),
  );
  const invisible = placesOf(paragraphs, (text) => [...text.matchAll(unseen)].filter(isOdd).map(nameOf));
  const words = placesOf(paragraphs, (text) =>
    [...text.matchAll(word)].flatMap(([each]) =>
      latin.test(each) && latinLike.test(each) ? [`“${each}”`] : [],
    ),
  );
  const gone = placesOf(paragraphs, (text) => [
    ...[...text.matchAll(lost)].map(nameOf),
    ...[...text.matchAll(word)].flatMap(([each]) => strangeIn(each)),
  ]);
  return [
    ...warning('bidirectional', turns),
    ...warning('invisible', invisible),
    ...warning('mixedScripts', words),
    ...warning('lostCharacters', gone),
  ];
}

/** For each letter that has no place in a word its word; in a word of such letters ("PC版") one of another kind is at home. */
function strangeIn(each: string): string[] {
  const letters = each.match(strange)?.length ?? 0;
  return letters > 0 && (each.match(european)?.length ?? 0) > 1 ? Array(letters).fill(`“${each}”`) : [];
}

/** An unseen character that is neither reported as one that turns the order nor needed by the letter before it. */
function isOdd(match: RegExpMatchArray): boolean {
  const [mark] = match;
  if (/[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]/u.test(mark)) return false;
  const before = Array.from((match.input ?? '').slice(Math.max(0, (match.index ?? 0) - 2), match.index)).at(
    -1,
  );
  return !(joiner.test(mark) && before !== undefined && joins.test(before));
}

interface Places {
  readonly count: number;
  readonly examples: readonly string[];
}

function placesOf(paragraphs: readonly string[], find: (text: string) => readonly string[]): Places {
  const found = paragraphs.flatMap((text, index) => find(text).map((what) => `${what} ¶${index + 1}`));
  return { count: found.length, examples: [...new Set(found)].slice(0, mostExamples) };
}

function nameOf([mark]: RegExpMatchArray): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function warning(
  what: 'bidirectional' | 'invisible' | 'mixedScripts' | 'lostCharacters',
  { count, examples }: Places,
): Message[] {
  if (count === 0) return [];
  return [{ key: `import.warning.${what}`, values: { count, examples: examples.join(', ') } }];
}
