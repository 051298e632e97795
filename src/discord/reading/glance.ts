// One passage at a glance: its kind and who speaks, the passage with the answering words prominent, where it stands, and
// the buttons for everything else.
import type { APITextDisplayComponent } from 'discord.js';
import type { App, Reply } from '../command.ts';
import { rowsOf } from '../rendering/controls.ts';
import {
  citationLine,
  goesOnLine,
  lines,
  linkTo,
  message,
  type Part,
  partsLine,
  passageText,
  text,
} from '../rendering/pieces.ts';
import { type Steps, stepButtons, stepsOf } from './among.ts';
import { passageButtons } from './buttons.ts';
import { colourOf, kindLine, textsOf } from './kind.ts';
import { ratingButtons } from './rating.ts';
import type { Place } from './refs.ts';

export interface Glance {
  readonly place: Place;
  /** What was asked; it goes along from passage to passage. */
  readonly asked?: APITextDisplayComponent | undefined;
  /** What else stands above. */
  readonly above?: readonly (string | false | undefined)[];
  /** The colour at the side, unless it is that of the kind of words. */
  readonly colour?: number | undefined;
  /** It answers a question, and readers may say what they think of that. */
  readonly rated?: boolean | undefined;
  /** The passages that there are, this one among them. */
  readonly steps?: Steps;
}

/** A passage and everything that can be done with it. */
export async function renderGlance(
  { place, asked, above = [], colour, rated = false, steps = [] }: Glance,
  { library, translate }: App,
): Promise<Reply> {
  const { passage, part } = place;
  const said = await library.said(passage, part);
  const texts = textsOf(place, said, translate);
  return message(colour ?? colourOf(texts), [
    ...(asked ? [asked] : []),
    text(lines(...above, kindLine(texts, said, passage, translate))),
    { written: (room) => passageText(passage.text, part, room) },
    text(
      lines(
        goesOnLine(passage, translate),
        citationLine([passage], translate),
        partsLine(passage, part, library, translate),
      ),
    ),
    ...passageButtons(place, translate),
    // On and back stand beside what one thinks of it: one row fewer on a phone.
    ...rowsOf([...stepButtons(place, steps, translate), ...(rated ? ratingButtons(place, translate) : [])]),
    ...linkTo(passage, translate),
  ] satisfies Part[]);
}

/** The same with the passages that there are, among which one steps on and back. */
export function renderAmong(
  place: Place,
  all: readonly Place[],
  rest: Omit<Glance, 'place' | 'steps'>,
  app: App,
): Promise<Reply> {
  return renderGlance({ place, steps: stepsOf(all), ...rest }, app);
}
