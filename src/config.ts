// The settings: the environment and .env, checked. Nothing else reads process.env.
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type Problem, ProblemsError } from './errors.ts';
import type { MessageKey } from './messages/messages.ts';
import { textOf, unreadable } from './text-file.ts';
import { problemsOf, unknownField, type Validated } from './validation.ts';

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
const pathOnDisk = z
  .string()
  .min(1)
  .refine((name) => !name.includes('://') && !token.test(name));

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
    .refine(plainAddress)
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  CORPUS: pathOnDisk.optional(),
  STRICT: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  STORE: pathOnDisk.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SOURCES_DOCUMENTS: wholeNumber.optional(),
  SOURCES_DOCUMENT_CHARACTERS: wholeNumber.optional(),
  SOURCES_CHARACTERS: wholeNumber.optional(),
  SOURCES_KEPT_DOCUMENTS: wholeNumber.optional(),
  SOURCES_KEPT_CHARACTERS: wholeNumber.optional(),
  SOURCES_DOCUMENT_PARAGRAPHS: wholeNumber.optional(),
  SOURCES_PARAGRAPHS: wholeNumber.optional(),
  SOURCES_VERSIONS: wholeNumber.optional(),
  SOURCES_PER_HOUR: wholeNumber.optional(),
  SOURCES_RETENTION_DAYS: wholeNumber.optional(),
  READER: z.enum(['trained', 'lexical']).optional(),
  READER_CACHE: pathOnDisk.optional(),
  OCR: z.string().refine(isAbsolute).optional(),
  OCR_LANGUAGES: z
    .string()
    .regex(/^\w{2,20}(?:\+\w{2,20}){0,9}$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

const known: readonly string[] = Object.keys(settingsSchema.shape);

const wanted: Record<string, MessageKey> = {
  DISCORD_APPLICATION_ID: 'wanted.snowflake',
  DISCORD_GUILD_ID: 'wanted.snowflake',
  DISCORD_API_URL: 'wanted.apiUrl',
  CORPUS: 'wanted.path',
  STRICT: 'wanted.strict',
  STORE: 'wanted.path',
  DATABASE_URL: 'wanted.databaseUrl',
  SOURCES_DOCUMENTS: 'wanted.wholeNumber',
  SOURCES_DOCUMENT_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_KEPT_DOCUMENTS: 'wanted.wholeNumber',
  SOURCES_KEPT_CHARACTERS: 'wanted.wholeNumber',
  SOURCES_DOCUMENT_PARAGRAPHS: 'wanted.wholeNumber',
  SOURCES_PARAGRAPHS: 'wanted.wholeNumber',
  SOURCES_VERSIONS: 'wanted.wholeNumber',
  SOURCES_PER_HOUR: 'wanted.wholeNumber',
  SOURCES_RETENTION_DAYS: 'wanted.wholeNumber',
  READER: 'wanted.reader',
  READER_CACHE: 'wanted.path',
  OCR: 'wanted.program',
  OCR_LANGUAGES: 'wanted.recognised',
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
    placeOf: ([name]) => ({ file: name === undefined || Object.hasOwn(read, name) ? path : 'environment' }),
    wanted: ([name]) => wanted[String(name)] ?? 'wanted.text',
    known: () => known,
    area: 'area.settings',
  };
  // The environment holds much that is not for us; in the file, what we do not know is a slip ("DISCORD_TOKN").
  const unknown = Object.keys(read).filter((name) => !known.includes(name));
  const problems = [
    ...unknown.map((name) =>
      nameOfSetting.test(name) ? unknownField([name], file) : hiddenName(name, file),
    ),
    ...(checked.success ? [] : wrongSettings(checked.error, settings, file)),
  ];
  if (checked.success && problems.length === 0) return checked.data;
  throw new ProblemsError(problems);
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
  if (name === 'DISCORD_TOKEN' || name === 'DATABASE_URL') return value === '';
  if (name === 'DISCORD_API_URL') return value.length <= 40 && harmlessAddress.test(value);
  return value.length <= longestHarmless && !/[@:?=&]/u.test(value);
}

/** What looks like no name of a setting may be a token that lost its own. */
const nameOfSetting = /^[A-Z][A-Z_]{0,30}$/;

function hiddenName(name: string, { placeOf, area }: Validated): Problem {
  const values = { area: { key: area }, length: name.length, known: known.join(', ') };
  return { place: placeOf([]), message: { key: 'field.hiddenName', values } };
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

/** The corpus that is shipped with the project, as a path from the working directory. */
export const shippedCorpus: string = relative(
  process.cwd(),
  fileURLToPath(new URL('../corpus', import.meta.url)),
);
