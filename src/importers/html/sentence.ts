// Sentences of a writer, as against headlines, labels and the items of a menu.

const fewestWords = 4;
const end = /[.!?…:;][\])"'”’»“]*$/u;

/** Whether a line is a whole sentence: several words, and a mark at its end. */
export function isSentence(line: string): boolean {
  const text = line.trim();
  return end.test(text) && (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords;
}
