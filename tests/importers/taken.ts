// A file as it is taken: what the tests of every format begin with.
import { extract } from '../../src/importers/extract.ts';
import type { Taken } from '../../src/importers/imported.ts';
import { defaultLimits } from '../../src/importers/limits.ts';

/** Throws with the key of the refusal where it is not taken. */
export async function taken(name: string, content: string | Uint8Array): Promise<Taken> {
  const imported = await extract({ name, bytes: Buffer.from(content), limits: defaultLimits });
  if (!imported.ok) throw new Error(imported.reason.key);
  return imported;
}

export const takenPage = (html: string | Uint8Array): Promise<Taken> => taken('page.html', html);
