// Everything the double knows at one moment: servers, channels, people, commands, interactions, files.
import type { Checks } from './checks.ts';
import type { Clock } from './clock.ts';
import type { Gateway } from './gateway.ts';
import type { Happenings } from './happenings.ts';
import { newId, newIdOnShard } from './ids.ts';
import type { Interaction } from './interactions.ts';
import type { Attachment, User } from './messages.ts';
import type { Person } from './person.ts';
import type { Channel, Server } from './server.ts';
import type { CommandBody } from './wire.ts';

/** A command as registered: `guildId` is null for a global one. */
export interface Command extends CommandBody {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | null;
  readonly version: string;
}

export interface WorldSettings {
  readonly clock: Clock;
  readonly happenings: Happenings;
  readonly checks: Checks;
  readonly shards: number;
  readonly maxConcurrency: number;
  readonly sessionsRemaining: number;
  /** Whether the application may read what others write: REST hides it as the gateway does. */
  readonly readsContent: boolean;
  /** How long a person waits for what they expect to see, in milliseconds. */
  readonly patienceMs: number;
}

export class World {
  readonly clock: Clock;
  readonly happenings: Happenings;
  readonly checks: Checks;
  readonly shards: number;
  readonly patienceMs: number;
  readonly readsContent: boolean;
  readonly bot: User;
  readonly #settings: WorldSettings;
  readonly servers = new Map<string, Server>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>();
  readonly commands = new Map<string, Command>();
  readonly interactions = new Map<string, Interaction>();
  readonly interactionsByToken = new Map<string, Interaction>();
  readonly attachments = new Map<string, Attachment>();
  /** `http://127.0.0.1:PORT`, known once the double listens. */
  origin = '';
  readonly gateway: Gateway;

  constructor(settings: WorldSettings, gateway: (world: World) => Gateway) {
    this.#settings = settings;
    this.clock = settings.clock;
    this.happenings = settings.happenings;
    this.checks = settings.checks;
    this.shards = settings.shards;
    this.patienceMs = settings.patienceMs;
    this.readsContent = settings.readsContent;
    this.bot = { ...this.newUser('communique'), bot: true };
    this.gateway = gateway(this);
  }

  get gatewayUrl(): string {
    return this.origin.replace('http', 'ws');
  }

  /** What `GET /gateway/bot` says of the identifies that are left today. */
  sessionStartLimit(): Record<string, number> {
    const { maxConcurrency, sessionsRemaining } = this.#settings;
    const remaining = Math.max(0, sessionsRemaining - this.happenings.counts.identify);
    return { total: 1_000, remaining, reset_after: 14_400_000, max_concurrency: maxConcurrency };
  }

  newId(): string {
    return newId(this.clock.now());
  }

  newServerId(shard: number | undefined): string {
    return shard === undefined ? this.newId() : newIdOnShard(this.clock.now(), shard, this.shards);
  }

  newUser(name: string): User {
    return { id: this.newId(), name, globalName: null, bot: false };
  }

  /** The bot, or somebody whom the test has made. */
  user(id: string): User | undefined {
    return id === this.bot.id ? this.bot : this.people.get(id)?.user;
  }

  newAttachment(
    name: string,
    contentType: string,
    bytes: Uint8Array,
    description: string | null = null,
  ): Attachment {
    const id = this.newId();
    const url = `${this.origin}/attachments/${id}/${encodeURIComponent(name)}`;
    const attachment = { id, name, contentType, bytes, url, description };
    this.attachments.set(id, attachment);
    return attachment;
  }

  /** Lets go of messages, interactions and files, so that a long benchmark does not fill the memory. */
  forget(): void {
    for (const channel of this.channels.values()) channel.forget();
    this.interactions.clear();
    this.interactionsByToken.clear();
    this.attachments.clear();
  }
}
