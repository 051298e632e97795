// `corpus add`, `corpus check` and `corpus names`: the importers and their checks from the terminal.
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { describeProblem, ProblemsError, UsageError } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import { kinds } from '../../corpus/document.ts';
import { type Collection, readCollection } from '../../corpus/files/collection.ts';
import { complain, refused } from '../../ending.ts';
import { type Supplied, wrongIn } from '../../importers/about/front-matter.ts';
import { typedDate } from '../../importers/about/typed-date.ts';
import { type Added, addFiles, candidatesOf } from '../../importers/add.ts';
import { type CheckedDocument, checkCorpus } from '../../importers/checks/check-corpus.ts';
import { openImporter } from '../../importers/import-file.ts';
import { openTesseract, type Recogniser, type Tesseract } from '../../importers/ocr/tesseract.ts';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import { unknownCommand } from '../programs/usage.ts';
import { openProgress } from '../progress.ts';
import {
  addedJson,
  checkedJson,
  renderAdded,
  renderAddedTotal,
  renderChecked,
  renderCheckedTotal,
} from '../reports/corpus-report.ts';
import { printNames } from './corpus-names.ts';

interface AddWords {
  readonly to?: string;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly kind?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly mendEncoding?: boolean;
}

interface CheckWords {
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** What holds where no words say otherwise. */
interface CorpusDefaults {
  /** The folder where no other is named. */
  readonly corpus: string;
  readonly ocr?: Tesseract | undefined;
}

/** Adds the command with its subcommands. */
export function addCorpusCommand(
  program: Command,
  { corpus, ocr }: CorpusDefaults,
  translate: Translate,
): void {
  const group = program
    .command('corpus')
    .description(translate('cli.corpus'))
    .usage('add|check|names')
    .helpCommand(false)
    .helpOption('-h, --help', translate('cli.option.help'));
  group
    .command('add')
    .description(translate('cli.corpus.add'))
    .argument('<paths...>', translate('cli.corpus.add.paths'))
    .option('--to <folder>', translate('cli.option.to', { corpus }))
    .option('--replace', translate('cli.option.replace'))
    .option('--dry-run', translate('cli.option.dryRun'))
    .option('--kind <kind>', translate('cli.option.kind'))
    .option('--language <code>', translate('cli.option.language'))
    .option('--publisher <name>', translate('cli.option.publisher'))
    .option('--published <date>', translate('cli.option.published'))
    .option('--mend-encoding', translate('cli.option.mendEncoding'))
    .option('--json', translate('cli.option.json'))
    .helpOption('-h, --help', translate('cli.option.help'))
    .action((paths: string[], words: AddWords) =>
      add(paths, words, { corpus: words.to ?? corpus, ocr }, translate),
    );
  group
    .command('check')
    .description(translate('cli.corpus.check'))
    .argument('[folder]', translate('cli.corpus.check.folder', { corpus }))
    .option('--strict', translate('cli.option.strictCheck'))
    .option('--json', translate('cli.option.json'))
    .helpOption('-h, --help', translate('cli.option.help'))
    .action((folder: string | undefined, words: CheckWords) => check(folder ?? corpus, words, translate));
  group
    .command('names')
    .description(translate('cli.corpus.names'))
    .argument('[folder]', translate('cli.corpus.check.folder', { corpus }))
    .helpOption('-h, --help', translate('cli.option.help'))
    .action((folder: string | undefined) => printNames(folder ?? corpus, translate));
  group.argument('[words...]').action(([what]: string[]) => {
    if (what === undefined) return group.outputHelp();
    throw unknownCommand(what, group, 'corpus ');
  });
}

const wanted: Readonly<Record<keyof Supplied, MessageKey>> = {
  kind: 'wanted.kind',
  language: 'wanted.language',
  title: 'wanted.text',
  publisher: 'wanted.text',
  published: 'wanted.date',
};

function suppliedIn({ kind, language, publisher, published }: AddWords): Supplied {
  const known = kinds.find((each) => each === kind);
  const given: Supplied = {
    ...(language !== undefined && { language }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published: dateSupplied(published) }),
  };
  const [field] = wrongIn(given);
  if (kind !== undefined && !known) throw wrongSupplied('kind', kind);
  if (field) throw wrongSupplied(field, given[field] ?? '');
  return { ...given, ...(known && { kind: known }) };
}

