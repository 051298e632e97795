// People: a test acts as one of them, in a channel, and waits for what they then see.
import { commandData, memberPart, menuData, type Options } from './command-line.ts';
import { choosable, type FieldValue, pressable, submission } from './controls.ts';
import { type Beginning, begin, type Interaction, standing } from './interactions.ts';
import { NOTHING, type StoredMessage, type User } from './messages.ts';
import { messagePayload, userPayload } from './payloads.ts';
import { MessageKind } from './posting.ts';
import { Seen } from './seen.ts';
import { Channel, ChannelType, type Role, type Server } from './server.ts';
import { waitUntil } from './waiting.ts';
import { CommandType, ComponentType, InteractionType, type ModalBody } from './wire.ts';
import type { World } from './world.ts';

/** VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY, USE_APPLICATION_COMMANDS. */
const ORDINARY = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 31n);

export interface PersonOptions {
  readonly name?: string;
  readonly globalName?: string;
  readonly roles?: readonly Role[];
  /** What they may do in every channel; an ordinary member's permissions unless told. */
  readonly permissions?: bigint;
  /** The language of their client, `en-US` unless told. */
  readonly locale?: string;
  /** `false`: direct messages from the bot are refused with 50007. */
  readonly takesMessages?: boolean;
  /** Another bot. */
  readonly bot?: boolean;
}

export interface How {
  /** Passes over what Discord's client would check: limits, choices, required options, a disabled button. */
  readonly unchecked?: boolean;
  /** How long to wait, in milliseconds; the double's `patienceMs` unless told. */
  readonly timeoutMs?: number;
  /** `final` (unless told): nothing is deferred any more. `answered`: a first answer, maybe a deferral. `sent`: do not wait. */
  readonly until?: 'final' | 'answered' | 'sent';
  /** The shards that are sent it, in place of the server's own: another process, or several at once. */
  readonly shards?: readonly number[];
}

export interface Choice {
  /** As this person reads it, in their language if the bot offers it. */
  readonly name: string;
  readonly value: string | number;
}

export class Person {
  readonly user: User;
  readonly server: Server | null;
  roles: readonly Role[];
  permissions: bigint;
  locale: string;
  takesMessages: boolean;
  directMessages: Channel | null = null;
  readonly #world: World;

  constructor(world: World, server: Server | null, options: PersonOptions) {
    this.#world = world;
    this.server = server;
    this.user = {
      ...world.newUser(options.name ?? 'member'),
      globalName: options.globalName ?? null,
      bot: options.bot ?? false,
    };
    this.roles = options.roles ?? [];
    this.permissions = options.permissions ?? ORDINARY;
    this.locale = options.locale ?? 'en-US';
    this.takesMessages = options.takesMessages ?? true;
    world.people.set(this.user.id, this);
  }

  get id(): string {
    return this.user.id;
  }

