// `--batch`: questions as JSON lines in, answers as JSON lines out, in order.
import { once } from 'node:events';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import type { MessageKey, Translate } from '../messages/messages.ts';
import { shown } from '../validation.ts';
import { answerJson } from './json.ts';
import { type Line, linesOf } from './lines.ts';

/** What Discord lets somebody type into an option; nobody asks more in one question. */
const longestQuestion = 6000;

/** A whole number beyond 2^53 would come back as another one, so it names no line. */
const idSchema = z.union([z.string(), z.int()]);
const lineSchema = z.object({ id: idSchema, question: z.string() });
const anyIdSchema = z.object({ id: z.unknown() });

type Id = z.infer<typeof idSchema>;

/** The answer to a line, or what is wrong with it. */
type Answered =
  | { readonly id: Id; readonly outcome: string }
  | { readonly id: Id | null; readonly error: string };

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
  let bad = 0;
  for await (const line of linesOf(file)) {
    if ('text' in line && line.text.trim() === '') continue;
    const answered = answerLine(line, library, translate);
    if ('error' in answered) bad++;
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, 'drain');
  }
  return bad;
}

function answerLine(line: Line, library: Library, translate: Translate): Answered {
  if ('wrong' in line) return { id: null, error: translate(line.wrong) };
  const wrong = (id: Id | null, key: MessageKey): Answered => ({
    id,
    error: translate(key, { value: shown(line.text) }),
  });
  const data = parsed(line.text);
  if (data === undefined) return wrong(null, 'batch.notJson');
  const { id: given } = anyIdSchema.safeParse(data).data ?? {};
  const id = idSchema.safeParse(given);
  if (given !== undefined && !id.success) return wrong(null, 'batch.wrongId');
  const checked = lineSchema.safeParse(data);
  if (!checked.success) return wrong(id.data ?? null, 'batch.wrongLine');
  return answerQuestion(checked.data, library, translate);
}

/** The data of a JSON text, or undefined, which no JSON text stands for. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerQuestion(
  { id, question }: z.infer<typeof lineSchema>,
  library: Library,
  translate: Translate,
): Answered {
  if (question.length > longestQuestion) {
    return {
      id,
      error: translate('batch.questionTooLong', { count: question.length, most: longestQuestion }),
    };
  }
  try {
    return { id, ...answerJson(library.ask(question)) };
  } catch (error) {
    // One question that fails, whoever's fault it is, must not take the answers to all others away.
    if (error instanceof UserError) return { id, error: translate(error.told.key, error.told.values) };
    const reason = error instanceof Error ? error.message : String(error);
    return { id, error: translate('unexpected', { reason }) };
  }
}
