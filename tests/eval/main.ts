// npm run eval: how well questions are answered, beside plain MiniSearch on the same questions in the same run.
//
//   npm run eval                                          the shipped talks, with their dossier and without any, and whole texts about them
//   npm run eval -- --encyclopedia DIR                    and an encyclopedia: DIR/corpus.jsonl, DIR/questions.jsonl
//   npm run eval -- --rooms DIR … [--part test] [--together] [--limit N]
//                                                         texts of many kinds in five languages (rooms.ts)
//   npm run eval -- --rooms DIR … --together --among FILE.jsonl [--others N]
//                                                         the same as one collection with N passages of something else
//   npm run eval -- --corpus DIR|FILE.jsonl --questions FILE.jsonl
// With each: --reader trained|lexical, --search URL, --model DIR, --dresses, --show-errors, --json.
//
// Is it any good on your own documents? Ten questions tell. Put them into a file beside your folder, one a line, as your users
// would ask them, and write them before you look at what the bot says:
//
//   {"question": "When do the guarantees end?", "answers": ["expire after fifteen years"]}
//   {"question": "Who pays for the mission?", "answers": []}
//
// `answers` holds words exactly as they stand in the passage that answers; several where several passages do. It is empty where
// your documents do not answer: ask three or four such questions on their very subject, for a wrong answer is worse than none.
// Then `npm run eval -- --corpus DIR --questions FILE.jsonl --show-errors`. "right and answered" is what your users get, "silent"
// how often nothing is said where nothing is known, and each stands with its 95% interval: that of ten questions is wide
// (.7 means .4 to .9), that of a hundred a third of it. The errors show what came instead, and how sure the bot was.
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { describeProblem } from '../../src/common/errors.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { complain, sayWhatIsWrong, unusable } from '../../src/ending.ts';
import { openLibrary } from '../../src/library.ts';
import { documentsIn } from '../bench/engines/collection.ts';
import { corpusSection } from './corpus-section.ts';
import { type Question, readQuestions, unfound } from './questions.ts';
import { printJson, printSections, type Section } from './report.ts';
import { type Part, parts, readRooms } from './rooms.ts';
import { roomsSection } from './rooms-section.ts';
import { textsSection } from './texts-section.ts';
import { openWays, readers, type Way, type WaysOptions } from './ways.ts';

interface Options {
  readonly corpus: string;
  readonly questions: string;
  readonly holdOutDocuments?: boolean;
  readonly encyclopedia?: string;
  readonly rooms?: readonly string[];
  readonly part: Part;
  readonly together?: boolean;
  readonly limit?: number;
  readonly among?: string;
  readonly others: number;
  readonly reader?: NonNullable<WaysOptions['reader']>;
  readonly model?: string;
  readonly shelf?: string;
  readonly search?: string;
  readonly dresses?: boolean;
  readonly showErrors?: boolean;
  readonly json?: boolean;
}

const program = new Command('eval')
  .description('Measures how well questions are answered.')
  .option('-c, --corpus <path>', 'a folder of documents or a .jsonl file', 'corpus')
  .option(
    '-q, --questions <file>',
    'lines {"question","answers":["words of a passage"],"id"?,"docId"?,"answerable"?}',
    'tests/golden/questions.jsonl',
  )
  .option('--hold-out-documents', 'also ask the questions of each document where it is left out')
  .option('--encyclopedia <folder>', 'also measure corpus.jsonl with questions.jsonl, documents left out')
  .option('--rooms <folders...>', 'measure the rooms in folders, in place of a corpus')
  .addOption(new Option('--part <part>', 'which rooms').choices(parts).default('test'))
  .option('--together', 'all rooms as one collection, and questions off the subject')
  .option('--among <file>', 'with --together: documents of something else, in the same collection')
  .option('--others <passages>', 'so many passages of these', count, 100_000)
  .option('--limit <rooms>', 'so many rooms at most', count)
  .addOption(new Option('--reader <reader>', 'one reader alone').choices(readers))
  .option('--model <folder>', 'a trained model other than the shipped one')
  .option('--shelf <file>', 'keep what the model makes of passages for the next run')
  .option('--search <url>', 'measure with words filed in this PostgreSQL database as well')
  .option('--dresses', 'ask the same questions in other dress as well')
  .option('--show-errors', 'show the questions that went wrong, with what was shown')
  .option('--json', 'print JSON');

