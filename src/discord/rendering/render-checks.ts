// Checked quotations as a message: the verdict first, then the words as they were given beside those of the source.
import type { Check, CheckMatch } from '../../check/check.ts';
import type { Span } from '../../corpus/passages.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import {
  isLabelled,
  isPieced,
  notesOf,
  otherPlaces,
  placesShown,
  verdictLine,
} from '../../dialogue/verdict.ts';
import type { Translate } from '../../messages/messages.ts';
import { type App, type Reply, silent } from '../command.ts';
import { controlsFor } from '../reading/buttons.ts';
import type { Place } from '../reading/refs.ts';
import { labelsWithin } from './blocks.ts';
import { lineWithin, marked, writtenWithin } from './markdown.ts';
import {
  answered,
  citationLine,
  lines,
  linkTo,
  message,
  type Part,
  partsLine,
  passageText,
  saidLine,
  separator,
  subtext,
  text,
  unanswered,
} from './pieces.ts';

/** With more in one message each would be a few words. */
const mostChecks = 5;
/** Of words run together, so many places are shown. */
const mostMatches = 3;
/** Names in a note are what somebody typed, or a source's: a line of them is enough. */
const longestNote = 300;

/** One checked quotation, or several of one message, each under its own verdict; `below` stands at their foot. */
export async function renderChecks(checks: readonly Check[], app: App, below?: string): Promise<Reply> {
  const shown = checks.slice(0, mostChecks);
  const left = checks.length - shown.length;
  const [only] = shown.length === 1 ? shown : [];
  const parts = await Promise.all(shown.map((check) => partsOf(check, app, shown.length > 1)));
  const link = linkTo(only?.matches[0]?.passage, app.translate);
  const isFound = shown.some(({ matches }) => matches.length > 0);
  const reply = message(isFound ? answered : unanswered, [
    ...parts.flatMap((own, index) => [...(index > 0 ? [separator] : []), ...own]),
    ...(left > 0 ? [separator, text(subtext(app.translate('check.more', { count: left })))] : []),
    ...(below === undefined ? [] : [text(subtext(below))]),
    ...controlsFor(
      shown.flatMap((check) => (isPieced(check) ? placesShown(check) : check.matches).map(placeOf)),
      app.translate,
    ),
    ...link,
  ]);
  return isFound ? reply : silent(reply);
}

/** The words of the source as far as they stand in the first paragraph of theirs. */
function placeOf(match: CheckMatch): Place {
  return { passage: match.passage, part: partOf(match) };
}

function partOf({ passage, start, end }: CheckMatch): Span {
  return { start: start - passage.start, end: Math.min(end, passage.end) - passage.start };
}

async function partsOf(check: Check, app: App, oneOfMany: boolean): Promise<Part[]> {
  const { translate } = app;
  const { verdict, differences } = check;
  const compared = differences.length > 0;
  const rest = otherPlaces(check);
  const best = placesShown(check).slice(0, mostMatches);
  const sources = await Promise.all(best.map((match) => sourceParts(match, check, app)));
  const notes = notesOf(check, translate).map((note) => subtext(lineWithin(note, longestNote)));
  return [
    text(lines(`**${verdictLine(check, translate)}**`, ...notes)),
    ...(compared || oneOfMany || verdict === 'not-found' || verdict === 'joined'
      ? givenParts(check, translate)
      : []),
    ...sources.flat(),
    ...(compared ? [text(subtext(translate('check.legend')))] : []),
    ...(rest.length > 0
      ? [
          text(
            subtext(
              translate('check.matches', { count: rest.length, citations: labelsWithin(rest, translate) }),
            ),
          ),
        ]
      : []),
  ];
}

/** The words as given; what the source does not have is struck out. */
function givenParts({ claim, places }: Check, translate: Translate): Part[] {
  const write = (shown: string): string => marked(shown, places.given, '~~');
  return [
    text(subtext(translate('check.given'))),
    { written: (room) => writtenWithin(claim.words, room, write) },
  ];
}

/** The words of the source with the sentence around them, and who says them where. */
async function sourceParts(match: CheckMatch, check: Check, { library, translate }: App): Promise<Part[]> {
  const { passage } = match;
  const part = partOf(match);
  const speaker =
    match.speaker !== undefined && isLabelled(passage)
      ? subtext(lineWithin(translate('check.speaker', { speaker: match.speaker }), longestNote))
      : saidLine(await library.said(passage, part), passage, translate);
  return [
    text(subtext(translate('check.source'))),
    { written: (room) => sourceText(match, check, room) },
    text(lines(speaker, partsLine(passage, part, library, translate), citationLine([passage], translate))),
  ];
}

/** Where words differ these are prominent, otherwise all that agree with the quotation, in the whole of their sentences. */
function sourceText(match: CheckMatch, check: Check, room: number): string {
  const { places, differences, verdict, matches } = check;
  const { document } = match.passage;
  if (differences.length > 0 || verdict === 'joined' || match.end > match.passage.end) {
    const from = match.start;
    const joined = matches.filter(({ passage }) => passage === match.passage);
    // Of words of one paragraph those between them, which the quotation leaves out, are not prominent.
    const prominent = verdict === 'joined' && joined.length > 1 ? joined : places.source;
    const spans = prominent.map(({ start, end }) => ({ start: start - from, end: end - from }));
    return writtenWithin(match.text, room, (shown) => marked(shown, spans, '**'));
  }
  const around = sentencesAround(match);
  const pieces = matches.filter(({ passage }) => passage === match.passage);
  if (isPieced(check) && pieces.length > 1) {
    const spans = pieces.map(({ start, end }) => ({ start: start - around.start, end: end - around.start }));
    return writtenWithin(document.text.slice(around.start, around.end), room, (shown) =>
      marked(shown, spans, '**'),
    );
  }
  const part = { start: match.start - around.start, end: match.end - around.start };
  return passageText(document.text.slice(around.start, around.end), part, room);
}

/** From the beginning of the first sentence to the end of the last, in offsets of the document's text. */
function sentencesAround({ passage, start, end }: CheckMatch): Span {
  const inside = sentencesOf(passage.text).filter(
    (sentence) => sentence.end + passage.start > start && sentence.start + passage.start < end,
  );
  return {
    start: Math.min(start, (inside[0]?.start ?? 0) + passage.start),
    end: Math.max(end, (inside.at(-1)?.end ?? 0) + passage.start),
  };
}
