// The lines of a file or of standard input, as bytes: what is wrong with one is told of that line and hides no other.
import { isUtf8 } from 'node:buffer';
import { createReadStream, fstatSync } from 'node:fs';
import { ProblemsError } from '../common/errors.ts';
import { reasonOf } from '../common/reasons.ts';
import type { Message, MessageKey } from '../messages/messages.ts';

/** A line without its line end, or the sentence that says why it cannot be used. */
export type Line = { readonly text: string } | { readonly wrong: MessageKey };

/** A line of a longest question with every character written as `\uXXXX` has less than a twentieth of this. */
const longestLine = 1_048_576;
const lineFeed = 0x0a;

/** The lines of a file, `-` being standard input. Throws `ProblemsError`, saying which lines are `wanted`, where it cannot be read. */
export async function* linesOf(file: string, wanted: Message): AsyncGenerator<Line> {
  const rest = new Pending();
  try {
    for await (const chunk of bytesOf(file)) yield* rest.add(chunk);
  } catch (cause) {
    const values = { reason: reasonOf(cause), line: wanted };
    throw new ProblemsError([{ place: { file }, message: { key: 'batch.unreadable', values }, cause }]);
  }
  yield* rest.end();
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  // Node gives a standard input that is a folder as an empty one; read as a file it says what it is.
  const isFolder = file === '-' && fstatSync(process.stdin.fd).isDirectory();
  const input = file === '-' && !isFolder ? process.stdin : createReadStream(isFolder ? '/dev/stdin' : file);
  for await (const chunk of input) yield Buffer.from(chunk);
}

/** The line that is being read. A line ends with LF alone: U+2028 may stand inside of JSON. */
class Pending {
  #pieces: Buffer[] = [];
  #length = 0;
  #isFirst = true;

  *add(chunk: Buffer): Generator<Line> {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.#keep(chunk.subarray(from, end));
      yield this.#take();
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
  }

  /** The last line, where the file does not end with a line end. */
  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#take();
  }

  /** What is too long is counted and not kept, so that a file without line ends fills no memory. */
  #keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length <= longestLine) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  #take(): Line {
    const bytes = Buffer.concat(this.#pieces);
    const line = this.#length > longestLine ? ({ wrong: 'batch.lineTooLong' } as const) : decoded(bytes);
    this.#pieces = [];
    this.#length = 0;
    const mark = this.#isFirst ? /^\ufeff|\r$/gu : /\r$/u;
    this.#isFirst = false;
    return 'wrong' in line ? line : { text: line.text.replace(mark, '') };
  }
}

function decoded(bytes: Buffer): Line {
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { wrong: 'batch.notUtf8' };
}
