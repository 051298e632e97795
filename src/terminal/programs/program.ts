// The program of the terminal: its commands and options, and what is said and returned where something is wrong.
import { type Command, CommanderError } from 'commander';
import { describeProblem, type Problem, ProblemsError, UsageError, UserError } from '../../common/errors.ts';
import { complain, moreOf, refused, sayWhatIsWrong } from '../../ending.ts';
import type { Tesseract } from '../../importers/ocr/tesseract.ts';
import { type Library, openLibrary } from '../../library.ts';
import { inEnglish, type MessageKey, type Translate } from '../../messages/messages.ts';
import { type ModelSource, modelSource, type OpenedSource } from '../../reading/source.ts';
import { answerBatch, checkBatch } from '../commands/batch.ts';
import { compareNamed } from '../commands/compare-command.ts';
import { addCorpusCommand } from '../commands/corpus-command.ts';
import { corpusAt, versionOf } from '../commands/corpus-version.ts';
import { writeStatements } from '../commands/statements.ts';
import { converse } from '../conversation.ts';
import { checkDocument, type DocumentOptions } from '../reports/check-document.ts';
import type { Reply, Options as RequestOptions } from '../requests.ts';
import {
  ask,
  check,
  cite,
  position,
  proposal,
  quote,
  type Request,
  sources,
  statement,
} from '../requests.ts';
import { failUsage, programNamed, unknownCommand } from './usage.ts';

/** What the program reads, and how strictly, unless its words say otherwise. */
export interface Defaults {
  readonly corpus: string;
  readonly strict: boolean;
  /** Whether the trained reader reads, and the file in which it keeps what it made of passages; words alone where it is not told. */
  readonly reader?: { readonly trained: boolean; readonly cache: string };
  /** What reads pages that are pictures, where the operator wants it. */
  readonly ocr?: Tesseract | undefined;
}

interface Options extends RequestOptions {
  readonly corpus?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly batch?: string;
  readonly document?: string;
  readonly report?: string;
  readonly at?: string;
}

/** Runs the terminal program with the words after its name. */
export async function runTerminal(words: readonly string[], defaults: Defaults): Promise<void> {
  // A reader that stops reading ("| head") is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : refused);
  });
  const model = modelOf(defaults, inEnglish);
  try {
    const command = program(inEnglish, { ...defaults, ...(model && { model: model.source }) });
    refuseUnknown(command, words[0]);
    await command.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? failUsage(error, inEnglish) : sayWhatIsWrong(error, inEnglish);
  } finally {
    await model?.close();
  }
}

/** What is read unless the program's words say otherwise, and what reads it. */
interface Reading extends Defaults {
  readonly model?: ModelSource;
}

function program(translate: Translate, defaults: Reading): Command {
  const command = programNamed('communique', 'cli.description', translate).usage(translate('cli.usage'));

  const add = (name: string, description: MessageKey, strict: MessageKey = 'cli.option.strict'): Command =>
    command
      .command(name, { isDefault: name === 'start' })
      .description(translate(description))
      .option('-c, --corpus <path>', translate('cli.option.corpus', { corpus: defaults.corpus }))
      .option('--strict', translate(strict))
      .helpOption('-h, --help', translate('cli.option.help'));

  add('start', 'cli.start')
    // The default command gets every word that names no other, so a mistyped command arrives here.
    .allowExcessArguments()
    .action(async (options: Options, { args: [word] }: Command) => {
      if (word !== undefined) throw unknownCommand(word, command);
      const library = await open(options, defaults, translate);
      await converse(library, process.stdin, { screen: { stream: process.stdout }, translate });
    });
  const answered = (request: Request) => async (words: string[], options: Options) =>
    reply(request, await open(options, defaults, translate), words, options, translate);
  /** One of them, or a file of them. */
  const oneOrMany =
    (request: Request, batch: typeof checkBatch, neither: MessageKey) =>
    async (words: string[], options: Options) => {
      if ((words.length === 0) === (options.batch === undefined)) throw new UsageError({ key: neither });
      if (options.batch?.trim() === '') throw new UsageError({ key: 'cli.noBatch' });
      const library = await open(options, defaults, translate);
      if (options.batch === undefined) return reply(request, library, words, options, translate);
      const bad = await batch(options.batch, library, process.stdout, translate, options);
      if (bad > 0) process.exitCode = refused;
    };
  add('ask', 'cli.ask')
    .argument('[question...]', translate('cli.ask.question'))
    .option('--json', translate('cli.option.json'))
    .option('--batch <file>', translate('cli.option.batch'))
    .action(oneOrMany(ask, answerBatch, 'cli.questionOrBatch'));
  add('check', 'cli.check', 'cli.check.strict')
    .argument('[words...]', translate('cli.check.words'))
    .option('--speaker <name>', translate('cli.check.speaker'))
    .option('--source <id>', translate('cli.check.source'))
    .option('--json', translate('cli.option.json'))
    .option('--batch <file>', translate('cli.check.batch'))
    .option('-d, --document <file>', translate('cli.check.document'))
    .option('--report <file>', translate('cli.check.report'))
    .option('--at <version>', translate('cli.check.at'))
    .action(async (words: string[], options: Options) => {
      if ([options.document, options.report, options.at].every((one) => one === undefined))
        return oneOrMany(check, checkBatch, 'cli.quotationOrBatch')(words, options);
      const given = documentGiven(words, options);
      const corpus = options.corpus ?? defaults.corpus;
      await using earlier = options.at === undefined ? undefined : await corpusAt(corpus, options.at);
      const library = await open({ ...options, corpus: earlier?.path ?? corpus }, defaults, translate);
      const version = earlier?.version ?? (await versionOf(corpus).catch(told));
      const where = { screen: { stream: process.stdout }, progress: process.stderr, translate };
      const wrong = await checkDocument(library, { ...given, version }, where);
      if (wrong && options.strict) process.exitCode = refused;
    });
  add('quote', 'cli.quote')
    .argument('<words...>', translate('cli.quote.words'))
    .option('--speaker <name>', translate('cli.quote.speaker'))
    .option('--source <id>', translate('cli.quote.source'))
    .option('--json', translate('cli.option.json'))
    .action(answered(quote));
  add('position', 'cli.position')
    .argument('<name...>', translate('cli.position.name'))
    .option('--topic <words>', translate('cli.position.topic'))
    .option('--json', translate('cli.option.json'))
    .action(answered(position));
  add('proposal', 'cli.proposal')
    .argument('<name...>', translate('cli.proposal.name'))
    .option('--json', translate('cli.option.json'))
    .action(answered(proposal));
  add('statement', 'cli.statement')
    .argument('[section...]', translate('cli.statement.section'))
    .option('--name <name>', translate('cli.statement.name'))
    .option('--json', translate('cli.option.json'))
    .action(answered(statement));
  add('cite', 'cli.cite')
    .argument('<citation...>', translate('cli.cite.citation'))
    .option('--json', translate('cli.option.json'))
    .action(answered(cite));
  add('sources', 'cli.sources')
    .argument('[source...]', translate('cli.sources.source'))
    .option('--json', translate('cli.option.json'))
    .action(answered(sources));
  add('statements', 'cli.statements')
    .option('-d, --document <name>', translate('cli.option.document'))
    .option('--json', translate('cli.option.json'))
    .action(async (options: Options) => {
      const library = await open(options, defaults, translate);
      await writeStatements(library, options, { stream: process.stdout }, translate);
    });
  add('compare', 'cli.compare')
    .argument('<left>', translate('cli.compare.left'))
    .argument('<right>', translate('cli.compare.right'))
    .option('--json', translate('cli.option.json'))
    .action(async (left: string, right: string, options: Options) => {
      const library = await open(options, defaults, translate);
      await say(await compareNamed([left, right], library, translate), options, translate);
    });
  addCorpusCommand(command, defaults, translate);
  command
    .command('help')
    .description(translate('cli.command.help'))
    .argument('[command]')
    .helpOption('-h, --help', translate('cli.option.help'))
    .action((name?: string) => {
      refuseUnknown(command, name);
      (command.commands.find((known) => known.name() === name) ?? command).outputHelp();
    });
  return command;
}

