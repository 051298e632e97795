// How a bot that has ended lets go of what it opened.
import { within } from '../../../common/within.ts';
import type { Log } from '../../../log.ts';

/** All is saved by then; a database that has fallen silent takes no good-bye. Discord was given one before (bot.ts). */
const longestCloseMs = 500;
/** The model is loaded within a second or two, on a busy machine later. Whoever stops the bot waits less than for a start that failed. */
const longestReaderMs = { hurried: 1_000, patient: 20_000 };

interface Closable {
  close(): Promise<void>;
}

interface Opened {
  readonly watched: Closable;
  readonly store: Closable;
  readonly thread: Closable;
  readonly vitals: Closable | undefined;
  readonly model: Closable | undefined;
}

/** `stopping`: whether somebody waits for the end. */
export async function closeAll(
  { watched, store, thread, vitals, model }: Opened,
  log: Log,
  stopping: AbortSignal,
): Promise<void> {
  void watched.close();
  const closed = within(
    longestCloseMs,
    Promise.all([store.close(), thread.close(), vitals?.close()]).then(() => true),
    false,
  );
  // A process that exits while the model is loaded or reads is ended by a signal, and has no status.
  const { hurried, patient } = longestReaderMs;
  const ended = within(stopping.aborted ? hurried : patient, model?.close() ?? Promise.resolve(), undefined);
  if (!(await closed)) log.warn('stopped before what is stored was closed');
  await ended;
}
