// Desks, members and moderators for the suites of the moderated queue.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type Asking, ask, type Taken } from '../../src/questions/ask.ts';
import type { Doer } from '../../src/questions/change.ts';
import type { Cited } from '../../src/questions/cited.ts';
import { delivered, type Job, type Stands, takeDue } from '../../src/questions/deliver.ts';
import { type DeskChange, openDesk } from '../../src/questions/desk.ts';
import type { Question } from '../../src/questions/question.ts';
import { findQuestion } from '../../src/questions/read.ts';
import { approve } from '../../src/questions/review.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import type { Database } from '../../src/store/tables.ts';

export const noon = Date.UTC(2026, 0, 5, 12);
export const minute = 60_000;
export const channel = 'desk';

export function by(guild: string, name: string, at = noon): Doer {
  return { guild, by: name, at };
}

export function cited(paragraph: number, text = `Paragraph ${paragraph}.`): Cited {
  return {
    label: `talks ¶${paragraph}`,
    document: 'talks',
    paragraph,
    hash: `hash-${paragraph}`,
    text,
    start: 0,
    end: text.length,
    kind: 'statement',
  };
}

/** A server with an open desk that nobody else works in. */
export async function newDesk(database: Database, change: DeskChange = {}): Promise<string> {
  const guild = `guild-${randomUUID()}`;
  const settings = { cooldownSeconds: 0, openQuestions: 50, ...change.settings };
  const asked = { reviewChannel: 'review', ...change, settings };
  const result = await openDesk(database, by(guild, 'admin'), channel, asked);
  expect(result).toMatchObject({ ok: true });
  return guild;
}

export function asking(text: string, more: Partial<Asking> = {}): Asking {
  return { channel, text, anonymous: false, passages: [cited(1), cited(2)], answered: true, ...more };
}

export function tryAsk(database: Database, doer: Doer, text: string, more: Partial<Asking> = {}) {
  return ask(database, doer, asking(text, more), gistOf);
}

/** Asks something that is taken. */
export async function asked(
  database: Database,
  doer: Doer,
  text: string,
  more: Partial<Asking> = {},
): Promise<Taken> {
  return done(await tryAsk(database, doer, text, more));
}

/** A result that is expected to have been done. */
export function done<R extends { readonly ok: boolean }>(result: R): Extract<R, { readonly ok: true }> {
  expect(result).toMatchObject({ ok: true });
  return result as Extract<R, { readonly ok: true }>;
}

export async function found(database: Database, guild: string, number: number): Promise<Question> {
  const question = await findQuestion(database, guild, number);
  if (!question) throw new Error(`there is no question ${number}`);
  return question;
}

/** What a question's version is now, for a moderator who sees it. */
export async function seen(database: Database, guild: string, number: number) {
  const { version } = await found(database, guild, number);
  return { number, seen: version };
}

/** The jobs of one server; what is due elsewhere is left alone. */
export async function jobsOf(database: Database, guild: string, at = noon): Promise<Job[]> {
  return (await takeDue(database, at, 10_000)).filter((job) => job.guild === guild);
}

let messages = 0;

/** Delivers everything that is due, as if Discord took it at once; what was delivered. */
export async function deliverAll(database: Database, guild: string, at = noon): Promise<Job[]> {
  const all: Job[] = [];
  for (;;) {
    const jobs = await jobsOf(database, guild, at);
    if (jobs.length === 0) return all;
    for (const job of jobs) {
      const question = job.number > 0 ? await found(database, guild, job.number) : undefined;
      const isUp = job.kind !== 'answer' || ['approved', 'published'].includes(question?.state ?? '');
      messages += 1;
      const stands: Stands = {
        channel: job.channel ?? channel,
        message: job.message ?? `message-${messages}`,
      };
      await delivered(database, job, isUp ? stands : undefined, { at, seen: question?.version });
      all.push(job);
    }
  }
}

/** A question that was asked by a member, approved by a moderator and published. */
export async function published(
  database: Database,
  guild: string,
  text: string,
  member = 'alice',
): Promise<number> {
  const { question } = await asked(database, by(guild, member), text);
  await deliverAll(database, guild);
  done(await approve(database, by(guild, 'mia'), { number: question.number, seen: question.version }));
  await deliverAll(database, guild);
  return question.number;
}

/** What is wrong with the log of a server: every question's versions are there from 1 to the present one, each once. */
export async function logGaps(database: Database, guild: string): Promise<string[]> {
  const entries = await database.selectFrom('desk_log').where('guild', '=', guild).selectAll().execute();
  const questions = await database.selectFrom('questions').where('guild', '=', guild).selectAll().execute();
  return questions.flatMap(({ number, version }) => {
    const versions = entries.filter((entry) => entry.number === number).map((entry) => entry.version);
    const wanted = Array.from({ length: version }, (_, index) => index + 1);
    const sorted = versions.sort((a, b) => a - b);
    return JSON.stringify(sorted) === JSON.stringify(wanted) ? [] : [`question ${number}: ${sorted.join()}`];
  });
}
