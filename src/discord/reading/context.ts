// A passage in context: the paragraphs around it, and page by page the rest of its document.
import type { APIComponentInContainer } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import type { App, Reply } from '../command.ts';
import { button, type Row, rowsOf } from '../rendering/controls.ts';
import { lineWithin, marked } from '../rendering/markdown.ts';
import {
  citationLine,
  lines,
  linkTo,
  longestTitle,
  message,
  partsOf,
  separator,
  subtext,
  text,
  unanswered,
} from '../rendering/pieces.ts';
import { backTo } from './among.ts';
import { copyButtons, shareButton } from './buttons.ts';
import { type Asked, readingId } from './ids.ts';
import { colourOf, textsOf } from './kind.ts';
import { type At, type Piece, pageAround, pageBefore, pageFrom } from './pages.ts';
import { type Place, placeOf, refOf } from './refs.ts';
import type { Carried } from './shown.ts';

const atSchema = z.tuple([z.coerce.number().int().min(1), z.coerce.number().int().min(0)]);

/** The page that a button asks for: the one around the passage, or one that it names. */
export async function renderContext({ ref, more }: Asked, app: App, carried: Carried): Promise<Reply> {
  const place = await placeOf(ref, app.library);
  const passages = await app.library.passagesOf(place.passage.document);
  if (more.length === 0) {
    const around = { paragraph: place.passage.paragraph, offset: place.part.start };
    return renderPage(place, pageAround(passages, around), app, carried);
  }
  const at = atSchema.safeParse(more);
  if (!at.success || at.data[0] > passages.length) throw new UserError({ key: 'discord.gone' });
  return renderPage(place, { paragraph: at.data[0], offset: at.data[1] }, app, carried);
}

async function renderPage(place: Place, at: At, app: App, carried: Carried): Promise<Reply> {
  const { translate, library } = app;
  const { document } = place.passage;
  const [all, said] = await Promise.all([
    library.passagesOf(document),
    library.said(place.passage, place.part),
  ]);
  const { pieces, next } = pageFrom(all, at);
  const shown = pieces.map(({ passage }) => passage);
  const before = pageBefore(all, at);
  const colour = carried.isNear ? unanswered : colourOf(textsOf(place, said, translate));
  return message(colour, [
    ...(carried.asked ? [carried.asked] : []),
    ...(document.status === 'current'
      ? []
      : [text(`**${translate(`cite.${document.status}`)}**`), separator]),
    ...pieces.flatMap((piece, index) => [
      ...(index > 0 ? [separator] : []),
      pieceOf(piece, pieces[index - 1], place),
    ]),
    separator,
    text(
      lines(
        partsOf(shown, library, translate),
        citationLine(shown, translate),
        subtext(translate('reading.ofParagraphs', { count: all.length })),
      ),
    ),
    ...pageButtons(place, { before, next, back: backTo(place, carried.steps) }, app),
    ...linkTo(place.passage, translate),
  ]);
}

/** A paragraph with its number, under its heading where that is another one than before. */
function pieceOf(
  { passage, start, end }: Piece,
  before: Piece | undefined,
  place: Place,
): APIComponentInContainer {
  const heading = passage.headings.at(-1);
  const isNew = heading !== undefined && heading !== before?.passage.headings.at(-1) && start === 0;
  const focus = place.passage === passage ? [shifted(place.part, start, end)] : [];
  const words = marked(passage.text.slice(start, end), focus, '**');
  const dots = { before: start > 0 ? '… ' : '', after: end < passage.text.length ? ' …' : '' };
  const number = place.passage === passage ? `**¶${passage.paragraph}**` : `¶${passage.paragraph}`;
  return text(
    lines(
      isNew && subtext(lineWithin(heading, longestTitle)),
      `${number}  ${dots.before}${words}${dots.after}`,
    ),
  );
}

/** A part as offsets into what is shown; where it lies outside, nothing of it is. */
function shifted(part: Place['part'], start: number, end: number): Place['part'] {
  return { start: Math.max(0, part.start - start), end: Math.max(0, Math.min(part.end, end) - start) };
}

interface Turns {
  readonly before: At | undefined;
  readonly next: At | undefined;
  /** The answer's passage with those beside it. */
  readonly back: string | undefined;
}

function pageButtons(place: Place, { before, next, back }: Turns, { translate }: App): Row[] {
  const ref = refOf(place);
  // Each id stands once in a message: a button that leads nowhere has one of its own.
  const turn = (at: At | undefined, key: 'reading.earlier' | 'reading.later', none: string) =>
    button(
      at ? readingId('read', ref, at.paragraph, at.offset) : readingId('read', ref, none),
      translate(key),
      'plain',
      at === undefined,
    );
  return rowsOf([
    turn(before, 'reading.earlier', 'first'),
    turn(next, 'reading.later', 'last'),
    button(back ?? readingId('back', ref), translate('reading.back')),
    shareButton(translate),
    ...copyButtons(ref, translate).slice(1),
  ]);
}
