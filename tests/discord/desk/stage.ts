// A server with a desk, two members, two moderators, an administrator and strangers, and the real bot on a store.
import { PermissionFlagsBits } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Library } from '../../../src/library.ts';
import type { Engine, Store, StorePlace } from '../../../src/store/store.ts';
import {
  type Channel,
  type Discord,
  type Place,
  type Role,
  type Seen,
  type Server,
  startDiscord,
} from '../../double/double.ts';
import { newPlace, opened } from '../../store/engines.ts';
import { type Scene, startBotOn } from '../bot.ts';

export const borders = 'Can borders be changed by force?';
export const alaska = 'Who met in Alaska?';

export const ordinary =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.UseApplicationCommands;

/** What the bot is invited with. */
const ofBot = ordinary | PermissionFlagsBits.ReadMessageHistory | PermissionFlagsBits.SendMessagesInThreads;

export interface Stage {
  readonly discord: Discord;
  readonly server: Server;
  readonly questions: Channel;
  readonly review: Channel;
  readonly moderators: Role;
  readonly place: StorePlace;
  readonly admin: Place;
  readonly alice: Place;
  readonly bob: Place;
  /** The moderators, in the review channel. */
  readonly mia: Place;
  readonly max: Place;
  readonly store: () => Store;
  /** Stops the bot and starts another one on the same store. */
  restart(library?: Library): Promise<void>;
  stop(): Promise<void>;
  log(): Scene['log'];
}

export interface StageOptions {
  readonly library?: Library;
  /** Options of `/desk settings`. */
  readonly settings?: Record<string, string | number | boolean>;
  /** Without an open desk. */
  readonly bare?: boolean;
}

export async function stageOn(engine: Engine, options: StageOptions = {}): Promise<Stage> {
  // Whoever asks first waits until the library is read, on a busy machine for a while.
  const discord = await startDiscord({ patienceMs: 20_000 });
  onTestFinished(() => discord.close());
  const place = await newPlace(engine);
  const server = discord.server({ botPermissions: ofBot });
  const moderators = server.role('Moderators');
  server.lets(moderators, 'desk');
  const questions = server.channel('questions');
  const review = server.channel('review');
  const permissions = ordinary | PermissionFlagsBits.ManageGuild;
  let store: Store;
  let running: Pick<Scene, 'bot' | 'log'>;
  const start = async (library = options.library) => {
    store = await opened(place);
    running = await startBotOn(discord, { store, ...(library && { library }) });
  };
  await start();
  const stage: Stage = {
    discord,
    server,
    questions,
    review,
    moderators,
    place,
    admin: server.member({ name: 'admin', permissions }).in(questions),
    alice: server.member({ name: 'alice', permissions: ordinary }).in(questions),
    bob: server.member({ name: 'bob', permissions: ordinary }).in(questions),
    mia: server.member({ name: 'mia', permissions: ordinary, roles: [moderators] }).in(review),
    max: server.member({ name: 'max', permissions: ordinary, roles: [moderators] }).in(review),
    store: () => store,
    restart: async (library) => {
      await running.bot.stop();
      await start(library);
    },
    stop: () => running.bot.stop(),
    log: () => running.log,
  };
  if (!options.bare) await openDesk(stage, options.settings);
  return stage;
}

/** Opens the desk, with moderators and without waits between questions. */
export async function openDesk(stage: Stage, settings: StageOptions['settings'] = {}): Promise<void> {
  const { admin, questions, review, moderators } = stage;
  await admin.runs('/desk open', { channel: questions.id, 'review-channel': review.id });
  await admin.runs('/desk settings', { 'add-moderators': moderators.id, cooldown: '0', ...settings });
  await panelOf(stage);
}

/** The desk's own message, as a member sees it. */
export async function panelOf({ alice }: Stage): Promise<Seen> {
  const isPanel = (seen: Seen) => !seen.private && /Questions are (welcome|closed) here/.test(seen.text);
  return (await alice.until((all) => all.some(isPanel))).find(isPanel)!;
}

/** Asks with the button of the desk's message; the receipt. */
export async function asks(
  stage: Stage,
  who: Place,
  text: string,
  more: Record<string, boolean> = {},
): Promise<Seen> {
  const panel = await panelOf(stage);
  const opened = await who.presses(panel.message, 'Ask a question');
  return opened.modal.submits({ text, ...more });
}

/** The card of a question as a moderator sees it, once it holds the words. */
export async function cardOf(who: Place, number: number, holding = ''): Promise<Seen> {
  const isCard = (seen: Seen) =>
    !seen.private && seen.text.startsWith(`**#${number}**`) && seen.text.includes(holding);
  return (await who.until((all) => all.some(isCard))).find(isCard)!;
}

const isAnswer = (number: number, holding: string) => (seen: Seen) =>
  !seen.private && seen.text.startsWith(`**Question #${number}**`) && seen.text.includes(holding);

/** The published answer as a member sees it, once it holds the words. */
export async function answerOf(who: Place, number: number, holding = ''): Promise<Seen> {
  const fits = isAnswer(number, holding);
  return (await who.until((all) => all.some(fits))).find(fits)!;
}

export function answers({ questions }: Pick<Stage, 'questions'>, who: Place, number: number): Seen[] {
  return who.person.in(questions).sees().filter(isAnswer(number, ''));
}

/** What somebody was told in direct messages, once so many messages are there. */
export async function toldTo(who: Place, count: number, timeoutMs?: number): Promise<string[]> {
  const seen = await who.person.inDirectMessages().until((all) => all.length >= count, timeoutMs);
  return seen.map(({ text }) => text);
}

/** Nothing that the bot sent broke a rule, and nothing was refused but what the test made so. */
export function faultless({ discord, log }: Stage): unknown {
  return [discord.violations, log().filter(({ level }) => level === 'error')];
}
export const none = [[], []];

/** Chooses passages of a card by their labels. */
export function chooses(card: Seen, labels: readonly string[]): Promise<Seen> {
  const menu = card.components.find(({ options }) => options?.some(({ label }) => label === labels[0]));
  const values = labels.map(
    (label) => menu?.options?.find((option) => option.label === label)?.value ?? label,
  );
  return card.chooses('Choose the passages of the answer', values);
}
