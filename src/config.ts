// The settings: the environment, .env and the files of secrets, checked. Nothing else reads process.env.
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Place, type Problem, ProblemsError } from './common/errors.ts';
import { problemsOf, unknownField, type Validated } from './common/validation.ts';
import { type EnvFile, isOpenToOthers, readEnvFile } from './settings/env-file.ts';
import { nearestSetting } from './settings/nearest.ts';
import { factsOf, type Settings, secrets, settingNames, settingsSchema } from './settings/schema.ts';
import { readSecrets } from './settings/secrets.ts';
import { type Shards, shardsIn } from './settings/shards.ts';

export { type Settings, settingsSchema } from './settings/schema.ts';
export { rangesOf, type Shards } from './settings/shards.ts';

const area = 'area.settings' as const;

/** Reads `.env` in the working directory and the environment, which wins. Throws `ProblemsError` where one is wrong. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env, path = '.env'): Settings {
  const file = readEnvFile(path);
  // A setting that is there but empty ("DISCORD_TOKEN=") is one that nobody filled in.
  const given = Object.entries({ ...file.values, ...environment }).filter(([, value]) => value?.trim());
  const settings = Object.fromEntries(given.map(([name, value]) => [name, value?.trim()]));
  const placeOf = (name: string): Place => placeIn(file, name);
  const secret = readSecrets(settings, placeOf);
  const all = { ...settings, ...secret.values };
  const checked = settingsSchema.safeParse(all);
  const fields = fieldsOf((name) => placeOf(name in secret.files ? `${name}_FILE` : name));
  const problems = [
    ...unknownIn(file, fields),
    ...secret.problems,
    ...(checked.success ? [] : wrongSettings(checked.error, all, fields)),
  ];
  if (checked.success && problems.length === 0) return checked.data;
  throw new ProblemsError(problems);
}

function placeIn({ path, lineOf }: EnvFile, name: string): Place {
  const line = lineOf(name);
  return line === undefined ? { file: 'environment' } : { file: path, line };
}

function fieldsOf(placeOf: (name: string) => Place): Validated {
  return {
    placeOf: ([name]) => placeOf(String(name)),
    wanted: ([name]) => factsOf(String(name))?.wanted ?? 'wanted.text',
    known: () => settingNames,
    area,
  };
}

/** The environment holds much that is not for us; in the file, what we do not know is a slip ("DISCORD_TOKN"). */
function unknownIn({ values }: EnvFile, fields: Validated): Problem[] {
  return Object.keys(values)
    .filter((name) => !settingNames.includes(name))
    .map((name) => {
      const near = nearestSetting(name);
      if (!nameOfSetting.test(name)) return hiddenName(name, near, fields);
      if (near === undefined) return unknownField([name], fields);
      const message = {
        key: 'field.unknownNear',
        values: { area: { key: area }, field: name, near },
      } as const;
      return { place: fields.placeOf([name]), message };
    });
}

/** Each wrong setting with its value, or, where that may hold a secret, with its length alone. */
function wrongSettings(
  error: z.ZodError,
  settings: Record<string, string | undefined>,
  file: Validated,
): Problem[] {
  return error.issues.flatMap((issue) => {
    const name = String(issue.path[0]);
    const value = settings[name] ?? '';
    if (isHarmless(name, value)) return problemsOf(new z.ZodError([issue]), settings, file);
    const values = {
      ...{ area: { key: file.area }, field: name, length: value.length },
      wanted: { key: file.wanted(issue.path) },
    };
    return [{ place: file.placeOf(issue.path), message: { key: 'field.hidden', values } }];
  });
}

/** Longer than any number or word that a setting takes, shorter than Discord's tokens and secrets. */
const longestHarmless = 24;
const harmlessAddress =
  /^(?:[a-z]{2,8}:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[a-z0-9./]{0,12})?$/iu;

/**
 * Whether a wrong value is repeated to whoever reads the terminal or its log. A password may stand anywhere in an address, and a
 * token in the place of anything: so no part of these is picked out, however it looks.
 */
function isHarmless(name: string, value: string): boolean {
  if (factsOf(name)?.secret) return value === '';
  if (name === 'DISCORD_API_URL') return value.length <= 40 && harmlessAddress.test(value);
  return value.length <= longestHarmless && !/[@:?=&]/u.test(value);
}

/** What looks like no name of a setting may be a token that lost its own. */
const nameOfSetting = /^[A-Z][A-Z_]{0,30}$/;

function hiddenName(name: string, near: string | undefined, { placeOf }: Validated): Problem {
  const known = near ?? settingNames.join(', ');
  const key = near === undefined ? 'field.hiddenName' : 'field.hiddenNameNear';
  const values = { area: { key: area }, length: name.length, known };
  return { place: placeOf([name]), message: { key, values } };
}

