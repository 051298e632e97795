// npm run eval:check -- --corpus FILE|DIR (--quotes FILE.jsonl | --made COUNT | --slices COUNT) [--show-errors] [--json]
// How well quotations are checked: those of the press against the sources they were taken from, or quotations that are
// made from the corpus, exact ones and altered ones of every kind.
import { Console } from 'node:console';
import { Command } from 'commander';
import { type Check, Checker } from '../../src/check/check.ts';
import { Wording, wordingPart } from '../../src/check/words/wording.ts';
import { describeProblem } from '../../src/common/errors.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { complain, sayWhatIsWrong } from '../../src/ending.ts';
import { openSearch } from '../../src/search/answer.ts';
import { QuoteFinder } from '../../src/search/find-quote.ts';
import { statementsOf } from '../../src/statements/extract.ts';
import { Maker } from './made-quotations.ts';
import { isTold, type Telling } from './making.ts';
import { differsInMarksAlone, readPrinted } from './press-quotations.ts';
import { brokenBy, type Law, slicesOf } from './slices.ts';

interface Options {
  readonly corpus: string;
  readonly quotes?: string;
  readonly made?: string;
  readonly slices?: string;
  readonly seed: string;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

/** One quotation and the verdicts that are right. */
interface Asked {
  /** The rows in which it is counted. */
  readonly kinds: readonly string[];
  readonly text: string;
  readonly right: readonly string[];
  readonly flags: readonly string[];
  readonly never: readonly string[];
  readonly from: string;
  readonly within?: Document;
  readonly tells?: Telling;
}

interface Row {
  readonly asked: number;
  readonly right: number;
  readonly exact: number;
  readonly flagged: number;
}

const program = new Command('eval:check')
  .description('Measures how well quotations are checked.')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option('-q, --quotes <file>', 'lines {"id","label":"exact"|"altered"|"notfound","quote","sourceText"}')
  .option(
    '-m, --made <count>',
    'so many altered quotations made from the corpus, and a quarter as many exact ones',
  )
  .option(
    '--slices <count>',
    'so many slices of the corpus: each is found, none is exact with a word changed',
  )
  .option('--seed <number>', 'of the chance that makes them', '1')
  .option('--show-errors', 'show the quotations that went wrong, with what was found')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const collection = await readCollection(options.corpus);
  complain(collection.problems.map((problem) => describeProblem(problem)));
  if (options.slices !== undefined) await printSlices(collection, options);
  else {
    const asked = options.quotes === undefined ? made(collection, options) : await readPress(options.quotes);
    print(asked, checkerOf(collection), options);
  }
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
    wording: new Wording([wordingPart(passages)]),
    dossier,
    passagesOf,
    statementsOf: (document) => known.get(document) ?? [],
  });
}

/** As labelled; and those labelled altered once more, without the ones whose words are those of the source. */
async function readPress(file: string): Promise<Asked[]> {
  return (await readPrinted(file)).map((printed) => {
    const { label, quote, source } = printed;
    const inMarks = label === 'altered' && differsInMarksAlone(printed);
    const kinds =
      label === 'altered' ? [label, inMarks ? 'altered: in marks alone' : 'altered: in words'] : [label];
    return { kinds, text: quote, right: [label], flags: [], never: [], from: source };
  });
}

function made({ passages }: Collection, options: Options): Asked[] {
  const count = Number(options.made ?? 10_000);
  const maker = new Maker(passages, Number(options.seed));
  return [
    ...[...maker.altered(count)].map((one) => ({ ...one, kinds: ['ALL ALTERED', one.kind] })),
    ...[...maker.faithful(Math.ceil(count / 4))].map((one) => ({ ...one, kinds: ['ALL EXACT', one.kind] })),
  ];
}

async function printSlices(
  collection: Collection,
  { slices, seed, showErrors, json }: Options,
): Promise<void> {
  const checker = checkerOf(collection);
  const quotes = new QuoteFinder(collection.passages);
  const search = openSearch(collection.passages, { dossier: collection.dossier });
  const asked = {
    check: (text: string) => checker.check(text),
    quoted: (text: string) => quotes.find(text).length,
    missing: async (text: string) => (await search.ask(text)).missing,
  };
  const broken: Record<Law, number> = { found: 0, 'never exact': 0, quoted: 0, 'nothing missing': 0 };
  let [drawn, altered] = [0, 0];
  for (const slice of slicesOf(collection.passages, Number(slices), Number(seed))) {
    drawn += 1;
    if (slice.altered !== undefined) altered += 1;
    for (const { law, seen } of await brokenBy(slice, asked)) {
      broken[law] += 1;
      if (showErrors) process.stdout.write(`${law}: ${seen.replace(/\s+/gu, ' ')}\n`);
    }
  }
  const result = { seed: Number(seed), slices: drawn, altered, broken };
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else new Console(process.stdout).log(`seed ${seed}: ${drawn} slices, ${altered} altered; broken:`, broken);
  if (Object.values(broken).some((count) => count > 0)) process.exitCode = 1;
}

function print(asked: readonly Asked[], checker: Checker, options: Options): void {
  const rows: Record<string, Row> = {};
  const wrong: string[] = [];
  const times: number[] = [];
  checker.check('The words are read with the first check.');
  for (const one of asked) {
    const before = performance.now();
    const check = checker.check(one.text, { source: one.within });
    times.push(performance.now() - before);
    const result = resultOf(one, check);
    for (const kind of one.kinds) rows[kind] = counted(rows[kind], result);
    if (!result.right || !result.flagged) wrong.push(errorText(one, check));
  }
  times.sort((a, b) => a - b);
  const ms = { p50: at(times, 0.5), p99: at(times, 0.99) };
  if (options.json) process.stdout.write(`${JSON.stringify({ rows, ms })}\n`);
  else table(rows, ms);
  if (options.showErrors) process.stdout.write(`${wrong.join('\n\n')}\n`);
}

function resultOf(one: Asked, check: Check): { [key in keyof Row]: boolean } {
  const { verdict, flags } = check;
  const there: readonly string[] = flags;
  return {
    asked: true,
    right: one.right.includes(verdict),
    exact: verdict === 'exact',
    flagged:
      isTold(one.tells, check) &&
      one.flags.every((flag) => there.includes(flag)) &&
      !one.never.some((flag) => there.includes(flag)),
  };
}

function counted(
  row: Row = { asked: 0, right: 0, exact: 0, flagged: 0 },
  { asked, right, exact, flagged }: { [key in keyof Row]: boolean },
): Row {
  return {
    asked: row.asked + Number(asked),
    right: row.right + Number(right),
    exact: row.exact + Number(exact),
    flagged: row.flagged + Number(flagged),
  };
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

function errorText({ kinds, text, from }: Asked, { verdict, flags, matches, differences }: Check): string {
  return [
    `${kinds.at(-1)} → ${verdict} ${flags.join(', ')}`,
    `  given  ${text}`,
    `  from   ${from}`,
    ...matches.map(
      (match) => `  found  ${match.passage.document.id} ¶${match.passage.paragraph}: ${match.text}`,
    ),
    ...differences.map(({ op, source, given }) => `  ${op}  ${source} → ${given}`),
  ].join('\n');
}
