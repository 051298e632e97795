// Whom somebody means by what is typed, and who is offered meanwhile: by a name, by an office, or by both.

import { isTitle } from '../corpus/names/offices.ts';
import { fold } from '../corpus/text/folding.ts';
import type { Everybody, Who } from './who.ts';

type Typed = Pick<Everybody, 'named' | 'offices'>;

/** Whom a name or an office means; of "Senator Chris Murphy", "president of France Macron" the name behind the office, where the whole is nobody's. */
export function whoTyped(typed: string, { named, offices }: Typed): readonly Who[] {
  const whole = named.find(typed, () => offices.find(typed));
  if (whole.length > 0) return whole;
  const words = typed.trim().split(/\s+/u);
  const plain = words.map((word) => fold(word).text.replace(/[^\p{L}'-]+/gu, ''));
  const title = plain.findIndex(isOffice);
  if (title < 0) return [];
  for (let from = title + 1; from < words.length; from += 1) {
    const before = plain[from - 1] ?? '';
    // "The University of Brandt" is not he; and behind what an office is of his name stands whole or by itself.
    if (tied.test(before) || !(isOffice(before) || tied.test(plain[from - 2] ?? '') || from > title + 2))
      continue;
    const found = named.findWritten(words.slice(from).join(' ')).filter(({ kind }) => kind === 'person');
    if (found.length > 0) return found;
  }
  return [];
}

const tied = /^(?:of|the|for|to|de|du|der|des)$/u;

/** "US-Präsident" is one, too. */
export function isOffice(word: string): boolean {
  return isTitle(word) || isTitle(word.slice(word.lastIndexOf('-') + 1));
}

/** Who is offered: by names first, then by offices. */
export function whoBegun(typed: string, { named, offices }: Typed): readonly Who[] {
  return named.suggest(typed, () => offices.suggest(typed));
}
