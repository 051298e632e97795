// A checked text as a message: how many of each kind, then what was found, the worst first, page by page, and the report as a file.
import { ComponentType } from 'discord.js';
import type { TextItem } from '../../check-text/check-text.ts';
import { verdictLine } from '../../dialogue/verdict.ts';
import { quotedWords } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import { kindOf, kinds, linesOf, remarksOn, sourcesOf, summaryOf, titleOf } from '../../text-report/told.ts';
import type { Reply } from '../command.ts';
import { button, rowsOf } from '../rendering/controls.ts';
import { lineWithin } from '../rendering/markdown.ts';
import {
  answered,
  citationLine,
  lines,
  longestTitle,
  message,
  type Part,
  separator,
  subtext,
  text,
  unanswered,
} from '../rendering/pieces.ts';
import type { CheckedText } from './kept.ts';

const onAPage = 5;
const longestWords = 220;
const longestLine = 220;
const mostLines = 4;
const mostSources = 2;
const reportName = 'report.html';

export interface PageOf {
  readonly text: CheckedText;
  readonly id: string;
  /** Counted from 1; the last where there are fewer. */
  readonly page: number;
}

/** A page of what was found; where nothing was, that there is nothing to check. */
export function renderText({ text: checked, id, page: wanted }: PageOf, translate: Translate): Reply {
  const { check, name, report } = checked;
  const items = worstFirst(check.items);
  const pages = Math.max(1, Math.ceil(items.length / onAPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = items.slice((page - 1) * onAPage, page * onAPage);
  const remarks = remarksOn(check, translate).map((line) => subtext(lineWithin(line, longestLine)));
  const turn = (to: number, label: 'reading.earlier' | 'reading.later') =>
    button(`check:page:${id}:${to}`, translate(label), 'plain', to < 1 || to > pages);
  const reply = message(items.length > 0 ? answered : unanswered, [
    text(
      lines(
        subtext(lineWithin(titleOf(name, translate), longestTitle)),
        `**${summaryOf(check, translate)}**`,
      ),
    ),
    ...shown.flatMap((item) => [separator, ...partsOf(item, translate)]),
    ...(remarks.length > 0 ? [separator, text(lines(...remarks))] : []),
    ...(pages > 1 ? [text(subtext(translate('own.page', { page, pages })))] : []),
    { type: ComponentType.File, file: { url: `attachment://${reportName}` } },
    ...rowsOf([
      ...(pages > 1 ? [turn(page - 1, 'reading.earlier'), turn(page + 1, 'reading.later')] : []),
      button(`check:share:${id}:${page}`, translate('reading.share')),
    ]),
  ]);
  return { ...reply, files: [{ name: reportName, data: report }] };
}

/** In the order of the text among those of one kind. */
function worstFirst(items: readonly TextItem[]): TextItem[] {
  return items.toSorted((a, b) => kinds.indexOf(kindOf(a)) - kinds.indexOf(kindOf(b)));
}

function partsOf(item: TextItem, translate: Translate): Part[] {
  const kind = translate(`checkedText.${kindOf(item)}`);
  const head = item.kind === 'quotation' ? verdictLine(item.check, translate) : kind;
  const told = linesOf(item, translate)
    .filter((line) => line !== head)
    .slice(0, mostLines)
    .map((line) => subtext(lineWithin(line, longestLine)));
  const passages = sourcesOf(item).slice(0, mostSources);
  const words = lineWithin(quotedWords([item.words], translate), longestWords);
  return [
    text(
      lines(
        `**${lineWithin(head, longestLine)}**`,
        words,
        ...told,
        passages.length > 0 && citationLine(passages, translate),
      ),
    ),
  ];
}