/** As people type it; one that can be two days is asked back, and one that is none is refused as it stands. */
function dateSupplied(typed: string): string {
  const read = typedDate(typed);
  if (!read || 'date' in read) return read?.date ?? typed;
  const [first, second] = read.either;
  throw new UsageError({ key: 'cli.eitherDate', values: { value: shown(typed), first, second } });
}

function wrongSupplied(field: keyof Supplied, value: string): UsageError {
  const values = { field, value: shown(value), wanted: { key: wanted[field] } };
  return new UsageError({ key: 'cli.wrongSupplied', values });
}

async function add(
  paths: readonly string[],
  words: AddWords,
  { corpus: to, ocr }: CorpusDefaults,
  translate: Translate,
): Promise<void> {
  const supplied = suppliedIn(words);
  const documents = await documentsIn(to, translate);
  const candidates = await candidatesOf(paths);
  if (candidates.every(({ isPassed }) => isPassed)) {
    complain(candidates.map(({ file, reason }) => `${file}: ${reason ? translate(reason.key) : ''}`));
    throw new UsageError({ key: 'cli.nothingToAdd', values: { paths: shown(paths.join(', ')) } });
  }
  const importer = openImporter({}, undefined, await usable(ocr, translate));
  const progress = openProgress(candidates.length, process.stderr);
  const results: Added[] = [];
  try {
    const { replace = false, dryRun = false, mendEncoding = false } = words;
    const options = { to, documents, importer, replace, dryRun, supplied, mendEncoding };
    for await (const added of addFiles(candidates, options)) {
      results.push(added);
      progress.step(added.file);
    }
  } finally {
    progress.close();
    await importer.close();
  }
  if (words.json)
    process.stdout.write(`${JSON.stringify(results.map((each) => addedJson(each, translate)))}\n`);
  else {
    const reader = { screen: { stream: process.stdout }, translate };
    for (const each of results) process.stdout.write(`${renderAdded(each, reader)}\n`);
    process.stdout.write(`\n${renderAddedTotal(results, words.dryRun === true, reader)}\n`);
  }
  if (results.some(({ outcome }) => outcome === 'refused')) process.exitCode = refused;
}

/** Files are read without text recognition where it cannot be used, and whoever adds them hears why. */
async function usable(ocr: Tesseract | undefined, translate: Translate): Promise<Recogniser | undefined> {
  const recogniser = ocr && openTesseract(ocr);
  const trouble = await recogniser?.trouble();
  if (trouble === undefined) return recogniser;
  complain([translate('cli.ocrUnusable', { trouble: shown(trouble) })]);
  return undefined;
}

/** What is in the folder: nothing where it is not there or holds no document yet. */
async function documentsIn(folder: string, translate: Translate): Promise<Collection['documents']> {
  const there = await stat(folder).catch(() => undefined);
  if (!there) return [];
  if (!there.isDirectory()) throw new UsageError({ key: 'cli.toNoFolder', values: { to: shown(folder) } });
  try {
    return (await readCollection(folder)).documents;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const [problem] = error.problems;
    if (problem?.message.key === 'collection.empty') return [];
    // Where the folder itself cannot be read, nobody knows what is there, and nothing is put beside it.
    if (problem?.place.file === folder) throw error;
    complain(error.problems.map((each) => describeProblem(each, translate)));
    return [];
  }
}

async function check(folder: string, words: CheckWords, translate: Translate): Promise<void> {
  const collection = await readCollection(folder);
  const progress = openProgress(collection.documents.length, process.stderr);
  const checked: CheckedDocument[] = [];
  try {
    for await (const each of checkCorpus(collection)) {
      checked.push(each);
      progress.step(each.document.id);
    }
  } finally {
    progress.close();
  }
  if (words.json)
    process.stdout.write(`${JSON.stringify(checkedJson(checked, collection.problems, translate))}\n`);
  else {
    const reader = { screen: { stream: process.stdout }, translate };
    for (const each of checked) process.stdout.write(`${renderChecked(each, reader)}\n`);
    complain(collection.problems.map((problem) => describeProblem(problem, translate)));
    process.stdout.write(`\n${renderCheckedTotal(checked, collection.problems.length, reader)}\n`);
  }
  const isOdd = checked.some(({ warnings }) => warnings.length > 0);
  if (collection.problems.length > 0 || (words.strict && isOdd)) process.exitCode = refused;
}
