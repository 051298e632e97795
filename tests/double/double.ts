// The door of the Discord double: starts gateway and REST on one local port and hands the test its handles.
import type { AddressInfo } from 'node:net';
import { Checks, type RuleName, type Violation } from './checks.ts';
import { Clock } from './clock.ts';
import { type Fault, type FaultOptions, Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { type Detail, type Happening, Happenings } from './happenings.ts';
import { type Refusal, restServer } from './http.ts';
import type { Attachment, User } from './messages.ts';
import { openApiFindings } from './openapi.ts';
import { guildPayload, userPayload } from './payloads.ts';
import { Person, type PersonOptions } from './person.ts';
import { Server, type ServerOptions } from './server.ts';
import { type Command, World } from './world.ts';

export type { RuleName, Violation } from './checks.ts';
export type { Fault, FaultOptions, Misbehaviour } from './faults.ts';
export type { Refusal } from './http.ts';
export type { StoredMessage } from './messages.ts';
export type { Choice, How, Person, PersonOptions, Place } from './person.ts';
export type { Modal, Seen } from './seen.ts';
export type { Channel, Role, Server, ServerOptions } from './server.ts';

export interface DiscordOptions {
  /** The only token that logs in; `test-token` unless told. */
  readonly token?: string;
  /** 0, unless told, takes any free port. */
  readonly port?: number;
  /** How many shards `GET /gateway/bot` recommends. */
  readonly shards?: number;
  /** `false` leaves bodies unchecked, for benchmarks; the protocol is kept all the same. */
  readonly checks?: boolean;
  /** Rules to leave out, by name. */
  readonly without?: readonly RuleName[];
  /** File of Discord's OpenAPI document; what the environment variable DISCORD_OPENAPI names unless told. */
  readonly openApi?: string;
  /** Milliseconds between heartbeats, as HELLO asks for them. */
  readonly heartbeatInterval?: number;
  /** How many shards may identify at once; high, so that tests need not wait 5 s for the next. */
  readonly maxConcurrency?: number;
  /** How many identifies are left today. */
  readonly sessionsRemaining?: number;
  /** Whether the application was granted the privileged intents. */
  readonly privilegedIntents?: boolean;
  /** How long a person waits for what they expect to see, in milliseconds. */
  readonly patienceMs?: number;
  /** The time in milliseconds since 1970, for the deadlines; the machine's unless told. */
  readonly now?: () => number;
}

export interface Discord {
  readonly token: string;
  /** The address for discord.js: `rest: { api: discord.restBase }`. */
  readonly restBase: string;
  /** The bot's own user; its id is the application's too. */
  readonly bot: User;
  readonly gateway: Gateway;
  /** Every fault found in what the bot sent. A test ends with `expect(discord.violations).toEqual([])`. */
  readonly violations: readonly Violation[];
  /** Every request that was turned down with a 4xx, for whatever reason. */
  readonly refusals: readonly Refusal[];
  /** How often each event happened. */
  readonly counts: Readonly<Record<Happening, number>>;
  /** The commands registered, global ones and those of servers. */
  readonly commands: readonly Command[];
  server(options?: ServerOptions): Server;
  /** A person who shares no server with the bot. */
  person(options?: PersonOptions): Person;
  /** A file that a person attaches to an option; the bot may fetch its `url`. */
  attachment(name: string, contentType: string, bytes: Uint8Array | string): Attachment;
  /** Makes the REST side misbehave. */
  fails(options: FaultOptions): Fault;
  /** Ends all faults of the REST side. */
  behaves(): void;
  /** The next event of a kind. Call it before what brings the event about. */
  happens(kind: Happening, wanted?: (detail: Detail) => boolean, timeoutMs?: number): Promise<Detail>;
  /** Lets time pass at once, for the 3 s and the 15 minutes. */
  passes(milliseconds: number): void;
  /** Milliseconds from dispatch to callback. */
  latency(): { count: number; p50: number; p95: number; p99: number; max: number };
  /** Empties messages, interactions, latencies, violations and refusals; servers, people and commands stay. */
  forgets(): void;
  close(): Promise<void>;
}

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const token = options.token ?? 'test-token';
  const happenings = new Happenings();
  const faults = new Faults();
  const refusals: Refusal[] = [];
  const world = createWorld(options, token, happenings);
  const http = restServer({ world, token, faults, refusals });
  http.on('upgrade', (request, socket, head) => world.gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  world.origin = `http://127.0.0.1:${portOf(http.address())}`;

  return {
    token,
    restBase: `${world.origin}/api`,
    bot: world.bot,
    gateway: world.gateway,
    violations: world.checks.violations,
    refusals,
    counts: happenings.counts,
    get commands() {
      return [...world.commands.values()];
    },
    server: (serverOptions = {}) => new Server(world, serverOptions),
    person: (personOptions = {}) => new Person(world, null, personOptions),
    attachment: (name, contentType, bytes) => world.newAttachment(name, contentType, Buffer.from(bytes)),
    fails: (fault) => faults.add(fault),
    behaves: () => faults.clear(),
    happens: (kind, wanted, timeoutMs = world.patienceMs) => happenings.next(kind, timeoutMs, wanted),
    passes: (milliseconds) => world.clock.passes(milliseconds),
    latency: () => happenings.latency(),
    forgets: () => {
      world.forget();
      happenings.forget();
      world.checks.violations.length = 0;
      refusals.length = 0;
    },
    close: async () => {
      world.gateway.shut();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function createWorld(options: DiscordOptions, token: string, happenings: Happenings): World {
  const { DISCORD_OPENAPI } = process.env;
  const enabled = options.checks ?? true;
  const document = options.openApi ?? DISCORD_OPENAPI;
  const openApi = enabled && document ? openApiFindings(document) : null;
  const settings = {
    clock: new Clock(options.now),
    happenings,
    checks: new Checks(enabled, options.without ?? [], openApi),
    shards: options.shards ?? 1,
    maxConcurrency: options.maxConcurrency ?? 16,
    sessionsRemaining: options.sessionsRemaining ?? 1_000,
    readsContent: options.privilegedIntents ?? false,
    patienceMs: options.patienceMs ?? 5_000,
  };
  return new World(
    settings,
    (world) =>
      new Gateway({
        token,
        happenings,
        heartbeatInterval: options.heartbeatInterval ?? 41_250,
        privilegedIntents: options.privilegedIntents ?? false,
        url: () => world.gatewayUrl,
        newId: () => world.newId(),
        ready: () => ({
          user: userPayload(world.bot),
          application: { id: world.bot.id, flags: 0 },
          private_channels: [],
        }),
        servers: () =>
          [...world.servers.values()].map((server) => ({
            id: server.id,
            payload: () => guildPayload(server, world.bot),
          })),
      }),
  );
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error(`Discord double: expected to listen on a port, but the address is ${address}`);
}
