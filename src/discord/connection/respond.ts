// Sends what a handler made, inside Discord's limits: the first response within 3 s, and again where sending failed
// and sending again is safe.
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js';
import pRetry, { AbortError } from 'p-retry';
import { UserError } from '../../common/errors.ts';
import { within } from '../../common/within.ts';
import type { Log } from '../../log.ts';
import type { Form, Reply, Response } from '../command.ts';
import { isPassing } from './passing.ts';
import { wasRepeated } from './repeats.ts';

/**
 * After this the reply is deferred. Of the 3 s that Discord gives, it leaves room for one attempt that hangs until the
 * REST timeout (see client.ts) and for one more.
 */
export const deferAfterMs = 700;

/** What was long under way when it came has this time for its answer: a deferral would double what it costs, amid a crowd. */
export const lateDeferAfterMs = 150;

/** Waits of 150, 300, 600 and 1,200 ms: five attempts, the last one after 2.25 s. An edit has 15 minutes to succeed. */
const attempts = { retries: 4, minTimeout: 150, factor: 2, randomize: false } as const;

/**
 * A first attempt that was turned down as answered already, and so quickly that discord.js's own second try after a
 * time-out cannot be the reason (client.ts): somebody else has answered.
 */
const quicklyMs = 1_000;

/** By when a first response leaves, and who sees it where that is a deferral. */
interface Due {
  /** Of `performance.now()`, as is `until`. */
  readonly by: number;
  /** After this Discord takes no first response any more. */
  readonly until: number;
  readonly seenBy: 'one' | 'all';
}

/** The first response is not there in time: nothing was sent, and nothing can be. */
export class TooLate extends Error {}

/**
 * Answers an interaction with what `work` makes; defers where that takes long. Who sees a deferral is said with it:
 * whoever acts, or everybody where the reply is one for everybody (`Later`).
 */
export async function respond(
  interaction: RepliableInteraction,
  work: Promise<Response>,
  log: Log,
  due: Due,
): Promise<void> {
  const { by, until, seenBy } = due;
  const left = Math.max(0, by - performance.now());
  const early = await within(left, work, undefined, { ref: false });
  // The work goes on; should it fail before or after the deferral is through, the failure is met below or means nothing.
  work.catch(() => undefined);
  if (performance.now() > until) throw new TooLate();
  // A reply for everybody that is still to be made has what is left of the time, not all of it again.
  if (early) return answer(interaction, early, log, due);
  // A deferral carries only the ephemeral flag; the Components V2 flag comes with the edit.
  const options = seenBy === 'one' ? ({ flags: MessageFlags.Ephemeral } as const) : {};
  await send(() => interaction.deferReply(options), tellOfAnother(interaction, log));
  interaction.deferred = true;
  interaction.ephemeral = seenBy === 'one';
  const late = await work;
  const reply = 'later' in late ? await late.later : late;
  // A form, and what happens to another message, can only be a first response, which the deferral was.
  if ('modal' in reply || 'remove' in reply) throw new UserError({ key: 'discord.slow' });
  if (reply.public && seenBy === 'one') return forAllAfter(interaction, reply);
  await edit(interaction, reply);
}

/**
 * What turns out to be for all after a deferral for one alone, such as sharing while a server's library is opened: a
 * message of its own, in place of the deferral. It is sent once, since all would see a second one.
 */
async function forAllAfter(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  await send(() => interaction.deleteReply().catch(unlessGone));
  // Should it fail, whoever acts is told in a message apart: there is no deferral any more that could be edited.
  interaction.ephemeral = false;
  await interaction.followUp({ ...body(reply), flags: inParts });
}

async function answer(
  interaction: RepliableInteraction,
  response: Response,
  log: Log,
  due: Due,
): Promise<void> {
  if ('modal' in response) return show(interaction, response.modal, log);
  if ('later' in response) return respond(interaction, response.later, log, { ...due, seenBy: 'all' });
  if ('remove' in response) return remove(interaction, log);
  await first(interaction, response, log);
}

async function show(interaction: RepliableInteraction, modal: Form['modal'], log: Log): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error('a form cannot answer a form');
  await send(() => interaction.showModal(modal), tellOfAnother(interaction, log));
  interaction.replied = true;
}

