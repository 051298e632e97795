// Two texts beside each other in a message: what changed word by word, both sides cited; what is long goes into a file.
import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Comparison, Pair } from '../../../compare/compare.ts';
import { isUnrelated } from '../../../compare/unrelated.ts';
import type { Piece } from '../../../compare/words.ts';
import type { Translate } from '../../../messages/messages.ts';
import type { Reply } from '../../command.ts';
import { escaped, lineWithin, writtenWithin } from '../../rendering/markdown.ts';
import {
  answered,
  lines,
  message,
  type Part,
  roomBeside,
  separator,
  subtext,
  text,
  unanswered,
} from '../../rendering/pieces.ts';
import { comparisonPage } from './compared-page.ts';

export interface Labelled {
  /** Its citation. */
  readonly label: string;
  readonly text: string;
}

/** What is compared. */
export interface Side {
  /** What names it in a file's name: an id. */
  readonly id: string;
  /** Document, title, date, version, state: as it is cited, not escaped. */
  readonly cited: string;
  readonly paragraphs: readonly Labelled[];
}

export type Row = Pair<Labelled>;

/** 1,000 paragraphs with 1,000: a transcript of a whole day. More would take minutes. */
const mostPairs = 1_000_000;

export function isComparable(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length * right.length <= mostPairs;
}

/** A message has room for 40 components; a change takes two, and its separator one. */
const mostRows = 10;
const longestCited = 300;
const longestLabel = 150;

/** A short comparison as a message, a long one as the same head with a file. */
export function renderComparison(
  left: Side,
  right: Side,
  comparison: Comparison<Labelled>,
  translate: Translate,
): Reply {
  // Versions of one document, and passages of it, are shown whatever became of them.
  if (left.id !== right.id && isUnrelated(comparison)) return unrelated(left, right, translate);
  const changes = comparison.pairs.filter(({ kind }) => kind !== 'same');
  const head = [text(headOf(left, right, comparison, translate))];
  const parts = changesParts(changes, translate);
  const whole = [...head, ...parts];
  if (changes.length <= mostRows && wanted(parts) <= roomBeside(whole)) return message(answered, whole);
  const name = `${left.id}-${right.id}.html`.slice(-100);
  const file: APIMessageTopLevelComponent = {
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  };
  const told = message(answered, [...head, separator, text(subtext(translate('compare.inFile')))]);
  const data = comparisonPage(left, right, comparison, translate);
  return { components: [...told.components, file], files: [{ name, data }] };
}

/** Of two other texts a comparison would be both of them, crossed out and written anew. */
function unrelated(left: Side, right: Side, translate: Translate): Reply {
  return message(unanswered, [
    text(lines(...citedLines(left, right), `**${translate('compare.unrelated')}**`)),
  ]);
}

function citedLines(left: Side, right: Side): string[] {
  return [`− ${lineWithin(left.cited, longestCited)}`, `\\+ ${lineWithin(right.cited, longestCited)}`];
}

function headOf(left: Side, right: Side, { counts }: Comparison<Labelled>, translate: Translate): string {
  const changed = counts.changed + counts.moved + counts.left + counts.right;
  return lines(
    ...citedLines(left, right),
    changed === 0 ? `**${translate('compare.noChange')}**` : translate('compare.total', { ...counts }),
    changed === 0 ? '' : subtext(translate('compare.marks')),
  );
}

/** How long the passages of these parts are when nothing of them is cut. */
function wanted(parts: readonly Part[]): number {
  const most = 100_000;
  return parts.reduce((sum, part) => sum + ('written' in part ? part.written(most).length : 0), 0);
}

/** Changed paragraphs, each under what became of it. */
export function changesParts(rows: readonly Row[], translate: Translate): Part[] {
  return rows.flatMap((row): Part[] => [
    separator,
    text(subtext(lineWithin(rowTitle(row, translate), longestLabel * 2))),
    { written: (room) => piecesWithin(piecesOf(row), room) },
  ]);
}

export function rowTitle(row: Row, translate: Translate): string {
  if (row.kind === 'left') return translate('compare.left', { label: row.left.label });
  if (row.kind === 'right') return translate('compare.right', { label: row.right.label });
  const values = { left: row.left.label, right: row.right.label };
  return row.kind === 'moved' ? translate('compare.moved', values) : translate('compare.changed', values);
}

export function piecesOf(row: Row): readonly Piece[] {
  if ('pieces' in row) return row.pieces;
  if (row.kind === 'right') return [{ kind: 'right', text: row.right.text }];
  return [{ kind: row.kind === 'left' ? 'left' : 'same', text: row.left.text }];
}

/** Words with their marks; what does not fit is cut once, at the end. */
function piecesWithin(pieces: readonly Piece[], room: number): string {
  let written = '';
  for (const [index, { kind, text: words }] of pieces.entries()) {
    // What is struck and what is put in its place would run together.
    const apart = kind === 'right' && pieces[index - 1]?.kind === 'left' && /\S$/u.test(written) ? ' ' : '';
    const next = writtenWithin(words, room - written.length - apart.length, (shown) => marked(kind, shown));
    written += apart + next;
    if (next !== marked(kind, words)) return written;
  }
  return written;
}

const marks = { same: '', left: '~~', right: '**' } as const;

/** Marks stand at words: Discord shows none that have white space inside of them. */
function marked(kind: Piece['kind'], words: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return inner === '' ? words : `${before}${marks[kind]}${escaped(inner)}${marks[kind]}${after}`;
}
