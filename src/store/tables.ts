// The tables of the store as rows, for both engines: text, whole numbers, JSON as text. What the rows mean is told where
// they are used (src/sources, src/questions).
import type { Kysely, Transaction } from 'kysely';
import type { DeliveryRow, DeskLogRow, DeskRow, QuestionRow, SittingRow } from './desk-tables.ts';

/** Times are milliseconds since 1970 (UTC). */
export type Time = number;

export interface Tables {
  counters: CounterRow;
  guilds: GuildRow;
  documents: DocumentRow;
  versions: VersionRow;
  erased_keys: ErasedKeysRow;
  audit: AuditRow;
  drafts: DraftRow;
  source_moderators: SourceModeratorRow;
  corrections: CorrectionRow;
  desks: DeskRow;
  sittings: SittingRow;
  questions: QuestionRow;
  desk_log: DeskLogRow;
  deliveries: DeliveryRow;
  preferences: PreferencesRow;
  paces: PaceRow;
  missed_words: MissedWordRow;
  missed_questions: MissedQuestionRow;
  erasures: ErasureRow;
  erasure_key: ErasureKeyRow;
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
  state: 'current' | 'corrected' | 'withdrawn' | 'erased';
  /** The newest version. */
  version: number;
  /** Characters and paragraphs of the newest version. */
  characters: number;
  paragraphs: number;
  /** Characters of all its versions; of an erased one, of what it is forgotten by. */
  kept: number;
  /** Why it is withdrawn or erased; null while it is not. */
  reason: string | null;
  changed_by: string;
  changed_at: Time;
  /** The change that added it, which orders the list. */
  added: number;
}

/** A version of a document: never changed after it was written, but for its erasure. */
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

/** A page of what erased passages are called in the reader's file. */
export interface ErasedKeysRow {
  id: number;
  /** When they were erased. */
  at: Time;
  /** A JSON list. */
  keys: string;
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

/** A moderator's preview of a document or a new version, until it is approved, cancelled or too old. */
export interface DraftRow {
  guild: string;
  id: number;
  moderator: string;
  state: 'open' | 'approved' | 'cancelled';
  /** How often it was edited. */
  edits: number;
  document: string;
  /** The version that is corrected; null where the document is new. */
  seen: number | null;
  reason: string | null;
  /** As in a version. */
  metadata: string;
  format: VersionRow['format'];
  text: string;
  /** JSON: notes and warnings of the import. */
  remarks: string;
  expires_at: Time;
}

/** A role whose members may change the server's own documents. */
export interface SourceModeratorRow {
  guild: string;
  role: string;
  added_by: string;
  added_at: Time;
}

/** What a moderator says of who is who in the server's own documents; never deleted while the server is there. */
export interface CorrectionRow {
  guild: string;
  /** The change that made it, which orders them. */
  made: number;
  kind: 'same' | 'not' | 'office' | 'no-office';
  name: string;
  other: string;
  state: 'current' | 'undone';
  made_by: string;
  made_at: Time;
  undone_by: string | null;
  undone_at: Time | null;
}

/** What a server has chosen for itself. */
export interface PreferencesRow {
  guild: string;
  public_answers: 0 | 1;
  /** What is kept of questions that no source answers. */
  missed: 'words' | 'questions' | 'nothing';
  /** Whether the bot answers where it is mentioned. */
  mentions: 0 | 1;
}

/** That a member asked on a day with a word in a question that no source answers. */
export interface MissedWordRow {
  guild: string;
  /** UTC: "2025-08-20". */
  day: string;
  word: string;
  asker: string;
}

/** The whole question, where the server keeps them. */
export interface MissedQuestionRow {
  guild: string;
  day: string;
  question: string;
  asker: string;
}

/** How often somebody did lately what may not be done too often. Of no use after a minute. */
export interface PaceRow {
  /** What was done, and by whom. */
  what: string;
  who: string;
  /** The number of its last change. */
  version: number;
  /** When, as numbers with blanks between them. */
  times: string;
  counted_at: Time;
}

/** Something that was erased for good: whoever has its name and the key can tell that it was this one. */
export interface ErasureRow {
  id: string;
  kind: string;
  hash: string;
  at: Time;
}

/** The one key of these hashes, made with the store. */
export interface ErasureKeyRow {
  id: 1;
  key: string;
}

/** A database or a transaction on it: what every function that asks or changes something takes first. */
export type Database = Kysely<Tables>;
export type Change = Transaction<Tables>;
