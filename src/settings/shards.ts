// Which of the bot's shards run here and in how many processes: what the settings about shards mean together. Where they do not fit, what
// works is run, and a line says what to mend.
import { type Problem, ProblemsError } from '../common/errors.ts';
import type { MessageKey, MessageValues } from '../messages/messages.ts';
import type { Settings } from './schema.ts';

export interface Shards {
  /** How many there are on all machines; `recommended`: as many as Discord recommends. */
  readonly count: number | 'recommended';
  /** Those of this machine, in order; undefined where all are. */
  readonly ids: readonly number[] | undefined;
  /** At most so many processes share them. */
  readonly processes: number;
  /** What was asked for and is not done. */
  readonly problems: readonly Problem[];
}

type Given = Pick<Settings, 'SHARDS' | 'SHARD_LIST' | 'SHARD_COUNT' | 'SHARD_PROCESSES' | 'DATABASE_URL'>;

/** `cores`: how many processes there are unless told. Throws `ProblemsError` where no shard is left to run. */
export function shardsIn(given: Given, cores: number): Shards {
  const { SHARDS: shards, SHARD_PROCESSES: processes, DATABASE_URL: url } = given;
  const count = given.SHARD_COUNT ?? (shards === 'auto' ? undefined : shards);
  const problems: Problem[] = [];
  const tell = (setting: string, key: MessageKey, values?: MessageValues): void =>
    void problems.push(problemOf(setting, key, values));
  if (typeof shards === 'number' && count !== undefined && shards !== count)
    tell('SHARDS', 'shards.apart', { shards, count });
  if (shards === undefined && processes !== undefined) tell('SHARD_PROCESSES', 'shards.processesAlone');
  if (shards !== undefined && url === undefined) tell('SHARDS', 'shards.sqlite');
  const ids = idsOf(given.SHARD_LIST, count, tell);
  if (ids !== undefined && count !== undefined && ids.length < count && url === undefined)
    tell('SHARD_LIST', 'shards.sqliteMachines');
  const several = shards !== undefined && url !== undefined;
  return {
    count: count ?? (shards === 'auto' ? 'recommended' : 1),
    ids,
    processes: several ? (processes ?? cores) : 1,
    problems,
  };
}

function idsOf(
  list: readonly number[] | undefined,
  count: number | undefined,
  tell: (setting: string, key: MessageKey, values?: MessageValues) => void,
): readonly number[] | undefined {
  if (list === undefined) return undefined;
  if (count === undefined) {
    tell('SHARD_LIST', 'shards.listAlone');
    return undefined;
  }
  const there = list.filter((id) => id < count);
  const beyond = list.filter((id) => id >= count);
  if (beyond.length === 0) return list;
  const values = { shards: rangesOf(beyond), count, last: count - 1 };
  if (there.length === 0) throw new ProblemsError([problemOf('SHARD_LIST', 'shards.allBeyond', values)]);
  tell('SHARD_LIST', 'shards.beyond', values);
  return there;
}

function problemOf(setting: string, key: MessageKey, values?: MessageValues): Problem {
  return { place: { file: setting }, message: { key, ...(values && { values }) } };
}

/** `0-2,5`: numbers in order as somebody would write them. */
export function rangesOf(ids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last?.[1] === id - 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
