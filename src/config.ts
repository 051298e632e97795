// The settings: the environment and .env, checked. Nothing else reads process.env.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config } from 'dotenv';
import { z } from 'zod';
import { ProblemsError } from './errors.ts';
import type { MessageKey } from './messages/messages.ts';
import { problemsOf } from './validation.ts';

const snowflake = z.string().regex(/^\d{17,20}$/);

export const settingsSchema = z.object({
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  CORPUS: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

const wanted: Record<string, MessageKey> = {
  DISCORD_APPLICATION_ID: 'wanted.snowflake',
  DISCORD_GUILD_ID: 'wanted.snowflake',
  DISCORD_API_URL: 'wanted.apiUrl',
  LOG_LEVEL: 'wanted.logLevel',
};

/** Reads `.env` in the working directory and the environment, which wins. Throws `ProblemsError` where one is wrong. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env, path = '.env'): Settings {
  const read: Record<string, string> = {};
  config({ path, quiet: true, processEnv: read });
  // A setting that is there but empty ("DISCORD_TOKEN=") is one that nobody filled in.
  const given = Object.entries({ ...read, ...environment }).filter(([, value]) => value?.trim());
  const settings = Object.fromEntries(given.map(([name, value]) => [name, value?.trim()]));
  const checked = settingsSchema.safeParse(settings);
  if (checked.success) return checked.data;
  throw new ProblemsError(
    problemsOf(checked.error, settings, {
      placeOf: ([name]) => ({ file: name !== undefined && String(name) in read ? path : 'environment' }),
      wanted: ([name]) => wanted[String(name)] ?? 'wanted.text',
      known: () => Object.keys(settingsSchema.shape),
      area: 'area.settings',
    }),
  );
}

/** The corpus that is shipped with the project, as a path from the working directory. */
export const shippedCorpus: string = relative(
  process.cwd(),
  fileURLToPath(new URL('../corpus', import.meta.url)),
);
