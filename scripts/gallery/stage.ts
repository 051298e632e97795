// The stage of the gallery's scenes: the real bot, logged in to the Discord double, and people who speak one language.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { loadCommands } from '../../src/discord/command.ts';
import { startBot } from '../../src/discord/connection/bot.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { openLibraries } from '../../src/libraries.ts';
import { openLibrary } from '../../src/library.ts';
import { openLog } from '../../src/log.ts';
import { type Translate, translator } from '../../src/messages/messages.ts';
import { openStore } from '../../src/store/store.ts';
import {
  type Channel,
  type Discord,
  type Place,
  type Seen,
  type Server,
  startDiscord,
} from '../../tests/double/double.ts';

export interface Stage {
  readonly discord: Discord;
  readonly server: Server;
  readonly locale: string;
  /** Labels and sentences as the people of this stage read them: buttons are pressed by what stands on them. */
  readonly say: Translate;
  readonly general: Channel;
  readonly questions: Channel;
  readonly review: Channel;
  /** The role of those who moderate. */
  readonly moderators: { readonly id: string };
  /** A member in the channel `general`; everybody can be put elsewhere with `alice.person.in(channel)`. */
  readonly alice: Place;
  readonly bob: Place;
  /** A moderator in the channel `review`. */
  readonly mia: Place;
  /** Somebody who may manage the server, in the channel `questions`. */
  readonly admin: Place;
  /** A message that `who` sees and whose text holds these words, as soon as it is there. */
  finds(who: Place, words: string): Promise<Seen>;
  close(): Promise<void>;
}

const ordinary =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.UseApplicationCommands;
const ofBot = ordinary | PermissionFlagsBits.ReadMessageHistory | PermissionFlagsBits.SendMessagesInThreads;
const ofAdmin = ordinary | PermissionFlagsBits.ManageGuild;

/** Opens a stage of its own; whoever opens it closes it. */
export async function openStage(locale = 'en-GB'): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-gallery-'));
  const discord = await startDiscord();
  const store = await openStore({ file: join(folder, 'store.sqlite'), url: undefined });
  const library = await openLibrary('corpus');
  const bot = await startBot({
    settings: { DISCORD_API_URL: discord.restBase, LOG_LEVEL: 'silent', MENTIONS: true },
    token: discord.token,
    libraries: openLibraries({ shared: () => library, database: store.database }),
    store,
    commands: await loadCommands(commandsFolder),
    log: openLog('silent'),
  });
  return {
    ...peopled(discord, locale),
    close: async () => {
      await bot.stop();
      await store.close();
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function peopled(discord: Discord, locale: string): Omit<Stage, 'close'> {
  const server = discord.server({ name: 'Talks', locale, botPermissions: ofBot });
  const moderators = server.role('Moderators');
  for (const command of ['desk', 'our-sources']) server.lets(moderators, command);
  const [general, questions, review] = ['general', 'questions', 'review'].map((name) => server.channel(name));
  if (!general || !questions || !review) throw new Error('there are no channels');
  const member = (name: string, permissions = ordinary) => server.member({ name, locale, permissions });
  return {
    discord,
    server,
    locale,
    say: translator(locale),
    general,
    questions,
    review,
    moderators,
    alice: member('alice').in(general),
    bob: member('bob').in(general),
    mia: server.member({ name: 'mia', locale, permissions: ordinary, roles: [moderators] }).in(review),
    admin: member('admin', ofAdmin).in(questions),
    finds: async (who, words) => {
      const fits = (seen: Seen): boolean => seen.text.includes(words);
      const found = (await who.until((all) => all.some(fits))).findLast(fits);
      if (!found) throw new Error(`nobody sees "${words}"`);
      return found;
    },
  };
}
