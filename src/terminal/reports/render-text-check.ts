// A checked text as a table for a terminal: where, what it is, its words, its source; and below each what is to be known of it.
import type { TextCheck, TextItem } from '../../check-text/check-text.ts';
import { oneLine, withoutBidirectional } from '../../common/controls.ts';
import { cut } from '../../common/cut.ts';
import { labelOf } from '../../corpus/passages.ts';
import { isWrong, kindOf, linesOf, remarksOn, sourcesOf, summaryOf } from '../../text-report/told.ts';
import { harmless, styled, widthOf, wrapped } from '../style.ts';
import type { Reader } from './render.ts';
import { lineOf } from './text-check-json.ts';

export function renderTextCheck(check: TextCheck, text: string, reader: Reader): string {
  const { screen, translate } = reader;
  const rows = check.items.map((item) => rowOf(item, text, reader));
  return [
    wrapped(styled('bold', summaryOf(check, translate), screen), screen, '  '),
    ...rows,
    ...remarksOn(check, translate).map((line) => wrapped(typed(line), screen, '  ')),
  ].join('\n\n');
}

const placeWidth = 6;
const kindWidth = 14;

/** One line of the table, cut to the window, and what is to be known of it. */
function rowOf(item: TextItem, text: string, { screen, translate }: Reader): string {
  const kind = kindOf(item);
  const [first] = sourcesOf(item);
  const source = first ? labelOf(first) : '';
  const name = translate(`checkedText.${kind}`);
  const left = widthOf(screen) - placeWidth - Math.max(kindWidth, name.length + 2) - source.length - 4;
  const words = cut(oneLine(item.words), Math.max(left, 20));
  const line = [
    styled('dim', String(lineOf(text, item.start)).padStart(placeWidth - 2), screen),
    styled(isWrong(item) ? 'red' : kind === 'exact' ? 'green' : 'yellow', name.padEnd(kindWidth), screen),
    typed(words.padEnd(Math.max(left, 20))),
    styled('cyan', source, screen),
  ].join('  ');
  const lines = linesOf(item, translate).map((each) => wrapped(typed(each), screen, '        '));
  return [line.trimEnd(), ...lines].join('\n');
}

/** What may repeat what was typed: no control of theirs turns it round. */
function typed(sentence: string): string {
  return withoutBidirectional(harmless(sentence));
}
