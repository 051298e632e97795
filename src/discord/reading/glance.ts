// One passage at a glance: its kind and who speaks, the passage with the answering words prominent, where it stands, and
// the buttons for everything else.
import type { App, Reply } from '../command.ts';
import type { Row } from '../controls.ts';
import {
  citationLine,
  lines,
  linkTo,
  message,
  type Part,
  partsLine,
  passageText,
  saidLine,
  text,
} from '../pieces.ts';
import { passageButtons, passageMenu } from './buttons.ts';
import { colourOf, kindLine, textsOf } from './kind.ts';
import { ratingRow } from './rating.ts';
import { type Place, refOf } from './refs.ts';

export interface Glance {
  readonly place: Place;
  /** What was asked, or what else stands above. */
  readonly above?: readonly (string | false | undefined)[];
  /** The colour at the side, unless it is that of the kind of words. */
  readonly colour?: number;
  /** It answers a question, and readers may say what they think of that. */
  readonly rated?: boolean;
  /** All the passages that there are, this one among them; or the row of a menu with them. */
  readonly menu: readonly Row[];
}

/** A passage and everything that can be done with it. */
export async function renderGlance(
  { place, above = [], colour, rated = false, menu }: Glance,
  { library, translate }: App,
): Promise<Reply> {
  const { passage, part } = place;
  const said = await library.said(passage, part);
  const texts = textsOf(place, said, translate);
  return message(colour ?? colourOf(texts), [
    text(lines(...above, kindLine(texts))),
    { written: (room) => passageText(passage.text, part, room) },
    text(
      lines(
        saidLine(said, translate),
        partsLine(passage, part, library, translate),
        citationLine([passage], translate),
      ),
    ),
    ...passageButtons(place, menu.length > 0, translate),
    ...(rated ? ratingRow(place, translate) : []),
    ...menu,
    ...linkTo(passage, translate),
  ] satisfies Part[]);
}

/** The same with a menu of the passages that there are. */
export function renderAmong(
  place: Place,
  all: readonly Place[],
  rest: Omit<Glance, 'place' | 'menu'>,
  app: App,
): Promise<Reply> {
  return renderGlance({ place, menu: passageMenu('pick', all, app.translate, refOf(place)), ...rest }, app);
}
