// What a person sees: a message as it stands now, or a modal, with what can be done to it.

import type { FieldValue } from './controls.ts';
import { type Interaction, isFinal, standing } from './interactions.ts';
import { type Attachment, type StoredMessage, textOf } from './messages.ts';
import type { How, Place } from './person.ts';
import { waitUntil } from './waiting.ts';
import { type Component, ComponentType, flatten, MessageFlag, type ModalBody } from './wire.ts';

/** A modal that has opened before a person. */
export class Modal {
  readonly body: ModalBody;
  readonly #place: Place;
  readonly #source: StoredMessage | null;

  constructor(place: Place, body: ModalBody, source: StoredMessage | null) {
    this.#place = place;
    this.#source = source;
    this.body = body;
  }

  get title(): string {
    return this.body.title;
  }

  /** The custom ids of its fields, in order. */
  get fields(): readonly string[] {
    return flatten(this.body.components).flatMap(({ custom_id: id }) => (id ? [id] : []));
  }

  /** Submits it. Fields are named by custom_id or label; one left out keeps what it was filled with. */
  submits(fields: Readonly<Record<string, FieldValue>>, how: How = {}): Promise<Seen> {
    return this.#place.submits(this.body, fields, this.#source, how);
  }
}

/** One message before the eyes of one person, live: every reading tells how it stands at that moment. */
export class Seen {
  readonly place: Place;
  readonly #interaction: Interaction | null;
  readonly #messageId: () => string | null;

  constructor(place: Place, interaction: Interaction | null, messageId: () => string | null) {
    this.place = place;
    this.#interaction = interaction;
    this.#messageId = messageId;
  }

  /** The message, or null: there is none yet, it was deleted, or this person may not see it. */
  get messageOrNull(): StoredMessage | null {
    const message = this.place.channel.find(this.#messageId() ?? '');
    const hidden = message?.onlyFor && message.onlyFor !== this.place.person.user.id;
    return message && !hidden ? message : null;
  }

  /** The message; throws when there is none to see. */
  get message(): StoredMessage {
    const message = this.messageOrNull;
    if (!message)
      throw new Error(`Discord double: ${this.place.person.user.name} sees no message here (any more)`);
    return message;
  }

  get id(): string {
    return this.message.id;
  }

  /** All its text, line by line: content, embeds, text displays. Empty when there is no message to see. */
  get text(): string {
    const message = this.messageOrNull;
    return message ? textOf(message) : '';
  }

  /** Every component, nested ones included, in reading order. */
  get components(): readonly Component[] {
    return flatten(this.messageOrNull?.components ?? []);
  }

  /** The labels of the buttons that can be pressed, link buttons included. */
  get buttons(): readonly string[] {
    return this.components
      .filter(({ type, disabled }) => type === ComponentType.Button && !disabled)
      .map(({ label, custom_id: id }) => label ?? id ?? '');
  }

  get files(): readonly Attachment[] {
    return this.messageOrNull?.attachments ?? [];
  }

  /** Only this person sees it. */
  get private(): boolean {
    return this.message.onlyFor !== null;
  }

  /** Whom it notifies: ids of users and roles, or `everyone`. */
  get pings(): readonly string[] {
    return this.message.pings;
  }

  /** The bot "is thinking". */
  get loading(): boolean {
    return ((this.messageOrNull?.flags ?? 0) & MessageFlag.Loading) !== 0;
  }

  get deleted(): boolean {
    return this.#messageId() !== null && this.messageOrNull === null;
  }

  /** The bot has answered the interaction, be it by deferring. */
  get answered(): boolean {
    return this.#interaction === null || this.#interaction.answer !== null;
  }

  /** Milliseconds from dispatch to callback; null as long as there was none. */
  get answeredAfterMs(): number | null {
    return this.#interaction?.answer?.afterMs ?? null;
  }

  /** The bot's requests for this interaction that were turned down, in words. */
  get troubles(): readonly string[] {
    return this.#interaction?.troubles ?? [];
  }

  /** The modal that opened; throws when there is none. */
  get modal(): Modal {
    const body = this.#interaction?.modal;
    if (!body) throw new Error(`Discord double: no modal opened before ${this.place.person.user.name}`);
    return new Modal(this.place, body, this.#interaction?.source ?? null);
  }

  /** What the bot sent after its first answer, oldest first, as far as this person sees it. */
  get followUps(): readonly Seen[] {
    const ids = this.#interaction?.followUpIds ?? [];
    return ids.map((id) => this.place.sight(id)).filter(({ messageOrNull: message }) => message !== null);
  }

  presses(button: string, how: How = {}): Promise<Seen> {
    return this.place.presses(this, button, how);
  }

  chooses(menu: string, values: readonly string[], how: How = {}): Promise<Seen> {
    return this.place.chooses(this, menu, values, how);
  }

  /** Waits until `holds` is true of it, looking again whenever anything changes in the channel. */
  async until(holds: (seen: Seen) => boolean, timeoutMs = this.place.patienceMs): Promise<this> {
    const interaction = this.#interaction;
    const changes = [this.place.channel.watchers, ...(interaction ? [interaction.watchers] : [])];
    const complaint = () => {
      const about = interaction ? `${interaction.deed}: ${standing(interaction)}; ` : '';
      return `${about}what was waited for did not come within ${timeoutMs} ms; the text is ${JSON.stringify(this.text)}`;
    };
    await waitUntil(changes, () => holds(this), timeoutMs, complaint);
    return this;
  }

  /** Waits until nothing is deferred any more. */
  async final(timeoutMs = this.place.patienceMs): Promise<this> {
    const interaction = this.#interaction;
    if (!interaction) return this;
    const complaint = () => {
      const { name } = this.place.person.user;
      return `${interaction.deed}: ${name} saw no final answer within ${timeoutMs} ms; ${standing(interaction)}`;
    };
    await waitUntil([interaction.watchers], () => isFinal(interaction), timeoutMs, complaint);
    return this;
  }
}
