// What somebody asked, as a message: an answer, several, a paragraph that was cited, or a plain word about what can be asked.
import { type Asking, askingIn } from '../../dialogue/asking.ts';
import { type Before, speakerIn, without } from '../../dialogue/going-on.ts';
import { citationRefused } from '../../dialogue/refusals.ts';
import type { Library } from '../../library.ts';
import type { Answer } from '../../search/answer.ts';
import type { App, Reply } from '../command.ts';
import type { AskedOf } from '../offering/ask-source.ts';
import type { Noting } from '../offering/missing.ts';
import { listControls } from '../reading/buttons.ts';
import { renderCitationOf } from '../reading/citing.ts';
import { renderAmong } from '../reading/glance.ts';
import { type Place, refOf } from '../reading/refs.ts';
import { askedText } from '../reading/shown.ts';
import { lineWithin } from './markdown.ts';
import {
  answered,
  citationLine,
  lines,
  message,
  type Part,
  partsLine,
  passageText,
  saidLine,
  separator,
  subtext,
  text,
} from './pieces.ts';
import { askedLine, onlyLine, renderAnswer, renderLine } from './render.ts';
import type { Help } from './render-none.ts';
import { renderCited } from './render-sources.ts';

/** What somebody goes on from: an answer that stands in Discord. */
export interface GoneOn {
  readonly question: string | undefined;
  /** Those that still stand, in their order. */
  readonly places: readonly Place[];
  /** The one that it shows; -1 where it shows none before the others. */
  readonly at: number;
}

interface Around {
  readonly of?: AskedOf | undefined;
  readonly noting?: Noting | undefined;
  /** Who could help where there is no answer. */
  readonly help?: (() => Promise<Help>) | undefined;
  readonly before?: GoneOn | undefined;
}

/** `typed` holds a letter or a digit; `of` are the only documents that may answer. */
export async function renderAsked(
  typed: string,
  app: App,
  { of, noting, before, help }: Around = {},
): Promise<Reply> {
  const { library, translate } = app;
  const asking = await askingIn(typed, library, before && (await spokenIn(before, app)));
  if (before && before.places.length > 0) {
    const reply = goneOn(asking, before, app);
    if (reply) return reply;
  }
  switch (asking.kind) {
    case 'questions':
      return renderQuestions(asking, { typed, of, noting, before, help }, app);
    case 'citation':
      return renderParagraph(asking.citation, app);
    case 'said':
      return renderLine(translate(asking.key));
    case 'whom':
      return renderLine(translate('answer.whom', { word: asking.word }));
    case 'paragraph':
      return paragraph(asking.paragraph, app, of);
    case 'source':
      return renderLine(translate('answer.sourcesAt'));
    case 'next':
    case 'nth':
      return renderLine(
        translate('answer.goOn', { button: translate('reading.more'), example: exampleIn(library, 1) }),
      );
  }
}

async function spokenIn({ question, places, at }: GoneOn, { library }: App): Promise<Before> {
  const place = places[at];
  return { question, speaker: place && (await speakerIn(place.passage, place.part, library)) };
}

/** Another passage of those that were found, another paragraph, or where that stands which is shown; undefined where something is asked. */
function goneOn(asking: Asking, { question, places, at }: GoneOn, app: App): Promise<Reply> | undefined {
  const current = places[at] ?? places[0];
  if (asking.kind === 'source' && current) return renderCitationOf(refOf(current), 'plain', app);
  if (asking.kind === 'paragraph' && current)
    return renderParagraph(`${current.passage.document.id} ¶${asking.paragraph}`, app);
  if (asking.kind !== 'next' && asking.kind !== 'nth') return undefined;
  const place =
    asking.kind === 'next' ? places[at + 1] : places.at(asking.at > 0 ? asking.at - 1 : asking.at);
  if (!place) return Promise.resolve(renderLine(app.translate('answer.allShown')));
  const asked = question === undefined ? undefined : askedText(askedLine(question, app.translate));
  return renderAmong(place, places, { asked, rated: asked !== undefined }, app);
}

function exampleIn({ documents: [first] }: Library, number: number): string {
  return `${first?.id ?? ''} ¶${number}`;
}

async function renderParagraph(citation: string, app: App): Promise<Reply> {
  const cited = await app.library.cite(citation);
  if (!cited.found) throw await citationRefused(citation, cited, app.library);
  return renderCited(cited, app);
}

/** Of the only document; of several, whoever asks must say which. */
function paragraph(number: number, app: App, of: AskedOf | undefined): Reply | Promise<Reply> {
  const { library, translate } = app;
  const [only, ...others] = of?.documents ?? library.documents;
  if (only && others.length === 0) return renderParagraph(`${only.id} ¶${number}`, app);
  return renderLine(translate('answer.whichDocument', { example: exampleIn(library, number) }));
}

interface Asked {
  readonly typed: string;
  readonly of: AskedOf | undefined;
  readonly noting: Noting | undefined;
  readonly before: GoneOn | undefined;
  readonly help: Around['help'];
}

async function renderQuestions(
  { questions, apart }: Extract<Asking, { readonly kind: 'questions' }>,
  { typed, of, noting, before, help }: Asked,
  app: App,
): Promise<Reply> {
  const { library, translate } = app;
  const answers = await Promise.all(
    questions.map((question) => library.ask(question, { of: of?.documents })),
  );
  for (const [index, answer] of answers.entries()) noting?.(questions[index] ?? '', answer);
  const [only] = answers;
  // A question that goes on from another is shown as it was understood.
  const [understood = typed] = questions;
  if (only && answers.length === 1 && apart !== undefined) {
    const shown = before?.places.slice(0, before.at + 1) ?? [];
    const passages = shown.map(({ passage }) => passage);
    return renderAnswer(without(only, passages, apart), app, understood, of?.name, { before: shown, help });
  }
  if (only && answers.length === 1) return renderAnswer(only, app, understood, of?.name, { help });
  const parts = await Promise.all(
    answers.map(async (answer, index) => [
      separator,
      text(
        `**${translate('answer.part', { number: index + 1, question: lineWithin(questions[index] ?? '', longestPart) })}**`,
      ),
      ...(await partsOf(answer, app, of?.name)),
    ]),
  );
  const places = answers.flatMap((answer) => placesOf(answer).slice(0, 1));
  return message(answered, [
    text(
      lines(askedLine(typed, translate), onlyLine(of?.name, translate), subtext(translate('answer.several'))),
    ),
    ...parts.flat(),
    ...listControls(places, translate),
  ]);
}

/** A question is repeated above its answer: a long one by its beginning. */
const longestPart = 200;

function placesOf({ outcome, closest, citations }: Answer): Place[] {
  if (outcome === 'none' && !closest) return [];
  return citations.map(({ passage, sentence }) => ({ passage, part: sentence }));
}

async function partsOf(answer: Answer, { library, translate }: App, of?: string): Promise<Part[]> {
  const [best] = placesOf(answer);
  if (!best)
    return [
      text(
        of === undefined
          ? translate('answer.none')
          : translate('answer.noneIn', { source: lineWithin(of, longestPart) }),
      ),
    ];
  const { passage, part } = best;
  const said = await library.said(passage, part);
  return [
    ...(answer.closest ? [text(subtext(translate('answer.closest')))] : []),
    { written: (room) => passageText(passage.text, part, room) },
    text(
      lines(
        saidLine(said, passage, translate),
        partsLine(passage, part, library, translate),
        citationLine([passage], translate),
      ),
    ),
  ];
}
