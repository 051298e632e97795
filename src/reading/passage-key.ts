// The name under which what is kept of a passage is kept.
import { createHash } from 'node:crypto';

/**
 * Decided by all that the model reads: title and text, and where the one ends. 128 bits of SHA-256 in hexadecimal, so that no text
 * can be made to pass for another.
 */
export function passageKey(title: string, text: string): string {
  return createHash('sha256').update(`${title.length}\n${title}\n${text}`, 'utf8').digest('hex').slice(0, 32);
}
