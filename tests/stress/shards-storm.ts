// The storm of the stress of many processes: members ask, desks take questions and publish answers, documents are approved, interactions
// reach two processes at once, while processes are killed, replaced and started again. Then it is looked for what is lost or stands twice.
import { setTimeout as delay } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { countDue } from '../../src/questions/deliver.ts';
import type { Store } from '../../src/store/store.ts';
import type { Channel, Discord, Place, Seen, Server } from '../double/double.ts';
import type { ShardsBot } from './shards-bot.ts';
import { type Acknowledged, lostOf, refusedTwice, tooSoon, twiceOf, watchLogins } from './shards-found.ts';

export const shards = 4;
/** The shards of each of the two processes. */
export const groups = ['0-1', '2-3'] as const;
interface Camp {
  readonly server: Server;
  readonly shard: number;
  readonly questions: Channel;
  readonly members: readonly Place[];
  readonly moderator: Place;
  readonly admin: Place;
}

export interface StormParts {
  readonly discord: Discord;
  readonly store: Store;
  readonly bot: () => ShardsBot;
  readonly restart: () => Promise<void>;
  readonly interactions: number;
  /** Between two blows, about. */
  readonly blowMs: number;
}

const ordinary =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.UseApplicationCommands;
const managing = ordinary | PermissionFlagsBits.ManageGuild;
const patienceMs = 6_000;
const lanesOfMembers = 6;
const newsWithinMs = 2_000;

function campOn(discord: Discord, shard: number): Camp {
  const server = discord.server({ name: `on ${shard}`, onShard: shard });
  const questions = server.channel('questions');
  const member = (name: string, permissions = ordinary) => server.member({ name, permissions }).in(questions);
  return {
    ...{ server, shard, questions },
    members: Array.from({ length: 60 }, (_, n) => member(`m${shard}-${n}`)),
    moderator: member('moderator', managing),
    admin: member('admin', managing),
  };
}

const otherProcess = (shard: number): number => (shard + shards / groups.length) % shards;

class Storm {
  readonly #parts: StormParts;
  readonly camps: readonly Camp[];
  readonly acknowledged: Acknowledged = { asked: [], approved: [], news: [] };
  played = 0;
  answered = 0;
  twiceSent = 0;
  lateNews = 0;
  #serial = 0;

  constructor(parts: StormParts) {
    this.#parts = parts;
    this.camps = Array.from({ length: shards }, (_, shard) => campOn(parts.discord, shard));
  }

  get isOver(): boolean {
    return this.played >= this.#parts.interactions;
  }

  async opens(): Promise<void> {
    for (const { admin, questions, server } of this.camps) {
      const review = server.channel('review');
      await admin.runs('/desk open', { channel: questions.id, 'review-channel': review.id });
      await admin.runs('/desk settings', { cooldown: '0' });
    }
  }

  /** One interaction; undefined where nobody answered in time. Each tenth goes to a second process as well. */
  async plays(shard: number, act: (shards: readonly number[]) => Promise<Seen>): Promise<Seen | undefined> {
    this.played += 1;
    const isTwice = this.played % 10 === 0;
    if (isTwice) this.twiceSent += 1;
    try {
      const seen = await act(isTwice ? [shard, otherProcess(shard)] : [shard]);
      this.answered += 1;
      return seen;
    } catch {
      // Where a process is away its interactions fail at once.
      await delay(100);
      return undefined;
    }
  }

  /** Members who ask the sources. */
  async asks(lane: number): Promise<void> {
    for (let n = 0; !this.isOver; n++) {
      const { members, shard } = this.camps[(lane + n) % shards] ?? never();
      const place = members[n % members.length] ?? never();
      const question = `Can borders be changed by force, said on day ${lane * 100_000 + n}?`;
      await this.plays(shard, (to) =>
        place.runs('/ask', { question }, { timeoutMs: patienceMs, shards: to }),
      );
      await delay(Math.random() * 1_000);
    }
  }

  /** Members who ask the moderators, and a moderator who approves. */
  async desk(camp: Camp): Promise<void> {
    const { shard, members, questions, server } = camp;
    for (let n = 0; !this.isOver; n++) {
      this.#serial += 1;
      const unique = `q${String(this.#serial).padStart(5, '0')}x`;
      const text = `What does treaty ${unique} say about the borders of province ${unique}?`;
      const who = members[n % members.length] ?? never();
      const form = await this.plays(shard, (to) =>
        who.runs('/ask-moderators', {}, { timeoutMs: patienceMs, shards: to, until: 'answered' }),
      );
      const modal = formOf(form);
      if (!modal) continue;
      const receipt = await this.plays(shard, (to) =>
        modal.submits({ text }, { timeoutMs: patienceMs, shards: to }),
      );
      const [, given] = /\*\*#(\d+)\*\* · waits/u.exec(textOf(receipt)) ?? [];
      if (given === undefined) continue;
      const number = Number(given);
      this.acknowledged.asked.push({ guild: server.id, number, text });
      await this.#approves(camp, number, questions);
    }
  }

