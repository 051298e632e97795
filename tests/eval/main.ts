// npm run eval -- --corpus DIR|FILE.jsonl --questions FILE.jsonl [--hold-out-documents] [--show-errors] [--json]
// How well a corpus answers its questions, beside plain MiniSearch on the same questions in the same run.
import { Console } from 'node:console';
import { Command } from 'commander';
import { readCollection } from '../../src/corpus/collection.ts';
import { labelOf } from '../../src/corpus/passages.ts';
import { complain, sayWhatIsWrong, unusable } from '../../src/ending.ts';
import { describeProblem } from '../../src/errors.ts';
import {
  type Asked,
  type Evaluation,
  evaluate,
  type Figures,
  type Silence,
  sentenceIsRight,
} from './evaluate.ts';
import { isHit, type Question, readQuestions } from './questions.ts';

interface Options {
  readonly corpus: string;
  readonly questions: string;
  readonly holdOutDocuments?: boolean;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

const program = new Command('eval')
  .description('Measures how well a corpus answers questions.')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option(
    '-q, --questions <file>',
    'lines {"id","docId"?,"question","answers":[{"text","paraIndex"?}],"answerable"}',
    'tests/golden/questions.jsonl',
  )
  .option('--hold-out-documents', 'also ask the questions of each document where it is left out')
  .option('--show-errors', 'show the questions that went wrong, with what was shown')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const isGiven = (name: string): boolean => program.getOptionValueSource(name) !== 'default';
  // The golden questions are about the shipped corpus; of any other they would measure nothing.
  if (isGiven('corpus') && !isGiven('questions')) {
    program.error('--questions is needed with --corpus', { exitCode: unusable });
  }
  const collection = await readCollection(options.corpus);
  complain(collection.problems.map((problem) => describeProblem(problem)));
  const questions = await readQuestions(options.questions);
  const evaluation = await evaluate(collection, questions, options.holdOutDocuments === true);
  if (options.json) printJson(evaluation, options);
  else printTables(evaluation, options);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

function printTables({ ours, plain, asked, heldOut }: Evaluation, options: Options): void {
  const console = new Console(process.stdout);
  console.table({ ours: ranking(ours), 'plain MiniSearch': ranking(plain) });
  const rows = Object.entries({
    'on the subject': [ours.onSubject, plain.onSubject],
    'off the subject': [ours.offSubject, plain.offSubject],
    'document left out': [ours.heldOut, plain.heldOut],
  } as const).flatMap(([sort, [mine, theirs]]) => [
    ...(mine ? [[sort, silence(mine)] as const] : []),
    ...(theirs ? [[`${sort}, plain MiniSearch at its best threshold`, silence(theirs)] as const] : []),
  ]);
  if (rows.length > 0) console.table(Object.fromEntries(rows));
  if (options.showErrors)
    for (const error of errorsOf([...asked, ...heldOut.map(unanswerable)])) console.log(errorText(error));
}

function printJson({ ours, plain, asked, heldOut }: Evaluation, options: Options): void {
  const errors = options.showErrors ? { errors: errorsOf([...asked, ...heldOut.map(unanswerable)]) } : {};
  process.stdout.write(`${JSON.stringify({ ours, plain, ...errors })}\n`);
}

function ranking(figures: Figures): Record<string, number | string> {
  const { answerable, top1, top5, mrr, answeredRight, sentence, medianMs, p99Ms } = figures;
  return {
    answerable,
    'top-1': percent(top1),
    'top-5': percent(top5),
    MRR: percent(mrr),
    'right and answered': percent(answeredRight),
    sentence: percent(sentence),
    'median ms': Number(medianMs.toPrecision(3)),
    'p99 ms': Number(p99Ms.toPrecision(3)),
  };
}

function silence(figures: Silence): Record<string, number | string> {
  return {
    unanswerable: figures.questions,
    AUROC: percent(figures.auroc),
    'balanced accuracy': percent(figures.balanced),
    'answers missed': percent(figures.missed),
    'wrongly answered': percent(figures.wronglyAnswered),
  };
}

/** Three digits, as the published figures have them. */
function percent(share: number | undefined): string {
  return share === undefined ? '–' : share.toFixed(3);
}

interface Wrong {
  readonly id: Question['id'];
  readonly kind: 'wrong passage' | 'wrong sentence' | 'no answer' | 'wrongly answered';
  readonly question: string;
  readonly confidence: number;
  readonly shown: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/** A question about a document that is left out is one that nothing answers. */
function unanswerable(one: Asked): Asked {
  return { ...one, question: { ...one.question, answerable: false, answers: [] } };
}

function errorsOf(asked: readonly Asked[]): Wrong[] {
  return asked.flatMap((one) => {
    const kind = errorOf(one);
    const [first] = one.passages;
    if (!kind) return [];
    const { id, question } = one.question;
    const expected = expectedIn(one.question);
    const sentence = first && one.sentence ? first.text.slice(one.sentence.start, one.sentence.end) : '';
    return [
      {
        id,
        kind,
        question,
        confidence: one.confidence,
        shown: first ? labelOf(first) : '',
        text: sentence,
        expected,
      },
    ];
  });
}

/** The passages that would have been right, as labels where the question names them, and the words that answer. */
function expectedIn({ answers, docId }: Question): string[] {
  return answers.map((answer) => {
    const document = answer.docId ?? docId ?? 'any document';
    const place = answer.paraIndex === undefined ? document : `${document} ¶${answer.paraIndex + 1}`;
    return `${place}: ${answer.text}`;
  });
}

function errorOf(one: Asked): Wrong['kind'] | undefined {
  const [first] = one.passages;
  if (!one.question.answerable) return one.answered ? 'wrongly answered' : undefined;
  if (!first || !isHit(first, one.question)) return 'wrong passage';
  if (!one.answered) return 'no answer';
  return sentenceIsRight(one) ? undefined : 'wrong sentence';
}

function errorText({ id, kind, question, confidence, shown, text, expected }: Wrong): string {
  return [
    `${kind}  ${id}  ${question}`,
    `  ${confidence.toFixed(3)}  ${shown}: ${text}`,
    ...expected.map((answer) => `  expected ${answer}`),
    '',
  ].join('\n');
}
