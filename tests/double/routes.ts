// The table of routes: which handler answers which method and path. What is missing here, the bot may not use.
import type { UploadedFile } from './body.ts';
import { notFound } from './errors.ts';
import * as about from './routes-about.ts';
import {
  createCommand,
  deleteCommand,
  editCommand,
  getCommand,
  listCommands,
  setCommands,
} from './routes-commands.ts';
import {
  callback,
  createFollowUp,
  deleteFollowUp,
  editFollowUp,
  getFollowUp,
} from './routes-interactions.ts';
import { createMessage, deleteMessage, editMessage, getMessage, listMessages } from './routes-messages.ts';
import type { World } from './world.ts';

export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface RouteAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly bucket: string;
}

/** Answers with a status and a body, or throws an ApiError. `ids` are the variable parts of the path. */
export type Handler = (
  world: World,
  request: RouteRequest,
  ids: readonly string[],
) => { readonly status: number; readonly body?: unknown };

const COMMANDS = '/applications/:/commands';
const GUILD_COMMANDS = '/applications/:/guilds/:/commands';
const WEBHOOK = '/webhooks/:/:';

const TABLE: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['POST', '/interactions/:/:/callback', callback],
  ['PATCH', `${WEBHOOK}/messages/:`, editFollowUp],
  ['GET', `${WEBHOOK}/messages/:`, getFollowUp],
  ['DELETE', `${WEBHOOK}/messages/:`, deleteFollowUp],
  ['POST', WEBHOOK, createFollowUp],
  ['POST', '/channels/:/messages', createMessage],
  ['GET', '/channels/:/messages', listMessages],
  ['GET', '/channels/:/messages/:', getMessage],
  ['PATCH', '/channels/:/messages/:', editMessage],
  ['DELETE', '/channels/:/messages/:', deleteMessage],
  ['POST', '/channels/:/typing', about.typing],
  ['GET', '/channels/:', about.channel],
  ...[COMMANDS, GUILD_COMMANDS].flatMap((path): [string, string, Handler][] => [
    ['GET', path, listCommands],
    ['PUT', path, setCommands],
    ['POST', path, createCommand],
    ['GET', `${path}/:`, getCommand],
    ['PATCH', `${path}/:`, editCommand],
    ['DELETE', `${path}/:`, deleteCommand],
  ]),
  ['GET', '/gateway', about.gateway],
  ['GET', '/gateway/bot', about.gatewayBot],
  ['GET', '/users/@me', about.me],
  ['POST', '/users/@me/channels', about.directMessages],
  ['GET', '/users/:', about.user],
  ['GET', '/applications/@me', about.application],
  ['GET', '/oauth2/applications/@me', about.application],
  ['GET', '/guilds/:', about.guild],
  ['GET', '/guilds/:/channels', about.guildChannels],
  ['GET', '/guilds/:/roles', about.guildRoles],
  ['GET', '/guilds/:/members/:', about.guildMember],
];

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly bucket: string;
  readonly handler: Handler;
}

const ROUTES: readonly Route[] = TABLE.map(([method, path, handler], index) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(':', '([^/]+)')}$`),
  bucket: `bucket-${index}`,
  handler,
}));

/** Interaction callbacks and webhooks carry their token in the path; all else needs the bot's. */
export function needsToken(path: string): boolean {
  return !path.startsWith('/interactions/') && !path.startsWith('/webhooks/');
}

export function answerTo(world: World, request: RouteRequest): RouteAnswer {
  for (const { method, pattern, bucket, handler } of ROUTES) {
    const match = method === request.method ? pattern.exec(request.path) : null;
    if (!match) continue;
    world.checks.schema(request);
    return { ...handler(world, request, match.slice(1)), bucket };
  }
  const message = 'The double does not know this route.';
  world.checks.note(request, { rule: 'unknown-route', at: '', message });
  throw notFound();
}
