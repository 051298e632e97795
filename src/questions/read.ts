// What is asked of the queue: one question, lists by pages, and the log.
import { sql } from 'kysely';
import type { DeskLogRow, QuestionRow } from '../store/desk-tables.ts';
import { asking } from '../store/engines/transact.ts';
import { inPages } from '../store/pages.ts';
import type { Database } from '../store/tables.ts';
import { type Asked, askersOf } from './deliveries.ts';
import { type Question, questionOf } from './question.ts';
import type { State } from './states.ts';

/** One question of a server. */
export async function findQuestion(
  database: Database,
  guild: string,
  number: number,
): Promise<Question | undefined> {
  const query = database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .selectAll();
  const row = await asking(() => query.executeTakeFirst());
  return row && questionOf(row);
}

/** The question whose fate is that of another: the one it was merged into, at whatever remove. */
export async function rootOf(database: Database, question: Question): Promise<Question> {
  let root = question;
  while (root.state === 'merged' && root.mergedInto !== undefined) {
    const next = await findQuestion(database, root.guild, root.mergedInto);
    if (!next) return root;
    root = next;
  }
  return root;
}

/** How many members asked a question, each once. */
export async function countAskers(database: Database, { guild, number, asker }: Question): Promise<number> {
  const row = { guild, number, asker, erased_at: null };
  const askers: Asked[] = await asking(() => askersOf(database, row));
  return new Set(askers.map((each) => each.asker)).size;
}

export interface Page {
  readonly channel: string;
  /** Only these states; all of them where it is left out. */
  readonly states?: readonly State[] | undefined;
  readonly sitting?: number | undefined;
  /** Only those that other members may read. */
  readonly listed?: boolean;
  /** Words that the question holds, letter for letter except for their case. */
  readonly containing?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Listed {
  readonly questions: readonly Question[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** Questions of a desk, the oldest first, page by page; a page behind the last one is the last one. */
export async function listQuestions(
  database: Database,
  guild: string,
  { containing, page: wanted, size, ...asked }: Page,
): Promise<Listed> {
  const matching = () => matchingQuestions(database, guild, asked);
  const numbers = containing === undefined ? undefined : await numbersWith(matching, containing);
  const total = numbers?.length ?? (await countOf(matching));
  if (total === 0) return { questions: [], total, page: 1, pages: 1 };
  const pages = Math.ceil(total / size);
  const page = Math.min(Math.max(1, wanted), pages);
  const from = (page - 1) * size;
  const query = numbers
    ? matching().where('number', 'in', numbers.slice(from, from + size))
    : matching().limit(size).offset(from);
  const rows = await asking(() => query.orderBy('number').selectAll().execute());
  return { questions: rows.map(questionOf), total, page, pages };
}

type Matching = () => ReturnType<typeof matchingQuestions>;

async function countOf(matching: Matching): Promise<number> {
  const count = matching().select(sql<number>`count(*)`.as('count'));
  return Number((await asking(() => count.executeTakeFirstOrThrow())).count);
}

/** So many texts are looked through at once: a millisecond or two. */
const atOnce = 200;

/** SQLite knows no capitals but A to Z, and PostgreSQL those of its own settings: words are looked for here. */
async function numbersWith(matching: Matching, containing: string): Promise<number[]> {
  const words = containing.toLowerCase();
  const found: number[] = [];
  const rows = inPages<Pick<QuestionRow, 'number' | 'text'>>(atOnce, (last) => {
    const query = matching().where('number', '>', last?.number ?? 0);
    return asking(() => query.orderBy('number').limit(atOnce).select(['number', 'text']).execute());
  });
  for await (const { number, text } of rows) if (text.toLowerCase().includes(words)) found.push(number);
  return found;
}

function matchingQuestions(
  database: Database,
  guild: string,
  { channel, states, sitting, listed = false }: Omit<Page, 'page' | 'size' | 'containing'>,
) {
  return database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .$if(sitting !== undefined, (query) => query.where('sitting', '=', sitting ?? 0))
    .$if(listed, (query) => query.where('listed', '=', 1).where('erased_at', 'is', null));
}

/** The questions whose published answers stand in a channel, in the order of their publication. */
export async function publishedIn(database: Database, guild: string, channel: string): Promise<Question[]> {
  const query = database
    .selectFrom('questions')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.guild', '=', 'questions.guild')
        .onRef('deliveries.number', '=', 'questions.number'),
    )
    .where('questions.guild', '=', guild)
    .where('questions.state', '=', 'published')
    .where('deliveries.kind', '=', 'answer')
    .where('deliveries.channel', '=', channel)
    .where('deliveries.message', 'is not', null)
    .orderBy('questions.published_at')
    .orderBy('questions.number')
    .selectAll('questions');
  return (await asking(() => query.execute())).map(questionOf);
}

/** One change of a desk (number 0) or of a question. */
export interface LogEntry {
  readonly number: number;
  readonly version: number;
  readonly action: string;
  readonly by: string;
  readonly at: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** The log of a desk, or of one of its questions, in the order in which it came about. */
export async function logOf(
  database: Database,
  guild: string,
  { channel, number }: { readonly channel: string; readonly number?: number },
): Promise<LogEntry[]> {
  const query = database
    .selectFrom('desk_log')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .orderBy('at')
    .orderBy('number')
    .orderBy('version')
    .selectAll();
  return (await asking(() => query.execute())).map(entryOf);
}

export function entryOf({ number, version, action, actor, at, before, after }: DeskLogRow): LogEntry {
  return {
    number,
    version,
    action,
    by: actor,
    at,
    before: before === null ? undefined : JSON.parse(before),
    after: after === null ? undefined : JSON.parse(after),
  };
}
