// `--batch`: questions or quotations as JSON lines in, answers as JSON lines out, in order.
import { once } from 'node:events';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import type { Message, MessageKey, Translate } from '../messages/messages.ts';
import { shown } from '../validation.ts';
import { longestQuotation, tooLong } from '../verdict.ts';
import { checkJson } from './check-json.ts';
import { answerJson } from './json.ts';
import { type Line, linesOf } from './lines.ts';

/** What Discord lets somebody type into an option; nobody asks more in one question. */
const longestQuestion = 6000;

/** A whole number beyond 2^53 would come back as another one, so it names no line. */
const idSchema = z.union([z.string(), z.int()]);
const anyIdSchema = z.object({ id: z.unknown() });

type Id = z.infer<typeof idSchema>;

/** One sort of batch: what a line holds, and what is answered. */
interface Batch<T> {
  readonly schema: z.ZodType<T & { id: Id }>;
  /** How a line is written, and what is said of one that is not. */
  readonly line: Message;
  readonly wrong: MessageKey;
  /** Throws `UserError` for what cannot be answered. */
  readonly answer: (data: T, library: Library) => object;
}

const questions: Batch<{ question: string }> = {
  schema: z.object({ id: idSchema, question: z.string() }),
  line: { key: 'batch.questionLine' },
  wrong: 'batch.wrongLine',
  answer: ({ question }, library) => {
    const count = question.length;
    if (count > longestQuestion)
      throw new UserError({ key: 'batch.questionTooLong', values: { count, most: longestQuestion } });
    return answerJson(library.ask(question));
  },
};

const quotations: Batch<{ text: string; speaker?: string | null | undefined }> = {
  schema: z.object({ id: idSchema, text: z.string(), speaker: z.string().nullish() }),
  line: { key: 'batch.quotationLine' },
  wrong: 'batch.wrongQuotation',
  answer: ({ text, speaker }, library) => {
    if (text.length > longestQuotation) throw tooLong(text.length);
    return checkJson(library.check(text, { speaker: speaker ?? undefined }));
  },
};

/** Where a batch is read from and written to. */
interface Run {
  readonly file: string;
  readonly library: Library;
  readonly output: NodeJS.WritableStream;
  readonly translate: Translate;
}

/**
 * Answers a file of `{"id","question"}` lines, `-` being standard input. A bad line gives `{"id","error"}` in its
 * place. Returns how many lines were bad; throws `ProblemsError` where the file cannot be read.
 */
export async function answerBatch(
  file: string,
  library: Library,
  output: NodeJS.WritableStream,
  translate: Translate,
): Promise<number> {
  return run(questions, { file, library, output, translate });
}

/** Checks a file of `{"id","text","speaker"?}` lines, one quotation each, in the same way. */
export async function checkBatch(
  file: string,
  library: Library,
  output: NodeJS.WritableStream,
  translate: Translate,
): Promise<number> {
  return run(quotations, { file, library, output, translate });
}

async function run<T>(batch: Batch<T>, { file, output, ...run }: Run): Promise<number> {
  let bad = 0;
  for await (const line of linesOf(file, batch.line)) {
    if ('text' in line && line.text.trim() === '') continue;
    const answered = answerLine(line, batch, run);
    if ('error' in answered) bad++;
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, 'drain');
  }
  return bad;
}

function answerLine<T>(
  line: Line,
  batch: Batch<T>,
  { library, translate }: Pick<Run, 'library' | 'translate'>,
): object {
  if ('wrong' in line) return { id: null, error: translate(line.wrong, { line: batch.line }) };
  const wrong = (id: Id | null, key: MessageKey): object => ({
    id,
    error: translate(key, { value: shown(line.text), line: batch.line }),
  });
  const data = parsed(line.text);
  if (data === undefined) return wrong(null, 'batch.notJson');
  const { id: given } = anyIdSchema.safeParse(data).data ?? {};
  const id = idSchema.safeParse(given);
  if (given !== undefined && !id.success) return wrong(null, 'batch.wrongId');
  const checked = batch.schema.safeParse(data);
  if (!checked.success) return wrong(id.data ?? null, batch.wrong);
  try {
    return { id: checked.data.id, ...batch.answer(checked.data, library) };
  } catch (error) {
    // One line that fails, whoever's fault it is, must not take the answers to all others away.
    return { id: checked.data.id, error: errorText(error, translate) };
  }
}

function errorText(error: unknown, translate: Translate): string {
  if (error instanceof UserError) return translate(error.told.key, error.told.values);
  return translate('unexpected', { reason: error instanceof Error ? error.message : String(error) });
}

/** The data of a JSON text, or undefined, which no JSON text stands for. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
