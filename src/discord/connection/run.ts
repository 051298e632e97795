// What `npm start` with a token does: open the sources, load the commands, and run the bot until it is told to stop.
import { fileURLToPath } from 'node:url';
import { UserError } from '../../common/errors.ts';
import { rangesOf, type Settings, shardsOf, snapshotOf, storeOf } from '../../config.ts';
import { folderOf, openListKeeper } from '../../keeping/lists.ts';
import { openCharactersOf, openLibraries } from '../../libraries.ts';
import { collectionAt, type Library } from '../../library.ts';
import { openLibraryThread } from '../../library-thread/thread.ts';
import { newErrorId, openLog } from '../../log.ts';
import { limitsOf } from '../../sources/limits.ts';
import { openStore } from '../../store/store.ts';
import { watchLibrary } from '../../watching.ts';
import { loadCommands } from '../command.ts';
import { modelOf } from '../shards/model.ts';
import { openParent } from '../shards/parent.ts';
import { startBot } from './bot.ts';
import { closeAll } from './running/closing.ts';
import { filingOf } from './running/filing.ts';
import { forgetting } from './running/forgetting.ts';
import { type Host, thisProcess } from './running/host.ts';
import { lostTo, tellRecognition, tellStart, threadTo } from './running/lines.ts';
import { changesTo, countIn, leftOutTo, problemsTo, unlessStopped } from './running/lines-of-sources.ts';
import { prepared } from './running/prepared.ts';
import { stopOnParent, stopOnSignals } from './running/stopping.ts';
import { openVitals } from './vitals.ts';

/** The folder of the commands; dispatch, registration and tests read the same. */
export const commandsFolder: string = fileURLToPath(new URL('../../../commands', import.meta.url));

/** Runs the bot until it is told to stop by SIGINT or SIGTERM. A second signal stops it at once. */
export async function runBot(settings: Settings, corpus: string, host: Host = thisProcess()): Promise<void> {
  const { process, channel, out, openThread = openLibraryThread } = host;
  const log = openLog(settings.LOG_LEVEL, out, shardsTold(settings));
  const parent = channel && openParent(channel);
  const vitals = await openVitals(settings, log, parent);
  tellStart(settings, log);
  // discord.js throws on events that it does not understand, where nobody can catch it. The bot goes on.
  process.on('unhandledRejection', (error) => {
    log.error({ id: newErrorId(), err: error }, 'something failed outside of any interaction');
  });
  // Before anything else: the bot answers from the moment it is connected, and begun work is not to be lost.
  const stopping = parent ? stopOnParent(parent, process) : stopOnSignals(process);
  const model = modelOf(settings, log, parent?.read);
  const reading = { ...(model && { model: model.source }), notRead: countIn(log, vitals) };
  const thread = openThread({
    ...{ ...reading, snapshot: snapshotOf(settings) },
    ...filingOf(settings, log),
    ...threadTo(log),
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
  const commands = await loadCommands(host.commands ?? commandsFolder);
  vitals?.has({ commands: true });
  const token = tokenOf(settings);
  const place = storeOf(settings);
  const store = await openStore(place, {
    lost: lostTo(log),
    ...(vitals && { asked: vitals.figures.query }),
  });
  vitals?.has({ store });
  const { database } = store;
  const libraries = openLibraries({
    ...{ shared: () => watched.current(), database },
    limits: limitsOf(settings),
    mostCharacters: openCharactersOf(settings),
    leftOut: leftOutTo(log),
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
    await closeAll({ watched, store, thread, vitals, model }, log, stopping);
  }
}

/** Which shards run here, for the log: where others are elsewhere, it must be known whose line it is. */
function shardsTold(settings: Settings): string | undefined {
  const { ids } = shardsOf(settings);
  return ids && rangesOf(ids);
}

export function tokenOf({ DISCORD_TOKEN: token }: Settings): string {
  if (token !== undefined) return token;
  throw new UserError({ key: 'discord.noToken' });
}
