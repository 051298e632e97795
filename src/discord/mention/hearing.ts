// Messages that mention the bot, from the gateway to the answer: in the same lines as interactions, with the same library and budgets. What
// is not for the bot is let go of at once. Where there is no time or no permission it is silent: a refusal would be one more message for all.
import type { Client } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { UserError } from '../../common/errors.ts';
import { inLine } from '../../common/line.ts';
import { type Log, newErrorId, underOneId } from '../../log.ts';
import { translator } from '../../messages/messages.ts';
import { mentionsIn } from '../../preferences.ts';
import type { Reply } from '../command.ts';
import { openAges } from '../connection/ages.ts';
import type { Dispatch } from '../connection/dispatch.ts';
import { endedWith, mentionMet, type Outcome, type Watch } from '../connection/met.ts';
import { Crowded } from '../connection/turns.ts';
import type { DispatchParts } from '../connection/way.ts';
import { missingOf } from '../desk/permissions.ts';
import { renderLine } from '../rendering/render.ts';
import { refusal } from '../told.ts';
import { answerTo, localeFor, toAll } from './answer.ts';
import { type Mention, meantFor } from './meant.ts';
import { isNotWanted, reply } from './sending.ts';

/** Takes messages as the gateway has them. */
export interface Hearing {
  take(payload: unknown): void;
  /** Resolves when everything taken so far has been answered or has failed. */
  finished(): Promise<void>;
  unfinished(): number;
}

interface Made {
  readonly answer: Reply;
  readonly outcome: Outcome;
}

interface HearingParts {
  readonly client: Client;
  readonly dispatch: Pick<Dispatch, 'turns' | 'count'>;
  readonly app: DispatchParts;
  readonly log: Log;
  readonly watch: Watch;
}

/** Who was told lately that they are too quick. */
type Told = LRUCache<string, true>;

/** After a lost connection messages come again, and late: whoever asked this long ago has gone on. */
const oldestMs = 60_000;
const mostRemembered = 2_000;
/** Discord lets five messages into a channel in some seconds: more would be answers to what nobody asks any more. */
const mostInChannel = 5;
/** Whoever is too quick hears so once in the time in which it is counted (pace.ts). */
const toldForMs = 60_000;

export function openHearing(parts: HearingParts): Hearing {
  const { client, dispatch, watch } = parts;
  const begun = new Set<Promise<void>>();
  const seen = new LRUCache<string, true>({ max: mostRemembered });
  const told: Told = new LRUCache({ max: mostRemembered, ttl: toldForMs });
  const inChannels = new Map<string, number>();
  const ages = openAges({ lateMs: oldestMs, doubted: () => undefined });

  const hear = async (mention: Mention): Promise<void> => {
    const age = ages.of(mention.id);
    const began = performance.now() - age;
    const inChannel = inChannels.get(mention.channel) ?? 0;
    if (age > oldestMs || inChannel >= mostInChannel) {
      dispatch.count(age > oldestMs ? 'late' : 'untold');
      return;
    }
    inChannels.set(mention.channel, inChannel + 1);
    try {
      const outcome = await answered(mention, parts, told);
      if (outcome) watch({ ...mentionMet, outcome, ms: performance.now() - began });
    } finally {
      const left = (inChannels.get(mention.channel) ?? 1) - 1;
      if (left > 0) inChannels.set(mention.channel, left);
      else inChannels.delete(mention.channel);
    }
  };

  return {
    take: (payload) => {
      const mention = client.user ? meantFor(client.user.id, payload) : undefined;
      if (!mention || seen.has(mention.id) || !mayReply(client, mention)) return;
      seen.set(mention.id, true);
      const taken = underOneId(() => hear(mention)).finally(() => begun.delete(taken));
      begun.add(taken);
    },
    finished: async () => {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    unfinished: () => begun.size,
  };
}

/** How it ended; undefined where nothing was to be said. */
async function answered(mention: Mention, parts: HearingParts, told: Told): Promise<Outcome | undefined> {
  const { client, dispatch, log } = parts;
  const { server, asker: who, id: message } = mention;
  try {
    const work = () => inLine(server, () => made(mention, parts, told));
    const answer = await dispatch.turns.take({ line: server, who }, work);
    if (answer) await reply(client.rest, mention, answer.answer);
    return answer?.outcome;
  } catch (error) {
    if (error instanceof Crowded) dispatch.count('untold');
    else if (!isNotWanted(error))
      log.error(
        { id: newErrorId(), message, server, err: error },
        'an answer to a mention could not be delivered',
      );
    return 'dropped';
  }
}

/** Nothing where the server wants no such answers, or whoever asked was told already that they are too quick. */
async function made(mention: Mention, parts: HearingParts, told: Told): Promise<Made | undefined> {
  const { client, app, log } = parts;
  const { server, asker, typed, id: message } = mention;
  if (!(await mentionsIn(app.database, server).catch(() => false))) return undefined;
  const locale = client.guilds.cache.get(server)?.preferredLocale ?? 'en';
  const translate = translator(localeFor(typed, locale));
  const refused = (error: UserError): Made => ({
    answer: toAll(refusal(error, translate), mention, translate),
    outcome: 'refused',
  });
  const tooQuick = await app.pace.take('mention', asker).catch(onlyRefusal);
  if (tooQuick) {
    if (told.has(asker)) return undefined;
    told.set(asker, true);
    return refused(tooQuick);
  }
  const { libraries, ...rest } = app;
  try {
    const answer = await answerTo(mention, { ...rest, translate, library: await libraries.of(server) });
    return { answer, outcome: await endedWith(Promise.resolve(answer)) };
  } catch (error) {
    if (error instanceof UserError) return refused(error);
    const id = newErrorId();
    log.error({ id, message, server, err: error }, 'a mention could not be answered');
    const answer = renderLine(translate('discord.failed', { id }));
    return { answer: toAll(answer, mention, translate), outcome: 'failed' };
  }
}

function onlyRefusal(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/**
 * Whether the bot may see, answer and quote the message, in whatever can be written in: a text channel, what is written beside a voice one, a
 * thread, a forum's post. Of a thread that was archived little is known, and Discord is asked.
 */
function mayReply(client: Client, { channel: id, server }: Mention): boolean {
  const channel = client.channels.cache.get(id);
  const me = client.guilds.cache.get(server)?.members.me;
  if (!me) return false;
  if (!channel || channel.isDMBased()) return !channel;
  const may = channel.permissionsFor(me);
  return !may || missingOf((permission) => may.has(permission), channel.isThread()).length === 0;
}
