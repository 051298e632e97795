// Routes that only tell: who the bot is, where the gateway is, what a server, a channel or a member looks like.
import { unknownChannel, unknownGuild, unknownMember, unknownUser } from './errors.ts';
import {
  botMemberPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  rolePayload,
  userPayload,
} from './payloads.ts';
import type { Handler } from './routes.ts';
import { isRecord } from './schemas.ts';
import { Channel, ChannelType, type Server } from './server.ts';
import type { World } from './world.ts';

function serverOf(world: World, id: string | undefined): Server {
  const server = world.servers.get(id ?? '');
  if (!server) throw unknownGuild();
  return server;
}

export const gateway: Handler = (world) => ({ status: 200, body: { url: world.gatewayUrl } });

export const gatewayBot: Handler = (world) => ({
  status: 200,
  body: { url: world.gatewayUrl, shards: world.shards, session_start_limit: world.sessionStartLimit() },
});

export const me: Handler = (world) => ({ status: 200, body: userPayload(world.bot) });

export const application: Handler = (world) => ({
  status: 200,
  body: {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    summary: '',
    team: null,
    owner: userPayload(world.newUser('owner')),
    bot: userPayload(world.bot),
    approximate_guild_count: world.servers.size,
  },
});

export const user: Handler = (world, _request, [id]) => {
  const person = world.people.get(id ?? '');
  if (!person) throw unknownUser();
  return { status: 200, body: userPayload(person.user) };
};

export const channel: Handler = (world, _request, [id]) => {
  const found = world.channels.get(id ?? '');
  if (!found) throw unknownChannel();
  return { status: 200, body: channelPayload(found) };
};

export const typing: Handler = (world, _request, [id]) => {
  if (!world.channels.has(id ?? '')) throw unknownChannel();
  return { status: 204 };
};

export const directMessages: Handler = (world, request) => {
  const recipient = isRecord(request.body) ? request.body['recipient_id'] : undefined;
  const person = typeof recipient === 'string' ? world.people.get(recipient) : undefined;
  if (!person) throw unknownUser();
  person.directMessages ??= new Channel(world, null, person.user.name, ChannelType.DirectMessage);
  const payload = { ...channelPayload(person.directMessages), recipients: [userPayload(person.user)] };
  return { status: 200, body: payload };
};

export const guild: Handler = (world, _request, [id]) => ({
  status: 200,
  body: guildPayload(serverOf(world, id), world.bot),
});

export const guildChannels: Handler = (world, _request, [id]) => ({
  status: 200,
  body: serverOf(world, id).channels.map(channelPayload),
});

export const guildRoles: Handler = (world, _request, [id]) => ({
  status: 200,
  body: serverOf(world, id).roles.map((role, index) => rolePayload(role, index + 1)),
});

export const guildMember: Handler = (world, _request, [id, userId]) => {
  const server = serverOf(world, id);
  if (userId === world.bot.id) return { status: 200, body: botMemberPayload(world.bot) };
  const person = server.members.get(userId ?? '');
  if (!person) throw unknownMember();
  return { status: 200, body: memberPayload(person) };
};
