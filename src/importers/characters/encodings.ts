// The bytes of a plain text become characters: Unicode by its marks, older encodings where the text says plainly which.
import { isUtf8 } from 'node:buffer';
import { eightBitOf } from './eight-bit.ts';

export interface Decoded {
  readonly text: string;
  /** The name of the encoding, such as `utf-8` or `windows-1251`. */
  readonly encoding: string;
  /** Whether that is a conclusion from the letters and not told by the file. */
  readonly guessed: boolean;
}

/** Decodes a text; undefined where the bytes are no text in an encoding that can be told. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = markOf(bytes);
  if (marked === 'utf-16le' || marked === 'utf-16be') return wideAs(marked, bytes, false);
  const wide = wideWithoutMark(bytes);
  if (wide) return wideAs(wide, bytes, true);
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return decodedAs('utf-8', bytes, false);
  if (marked) return undefined;
  const legacy = eightBitOf(bytes);
  return legacy === undefined ? undefined : decodedAs(legacy, bytes, true);
}

function decodedAs(encoding: string, bytes: Uint8Array, guessed: boolean): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed };
}

/** UTF-16 whose every unit is a character, or part of one. A last byte that stands alone is a line end of another program. */
function wideAs(encoding: string, bytes: Uint8Array, guessed: boolean): Decoded | undefined {
  try {
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    return { text: new TextDecoder(encoding, { fatal: true }).decode(whole), encoding, guessed };
  } catch {
    return undefined;
  }
}

/** A few bytes of a long text may be spoilt: they are shown as lost, and the rest is read as what it is. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const lost = text.match(/\ufffd/gu)?.length ?? 0;
  const whole = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0;
  return whole > lost * 10;
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** How much of a text tells its encoding; the rest has the same. */
const sampled = 4_096;

/** UTF-16 without its mark: every second byte of a text in Latin letters, blanks and full stops is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampled);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // A third: in a text in Cyrillic letters still every sixth character is a blank or a mark.
  const enough = sample.length / 2 / 8;
  if (odd > enough && even === 0) return 'utf-16le';
  return even > enough && odd === 0 ? 'utf-16be' : undefined;
}
