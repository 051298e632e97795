// Registers the commands with Discord, and changes nothing that is already so.
import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Commands } from './command.ts';

/** Where commands are registered: in one server, or everywhere. */
export interface Registration {
  readonly rest: REST;
  readonly application: string;
  readonly server: string | undefined;
}

/** The parts of a command that are ours; Discord adds ids, versions and defaults of its own. */
const ours = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'default_member_permissions',
  'nsfw',
] as const;
/** Known only of commands that are registered everywhere. */
const everywhere = [...ours, 'contexts', 'integration_types'] as const;

const registeredSchema = z.array(z.record(z.string(), z.unknown()));

/** Makes Discord's commands those of the bot. Returns whether anything had to be changed. */
export async function register(
  commands: Commands,
  { rest, application, server }: Registration,
): Promise<boolean> {
  const route = server
    ? Routes.applicationGuildCommands(application, server)
    : Routes.applicationCommands(application);
  const keys = server === undefined ? everywhere : ours;
  const wanted = [...commands.values()].map(({ data }) => comparable(data, keys)).sort(byName);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = registeredSchema.parse(await rest.get(route, { query }));
  if (isDeepStrictEqual(registered.map((command) => comparable(command, keys)).sort(byName), wanted))
    return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** The application that a token belongs to. */
export async function applicationOf(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}

type Comparable = Readonly<Record<string, unknown>>;

/** An object with the named keys only; what is absent, null, false or empty is all the same to Discord. */
function comparable(value: object, keys: readonly string[]): Comparable {
  const entries = Object.entries(value)
    .filter(([key, part]) => keys.includes(key) && !isNothing(part))
    .map(([key, part]) => [key, key === 'options' || key === 'choices' ? parts(part, keys) : part]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

function parts(value: unknown, keys: readonly string[]): unknown {
  return z
    .array(z.looseObject({}))
    .parse(value)
    .map((part) => comparable(part, keys));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function byName(a: Comparable, b: Comparable): number {
  return String(a['name']) < String(b['name']) ? -1 : 1;
}
