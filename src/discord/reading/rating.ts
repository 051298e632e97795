// 👍 and 👎 below an answer to /ask: they count for the passage that is shown.
import type { MessageComponentInteraction } from 'discord.js';
import { hashOf } from '../../corpus/passages.ts';
import type { Translate } from '../../messages/messages.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { serverOf } from '../connection/server.ts';
import { type Thumb, thumbButton } from '../ratings.ts';
import type { Button } from '../rendering/controls.ts';
import { message, text, unanswered } from '../rendering/pieces.ts';
import { type Asked, readingId } from './ids.ts';
import { type Place, placeOf, refOf } from './refs.ts';

export function ratingButtons(place: Place, translate: Translate): Button[] {
  const ref = refOf(place);
  const of = (thumb: Thumb) => thumbButton(readingId(thumb, ref), thumb, translate);
  return [of('up'), of('down')];
}

export async function rated(
  interaction: MessageComponentInteraction,
  { action, ref }: Asked,
  app: AppWithStore,
): Promise<Reply> {
  const { library, ratings, pace, translate } = app;
  const { passage } = await placeOf(ref, library);
  const { user } = interaction;
  await pace.take('rate', user.id);
  const { document, paragraph } = passage;
  const where = { guild: serverOf(interaction) ?? '', document: document.id, paragraph };
  const thumb: Thumb = action === 'up' ? 'up' : 'down';
  const counted = await ratings.press(user.id, { ...where, hash: hashOf(passage) }, thumb);
  return message(unanswered, [text(translate(`rating.${counted}`))]);
}
