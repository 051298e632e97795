// Every setting with what is to be known of it: how it is checked, what it is measured in, what holds where it is not set. The page
// docs/settings.md is made of this, so that neither is told twice.
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { MessageKey } from '../messages/messages.ts';

/** What a setting is, beside what it takes. What it is for stands in the messages, as `setting.NAME`. */
interface Facts {
  /** What to write, where something else was written. */
  readonly wanted: MessageKey;
  /** What holds where it is not set, as an operator would write it. */
  readonly preset?: string;
  /** What a number counts. */
  readonly unit?: string;
  /** What it may be. */
  readonly range: string;
  /** No part of it is ever repeated; it may also stand in a file that NAME_FILE names. */
  readonly secret?: true;
}

export const facts = z.registry<Facts>();

/**
 * Where Discord's interface or a path is asked for, nothing is taken that a secret would ride in: it would be told with every
 * failure to open or reach it.
 */
const plainAddress = (address: string): boolean => {
  const { username = '', password = '', search = '', hash = '' } = URL.parse(address) ?? {};
  return `${username}${password}${search}${hash}` === '';
};
/** Three parts, as Discord's tokens have. */
const token = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;
/** Whether a text may be the path of a file; what may not holds a secret. */
export const isPath = (name: string): boolean => !name.includes('://') && !token.test(name);
const path = () => z.string().min(1).refine(isPath).optional();

const snowflake = () =>
  z
    .string()
    .regex(/^\d{17,20}$/)
    .optional();

/** From 1; twelve digits are as good as no limit. */
const whole = z
  .string()
  .regex(/^[1-9]\d{0,11}$/)
  .transform(Number);

const limit = (preset: number, unit: string) =>
  whole.optional().register(facts, {
    ...{ wanted: 'wanted.wholeNumber', preset: String(preset), unit },
    range: 'from 1',
  });

/** Discord lets nobody have more; shards count from 0. */
const shardCount = /^[1-9]\d{0,4}$/;
/** Several with commas, and from one to another with a hyphen. */
const shardList = /^\d{1,5}(?:-\d{1,5})?(?:, ?\d{1,5}(?:-\d{1,5})?)*$/;

const place = (preset: string, range = 'a path') => ({ wanted: 'wanted.path', preset, range }) as const;
const none = 'none';
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** None where a range goes down. */
function idsIn(list: string): number[] {
  const ids = list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.trim().split('-').map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}

