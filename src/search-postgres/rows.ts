// How rows of numbers and terms stand in PostgreSQL.
import { createHash } from 'node:crypto';

/** All machines that Node runs on have the lowest byte first. */
export function bytesOf(numbers: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A copy: what comes from the server may begin at any byte. */
export function wide(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

export function narrow(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(bytes).buffer);
}

/** In UTF-16 code units; the key of an index takes some 2,700 bytes at most. */
const longestTerm = 200;

/** The name under which a term is filed: itself, or where PostgreSQL would not take it, its hash. No term of a text begins with "#". */
export function filedAs(term: string): string {
  if (term.length <= longestTerm && term.isWellFormed() && !term.includes('\0')) return term;
  return `#${createHash('sha256').update(Buffer.from(term, 'utf16le')).digest('hex')}`;
}
