// Discord's gateway, version 10: who is connected, the handshake, heartbeats, RESUME, and its misbehaviour on demand.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { Connection, type Frame } from './connection.ts';
import type { Happenings } from './happenings.ts';
import { shardOf } from './ids.ts';
import { Close, type CloseReason, IGNORED, Op, PRIVILEGED_INTENTS } from './opcodes.ts';
import { Session } from './session.ts';

const identifySchema = z.looseObject({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).optional(),
});
const resumeSchema = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.number() });

/** What the gateway must be told: settings, and what stands in READY and after it. */
export interface GatewayNeeds {
  readonly token: string;
  readonly heartbeatInterval: number;
  readonly privilegedIntents: boolean;
  readonly happenings: Happenings;
  url(): string;
  newId(): string;
  ready(): Record<string, unknown>;
  servers(): readonly { readonly id: string; payload(): unknown }[];
}

export class Gateway {
  readonly #needs: GatewayNeeds;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  #down = false;
  #acknowledges = true;
  #resumesToRefuse = 0;

  constructor(needs: GatewayNeeds) {
    this.#needs = needs;
  }

  /** The sessions that Discord still knows, with or without an open connection. */
  get sessions(): readonly { shard: number; count: number; intents: number; connected: boolean }[] {
    return [...this.#sessions.values()].map(({ shard, count, intents, connection }) => ({
      shard,
      count,
      intents,
      connected: connection !== null,
    }));
  }

  /** Tears the TCP connection, of one shard or of all. The session stays: what happens now is replayed on RESUME. */
  drops(shard?: number): void {
    for (const connection of this.#of(shard)) connection.drop();
  }

  /** Op 7: asks the client to reconnect and resume. */
  asksReconnect(shard?: number): void {
    for (const connection of this.#of(shard)) connection.send({ op: Op.Reconnect, d: null });
  }

  /** Closes the connection with a code, such as 4000, 4004 or 4009. */
  closes(code: number, shard?: number): void {
    for (const connection of this.#of(shard)) connection.close(code, 'closed by the test');
  }

  /** Op 9. With `false` the session is forgotten and the client has to identify anew. */
  invalidatesSession(resumable = false, shard?: number): void {
    for (const connection of this.#of(shard)) {
      if (!resumable && connection.session) this.#sessions.delete(connection.session.id);
      connection.send({ op: Op.InvalidSession, d: resumable });
    }
  }

  /** Answers the next RESUMEs with op 9 `false`. */
  refusesResume(times = 1): void {
    this.#resumesToRefuse = times;
  }

  /** Drops every connection and turns new ones away until `comesUp`. Sessions are lost unless kept. */
  goesDown({ keepsSessions = false } = {}): void {
    this.#down = true;
    this.drops();
    if (!keepsSessions) this.#sessions.clear();
  }

  comesUp(): void {
    this.#down = false;
  }

  /** Leaves heartbeats unanswered, so that the client takes the connection for dead. */
  stopsAcking(): void {
    this.#acknowledges = false;
  }

  acksAgain(): void {
    this.#acknowledges = true;
  }

  /** Sends a frame as it stands: an object as JSON, a string untouched, be it JSON or not. */
  sendsRaw(frame: string | Record<string, unknown>, shard?: number): void {
    for (const connection of this.#of(shard)) {
      if (typeof frame === 'string') connection.sendText(frame);
      else connection.send(frame);
    }
  }

  /** Sends an event of any name and shape, numbered like every other. */
  sends(event: string, data: unknown, shard?: number): void {
    for (const session of this.#sessions.values()) {
      if (shard === undefined || session.shard === shard) session.dispatch(event, data);
    }
  }

  /**
   * The protocol part's way in: an event for the shard of this server, or for shard 0; `data` may be made from what the session's intents
   * let it see. True if a session took it.
   */
  dispatch(
    serverId: string | null,
    event: string,
    data: object | ((intents: number) => unknown),
    intent = 0,
  ): boolean {
    let taken = false;
    for (const session of this.#sessions.values()) {
      const shard = serverId === null ? 0 : shardOf(serverId, session.count);
      if (session.shard !== shard || (intent !== 0 && !(session.intents & intent))) continue;
      session.dispatch(event, typeof data === 'function' ? data(session.intents) : data);
      taken = true;
    }
    return taken;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#down) {
      this.#needs.happenings.note('turned-away');
      socket.destroy();
      return;
    }
    const compress = (request.url ?? '').includes('compress=zlib-stream');
    this.#sockets.handleUpgrade(request, socket, head, (open) => this.#open(open, compress));
  }

  shut(): void {
    this.drops();
    this.#sockets.close();
  }

  #of(shard: number | undefined): Connection[] {
    const all = [...this.#connections];
    return shard === undefined ? all : all.filter((connection) => connection.session?.shard === shard);
  }

  #open(socket: WebSocket, compress: boolean): void {
    const connection: Connection = new Connection(
      socket,
      compress,
      (frame) => this.#receive(connection, frame),
      (code) => this.#closed(connection, code),
    );
    this.#connections.add(connection);
    this.#needs.happenings.note('connect');
    connection.send({
      op: Op.Hello,
      s: null,
      t: null,
      d: { heartbeat_interval: this.#needs.heartbeatInterval },
    });
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.connection === connection) {
      session.connection = null;
      // A client that closes with 1000 or 1001 says good-bye, and its session ends.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    }
    this.#needs.happenings.note('disconnect', session ? { code, shard: session.shard } : { code });
  }

  #receive(connection: Connection, frame: Frame | null): void {
    if (!frame) connection.close(...Close.DecodeError);
    else if (frame.op === Op.Heartbeat) this.#heartbeat(connection, frame.d);
    else if (frame.op === Op.Identify) this.#identify(connection, frame.d);
    else if (frame.op === Op.Resume) this.#resume(connection, frame.d);
    else if (!IGNORED.includes(frame.op)) connection.close(...Close.UnknownOpcode);
    else if (!connection.session) connection.close(...Close.NotAuthenticated);
  }

  #heartbeat(connection: Connection, sequence: unknown): void {
    this.#needs.happenings.note('heartbeat');
    if (typeof sequence === 'number') connection.session?.acknowledge(sequence);
    if (this.#acknowledges) connection.send({ op: Op.Ack });
  }

  #identify(connection: Connection, data: unknown): void {
    const { success, data: identify } = identifySchema.safeParse(data);
    const refusal = success ? this.#refusal(connection, identify) : Close.DecodeError;
    if (refusal || !success) {
      connection.close(...(refusal ?? Close.DecodeError));
      return;
    }
    const { intents, shard: [shard, count] = [0, 1] } = identify;
    this.#begin(connection, new Session(this.#needs.newId(), shard, count, intents, connection));
  }

  #refusal(connection: Connection, identify: z.infer<typeof identifySchema>): CloseReason | null {
    const { token, intents, shard: [shard, count] = [0, 1] } = identify;
    if (connection.session) return Close.AlreadyAuthenticated;
    if (token !== this.#needs.token) return Close.AuthenticationFailed;
    if (shard < 0 || shard >= count) return Close.InvalidShard;
    const privileged = (intents & PRIVILEGED_INTENTS) !== 0;
    return privileged && !this.#needs.privilegedIntents ? Close.DisallowedIntents : null;
  }

  #begin(connection: Connection, session: Session): void {
    for (const old of this.#sessions.values()) {
      if (old.shard === session.shard && !old.connection) this.#sessions.delete(old.id);
    }
    connection.session = session;
    this.#sessions.set(session.id, session);
    const servers = this.#needs.servers().filter(({ id }) => shardOf(id, session.count) === session.shard);
    session.dispatch('READY', {
      ...this.#needs.ready(),
      v: 10,
      session_id: session.id,
      resume_gateway_url: this.#needs.url(),
      shard: [session.shard, session.count],
      guilds: servers.map(({ id }) => ({ id, unavailable: true })),
    });
    for (const server of servers) session.dispatch('GUILD_CREATE', server.payload());
    this.#needs.happenings.note('identify', { shard: session.shard });
  }

  #resume(connection: Connection, data: unknown): void {
    const resume = resumeSchema.safeParse(data);
    const session = resume.success ? this.#sessions.get(resume.data.session_id) : undefined;
    const refused = this.#resumesToRefuse > 0;
    if (refused) this.#resumesToRefuse--;
    this.#needs.happenings.note('resume', session ? { shard: session.shard } : {});
    if (!resume.success || !session || refused) {
      if (session) this.#sessions.delete(session.id);
      connection.send({ op: Op.InvalidSession, d: false });
      return;
    }
    if (resume.data.token !== this.#needs.token) {
      connection.close(...Close.AuthenticationFailed);
      return;
    }
    // A client may resume on the connection that it has, after op 9 `true`.
    if (session.connection !== connection) session.connection?.drop();
    connection.session = session;
    session.connection = connection;
    for (const event of session.missedSince(resume.data.seq)) connection.send(event);
    session.dispatch('RESUMED', {});
    this.#needs.happenings.note('resumed', { shard: session.shard });
  }
}
