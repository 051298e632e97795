// The life of an interaction: begun by a person, answered once within 3 s, followed up for 15 minutes.
import {
  type ApiError,
  alreadyAcknowledged,
  invalidWebhookToken,
  unknownInteraction,
  unknownWebhook,
} from './errors.ts';
import type { StoredMessage } from './messages.ts';
import { interactionPayload } from './payloads.ts';
import type { Person } from './person.ts';
import type { Channel } from './server.ts';
import type { Watchers } from './waiting.ts';
import { CallbackType, type ChoiceBody, type ModalBody } from './wire.ts';
import type { World } from './world.ts';

/** Discord's deadlines for the first answer and for everything after it, in milliseconds. */
const ANSWER_WITHIN = 3_000;
const TOKEN_LIVES = 15 * 60_000;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  /** What the person did, for error messages: `/ask`, `button "Share"`. */
  readonly deed: string;
  readonly person: Person;
  readonly channel: Channel;
  /** The message whose component was used. */
  readonly source: StoredMessage | null;
  readonly createdAt: number;
  readonly sentAt: number;
  /** The type of the callback that was taken, and how long it took. */
  answer: { readonly type: number; readonly afterMs: number } | null;
  /** Something came after a deferral: an edit, a deletion, a follow-up. */
  settled: boolean;
  /** The id of what `@original` stands for. */
  originalId: string | null;
  readonly followUpIds: string[];
  modal: ModalBody | null;
  choices: readonly ChoiceBody[] | null;
  /** The requests for this interaction that were turned down, in words. */
  readonly troubles: string[];
  readonly watchers: Watchers;
}

export interface Beginning {
  readonly person: Person;
  readonly channel: Channel;
  readonly type: number;
  readonly deed: string;
  readonly data: Record<string, unknown>;
  readonly source?: StoredMessage | null;
  /** The shards that are sent it in place of the server's own. */
  readonly shards?: readonly number[] | undefined;
}

/** Sends the interaction to the bot. Throws when no session of the bot would receive it. */
export function begin(world: World, beginning: Beginning): Interaction {
  const { person, channel, type, deed, data } = beginning;
  const id = world.newId();
  const interaction: Interaction = {
    id,
    token: `interaction-token-${id}`,
    type,
    deed: `${deed} by ${person.user.name}`,
    person,
    channel,
    source: beginning.source ?? null,
    createdAt: world.clock.now(),
    sentAt: performance.now(),
    answer: null,
    settled: false,
    originalId: null,
    followUpIds: [],
    modal: null,
    choices: null,
    troubles: [],
    watchers: new Set(),
  };
  world.interactions.set(id, interaction);
  world.interactionsByToken.set(interaction.token, interaction);
  const payload = interactionPayload(interaction, world.bot, data);
  const { shards } = beginning;
  if (shards) for (const shard of shards) world.gateway.sends('INTERACTION_CREATE', payload, shard);
  else if (!world.gateway.dispatch(channel.server?.id ?? null, 'INTERACTION_CREATE', payload)) {
    throw new Error(`Discord double: ${interaction.deed}: no bot is connected for this server's shard`);
  }
  return interaction;
}

/** The interaction that a callback names, if it may still be answered; throws Discord's refusal otherwise. */
export function toAnswer(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token) throw unknownInteraction();
  if (interaction.answer) throw refusing(interaction, alreadyAcknowledged());
  if (world.clock.now() - interaction.createdAt > ANSWER_WITHIN)
    throw refusing(interaction, unknownInteraction());
  return interaction;
}

/** The interaction that a webhook request names, if its token is still good; throws Discord's refusal otherwise. */
export function toFollowUp(world: World, token: string): Interaction {
  const interaction = world.interactionsByToken.get(token);
  if (!interaction?.answer || interaction.answer.type === CallbackType.Choices) throw unknownWebhook();
  if (world.clock.now() - interaction.createdAt > TOKEN_LIVES)
    throw refusing(interaction, invalidWebhookToken());
  return interaction;
}

/** Remembers why a request was turned down, so that a test that waits in vain can say it. */
export function refusing(interaction: Interaction, error: ApiError): ApiError {
  const findings = error.findings.map(({ rule, at, message }) => `; ${rule} at ${at || 'body'}: ${message}`);
  interaction.troubles.push(`${error.status} ${error.code} ${error.message}${findings.join('')}`);
  return error;
}

/** Whether the person sees the bot's answer in full: nothing is deferred that has not been made good. */
export function isFinal(interaction: Interaction): boolean {
  if (!interaction.answer) return false;
  const { DeferredMessage, DeferredUpdate } = CallbackType;
  const deferred = interaction.answer.type === DeferredMessage || interaction.answer.type === DeferredUpdate;
  return !deferred || interaction.settled;
}

/** How things stand with an interaction, for one who waits in vain. */
export function standing(interaction: Interaction): string {
  const { answer, troubles } = interaction;
  const answered = answer
    ? `the bot answered with callback type ${answer.type} after ${Math.round(answer.afterMs)} ms`
    : 'the bot has not answered';
  return [answered, ...troubles.map((trouble) => `a request was turned down: ${trouble}`)].join('; ');
}
