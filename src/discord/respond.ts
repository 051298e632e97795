// Sends what a handler made, inside Discord's limits: the first response within 3 s, and again where sending failed
// and sending again is safe.
import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js';
import pRetry, { AbortError } from 'p-retry';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Form, Reply, Response } from './command.ts';
import { isPassing } from './passing.ts';

/**
 * After this the reply is deferred. Of the 3 s that Discord gives, it leaves room for one attempt that hangs until the
 * REST timeout (see client.ts) and for one more.
 */
const deferAfterMs = 700;

/** Waits of 150, 300, 600 and 1,200 ms: five attempts, the last one after 2.25 s. An edit has 15 minutes to succeed. */
const attempts = { retries: 4, minTimeout: 150, factor: 2, randomize: false } as const;

/**
 * A first attempt that was turned down as answered already, and so quickly that discord.js's own second try after a
 * time-out cannot be the reason (client.ts): somebody else has answered.
 */
const quicklyMs = 1_000;

/** Answers an interaction privately with what `work` makes; defers where that takes long. */
export async function respond(
  interaction: RepliableInteraction,
  work: Promise<Response>,
  log: Log,
): Promise<void> {
  const waiting = new AbortController();
  const early = await Promise.race([
    work,
    delay(deferAfterMs, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined),
  ]).finally(() => waiting.abort());
  if (early) return 'modal' in early ? show(interaction, early.modal, log) : first(interaction, early, log);
  // The work goes on meanwhile; should it fail before the deferral is through, the failure is met below.
  work.catch(() => undefined);
  // A deferral carries only the ephemeral flag; the Components V2 flag comes with the edit.
  await send(() => interaction.deferReply({ flags: privately }), tellOfAnother(interaction, log));
  interaction.deferred = true;
  const late = await work;
  // A form can only be a first response, which the deferral was.
  if ('modal' in late) throw new UserError({ key: 'discord.slow' });
  await edit(interaction, late);
}

async function show(interaction: RepliableInteraction, modal: Form['modal'], log: Log): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error('a form cannot answer a form');
  await send(() => interaction.showModal(modal), tellOfAnother(interaction, log));
  interaction.replied = true;
}

/** Shows a reply in place of a deferral or of an earlier reply, or as the first response where there is none. */
export async function respondAgain(interaction: RepliableInteraction, reply: Reply, log: Log): Promise<void> {
  if (interaction.deferred || interaction.replied) return edit(interaction, reply);
  await first(interaction, reply, log);
}

const privately = MessageFlags.Ephemeral;

/** discord.js notes only an answer that it saw taken; one that was taken unseen is noted here. */
async function first(interaction: RepliableInteraction, reply: Reply, log: Log): Promise<void> {
  const anew = () => interaction.reply({ ...body(reply), flags: privately | MessageFlags.IsComponentsV2 });
  await send(inPlace(interaction, reply) ?? anew, tellOfAnother(interaction, log));
  interaction.replied = true;
}

/** The update of the message whose component, or whose form, was used; nothing where there is none. */
function inPlace(interaction: RepliableInteraction, reply: Reply): (() => Promise<unknown>) | undefined {
  if (!reply.update) return undefined;
  const flags = MessageFlags.IsComponentsV2;
  if (interaction.isMessageComponent()) return () => interaction.update({ ...body(reply), flags });
  if (interaction.isModalSubmit() && interaction.isFromMessage()) {
    return () => interaction.update({ ...body(reply), flags });
  }
  return undefined;
}

function tellOfAnother({ id }: RepliableInteraction, log: Log): () => void {
  return () =>
    log.warn({ interaction: id }, 'answered already: another process may be running with the same token');
}

async function edit(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  await send(() => interaction.editReply({ ...body(reply), flags: MessageFlags.IsComponentsV2 }));
}

function body(reply: Reply) {
  const files = (reply.files ?? []).map(({ name, data }) => ({ name, attachment: Buffer.from(data) }));
  const allowedMentions: { parse: [] } = { parse: [] };
  return { components: [...reply.components], allowedMentions, ...(files.length > 0 && { files }) };
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
