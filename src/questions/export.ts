// A sitting as data, as JSON, and as CSV that a spreadsheet cannot take for formulas. Who asked anonymously is left out; what members are
// called, and how times and citations are written, is told from outside.
import { stringify } from 'csv-stringify/sync';
import type { DeskLogRow, QuestionRow } from '../store/desk-tables.ts';
import { snapshot } from '../store/engines/transact.ts';
import { inPages } from '../store/pages.ts';
import type { Change, Database } from '../store/tables.ts';
import type { Cited } from './cited.ts';
import { messageOf } from './deliver.ts';
import { askersOf } from './deliveries.ts';
import { type DeskSettings, deskIn } from './desk.ts';
import { type Question, questionOf } from './question.ts';
import { entryOf, type LogEntry } from './read.ts';
import type { State } from './states.ts';

/** A passage of an answer, with all that its citation tells. */
export type ExportedPassage = Omit<Cited, 'start' | 'end' | 'far'>;

/** How people, times and passages are called in an export. */
export interface Words {
  /** What a member is called; undefined for nobody. */
  readonly name: (member: string | undefined) => string | undefined;
  readonly time: (at: string | number) => string;
  /** The citation, as on the card of the question. */
  readonly citation: (passage: ExportedPassage) => string;
}

/** A question as it is given away. */
export interface ExportedQuestion {
  readonly number: number;
  readonly state: State;
  /** The member's id; undefined where they asked anonymously. */
  readonly asker: string | undefined;
  readonly text: string;
  readonly askedAt: string;
  /** How many members ask it. */
  readonly askers: number;
  readonly passages: readonly ExportedPassage[];
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
      const askers = new Set((await askersOf(moment, each)).map(({ asker }) => asker)).size;
      questions.push(exportedOf(questionOf(each), { log, message: stands?.message, askers }));
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
  { log, message, askers }: Pick<ExportedQuestion, 'log' | 'message' | 'askers'>,
): ExportedQuestion {
  const { asker, anonymous, chosen } = question;
  return {
    number: question.number,
    state: question.state,
    asker: anonymous ? undefined : asker,
    text: question.text,
    askedAt: new Date(question.askedAt).toISOString(),
    askers,
    passages: chosen.map(({ start: _, end: __, far: ___, ...passage }) => passage),
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
  const hidden: Pick<LogEntry, 'before' | 'after'> = JSON.parse(
    JSON.stringify({ before: entry.before ?? null, after: entry.after ?? null }, (key, value: unknown) =>
      key === 'asker' ? undefined : value,
    ),
  );
  return { ...entry, by: entry.by === asker ? 'anonymous' : entry.by, ...hidden };
}

const columns = [
  'number',
  'state',
  'asker',
  'askerName',
  'askers',
  'text',
  'askedAt',
  'citations',
  'passages',
  'titles',
  'published',
  'speakers',
  'addresses',
  'note',
  'reason',
  'reasonWords',
  'mergedInto',
  'decidedBy',
  'decidedByName',
  'decidedAt',
  'publishedAt',
  'revisedAt',
] as const;

/** Of each passage once. */
function toldOf(
  { passages }: ExportedQuestion,
  tell: (passage: ExportedPassage) => string | undefined,
): string {
  return [...new Set(passages.flatMap((passage) => tell(passage) ?? []))].join('; ');
}

/** As spreadsheets read them: `2026-11-29 10:41:13` (UTC). */
const times = ['askedAt', 'decidedAt', 'publishedAt', 'revisedAt'] as const;

/** The same as data, with names and citations beside ids and labels. */
export function jsonOf(sitting: ExportedSitting, words: Words): string {
  const named = sitting.questions.map((question) => ({
    ...question,
    askerName: words.name(question.asker),
    decidedByName: words.name(question.decidedBy),
    passages: question.passages.map((passage) => ({ citation: words.citation(passage), ...passage })),
    log: question.log.map((entry) => ({ ...entry, byName: words.name(entry.by) })),
  }));
  return `${JSON.stringify({ ...sitting, questions: named }, null, 2)}\n`;
}

/** One line a question, with CRLF line ends (RFC 4180) and a mark by which spreadsheets know UTF-8. */
export function csvOf({ questions }: ExportedSitting, words: Words): string {
  const records = questions.map((question) => ({
    ...question,
    // A Discord id is longer than the numbers of a spreadsheet are exact.
    asker: question.asker && `id ${question.asker}`,
    askerName: question.asker && words.name(question.asker),
    decidedBy: question.decidedBy && `id ${question.decidedBy}`,
    decidedByName: words.name(question.decidedBy),
    citations: question.passages.map(words.citation).join('; '),
    passages: question.passages.map(({ text }) => text).join('\n\n'),
    titles: toldOf(question, ({ title }) => title?.value),
    published: toldOf(question, ({ published }) => published?.value),
    speakers: toldOf(question, ({ speaker }) => speaker),
    addresses: toldOf(question, ({ url }) => url),
    ...Object.fromEntries(
      times.map((key) => [key, question[key]?.replace('T', ' ').replace(/\.\d+Z$/u, '')]),
    ),
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
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^(?=\p{Cc})[\s\0]/u;

function harmless(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