export const settingsSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .min(1)
    .optional()
    .register(facts, { wanted: 'wanted.text', preset: none, range: "the bot's token", secret: true }),
  DISCORD_TOKEN_FILE: path().register(facts, place(none)),
  DISCORD_APPLICATION_ID: snowflake().register(facts, {
    ...{ wanted: 'wanted.snowflake', preset: "the token's own", range: '17 to 20 digits' },
  }),
  DISCORD_GUILD_ID: snowflake().register(facts, {
    ...{ wanted: 'wanted.snowflake', preset: 'everywhere', range: '17 to 20 digits' },
  }),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/ })
    .refine(plainAddress)
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api')
    .register(facts, {
      ...{ wanted: 'wanted.apiUrl', preset: 'https://discord.com/api' },
      range: 'an http or https address without the version',
    }),
  MENTIONS: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .register(facts, { wanted: 'wanted.strict', preset: 'false', range: 'true, false' }),
  SHARDS: z
    .string()
    .regex(/^(?:auto|[1-9]\d{0,4})$/)
    .transform((shards) => (shards === 'auto' ? shards : Number(shards)))
    .optional()
    .register(facts, { wanted: 'wanted.shards', preset: 'none: one process', range: 'auto, or from 1' }),
  SHARD_PROCESSES: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .optional()
    .register(facts, { wanted: 'wanted.wholeNumber', preset: 'one for each core', range: '1 to 999' }),
  SHARD_LIST: z
    .string()
    .regex(shardList)
    .transform(idsIn)
    .refine((ids) => ids.length > 0)
    .optional()
    .register(facts, { wanted: 'wanted.shardList', preset: 'all of them', range: 'such as 0-7 or 0,2,4-6' }),
  SHARD_COUNT: z
    .string()
    .regex(shardCount)
    .transform(Number)
    .optional()
    .register(facts, { wanted: 'wanted.shardCount', preset: '`SHARDS`, else 1', range: '1 to 99999' }),
  CORPUS: path().register(facts, place('the shipped folder', 'a folder, or a file that ends in .jsonl')),
  STRICT: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .register(facts, { wanted: 'wanted.strict', preset: 'false', range: 'true, false' }),
  STORE: path().register(facts, place('data/communique.sqlite')),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .register(facts, {
      ...{ wanted: 'wanted.databaseUrl', preset: 'none: the file STORE', secret: true },
      range: 'postgresql://name:password@host:5432/communique',
    }),
  DATABASE_URL_FILE: path().register(facts, place(none)),
  SOURCES_DOCUMENTS: limit(100, 'documents'),
  SOURCES_DOCUMENT_CHARACTERS: limit(300_000, 'characters'),
  SOURCES_CHARACTERS: limit(2_000_000, 'characters'),
  SOURCES_KEPT_DOCUMENTS: limit(1_000, 'documents'),
  SOURCES_KEPT_CHARACTERS: limit(10_000_000, 'characters'),
  SOURCES_DOCUMENT_PARAGRAPHS: limit(3_000, 'paragraphs'),
  SOURCES_PARAGRAPHS: limit(20_000, 'paragraphs'),
  SOURCES_VERSIONS: limit(100, 'versions'),
  SOURCES_PER_HOUR: limit(30, 'changes an hour'),
  SOURCES_OPEN_CHARACTERS: limit(8_000_000, 'characters'),
  SOURCES_RETENTION_DAYS: limit(30, 'days'),
  READER: z
    .enum(['trained', 'lexical'])
    .optional()
    .register(facts, { wanted: 'wanted.reader', preset: 'trained', range: 'trained, lexical' }),
  READER_CACHE: path().register(facts, place('reading.sqlite beside the store')),
  SEARCH_ENGINE: z
    .enum(['memory', 'postgres'])
    .optional()
    .register(facts, { wanted: 'wanted.searchEngine', preset: 'memory', range: 'memory, postgres' }),
  OCR: z
    .string()
    .refine(isAbsolute)
    .optional()
    .register(facts, { wanted: 'wanted.program', preset: none, range: 'a whole path' }),
  OCR_LANGUAGES: z
    .string()
    .regex(/^\w{2,20}(?:\+\w{2,20}){0,9}$/)
    .optional()
    .register(facts, { wanted: 'wanted.recognised', preset: 'eng', range: 'such as eng+deu' }),
  HEALTH_PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional()
    .register(facts, { wanted: 'wanted.port', preset: 'none: off', range: '1 to 65535' }),
  HEALTH_HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/)
    .optional()
    .register(facts, { wanted: 'wanted.host', preset: '127.0.0.1', range: 'an address of this machine' }),
  LOG_LEVEL: z
    .enum(levels)
    .default('info')
    .register(facts, { wanted: 'wanted.logLevel', preset: 'info', range: levels.join(', ') }),
  LOG_SLOW_MS: limit(2_000, 'milliseconds'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof typeof settingsSchema.shape;

export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** What is to be known of a setting; undefined where there is none of this name. */
export function factsOf(name: string): Facts | undefined {
  const found = Object.entries(settingsSchema.shape).find(([key]) => key === name);
  return found && facts.get(found[1]);
}

/** The settings that a file may hold in their place, whose path stands in NAME_FILE. */
export const secrets = ['DISCORD_TOKEN', 'DATABASE_URL'] as const;
