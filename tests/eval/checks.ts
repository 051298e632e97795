// npm run eval:check -- --corpus FILE|DIR (--quotes FILE.jsonl | --made COUNT) [--show-errors] [--json]
// How well quotations are checked: those of the press against the sources they were taken from, or quotations that are
// made from the corpus, exact ones and altered ones of every kind.
import { Console } from 'node:console';
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { type Check, Checker } from '../../src/check/check.ts';
import { type Collection, readCollection } from '../../src/corpus/collection.ts';
import { openNames } from '../../src/corpus/names.ts';
import { complain, sayWhatIsWrong } from '../../src/ending.ts';
import { describeProblem } from '../../src/errors.ts';
import { statementsOf } from '../../src/statements/extract.ts';
import { type Made, Maker } from './made-quotations.ts';

interface Options {
  readonly corpus: string;
  readonly quotes?: string;
  readonly made?: string;
  readonly seed: string;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

/** One quotation and the verdicts that are right. */
interface Asked {
  readonly kind: string;
  readonly text: string;
  readonly right: readonly string[];
  readonly flags: readonly string[];
  readonly from: string;
}

interface Row {
  asked: number;
  right: number;
  exact: number;
  flagged: number;
}

const program = new Command('eval:check')
  .description('Measures how well quotations are checked.')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option('-q, --quotes <file>', 'lines {"id","label":"exact"|"altered"|"notfound","quote","sourceText"}')
  .option(
    '-m, --made <count>',
    'so many altered quotations made from the corpus, and a quarter as many exact ones',
  )
  .option('--seed <number>', 'of the chance that makes them', '1')
  .option('--show-errors', 'show the quotations that went wrong, with what was found')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const collection = await readCollection(options.corpus);
  complain(collection.problems.map((problem) => describeProblem(problem)));
  const asked = options.quotes === undefined ? made(collection, options) : await readPress(options.quotes);
  print(asked, checkerOf(collection), options);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

function checkerOf({ documents, passages, dossier }: Collection): Checker {
  const byDocument = Map.groupBy(passages, ({ document }) => document);
  const passagesOf = (document: (typeof documents)[number]) => byDocument.get(document) ?? [];
  const book = openNames(dossier);
  const known = new Map(
    documents
      .filter(({ kind }) => kind === 'news')
      .map((document) => [document, statementsOf(document, passagesOf(document), book)]),
  );
  return new Checker({
    passages,
    dossier,
    passagesOf,
    statementsOf: (document) => known.get(document) ?? [],
  });
}

async function readPress(file: string): Promise<Asked[]> {
  const line = z.object({
    label: z.enum(['exact', 'altered', 'notfound', 'not-found']),
    quote: z.string(),
    sourceText: z.string().nullish(),
  });
  const lines = (await readFile(file, 'utf8')).split('\n').filter((each) => each.trim() !== '');
  return lines.map((each) => {
    const { label, quote, sourceText } = line.parse(JSON.parse(each));
    const right = [label === 'notfound' ? 'not-found' : label];
    return { kind: label, text: quote, right, flags: [], from: sourceText ?? '' };
  });
}

function made({ passages }: Collection, options: Options): Made[] {
  const count = Number(options.made ?? 10_000);
  const maker = new Maker(passages, Number(options.seed));
  return [...maker.altered(count), ...maker.faithful(Math.ceil(count / 4))];
}

function print(asked: readonly Asked[], checker: Checker, options: Options): void {
  const rows: Record<string, Row> = {};
  const wrong: string[] = [];
  const times: number[] = [];
  checker.check('The words are read with the first check.');
  for (const one of asked) {
    const before = performance.now();
    const check = checker.check(one.text);
    times.push(performance.now() - before);
    rows[one.kind] ??= { asked: 0, right: 0, exact: 0, flagged: 0 };
    const row = rows[one.kind];
    if (!row) continue;
    row.asked += 1;
    const isRight = one.right.includes(check.verdict);
    const isFlagged = one.flags.every((flag) => check.flags.some((other) => other === flag));
    if (isRight) row.right += 1;
    if (isFlagged) row.flagged += 1;
    if (check.verdict === 'exact') row.exact += 1;
    if (!isRight || !isFlagged) wrong.push(errorText(one, check));
  }
  times.sort((a, b) => a - b);
  const ms = { p50: at(times, 0.5), p99: at(times, 0.99) };
  if (options.json) process.stdout.write(`${JSON.stringify({ rows, ms })}\n`);
  else table(rows, ms);
  if (options.showErrors) process.stdout.write(`${wrong.join('\n\n')}\n`);
}

function table(rows: Readonly<Record<string, Row>>, ms: Readonly<Record<string, number>>): void {
  const console = new Console(process.stdout);
  const shown = Object.entries(rows).map(([kind, { asked, right, exact, flagged }]) => [
    kind,
    { asked, right, share: (right / asked).toFixed(3), 'called exact': exact, 'flags right': flagged },
  ]);
  console.table(Object.fromEntries(shown));
  console.log(`a check: median ${ms['p50']} ms, 99th percentile ${ms['p99']} ms`);
}

function at(sorted: readonly number[], share: number): number {
  return Number((sorted[Math.floor(sorted.length * share)] ?? 0).toPrecision(3));
}

function errorText({ kind, text, from }: Asked, { verdict, flags, matches, differences }: Check): string {
  return [
    `${kind} → ${verdict} ${flags.join(', ')}`,
    `  given  ${text}`,
    `  from   ${from}`,
    ...matches.map(
      (match) => `  found  ${match.passage.document.id} ¶${match.passage.paragraph}: ${match.text}`,
    ),
    ...differences.map(({ op, source, given }) => `  ${op}  ${source} → ${given}`),
  ].join('\n');
}