  async #approves({ moderator, server, shard }: Camp, number: number, channel: Channel): Promise<void> {
    const review = server.channels.find(({ name }) => name === 'review') ?? never();
    const mia = moderator.person.in(review);
    const isCard = (seen: Seen): boolean => seen.text.startsWith(`**#${number}**`);
    const cards = await mia.until((all) => all.some(isCard), 20_000).catch(() => []);
    const card = cards.find(isCard);
    if (!card) return;
    const told = await this.plays(shard, (to) =>
      mia.presses(card.message, 'Approve', { timeoutMs: patienceMs, shards: to, unchecked: true }),
    );
    if (textOf(told).includes('is approved'))
      this.acknowledged.approved.push({ guild: server.id, number, channel });
  }

  /** An administrator who adds documents; each is asked for in the other process at once. */
  async documents(camp: Camp): Promise<void> {
    const { discord } = this.#parts;
    for (let n = 0; !this.isOver; n++) {
      await delay(2_000);
      const name = `harbour${camp.shard}n${n}`;
      const file = discord.attachment(
        `${name}.md`,
        'text/markdown',
        `# On ${name}\n\nThe pier of ${name} is open to ships.\n`,
      );
      const how = { timeoutMs: 20_000 };
      const preview = await this.plays(camp.shard, (to) =>
        camp.admin.runs('/our-sources add', { file }, { ...how, shards: to }),
      );
      if (!preview) continue;
      const approved = await this.plays(camp.shard, (to) =>
        preview.presses('Approve', { ...how, shards: to }),
      );
      if (/is (?:now )?added|answers from now|is approved|added/iu.test(textOf(approved)))
        await this.#hears(camp, name);
    }
  }

  /** Asks until it is answered from. Late is what somebody asked behind the two seconds and was answered without it. */
  async #hears({ shard, members: [member = never()] }: Camp, name: string): Promise<void> {
    const began = performance.now();
    const question = `Is the pier of ${name} open to ships?`;
    const how = { timeoutMs: patienceMs, shards: [otherProcess(shard)] };
    while (performance.now() - began < 20_000) {
      const sentMs = performance.now() - began;
      const seen = await member.runs('/ask', { question }, how).catch(() => undefined);
      // One that is away hears nothing: it is told to its successor.
      if (!seen) return;
      if (textOf(seen).includes(`pier of ${name} is open`)) {
        this.acknowledged.news.push(sentMs);
        return;
      }
      if (sentMs > newsWithinMs) {
        this.lateNews += 1;
        return;
      }
      await delay(50);
    }
  }
}

/** Kills processes, has them replaced, and starts all anew, until the storm is over. */
async function blows(storm: Storm, { bot, restart, blowMs }: StormParts) {
  const counts = { kills: 0, replaced: 0, restarts: 0 };
  const backMs: number[] = [];
  while (!storm.isOver) {
    await delay(blowMs * (0.6 + 0.8 * Math.random()));
    if (storm.isOver) break;
    const chance = Math.random();
    const began = performance.now();
    if (chance < 0.6) {
      const group = groups[Math.floor(Math.random() * groups.length)] ?? groups[0];
      const ready = bot().says(`"shards":"${group}","bot"`);
      process.kill(bot().processes.get(group) ?? never(), 'SIGKILL');
      counts.kills += 1;
      await ready;
      backMs.push(performance.now() - began);
    } else if (chance < 0.85) {
      const over = bot().says('all processes are replaced');
      bot().signal('SIGUSR2');
      await over;
      counts.replaced += 1;
    } else {
      await restart();
      counts.restarts += 1;
    }
  }
  return { ...counts, longestBackMs: Math.round(Math.max(0, ...backMs)) };
}

export async function storm(parts: StormParts): Promise<object> {
  const { discord, store } = parts;
  const logins = watchLogins(discord);
  const play = new Storm(parts);
  await play.opens();
  const before = refusedTwice(discord);
  const lanes = [
    ...Array.from({ length: lanesOfMembers }, (_, lane) => play.asks(lane)),
    ...play.camps.flatMap((camp) => [play.desk(camp), play.desk(camp)]),
    ...play.camps.map((camp) => play.documents(camp)),
  ];
  const [blown] = await Promise.all([blows(play, parts), ...lanes]);
  for (let n = 0; n < 600 && (await countDue(store.database)) > 0; n++) await delay(100);
  logins.end();
  const { asked, approved, news } = play.acknowledged;
  const sorted = news.toSorted((a, b) => a - b);
  return {
    interactions: play.played,
    answered: play.answered,
    sentTwice: play.twiceSent,
    ...blown,
    acknowledged: asked.length + approved.length + news.length,
    lost: await lostOf(store, play.acknowledged),
    twice: await twiceOf(
      store,
      play.camps.map(({ questions }) => questions),
    ),
    answeredTwice: refusedTwice(discord) - before,
    documents: news.length,
    newsP50Ms: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    newsLongestMs: Math.round(sorted.at(-1) ?? 0),
    lateNews: play.lateNews,
    logins: logins.at.length,
    loginsTooSoon: tooSoon(logins.at),
  };
}

function textOf(seen: Seen | undefined): string {
  try {
    return seen?.text ?? '';
  } catch {
    return '';
  }
}

function formOf(seen: Seen | undefined): Seen['modal'] | undefined {
  try {
    return seen?.modal;
  } catch {
    return undefined;
  }
}

function never(): never {
  throw new Error('there is none');
}
