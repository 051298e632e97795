// The buttons below a passage, and the menu of the passages that a reply tells of.

import { labelOf, type Passage } from '../../corpus/passages.ts';
import type { Translate } from '../../messages/messages.ts';
import type { Cited } from '../../questions/cited.ts';
import { button, menuRow, menuText, type Row, rowsOf } from '../rendering/controls.ts';
import { readingId } from './ids.ts';
import { type Place, type Ref, refOf, refOfCited } from './refs.ts';

/** What a menu holds at most. */
const mostOptions = 25;

/** In context, share, quote card, cite. */
export function passageButtons(place: Place, translate: Translate): Row[] {
  const ref = refOf(place);
  return rowsOf([
    button(readingId('context', ref), translate('reading.context')),
    shareButton(translate),
    ...copyButtons(ref, translate),
  ]);
}

export function copyButtons(ref: Ref, translate: Translate) {
  return [
    button(readingId('card', ref, 'light'), translate('reading.card')),
    button(readingId('styles', ref), translate('reading.cite')),
  ];
}

export function shareButton(translate: Translate) {
  return button(readingId('share'), translate('reading.share'), 'first');
}

/** Below one passage everything that can be done with it, below several a menu of them. */
export function controlsFor(places: readonly Place[], translate: Translate): Row[] {
  const [first, ...others] = places;
  return first && others.length === 0 ? passageButtons(first, translate) : listControls(places, translate);
}

/** Below a reply that tells of passages: a menu of them, and sharing. */
export function listControls(places: readonly Place[], translate: Translate): Row[] {
  return [...passageMenu(places, translate), ...rowsOf([shareButton(translate)])];
}

/** A menu of passages, each by its citation and its first words, once; the one that is chosen opens beside the list. */
export function passageMenu(places: readonly Place[], translate: Translate): Row[] {
  const options = new Map(places.map((place) => [refOf(place), place]));
  if (options.size === 0) return [];
  const row = menuRow({
    id: readingId('open'),
    placeholder: translate('reading.passages', { count: options.size }),
    options: [...options].slice(0, mostOptions).map(([value, { passage, part }]) => ({
      label: menuText(labelOf(passage)),
      description: menuText(beginningOf(passage, part.start)),
      value,
    })),
  });
  return [row];
}

/** Below a published answer, for everybody: its passage in context, as a card, cited; of several, a menu. */
export function citedControls(chosen: readonly Cited[], translate: Translate): Row[] {
  const cited = new Map(chosen.map((each) => [refOfCited(each), each]));
  const [ref, ...others] = cited.keys();
  if (ref === undefined) return [];
  if (others.length === 0) {
    return rowsOf([
      button(readingId('context', ref), translate('reading.context')),
      ...copyButtons(ref, translate),
    ]);
  }
  const options = [...cited].slice(0, mostOptions).map(([value, { label, text, start }]) => ({
    label: menuText(label),
    description: menuText(text.slice(start, start + 200)),
    value,
  }));
  return [
    menuRow({
      id: readingId('open'),
      placeholder: translate('reading.passages', { count: options.length }),
      options,
    }),
  ];
}

/** The heading above a passage, where there is one, and the words that are shown. */
function beginningOf({ headings, text }: Passage, start: number): string {
  const heading = headings.at(-1);
  const words = text.slice(start, start + 200);
  return heading === undefined ? words : `${heading} · ${words}`;
}
