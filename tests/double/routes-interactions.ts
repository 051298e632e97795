// Routes by which the bot answers a person: the interaction callback, `@original`, and follow-ups.
import { ApiError, unknownMessage, unknownWebhook } from './errors.ts';
import { type Interaction, refusing, toAnswer, toFollowUp } from './interactions.ts';
import type { StoredMessage } from './messages.ts';
import { messagePayload } from './payloads.ts';
import { create, createLoading, edit, MessageKind, type Origin, type Post, readMessage } from './posting.ts';
import type { Handler, RouteRequest } from './routes.ts';
import { callbackTypeFindings, choicesFindings, deferralFindings, modalFindings } from './rules-callback.ts';
import { isRecord } from './schemas.ts';
import { notify } from './waiting.ts';
import {
  CallbackType,
  callbackSchema,
  choicesSchema,
  InteractionType,
  MessageFlag,
  modalSchema,
} from './wire.ts';
import type { World } from './world.ts';

export const callback: Handler = (world, request, [id = '', token = '']) => {
  const interaction = toAnswer(world, id, token);
  const { type, data } = world.checks.read(request, callbackSchema, request.body);
  const message = attempt(interaction, () => {
    world.checks.reject(request, callbackTypeFindings(interaction, type));
    return take(world, request, interaction, type, data);
  });
  const afterMs = performance.now() - interaction.sentAt;
  interaction.answer = { type, afterMs };
  interaction.originalId = message?.id ?? null;
  world.happenings.responseTimes.push(afterMs);
  world.happenings.note('callback', { path: request.path });
  notify(interaction.watchers);
  if (request.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: callbackResponse(interaction, type, message) };
};

/** Does what the callback asks, and hands back the message that `@original` stands for from now on. */
function take(
  world: World,
  request: RouteRequest,
  interaction: Interaction,
  type: number,
  data: unknown,
): StoredMessage | null {
  const post: Post = { ...request, at: 'data', message: data };
  const { channel } = interaction;
  switch (type) {
    case CallbackType.Message:
      return create(world, channel, post, originOf(world, interaction, isEphemeral(data)));
    case CallbackType.DeferredMessage:
      world.checks.reject(request, deferralFindings(isRecord(data) ? data : {}));
      return createLoading(world, channel, originOf(world, interaction, isEphemeral(data)));
    case CallbackType.DeferredUpdate:
      world.checks.reject(request, deferralFindings(isRecord(data) ? data : {}));
      return sourceOf(interaction);
    case CallbackType.UpdateMessage:
      return edit(world, channel, post, sourceOf(interaction));
    case CallbackType.Choices: {
      const choices = world.checks.read(request, choicesSchema, data).choices ?? [];
      world.checks.reject(request, choicesFindings(choices));
      interaction.choices = choices;
      return null;
    }
    default: {
      const modal = world.checks.read(request, modalSchema, data);
      world.checks.reject(request, modalFindings(modal));
      interaction.modal = modal;
      return null;
    }
  }
}

const isEphemeral = (data: unknown) =>
  isRecord(data) && typeof data['flags'] === 'number' && (data['flags'] & MessageFlag.Ephemeral) !== 0;

function sourceOf({ source, channel }: Interaction): StoredMessage {
  const message = source ? channel.find(source.id) : undefined;
  if (!message) throw unknownMessage();
  return message;
}

function originOf(world: World, interaction: Interaction, ephemeral: boolean): Origin {
  const { person, type, source, id } = interaction;
  return {
    author: world.bot,
    type: type === InteractionType.Command ? MessageKind.ChatInputCommand : MessageKind.Reply,
    interaction: { id, type, user: person.user },
    onlyFor: ephemeral ? person.user.id : null,
    replyTo: source?.id ?? null,
  };
}

function callbackResponse(interaction: Interaction, type: number, message: StoredMessage | null) {
  const about = { id: interaction.id, type: interaction.type, channel_id: interaction.channel.id };
  if (!message) return { interaction: about, resource: { type } };
  return {
    interaction: {
      ...about,
      response_message_id: message.id,
      response_message_loading: (message.flags & MessageFlag.Loading) !== 0,
      response_message_ephemeral: message.onlyFor !== null,
    },
    resource: { type, message: messagePayload(message) },
  };
}

export const createFollowUp: Handler = (world, request, [, token = '']) => {
  const interaction = followedUp(world, token);
  const post: Post = { ...request, at: '', message: request.body };
  const loading = interaction.originalId ? interaction.channel.find(interaction.originalId) : undefined;
  // Discord makes the first follow-up after a deferral an edit of the deferred message.
  if (loading && loading.flags & MessageFlag.Loading)
    return settle(interaction, () => edit(world, interaction.channel, post, loading));
  return settle(interaction, () => {
    const { flags } = readMessage(world, post);
    const origin = originOf(world, interaction, ((flags ?? 0) & MessageFlag.Ephemeral) !== 0);
    const message = create(world, interaction.channel, post, {
      ...origin,
      type: MessageKind.Reply,
      replyTo: interaction.originalId,
    });
    interaction.followUpIds.push(message.id);
    return message;
  });
};

export const editFollowUp: Handler = (world, request, [, token = '', id = '']) => {
  const interaction = followedUp(world, token);
  const post: Post = { ...request, at: '', message: request.body };
  return settle(interaction, () => edit(world, interaction.channel, post, answerOf(interaction, id)));
};

export const getFollowUp: Handler = (world, _request, [, token = '', id = '']) => {
  const interaction = followedUp(world, token);
  return { status: 200, body: messagePayload(attempt(interaction, () => answerOf(interaction, id))) };
};

export const deleteFollowUp: Handler = (world, _request, [, token = '', id = '']) => {
  const interaction = followedUp(world, token);
  interaction.channel.remove(attempt(interaction, () => answerOf(interaction, id)));
  interaction.settled = true;
  notify(interaction.watchers);
  return { status: 204 };
};

function followedUp(world: World, token: string): Interaction {
  if (!token) throw unknownWebhook();
  return toFollowUp(world, token);
}

/** A message that this interaction's token reaches: `@original`, or one of its follow-ups. */
function answerOf(interaction: Interaction, id: string): StoredMessage {
  const { originalId, followUpIds, channel } = interaction;
  const wanted = id === '@original' ? originalId : id;
  const known = wanted !== null && (wanted === originalId || followUpIds.includes(wanted));
  const message = known ? channel.find(wanted) : undefined;
  if (!message) throw unknownMessage();
  return message;
}

function settle(interaction: Interaction, act: () => StoredMessage): { status: number; body: unknown } {
  const message = attempt(interaction, act);
  interaction.settled = true;
  notify(interaction.watchers);
  return { status: 200, body: messagePayload(message) };
}

/** Whatever is refused on the way is remembered with the interaction. */
function attempt<T>(interaction: Interaction, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof ApiError ? refusing(interaction, error) : error;
  }
}
