// The citations that were shared or published in a channel or thread, as one file. Nothing was noted of them before: they
// are read from the bot's own messages there, and from the answers that the store has for the place.
import { type BaseInteraction, ComponentType, DiscordAPIError, type Message } from 'discord.js';
import type { Quoted } from '../../citing/quoted.ts';
import { sourcePack } from '../../citing/source-pack.ts';
import type { Style } from '../../citing/styles.ts';
import { UserError } from '../../common/errors.ts';
import { publishedIn } from '../../questions/read.ts';
import type { App, AppWithStore, Reply } from '../command.ts';
import { answered, lines, message, subtext, text } from '../rendering/pieces.ts';
import { type Place, placeIfAny, type Ref, refOfCited } from './refs.ts';
import { mainRefsIn } from './shown.ts';

const fileName = 'sources.md';
/** Messages that are looked through, a hundred with each request. */
const mostRequests = 5;
const perRequest = 100;
/** Citations in one file; it stays far below what Discord takes. */
const mostCitations = 200;

/** The pack of the place where it is asked for. Throws `UserError` where there is nothing, or the bot may not look. */
export async function renderPack(
  interaction: BaseInteraction,
  style: Style,
  app: AppWithStore,
): Promise<Reply> {
  await app.pace.take('pack', interaction.user.id);
  const refs = new Set([...(await published(interaction, app)), ...(await shared(interaction))]);
  const found = await Promise.all([...refs].map((ref) => placeIfAny(ref, app.library)));
  const places = found.flatMap((place) => place ?? []).slice(0, mostCitations);
  if (places.length === 0) throw new UserError({ key: 'pack.none' });
  return packReply(places, refs.size - places.length, style, app);
}

async function packReply(
  places: readonly Place[],
  left: number,
  style: Style,
  { translate, library }: App,
): Promise<Reply> {
  const citations = await Promise.all(
    places.map(async ({ passage, part }): Promise<Quoted> => {
      const { statement } = await library.said(passage, part);
      return { passage, part, statement };
    }),
  );
  const data = sourcePack({ heading: translate('pack.heading'), citations, style }, translate);
  const reply = message(answered, [
    text(
      lines(
        `**${translate('pack.ready', { count: citations.length })}**`,
        left > 0 && subtext(translate('pack.left', { count: left })),
      ),
    ),
    { type: ComponentType.File, file: { url: `attachment://${fileName}` } },
  ]);
  return { ...reply, files: [{ name: fileName, data }] };
}

/** The answers that moderators published here, the oldest first. */
async function published(
  { guildId, channelId }: BaseInteraction,
  { database }: AppWithStore,
): Promise<Ref[]> {
  if (guildId === null || channelId === null) return [];
  const questions = await publishedIn(database, guildId, channelId);
  return questions.flatMap(({ chosen }) => chosen.map(refOfCited));
}

/** What members shared here, the oldest first. */
async function shared(interaction: BaseInteraction): Promise<Ref[]> {
  const { channelId, client } = interaction;
  if (channelId === null) return [];
  const refs: Ref[][] = [];
  let before: string | undefined;
  for (let request = 0; request < mostRequests; request += 1) {
    const messages = await messagesIn(interaction, channelId, before);
    for (const each of messages) if (each.author.id === client.user.id) refs.push(refsOf(each));
    before = messages.at(-1)?.id;
    if (messages.length < perRequest) break;
  }
  return refs.toReversed().flat();
}

function refsOf({ components }: Message): Ref[] {
  return mainRefsIn(components.map((component) => component.toJSON()));
}

/** Discord's codes for a place that is not the bot's: it was installed for a member alone, or was not let in. */
const notLetIn: readonly (string | number)[] = [50_001, 50_013, 10_003];

async function messagesIn(
  { client }: BaseInteraction,
  channelId: string,
  before: string | undefined,
): Promise<Message[]> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) throw new UserError({ key: 'pack.noAccess' });
    const found = await channel.messages.fetch({
      limit: perRequest,
      ...(before !== undefined && { before }),
    });
    return [...found.values()];
  } catch (error) {
    if (error instanceof DiscordAPIError && notLetIn.includes(error.code)) {
      throw new UserError({ key: 'pack.noAccess' }, { cause: error });
    }
    throw error;
  }
}
