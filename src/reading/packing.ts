// What is kept of a passage, as bytes: its vector, and for each window its sentences and states in 4 bits a number.
import type { Window } from './tokens.ts';

/** What is kept of a passage. */
export interface Kept {
  /** The passage's unit vector, each number times 127. */
  readonly vector: Int8Array;
  readonly windows: readonly KeptWindow[];
}

export interface KeptWindow {
  readonly head: number;
  readonly pieces: Window['pieces'];
  readonly tokens: number;
  /** tokens × width whole numbers from −8 to 7. */
  readonly states: Int8Array;
}

/**
 * Layout, little-endian: windows u16; for each tokens u16, head u16, pieces u16, (sentence u16, tokens u16) …, states
 * (two to a byte). Throws a `RangeError` where a number does not fit; tokens.ts makes none such.
 */
export function pack(windows: readonly KeptWindow[]): Uint8Array {
  const parts = windows.flatMap(({ head, pieces, tokens, states }) => {
    const numbers = [
      tokens,
      head,
      pieces.length,
      ...pieces.flatMap((piece) => [piece.sentence, piece.tokens]),
    ];
    return [words(numbers), nibbles(states)];
  });
  return Buffer.concat([words([windows.length]), ...parts]);
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  // Unlike a typed array, it throws where a number has more than 16 bits, and is little-endian everywhere.
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * at);
  return bytes;
}

/** Throws a `RangeError` where the bytes are not what `pack` wrote for states of this width. */
export function unpack(bytes: Uint8Array, width: number): KeptWindow[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const next = (): number => {
    const value = view.getUint16(at, true);
    at += 2;
    return value;
  };
  const windows = Array.from({ length: next() }, () => {
    const tokens = next();
    const head = next();
    const pieces = Array.from({ length: next() }, () => ({ sentence: next(), tokens: next() }));
    const size = (tokens * width) / 2;
    if (at + size > bytes.byteLength) throw new RangeError('reading/packing: the bytes end too early');
    const states = numbersOf(bytes.subarray(at, at + size));
    at += size;
    return { tokens, head, pieces, states };
  });
  if (at !== bytes.byteLength) throw new RangeError('reading/packing: bytes are left over');
  return windows;
}

/** An even count of numbers from −8 to 7, two to a byte, the first in the low half. */
function nibbles(numbers: Int8Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = ((numbers[2 * at] ?? 0) & 15) | (((numbers[2 * at + 1] ?? 0) & 15) << 4);
  return bytes;
}

function numbersOf(bytes: Uint8Array): Int8Array {
  const numbers = new Int8Array(bytes.length * 2);
  for (const [at, byte] of bytes.entries()) {
    numbers[2 * at] = (byte << 28) >> 28;
    numbers[2 * at + 1] = (byte << 24) >> 28;
  }
  return numbers;
}
