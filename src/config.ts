// The settings: the environment and .env, checked. Nothing else reads process.env.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { ProblemsError } from './errors.ts';
import type { MessageKey } from './messages/messages.ts';
import { textOf, unreadable } from './text-file.ts';
import { problemsOf, unknownField, type Validated } from './validation.ts';

const snowflake = z.string().regex(/^\d{17,20}$/);

/** From 1; twelve digits are as good as no limit. */
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,11}$/)
  .transform(Number);

export const settingsSchema = z.object({
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  CORPUS: z.string().min(1).optional(),
  STRICT: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  STORE: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SOURCES_DOCUMENTS: wholeNumber.optional(),
  SOURCES_DOCUMENT_CHARACTERS: wholeNumber.optional(),
  SOURCES_CHARACTERS: wholeNumber.optional(),
  SOURCES_KEPT_CHARACTERS: wholeNumber.optional(),
  SOURCES_DOCUMENT_PARAGRAPHS: wholeNumber.optional(),
  SOURCES_PARAGRAPHS: wholeNumber.optional(),
  SOURCES_VERSIONS: wholeNumber.optional(),
  SOURCES_PER_HOUR: wholeNumber.optional(),
  SOURCES_RETENTION_DAYS: wholeNumber.optional(),
  READER: z.enum(['trained', 'lexical']).optional(),
  READER_CACHE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

const known: readonly string[] = Object.keys(settingsSchema.shape);

const wanted: Record<string, MessageKey> = {
  DISCORD_APPLICATION_ID: 'wanted.snowflake',
  DISCORD_GUILD_ID: 'wanted.snowflake',
  DISCORD_API_URL: 'wanted.apiUrl',
  STRICT: 'wanted.strict',
  DATABASE_URL: 'wanted.databaseUrl',
  SOURCES_DOCUMENTS: 'wanted.wholeNumber',
  SOURCES_DOCUMENT_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_KEPT_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_DOCUMENT_PARAGRAPHS: 'wanted.wholeNumber',
  SOURCES_PARAGRAPHS: 'wanted.wholeNumber',
  SOURCES_VERSIONS: 'wanted.wholeNumber',
  SOURCES_PER_HOUR: 'wanted.wholeNumber',
  SOURCES_RETENTION_DAYS: 'wanted.wholeNumber',
  READER: 'wanted.reader',
  LOG_LEVEL: 'wanted.logLevel',
};

/** Reads `.env` in the working directory and the environment, which wins. Throws `ProblemsError` where one is wrong. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env, path = '.env'): Settings {
  const read = readEnvironmentFile(path);
  // A setting that is there but empty ("DISCORD_TOKEN=") is one that nobody filled in.
  const given = Object.entries({ ...read, ...environment }).filter(([, value]) => value?.trim());
  const settings = Object.fromEntries(given.map(([name, value]) => [name, value?.trim()]));
  const checked = settingsSchema.safeParse(settings);
  const file: Validated = {
    placeOf: ([name]) => ({ file: name !== undefined && Object.hasOwn(read, name) ? path : 'environment' }),
    wanted: ([name]) => wanted[String(name)] ?? 'wanted.text',
    known: () => known,
    area: 'area.settings',
  };
  // The environment holds much that is not for us; in the file, what we do not know is a slip ("DISCORD_TOKN").
  const unknown = Object.keys(read).filter((name) => !known.includes(name));
  const problems = [
    ...unknown.map((name) => unknownField([name], file)),
    ...(checked.success ? [] : problemsOf(checked.error, withoutPassword(settings), file)),
  ];
  if (checked.success && problems.length === 0) return checked.data;
  throw new ProblemsError(problems);
}

/** A wrong value is repeated to whoever reads the terminal or its log; the password in an address is not. */
function withoutPassword(settings: Record<string, string | undefined>): Record<string, string | undefined> {
  const address = settings['DATABASE_URL']?.replace(/(?<=:\/*)[^/@]*@|^[^/]*@/u, '…@');
  return { ...settings, DATABASE_URL: address };
}

/** What the file says; nothing where there is none. A file that cannot be read would silently start something else. */
function readEnvironmentFile(path: string): Record<string, string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new ProblemsError([unreadable(path, cause)]);
  }
  const text = textOf(bytes, path);
  if (typeof text !== 'string') throw new ProblemsError([text]);
  const strays = strayLines(text);
  if (strays.length === 0) return parse(text);
  // The line is not repeated: it may hold a token.
  throw new ProblemsError(
    strays.map((line) => ({ place: { file: path, line }, message: { key: 'field.noSetting' } })),
  );
}

/** The numbers of lines that set nothing and belong to no value: those that the file can go without. */
function strayLines(text: string): number[] {
  const lines = text.split('\n');
  const whole = JSON.stringify(parse(text));
  return lines.flatMap((line, index) => {
    const sets = Object.keys(parse(line)).length > 0;
    if (/^\s*(#|$)/u.test(line) || sets) return [];
    return JSON.stringify(parse(lines.with(index, '').join('\n'))) === whole ? [index + 1] : [];
  });
}

/** What is read, and how strictly, where no words say otherwise. */
export function defaultsOf(settings: Settings) {
  return {
    corpus: settings.CORPUS ?? shippedCorpus,
    strict: settings.STRICT ?? false,
    reader: readerOf(settings),
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

/** The corpus that is shipped with the project, as a path from the working directory. */
export const shippedCorpus: string = relative(
  process.cwd(),
  fileURLToPath(new URL('../corpus', import.meta.url)),
);