  /** This person in that channel. */
  in(channel: Channel): Place {
    return new Place(this.#world, this, channel);
  }

  inDirectMessages(): Place {
    this.directMessages ??= new Channel(this.#world, null, this.user.name, ChannelType.DirectMessage);
    return this.in(this.directMessages);
  }
}

export class Place {
  readonly person: Person;
  readonly channel: Channel;
  readonly patienceMs: number;
  readonly #world: World;

  constructor(world: World, person: Person, channel: Channel) {
    this.#world = world;
    this.person = person;
    this.channel = channel;
    this.patienceMs = world.patienceMs;
  }

  /** Types into the option `focused`, with what the options hold so far; resolves with the choices offered. */
  async types(command: string, options: Options, focused: string, how: How = {}): Promise<readonly Choice[]> {
    const given = { [focused]: '', ...options };
    const data = commandData(this.#world, this, command, given, {
      focused,
      unchecked: how.unchecked ?? false,
    });
    const interaction = this.#begin({ type: InteractionType.Autocomplete, deed: `typing ${command}`, data });
    if (how.until === 'sent') return [];
    const timeoutMs = how.timeoutMs ?? this.patienceMs;
    const complaint = () =>
      `${interaction.deed}: no choices for "${focused}" were offered within ${timeoutMs} ms; ${standing(interaction)}`;
    await waitUntil([interaction.watchers], () => interaction.choices !== null, timeoutMs, complaint);
    return (interaction.choices ?? []).map(({ name, name_localizations: names, value }) => ({
      name: names?.[this.person.locale] ?? name,
      value,
    }));
  }

  /** Runs `/name`, `/name subcommand` or `/name group subcommand`. */
  async runs(command: string, options: Options = {}, how: How = {}): Promise<Seen> {
    const data = commandData(this.#world, this, command, options, { unchecked: how.unchecked ?? false });
    return this.#acts({ type: InteractionType.Command, deed: command, data }, how);
  }

  async usesOnMessage(command: string, target: Seen | StoredMessage, how: How = {}): Promise<Seen> {
    const message = target instanceof Seen ? target.message : target;
    const resolved = { messages: { [message.id]: messagePayload(message) } };
    const data = menuData(this.#world, this, command, CommandType.Message, { id: message.id, resolved });
    return this.#acts({ type: InteractionType.Command, deed: `"${command}" on a message`, data }, how);
  }

  async usesOnUser(command: string, target: Person, how: How = {}): Promise<Seen> {
    const members = target.server ? { members: { [target.id]: memberPart(target) } } : {};
    const resolved = { users: { [target.id]: userPayload(target.user) }, ...members };
    const data = menuData(this.#world, this, command, CommandType.User, { id: target.id, resolved });
    return this.#acts(
      { type: InteractionType.Command, deed: `"${command}" on ${target.user.name}`, data },
      how,
    );
  }

  /** Presses a button by its label or custom_id. `on` may be a message that another person has been shown. */
  async presses(on: Seen | StoredMessage, button: string, how: How = {}): Promise<Seen> {
    const source = this.#looksAt(on);
    const id = pressable(source.components, button, how.unchecked ?? false);
    const data = { custom_id: id, component_type: ComponentType.Button, id: 1 };
    return this.#acts({ type: InteractionType.Component, deed: `button "${button}"`, data, source }, how);
  }

  /** Chooses from a menu by its custom_id or placeholder; users, roles and channels by their ids. */
  async chooses(
    on: Seen | StoredMessage,
    menu: string,
    values: readonly string[],
    how: How = {},
  ): Promise<Seen> {
    const source = this.#looksAt(on);
    const { server } = this.channel;
    const data = choosable(this.#world, server, source.components, menu, values, how.unchecked ?? false);
    return this.#acts({ type: InteractionType.Component, deed: `menu "${menu}"`, data, source }, how);
  }

  /** Submits a modal; `Modal.submits` is the shorter way. */
  async submits(
    modal: ModalBody,
    fields: Readonly<Record<string, FieldValue>>,
    source: StoredMessage | null = null,
    how: How = {},
  ): Promise<Seen> {
    const data = submission(modal, fields, how.unchecked ?? false);
    return this.#acts(
      { type: InteractionType.ModalSubmit, deed: `modal "${modal.title}"`, data, source },
      how,
    );
  }

  /** Writes an ordinary message into the channel. */
  says(content: string): Seen {
    return this.#writes(content, null, []);
  }

  /**
   * Replies to a message, with a ping unless told. Discord pings nobody in a reply to what answers a command or a button, whatever is
   * chosen (discord-api-docs, issue 5395).
   */
  repliesTo(target: Seen | StoredMessage, content: string, { ping = true } = {}): Seen {
    const message = target instanceof Seen ? target.message : target;
    const isPinged = ping && message.interaction === null;
    return this.#writes(content, message.id, isPinged ? [message.author.id] : []);
  }

  /** Writes another text in place of a message of theirs. */
  edits(own: Seen, content: string): void {
    this.channel.put({
      ...own.message,
      content: content.trim(),
      editedAt: this.#world.clock.now(),
      mentions: this.#mentioned(content),
    });
  }

  /** Takes a message of theirs out of the channel. */
  deletes(own: Seen): void {
    this.channel.remove(own.message);
  }

  #writes(content: string, replyTo: string | null, pinged: readonly string[]): Seen {
    const message: StoredMessage = {
      id: this.#world.newId(),
      channelId: this.channel.id,
      guildId: this.channel.server?.id ?? null,
      author: this.person.user,
      type: replyTo === null ? MessageKind.Default : MessageKind.Reply,
      createdAt: this.#world.clock.now(),
      editedAt: null,
      nonce: null,
      replyTo,
      pings: [],
      interaction: null,
      onlyFor: null,
      ...NOTHING,
      content: content.trim(),
      mentions: this.#mentioned(content, pinged),
    };
    this.channel.put(message);
    return this.sight(message.id);
  }

  /** Those whom a text names with an @, and those whom a reply pings. */
  #mentioned(content: string, pinged: readonly string[] = []): User[] {
    const named = [...content.matchAll(/<@!?(\d+)>/gu)].map(([, id = '']) => id);
    const ids = [...new Set([...named, ...pinged])];
    return ids.map((id) => this.#world.user(id)).filter((user) => user !== undefined);
  }

  /** Every message that this person sees in the channel now, their ephemeral ones included, oldest first. */
  sees(): readonly Seen[] {
    return this.channel.messages
      .filter(({ onlyFor }) => onlyFor === null || onlyFor === this.person.user.id)
      .map(({ id }) => this.sight(id));
  }

  /** Waits until `holds` is true of what this person sees in the channel, and hands it back. */
  async until(
    holds: (seen: readonly Seen[]) => boolean,
    timeoutMs = this.patienceMs,
  ): Promise<readonly Seen[]> {
    const complaint = () => {
      const texts = this.sees().map(({ text }) => text);
      return `what ${this.person.user.name} waited for in #${this.channel.name} did not come within ${timeoutMs} ms; there is ${JSON.stringify(texts)}`;
    };
    await waitUntil([this.channel.watchers], () => holds(this.sees()), timeoutMs, complaint);
    return this.sees();
  }

  /** The message of that id before this person's eyes. */
  sight(messageId: string): Seen {
    return new Seen(this, null, () => messageId);
  }

  /** A message as this person sees it, or the error that they see none. */
  #looksAt(on: Seen | StoredMessage): StoredMessage {
    return this.sight(on.id).message;
  }

  #begin(deed: Omit<Beginning, 'person' | 'channel'>): Interaction {
    return begin(this.#world, { person: this.person, channel: this.channel, ...deed });
  }

  async #acts(deed: Omit<Beginning, 'person' | 'channel'>, how: How): Promise<Seen> {
    const interaction = this.#begin({ ...deed, shards: how.shards });
    const seen = new Seen(this, interaction, () => interaction.originalId);
    const timeoutMs = how.timeoutMs ?? this.patienceMs;
    if (how.until === 'sent') return seen;
    if (how.until === 'answered') return seen.until(({ answered }) => answered, timeoutMs);
    return seen.final(timeoutMs);
  }
}
