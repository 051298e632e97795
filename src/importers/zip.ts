// ZIP archives without trust: what they claim is checked before it is unpacked, and unpacking stops at a limit.
import { crc32, inflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
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

/** An entry unpacked; undefined where it is broken, or `tooLarge` where it would have more than `most` bytes. */
export function unpacked(bytes: Buffer, entry: Entry, most: number): Buffer | 'tooLarge' | undefined {
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
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : undefined;
  }
}

/** An archive of files as they are, not packed: what was checked is written anew, so that nothing else is in it. */
export function archiveOf(files: readonly { readonly name: string; readonly data: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(localBytes);
    local.writeUInt32LE(localMark, 0);
    local.writeUInt16LE(20, 4);
    describe(local, 14, data, nameBytes);
    const entry = Buffer.alloc(entryBytes);
    entry.writeUInt32LE(entryMark, 0);
    entry.writeUInt16LE(20, 6);
    describe(entry, 16, data, nameBytes);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, nameBytes, data);
    directory.push(entry, nameBytes);
    offset += local.length + nameBytes.length + data.length;
  }
  const end = Buffer.alloc(endBytes);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Checksum, sizes and the length of the name stand in this order in both kinds of headers. */
function describe(header: Buffer, at: number, data: Buffer, name: Buffer): void {
  header.writeUInt32LE(crc32(data), at);
  header.writeUInt32LE(data.length, at + 4);
  header.writeUInt32LE(data.length, at + 8);
  header.writeUInt16LE(name.length, at + 12);
}
