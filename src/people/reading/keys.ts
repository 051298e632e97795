// Under which key a name stands: its folded words, without initials.
import { isSuffix } from './mentions.ts';
import type { Word } from './words.ts';

/** A name's words without initials and what stands behind a comma: of "Donald J. Trump, Jr." the outer ones and "jr". */
export function significant(words: readonly Word[]): readonly Word[] {
  const kept = words.filter(
    ({ low }, at) => at === 0 || at === words.length - 1 || low.replace(/[.]/gu, '').length > 1,
  );
  return kept.length > 0 && kept.every(isSuffix) ? [] : kept;
}

export function keyOf(words: readonly Word[]): string {
  return words.map(({ low }) => low.replace(/\./gu, '')).join(' ');
}

/** "Donald J. Trump", "J. D. Holm": so only people are called. */
export function isInitialed(words: readonly Word[]): boolean {
  return words.length > 2 && words.slice(0, -1).some(({ text }) => /^\p{Lu}$/u.test(text));
}
