// Servers and channels: what the test sets up, and what a person and the bot share.

import { messageEvent, messageIntent } from './message-events.ts';
import type { StoredMessage, User } from './messages.ts';
import { channelPayload, guildPayload, rolePayload } from './payloads.ts';
import { Person, type PersonOptions } from './person.ts';
import { notify, type Watchers } from './waiting.ts';
import { Permission } from './wire.ts';
import type { World } from './world.ts';

const GUILDS_INTENT = 1 << 0;
export const ChannelType = { Text: 0, DirectMessage: 1, Voice: 2, Thread: 11, Forum: 15 };

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export class Channel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly server: Server | null;
  /** The channel that a thread is in: what is denied there is denied here. */
  readonly parent: Channel | null;
  readonly watchers: Watchers = new Set();
  /** What the bot may not do here although its role lets it. */
  botDenied = 0n;
  readonly #world: World;
  readonly #messages = new Map<string, StoredMessage>();

  constructor(
    world: World,
    server: Server | null,
    name: string,
    type: number,
    parent: Channel | null = null,
  ) {
    this.#world = world;
    this.server = server;
    this.parent = parent;
    this.name = name;
    this.type = type;
    this.id = world.newId();
    world.channels.set(this.id, this);
  }

  /** What stands in the channel now, ephemeral messages of everyone included, oldest first. */
  get messages(): readonly StoredMessage[] {
    return [...this.#messages.values()];
  }

  /** Deletes the channel: the bot is told, and requests for it are answered with 10003. */
  deletes(): void {
    this.#world.channels.delete(this.id);
    if (!this.server) return;
    this.server.channels.splice(this.server.channels.indexOf(this), 1);
    this.#world.gateway.dispatch(this.server.id, 'CHANNEL_DELETE', channelPayload(this), GUILDS_INTENT);
  }

  /**
   * Takes permissions from the bot in this channel; requests that need them are answered with 50001 or 50013. An
   * administrator, which the bot is unless the server is made with `botPermissions`, loses nothing.
   */
  denies(permissions: bigint): void {
    this.botDenied = permissions;
    if (!this.server) return;
    this.#world.gateway.dispatch(this.server.id, 'CHANNEL_UPDATE', channelPayload(this), GUILDS_INTENT);
  }

  /** Whether the bot has a permission here. In direct messages there are none to lack. */
  lets(permission: bigint): boolean {
    if (!this.server || (this.server.botPermissions & Permission.Administrator) !== 0n) return true;
    const denied = this.botDenied | (this.parent?.botDenied ?? 0n);
    return (this.server.botPermissions & ~denied & permission) !== 0n;
  }

  get bot(): User {
    return this.#world.bot;
  }

  find(messageId: string): StoredMessage | undefined {
    return this.#messages.get(messageId);
  }

  /** Puts a new or an edited message in its place. The world tells those who listen. */
  put(message: StoredMessage): void {
    const event = this.#messages.has(message.id) ? 'MESSAGE_UPDATE' : 'MESSAGE_CREATE';
    this.#messages.set(message.id, message);
    notify(this.watchers);
    if (message.onlyFor === null)
      this.#tell(event, (intents) => messageEvent(this.#world, this, message, intents));
  }

  remove(message: StoredMessage): void {
    this.#messages.delete(message.id);
    notify(this.watchers);
    if (message.onlyFor === null)
      this.#tell('MESSAGE_DELETE', () => ({
        ...{ id: message.id, channel_id: this.id },
        ...(this.server && { guild_id: this.server.id }),
      }));
  }

  forget(): void {
    this.#messages.clear();
  }

  #tell(event: string, payload: (intents: number) => unknown): void {
    this.#world.gateway.dispatch(this.server?.id ?? null, event, payload, messageIntent(this));
  }
}

export interface ServerOptions {
  readonly name?: string;
  /** The shard to which the server's id falls, of as many shards as the double was started with. */
  readonly onShard?: number;
  /** The server's language, as interactions carry it in `guild_locale`. */
  readonly locale?: string;
  /** What the bot may do here, as interactions carry it in `app_permissions`. */
  readonly botPermissions?: bigint;
}

export class Server {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly botPermissions: bigint;
  readonly owner: User;
  readonly roles: Role[] = [];
  readonly channels: Channel[] = [];
  readonly members = new Map<string, Person>();
  readonly #world: World;

  constructor(world: World, options: ServerOptions) {
    this.#world = world;
    this.id = world.newServerId(options.onShard);
    this.name = options.name ?? 'The server';
    this.locale = options.locale ?? 'en-US';
    this.botPermissions = options.botPermissions ?? (1n << 53n) - 1n;
    this.owner = world.newUser('owner');
    world.servers.set(this.id, this);
    world.gateway.dispatch(this.id, 'GUILD_CREATE', guildPayload(this, world.bot), GUILDS_INTENT);
  }

  /** `parent` is the channel, or the forum, of a thread. */
  channel(name: string, type: number = ChannelType.Text, parent?: Channel): Channel {
    const channel = new Channel(this.#world, this, name, type, parent);
    this.channels.push(channel);
    const event = parent ? 'THREAD_CREATE' : 'CHANNEL_CREATE';
    this.#world.gateway.dispatch(this.id, event, channelPayload(channel), GUILDS_INTENT);
    return channel;
  }

  /** Those of the test, and the one that everybody has, whose id is the server's. */
  get allRoles(): readonly Role[] {
    return [{ id: this.id, name: '@everyone', permissions: this.botPermissions }, ...this.roles];
  }

  role(name: string, permissions = 0n): Role {
    const role = { id: this.#world.newId(), name, permissions };
    this.roles.push(role);
    const event = { guild_id: this.id, role: rolePayload(role, this.roles.length) };
    this.#world.gateway.dispatch(this.id, 'GUILD_ROLE_CREATE', event, GUILDS_INTENT);
    return role;
  }

  member(options: PersonOptions = {}): Person {
    const person = new Person(this.#world, this, options);
    this.members.set(person.user.id, person);
    return person;
  }

  /** The bot is thrown out of the server. */
  removesBot(): void {
    this.#world.servers.delete(this.id);
    this.#world.gateway.dispatch(this.id, 'GUILD_DELETE', { id: this.id }, GUILDS_INTENT);
  }
}
