// What the library found, as messages in Components V2. Every text of a source or a user is escaped on its way in.
import type { Document } from '../../corpus/document.ts';
import type { Passage, Span } from '../../corpus/passages.ts';
import { hasUnreadMarks } from '../../corpus/text/quotations.ts';
import type { Speaker } from '../../dialogue/named.ts';
import { labelsOf, noQuotation, notesOn } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Answer, Hit } from '../../search/answer.ts';
import type { QuoteMatch } from '../../search/find-quote.ts';
import { type App, type Reply, silent } from '../command.ts';
import { controlsFor, listControls } from '../reading/buttons.ts';
import { renderAmong } from '../reading/glance.ts';
import { colourOf, kindLine, textsOf } from '../reading/kind.ts';
import type { Place } from '../reading/refs.ts';
import { askedText } from '../reading/shown.ts';
import { echoed, lineWithin } from './markdown.ts';
import {
  answered,
  citationLine,
  type Flexible,
  lines,
  longestTitle,
  message,
  partsLine,
  passageText,
  readLine,
  separator,
  subtext,
  text,
  unanswered,
} from './pieces.ts';
import { type Help, missingLine, relatedParts, renderNone } from './render-none.ts';

const mostRelated = 3;
/** What was asked is repeated above its answer: a long question by its beginning. */
const longestAsked = 300;
const mostQuotes = 3;
/** A list of labels at the foot of a message: some ten of them, and "…". */
const longestLabels = 400;
/** What stands beside an answer. */
interface Beside {
  /** Passages that were shown already: one steps back to them. */
  readonly before?: readonly Place[];
  /** Who could help where there is no answer. */
  readonly help?: (() => Promise<Help>) | undefined;
}

/** The answer with what was asked above it, as somebody typed it, and of what alone, if that was said. */
export async function renderAnswer(
  answer: Answer,
  app: App,
  asked?: string,
  of?: string,
  { before = [], help }: Beside = {},
): Promise<Reply> {
  const { translate } = app;
  if (answer.smallTalk)
    return renderLine(translate('answer.smallTalk', { example: translate('example.ask') }));
  const question = lines(asked !== undefined && askedLine(asked, translate), onlyLine(of, translate));
  const shown = { asked: question === '' ? undefined : askedText(question) };
  const [best, ...others] = answer.citations.map(placeOfHit);
  const notes = notesOn(withoutSteps(answer), translate).map(subtext);
  if (!best || (answer.outcome === 'none' && !answer.closest)) {
    return renderNone(answer, { ...shown, of, notes, help: await help?.() }, app);
  }
  if (!answer.closest)
    return renderAmong(best, [...before, best, ...others], { ...shown, above: notes, rated: true }, app);
  const above = [`**${translate('answer.closest')}**`, missingLine(answer, translate), ...notes];
  return silent(
    await renderAmong(best, [...before, best, ...others], { ...shown, above, colour: unanswered }, app),
  );
}

/** Other documents that answer as well are named only where one does not step to them. */
function withoutSteps({ also = [], citations, ...rest }: Answer): Answer {
  const shown = new Set(citations.map(({ passage }) => passage));
  return { ...rest, citations, also: also.filter((passage) => !shown.has(passage)) };
}

function placeOfHit({ passage, sentence }: Hit): Place {
  return { passage, part: sentence };
}

/** What was asked, on a line of small print: others who read it have not seen it typed. */
export function askedLine(asked: string, translate: Translate): string {
  return subtext(translate('reading.asked', { question: lineWithin(asked, longestAsked) }));
}

/** To what the question was kept. */
export function onlyLine(of: string | undefined, translate: Translate): string | undefined {
  return of === undefined
    ? undefined
    : subtext(translate('ask.only', { source: lineWithin(of, longestTitle) }));
}

/** A passage with one part of it prominent, in the room that the rest of the message leaves. */
function prominently({ text: passage }: Passage, part: Span): Flexible {
  return { written: (room) => passageText(passage, part, room) };
}

/** `european-leaders ¶5, european-leaders ¶6`, escaped; no more are looked at than could fit. */
function labelsWithin(passages: readonly Passage[], translate: Translate): string {
  return lineWithin(labelsOf(passages.slice(0, longestLabels), translate), longestLabels);
}

/**
 * Passages on what a message says: near to its words, which makes none of them an answer to it. `above` stands first, such as that there was nothing
 * else to look at.
 */
export function renderFound(hits: readonly Hit[], { translate }: App, above?: string): Reply {
  if (hits.length === 0) return silent(message(unanswered, [text(lines(above, translate('found.none')))]));
  return message(answered, [
    ...(above === undefined ? [] : [text(`**${above}**`)]),
    text(lines(`**${translate('found.title', { count: hits.length })}**`, subtext(translate('found.about')))),
    separator,
    ...relatedParts(hits.slice(0, mostRelated), translate),
    ...listControls(hits.map(placeOfHit), translate),
  ]);
}

export async function renderQuotes(
  matches: readonly QuoteMatch[],
  words: string,
  { library, translate }: App,
  speaker?: Speaker,
  source?: Document,
): Promise<Reply> {
  const shown = matches.slice(0, mostQuotes);
  if (shown.length === 0) {
    const by = speaker && lineWithin(speaker.who.name, longestTitle);
    const none = noQuotation(echoed(words), { by, source }, translate);
    return silent(message(unanswered, [text(lines(none, readLine(speaker, translate)))]));
  }
  const rest = matches.slice(mostQuotes).map(({ passage }) => passage);
  const citations = labelsWithin(rest, translate);
  const quotes = await Promise.all(
    shown.map(async (match) => {
      const { passage, whole } = match;
      const said = await library.said(passage, whole);
      return { match, said, kind: textsOf({ passage, part: whole }, said, translate) };
    }),
  );
  const [only] = quotes.length === 1 ? quotes : [];
  return message(only ? colourOf(only.kind) : answered, [
    ...quotes.flatMap(({ match, said, kind }, index) => [
      ...(index > 0 ? [separator] : []),
      text(kindLine(kind, said, match.passage, translate)),
      prominently(match.passage, match.whole),
      text(
        lines(
          !match.quoted &&
            subtext(translate(hasUnreadMarks(match.passage.text) ? 'quote.unread' : 'quote.outside')),
          partsLine(match.passage, match.whole, library, translate),
          citationLine([match.passage], translate),
        ),
      ),
    ]),
    text(
      lines(
        rest.length > 0 && subtext(translate('quote.more', { count: rest.length, citations })),
        readLine(speaker, translate),
      ),
    ),
    ...controlsFor(
      matches.map(({ passage, whole }) => ({ passage, part: whole })),
      translate,
    ),
  ]);
}

/** One plain line: a refusal, an error, a greeting. */
export function renderLine(line: string): Reply {
  return message(unanswered, [{ written: (room) => lineWithin(line, room) }]);
}
