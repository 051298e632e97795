// What one person was shown becomes a message for all: the same words, who shared them, and buttons for everybody. Whoever
// shared it can take it back.
import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Translate } from '../../messages/messages.ts';
import type { AppWithStore, Removal, Reply } from '../command.ts';
import { button, rowsOf } from '../rendering/controls.ts';
import { subtext, text } from '../rendering/pieces.ts';
import { isDeskButton } from '../rendering/render-none.ts';
import { askedIn, readingId } from './ids.ts';
import { standsAsBefore } from './refs.ts';
import { controlsIn, isRow, refsIn, type Shown, shownIn } from './shown.ts';

/** Shares the message whose button was pressed, as it stands. Throws `UserError` where its sources have changed since. */
export async function share(interaction: MessageComponentInteraction, app: AppWithStore): Promise<Reply> {
  const shown = shownIn(interaction);
  const stand = await Promise.all([...refsIn(shown)].map((ref) => standsAsBefore(ref, app.library)));
  if (stand.includes(false)) throw new UserError({ key: 'reading.changed' });
  await app.pace.take('share', interaction.user.id);
  return forAll({ components: shown }, app.translate, interaction.user.id);
}

/** What everybody may do with a message; each gets an answer of their own. */
const forEverybody: readonly string[] = ['context', 'card', 'styles', 'open', 'go', 'up', 'down'];

/**
 * A reply as a message for all. `sharer` is named above it; without one it is the answer to a command, of which Discord itself says
 * who used it, or to a mention by `asker`, of whom it does not.
 */
export function forAll(reply: Reply, translate: Translate, sharer?: string, asker?: string): Reply {
  const { update: _, ...rest } = reply;
  const above =
    sharer === undefined ? [] : [text(subtext(translate('reading.sharedBy', { who: `<@${sharer}>` })))];
  const components = reply.components.map((top) =>
    top.type === ComponentType.Container
      ? {
          ...top,
          components: [...above, ...top.components.flatMap(asPublic), ...buttonsOf([top], translate, asker)],
        }
      : top,
  );
  return { ...rest, components, public: true };
}

/** Words and links stay as they are; buttons are put together anew, below them. */
function asPublic(component: APIComponentInContainer): APIComponentInContainer[] {
  if (!isRow(component)) return [component];
  const [first] = component.components;
  const isMenu = first?.type === ComponentType.StringSelect && isForAll(first.custom_id);
  return isMenu || (first !== undefined && isLink(first)) ? [component] : [];
}

function buttonsOf(shown: Shown, translate: Translate, asker?: string): APIComponentInContainer[] {
  const kept = controlsIn(shown)
    .filter(isButton)
    .filter(({ custom_id: id }) => isForAll(id));
  return rowsOf([...kept, button(readingId('undo', asker), translate('reading.undo'))]);
}

function isButton(control: APIComponentInMessageActionRow): control is APIButtonComponentWithCustomId {
  return control.type === ComponentType.Button && 'custom_id' in control;
}

function isLink(control: APIComponentInMessageActionRow): boolean {
  return control.type === ComponentType.Button && control.style === ButtonStyle.Link;
}

function isForAll(id: string): boolean {
  const action = askedIn(id)?.action;
  if (isDeskButton(id)) return true;
  return action !== undefined && forEverybody.includes(action);
}

/**
 * Takes back what somebody shared, or was answered. Discord itself says in the message who that was, or else it stands in the message's
 * own button, as the bot has made it; nothing that a press brings along is believed. Moderators may delete messages anyhow.
 */
export function takeBack(interaction: MessageComponentInteraction): Removal {
  const { message, user, memberPermissions } = interaction;
  const owner = message.interactionMetadata?.user.id ?? askerIn(shownIn(interaction));
  const moderates = memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (owner !== user.id && !moderates) throw new UserError({ key: 'reading.notYours' });
  return { remove: true };
}

function askerIn(shown: Shown): string | undefined {
  const own = controlsIn(shown)
    .filter(isButton)
    .map(({ custom_id: id }) => askedIn(id));
  return own.find((asked) => asked?.action === 'undo')?.ref;
}
