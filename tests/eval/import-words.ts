// Whether the words of a passage stand in the file that it is said to come from: the file is decoded in every way there is, by other means
// than the importer's, and a word that no decoding holds was made up on the way.
import { constants, inflateRawSync } from 'node:zlib';
import { parsePage } from '../../src/importers/html/dom.ts';
import { pdfTexts } from './import-pdf-pieces.ts';

const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'iso-8859-2',
  'iso-8859-5',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'macintosh',
  'windows-1254',
  'windows-1257',
];

/** A decoding as it is looked through. */
interface Held {
  /** Its letters and digits in a row, so that marks and tags inside of a word do not matter. */
  readonly solid: string;
  /** Its words parted by blanks: a word of a passage may be put together of the end of one and the beginning of another. */
  readonly words: string;
  /** Whether whole words may stand between the two: the pieces of a page may lie on one another. */
  readonly laid: boolean;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Importers take controls out, and a mark behind one belongs to the letter before it then. */
const control = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

function wordsOf(text: string): string[] {
  return text.replace(control, '').normalize('NFKC').toLowerCase().match(word) ?? [];
}

function heldIn(text: string, laid: boolean): Held {
  const words = wordsOf(text);
  return { solid: words.join(''), words: ` ${words.join(' ')} `, laid };
}

/** The encoding that a page declares, where the decoder knows it. */
function declared(latin: string): string[] {
  return [...latin.slice(0, 8_192).matchAll(/(?:charset|encoding)\s*=\s*["']?([\w:.-]+)/giu)].flatMap(
    ([, name]) => {
      try {
        return [new TextDecoder(name).encoding];
      } catch {
        return [];
      }
    },
  );
}

function marked(text: string): string[] {
  const letters = text.replace(/&#(x[\da-f]{1,6}|\d{1,7});?/giu, (_, code: string) => {
    const point = /^x/iu.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  // What stands in no tag any more after a mutation may end up in one, and the other way round: both readings count.
  return [letters, letters.replace(/<[^>]*>/gu, ''), letters.replace(/<[^>]*>/gu, ' ')];
}

function ofText(bytes: Buffer): string[] {
  const latin = bytes.toString('latin1');
  return [...new Set([...encodings, ...declared(latin)])].flatMap((encoding) =>
    marked(new TextDecoder(encoding).decode(bytes)),
  );
}

function ofPage(bytes: Buffer): string[] {
  const texts = ofText(bytes);
  // Named entities are as many as a parser knows.
  return [
    ...texts,
    ...texts.flatMap((text) =>
      text.includes('&') ? [parsePage(text).documentElement?.textContent ?? ''] : [],
    ),
  ];
}

/** Every piece of an archive that is stored or unpacks, whatever its lists say. */
function ofArchive(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = bytes.indexOf(local); at >= 0; at = bytes.indexOf(local, at + 4)) {
    if (at + 30 > bytes.length) break;
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const isStored = bytes.readUInt16LE(at + 8) === 0;
    const data = isStored ? bytes.subarray(from, nextMark(bytes, from)) : inflated(bytes.subarray(from));
    texts.push(data.toString('utf8'));
  }
  return texts.flatMap(marked).flatMap((text) => (text.includes('&') ? [text, unnamed(text)] : [text]));
}

const local = 'PK\x03\x04';

function nextMark(bytes: Buffer, from: number): number {
  const ends = [local, 'PK\x01\x02'].map((mark) => bytes.indexOf(mark, from)).filter((end) => end >= 0);
  return Math.min(bytes.length, ...ends);
}

function inflated(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 40 * 1024 * 1024,
    });
  } catch {
    // The importer has nothing of it either.
    return Buffer.alloc(0);
  }
}

const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unnamed(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => xmlEntities[name] ?? '');
}

/** All that a file holds as text. */
export async function decodings(format: string, bytes: Buffer): Promise<Held[]> {
  const texts =
    format === 'pdf'
      ? await pdfTexts(bytes)
      : format === 'docx'
        ? ofArchive(bytes)
        : format === 'html'
          ? ofPage(bytes)
          : ofText(bytes);
  return texts.map((text) => heldIn(text, format === 'pdf'));
}

/** Numbers of lists are drawn and not written: "12", "b", "xiv". */
const drawn = /^(?:\d{1,5}|\p{L}{1,2}|[ivxlcdm]{1,9})$/u;

/** A list may begin with any number ("99999999."), and counts on from there. */
const longestList = 200;

function isCounted(each: string, held: readonly Held[]): boolean {
  if (!/^\d{6,10}$/u.test(each)) return false;
  const before = Array.from({ length: longestList }, (_, back) => ` ${Number(each) - back - 1} `);
  return before.some((number) => held.some(({ words }) => words.includes(number)));
}

/** The words of a passage that stand in none of the decodings. */
export function foreignWords(passage: string, held: readonly Held[]): string[] {
  return wordsOf(passage).filter(
    (each) => !drawn.test(each) && !held.some((one) => holds(one, each)) && !isCounted(each, held),
  );
}

/** In a decoding as it stands; or put together of the end of a word, whole words, and the beginning of one, as pieces of a page are. */
function holds({ solid, words, laid }: Held, each: string): boolean {
  if (solid.includes(each)) return true;
  let ends = starting(each, (part) => words.includes(`${part} `));
  while (ends.size > 0) {
    const rests = [...ends].map((end) => each.slice(end));
    if (rests.some((rest) => words.includes(` ${rest}`))) return true;
    if (!laid) return false;
    const next = [...ends].flatMap((end) =>
      [...starting(each.slice(end), (part) => words.includes(` ${part} `))].map((length) => end + length),
    );
    ends = new Set(next);
  }
  return false;
}

/** The lengths of the beginnings of a word, short of the whole, of which something holds. */
function starting(each: string, test: (part: string) => boolean): Set<number> {
  const lengths = Array.from({ length: Math.max(0, each.length - 1) }, (_, index) => index + 1);
  return new Set(lengths.filter((length) => test(each.slice(0, length))));
}
