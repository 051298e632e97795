// Words as people write them: letters of one script, small, capital or with a capital at their head.

/** A piece with the letters that go on to both sides of it. */
export function wordAround(text: string, index: number, length: number): string {
  const [before = ''] = /[\p{L}’ʼ]*$/u.exec(text.slice(Math.max(0, index - 20), index)) ?? [];
  const [after = ''] = /^[\p{L}’ʼ]*/u.exec(text.slice(index + length, index + length + 20)) ?? [];
  return before + text.slice(index, index + length) + after;
}

/** A word as people write it, in letters of one script, small, capital or with a capital at its head. */
export function isWord(written: string): boolean {
  const word = written.replace(/(?<=\p{L})[’ʼ](?=\p{L})/gu, '');
  const isOneScript = /^(?:\p{Script=Latin}+|\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u.test(word);
  return isOneScript && /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word);
}

/** A word, or words with the marks around and between them ("буде»"); beside capitals a mark may be a byte ("РІСЃС–"). */
export function areCyrillic(run: string): boolean {
  if (isWord(run) && /^\p{Script=Cyrillic}{3}/u.test(run)) return true;
  const words = run.split(/[\p{P}\p{Zs}]+/u).filter((word) => word !== '');
  return (
    words.length > 0 && words.every((word) => isWord(word) && /^\p{Script=Cyrillic}\p{Ll}{2}/u.test(word))
  );
}
