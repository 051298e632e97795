// npm run eval:texts [-- --held] [--snippets FILE --corpus FILE|DIR] [--show-errors] [--json]: how whole texts are checked, beside what was expected of them before any
// program had read them (tests/eval/texts/README.md).
import { Console } from 'node:console';
import { Command } from 'commander';
import type { TextItem } from '../../src/check-text/check-text.ts';
import { sayWhatIsWrong } from '../../src/ending.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { checkedSnippets } from './snippets.ts';
import type { ExpectedText } from './text-files.ts';
import { type Measured, type Sums, summed } from './text-measures.ts';
import { measuredTexts } from './texts-section.ts';

interface Options {
  readonly texts: string;
  readonly held?: boolean;
  readonly snippets?: string;
  readonly corpus: string;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

const program = new Command('eval:texts')
  .description('Measures how well whole texts are checked.')
  .option('--texts <folder>', 'texts with what is expected of them', 'tests/eval/texts')
  .option('--held', 'those that nothing was tuned with')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option(
    '--snippets <file>',
    'instead lines {"label","quote","context"}: printed quotations amid their articles',
  )
  .option('--show-errors', 'show what went wrong')
  .option('--json', 'print JSON');

try {
  const options = program.parse().opts<Options>();
  const library = await openLibrary(options.corpus);
  if (options.snippets === undefined) await printTexts(library, options);
  else await printSnippets(options.snippets, library, options);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

async function printTexts(library: Library, options: Options): Promise<void> {
  const all = await measuredTexts(`${options.texts}/${options.held ? 'held' : 'tune'}`, library);
  print(summed(all.map(({ found }) => found)), options);
  if (options.showErrors) for (const { text, found } of all) process.stdout.write(errorsIn(text, found));
}

async function printSnippets(file: string, library: Library, { json, showErrors }: Options): Promise<void> {
  const counts = await checkedSnippets(file, library, (label, verdict, quote) => {
    const isRight = verdict === (label === 'notfound' ? 'not-found' : label);
    if (showErrors && !isRight) process.stdout.write(`${label} → ${verdict}: ${quote}\n\n`);
  });
  if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else new Console(process.stdout).table(counts);
}

function print(sums: Sums, { json }: Options): void {
  if (json) process.stdout.write(`${JSON.stringify(sums)}\n`);
  else new Console(process.stdout).table([sums]);
}

function errorsIn({ name }: ExpectedText, { wrong, tooMany, passedWrong }: Measured): string {
  const lines = [
    ...wrong.map(
      ({ expected, item }) =>
        `  wanted ${expected.verdict.join('|')} ${expected.coverage ?? ''} ${expected.speaker ?? ''}: ${expected.words}\n    got ${item ? shown(item) : 'nothing'}`,
    ),
    ...tooMany.map((item) => `  too many: ${shown(item)}`),
    ...passedWrong.map((words) => `  not passed over: ${words}`),
  ];
  return lines.length === 0 ? '' : `${name}\n${lines.join('\n')}\n`;
}

function shown(item: TextItem): string {
  const told = item.kind === 'quotation' ? `${item.check.verdict} ${item.coverage}` : item.kind;
  return `${told} [${item.speaker?.name ?? ''}] ${item.words.slice(0, 140)}`;
}
