// Where the words of a document are looked for that were erased.

import { UserError } from '../../common/errors.ts';
import type { Document } from '../../corpus/document.ts';
import { isOwn } from '../../sources/version.ts';

/** Whoever looks for the words of an erased document hears that, and why. */
export function refuseErased(document: Document | undefined): void {
  if (!document || !isOwn(document) || document.erased === undefined) return;
  throw new UserError({ key: 'own.cited.erased', values: { id: document.id, reason: document.erased } });
}
