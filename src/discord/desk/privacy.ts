// /privacy: what is kept of a member, and its erasure.
import { type APIMessageTopLevelComponent, type BaseInteraction, ComponentType } from 'discord.js';
import { eraseMissed, guildsMissing, missedOf } from '../../missed/erase.ts';
import { eraseMember, guildsOf, type Kept, keptOf } from '../../questions/forgetting/privacy.ts';
import { newTombstone } from '../../questions/forgetting/tombstone.ts';
import type { Question } from '../../questions/question.ts';
import { settled } from '../../questions/states.ts';
import { changesBy, eraseChanger, guildsChangedBy, previewsOf } from '../../sources/privacy.ts';
import type { AuditEntry } from '../../sources/read.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { lineWithin } from '../rendering/markdown.ts';
import { answered, lines, message, separator, text, unanswered } from '../rendering/pieces.ts';
import { customId } from './ids.ts';
import { button, rowsOf } from './pieces.ts';

const mostShown = 10;
const longestRow = 200;

interface There {
  readonly guild: string;
  readonly kept: Kept;
  /** Changes of the server's own documents. */
  readonly documents: readonly AuditEntry[];
  /** Of questions that nothing answered. */
  readonly missed: { readonly words: readonly string[]; readonly questions: readonly string[] };
  /** Previews of documents that are neither approved nor cancelled, or were within a day. */
  readonly previews: number;
}

/** In a server what is kept there; in direct messages what is kept anywhere. */
async function keptFor({ guildId, user }: BaseInteraction, { database }: AppWithStore): Promise<There[]> {
  const anywhere = async () => [
    ...(await guildsOf(database, user.id)),
    ...(await guildsChangedBy(database, user.id)),
    ...(await guildsMissing(database, user.id)),
  ];
  const guilds = guildId === null ? new Set(await anywhere()) : [guildId];
  const all: There[] = [];
  for (const guild of guilds) {
    const kept = await keptOf(database, guild, user.id);
    const documents = await changesBy(database, guild, user.id);
    const previews = await previewsOf(database, guild, user.id);
    const missed = await missedOf(database, guild, user.id);
    const own = kept.asked.length + kept.also.length + kept.acted.length + missed.words.length;
    if (own + documents.length + previews > 0) all.push({ guild, kept, documents, previews, missed });
  }
  return all;
}

/** A list to read, and everything as a file. */
export async function show(interaction: BaseInteraction, app: AppWithStore): Promise<Reply> {
  const { translate } = app;
  const all = await keptFor(interaction, app);
  const about = [
    text(`**${translate('privacy.title')}**`),
    text(
      lines(
        translate('privacy.about'),
        translate('privacy.ratings'),
        app.mentions && translate('privacy.mentions'),
      ),
    ),
  ];
  if (all.length === 0) return message(unanswered, [...about, separator, text(translate('privacy.nothing'))]);
  const asked = all.flatMap(({ kept }) => kept.asked);
  const actions = all.reduce((sum, { kept, documents }) => sum + kept.acted.length + documents.length, 0);
  const rows = asked
    .slice(-mostShown)
    .map(
      ({ number, state, text: words }) =>
        `**#${number}** · ${translate(`desk.state.${state}`)} · ${lineWithin(words, longestRow)}`,
    );
  const also = all.reduce((sum, { kept }) => sum + kept.also.length, 0);
  const words = [...new Set(all.flatMap(({ missed }) => missed.words))];
  const name = 'privacy.json';
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const reply = message(answered, [
    ...about,
    separator,
    text(
      lines(
        asked.length > 0 && translate('privacy.questions', { count: asked.length }),
        ...rows,
        also > 0 && translate('privacy.also', { count: also }),
        translate('privacy.actions', { count: actions }),
        words.length > 0 && translate('privacy.missed', { words: lineWithin(words.join(', '), longestRow) }),
      ),
    ),
    ...rowsOf([button(customId('privacy', 'erase', 0), translate('privacy.erase'), 'stop')]),
  ]);
  const written = all.map((there) => ({
    ...there,
    kept: { ...there.kept, asked: there.kept.asked.map(ofAsker) },
  }));
  return {
    components: [...reply.components, file],
    files: [{ name, data: `${JSON.stringify(written, null, 2)}\n` }],
  };
}

/** A question without what moderators do with it: who they are, and what they prepare, is theirs until they answer. */
function ofAsker({
  passages: _,
  note,
  claimedBy: __,
  claimedAt: ___,
  decidedBy: ____,
  ...question
}: Question) {
  const { chosen, ...rest } = question;
  return settled.includes(question.state) ? { ...rest, chosen, note } : rest;
}

/** Asks once more: what is erased does not come back. */
export function confirm({ translate }: AppWithStore): Reply {
  return message(unanswered, [
    text(translate('privacy.sure')),
    ...rowsOf([button(customId('privacy', 'confirm', 0), translate('privacy.confirm'), 'stop')]),
  ]);
}

export async function erase(interaction: BaseInteraction, app: AppWithStore): Promise<Reply> {
  const member = interaction.user.id;
  const sums = { questions: 0, actions: 0 };
  for (const { guild } of await keptFor(interaction, app)) {
    const erased = await eraseMember(app.database, { guild, member, at: Date.now() });
    const changes = await eraseChanger(app.database, { guild, member, tombstone: newTombstone() });
    await eraseMissed(app.database, guild, member);
    sums.questions += erased.questions;
    sums.actions += erased.actions + changes;
  }
  app.deliver();
  const values = { questions: sums.questions, actions: sums.actions };
  return { ...message(answered, [text(app.translate('privacy.erased', values))]), update: true };
}
