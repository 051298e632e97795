// What a document tells in its own words of what somebody holds: "Kyiv has long aspired to join NATO".
import type { Document } from '../corpus/document.ts';
import type { Item } from './item.ts';
import type { Sources } from './sources.ts';
import type { Who } from './who.ts';

export function accountsOf(_who: Who, _documents: readonly Document[], _sources: Sources): Item[] {
  return [];
}
