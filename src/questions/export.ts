// A sitting as data, and as CSV that a spreadsheet cannot take for formulas. Names of those who asked anonymously are left out.
import { stringify } from 'csv-stringify/sync';
import type { DeskLogRow, QuestionRow } from '../store/desk-tables.ts';
import { inPages } from '../store/pages.ts';
import type { Change, Database } from '../store/tables.ts';
import { snapshot } from '../store/transact.ts';
import { messageOf } from './deliver.ts';
import { type DeskSettings, deskIn } from './desk.ts';
import { type Question, questionOf } from './question.ts';
import { entryOf, type LogEntry } from './read.ts';
import type { State } from './states.ts';

/** A question as it is given away. */
export interface ExportedQuestion {
  readonly number: number;
  readonly state: State;
  /** The member's id; undefined where they asked anonymously. */
  readonly asker: string | undefined;
  readonly text: string;
  readonly askedAt: string;
  readonly passages: readonly { readonly label: string; readonly hash: string; readonly text: string }[];
  readonly note: string | undefined;
  readonly reason: string | undefined;
  readonly reasonWords: string | undefined;
  readonly mergedInto: number | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: string | undefined;
  readonly publishedAt: string | undefined;
  readonly revisedAt: string | undefined;
  readonly flags: Question['flags'];
  readonly message: string | undefined;
  readonly log: readonly LogEntry[];
}

export interface ExportedSitting {
  readonly guild: string;
  readonly channel: string;
  readonly sitting: number;
  readonly openedAt: string | undefined;
  readonly closedAt: string | undefined;
  readonly settings: DeskSettings | undefined;
  readonly questions: readonly ExportedQuestion[];
  readonly log: readonly LogEntry[];
}

/** Everything that was asked and answered in a sitting, as it was at one moment. */
export async function exportSitting(
  database: Database,
  guild: string,
  { channel, sitting }: { readonly channel: string; readonly sitting: number },
): Promise<ExportedSitting> {
  return snapshot(database, async (moment) => {
    const desk = await deskIn(moment, guild, channel);
    const row = await moment
      .selectFrom('sittings')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('sitting', '=', sitting)
      .selectAll()
      .executeTakeFirst();
    const where = { guild, channel };
    const questions: ExportedQuestion[] = [];
    for await (const each of questionsOf(moment, where, sitting)) {
      const answer = { guild, kind: 'answer', desk: channel, number: each.number } as const;
      const stands = await messageOf(moment, answer);
      const log = await all(logOf(moment, where, each.number));
      questions.push(exportedOf(questionOf(each), log, stands?.message));
    }
    return {
      guild,
      channel,
      sitting,
      openedAt: timeOf(row?.opened_at),
      closedAt: timeOf(row?.closed_at),
      settings: desk?.settings,
      questions,
      log: await all(logOf(moment, where, 0)),
    };
  });
}

interface InDesk {
  readonly guild: string;
  readonly channel: string;
}

/** So many rows are read at once: a millisecond or two. */
const atOnce = 200;

function questionsOf(
  moment: Change,
  { guild, channel }: InDesk,
  sitting: number,
): AsyncGenerator<QuestionRow> {
  return inPages<QuestionRow>(atOnce, (last) =>
    moment
      .selectFrom('questions')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('sitting', '=', sitting)
      .where('number', '>', last?.number ?? 0)
      .orderBy('number')
      .limit(atOnce)
      .selectAll()
      .execute(),
  );
}

/** What was done to a question; 0 is the desk itself. */
async function* logOf(moment: Change, { guild, channel }: InDesk, number: number): AsyncGenerator<LogEntry> {
  const rows = inPages<DeskLogRow>(atOnce, (last) =>
    moment
      .selectFrom('desk_log')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('number', '=', number)
      .where('version', '>', last?.version ?? -1)
      .orderBy('version')
      .limit(atOnce)
      .selectAll()
      .execute(),
  );
  for await (const row of rows) yield entryOf(row);
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

function timeOf(time: number | null | undefined): string | undefined {
  return time === null || time === undefined ? undefined : new Date(time).toISOString();
}

function exportedOf(
  question: Question,
  log: readonly LogEntry[],
  message: string | undefined,
): ExportedQuestion {
  const { asker, anonymous, chosen } = question;
  return {
    number: question.number,
    state: question.state,
    asker: anonymous ? undefined : asker,
    text: question.text,
    askedAt: new Date(question.askedAt).toISOString(),
    passages: chosen.map(({ label, hash, text }) => ({ label, hash, text })),
    note: question.note,
    reason: question.reason,
    reasonWords: question.reasonWords,
    mergedInto: question.mergedInto,
    decidedBy: question.decidedBy,
    decidedAt: timeOf(question.decidedAt),
    publishedAt: timeOf(question.publishedAt),
    revisedAt: timeOf(question.revisedAt),
    flags: question.flags,
    message,
    log: anonymous ? log.map((entry) => nameless(entry, asker)) : log,
  };
}

/** An entry of the log without the name of somebody who asked anonymously. */
export function nameless(entry: LogEntry, asker: string): LogEntry {
  const hidden: unknown = JSON.parse(
    JSON.stringify({ before: entry.before ?? null, after: entry.after ?? null }, (key, value: unknown) =>
      key === 'asker' ? undefined : value,
    ),
  );
  const by = entry.by === asker ? 'anonymous' : entry.by;
  return typeof hidden === 'object' && hidden !== null ? { ...entry, by, ...hidden } : { ...entry, by };
}

const columns = [
  'number',
  'state',
  'asker',
  'text',
  'askedAt',
  'citations',
  'passages',
  'note',
  'reason',
  'reasonWords',
  'mergedInto',
  'decidedBy',
  'decidedAt',
  'publishedAt',
  'revisedAt',
] as const;

/** One line a question, with CRLF line ends (RFC 4180) and a mark by which spreadsheets know UTF-8. */
export function csvOf({ questions }: ExportedSitting): string {
  const records = questions.map((question) => ({
    ...question,
    // A Discord id is longer than the numbers of a spreadsheet are exact.
    asker: question.asker && `id ${question.asker}`,
    decidedBy: question.decidedBy && `id ${question.decidedBy}`,
    citations: question.passages.map(({ label }) => label).join('; '),
    passages: question.passages.map(({ text }) => text).join('\n\n'),
  }));
  return stringify(records, {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { string: harmless },
  });
}

/**
 * What a spreadsheet would run: a cell that begins with one of these, also in their wide forms, and also behind white
 * space, which some programs drop; csv-stringify's own `escape_formulas` does not look behind white space. (OWASP: a
 * quotation mark before the cell keeps it text.)
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n\v\f\0]/u;

function harmless(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
