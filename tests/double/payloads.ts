// The objects that Discord sends: guilds, channels, members, messages and interactions as they stand on the wire.
import type { Interaction } from './interactions.ts';
import { type Attachment, type Draft, NOTHING, type StoredMessage, type User } from './messages.ts';
import type { Person } from './person.ts';
import type { Channel, Role, Server } from './server.ts';

type Payload = Record<string, unknown>;

const JOINED_AT = '2025-08-15T12:00:00.000Z';

export function userPayload(user: User): Payload {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.globalName,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
  };
}

export function rolePayload(role: Role, position: number): Payload {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

export function channelPayload(channel: Channel): Payload {
  const base = { id: channel.id, type: channel.type, last_message_id: null, flags: 0 };
  if (!channel.server) return { ...base, recipients: [] };
  const { id, channels } = channel.server;
  const place = {
    guild_id: id,
    position: channels.indexOf(channel),
    permission_overwrites: overwrites(channel),
    parent_id: channel.parent?.id ?? null,
  };
  return { ...base, ...place, name: channel.name, topic: null, nsfw: false, rate_limit_per_user: 0 };
}

/** A member's overwrite for the bot, where it is denied something. */
function overwrites({ botDenied, bot }: Channel): Payload[] {
  return botDenied === 0n ? [] : [{ id: bot.id, type: 1, allow: '0', deny: String(botDenied) }];
}

export function memberPayload(person: Person): Payload {
  return {
    user: userPayload(person.user),
    nick: null,
    avatar: null,
    roles: person.roles.map(({ id }) => id),
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    permissions: String(person.permissions),
  };
}

/** The bot has no role but that of everybody. */
export function botMemberPayload(bot: User): Payload {
  return {
    user: userPayload(bot),
    roles: [],
    joined_at: JOINED_AT,
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function guildPayload(server: Server, bot: User): Payload {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    owner_id: server.owner.id,
    unavailable: false,
    member_count: server.members.size + 2,
    large: false,
    joined_at: JOINED_AT,
    roles: server.allRoles.map(rolePayload),
    channels: server.channels.map(channelPayload),
    members: [botMemberPayload(bot)],
    ...NOTHING_ELSE,
    preferred_locale: server.locale,
  };
}

const NOTHING_ELSE = {
  emojis: [],
  stickers: [],
  features: [],
  threads: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  premium_tier: 0,
  system_channel_flags: 0,
  nsfw_level: 0,
  afk_timeout: 300,
};

export function attachmentPayload(attachment: Attachment): Payload {
  return {
    id: attachment.id,
    filename: attachment.name,
    size: attachment.bytes.length,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...(attachment.description === null ? {} : { description: attachment.description }),
  };
}

export function messagePayload(message: StoredMessage): Payload {
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userPayload(message.author),
    content: message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: message.pings.includes('everyone'),
    mentions: message.mentions.map(userPayload),
    mention_roles: rolesIn(message),
    attachments: message.attachments.map(attachmentPayload),
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    pinned: false,
    type: message.type,
    flags: message.flags,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.author.bot ? { application_id: message.author.id } : {}),
    ...(message.replyTo === null
      ? {}
      : { message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channelId } }),
    ...(message.passedOn && {
      message_reference: { type: 1, message_id: message.id, channel_id: message.channelId },
      message_snapshots: [{ message: snapshotPayload(message, message.passedOn) }],
    }),
    ...(message.interaction === null
      ? {}
      : { webhook_id: message.author.id, ...metadata(message.interaction) }),
  };
}

/** A role is mentioned where the text has it, whether or not anybody is notified. */
function rolesIn({ content }: StoredMessage): string[] {
  return [...content.matchAll(/<@&(\d+)>/gu)].map(([, id = '']) => id);
}

/** What Discord passes on of a message: its words and what is shown with them, and neither who wrote it nor where. */
const passedOn = [
  ...['content', 'timestamp', 'edited_timestamp', 'mentions', 'mention_roles'],
  ...['attachments', 'embeds', 'components', 'type', 'flags'],
];

function snapshotPayload(message: StoredMessage, draft: Partial<Draft>): Payload {
  const whole = messagePayload({ ...message, ...NOTHING, ...draft, passedOn: undefined });
  return Object.fromEntries(passedOn.map((field) => [field, whole[field]]));
}

function metadata(interaction: NonNullable<StoredMessage['interaction']>): Payload {
  const { id, type, user } = interaction;
  return { interaction_metadata: { id, type, user: userPayload(user), authorizing_integration_owners: {} } };
}

export function interactionPayload(interaction: Interaction, bot: User, data: Payload): Payload {
  const { person, channel, source } = interaction;
  const { server } = channel;
  const who = server
    ? {
        member: memberPayload(person),
        guild_id: server.id,
        guild_locale: server.locale,
        guild: guildPart(server),
      }
    : { user: userPayload(person.user) };
  return {
    id: interaction.id,
    application_id: bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    ...who,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), permissions: String(person.permissions) },
    locale: person.locale,
    app_permissions: String(server?.botPermissions ?? 0n),
    entitlements: [],
    authorizing_integration_owners: server ? { 0: server.id } : { 1: person.user.id },
    context: server ? 0 : 1,
    attachment_size_limit: 10_485_760,
    ...(source ? { message: messagePayload(source) } : {}),
  };
}

function guildPart(server: Server): Payload {
  return { id: server.id, locale: server.locale, features: [] };
}