/** The files that hold secrets and may be read by others on this machine. */
export function openSecrets(settings: Settings, path = '.env'): Problem[] {
  const files = secrets.map((name) => settings[`${name}_FILE`]);
  const { values } = readEnvFile(path);
  const env = secrets.some((name) => values[name]?.trim()) ? [path] : [];
  return [...files, ...env]
    .filter((file) => file !== undefined)
    .filter(isOpenToOthers)
    .map((file) => ({ place: { file }, message: { key: 'secret.open', values: { file } } }));
}

/** What is read, and how strictly, where no words say otherwise. */
export function defaultsOf(settings: Settings) {
  return {
    corpus: settings.CORPUS ?? shippedCorpus,
    strict: settings.STRICT ?? false,
    reader: readerOf(settings),
    ocr: ocrOf(settings),
  };
}

/** Where what servers add is kept. The file lies in the working directory, apart from the program's own. */
export function storeOf(settings: Settings): { readonly file: string; readonly url: string | undefined } {
  return { file: settings.STORE ?? 'data/communique.sqlite', url: settings.DATABASE_URL };
}

/** Which reader answers, and where the trained one keeps what it made of passages: beside the store, unless told. */
export function readerOf(settings: Settings): { readonly trained: boolean; readonly cache: string } {
  const cache = settings.READER_CACHE ?? join(dirname(storeOf(settings).file), 'reading.sqlite');
  return { trained: settings.READER !== 'lexical', cache };
}

/** Where the words of the documents that all servers have are filed: in memory, or in the database, which may be missing. */
export function searchOf({ SEARCH_ENGINE: engine = 'memory', DATABASE_URL: url }: Settings): {
  readonly engine: 'memory' | 'postgres';
  readonly url: string | undefined;
} {
  return { engine, url: engine === 'postgres' ? url : undefined };
}

/** The program that reads pages that are pictures, where the operator wants it. */
export function ocrOf({
  OCR: program,
  OCR_LANGUAGES: languages = 'eng',
}: Settings): { readonly program: string; readonly languages: string } | undefined {
  return program === undefined ? undefined : { program, languages };
}

/** What was read of a large corpus, beside what the reader keeps: nothing that could not be made again. */
export function snapshotOf(settings: Settings): string {
  return join(dirname(readerOf(settings).cache), 'sources.snapshot');
}

/** Where the address for health and figures listens; undefined where it is off. Other machines do not reach it unless told. */
export function healthOf({
  HEALTH_PORT: port,
  HEALTH_HOST: host = '127.0.0.1',
}: Settings): { readonly port: number; readonly host: string } | undefined {
  return port === undefined ? undefined : { port, host };
}

/** Which shards run here, in how many processes. Throws `ProblemsError` where there is none to run. */
export function shardsOf(settings: Settings): Shards {
  return shardsIn(settings, availableParallelism());
}

/** Whether other processes may be connected for other shards. */
export function isSharded(settings: Settings): boolean {
  return shardsOf(settings).count !== 1;
}

/** Whether this process was started by one that looks after several (src/discord/shards): discord.js tells them so. */
export function isOneOfSeveral(): boolean {
  return process.env['SHARDING_MANAGER'] !== undefined && process.send !== undefined;
}

/** The environment of a process that runs some of the shards, whatever else is set here or in `.env`. */
export function environmentFor(ids: readonly number[], count: number): NodeJS.ProcessEnv {
  const ours = { SHARD_LIST: ids.join(','), SHARD_COUNT: String(count), SHARD_PROCESSES: '' };
  return { ...process.env, ...ours, SHARDS: '', SHARDING_MANAGER: 'true', SHARDING_MANAGER_MODE: 'process' };
}

/** discord.js reads these by themselves where they are set, and takes an empty one for a number. */
export function hideEmptyShards(): void {
  for (const name of ['SHARDS', 'SHARD_COUNT']) if (process.env[name] === '') delete process.env[name];
}

/** Whether the bot hears where it is mentioned. It answers only in servers that have chosen so. */
export function hearsMentions({ MENTIONS: hears = false }: Settings): boolean {
  return hears;
}

/** An interaction that took so many milliseconds is logged as slow: Discord's own limit without a deferral is 3 s. */
export function slowOf({ LOG_SLOW_MS: slow = 2_000 }: Settings): number {
  return slow;
}

/** The corpus that is shipped with the project, as a path from the working directory. */
export const shippedCorpus: string = relative(
  process.cwd(),
  fileURLToPath(new URL('../corpus', import.meta.url)),
);
