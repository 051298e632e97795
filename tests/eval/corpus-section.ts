// The section of a corpus with questions: the shipped talks, an encyclopedia, an operator's own.
import type { Collection } from '../../src/corpus/files/collection.ts';
import { labelOf } from '../../src/corpus/passages.ts';
import { dresses, undressed } from './dresses.ts';
import {
  type Asked,
  type Evaluation,
  evaluate,
  type Figures,
  type Silence,
  sentenceIsRight,
} from './evaluate.ts';
import { measured } from './measures.ts';
import { isHit, type Question } from './questions.ts';
import {
  confidenceData,
  confidenceTables,
  dressTable,
  inWords,
  percent,
  type Row,
  type Section,
  type Table,
  withInterval,
} from './report.ts';
import type { Way } from './ways.ts';

export interface SectionOptions {
  readonly ways: readonly Way[];
  readonly dresses?: boolean | undefined;
  readonly showErrors?: boolean | undefined;
}

export async function corpusSection(
  title: string,
  collection: Collection,
  questions: readonly Question[],
  options: SectionOptions & { readonly holdOut?: boolean | undefined },
): Promise<Section> {
  const evaluations = await evaluate(collection, questions, {
    ways: options.ways,
    holdOut: options.holdOut === true,
    dresses: options.dresses ? dresses : undressed,
  });
  const wrong = options.showErrors ? evaluations.filter(({ way }) => way.judges).map(wrongOf) : [];
  return {
    title,
    inWords: evaluations.filter(({ way }) => way.judges).map(toldOf),
    tables: [...figureTables(evaluations), ...evaluations.flatMap((each) => calibration(each, options))],
    errors: wrong.flatMap(({ way, errors }) => [`\n${way}\n`, ...errors.map(errorText)]),
    data: {
      ways: Object.fromEntries(evaluations.map((each) => [each.way.name, dataOf(each)])),
      errors: wrong,
    },
  };
}

function toldOf({ way, asked }: Evaluation): string {
  const written = asked.filter(({ dress }) => dress in undressed);
  const went = written.map(({ question, answered, passages: [first] }) => ({
    isAnswerable: question.answerable,
    isAnswered: answered,
    isRight: first !== undefined && isHit(first, question),
  }));
  return inWords(way.name, went);
}

function figureTables(evaluations: readonly Evaluation[]): Table[] {
  const rows = evaluations.map(({ way, figures }) => [way.name, rankingRow(figures)] as const);
  const sorts = {
    'on the subject': 'onSubject',
    'off the subject': 'offSubject',
    'document left out': 'heldOut',
  } as const;
  const silent = Object.entries(sorts).flatMap(([sort, key]) =>
    evaluations.flatMap(({ way, figures }) => {
      const name = `${sort}, ${way.name}${way.judges ? '' : ' at its best threshold'}`;
      return figures[key] ? [[name, silenceRow(figures[key], figures, way)] as const] : [];
    }),
  );
  return [
    { title: 'answerable questions', rows: Object.fromEntries(rows) },
    ...(silent.length > 0 ? [{ title: 'unanswerable questions', rows: Object.fromEntries(silent) }] : []),
  ];
}

function rankingRow(figures: Figures): Row {
  const { answerable, top1, top5, mrr, answeredRight, sentence, medianMs, p99Ms } = figures;
  return {
    answerable,
    'top-1': withInterval(measured(top1, answerable)),
    'top-5': withInterval(measured(top5, answerable)),
    MRR: percent(mrr),
    'right and answered': withInterval(measured(answeredRight, answerable)),
    sentence: percent(sentence),
    'median ms': Number(medianMs.toPrecision(3)),
    'p99 ms': Number(p99Ms.toPrecision(3)),
  };
}

function silenceRow(silence: Silence, { answerable }: Figures, { judges }: Way): Row {
  return {
    unanswerable: silence.questions,
    AUROC: percent(silence.auroc),
    'balanced accuracy': percent(silence.balanced),
    ...(judges && {
      silent: withInterval(measured(1 - silence.wronglyAnswered, silence.questions)),
      'answers missed': withInterval(measured(silence.missed, answerable)),
    }),
  };
}

function calibration({ way, asked }: Evaluation, options: SectionOptions): Table[] {
  if (!way.judges) return [];
  const written = asked.filter(({ dress }) => dress in undressed);
  const table = options.dresses ? [dressTable(way.name, asked)] : [];
  return [...confidenceTables([way.name, written]), ...table];
}

function dataOf({ way, figures, asked }: Evaluation): Record<string, unknown> {
  const written = asked.filter(({ dress }) => dress in undressed);
  return { ...figures, ...(way.judges && confidenceData(written)) };
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

function wrongOf({ way, asked, heldOut }: Evaluation): { way: string; errors: Wrong[] } {
  const written = asked.filter(({ dress }) => dress in undressed);
  return { way: way.name, errors: [...written, ...heldOut.map(unanswerable)].flatMap(errorsOf) };
}

/** A question about a document that is left out is one that nothing answers. */
function unanswerable(one: Asked): Asked {
  return { ...one, question: { ...one.question, answerable: false, answers: [] } };
}

function errorsOf(one: Asked): Wrong[] {
  const kind = errorOf(one);
  const [first] = one.passages;
  if (!kind) return [];
  const { id, question } = one.question;
  const { confidence } = one;
  const text = first && one.sentence ? first.text.slice(one.sentence.start, one.sentence.end) : '';
  const expected = expectedIn(one.question);
  return [{ id, kind, question, confidence, shown: first ? labelOf(first) : '', text, expected }];
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