try {
  const options = checked(program.parse());
  const ways = await openWays({
    ...(options.reader && { reader: options.reader }),
    ...(options.model && { folder: options.model }),
    ...(options.shelf && { shelf: options.shelf }),
    ...(options.search && { search: options.search }),
  });
  const without = `the trained reader is not measured: ${ways.without}`;
  if (ways.without && options.reader === 'trained') program.error(without, { exitCode: unusable });
  if (ways.without) complain([without]);
  const sections = [...(await measured(options, ways.all)), ...(await ofTexts(options))];
  await ways.close();
  if (ways.notRead() > 0)
    complain([`the model failed ${ways.notRead()} times; those questions were measured by words alone`]);
  if (options.json) printJson(sections);
  else printSections(sections);
} catch (error) {
  process.exitCode = sayWhatIsWrong(error);
}

function count(given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('write a whole number from 1');
  return number;
}

/** What was asked for; the program ends where that makes no sense. */
function checked(command: Command): Options {
  const isGiven = (name: string): boolean =>
    !['default', undefined].includes(command.getOptionValueSource(name));
  const refuse = (message: string): never => command.error(message, { exitCode: unusable });
  // The golden questions are about the shipped corpus; of any other they would measure nothing.
  if (isGiven('corpus') && !isGiven('questions')) refuse('--questions is needed with --corpus');
  for (const name of ['part', 'together', 'limit', 'among'])
    if (isGiven(name) && !isGiven('rooms')) refuse(`--rooms is needed with --${name}`);
  if (isGiven('among') && !isGiven('together')) refuse('--together is needed with --among');
  for (const name of ['corpus', 'questions'])
    if (isGiven(name) && isGiven('rooms')) refuse(`--${name} and --rooms are measured one at a time`);
  return command.opts<Options>();
}

async function measured(options: Options, ways: readonly Way[]): Promise<Section[]> {
  const sections = options.rooms
    ? [await ofRooms(options.rooms, options, ways)]
    : await ofCorpus(options, ways);
  if (options.encyclopedia === undefined) return sections;
  const collection = await collectionAt(join(options.encyclopedia, 'corpus.jsonl'));
  const questions = await questionsAt(join(options.encyclopedia, 'questions.jsonl'), collection);
  const how = { ...options, ways, holdOut: true };
  return [...sections, await corpusSection(options.encyclopedia, collection, questions, how)];
}

async function ofRooms(folders: readonly string[], options: Options, ways: readonly Way[]): Promise<Section> {
  const { rooms, problems } = await readRooms(folders);
  complain(problems);
  const documents = options.among === undefined ? undefined : await documentsIn(options.among);
  const among = documents && { documents, passages: options.others };
  return roomsSection(rooms, { ...options, ways, among });
}

/** A dossier is written by hand and knows these very texts: without it stands what others get who bring their own. */
async function ofCorpus(options: Options, ways: readonly Way[]): Promise<Section[]> {
  const collection = await collectionAt(options.corpus);
  const questions = await questionsAt(options.questions, collection);
  const how = { ...options, ways, holdOut: options.holdOutDocuments };
  const full = await corpusSection(options.corpus, collection, questions, how);
  if (!hasDossier(collection)) return [full];
  const bare = { ...collection, dossier: emptyDossier };
  return [
    { ...full, title: `${options.corpus}, with its dossier` },
    await corpusSection(`${options.corpus}, without any dossier`, bare, questions, how),
  ];
}

/** Of any other corpus the texts quote nothing. */
async function ofTexts({ corpus, rooms }: Options): Promise<Section[]> {
  if (rooms || corpus !== 'corpus') return [];
  const library = await openLibrary(corpus);
  const section = await textsSection('tests/eval/texts', library);
  await library.close();
  return [section];
}

function hasDossier({ dossier }: Collection): boolean {
  return Object.values(dossier).some((part) => Array.isArray(part) && part.length > 0);
}

async function collectionAt(path: string): Promise<Collection> {
  const collection = await readCollection(path);
  complain(collection.problems.map((problem) => describeProblem(problem)));
  return collection;
}

async function questionsAt(path: string, { passages }: Collection): Promise<Question[]> {
  const questions = await readQuestions(path);
  complain(
    unfound(questions, passages).map(
      ({ id, question }) =>
        `${path}: question ${id} counts as wrong, no passage has the words that answer it: ${question}`,
    ),
  );
  return questions;
}
