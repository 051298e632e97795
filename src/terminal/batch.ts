// `--batch`: questions as JSON lines in, answers as JSON lines out, in order.
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import type { MessageKey, Translate } from '../messages/messages.ts';
import { shown } from '../validation.ts';
import { answerJson } from './json.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** A line's id where it has a usable one, for saying which line was bad. */
const idSchema = z.object({ id: lineSchema.shape.id });

/**
 * Answers a file of `{"id","question"}` lines, `-` being standard input. A bad line gives `{"id","error"}` in its
 * place. Returns how many lines were bad; throws `UserError` where the file cannot be read.
 */
export async function answerBatch(
  file: string,
  library: Library,
  output: NodeJS.WritableStream,
  translate: Translate,
): Promise<number> {
  let bad = 0;
  for await (const line of linesOf(file)) {
    if (line.trim() === '') continue;
    const answered = answerLine(line, library, translate);
    if ('error' in answered) bad++;
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, 'drain');
  }
  return bad;
}

function answerLine(line: string, library: Library, translate: Translate): object {
  const failed = (id: string | number | null, key: MessageKey): object => ({
    id,
    error: translate(key, { value: shown(line) }),
  });
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return failed(null, 'batch.notJson');
  }
  const checked = lineSchema.safeParse(data);
  if (checked.success) return { id: checked.data.id, ...answerJson(library.ask(checked.data.question)) };
  return failed(idSchema.safeParse(data).data?.id ?? null, 'batch.wrongLine');
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : await openForReading(file);
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

async function openForReading(file: string): Promise<NodeJS.ReadableStream> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('EISDIR: this is a folder');
    return handle.createReadStream({ encoding: 'utf8' });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError({ key: 'batch.unreadable', values: { file, reason } }, { cause });
  }
}
