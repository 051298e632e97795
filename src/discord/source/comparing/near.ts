// The documents of a server that share much wording with a text.
import { setImmediate as otherThings } from 'node:timers/promises';
import { duplicateWarnings, knownOf } from '../../../importers/checks/checks.ts';
import type { Library } from '../../../library.ts';
import type { Message } from '../../../messages/messages.ts';

/** What is said of them; `except` leaves one id out. Others have their turn between documents. */
export async function nearIn({ documents }: Library, text: string, except?: string): Promise<Message[]> {
  const known = knownOf([]);
  for (const document of documents) {
    known.add(document);
    await otherThings();
  }
  return duplicateWarnings(known.near(text, except));
}
