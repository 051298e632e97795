// What a person types, resolved against the commands that the bot registered, as Discord's client does it.
import { attachmentPayload, channelPayload, memberPayload, rolePayload, userPayload } from './payloads.ts';
import type { Person } from './person.ts';
import type { Channel } from './server.ts';
import { type CommandOption, CommandType, OptionType } from './wire.ts';
import type { Command, World } from './world.ts';

/** A user, channel, role or attachment is given as the object or by its id. */
export type OptionValue = string | number | boolean | { readonly id: string };
export type Options = Readonly<Record<string, OptionValue>>;

/** The option in which the cursor stands, and whether the client's own checks are passed over. */
export interface Typing {
  readonly focused?: string;
  readonly unchecked?: boolean;
}

type Resolved = Record<string, Record<string, unknown>>;

const ADMINISTRATOR = 1n << 3n;
const BRANCHES = [OptionType.Subcommand, OptionType.SubcommandGroup];

/** The interaction data of `/name`, `/name sub` or `/name group sub` with these options. Throws what the client would say. */
export function commandData(
  world: World,
  who: { readonly person: Person; readonly channel: Channel },
  typed: string,
  options: Options,
  typing: Typing = {},
): Record<string, unknown> {
  const [name = '', ...path] = typed.replace(/^\//, '').split(/\s+/);
  const command = findCommand(world, who, name, CommandType.ChatInput, typing.unchecked);
  const branches = walk(command, path);
  const leaf = branches.at(-1)?.options ?? (branches.length === 0 ? command.options : []) ?? [];
  if (leaf.some(({ type }) => BRANCHES.includes(type))) {
    throw wrong(typed, `needs a subcommand: ${leaf.map((option) => option.name).join(', ')}`);
  }
  const resolved: Resolved = {};
  const values = valuesOf(world, typed, leaf, options, typing, resolved, who.channel);
  const nested = branches.reduceRight<Record<string, unknown>[]>(
    (inner, branch) => [{ type: branch.type, name: branch.name, options: inner }],
    values,
  );
  return { ...about(command), options: nested, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) };
}

/** The interaction data of a context-menu command. */
export function menuData(
  world: World,
  who: { readonly person: Person; readonly channel: Channel },
  name: string,
  type: number,
  target: { readonly id: string; readonly resolved: Resolved },
): Record<string, unknown> {
  const command = findCommand(world, who, name, type);
  return { ...about(command), target_id: target.id, resolved: target.resolved };
}

const about = ({ id, name, type, guildId }: Command) => ({
  id,
  name,
  type,
  ...(guildId ? { guild_id: guildId } : {}),
});
const wrong = (typed: string, message: string) => new Error(`Discord double: "${typed}" ${message}`);

function findCommand(
  world: World,
  { person, channel }: { readonly person: Person; readonly channel: Channel },
  name: string,
  type: number,
  unchecked = false,
): Command {
  const here = channel.server?.id ?? null;
  const offered = [...world.commands.values()].filter(
    (command) => command.type === type && (command.guildId === null || command.guildId === here),
  );
  const named = offered.filter(
    (command) => command.name === name || command.name_localizations?.[person.locale] === name,
  );
  const command = named.find(({ guildId }) => guildId !== null) ?? named[0];
  if (!command) {
    const known = offered.map((other) => other.name).join(', ') || 'none at all';
    throw wrong(name, `is no registered command; the bot has ${known}`);
  }
  // Registered otherwise a moment ago, or sent by what is no client of Discord's.
  if (unchecked) return command;
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  if (!contexts.includes(here === null ? 1 : 0)) throw wrong(name, 'is not offered in this context');
  const needed = here === null ? 0n : BigInt(command.default_member_permissions ?? 0);
  const barred =
    command.default_member_permissions !== null && command.default_member_permissions !== undefined;
  if (here !== null && barred && !mayUse(person.permissions, needed) && !isLet(person, command)) {
    throw wrong(name, `is not offered to ${person.user.name}, who lacks the permissions ${needed}`);
  }
  return command;
}

/** Whether those who manage the server let a role of theirs see the command (Server settings → Integrations). */
function isLet({ server, roles }: Person, { name }: Command): boolean {
  return roles.some((role) => server?.let.get(name)?.has(role.id));
}

/** Permissions of 0 keep a command to administrators. */
function mayUse(permissions: bigint, needed: bigint): boolean {
  if (permissions & ADMINISTRATOR) return true;
  return needed !== 0n && (permissions & needed) === needed;
}

function walk(command: Command, path: readonly string[]): CommandOption[] {
  const branches: CommandOption[] = [];
  let level = command.options ?? [];
  for (const step of path) {
    const branch = level.find((option) => option.name === step && BRANCHES.includes(option.type));
    if (!branch) throw wrong(command.name, `has no subcommand "${step}"`);
    branches.push(branch);
    level = branch.options ?? [];
  }
  return branches;
}

