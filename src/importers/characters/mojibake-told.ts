// What is said of a text whose characters a program took for others: in which paragraphs, and what would stand there.
import type { Message } from '../../messages/messages.ts';
import { listed } from '../checks/listed.ts';
import { repairOf } from './mojibake.ts';

/** So many examples show what it is about. */
const mostExamples = 3;

/** `right` are the paragraphs as they could be put right; without it that is tried here. */
export function mojibakeWarnings(
  paragraphs: readonly string[],
  right: readonly string[] | undefined,
): Message[] {
  const repair = right ? undefined : repairOf(paragraphs);
  const mended = right ?? (repair ? paragraphs.map(repair.mend) : paragraphs);
  const odd = paragraphs.flatMap((text, index) => (text === mended[index] ? [] : [index]));
  if (odd.length === 0) return [];
  const values = { count: odd.length, paragraphs: listed(odd.map((index) => index + 1)) };
  if (repair && repair.lost > 0) return [{ key: 'import.warning.mojibakeLost', values }];
  const pairs = odd.flatMap((index) => changedWords(paragraphs[index] ?? '', mended[index] ?? ''));
  const examples = [...new Set(pairs)].slice(0, mostExamples).join('; ');
  return [{ key: 'import.warning.mojibake', values: { ...values, examples } }];
}

/** `weâ€™ll → we’ll`; nothing where the words of one have none in the other. */
function changedWords(odd: string, right: string): string[] {
  const [before, after] = [odd.split(/\s+/u), right.split(/\s+/u)];
  if (before.length !== after.length) return [];
  return before.flatMap((word, index) => (word === after[index] ? [] : [`${word} → ${after[index]}`]));
}
