// How much a server may keep of its own: what one server adds must neither fill the disk nor slow the others' questions.
import { sql } from 'kysely';
import { passagesIn } from '../corpus/passages.ts';
import type { Change } from '../store/tables.ts';
import type { Action } from './change.ts';
import type { Draft } from './version.ts';

/**
 * A long communiqué has 10,000 characters, a transcript 100,000; a hundred documents are the talks of some months. An
 * index takes 8 to 40 bytes a character (npm run bench:sources), so a full server takes up to 80 MB while it is asked.
 * Paragraphs of a hundred characters are short for talk: so many as that makes of all characters cost as much again.
 */
export const defaultLimits = {
  /** Documents that answer; withdrawn and erased ones do not count. */
  documents: 100,
  /** Characters of one document, its metadata included. */
  documentCharacters: 300_000,
  /** Characters of all documents that answer: what the index of the server holds in memory. */
  characters: 2_000_000,
  /** Documents that are kept, withdrawn and erased ones too: an erased one keeps its id for good, so that it is never given again. */
  keptDocuments: 1_000,
  /** Characters of all that is kept, old versions and withdrawn documents too, and what erased ones are forgotten by. */
  keptCharacters: 10_000_000,
  /** Paragraphs of one document. */
  documentParagraphs: 3_000,
  /** Paragraphs of all documents that answer: each takes memory of its own, however short it is. */
  paragraphs: 20_000,
  /** Versions of one document: each is looked through where an old citation is looked for. */
  versions: 100,
  /** Corrections of who is who that hold; an undone one makes room. */
  corrections: 500,
  /** Additions, corrections, restorations, changes of moderators' roles and corrections of who is who within an hour. */
  hourly: 30,
};

export type Limits = Readonly<typeof defaultLimits>;

/** The settings that change them; src/config.ts has their checks. */
export interface LimitSettings {
  readonly SOURCES_DOCUMENTS?: number | undefined;
  readonly SOURCES_DOCUMENT_CHARACTERS?: number | undefined;
  readonly SOURCES_CHARACTERS?: number | undefined;
  readonly SOURCES_KEPT_DOCUMENTS?: number | undefined;
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
    keptDocuments: settings.SOURCES_KEPT_DOCUMENTS ?? defaultLimits.keptDocuments,
    keptCharacters: settings.SOURCES_KEPT_CHARACTERS ?? defaultLimits.keptCharacters,
    documentParagraphs: settings.SOURCES_DOCUMENT_PARAGRAPHS ?? defaultLimits.documentParagraphs,
    paragraphs: settings.SOURCES_PARAGRAPHS ?? defaultLimits.paragraphs,
    versions: settings.SOURCES_VERSIONS ?? defaultLimits.versions,
    corrections: defaultLimits.corrections,
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

/** What is counted before a change. */
const counted = [
  'documents',
  'characters',
  'keptDocuments',
  'keptCharacters',
  'paragraphs',
  'versions',
] as const satisfies readonly (keyof Limits)[];

/** What a change would put to what is there; fewer characters where a correction is shorter. Of versions it is all there would be. */
export type More = Partial<Record<(typeof counted)[number], number>>;

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

const hour = 3_600_000;

/** Where something is changed, and when. */
interface Changing {
  readonly guild: string;
  readonly at: number;
}

/** The first limit that a change would break. Called under the server's lock, so that two at once cannot slip through. */
export async function limitReached(
  change: Change,
  changing: Changing,
  more: More,
  limits: Limits,
): Promise<LimitReached | undefined> {
  const there = { ...(await countedIn(change, changing.guild)), versions: 0 };
  for (const limit of counted) {
    const added = more[limit] ?? 0;
    const [most, would] = [limits[limit], there[limit] + added];
    // What is there already may be over a limit that was lowered; only what makes it more is refused.
    if (added > 0 && would > most) return { ok: false, reason: 'limit', limit, most, would };
  }
  return hourlyReached(change, changing, limits);
}

async function countedIn(change: Change, guild: string) {
  const answering = sql`filter (where state in ('current', 'corrected'))`;
  return change
    .selectFrom('documents')
    .where('guild', '=', guild)
    .select([
      sql<number>`count(*)`.as('keptDocuments'),
      sql<number>`coalesce(sum(kept), 0)`.as('keptCharacters'),
      sql<number>`count(*) ${answering}`.as('documents'),
      sql<number>`coalesce(sum(characters) ${answering}, 0)`.as('characters'),
      sql<number>`coalesce(sum(paragraphs) ${answering}, 0)`.as('paragraphs'),
    ])
    .executeTakeFirstOrThrow();
}

/**
 * What takes something away is never refused, and need not be counted: nothing can be withdrawn, erased or undone oftener than it was
 * added, restored or made.
 */
const hourlyCounted: readonly Action[] = ['add', 'correct', 'restore', 'moderators', 'names'];

/** Whether there were as many changes within the hour as there may be: each has every process read the server's documents anew. */
export async function hourlyReached(
  change: Change,
  { guild, at }: Changing,
  { hourly: most }: Pick<Limits, 'hourly'>,
): Promise<LimitReached | undefined> {
  const last = change
    .selectFrom('audit')
    .where('guild', '=', guild)
    .where('action', 'in', hourlyCounted)
    .orderBy('revision', 'desc')
    .limit(most)
    .select('at');
  const { count, first } = await change
    .selectFrom(last.as('last'))
    .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(at)`.as('first')])
    .executeTakeFirstOrThrow();
  if (first === null || count < most || first <= at - hour) return undefined;
  return { ok: false, reason: 'limit', limit: 'hourly', most, would: most + 1, freeAt: first + hour };
}