/** What goes wrong beside what was asked for is told, and ends nothing. */
function told(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  complain([error.message]);
}

/** The text that is to be checked as a whole; it says itself who spoke, and nothing else is given beside it. */
function documentGiven(words: readonly string[], options: Options): DocumentOptions {
  const { document, batch, speaker, source, json, report } = options;
  if (document === undefined)
    throw new UsageError({ key: report === undefined ? 'cli.atAlone' : 'cli.reportAlone' });
  if (document.trim() === '') throw new UsageError({ key: 'cli.noDocument' });
  if (words.length > 0 || batch !== undefined) throw new UsageError({ key: 'cli.quotationOrBatch' });
  if (speaker !== undefined || source !== undefined) throw new UsageError({ key: 'cli.documentAlone' });
  return { document, json, report };
}

/** Refuses a word at the place of a command that names none; otherwise `--help` behind it would help with another. */
function refuseUnknown(command: Command, word: string | undefined): void {
  if (word === undefined || word.startsWith('-')) return;
  if (!command.commands.some((known) => known.name() === word)) throw unknownCommand(word, command);
}

/** Opens the sources; what was left out of them is said on standard error, and everything else works. */
async function open(options: Options, defaults: Reading, translate: Translate): Promise<Library> {
  const { corpus, strict } = { ...defaults, ...options };
  if (corpus.trim() === '') throw new UsageError({ key: 'cli.noCorpus' });
  const { model } = defaults;
  const library = await openLibrary(corpus, { strict, ...(model && { model }) }).catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError(...firstOf(error.problems));
  });
  if (library.problems.length > 0) {
    const heading = translate('problems.some', { count: library.problems.length });
    const [first, left] = firstOf(library.problems);
    const lines = first.map((problem) => describeProblem(problem, translate));
    complain([heading, ...lines, ...moreOf(left, translate)]);
  }
  complain((await library.hints()).map((hint) => describeProblem(hint, translate)));
  return library;
}

/** The trained reader, loaded with the first question. Where it cannot be had, one line says that words alone tell. */
function modelOf({ reader }: Defaults, translate: Translate): OpenedSource | undefined {
  if (!reader?.trained) return undefined;
  const unusable = (): void => complain([translate('cli.noReader')]);
  // Nobody but the asker waits, so that a slow machine reads, too.
  return modelSource({ shelf: reader.cache, timeLimit: patience }, unusable);
}

const patience = 30_000;

/** More problems would push the answer off the screen. */
const mostProblems = 10;

/** The first problems, and how many there are besides. */
function firstOf(problems: readonly Problem[]): [first: readonly Problem[], left: number] {
  return [problems.slice(0, mostProblems), Math.max(0, problems.length - mostProblems)];
}

async function reply(
  request: Request,
  library: Library,
  words: readonly string[],
  options: Options,
  translate: Translate,
): Promise<void> {
  await say(await request(library, words.join(' '), options), options, translate);
}

async function say(made: Reply, options: Options, translate: Translate): Promise<void> {
  const shown = options.json
    ? JSON.stringify(made.json())
    : await made.text({ screen: { stream: process.stdout }, translate });
  process.stdout.write(`${shown}\n`);
}
