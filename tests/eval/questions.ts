// The questions of an evaluation: read, checked, and what counts as a hit.
import { z } from 'zod';
import { type Problem, ProblemsError } from '../../src/common/errors.ts';
import { readText } from '../../src/common/text-file.ts';
import { shown } from '../../src/common/validation.ts';
import type { Passage, Span } from '../../src/corpus/passages.ts';

const answerSchema = z.object({
  /** Words that answer, as they stand in the passage. */
  text: z.string().min(1),
  /** The passage's paragraph, from 0; where it is not given, every passage that holds the text is right. */
  paraIndex: z.number().int().min(0).optional(),
  /** Where the text begins in its paragraph, in code points; where not given, its first place. */
  charStart: z.number().int().min(0).optional(),
  /** The document, where it is not the question's. */
  docId: z.string().optional(),
});

/** Words alone are an answer as well: that is all that somebody with ten questions of his own has to write. */
const words = z
  .string()
  .min(1)
  .transform((text): z.infer<typeof answerSchema> => ({ text }));

const questionSchema = z
  .object({
    id: z.union([z.string(), z.number()]),
    docId: z.string().optional(),
    question: z.string().min(1),
    answers: z.array(z.union([words, answerSchema])),
    answerable: z.boolean().optional(),
    kind: z.string().optional(),
  })
  .transform(({ answerable, ...question }) => ({
    ...question,
    answerable: answerable ?? question.answers.length > 0,
  }));

export type Question = z.infer<typeof questionSchema>;

/** How a line is written, for what is said of a wrong one. */
const wantedLine =
  '{"question", "answers": ["words of the passage that answers"]}, with "answers": [] where nothing does';

/** Reads JSON lines; every wrong line is named, and none is passed over. A question without an id has its line's number. */
export async function readQuestions(file: string): Promise<Question[]> {
  const text = await readText(file);
  if (typeof text !== 'string') throw new ProblemsError([text]);
  const lines = text.split('\n');
  const problems: Problem[] = [];
  const questions = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const checked = questionSchema.safeParse(json(line, index + 1));
    if (checked.success) return [checked.data];
    const place = { file, line: index + 1 };
    problems.push({
      place,
      message: { key: 'batch.wrongLine', values: { value: shown(line), line: wantedLine } },
    });
    return [];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return questions;
}

function json(line: string, id: number): unknown {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null ? { id, ...read } : read;
  } catch {
    return undefined;
  }
}

/** The answerable questions that no passage answers: a slip in their words, most likely, and they can only count as wrong. */
export function unfound(questions: readonly Question[], passages: readonly Passage[]): Question[] {
  return questions.filter(
    (question) => question.answerable && !passages.some((passage) => isHit(passage, question)),
  );
}

/** Whether a passage is one of those that answer. */
export function isHit(passage: Passage, question: Question): boolean {
  return question.answers.some(
    ({ docId = question.docId, paraIndex, text }) =>
      (docId === undefined || passage.document.id === docId) &&
      (paraIndex === undefined ? passage.text.includes(text) : passage.paragraph === paraIndex + 1),
  );
}

/** Whether a sentence of a right passage is one that holds an answer. */
export function isRightSentence(passage: Passage, sentence: Span, question: Question): boolean {
  return question.answers.some(({ docId = question.docId, paraIndex, text, charStart }) => {
    if (docId !== undefined && passage.document.id !== docId) return false;
    if (paraIndex !== undefined && passage.paragraph !== paraIndex + 1) return false;
    const start =
      charStart === undefined
        ? passage.text.indexOf(text)
        : [...passage.text].slice(0, charStart).join('').length;
    return start >= 0 && start < sentence.end && start + text.length > sentence.start;
  });
}

/** What an unanswerable question is off: the subject of the sources, or only what they tell of it. */
export function isOffSubject({ kind, docId }: Question, documents: ReadonlySet<string>): boolean {
  if (kind !== undefined) return kind === 'off-subject' || kind === 'small-talk';
  return docId === undefined || !documents.has(docId);
}
