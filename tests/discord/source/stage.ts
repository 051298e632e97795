// Two servers with one bot on a store: in one of them moderators add documents, and nothing of it is seen in the other.
import { PermissionFlagsBits } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../../src/config.ts';
import type { Engine, Store } from '../../../src/store/store.ts';
import {
  type Discord,
  type Place,
  type Role,
  type Seen,
  type Server,
  startDiscord,
} from '../../double/double.ts';
import { newPlace, opened } from '../../store/engines.ts';
import { type Scene, startBotOn } from '../bot.ts';
import { ordinary } from '../desk/stage.ts';

export interface Stage {
  readonly discord: Discord;
  readonly server: Server;
  readonly moderators: Role;
  readonly admin: Place;
  /** An ordinary member. */
  readonly alice: Place;
  /** Moderators of documents. */
  readonly mia: Place;
  readonly max: Place;
  /** Another server with an administrator and a member. */
  readonly elsewhere: { readonly server: Server; readonly admin: Place; readonly bob: Place };
  readonly store: () => Store;
  /** Stops the bot and starts another one on the same store. */
  restart(): Promise<void>;
  log(): Scene['log'];
}

export async function stageOn(engine: Engine, settings: Partial<Settings> = {}): Promise<Stage> {
  const discord = await startDiscord({ patienceMs: 20_000 });
  onTestFinished(() => discord.close());
  const place = await newPlace(engine);
  const server = discord.server({ name: 'one' });
  const other = discord.server({ name: 'other' });
  const moderators = server.role('Archive');
  server.lets(moderators, 'our-sources');
  let store: Store;
  let running: Pick<Scene, 'bot' | 'log'>;
  const start = async () => {
    store = await opened(place);
    running = await startBotOn(discord, { store, settings });
  };
  await start();
  const channel = server.channel('general');
  const there = other.channel('general');
  const managing = ordinary | PermissionFlagsBits.ManageGuild;
  const admin = server.member({ name: 'admin', permissions: managing }).in(channel);
  await admin.runs('/our-sources moderators', { add: moderators.id });
  const member = (name: string, roles: Role[] = []) =>
    server.member({ name, permissions: ordinary, roles }).in(channel);
  return {
    ...{ discord, server, moderators, admin },
    alice: member('alice'),
    mia: member('mia', [moderators]),
    max: member('max', [moderators]),
    elsewhere: {
      server: other,
      admin: other.member({ name: 'other-admin', permissions: managing }).in(there),
      bob: other.member({ name: 'bob', permissions: ordinary }).in(there),
    },
    store: () => store,
    restart: async () => {
      await running.bot.stop();
      await start();
    },
    log: () => running.log,
  };
}

/** What no other document says, so that it is known again wherever it shows. */
export const secret = 'zanzibar';

export const tonight: string = [
  '# Joint Communiqué of the Zanzibar Talks',
  '',
  'Published on 5 January 2026 by the Zanzibar Secretariat.',
  '',
  'The ministers met in Zanzibar on Monday and agreed on a lighthouse commission of seven members.',
  '',
  'Foreign Minister Okonjo Adeyemi said: “Zanzibar keeps its lighthouses, and nobody shall dim them.”',
  '',
  'Ukrainian President Volodymyr Zelenskiy said: “We want lighthouses on every coast of the Black Sea.”',
  '',
  'The commission will meet every second month and report to both governments on the state of all lighthouses.',
  '',
].join('\n');

/** The same, with another number and a paragraph more. */
export const corrected: string = `${tonight.replace('seven members', 'nine members')}\nThe commission sits in Stone Town.\n`;

export const textFile = (stage: Stage, text: string, name = 'tonight.md') =>
  stage.discord.attachment(name, 'text/markdown', text);

/** Adds a document and approves it; what is seen then. */
export async function adds(stage: Stage, who: Place, text = tonight, name = 'zanzibar.md'): Promise<Seen> {
  const preview = await who.runs('/our-sources add', { file: textFile(stage, text, name) });
  return preview.presses('Approve');
}

/** The id that the communiqué gets. */
export const id = 'zanzibar-2026-01';

/** Nothing that the bot sent broke a rule, and nothing failed. */
export function faultless({ discord, log }: Stage): unknown {
  return [discord.violations, log().filter(({ level }) => level === 'error')];
}
export const none: unknown = [[], []];
