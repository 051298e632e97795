// Sends one message: edits the one that stands, makes the one that does not, once, and takes down the one that may not stand.
import { createHash } from 'node:crypto';
import {
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import { codeOf } from '../../common/reasons.ts';
import { newErrorId } from '../../log.ts';
import {
  delivered,
  type FailedAttempt,
  type Job,
  nonceOf,
  notDelivered,
  type Stands,
} from '../../questions/deliver.ts';
import type { Reply } from '../command.ts';
import { isPassing } from '../connection/passing.ts';
import type { DeliveryParts } from './deliveries.ts';
import { type Shown, shownFor } from './shown.ts';

const sentSchema = z.object({ id: z.string(), channel_id: z.string() });

/** Sends and notes what came of it. Never throws for what Discord says; throws where the store is away. */
export async function sendJob(job: Job, parts: DeliveryParts): Promise<void> {
  const at = () => Date.now();
  let shown: Shown | undefined;
  let stands: Stands | undefined;
  try {
    shown = await shownFor(job, parts.database);
    stands = await send(job, shown, parts);
  } catch (error) {
    const failed = whyFailed(error, job);
    const state = await notDelivered(parts.database, job, failed, { at: at(), seen: shown?.seen });
    const about = {
      kind: job.kind,
      server: job.guild,
      number: job.number,
      attempts: job.attempts + 1,
      state,
    };
    parts.log.warn({ id: newErrorId(), ...about, err: error }, 'a message could not be delivered');
    return;
  }
  await delivered(parts.database, job, stands, { at: at(), seen: shown.seen });
}

async function send(job: Job, shown: Shown, parts: DeliveryParts): Promise<Stands | undefined> {
  const { channel, message } = job;
  const stands = channel !== null && message !== null ? { channel, message } : undefined;
  if (!shown.reply) {
    const gone =
      stands ?? (job.unsure && shown.channel ? await findAgain(job, shown.channel, parts) : undefined);
    if (gone) await takeDown(gone, parts);
    return undefined;
  }
  if (stands) return edit(job, { stands, shown, reply: shown.reply }, parts);
  const place = shown.member === undefined ? shown.channel : await directMessages(shown.member, parts);
  if (place === undefined) return undefined;
  const found = job.unsure ? await findAgain(job, place, parts) : undefined;
  if (found) return edit(job, { stands: found, shown, reply: shown.reply }, parts);
  return create(job, place, shown.reply, parts);
}

/** A number for the outermost component, by which a message is known again when the answer to its creation was lost. */
function markOf(job: Job): number {
  const hash = createHash('sha256').update(nonceOf(job)).digest().readUInt32BE(0);
  // Of 31 bits, and too high for the numbers that Discord gives by itself.
  return (hash >>> 2) + 2 ** 30;
}

function bodyOf(
  job: Job,
  { components }: Reply,
): { components: APIMessageTopLevelComponent[]; allowed_mentions: { parse: [] } } {
  const [first, ...rest] = components;
  const marked = first ? [{ ...first, id: markOf(job) }, ...rest] : [];
  return { components: marked, allowed_mentions: { parse: [] } };
}

/** Discord makes one message of a nonce, however often it is sent within some minutes. */
async function create(job: Job, channel: string, reply: Reply, { rest }: DeliveryParts): Promise<Stands> {
  const body = {
    ...bodyOf(job, reply),
    flags: MessageFlags.IsComponentsV2,
    nonce: nonceOf(job),
    enforce_nonce: true,
  };
  const sent = sentSchema.parse(await rest.post(Routes.channelMessages(channel), { body }));
  return { channel: sent.channel_id, message: sent.id };
}

interface Edit {
  readonly stands: Stands;
  readonly shown: Shown;
  readonly reply: Reply;
}

/** Brings a message up to date, or makes another one where somebody deleted it. */
async function edit(
  job: Job,
  { stands, shown, reply }: Edit,
  parts: DeliveryParts,
): Promise<Stands | undefined> {
  const body = { ...bodyOf(job, reply), flags: MessageFlags.IsComponentsV2 };
  try {
    await parts.rest.patch(Routes.channelMessage(stands.channel, stands.message), { body });
    return stands;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  // A published answer that moderators took out by hand stays out.
  if (!shown.again || shown.channel === undefined) return undefined;
  const next = { ...job, made: job.made + 1 };
  return { ...(await create(next, shown.channel, reply, parts)), made: next.made };
}

async function takeDown({ channel, message }: Stands, { rest }: DeliveryParts): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(channel, message));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  const { UnknownMessage, UnknownChannel } = RESTJSONErrorCodes;
  return error instanceof DiscordAPIError && (error.code === UnknownMessage || error.code === UnknownChannel);
}

async function directMessages(member: string, { rest }: DeliveryParts): Promise<string> {
  const body = { recipient_id: member };
  return z.object({ id: z.string() }).parse(await rest.post(Routes.userChannels(), { body })).id;
}

const foundSchema = z.array(
  z.object({ id: z.string(), components: z.array(z.looseObject({ id: z.number().optional() })).optional() }),
);

const mostPages = 10;

/**
 * The message that an attempt before this one may have made. Discord forgets a nonce after some minutes, so the
 * channel is looked through from the moment of the first attempt; where it may not be read the nonce has to do.
 */
async function findAgain(job: Job, channel: string, { rest }: DeliveryParts): Promise<Stands | undefined> {
  // A minute for clocks that differ.
  let after = SnowflakeUtil.generate({ timestamp: (job.begun_at ?? Date.now()) - 60_000 }).toString();
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ after, limit: '100' });
    const found = foundSchema.parse(await rest.get(Routes.channelMessages(channel), { query }));
    const ours = found.find(({ components }) => components?.[0]?.id === markOf(job));
    if (ours) return { channel, message: ours.id };
    if (found.length < 100) return undefined;
    after = found.map(({ id }) => id).reduce((latest, id) => (BigInt(id) > BigInt(latest) ? id : latest));
  }
  return undefined;
}

/** Codes with which Discord says that a member takes no messages from the bot. */
const unreachable: readonly (string | number)[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.UnknownUser,
  50_278,
];

function whyFailed(error: unknown, { kind }: Job): FailedAttempt {
  if (
    error instanceof DiscordAPIError &&
    error.status < 500 &&
    error.status !== 401 &&
    error.status !== 429
  ) {
    const isUnreachable = kind === 'tell' && unreachable.includes(error.code);
    return { code: String(error.code), kind: isUnreachable ? 'unreachable' : 'certain', unsure: false };
  }
  const code = codeOf(error) || (error instanceof Error ? error.name : 'unknown');
  // The store may be away for a moment. A bug of ours is no passing matter, but an attempt may have got through before it.
  const passes = isPassing(error) || error instanceof UserError;
  return { code, kind: passes ? 'passing' : 'certain', unsure: true };
}
