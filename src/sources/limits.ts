// How much a server may keep of its own: what one server adds must neither fill the disk nor slow the others' questions.
import { sql } from 'kysely';
import { passagesIn } from '../corpus/passages.ts';
import type { Change } from '../store/tables.ts';
import type { Draft } from './version.ts';

export interface Limits {
  /** Documents that answer; withdrawn and erased ones do not count. */
  readonly documents: number;
  /** Characters of one document, its metadata included. */
  readonly documentCharacters: number;
  /** Characters of all documents that answer: what the index of the server holds in memory. */
  readonly characters: number;
  /** Characters of all that is kept, old versions and withdrawn documents too. */
  readonly keptCharacters: number;
  /** Paragraphs of one document. */
  readonly documentParagraphs: number;
  /** Paragraphs of all documents that answer: each takes memory of its own, however short it is. */
  readonly paragraphs: number;
  /** Versions of one document: each is looked through where an old citation is looked for. */
  readonly versions: number;
  /** Additions and corrections within an hour. */
  readonly hourly: number;
}

/**
 * A long communiqué has 10,000 characters, a transcript 100,000; a hundred documents are the talks of some months. An
 * index takes 20 to 40 bytes a character (npm run bench:store), so a full server takes up to 80 MB while it is asked.
 * Paragraphs of a hundred characters are short for talk: so many as that makes of all characters cost as much again.
 */
export const defaultLimits: Limits = {
  documents: 100,
  documentCharacters: 300_000,
  characters: 2_000_000,
  keptCharacters: 10_000_000,
  documentParagraphs: 3_000,
  paragraphs: 20_000,
  versions: 100,
  hourly: 30,
};

/** The settings that change them; src/config.ts has their checks. */
export interface LimitSettings {
  readonly SOURCES_DOCUMENTS?: number | undefined;
  readonly SOURCES_DOCUMENT_CHARACTERS?: number | undefined;
  readonly SOURCES_CHARACTERS?: number | undefined;
  readonly SOURCES_KEPT_CHARACTERS?: number | undefined;
  readonly SOURCES_DOCUMENT_PARAGRAPHS?: number | undefined;
  readonly SOURCES_PARAGRAPHS?: number | undefined;
  readonly SOURCES_VERSIONS?: number | undefined;
  readonly SOURCES_PER_HOUR?: number | undefined;
}

export function limitsOf(settings: LimitSettings): Limits {
  return {
    documents: settings.SOURCES_DOCUMENTS ?? defaultLimits.documents,
    documentCharacters: settings.SOURCES_DOCUMENT_CHARACTERS ?? defaultLimits.documentCharacters,
    characters: settings.SOURCES_CHARACTERS ?? defaultLimits.characters,
    keptCharacters: settings.SOURCES_KEPT_CHARACTERS ?? defaultLimits.keptCharacters,
    documentParagraphs: settings.SOURCES_DOCUMENT_PARAGRAPHS ?? defaultLimits.documentParagraphs,
    paragraphs: settings.SOURCES_PARAGRAPHS ?? defaultLimits.paragraphs,
    versions: settings.SOURCES_VERSIONS ?? defaultLimits.versions,
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
  /** Paragraphs more that answer. */
  readonly paragraphs: number;
  /** How many versions the document would have; 0 where none is added. */
  readonly versions: number;
}

const hour = 3_600_000;

/**
 * Whether a text alone is more than a document may have. It is asked before anything else is done with a text: what is
 * done with it then takes no longer than for one that fits. `beside` are characters that come to those of the text.
 */
export function sizeReached(
  { text, format }: Pick<Draft, 'text' | 'format'>,
  { documentCharacters, documentParagraphs }: Limits,
  beside = 0,
): LimitReached | undefined {
  const reached = { ok: false, reason: 'limit' } as const;
  const characters = text.length + beside;
  if (characters > documentCharacters)
    return { ...reached, limit: 'documentCharacters', most: documentCharacters, would: characters };
  const paragraphs = passagesIn(text, { headings: format === 'markdown' });
  if (paragraphs > documentParagraphs)
    return { ...reached, limit: 'documentParagraphs', most: documentParagraphs, would: paragraphs };
  return undefined;
}

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
    ['paragraphs', answering.paragraphs + more.paragraphs],
    ['versions', more.versions],
  ];
  // What is there already may be over a limit that was lowered; only what makes it more is refused.
  const added: Partial<Record<keyof Limits, number>> = {
    documentCharacters: 1,
    documents: more.documents,
    characters: more.characters,
    keptCharacters: more.kept,
    paragraphs: more.paragraphs,
    versions: more.versions,
  };
  for (const [limit, count] of would) {
    if ((added[limit] ?? 0) > 0 && count > limits[limit]) {
      return { ok: false, reason: 'limit', limit, most: limits[limit], would: count };
    }
  }
  return more.kept > 0 ? tooManyThisHour(change, guild, at, limits.hourly) : undefined;
}

interface Answering {
  readonly documents: number;
  readonly characters: number;
  readonly paragraphs: number;
}

/**
 * How many paragraphs a version has, as the database counts them: each hash has 16 digits, two marks and a comma. To read
 * all hashes for it would take as long as to read the texts.
 */
export const paragraphCount = sql<number>`(length(versions.paragraphs) - 1) / 19`;

async function answeringIn(change: Change, guild: string): Promise<Answering> {
  return change
    .selectFrom('documents')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.guild', '=', 'documents.guild')
        .onRef('versions.document', '=', 'documents.id')
        .onRef('versions.version', '=', 'documents.version'),
    )
    .where('documents.guild', '=', guild)
    .where('documents.state', 'in', ['current', 'corrected'])
    .select([
      sql<number>`count(*)`.as('documents'),
      sql<number>`coalesce(sum(documents.characters), 0)`.as('characters'),
      sql<number>`coalesce(sum(${paragraphCount}), 0)`.as('paragraphs'),
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
