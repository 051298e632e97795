// `--batch`: questions or quotations as JSON lines in, answers as JSON lines out, in order.
import { once } from 'node:events';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import type { Document } from '../../corpus/document.ts';
import { documentNamed } from '../../dialogue/refusals.ts';
import { speakerMeant } from '../../dialogue/verdict.ts';
import type { Library } from '../../library.ts';
import type { Message, MessageKey, Translate } from '../../messages/messages.ts';
import { type Line, linesOf } from '../lines.ts';
import { checkJson } from '../reports/check-json.ts';
import { answerJson } from '../reports/json.ts';
import type { Options } from '../requests.ts';

/** A whole number beyond 2^53 would come back as another one, so it names no line. */
const idSchema = z.union([z.string(), z.int()]);
const anyIdSchema = z.object({ id: z.unknown() });

type Id = z.infer<typeof idSchema>;

/** What was given with the file and holds for every line. */
interface Given {
  /** Who is said to have said the words of a line that names nobody. */
  readonly speaker?: string | undefined;
  /** The only document that the words are looked for in. */
  readonly source?: Document | undefined;
}

/** One sort of batch: what a line holds, and what is answered. */
interface Batch<T> {
  readonly schema: z.ZodType<T & { id: Id }>;
  /** How a line is written, and what is said of one that is not. */
  readonly line: Message;
  readonly wrong: MessageKey;
  /** Throws `UserError` for what cannot be answered. */
  readonly answer: (data: T, library: Library, given: Given) => Promise<object>;
}

const questions: Batch<{ question: string }> = {
  schema: z.object({ id: idSchema, question: z.string() }),
  line: { key: 'batch.questionLine' },
  wrong: 'batch.wrongLine',
  answer: async ({ question }, library) => answerJson(await library.ask(question)),
};

const quotations: Batch<{ text: string; speaker?: string | null | undefined }> = {
  schema: z.object({ id: idSchema, text: z.string(), speaker: z.string().nullish() }),
  line: { key: 'batch.quotationLine' },
  wrong: 'batch.wrongQuotation',
  answer: async ({ text, speaker }, library, given) => {
    const named = speaker?.trim() ? speaker : given.speaker;
    return checkJson(await library.check(text, { ...given, speaker: named }));
  },
};

/** Where a batch is read from and written to. */
interface Run {
  readonly file: string;
  readonly given: Given;
  readonly library: Library;
  readonly output: NodeJS.WritableStream;
  readonly translate: Translate;
}

/**
 * Answers a file of `{"id","question"}` lines, `-` being standard input. A bad line gives `{"id","error"}` in its
 * place. The passages are read first, some forty a second where they were never read before. Returns how many lines were bad; throws `ProblemsError` where the file cannot be read.
 */
export async function answerBatch(
  file: string,
  library: Library,
  output: NodeJS.WritableStream,
  translate: Translate,
): Promise<number> {
  // Else the first answers would come from fewer passages than the last ones.
  await library.vectors();
  return run(questions, { file, given: {}, library, output, translate });
}

/**
 * Checks a file of `{"id","text","speaker"?}` lines, one quotation each, in the same way. The options hold for every
 * line, but that a line may name another speaker. Throws `UserError` where the source is no document here.
 */
export async function checkBatch(
  file: string,
  library: Library,
  output: NodeJS.WritableStream,
  translate: Translate,
  options: Options = {},
): Promise<number> {
  const speaker = await speakerMeant(options.speaker, library);
  const given = { speaker, source: documentNamed(options.source ?? null, library) };
  return run(quotations, { file, given, library, output, translate });
}

async function run<T>(batch: Batch<T>, { file, output, ...run }: Run): Promise<number> {
  let bad = 0;
  for await (const line of linesOf(file, batch.line)) {
    if ('text' in line && line.text.trim() === '') continue;
    const answered = await answerLine(line, batch, run);
    if ('error' in answered) bad++;
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, 'drain');
  }
  return bad;
}

async function answerLine<T>(
  line: Line,
  batch: Batch<T>,
  { given, library, translate }: Omit<Run, 'file' | 'output'>,
): Promise<object> {
  if ('wrong' in line) return { id: null, error: translate(line.wrong, { line: batch.line }) };
  const wrong = (id: Id | null, key: MessageKey): object => ({
    id,
    error: translate(key, { value: shown(line.text), line: batch.line }),
  });
  const data = parsed(line.text);
  if (data === undefined) return wrong(null, 'batch.notJson');
  const { id: named } = anyIdSchema.safeParse(data).data ?? {};
  const id = idSchema.safeParse(named);
  if (named !== undefined && !id.success) return wrong(null, 'batch.wrongId');
  const checked = batch.schema.safeParse(data);
  if (!checked.success) return wrong(id.data ?? null, batch.wrong);
  try {
    return { id: checked.data.id, ...(await batch.answer(checked.data, library, given)) };
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
