// What `npm start` with a token does: open the sources, load the commands, and run the bot until it is told to stop.
import { fileURLToPath } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { describeProblem, UserError } from '../../common/errors.ts';
import { within } from '../../common/within.ts';
import {
  isOneOfSeveral,
  ocrOf,
  openSecrets,
  rangesOf,
  readerOf,
  type Settings,
  searchOf,
  shardsOf,
  snapshotOf,
  storeOf,
} from '../../config.ts';
import { openTesseract } from '../../importers/ocr/tesseract.ts';
import { folderOf, openListKeeper } from '../../keeping/lists.ts';
import { openCharactersOf, openLibraries } from '../../libraries.ts';
import { collectionAt, type Library, type LibraryOptions } from '../../library.ts';
import type { LibraryThreadOptions } from '../../library-thread/options.ts';
import { LibraryClosed, openLibraryThread } from '../../library-thread/thread.ts';
import { type Log, newErrorId, openLog } from '../../log.ts';
import { inEnglish } from '../../messages/messages.ts';
import { forgetKept, type OpenedSource } from '../../reading/source.ts';
import { whyNotFiled } from '../../search-postgres/look.ts';
import { limitsOf } from '../../sources/limits.ts';
import { openStore } from '../../store/store.ts';
import { type Told, watchLibrary } from '../../watching.ts';
import { loadCommands } from '../command.ts';
import { modelOf } from '../shards/model.ts';
import { openParent, type Parent } from '../shards/parent.ts';
import { startBot } from './bot.ts';
import { newOnly } from './new-only.ts';
import { openVitals, type Vitals } from './vitals.ts';

/** The folder of the commands; dispatch, registration and tests read the same. */
export const commandsFolder: string = fileURLToPath(new URL('../../../commands', import.meta.url));

/** All is saved by then; a database that has fallen silent takes no good-bye. Discord was given one before (bot.ts). */
const longestCloseMs = 500;
/** The model is loaded within a second or two, on a busy machine later. Whoever stops the bot waits less than for a start that failed. */
const longestReaderMs = { hurried: 1_000, patient: 20_000 };

/** Runs the bot until it is told to stop by SIGINT or SIGTERM. A second signal stops it at once. */
export async function runBot(settings: Settings, corpus: string): Promise<void> {
  const log = openLog(settings.LOG_LEVEL, undefined, shardsTold(settings));
  const parent = isOneOfSeveral() ? openParent() : undefined;
  const vitals = await openVitals(settings, log, parent);
  tellStart(settings, log);
  // discord.js throws on events that it does not understand, where nobody can catch it. The bot goes on.
  process.on('unhandledRejection', (error) => {
    log.error({ id: newErrorId(), err: error }, 'something failed outside of any interaction');
  });
  // Before anything else: the bot answers from the moment it is connected, and begun work is not to be lost.
  const stopping = parent ? stopOnParent(parent) : stopOnSignals();
  const model = modelOf(settings, log, parent?.read);
  const reading = { ...(model && { model: model.source }), notRead: countIn(log, vitals) };
  const thread = openLibraryThread({
    ...{ ...reading, replaced: toldOf(log), snapshot: snapshotOf(settings) },
    ...filingOf(settings, log),
    troubled: (err) => log.error({ id: newErrorId(), err }, 'something failed in the library'),
    notKept: (err) => log.warn({ err }, 'what was read of the sources cannot be kept for the next start'),
  });
  vitals?.has({ library: () => thread.asked(), reader: () => model?.waiting() ?? 0 });
  const open = async (): Promise<Library> =>
    thread.open(await collectionAt(corpus, { strict: settings.STRICT === true }));
  // Whoever asks while all is still read waits for no more than his question needs.
  const library = await open();
  const tellProblems = problemsTo(log);
  prepared(library)
    .then((read) => {
      vitals?.has({ read: true });
      return tellProblems(read);
    })
    .catch(unlessStopped((err) => log.error({ id: newErrorId(), err }, 'the sources could not be read')));
  const watched = await watchLibrary(corpus, library, changesTo(log, tellProblems), async () =>
    prepared(await open()),
  );
  vitals?.has({ documents: () => watched.current().documents.length });
  void tellRecognition(settings, log);
  const commands = await loadCommands(commandsFolder);
  vitals?.has({ commands: true });
  const token = tokenOf(settings);
  const place = storeOf(settings);
  const store = await openStore(place, {
    lost: (problem) => log.error({ problem: describeProblem(problem) }, 'what is stored cannot be saved'),
    ...(vitals && { asked: vitals.figures.query }),
  });
  vitals?.has({ store });
  const { database } = store;
  const libraries = openLibraries({
    ...{ shared: () => watched.current(), database },
    limits: limitsOf(settings),
    mostCharacters: openCharactersOf(settings),
    leftOut: (guild, problems) => {
      for (const problem of problems)
        log.warn({ guild, problem: describeProblem(problem) }, 'left out of the documents of a server');
    },
  });
  try {
    const readerFailed = (): boolean => model?.hasFailed() ?? false;
    const forget = forgetting(settings, model);
    const listErasures = openListKeeper(database, folderOf(place));
    const keeping = { store, forget, listErasures };
    const hasSuccessor = parent !== undefined;
    const parts = {
      settings,
      token,
      libraries,
      commands,
      log,
      stopping,
      readerFailed,
      hasSuccessor,
      ...keeping,
    };
    const bot = await startBot({ ...parts, ...(vitals && { vitals }) });
    if (!stopping.aborted) parent?.ready();
    await bot.ended;
  } finally {
    void watched.close();
    const closed = within(
      longestCloseMs,
      Promise.all([store.close(), thread.close(), vitals?.close()]).then(() => true),
      false,
    );
    // A process that exits while the model is loaded or reads is ended by a signal, and has no status.
    const { hurried, patient } = longestReaderMs;
    const ended = within(
      stopping.aborted ? hurried : patient,
      model?.close() ?? Promise.resolve(),
      undefined,
    );
    if (!(await closed)) log.warn('stopped before what is stored was closed');
    await ended;
  }
}

