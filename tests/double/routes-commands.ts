// Routes for application commands, global and of one server: list, overwrite, create, edit, delete.
import { z } from 'zod';
import { unknownApplication, unknownCommand, unknownGuild } from './errors.ts';
import type { Handler } from './routes.ts';
import { type CommandBody, CommandType, commandSchema } from './wire.ts';
import type { Command, World } from './world.ts';

/** `[application, command]` or `[application, guild, command]`, by the route. */
function scopeOf(
  world: World,
  path: string,
  ids: readonly string[],
): { guildId: string | null; commandId: string } {
  if (ids[0] !== world.bot.id) throw unknownApplication();
  if (!path.includes('/guilds/')) return { guildId: null, commandId: ids[1] ?? '' };
  const [, guildId = '', commandId = ''] = ids;
  if (!world.servers.has(guildId)) throw unknownGuild();
  return { guildId, commandId };
}

function commandsOf(world: World, guildId: string | null): Command[] {
  return [...world.commands.values()].filter((command) => command.guildId === guildId);
}

function findIn(world: World, path: string, ids: readonly string[]): Command {
  const { guildId, commandId } = scopeOf(world, path, ids);
  const command = world.commands.get(commandId);
  if (!command || command.guildId !== guildId) throw unknownCommand();
  return command;
}

const isSame = (a: CommandBody, b: CommandBody) =>
  a.name === b.name && (a.type ?? CommandType.ChatInput) === (b.type ?? CommandType.ChatInput);

/** A command of the same name and type keeps its id, as with Discord. */
function register(world: World, body: CommandBody, guildId: string | null, before?: Command): Command {
  const known = before ?? commandsOf(world, guildId).find((command) => isSame(command, body));
  const command: Command = {
    ...body,
    type: body.type ?? known?.type ?? CommandType.ChatInput,
    id: known?.id ?? world.newId(),
    version: world.newId(),
    guildId,
  };
  world.commands.set(command.id, command);
  return command;
}

function payload(world: World, command: Command): Record<string, unknown> {
  const { guildId, ...rest } = command;
  return {
    default_member_permissions: null,
    nsfw: false,
    description: '',
    ...rest,
    application_id: world.bot.id,
    ...(guildId === null ? {} : { guild_id: guildId }),
  };
}

export const listCommands: Handler = (world, { path }, ids) => {
  const { guildId } = scopeOf(world, path, ids);
  return { status: 200, body: commandsOf(world, guildId).map((command) => payload(world, command)) };
};

export const getCommand: Handler = (world, { path }, ids) => ({
  status: 200,
  body: payload(world, findIn(world, path, ids)),
});

export const setCommands: Handler = (world, request, ids) => {
  const { guildId } = scopeOf(world, request.path, ids);
  const bodies = world.checks.read(request, z.array(commandSchema), request.body);
  world.checks.commands(request, bodies, bodies);
  const registered = bodies.map((body) => register(world, body, guildId));
  const kept = new Set(registered.map(({ id }) => id));
  for (const { id } of commandsOf(world, guildId)) if (!kept.has(id)) world.commands.delete(id);
  return { status: 200, body: registered.map((command) => payload(world, command)) };
};

export const createCommand: Handler = (world, request, ids) => {
  const { guildId } = scopeOf(world, request.path, ids);
  const body = world.checks.read(request, commandSchema, request.body);
  const others = commandsOf(world, guildId).filter((command) => !isSame(command, body));
  world.checks.commands(request, [body], [...others, body]);
  const status = others.length === commandsOf(world, guildId).length ? 201 : 200;
  return { status, body: payload(world, register(world, body, guildId)) };
};

export const editCommand: Handler = (world, request, ids) => {
  const before = findIn(world, request.path, ids);
  const body = world.checks.read(request, commandSchema.partial(), request.body);
  const after = { ...before, ...body, name: body.name ?? before.name };
  world.checks.commands(request, [after], [after]);
  return { status: 200, body: payload(world, register(world, after, before.guildId, before)) };
};

export const deleteCommand: Handler = (world, { path }, ids) => {
  world.commands.delete(findIn(world, path, ids).id);
  return { status: 204 };
};
