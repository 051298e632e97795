// Names made comparable, whoever wrote them.
import { fold } from '../text/folding.ts';

const plain = /^[!-~ ]*$/u;

/** A name as it is compared: without case, accents, marks and its article. */
export function nameKey(name: string): string {
  const words = (plain.test(name) ? name.toLowerCase() : fold(name).text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join(' ');
}
