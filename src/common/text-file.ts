// First step of the flow: the bytes of a file become text, or a problem that says where they are not UTF-8.
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Problem } from './errors.ts';
import { reasonOf } from './reasons.ts';

/** Reads a file as UTF-8 with LF line ends and without a byte order mark. */
export async function readText(file: string): Promise<string | Problem> {
  try {
    return textOf(await readFile(file), file);
  } catch (cause) {
    return unreadable(file, cause);
  }
}

/** A file or a folder that cannot be read. */
export function unreadable(file: string, cause: unknown): Problem {
  return { place: { file }, message: { key: 'file.unreadable', values: { reason: reasonOf(cause) } }, cause };
}

/** The text of a file's bytes, as `readText` gives it. */
export function textOf(bytes: Buffer, file: string): string | Problem {
  if (!isUtf8(bytes)) return notUtf8(bytes, file);
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}

function notUtf8(bytes: Buffer, file: string): Problem {
  const offset = firstBadByte(bytes);
  const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
  const byte = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`;
  return { place: { file, line }, message: { key: 'file.notUtf8', values: { byte, offset } } };
}

/** The offset of the first byte that is no UTF-8: everything before it decodes, so a binary search finds it. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether bytes are UTF-8, or would be if what is cut off at the end went on. */
function decodesSoFar(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
