// A part of a passage as custom ids and menus carry it: short whatever the document is called, and good after a restart.
// Nothing in it is believed: it resolves to a passage of the library, with the same words as when it was made, or to none.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../common/errors.ts';
import type { Document } from '../../corpus/document.ts';
import { hashOf, type Passage, type Span } from '../../corpus/passages.ts';
import type { Library } from '../../library.ts';
import type { Cited } from '../../questions/cited.ts';
import { isOwn } from '../../sources/version.ts';
import { refuseErased } from '../source/erased.ts';

/** `0123456789ab.5.0123456789abcdef.0.120.c`: at most 60 characters, of which a custom id may have 100. */
export type Ref = string;

const count = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);
const refSchema = z.tuple([
  z.string().regex(/^[0-9a-f]{12}$/),
  count,
  z.string().regex(/^[0-9a-f]{16}$/),
  count,
  count,
  z.enum(['c', 'o', 'w']),
]);

const letters = { current: 'c', corrected: 'o', withdrawn: 'w' } as const;

/** A passage and a part of it, as they stand now. */
export interface Place {
  readonly passage: Passage;
  readonly part: Span;
}

export function refOf({ passage, part }: Place): Ref {
  const { document, paragraph } = passage;
  const at = [paragraph, hashOf(passage), part.start, part.end];
  return [keyOf(document.id), ...at, letters[document.status]].join('.');
}

/** A passage as the queue of questions keeps it. */
export function refOfCited({ document, paragraph, hash, start, end }: Cited): Ref {
  return [keyOf(document), paragraph, hash, start, end, letters.current].join('.');
}

/** The whole of a passage. */
export function wholeOf(passage: Passage): Place {
  return { passage, part: { start: 0, end: passage.text.length } };
}

/** 48 bits: among ten thousand documents the chance that any two share it is below one in a million. */
function keyOf(id: string): string {
  return createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 12);
}

/** Throws `UserError` where the reference is none, or the sources have changed under it. */
export async function placeOf(ref: Ref, library: Library): Promise<Place> {
  const place = await resolved(ref, library);
  if (place === 'malformed') throw new UserError({ key: 'discord.gone' });
  if (place === 'changed') throw changed(ref, documentOf(ref, library));
  return place;
}

/** Of a server's own document every version is kept: its old words can be looked up, with why they were corrected. */
function changed(ref: Ref, document: Document | undefined): UserError {
  refuseErased(document);
  const [, paragraph, hash] = ref.split('.');
  if (!document || !isOwn(document)) return new UserError({ key: 'reading.changed' });
  const citation = `${document.id} ¶${paragraph} #${hash}`;
  return new UserError({ key: 'reading.corrected', values: { id: document.id, citation } });
}

/** The passage with these words, if the sources still have it, whatever became of its document. */
export async function placeIfAny(ref: Ref, library: Library): Promise<Place | undefined> {
  const place = await resolved(ref, library);
  return typeof place === 'string' ? undefined : place;
}

/** Whether a passage stands as it did: the same words, and a document that is neither corrected nor withdrawn since. */
export async function standsAsBefore(ref: Ref, library: Library): Promise<boolean> {
  const place = await resolved(ref, library);
  return typeof place !== 'string' && letters[place.passage.document.status] === ref.at(-1);
}

function documentOf(ref: Ref, library: Library): Document | undefined {
  return documentsByKey(library).get(ref.split('.', 1)[0] ?? '');
}

async function resolved(ref: Ref, library: Library): Promise<Place | 'malformed' | 'changed'> {
  const read = refSchema.safeParse(ref.split('.'));
  if (!read.success) return 'malformed';
  const [key, paragraph, hash, start, end] = read.data;
  const document = documentsByKey(library).get(key);
  const passage = document && passageWith(hash, paragraph, await library.passagesOf(document));
  if (!passage) return 'changed';
  return start < end && end <= passage.text.length ? { passage, part: { start, end } } : 'malformed';
}

/** The paragraph of that number, or, where the document has grown, the one with the same words. */
function passageWith(hash: string, paragraph: number, passages: readonly Passage[]): Passage | undefined {
  const there = passages[paragraph - 1];
  if (there && hashOf(there) === hash) return there;
  return passages.find((passage) => hashOf(passage) === hash);
}

const known = new WeakMap<Library, ReadonlyMap<string, Document>>();

/** Made once a library: its documents never change. */
function documentsByKey(library: Library): ReadonlyMap<string, Document> {
  const made = known.get(library) ?? new Map(library.documents.map((each) => [keyOf(each.id), each]));
  known.set(library, made);
  return made;
}