/** What runs here, and what an operator should mend though the bot runs. */
function tellStart(settings: Settings, log: Log): void {
  const { trained } = readerOf(settings);
  const store = settings.DATABASE_URL === undefined ? 'sqlite' : 'postgresql';
  const reader = trained ? 'trained' : 'lexical';
  log.info({ version: packageJson.version, node: process.version, store, reader }, 'started');
  for (const problem of openSecrets(settings))
    log.warn({ problem: describeProblem(problem) }, 'a secret may be read by others');
  for (const problem of shardsOf(settings).problems)
    log.warn({ problem: describeProblem(problem) }, 'the shards run otherwise than they were asked to');
}

/** Whoever switched text recognition on hears at the start where it cannot work; pages that are pictures are refused then. */
async function tellRecognition(settings: Settings, log: Log): Promise<void> {
  const ocr = ocrOf(settings);
  const trouble = ocr && (await openTesseract(ocr).trouble());
  if (trouble !== undefined)
    log.warn(
      { trouble, program: ocr?.program },
      'text recognition (OCR) cannot be used; look at OCR and OCR_LANGUAGES',
    );
}

/** Where the words of the sources are filed; what cannot be done in the database is done in memory, and told with what to do. */
function filingOf(settings: Settings, log: Log): Pick<LibraryThreadOptions, 'search' | 'filed' | 'notFiled'> {
  const { engine, url } = searchOf(settings);
  const inMemory = (problem: string): void =>
    log.warn({ problem }, 'the words of the sources are filed in memory');
  if (engine === 'postgres' && url === undefined) inMemory(inEnglish('doctor.search.noDatabase'));
  return {
    search: url,
    filed: (done, all) => log.info({ done, all }, 'words of the sources are filed in the database'),
    notFiled: (error) => inMemory(whyNotFiled(error)),
  };
}

/** What the reader keeps of passages lies in a file, also while no model runs. */
function forgetting(
  settings: Settings,
  model: OpenedSource | undefined,
): (keys: readonly string[]) => Promise<void> {
  return async (keys) => {
    const isForgotten = await model?.forget(keys).catch(() => false);
    if (!isForgotten) forgetKept(readerOf(settings).cache, keys);
  };
}

/** Questions that the reader had no time for, by the reason: each is answered by words, and counted here. */
function countIn(log: Log, vitals: Vitals | undefined): NonNullable<LibraryOptions['notRead']> {
  const counted = { late: 0, busy: 0, unavailable: 0 };
  return ({ reason }) => {
    counted[reason] += 1;
    vitals?.figures.notRead(reason);
    log.info({ reason, ...counted }, 'a question was answered by its words alone');
  };
}

/** Tells what is wrong with a library; of one that was read anew, what is new. */
function problemsTo(log: Log): (library: Library) => Promise<void> {
  const [leftOut, hinted] = [newOnly(), newOnly()];
  return async (library) => {
    for (const problem of leftOut(library.problems)) log.warn({ problem }, 'left out of the sources');
    for (const hint of hinted(await library.hints())) log.info({ hint }, 'the dossier may have a slip');
  };
}

/** What fails because the bot is told to stop is no failure. */
function unlessStopped(tell: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof LibraryClosed)) tell(error);
  };
}

/** With everything read; its vectors are made from now on. */
async function prepared(library: Library): Promise<Library> {
  try {
    await library.prepare();
  } catch (error) {
    library.close();
    throw error;
  }
  void library.vectors();
  return library;
}

/** A thread that hung or broke costs one answer; why it did must be known. */
function toldOf(log: Log): (error: unknown) => void {
  return (err) => log.error({ id: newErrorId(), err }, 'the library broke and is opened again');
}

/** What the log tells when the sources change while the bot runs. */
function changesTo(log: Log, tellProblems: (library: Library) => Promise<void>): Told {
  const broken = newOnly();
  return {
    changed: async (library) => {
      const { documents, problems } = library;
      const counts = {
        documents: documents.length,
        ...(problems.length > 0 && { problems: problems.length }),
      };
      log.info(counts, 'the sources have changed and are read anew');
      broken([]);
      await tellProblems(library);
    },
    kept: (problems) => {
      const fresh = broken(problems);
      for (const problem of fresh) log.error({ problem }, 'a change of the sources is not used: mend this');
      if (fresh.length === 0)
        log.error(
          { problems: problems.length },
          'a change of the sources is not used: what was told is not mended',
        );
    },
    failed: unlessStopped((err) =>
      log.error({ id: newErrorId(), err }, 'the sources could not be read anew'),
    ),
  };
}

/** Which shards run here, for the log: where others are elsewhere, it must be known whose line it is. */
function shardsTold(settings: Settings): string | undefined {
  const { ids } = shardsOf(settings);
  return ids && rangesOf(ids);
}

/** The process that looks after this one says when to stop, and hears signals that the terminal sends to both of them. */
function stopOnParent({ onGone }: Parent): AbortSignal {
  const stopping = new AbortController();
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => stopping.abort());
  onGone(() => stopping.abort());
  return stopping.signal;
}

function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  // Has the processes of shards replaced where there are several (src/discord/shards); one process is not to end by it.
  process.on('SIGUSR2', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort();
    });
  }
  return stopping.signal;
}

export function tokenOf({ DISCORD_TOKEN: token }: Settings): string {
  if (token !== undefined) return token;
  throw new UserError({ key: 'discord.noToken' });
}
