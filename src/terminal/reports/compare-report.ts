// A comparison as text for a terminal and as JSON for machines.
import type { Comparison, Pair } from '../../compare/compare.ts';
import { runsOf, sameIn } from '../../compare/runs.ts';
import { isUnrelated } from '../../compare/unrelated.ts';
import type { Piece } from '../../compare/words.ts';
import { harmless, styled, wrapped } from '../style.ts';
import type { Reader } from './render.ts';

export interface LabelledParagraph {
  /** Its citation, or its number in a file. */
  readonly label: string;
  readonly text: string;
}

/** What is compared: its name, its title and date, its paragraphs. */
export interface Side {
  readonly name: string;
  readonly provenance: string;
  readonly paragraphs: readonly LabelledParagraph[];
}

type Row = Pair<LabelledParagraph>;

export function renderComparison(
  left: Side,
  right: Side,
  { pairs, counts }: Comparison<LabelledParagraph>,
  reader: Reader,
): string {
  const { screen, translate } = reader;
  const head = [
    ['−', left],
    ['+', right],
  ] as const;
  const names = head.map(([mark, { name, provenance }]) =>
    wrapped(
      `${mark} ${styled('cyan', harmless(name), screen)}  ${styled('dim', harmless(provenance), screen)}`,
      screen,
      '  ',
    ),
  );
  if (left.name !== right.name && isUnrelated({ pairs, counts }))
    return [names.join('\n'), wrapped(translate('compare.unrelated'), screen, '  ')].join('\n\n');
  const total = translate('compare.total', { ...counts });
  const rows = runsOf(pairs).map((run) => renderRun(run, reader));
  return [names.join('\n'), wrapped(total, screen, '  '), ...rows].join('\n\n');
}

/** Paragraphs that are the same are told together; everything else by itself. */
function renderRun(run: readonly Row[], reader: Reader): string {
  const { screen, translate } = reader;
  const [first] = run;
  if (!first) return '';
  const same = sameIn(run);
  if (same) return wrapped(styled('dim', harmless(translate('compare.same', same)), screen), screen, '  ');
  return renderPair(first, reader);
}

function renderPair(pair: Row, { screen, translate }: Reader): string {
  const text = 'pieces' in pair ? pair.pieces.map((piece) => marked(piece, screen)).join('') : '';
  const alone = (kind: 'left' | 'right', words: string): string => marked({ kind, text: words }, screen);
  switch (pair.kind) {
    case 'left':
      return block(
        translate('compare.left', { label: pair.left.label }),
        alone('left', pair.left.text),
        screen,
      );
    case 'right':
      return block(
        translate('compare.right', { label: pair.right.label }),
        alone('right', pair.right.text),
        screen,
      );
    case 'same':
      return '';
    default: {
      const values = { left: pair.left.label, right: pair.right.label };
      return block(translate(`compare.${pair.kind}`, values), text, screen);
    }
  }
}

function block(heading: string, text: string, screen: Reader['screen']): string {
  return [
    wrapped(styled('cyan', harmless(heading), screen), screen, '  '),
    wrapped(text, screen, '  │ '),
  ].join('\n');
}

/** The marks stand also where there are no colours; they hold exactly what one side has. */
function marked({ kind, text }: Piece, screen: Reader['screen']): string {
  const words = harmless(text);
  if (kind === 'same') return words;
  return kind === 'left' ? styled('red', `[−${words}−]`, screen) : styled('green', `{+${words}+}`, screen);
}

export function comparisonJson(
  left: Side,
  right: Side,
  { pairs, counts }: Comparison<LabelledParagraph>,
): object {
  const side = ({ name, provenance, paragraphs }: Side): object => ({
    name,
    provenance,
    paragraphs: paragraphs.length,
  });
  return {
    left: side(left),
    right: side(right),
    counts,
    pairs: pairs.map((pair) =>
      'likeness' in pair ? { ...pair, likeness: Math.round(pair.likeness * 1000) / 1000 } : pair,
    ),
  };
}