/** Takes down the message whose button was pressed, by the interaction's own token: no permission is needed for it. */
async function remove(interaction: RepliableInteraction, log: Log): Promise<void> {
  if (!interaction.isMessageComponent()) throw new Error('there is no message to take down');
  await send(() => interaction.deferUpdate(), tellOfAnother(interaction, log));
  interaction.deferred = true;
  await send(() => interaction.deleteReply().catch(unlessGone));
}

function unlessGone(error: unknown): void {
  const { UnknownMessage } = RESTJSONErrorCodes;
  if (!(error instanceof DiscordAPIError && error.code === UnknownMessage)) throw error;
}

/** Shows a reply in place of a deferral or of an earlier reply, or as the first response where there is none. */
export async function respondAgain(interaction: RepliableInteraction, reply: Reply, log: Log): Promise<void> {
  if (interaction.deferred && interaction.ephemeral !== true && !reply.public)
    return apart(interaction, reply);
  if (interaction.deferred || interaction.replied) return edit(interaction, reply);
  await first(interaction, reply, log);
}

const privately = MessageFlags.Ephemeral;
const inParts = MessageFlags.IsComponentsV2;

/** What is for one alone, where everybody sees the deferral, or where the deferral stands for a message of before. */
async function apart(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  if (interaction.ephemeral === false) await send(() => interaction.deleteReply().catch(unlessGone));
  await send(() => interaction.followUp({ ...body(reply), flags: privately | inParts }));
}

/** discord.js notes only an answer that it saw taken; one that was taken unseen is noted here. */
async function first(interaction: RepliableInteraction, reply: Reply, log: Log): Promise<void> {
  const flags = reply.public ? inParts : privately | inParts;
  const anew = () => interaction.reply({ ...body(reply), flags });
  await send(inPlace(interaction, reply) ?? anew, tellOfAnother(interaction, log));
  interaction.replied = true;
}

/** The update of the message whose component, or whose form, was used; nothing where there is none. */
function inPlace(interaction: RepliableInteraction, reply: Reply): (() => Promise<unknown>) | undefined {
  if (!reply.update) return undefined;
  if (interaction.isMessageComponent()) return () => interaction.update({ ...body(reply), flags: inParts });
  if (interaction.isModalSubmit() && interaction.isFromMessage()) {
    return () => interaction.update({ ...body(reply), flags: inParts });
  }
  return undefined;
}

function tellOfAnother({ client, id }: RepliableInteraction, log: Log): () => void {
  return () => {
    if (wasRepeated(client, id)) return;
    log.warn({ interaction: id }, 'answered already: another process may be running with the same token');
  };
}

async function edit(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  await send(() => interaction.editReply({ ...body(reply), flags: inParts }));
}

function body(reply: Reply) {
  const files = (reply.files ?? []).map(({ name, data, description }) => ({
    name,
    attachment: Buffer.from(data),
    ...(description !== undefined && { description }),
  }));
  const allowedMentions: { parse: [] } = { parse: [] };
  // In place of a message that had files, the new ones are all that it has.
  const anew = reply.update && files.length > 0 && { attachments: [] };
  return { components: [...reply.components], allowedMentions, ...(files.length > 0 && { files }), ...anew };
}

/**
 * Sends until it is through. Only for what may be sent twice: a callback (Discord takes one and says so of the
 * second) and an edit (the second changes nothing). discord.js itself retries three times within milliseconds, which a
 * server in trouble does not outlive. `byAnother` is called where the first attempt already comes too late.
 */
export async function send(attempt: () => Promise<unknown>, byAnother?: () => void): Promise<void> {
  const began = performance.now();
  const tell = (number: number): void => {
    if (number === 1 && performance.now() - began < quicklyMs) byAnother?.();
  };
  await pRetry(
    (number) =>
      attempt().then(
        () => undefined,
        (error: unknown) => {
          if (!wasTaken(error)) throw again(error);
          tell(number);
        },
      ),
    attempts,
  );
}

/** What p-retry goes on after is thrown as it came; what it gives up on is wrapped. */
function again(error: unknown): unknown {
  return isPassing(error) ? error : new AbortError(error instanceof Error ? error : String(error));
}

/** An attempt that failed on its way back was taken nevertheless: Discord says of the next one that it was answered. */
function wasTaken(error: unknown): boolean {
  const answered = RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
  return error instanceof DiscordAPIError && error.code === answered;
}
