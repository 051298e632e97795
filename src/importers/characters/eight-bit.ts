// Which of the older encodings, with one byte for a character, a text is in: letters that some language writes decide.

interface Writing {
  readonly encodings: readonly string[];
  /** The letters of each language beyond ASCII; of names in other languages a text has few. */
  readonly languages: readonly string[];
  /** Whether three of them may stand in a row: "żółw". */
  readonly hasRuns: boolean;
}

/** Of two that fit alike the former is taken. */
const writings: readonly Writing[] = [
  {
    encodings: ['windows-1252', 'macintosh'],
    languages: 'é äöüß àâçéèêëîïôùûüœæ áéíóúñü áàâãçéêíóôõúü àèéìíòóùú åäöæøé áðéíóúýþæö éëèïöüóáíúê'.split(
      ' ',
    ),
    hasRuns: false,
  },
  {
    encodings: ['windows-1250', 'iso-8859-2'],
    languages:
      'ąćęłńóśźżäöü áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž ąćęłńóśźżáčěéířšýů'.split(' '),
    hasRuns: true,
  },
  { encodings: ['windows-1254'], languages: ['çğıİöşüâîû'], hasRuns: false },
  {
    encodings: ['windows-1257'],
    languages: 'ąčęėįšųūž āčēģīķļņšūž äöõüšž'.split(' '),
    hasRuns: false,
  },
];

/** Names are of other languages: so much of its letters a text has of its own. */
const enough = 0.7;
/** Hardly more than every fourth letter is accented where all others are Latin. */
const mostAccented = 1 / 4;
/** So much of a text tells its encoding. */
const sampled = 64 * 1024;

const beyondAscii = /[^\0-\u007f]/u;
const words = /[\p{L}\p{M}]+/gu;
/** A sign that clings to a word, or a control: "otworzy³" and "pañstw¹" are not written, "12 m³" and "1º" are. */
const misplaced =
  /(?<=\p{L})[^\0-\u007f\p{L}\p{M}\p{Z}\p{Pi}\p{Pf}„–—…·•\u00ad§%®™©°ªº²³](?=\p{L}|\s|$)|(?<=\p{L})[²³°ªº](?=\p{L})|(?<=\p{L}{3})[²³]|[\u0080-\u009f\ufffd]/gu;
/** A capital that a word does not begin with, unless all of it is: "dŽclarŽ". */
const oddCapital = /(?<=\p{Ll})\p{Lu}/gu;
const longRun = /[^\0-\u007f]{3,}/gu;

/** The name of an encoding; undefined where the bytes are no text in any that is known here. */
export function eightBitOf(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampled);
  if (sample.some(isControl)) return undefined;
  const high = sample.filter((byte) => byte >= 0x80).length;
  const plain = sample.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  // Texts in Cyrillic letters consist of high bytes; what is quoted in them may be Latin.
  if (high > plain) return cyrillicOf(sample);
  const best = latinOf(sample);
  if (best.fit >= enough) return best.encoding;
  const isRead = best.isWhole && high <= plain * mostAccented;
  return cyrillicOf(sample) ?? (isRead ? best.encoding : undefined);
}

/** A control character that no text holds; DOS ended its files with one. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte)) || byte === 0x7f;
}

interface Fit {
  readonly encoding: string;
  /** The part of its letters beyond ASCII that one language knows, less what is in no place for it; 1 at best. */
  readonly fit: number;
  /** Whether all of it is characters. */
  readonly isWhole: boolean;
}

function latinOf(sample: Uint8Array): Fit {
  const fits = writings.flatMap((writing) =>
    writing.encodings.map((encoding) => fitOf(sample, encoding, writing)),
  );
  return fits.reduce((best, each) => (each.fit > best.fit ? each : best));
}

function fitOf(sample: Uint8Array, encoding: string, { languages, hasRuns }: Writing): Fit {
  const text = new TextDecoder(encoding).decode(sample);
  const signs = text.match(misplaced) ?? [];
  const letters = new Map<string, number>();
  let odd = signs.length;
  for (const [word] of text.matchAll(words)) {
    if (!beyondAscii.test(word)) continue;
    odd += (word.match(oddCapital) ?? []).length;
    if (!hasRuns) odd += (word.match(longRun) ?? []).join('').length;
    for (const letter of word)
      if (beyondAscii.test(letter)) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
  const all = signs.length + sumOf(letters, () => true);
  const known = languages.map((language) =>
    sumOf(letters, (letter) => language.includes(letter) || language.includes(letter.toLowerCase())),
  );
  return {
    encoding,
    fit: all === 0 ? 1 : (Math.max(...known) - odd) / all,
    isWhole: !/[\u0080-\u009f\ufffd]/u.test(text),
  };
}

function sumOf(letters: ReadonlyMap<string, number>, isCounted: (letter: string) => boolean): number {
  return [...letters].reduce((sum, [letter, times]) => sum + (isCounted(letter) ? times : 0), 0);
}

/** The commonest letters of Russian, Ukrainian, Bulgarian and Serbian, nearly half of every text. */
const commonCyrillic = /[оеаинтсрвіл]/gu;

function cyrillicOf(sample: Uint8Array): string | undefined {
  const scored = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    // Of all that is no ASCII: letters that are taken for signs ("≥" for "і") tell against an encoding.
    const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
    return { encoding, share: (text.match(commonCyrillic)?.length ?? 0) / Math.max(foreign, 1) };
  });
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a));
  // Whatever is decoded wrongly has these letters in no more than a quarter of its places.
  return best.share > 0.35 ? best.encoding : undefined;
}
