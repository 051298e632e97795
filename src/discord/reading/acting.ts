// What a button or a menu below a passage does. In a private message pages turn in place; from a message for all everybody
// gets an answer of their own.
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Translate } from '../../messages/messages.ts';
import type { AppWithStore, Reply, Response } from '../command.ts';
import { subtext, unanswered } from '../rendering/pieces.ts';
import { placeOfStep, stepsIn } from './among.ts';
import { renderCitationOf } from './citing.ts';
import { renderContext } from './context.ts';
import { renderAmong, renderGlance } from './glance.ts';
import { type Asked, askedIn } from './ids.ts';
import { renderCard } from './quote-card.ts';
import { rated } from './rating.ts';
import { placeOf, type Ref } from './refs.ts';
import { forAll, share, takeBack } from './sharing.ts';
import { carriedIn, shownIn } from './shown.ts';

type Acting = (
  interaction: MessageComponentInteraction,
  asked: Asked,
  app: AppWithStore,
) => Response | Promise<Response>;

const handlers: Readonly<Record<Asked['action'], Acting>> = {
  context: async (interaction, asked, app) =>
    turnedFromText(interaction, await renderContext(asked, app, carriedIn(shownIn(interaction)))),
  read: async (interaction, asked, app) =>
    turned(interaction, await renderContext(asked, app, carriedIn(shownIn(interaction)))),
  back: async (interaction, { ref }, app) =>
    turned(
      interaction,
      await renderGlance(
        { place: await placeOf(ref, app.library), ...wentAlong(interaction, true, app.translate) },
        app,
      ),
    ),
  go: async (interaction, { more }, app) => turned(interaction, await steppedTo(interaction, more, app)),
  open: async (interaction, _, app) =>
    renderGlance({ place: await placeOf(chosenIn(interaction), app.library) }, app),
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

function chosenIn(interaction: MessageComponentInteraction): Ref {
  const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
  if (value === undefined) throw new UserError({ key: 'discord.gone' });
  return value;
}

/** What was asked above the passage, and its colour, as they go along. */
function wentAlong(interaction: MessageComponentInteraction, isFirst: boolean, translate: Translate) {
  const { asked, isNear } = carriedIn(shownIn(interaction));
  // What answers a question can be rated, wherever one comes from.
  if (!isNear) return { asked, rated: asked !== undefined };
  const line = isFirst ? `**${translate('answer.closest')}**` : subtext(translate('answer.related'));
  return { asked, above: [line], colour: unanswered };
}

/** The passage of an answer to which a button leads, among those that still stand. */
async function steppedTo(
  interaction: MessageComponentInteraction,
  named: readonly string[],
  { library, ...app }: AppWithStore,
): Promise<Reply> {
  const steps = stepsIn(named);
  if (!steps) throw new UserError({ key: 'discord.gone' });
  const places = await Promise.all(steps.steps.map((step) => placeOfStep(step, library)));
  const place = places[steps.to];
  if (!place) throw new UserError({ key: 'reading.changed' });
  const standing = places.filter((each) => each !== undefined);
  const along = wentAlong(interaction, steps.to === 0, app.translate);
  return renderAmong(place, standing, along, { library, ...app });
}
