// What `npm start` does with SHARDS: has several processes run the shards of this machine, holds the one model that reads for all of them,
// tells how they are, passes on the order to stop, and replaces them one after the other on SIGUSR2.
import { fileURLToPath } from 'node:url';
import { Routes } from 'discord.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { describeProblem } from '../../common/errors.ts';
import { healthOf, rangesOf, type Settings, shardsOf } from '../../config.ts';
import { refused } from '../../ending.ts';
import { openFigures } from '../../health/figures.ts';
import { openHealthServer } from '../../health/server.ts';
import { type Log, newErrorId, openLog } from '../../log.ts';
import { createRest } from '../connection/client.ts';
import { discordRefused } from '../connection/refused.ts';
import { type Host, type Signals, thisProcess } from '../connection/running/host.ts';
import { openAsking } from './asking.ts';
import { watchHanging } from './hanging.ts';
import { type Gateway, gatewaySchema, openLogins } from './logins.ts';
import { modelForAll } from './model.ts';
import { type One, Processes, type Seat } from './processes.ts';
import { openReading } from './reading.ts';
import type { Up } from './talk.ts';

const start = fileURLToPath(new URL('../../start.js', import.meta.url));

/** Runs until it is told to stop, and resolves to its exit status; at once to undefined where one process is enough. */
export async function runShards(
  settings: Settings,
  { process, out }: Host = thisProcess(),
  script = start,
): Promise<number | undefined> {
  const rest = createRest(settings, settings.DISCORD_TOKEN ?? '');
  const gateway = async (): Promise<Gateway> => gatewaySchema.parse(await rest.get(Routes.gatewayBot()));
  const { count, ids } = await shardsHere(settings, gateway);
  const groups = dealt(ids, shardsOf(settings).processes);
  if (groups.length < 2) return undefined;
  const log = openLog(settings.LOG_LEVEL, out);
  tellStart(settings, { count, groups }, log);
  const model = modelForAll(settings, log);
  // Loaded while the first process reads.
  void model?.source();
  const reading = openReading(model);
  const troubled = (err: unknown): void =>
    log.error({ id: newErrorId(), err }, 'health or figures could not be told');
  const figures = openFigures(troubled);
  if (model) figures.look({ reader: () => model.waiting() });
  const asking = openAsking((): readonly Seat[] => processes.seats, figures);
  const hears = (one: One, said: Up): void =>
    said.kind === 'told' ? asking.hears(said) : reading.hears(one, said);
  const mayLogIn = openLogins(gateway, log);
  const processes = new Processes({ script, groups, count, log, hears, mayLogIn });
  const place = healthOf(settings);
  const server = place && (await openHealthServer(place, { ...asking.answers, troubled }));
  if (server) log.info({ host: place.host, port: server.port }, 'health and figures can be asked for');
  heedSignals(processes, log, process);
  const failed = await processes.start();
  if (failed) {
    // It has said why.
    await processes.stop();
    return failed.code || refused;
  }
  const watching = watchHanging({ seats: () => processes.seats, isAlive: asking.isAlive, log });
  await processes.ended;
  watching.end();
  await Promise.all([server?.close(), model?.close()]);
  log.info('all processes have stopped');
  return 0;
}

/** As many of all shards as the settings say, or as Discord recommends. Throws `UserError` where Discord does not tell. */
async function shardsHere(
  settings: Settings,
  gateway: () => Promise<Gateway>,
): Promise<{ readonly count: number; readonly ids: readonly number[] }> {
  const given = shardsOf(settings);
  const recommended = async (): Promise<number> => {
    try {
      return (await gateway()).shards;
    } catch (error) {
      throw discordRefused(error, settings);
    }
  };
  const count = given.count === 'recommended' ? await recommended() : given.count;
  return { count, ids: given.ids ?? Array.from({ length: count }, (_, id) => id) };
}

/** Shards side by side in at most so many groups, none larger than another by more than one. */
export function dealt(ids: readonly number[], processes: number): number[][] {
  const most = Math.min(processes, ids.length);
  return Array.from({ length: most }, (_, group) =>
    ids.slice(Math.floor((group * ids.length) / most), Math.floor(((group + 1) * ids.length) / most)),
  );
}

function tellStart(
  settings: Settings,
  { count, groups }: { readonly count: number; readonly groups: readonly (readonly number[])[] },
  log: Log,
): void {
  const { version } = packageJson;
  log.info({ version, node: process.version, count, processes: groups.map(rangesOf) }, 'shards are started');
  for (const problem of shardsOf(settings).problems)
    log.warn({ problem: describeProblem(problem) }, 'the shards run otherwise than they were asked to');
}

function heedSignals(processes: Processes, log: Log, process: Signals): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) {
        processes.kill();
        process.exit(refused);
        return;
      }
      isStopping = true;
      log.info('stopping: the processes finish what was begun');
      void processes.stop();
    });
  }
  // Not SIGHUP, which a terminal sends that is closed.
  process.on('SIGUSR2', () => void processes.replaceAll());
}
