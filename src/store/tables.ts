// The tables of the store as rows, for both engines: text, whole numbers, JSON as text. What the rows mean is told where
// they are used (src/sources).
import type { Kysely, Transaction } from 'kysely';

/** Times are milliseconds since 1970 (UTC). */
type Time = number;

export interface Tables {
  counters: CounterRow;
  guilds: GuildRow;
  documents: DocumentRow;
  versions: VersionRow;
  audit: AuditRow;
}

/** Numbers that only grow. */
export interface CounterRow {
  name: string;
  value: number;
}

/** A Discord server that has, or had, documents of its own. */
export interface GuildRow {
  id: string;
  /** The number of its last change. */
  revision: number;
  /** Since when the bot is gone from it: the retention clock. */
  left_at: Time | null;
}

/** A server's own document as it stands now. */
export interface DocumentRow {
  guild: string;
  id: string;
  state: 'current' | 'corrected' | 'withdrawn';
  /** The newest version. */
  version: number;
  /** Characters of the newest version. */
  characters: number;
  /** Why it is withdrawn; null while it is not. */
  reason: string | null;
  changed_by: string;
  changed_at: Time;
  /** The change that added it, which orders the list. */
  added: number;
}

/** A version of a document: never changed after it was written. */
export interface VersionRow {
  guild: string;
  document: string;
  version: number;
  /** Front matter without id and status, as JSON. */
  metadata: string;
  format: 'markdown' | 'text';
  text: string;
  /** Content hash of the whole text. */
  hash: string;
  /** Content hashes of the paragraphs in order, as a JSON list. */
  paragraphs: string;
  characters: number;
  reason: string | null;
  created_by: string;
  created_at: Time;
}

/** One change: who, what, when, before, after (JSON). */
export interface AuditRow {
  guild: string;
  revision: number;
  document: string | null;
  action: string;
  actor: string;
  at: Time;
  before: string | null;
  after: string | null;
}

/** A database or a transaction on it: what every function that asks or changes something takes first. */
export type Database = Kysely<Tables>;
export type Change = Transaction<Tables>;
