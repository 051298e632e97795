// What `corpus add` and `corpus check` found, as lines for people and as data for machines.
import type { Problem } from '../../common/errors.ts';
import { describeProblem } from '../../common/errors.ts';
import type { Added } from '../../importers/add.ts';
import type { CheckedDocument } from '../../importers/checks/check-corpus.ts';
import type { Message, Translate } from '../../messages/messages.ts';
import { harmless, styled, wrapped } from '../style.ts';
import type { Reader } from './render.ts';

const outcomes = ['added', 'replaced', 'same', 'refused', 'passed'] as const;

/** A row: what became of the file, the document, how long it is, the file; below it what should be looked at. */
export function renderAdded(added: Added, reader: Reader): string {
  const { translate, screen } = reader;
  const outcome = translate(`corpus.outcome.${added.outcome}`);
  if ('reason' in added) {
    const { key, values } = added.reason;
    const colour = added.outcome === 'refused' ? 'yellow' : 'dim';
    return row([styled(colour, outcome, screen)], `${added.file}: ${translate(key, values)}`, reader);
  }
  if (added.outcome === 'same') {
    const values = { file: added.file, document: added.id };
    return row([styled('dim', outcome, screen)], translate('corpus.sameAs', values), reader);
  }
  const count = translate('source.paragraphs', { count: added.paragraphs });
  return [
    row([outcome, added.document.id, count], added.file, reader),
    ...added.warnings.map((warning) => remark('!', warning, reader)),
    ...(added.taken.mended ? [remark('·', { key: 'corpus.mendable' }, reader)] : []),
    ...added.taken.notes.map((note) => remark('·', note, reader)),
  ].join('\n');
}

/** The widths of the columns before the last one, which has the rest of the line. */
const widths = [9, 34, 15];

function row(columns: readonly string[], last: string, { screen }: Reader): string {
  const cells = columns.map((column, index) => {
    const width = widths[index] ?? 0;
    // Colours take no room on the screen.
    const seen = column.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'gu'), '').length;
    return column + ' '.repeat(Math.max(1, width - seen));
  });
  return wrapped(`${cells.join('')}${harmless(last)}`, screen);
}

function remark(mark: string, { key, values }: Message, { translate, screen }: Reader): string {
  const text = `${mark} ${harmless(translate(key, values))}`;
  return wrapped(
    mark === '!' ? styled('yellow', text, screen) : styled('dim', text, screen),
    screen,
    '         ',
  );
}

export function renderAddedTotal(all: readonly Added[], dryRun: boolean, { translate }: Reader): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = all.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : [translate(`corpus.total.${outcome}`, { count })];
  });
  return [...counts, ...(dryRun ? [translate('corpus.dryRun')] : [])].join(' · ');
}

export function renderChecked({ document, paragraphs, warnings }: CheckedDocument, reader: Reader): string {
  const count = reader.translate('source.paragraphs', { count: paragraphs });
  const mark = warnings.length === 0 ? '✓' : '!';
  return [
    row([mark, document.id, count], document.file, reader),
    ...warnings.map((warning) => remark('!', warning, reader)),
  ].join('\n');
}

export function renderCheckedTotal(
  checked: readonly CheckedDocument[],
  problems: number,
  { translate }: Reader,
): string {
  const warnings = checked.reduce((sum, each) => sum + each.warnings.length, 0);
  return [
    translate('corpus.checked', { count: checked.length }),
    translate('corpus.toLookAt', { count: warnings }),
    translate('corpus.wrong', { count: problems }),
  ].join(' · ');
}

/** A message for machines: its key and values stay the same when the sentence is written anew. */
function messageJson({ key, values = {} }: Message, translate: Translate): object {
  return { key, values, text: translate(key, values) };
}

export function addedJson(added: Added, translate: Translate): object {
  const { file, outcome } = added;
  if ('reason' in added) return { file, outcome, reason: messageJson(added.reason, translate) };
  if (added.outcome === 'same') return { file, outcome, document: added.id };
  const { path, document, paragraphs, warnings, taken } = added;
  return {
    file,
    outcome,
    path,
    format: taken.format,
    document,
    paragraphs,
    warnings: warnings.map((warning) => messageJson(warning, translate)),
    notes: taken.notes.map((note) => messageJson(note, translate)),
  };
}

export function checkedJson(
  checked: readonly CheckedDocument[],
  problems: readonly Problem[],
  translate: Translate,
): object {
  return {
    documents: checked.map(({ document, paragraphs, warnings }) => ({
      id: document.id,
      file: document.file,
      paragraphs,
      warnings: warnings.map((warning) => messageJson(warning, translate)),
    })),
    problems: problems.map((problem) => ({
      ...problem.place,
      ...messageJson(problem.message, translate),
      text: describeProblem(problem, translate),
    })),
  };
}
