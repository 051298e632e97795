// The tables of desks as rows (src/questions), as tables.ts has the others.
import type { Time } from './tables.ts';

/** A channel that is, or was, open for questions. */
export interface DeskRow {
  guild: string;
  channel: string;
  /** The number of its last change; every change has an entry in the log under it. */
  version: number;
  state: 'open' | 'closed';
  /** The number of its present or last sitting. */
  sitting: number;
  /** Where moderators find a card of each question; null where they use the list alone. */
  review_channel: string | null;
  /** JSON: see `settingsSchema` in src/questions/desk.ts. */
  settings: string;
  opens_at: Time | null;
  closes_at: Time | null;
}

/** A desk from its opening to its closing. */
export interface SittingRow {
  guild: string;
  channel: string;
  sitting: number;
  opened_by: string;
  opened_at: Time;
  closed_at: Time | null;
}

/** A question somebody asked in a desk's channel. Numbers are given in each server from 1. */
export interface QuestionRow {
  guild: string;
  number: number;
  channel: string;
  sitting: number;
  /** The number of its last change; every change has an entry in the log under it. */
  version: number;
  state:
    | 'waiting'
    | 'claimed'
    | 'approved'
    | 'published'
    | 'unanswered'
    | 'rejected'
    | 'merged'
    | 'withdrawn'
    | 'failed';
  asker: string;
  /** 1 where the asker's name is shown to nobody. */
  anonymous: 0 | 1;
  text: string;
  /** JSON: the passages offered, as they stood then (src/questions/cited.ts), and the labels of those chosen. */
  passages: string;
  chosen: string;
  /** A moderator's own line. */
  note: string | null;
  /** Why it was rejected: a reason from the list, and a moderator's own words. */
  reason: string | null;
  reason_words: string | null;
  /** The question it is the same as; `automatic` is 1 where nobody but the program found so. */
  merged_into: number | null;
  automatic: 0 | 1;
  claimed_by: string | null;
  claimed_at: Time | null;
  decided_by: string | null;
  decided_at: Time | null;
  asked_at: Time;
  /** When it was published first, and when the answer was changed last. */
  published_at: Time | null;
  revised_at: Time | null;
  changed_at: Time;
  /** JSON: chosen passages whose paragraphs were corrected or withdrawn since; null while there is none. */
  flags: string | null;
  /** Whether a moderator has seen the flags and lets the answer stand. */
  flags_kept: 0 | 1;
  /** Since when identity and typed words are gone. */
  erased_at: Time | null;
  /** 1 where other members may read it while it waits, and ask it too. */
  listed: 0 | 1;
}

/** That a member asks a question of somebody else too. */
export interface AlsoAskedRow {
  guild: string;
  number: number;
  asker: string;
  at: Time;
}

/** One change of a desk (`number` 0) or of a question: who, what, when, before, after (JSON). Versions have no gap. */
export interface DeskLogRow {
  guild: string;
  channel: string;
  number: number;
  version: number;
  action: string;
  actor: string;
  at: Time;
  before: string | null;
  after: string | null;
}

/** A message in Discord that ought to show how something stands: what it should show, what it shows, and who sends it. */
export interface DeliveryRow {
  guild: string;
  kind: 'panel' | 'card' | 'answer' | 'notice' | 'tell';
  /** The desk's channel. */
  desk: string;
  /** The question's number; 0 for the desk's own message. */
  number: number;
  /** The member who is told; empty elsewhere. */
  target: string;
  state: 'due' | 'done' | 'failed' | 'dropped';
  /** How often something else was wanted of it, and which of these it shows; 0 for none. */
  wanted: number;
  shown: number;
  /** Where the message stands, once it does. */
  channel: string | null;
  message: string | null;
  /** How many messages were made and taken down before this one. */
  made: number;
  attempts: number;
  due_at: Time;
  /** Since when a message may have been created of which nobody knows. */
  begun_at: Time | null;
  lease: string | null;
  leased_until: Time;
  error: string | null;
}
