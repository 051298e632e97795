// A passage as a picture: for whoever pressed the button, light or dark, and then for all. Only what the sources have is
// drawn: a reference that resolves to no passage makes no picture.
import { ComponentType } from 'discord.js';
import { type Theme, themes } from '../../cards/themes.ts';
import { UserError } from '../../common/errors.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { button, rowsOf } from '../rendering/controls.ts';
import { citationLine, linkTo, message, text } from '../rendering/pieces.ts';
import { type Asked, readingId } from './ids.ts';
import { colourOf, textsOf } from './kind.ts';
import { placeOf, refOf } from './refs.ts';

const fileName = 'quotation.png';

/** Draws a card for one person; `who` is counted. Throws `UserError` where there is none. */
export async function renderCard({ ref, more }: Asked, who: string, app: AppWithStore): Promise<Reply> {
  const theme = themeOf(more[0]);
  const place = await placeOf(ref, app.library);
  const { passage, part } = place;
  const { translate, library } = app;
  const said = await library.said(passage, part);
  await app.pace.take('picture', who);
  const picture = await app.cards.quoteCard({ passage, part, statement: said.statement, theme }, translate);
  if ('refused' in picture) throw new UserError(picture.refused);
  const other: Theme = theme === 'light' ? 'dark' : 'light';
  const again = refOf(place);
  const reply = message(colourOf(textsOf(place, said, translate)), [
    {
      type: ComponentType.MediaGallery,
      items: [{ media: { url: `attachment://${fileName}` }, description: picture.alt }],
    },
    text(citationLine([passage], translate)),
    ...rowsOf([
      button(readingId('context', again), translate('reading.context')),
      button(readingId('theme', again, other), translate(`reading.theme.${other}`)),
      button(readingId('show-card', again, theme), translate('reading.share'), 'first'),
      button(readingId('styles', again), translate('reading.cite')),
    ]),
    ...linkTo(passage, translate),
  ]);
  return { ...reply, files: [{ name: fileName, data: picture.png, description: picture.alt }] };
}

function themeOf(typed: string | undefined): Theme {
  const theme = themes.find((each) => each === typed);
  if (!theme) throw new UserError({ key: 'discord.gone' });
  return theme;
}
