// Rooms become a collection as an operator's folder would: the passages of one title are one document, in their order.

import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import type { Collection } from '../../src/corpus/files/collection.ts';
import { type Passage, passagesOf } from '../../src/corpus/passages.ts';
import type { Room } from './rooms.ts';

export interface RoomCollection {
  readonly collection: Collection;
  /** The passages of a room, in the room's own order: what its questions' `gold` counts. */
  passagesOf(room: Room): readonly Passage[];
}

/** The same among documents of other things, up to so many of their passages: whoever asks has a library before them and not a folder. */
export function drownedIn(
  { collection, passagesOf: ofRoom }: RoomCollection,
  others: readonly Document[],
  most: number,
): RoomCollection {
  const documents = [...collection.documents];
  const passages = [...collection.passages];
  const end = passages.length + most;
  for (const document of others) {
    if (passages.length >= end) break;
    documents.push(document);
    for (const passage of passagesOf(document, { headings: false })) passages.push(passage);
  }
  return { collection: { ...collection, documents, passages }, passagesOf: ofRoom };
}

const between = '\n\n';

/** The documents of rooms, without a dossier: that is what somebody has who brings his own texts. */
export function collectionOf(rooms: readonly Room[]): RoomCollection {
  const passages = new Map(rooms.map((room) => [room, passagesIn(room)]));
  const all = [...passages.values()].flat();
  const documents = [...new Set(all.map(({ document }) => document))];
  const ordered = [...Map.groupBy(all, ({ document }) => document).values()].flat();
  return {
    collection: { documents, passages: ordered, dossier: emptyDossier, problems: [] },
    passagesOf: (room) => passages.get(room) ?? [],
  };
}

/** A passage is cut where the room cuts it, even where a blank line stands in it: questions count the room's passages. */
function passagesIn(room: Room): Passage[] {
  const byTitle = Map.groupBy(room.passages, ({ title }) => title);
  const documents = new Map(
    [...byTitle].map(([title, own], at) => [title, documentOf(room, title, own, at)]),
  );
  const next = new Map<string, { readonly start: number; readonly paragraph: number }>();
  return room.passages.flatMap(({ title, text }): Passage[] => {
    const document = documents.get(title);
    if (!document) return [];
    const { start, paragraph } = next.get(title) ?? { start: 0, paragraph: 1 };
    const end = start + text.length;
    next.set(title, { start: end + between.length, paragraph: paragraph + 1 });
    return [{ document, paragraph, start, end, text: document.text.slice(start, end), headings: [] }];
  });
}

function documentOf(room: Room, title: string, own: Room['passages'], at: number): Document {
  const shown = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return {
    id: `${room.name}-${at + 1}`,
    title: shown === '' ? undefined : { value: shown, by: 'source' },
    kind: 'other',
    language: room.language,
    status: 'current',
    file: room.name,
    text: own.map(({ text }) => text).join(between),
  };
}
