// How much a server may keep of its own: what one server adds must neither fill the disk nor slow the others' questions.
import { sql } from 'kysely';
import type { Change } from '../store/tables.ts';

export interface Limits {
  /** Documents that answer; withdrawn and erased ones do not count. */
  readonly documents: number;
  /** Characters of one document, its metadata included. */
  readonly documentCharacters: number;
  /** Characters of all documents that answer: what the index of the server holds in memory. */
  readonly characters: number;
  /** Characters of all that is kept, old versions and withdrawn documents too. */
  readonly keptCharacters: number;
  /** Additions and corrections within an hour. */
  readonly hourly: number;
}

/**
 * A long communiqué has 10,000 characters, a transcript 100,000; a hundred documents are the talks of some months. An
 * index takes 20 to 40 bytes a character (npm run bench:store), so a full server takes up to 80 MB while it is asked.
 */
export const defaultLimits: Limits = {
  documents: 100,
  documentCharacters: 300_000,
  characters: 2_000_000,
  keptCharacters: 10_000_000,
  hourly: 30,
};

/** The settings that change them; src/config.ts has their checks. */
export interface LimitSettings {
  readonly SOURCES_DOCUMENTS?: number | undefined;
  readonly SOURCES_DOCUMENT_CHARACTERS?: number | undefined;
  readonly SOURCES_CHARACTERS?: number | undefined;
  readonly SOURCES_KEPT_CHARACTERS?: number | undefined;
  readonly SOURCES_PER_HOUR?: number | undefined;
}

export function limitsOf(settings: LimitSettings): Limits {
  return {
    documents: settings.SOURCES_DOCUMENTS ?? defaultLimits.documents,
    documentCharacters: settings.SOURCES_DOCUMENT_CHARACTERS ?? defaultLimits.documentCharacters,
    characters: settings.SOURCES_CHARACTERS ?? defaultLimits.characters,
    keptCharacters: settings.SOURCES_KEPT_CHARACTERS ?? defaultLimits.keptCharacters,
    hourly: settings.SOURCES_PER_HOUR ?? defaultLimits.hourly,
  };
}

/** A limit that stands in the way: which, how much it allows, and what there would be. */
export interface LimitReached {
  readonly ok: false;
  readonly reason: 'limit';
  readonly limit: keyof Limits;
  readonly most: number;
  readonly would: number;
  /** For the hourly limit: when the next addition is free, in milliseconds since 1970. */
  readonly freeAt?: number;
}

/** What a change would put to what is there. */
export interface More {
  readonly documents: number;
  /** Characters of the document itself. */
  readonly size: number;
  /** Characters more that answer; fewer where a correction is shorter. */
  readonly characters: number;
  /** Characters more that are kept. */
  readonly kept: number;
}

const hour = 3_600_000;

/** The first limit that a change would break. Called under the server's lock, so that two at once cannot slip through. */
export async function limitReached(
  change: Change,
  { guild, at }: { readonly guild: string; readonly at: number },
  more: More,
  limits: Limits,
): Promise<LimitReached | undefined> {
  const answering = await answeringIn(change, guild);
  const kept = await keptIn(change, guild);
  const would: readonly [keyof Limits, number][] = [
    ['documentCharacters', more.size],
    ['documents', answering.documents + more.documents],
    ['characters', answering.characters + more.characters],
    ['keptCharacters', kept + more.kept],
  ];
  // What is there already may be over a limit that was lowered; only what makes it more is refused.
  const added = {
    documentCharacters: 1,
    documents: more.documents,
    characters: more.characters,
    keptCharacters: more.kept,
    hourly: 1,
  };
  for (const [limit, count] of would) {
    if (added[limit] > 0 && count > limits[limit]) {
      return { ok: false, reason: 'limit', limit, most: limits[limit], would: count };
    }
  }
  return more.kept > 0 ? tooManyThisHour(change, guild, at, limits.hourly) : undefined;
}

async function answeringIn(
  change: Change,
  guild: string,
): Promise<{ documents: number; characters: number }> {
  return change
    .selectFrom('documents')
    .where('guild', '=', guild)
    .where('state', 'in', ['current', 'corrected'])
    .select([
      sql<number>`count(*)`.as('documents'),
      sql<number>`coalesce(sum(characters), 0)`.as('characters'),
    ])
    .executeTakeFirstOrThrow();
}

async function keptIn(change: Change, guild: string): Promise<number> {
  const { kept } = await change
    .selectFrom('versions')
    .where('guild', '=', guild)
    .select(sql<number>`coalesce(sum(characters), 0)`.as('kept'))
    .executeTakeFirstOrThrow();
  return kept;
}

async function tooManyThisHour(
  change: Change,
  guild: string,
  at: number,
  most: number,
): Promise<LimitReached | undefined> {
  const { count, first } = await change
    .selectFrom('versions')
    .where('guild', '=', guild)
    .where('created_at', '>', at - hour)
    .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(created_at)`.as('first')])
    .executeTakeFirstOrThrow();
  if (count < most) return undefined;
  const freeAt = (first ?? at) + hour;
  return { ok: false, reason: 'limit', limit: 'hourly', most, would: count + 1, freeAt };
}
