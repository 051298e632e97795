// ZIP archives without trust: what they claim is checked before it is unpacked, and unpacking stops at a limit.
import { crc32, inflateRawSync } from 'node:zlib';
import { codeOf } from '../../common/reasons.ts';

export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  /** The checksum of what is unpacked. */
  readonly checksum: number;
  readonly packed: number;
  /** What the archive says the unpacked size is; it may lie. */
  readonly claimed: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
/** A comment of the archive may stand behind its end: at most 65,535 bytes. */
const longestComment = 0xffff;

/** The entries of an archive, or undefined where it is broken or has more than `most`. */
export function entriesOf(bytes: Buffer, most: number): Entry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) return undefined;
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > bytes.length || bytes.readUInt32LE(at) !== entryMark) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + entryBytes, at + entryBytes + nameLength),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      claimed: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += entryBytes + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number | undefined {
  const last = bytes.length - endBytes;
  for (let at = last; at >= 0 && at >= last - longestComment; at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  return undefined;
}

/**
 * An entry unpacked; undefined where it is broken or its checksum says that it was changed, or `tooLarge` where it would have
 * more than `most` bytes.
 */
export function unpacked(bytes: Buffer, entry: Entry, most: number): Buffer | 'tooLarge' | undefined {
  const data = inflated(bytes, entry, most);
  return Buffer.isBuffer(data) && crc32(data) !== entry.checksum ? undefined : data;
}

function inflated(bytes: Buffer, entry: Entry, most: number): Buffer | 'tooLarge' | undefined {
  const { offset, packed, method } = entry;
  if (entry.claimed > most) return 'tooLarge';
  if (offset + localBytes > bytes.length || bytes.readUInt32LE(offset) !== localMark) return undefined;
  const from = offset + localBytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.length > most ? 'tooLarge' : data;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : undefined;
  }
}