function valuesOf(
  world: World,
  typed: string,
  leaf: readonly CommandOption[],
  options: Options,
  typing: Typing,
  resolved: Resolved,
  channel: Channel,
): Record<string, unknown>[] {
  const isAutocomplete = typing.focused !== undefined;
  if (isAutocomplete && !leaf.some(({ name, autocomplete }) => name === typing.focused && autocomplete)) {
    throw wrong(typed, `has no option "${typing.focused}" with autocomplete`);
  }
  const missing = leaf.filter(({ name, required }) => required && !(name in options));
  if (missing.length > 0 && !isAutocomplete && !typing.unchecked) {
    throw wrong(typed, `needs the option "${missing[0]?.name}"`);
  }
  return Object.entries(options).map(([name, value]) => {
    const option = leaf.find((candidate) => candidate.name === name);
    if (!option)
      throw wrong(
        typed,
        `has no option "${name}"; it has ${leaf.map((one) => one.name).join(', ') || 'none'}`,
      );
    const focused = name === typing.focused;
    if (focused) return { type: option.type, name, value: isObject(value) ? value.id : value, focused };
    const complaint = typing.unchecked
      ? forgedComplaint(option, value)
      : (typeComplaint(option, value) ?? limitComplaint(option, value));
    if (complaint) throw wrong(typed, `option "${name}": ${complaint}`);
    return { type: option.type, name, value: resolve(world, channel, option, value, resolved) };
  });
}

const isObject = (value: OptionValue): value is { readonly id: string } => typeof value === 'object';

/** A forger may send any number where a whole one is wanted. */
function forgedComplaint(option: CommandOption, value: OptionValue): string | null {
  return typeof value === 'number' ? null : typeComplaint(option, value);
}

function typeComplaint({ type }: CommandOption, value: OptionValue): string | null {
  switch (type) {
    case OptionType.String:
      return typeof value === 'string' ? null : 'text is wanted';
    case OptionType.Integer:
      return Number.isInteger(value) ? null : 'a whole number is wanted';
    case OptionType.Number:
      return typeof value === 'number' ? null : 'a number is wanted';
    case OptionType.Boolean:
      return typeof value === 'boolean' ? null : 'true or false is wanted';
    default:
      return isObject(value) || typeof value === 'string' ? null : 'an object or its id is wanted';
  }
}

/** What Discord's client would not let the person send. */
function limitComplaint(option: CommandOption, value: OptionValue): string | null {
  const { choices } = option;
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    return `${JSON.stringify(value)} is not among the choices`;
  }
  if (typeof value === 'string') return lengthComplaint(option, value);
  return typeof value === 'number' ? rangeComplaint(option, value) : null;
}

function lengthComplaint({ min_length, max_length, required }: CommandOption, value: string): string | null {
  const min = min_length ?? (required ? 1 : 0);
  const max = max_length ?? 6_000;
  if (value.length >= min && value.length <= max) return null;
  return `${value.length} characters; ${min} to ${max} are allowed`;
}

function rangeComplaint({ min_value, max_value }: CommandOption, value: number): string | null {
  const min = min_value ?? -Infinity;
  const max = max_value ?? Infinity;
  return value < min || value > max ? `${value} lies outside ${min} to ${max}` : null;
}

function resolve(
  world: World,
  channel: Channel,
  option: CommandOption,
  value: OptionValue,
  resolved: Resolved,
): string | number | boolean {
  const id = isObject(value) ? value.id : value;
  if (option.type < OptionType.User || option.type === OptionType.Number || typeof id !== 'string') return id;
  const entry = (kind: string, payload: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: payload };
  };
  if (!lookUp(world, channel, option, id, entry))
    throw wrong(option.name, `${id} is nothing that exists here`);
  return id;
}

function lookUp(
  world: World,
  { server }: Channel,
  option: CommandOption,
  id: string,
  entry: (kind: string, payload: unknown) => void,
): boolean {
  const { type } = option;
  if (type === OptionType.Attachment) {
    const attachment = world.attachments.get(id);
    if (attachment) entry('attachments', attachmentPayload(attachment));
    return attachment !== undefined;
  }
  if (type === OptionType.Channel) {
    const found = world.channels.get(id);
    const fits = found && (!option.channel_types?.length || option.channel_types.includes(found.type));
    if (fits) entry('channels', { ...channelPayload(found), permissions: '0' });
    return Boolean(fits);
  }
  const role =
    type === OptionType.User ? undefined : server?.allRoles.find((candidate) => candidate.id === id);
  if (role) entry('roles', rolePayload(role, 1));
  const person = type === OptionType.Role ? undefined : world.people.get(id);
  if (person) {
    entry('users', userPayload(person.user));
    if (person.server) entry('members', memberPart(person));
  }
  return role !== undefined || person !== undefined;
}

/** A member among resolved data stands without its user, which stands beside it. */
export function memberPart(person: Person): Record<string, unknown> {
  const { user: _user, deaf: _deaf, mute: _mute, ...member } = memberPayload(person);
  return member;
}
