// Registers the commands with Discord, and changes nothing that is already so; removes them; finds those that show twice.
import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Message } from '../../messages/messages.ts';
import type { Commands } from '../command.ts';
import { toRegister } from '../former.ts';

/** Where commands are registered: in one server, or everywhere. */
export interface Registration {
  readonly rest: REST;
  readonly application: string;
  readonly server: string | undefined;
  /** Gives up where the bot is told to stop meanwhile. */
  readonly stopping?: AbortSignal;
}

/** One request a server: of a bot that is in more of them, nobody waits for the answer. */
const mostServersLookedAt = 5;

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
export async function register(commands: Commands, registration: Registration): Promise<boolean> {
  const { wanted, registered } = await standing(commands, registration);
  if (isDeepStrictEqual(registered, wanted)) return false;
  await put(registration, wanted);
  return true;
}

/** How many commands are registered, and how many of the bot's own are not, or stand otherwise. Changes nothing. */
export async function lookAtRegistered(
  commands: Commands,
  registration: Registration,
): Promise<{ readonly registered: number; readonly differing: number }> {
  const { wanted, registered } = await standing(commands, registration);
  const same = wanted.filter((command) => registered.some((other) => isDeepStrictEqual(other, command)));
  const strange = registered.filter((other) => !wanted.some((command) => command['name'] === other['name']));
  return { registered: registered.length, differing: wanted.length - same.length + strange.length };
}

/** The bot's commands and Discord's, each in the same order and form. */
async function standing(
  commands: Commands,
  registration: Registration,
): Promise<{ readonly wanted: Comparable[]; readonly registered: Comparable[] }> {
  const keys = registration.server === undefined ? everywhere : ours;
  const found = await commandsIn(registration);
  return {
    wanted: toRegister(commands)
      .map((data) => comparable(data, keys))
      .sort(byName),
    registered: found.map((command) => comparable(command, keys)).sort(byName),
  };
}

/** Removes all commands of a scope. Returns how many there were. */
export async function clear(registration: Registration): Promise<number> {
  const registered = await commandsIn(registration);
  if (registered.length > 0) await put(registration, []);
  return registered.length;
}

/** Another scope in which a command of the same name is registered: a server, or everywhere. */
export type Scope = string | undefined;

/**
 * Where else commands of these names are registered, so that members see them twice: everywhere for those of a server;
 * for those that are everywhere one of `servers`, as far as there are few enough to look.
 */
export async function alsoRegistered(
  commands: Commands,
  registration: Registration,
  servers: readonly string[],
): Promise<Scope[]> {
  const few = servers.length <= mostServersLookedAt ? servers : [];
  const others = registration.server === undefined ? few : [undefined];
  const found: Scope[] = [];
  for (const server of others) {
    const there = await commandsIn({ ...registration, server });
    if (there.some(({ name }) => commands.has(String(name)))) found.push(server);
  }
  return found;
}

/** Says that commands show twice, where, and how to remove those of the other scope. */
export function twiceMessage(other: Scope, server: string | undefined): Message {
  return other === undefined
    ? { key: 'deploy.twiceEverywhere', values: { id: server ?? '' } }
    : { key: 'deploy.twiceServer', values: { id: other } };
}

function routeOf({ application, server }: Registration): `/${string}` {
  return server
    ? Routes.applicationGuildCommands(application, server)
    : Routes.applicationCommands(application);
}

async function commandsIn(registration: Registration): Promise<z.infer<typeof registeredSchema>> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const found = await registration.rest.get(routeOf(registration), { query, ...signalOf(registration) });
  return registeredSchema.parse(found);
}

async function put(registration: Registration, body: readonly Comparable[]): Promise<void> {
  await registration.rest.put(routeOf(registration), { body, ...signalOf(registration) });
}

function signalOf({ stopping }: Registration): { signal?: AbortSignal } {
  return stopping ? { signal: stopping } : {};
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
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function byName(a: Comparable, b: Comparable): number {
  return String(a['name']) < String(b['name']) ? -1 : 1;
}
