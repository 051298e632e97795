// The trained reader of a bot: one for all its libraries, and where several processes run the shards, one for the machine.
import { readerOf, type Settings } from '../../config.ts';
import type { Log } from '../../log.ts';
import { type Ask, askedSource } from '../../reading/asked.ts';
import { modelSource, type OpenedSource } from '../../reading/source.ts';

/** A question that comes while the model is loaded waits so long for it, in milliseconds. */
const loadWait = 1_500;

/** Where it cannot be had, the bot answers by words alone and says so here. `elsewhere`: another process has it. */
export function modelOf(settings: Settings, log: Log, elsewhere?: Ask): OpenedSource | undefined {
  const { trained, cache } = readerOf(settings);
  if (!trained) return undefined;
  const unusable = (err: unknown): void =>
    log.warn({ err }, 'the trained reader cannot be used: questions are answered by their words alone');
  if (elsewhere) return askedSource(elsewhere, unusable, { waits: loadWait });
  return modelSource({ shelf: cache, waits: loadWait }, unusable);
}

/** The one that reads for other processes: they wait for it as long as they like. */
export function modelForAll(settings: Settings, log: Log): OpenedSource | undefined {
  const { trained, cache } = readerOf(settings);
  if (!trained) return undefined;
  return modelSource({ shelf: cache }, (err) =>
    log.warn({ err }, 'the trained reader cannot be used: questions are answered by their words alone'),
  );
}
