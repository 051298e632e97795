// What went wrong in a database: what may be tried again, and in which sentence an operator hears of it.
import { z } from 'zod';
import { ProblemsError, UserError } from '../../common/errors.ts';
import { codeOf, reasonOf } from '../../common/reasons.ts';
import type { Message, MessageKey } from '../../messages/messages.ts';
import { StoreLost } from './file-watch.ts';

/** SQLite's result codes (sqlite.org/rescode.html); the lower eight bits are the kind. */
const sqlite = { busy: 5, locked: 6, readOnly: 8, io: 10, full: 13, noDatabase: 26, corrupt: 11 };
/** What did not fit: a disk without room, and (of `io`: write, and the size of the file itself) a limit on the size of files. */
const noRoom = [778, 1_546, 4_874];

const sqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() });

/** There is no room for what was to be written; nothing of it was done. */
export function isFull(error: unknown): boolean {
  const read = sqliteError.safeParse(error);
  if (read.success) return (read.data.errcode & 0xff) === sqlite.full || noRoom.includes(read.data.errcode);
  return /^(ENOSPC|EDQUOT|EFBIG|53100)$/.test(codeOf(error));
}

function sqliteKind(error: unknown): number | undefined {
  const read = sqliteError.safeParse(error);
  return read.success ? read.data.errcode & 0xff : undefined;
}

/** The file is damaged, or no database at all. */
export function isDamaged(error: unknown): boolean {
  const kind = sqliteKind(error);
  return kind === sqlite.corrupt || kind === sqlite.noDatabase;
}

/** Another process is writing to the file. */
export function isBusy(error: unknown): boolean {
  const kind = sqliteKind(error);
  return kind === sqlite.busy || kind === sqlite.locked;
}

/** The server has not answered within a time in which it answers or gives up. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(milliseconds: number) {
    super(`the database has not answered for ${milliseconds} ms`);
  }
}

/**
 * PostgreSQL: two transactions stood in each other's way (40001, 40P01), the server is shutting down, starting or full
 * (57P01 to 57P03, 53300), or the connection is lost (class 08, and what the system and `pg` say of it).
 */
const transient =
  /^(40001|40P01|57P0[1-3]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
const noConnection =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)/;
const lostConnection = /^(Connection terminated|Client has encountered a connection error)/;

/** Whether it was waited for as long as anybody would, so that it is not begun again. */
export function hasWaited(error: unknown): boolean {
  if (isBusy(error) || error instanceof NoAnswer) return true;
  return error instanceof Error && noConnection.test(error.message);
}

/** Whether the same may go well a moment later. */
export function isTransient(error: unknown): boolean {
  if (hasWaited(error) || transient.test(codeOf(error))) return true;
  return error instanceof Error && lostConnection.test(error.message);
}

/** What a moment's trouble is called to whoever asked for something. */
export function asRefusal(error: unknown): unknown {
  if (isFull(error)) return new UserError({ key: 'store.diskFull' }, { cause: error });
  if (error instanceof StoreLost) {
    return new UserError({ key: error.written ? 'store.unsure' : 'store.unavailable' }, { cause: error });
  }
  return isTransient(error) ? new UserError({ key: 'store.unavailable' }, { cause: error }) : error;
}

/** Why nothing can be saved at this moment, for who looks after the store; `code` is the system's, SQLite's or PostgreSQL's. */
export interface Trouble {
  readonly kind: 'full' | 'lost' | 'read-only' | 'other';
  readonly code: string;
}

export function troubleOf(error: unknown): Trouble {
  const cause = error instanceof UserError ? error.cause : error;
  const code = codeOf(cause) || (cause instanceof Error ? cause.name : typeof cause);
  if (cause instanceof StoreLost) return { kind: 'lost', code };
  if (isFull(cause)) return { kind: 'full', code };
  const isReadOnly = sqliteKind(cause) === sqlite.readOnly || code === '25006';
  return { kind: isReadOnly ? 'read-only' : 'other', code };
}

const ofSqlite: Readonly<Record<number, MessageKey>> = {
  [sqlite.busy]: 'store.busy',
  [sqlite.locked]: 'store.busy',
  [sqlite.readOnly]: 'store.readOnly',
  [sqlite.full]: 'store.full',
  [sqlite.noDatabase]: 'store.noDatabase',
  [sqlite.corrupt]: 'store.corrupt',
};

const ofPostgres: Readonly<Record<string, MessageKey>> = {
  '28P01': 'store.wrongPassword',
  '28000': 'store.wrongPassword',
  '3D000': 'store.noSuchDatabase',
  '42501': 'store.forbidden',
};

/** Why a store cannot be opened, as a problem of the setting that names it. */
export function unusableStore(setting: string, path: string | undefined, cause: unknown): ProblemsError {
  const message =
    cause instanceof UserError ? cause.told : path === undefined ? ofServer(cause) : ofFile(cause);
  const file = path === undefined ? setting : `${setting}: ${path}`;
  return new ProblemsError([{ place: { file }, message, cause }]);
}

function ofFile(cause: unknown): Message {
  const key = isFull(cause) ? 'store.full' : ofSqlite[sqliteKind(cause) ?? -1];
  return key ? { key } : { key: 'store.noFile', values: { reason: reasonOf(cause) } };
}

/** The name of a host that nobody knows is not repeated: where an address is torn, it may be a part of the password. */
function isNameless(cause: unknown): boolean {
  return /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA)$/.test(codeOf(cause));
}

function ofServer(cause: unknown): Message {
  const key = ofPostgres[codeOf(cause)];
  if (key) return { key };
  const reason = cause instanceof AggregateError ? cause.errors[0] : cause;
  return {
    key: 'store.unreachable',
    values: { reason: isNameless(reason) ? { key: 'reason.noHost' } : reasonOf(reason) },
  };
}
