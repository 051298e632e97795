// A checked quotation as text for a terminal: the verdict, what was changed, and the words of the source.
import type { Check, CheckMatch } from '../../check/check.ts';
import type { Difference } from '../../check/laying/differences.ts';
import { withoutBidirectional } from '../../common/controls.ts';
import type { Span } from '../../corpus/passages.ts';
import { isLabelled, notesOf, otherPlaces, placesShown, verdictLine } from '../../dialogue/verdict.ts';
import type { Library } from '../../library.ts';
import { labelsOf } from '../../messages/citations.ts';
import { harmless, styled, wrapped } from '../style.ts';
import { type Reader, renderPassage, renderSaid } from './render.ts';

const mostMatches = 3;

export async function renderCheck(check: Check, library: Library, reader: Reader): Promise<string> {
  const { screen, translate } = reader;
  const matches = await Promise.all(
    placesShown(check)
      .slice(0, mostMatches)
      .map((match) => renderMatch(match, library, reader)),
  );
  const rest = otherPlaces(check);
  const verdict = styled(
    check.verdict === 'exact' ? 'bold' : 'yellow',
    verdictLine(check, translate),
    screen,
  );
  return [
    wrapped([verdict, ...notesOf(check, translate).map(typed)].join('\n'), screen, '  '),
    check.differences.map((difference) => differenceLine(difference, reader)).join('\n'),
    ...matches,
    rest.length > 0 &&
      wrapped(
        translate('check.matches', { count: rest.length, citations: labelsOf(rest, translate) }),
        screen,
        '  ',
      ),
  ]
    .filter((part) => part !== false && part !== '')
    .join('\n\n');
}

/** A sentence that may repeat what was typed: no control of theirs turns it round. */
function typed(sentence: string): string {
  return withoutBidirectional(harmless(sentence));
}

function differenceLine(
  { op, source, given, turnsSense }: Difference,
  { screen, translate }: Reader,
): string {
  const difference = translate(`check.${op}`, { source, given });
  const line = turnsSense ? translate('check.turns', { difference }) : difference;
  return wrapped(typed(line), screen, '  - ', '    ');
}

/** The paragraph with the words prominent; words that go on in the next one are prominent to its end. */
async function renderMatch(
  { passage, start, end, speaker }: CheckMatch,
  library: Library,
  reader: Reader,
): Promise<string> {
  const part: Span = {
    start: start - passage.start,
    end: Math.min(end, passage.end) - passage.start,
  };
  const said =
    speaker !== undefined && isLabelled(passage)
      ? wrapped(harmless(reader.translate('check.speaker', { speaker })), reader.screen, '  ')
      : await renderSaid(passage, part, library, reader);
  return renderPassage(passage, reader, part, said);
}
