// What changed in the wording of a paragraph, word by word.
import { diffWordsWithSpace } from 'diff';

/** A run of words that both have, or only one. Texts are exact: nothing is added and nothing is lost. */
export interface Piece {
  readonly kind: 'same' | 'left' | 'right';
  readonly text: string;
}

/** Paragraphs that differ in more words than this are told as one for the other: the search takes their square. */
const mostEdits = 1_000;

/** The pieces in order: `same` and `left` joined are the left text, `same` and `right` the right one. */
export function wordsOf(left: string, right: string): Piece[] {
  if (left === right) return [{ kind: 'same', text: left }];
  const changes = diffWordsWithSpace(left, right, { maxEditLength: mostEdits });
  if (!changes)
    return joined([
      { kind: 'left', text: left },
      { kind: 'right', text: right },
    ]);
  return joined(
    changes.map(
      ({ value, added, removed }): Piece => ({
        kind: added ? 'right' : removed ? 'left' : 'same',
        text: value,
      }),
    ),
  );
}

/**
 * Two changed words with only a blank between them are one change: "the old rule" for "a new law", not "the" for "a",
 * "old" for "new" and "rule" for "law".
 */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let left = '';
  let right = '';
  const close = (): void => {
    if (left !== '') result.push({ kind: 'left', text: left });
    if (right !== '') result.push({ kind: 'right', text: right });
    [left, right] = ['', ''];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween = /^\s+$/u.test(text) && left !== '' && right !== '' && index + 1 < pieces.length;
    if (kind === 'same' && !isBetween) {
      close();
      result.push({ kind, text });
    } else {
      if (kind !== 'right') left += text;
      if (kind !== 'left') right += text;
    }
  }
  close();
  return result;
}
