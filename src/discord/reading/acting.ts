// What a button or a menu below a passage does. In a private message pages turn in place; from a message for all everybody
// gets an answer of their own.
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { AppWithStore, Reply, Response } from '../command.ts';
import { renderCitationOf } from './citing.ts';
import { renderContext } from './context.ts';
import { renderAmong, renderGlance } from './glance.ts';
import { type Asked, askedIn } from './ids.ts';
import { renderCard } from './quote-card.ts';
import { isRated, rated } from './rating.ts';
import { type Place, placeOf, type Ref, standsAsBefore } from './refs.ts';
import { forAll, share, takeBack } from './sharing.ts';
import { pickIn, shownIn } from './shown.ts';

type Acting = (
  interaction: MessageComponentInteraction,
  asked: Asked,
  app: AppWithStore,
) => Response | Promise<Response>;

const handlers: Readonly<Record<Asked['action'], Acting>> = {
  context: async (interaction, asked, app) =>
    turnedFromText(interaction, await renderContext(asked, app, menuOf(interaction))),
  read: async (interaction, asked, app) =>
    turned(interaction, await renderContext(asked, app, menuOf(interaction))),
  back: async (interaction, { ref }, app) => turned(interaction, await passageOf(interaction, ref, app)),
  more: async (interaction, { ref }, app) =>
    turned(interaction, await passageOf(interaction, nextOf(interaction, ref), app)),
  pick: async (interaction, _, app) =>
    turned(interaction, await passageOf(interaction, chosenIn(interaction), app)),
  open: async (interaction, _, app) =>
    renderGlance({ place: await placeOf(chosenIn(interaction), app.library), menu: [] }, app),
  card: ({ user }, asked, app) => renderCard(asked, user.id, app),
  theme: async (interaction, asked, app) =>
    turned(interaction, await renderCard(asked, interaction.user.id, app)),
  'show-card': async ({ user }, asked, app) => {
    await app.pace.take('share', user.id);
    return { later: renderCard(asked, user.id, app).then((reply) => forAll(reply, app.translate, user.id)) };
  },
  styles: (_, { ref }, app) => renderCitationOf(ref, 'plain', app),
  style: async (interaction, { ref }, app) =>
    turned(interaction, await renderCitationOf(ref, chosenIn(interaction), app)),
  share: (interaction, _, app) => share(interaction, app),
  undo: (interaction) => takeBack(interaction),
  up: rated,
  down: rated,
};

/** Answers a component of /cite. Throws `UserError` where it is none of ours, or its passage is not as it was. */
export function acted(
  interaction: MessageComponentInteraction,
  app: AppWithStore,
): Response | Promise<Response> {
  const asked = askedIn(interaction.customId);
  if (!asked) throw new UserError({ key: 'discord.gone' });
  return handlers[asked.action](interaction, asked, app);
}

/** In place of a private message, unless that is a picture: its file would stay behind. */
function turnedFromText(interaction: MessageComponentInteraction, reply: Reply): Reply {
  return interaction.message.attachments.size > 0 ? reply : turned(interaction, reply);
}

function turned({ message }: MessageComponentInteraction, reply: Reply): Reply {
  return message.flags.has(MessageFlags.Ephemeral) ? { ...reply, update: true } : reply;
}

/** A message for all keeps its menu to itself. */
function menuOf(interaction: MessageComponentInteraction) {
  return pickIn(shownIn(interaction)).rows;
}

function chosenIn(interaction: MessageComponentInteraction): Ref {
  const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
  if (value === undefined) throw new UserError({ key: 'discord.gone' });
  return value;
}

/** A passage among those of the message's menu which still stand. */
async function passageOf(
  interaction: MessageComponentInteraction,
  ref: Ref,
  app: AppWithStore,
): Promise<Reply> {
  const place = await placeOf(ref, app.library);
  const all = await Promise.all(
    pickIn(shownIn(interaction)).refs.map(
      async (each): Promise<Place[]> =>
        (await standsAsBefore(each, app.library)) ? [await placeOf(each, app.library)] : [],
    ),
  );
  return renderAmong(place, all.flat(), { rated: isRated(interaction) }, app);
}

/** The passage after this one in the message's menu; after the last comes the first. */
function nextOf(interaction: MessageComponentInteraction, ref: Ref): Ref {
  const { refs } = pickIn(shownIn(interaction));
  return refs[(refs.indexOf(ref) + 1) % refs.length] ?? ref;
}
