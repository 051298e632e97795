// npm run eval:statements -- --corpus DOCS.jsonl --quotes QUOTES.jsonl [--json] [--show-errors]
// How well statements are found and ascribed, against those that people marked in the same documents.
import { Console } from 'node:console';
import { Command } from 'commander';
import { describeProblem } from '../../src/common/errors.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { complain, sayWhatIsWrong } from '../../src/ending.ts';
import { libraryOf } from '../../src/library.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { type Marked, readMarked } from './attributions.ts';
import {
  type Agreement,
  agreement,
  areSpeech,
  type Pair,
  sentencesIn,
  wrongNames,
} from './measure-statements.ts';

interface Options {
  readonly corpus: string;
  readonly quotes: string;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

const program = new Command('eval:statements')
  .description('Measures how well statements are found and ascribed.')
  .requiredOption('-c, --corpus <path>', 'a .jsonl file of documents, or a folder')
  .requiredOption('-q, --quotes <file>', 'lines {"docId","quoteSpans","sourceStart","sourceEnd","direct",…}')
  .option('--show-errors', 'show what was missed, ascribed wrongly, or is no speech')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const collection = await readCollection(options.corpus);
  complain(collection.problems.map((problem) => describeProblem(problem)));
  const marked = await readMarked(options.quotes, collection.documents);
  const library = libraryOf(collection);
  const [first] = collection.documents;
  if (first) await library.statementsOf(first);
  const before = performance.now();
  const found: Statement[] = [];
  for (const document of collection.documents) found.push(...(await library.statementsOf(document)));
  const seconds = (performance.now() - before) / 1000;
  print(marked, found, sentencesIn(collection.passages), collection.passages.length / seconds, options);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

function print(
  marked: readonly Marked[],
  found: readonly Statement[],
  sentences: Parameters<typeof agreement>[2],
  perSecond: number,
  options: Options,
): void {
  const of = (direct: boolean | null): Agreement =>
    agreement(
      marked.filter((each) => each.direct === direct),
      found,
      sentences,
    );
  const sorts = { quoted: of(true), 'partly quoted': of(null), reported: of(false) };
  const direct = areSpeech(
    found.filter((each) => each.direct === true),
    marked,
    ({ quoted, spans, direct }) => (direct === true ? [...quoted, ...spans] : quoted),
  );
  const reported = areSpeech(
    found.filter((each) => each.direct !== true),
    marked,
    ({ spans }) => spans,
  );
  const near = Object.values(sorts).flatMap(({ pairs }) => pairs.map((pair) => pair.marked));
  const { given, wrong } = wrongNames(near, found);
  const figures = {
    sorts: Object.fromEntries(Object.entries(sorts).map(([sort, figure]) => [sort, rowOf(figure)])),
    'called quoted: are speech': rounded(direct.share),
    'called reported or partly quoted: are statements': rounded(reported.share),
    'a wrong name is given': `${wrong.length} of ${given}, ${rounded(wrong.length / given)}`,
    'paragraphs a second': Math.round(perSecond),
  };
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures)}\n`);
  const console = new Console(process.stdout);
  console.table(figures.sorts);
  for (const [name, value] of Object.entries(figures).slice(1)) console.log(`${name}: ${String(value)}`);
  for (const { marked: theirs, found: ours } of wrong)
    console.log(`wrong name: ${ours?.speaker?.resolved ?? ours?.speaker?.text} for ${theirs.source?.text}`);
  if (!options.showErrors) return;
  for (const [sort, { pairs }] of Object.entries(sorts))
    for (const pair of pairs) showPair(console, sort, pair);
  for (const wrong of direct.wrong) console.log(`\nno speech  ${around(wrong, wrong.document.text)}`);
}

function rowOf({ marked, found, given, right }: Agreement): Record<string, number> {
  return { marked, found: rounded(found), 'speaker given': rounded(given), 'of these right': rounded(right) };
}

/** Three digits, as the published figures have them. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function showPair(console: Console, sort: string, { marked, found, right }: Pair): void {
  if (right) return;
  const kind = !found ? 'missed' : found.speaker ? 'wrong speaker' : 'no speaker';
  const [first] = marked.spans;
  const place = { start: first?.start ?? 0, end: marked.spans.at(-1)?.end ?? 0 };
  const ours = found?.speaker ? ` ours: ${found.speaker.text}` : '';
  console.log(`\n${kind} (${sort})  theirs: ${marked.source?.text} | ${marked.cue}${ours}`);
  console.log(`  ${around(place, marked.document.text)}`);
}

function around({ start, end }: { start: number; end: number }, text: string): string {
  const before = text.slice(Math.max(0, start - 160), start);
  return `${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + 140)}`.replaceAll('\n', '⏎');
}
