// A question as the rest of the program sees it: its row, parsed.
import type { QuestionRow } from '../store/desk-tables.ts';
import { type Cited, citedListSchema, type Flag, flagsSchema, labelsSchema } from './cited.ts';
import type { State } from './states.ts';

/** A question with everything that is known of it. Times are milliseconds since 1970. */
export interface Question {
  readonly guild: string;
  readonly number: number;
  readonly channel: string;
  readonly sitting: number;
  /** Grows with every change: who decides names the version they saw. */
  readonly version: number;
  readonly state: State;
  readonly asker: string;
  /** The asker's name is shown to nobody. */
  readonly anonymous: boolean;
  /** Empty where it was erased. */
  readonly text: string;
  /** What may be chosen from, best first. */
  readonly passages: readonly Cited[];
  /** What the answer consists of, in its order. */
  readonly chosen: readonly Cited[];
  readonly note: string | undefined;
  readonly reason: string | undefined;
  readonly reasonWords: string | undefined;
  readonly mergedInto: number | undefined;
  readonly automatic: boolean;
  readonly claimedBy: string | undefined;
  readonly claimedAt: number | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: number | undefined;
  readonly askedAt: number;
  readonly publishedAt: number | undefined;
  readonly revisedAt: number | undefined;
  readonly flags: readonly Flag[];
  readonly flagsKept: boolean;
  readonly erased: boolean;
  /** Other members may read it while it waits. */
  readonly listed: boolean;
}

export function questionOf(row: QuestionRow): Question {
  const passages = citedListSchema.parse(JSON.parse(row.passages));
  return {
    guild: row.guild,
    number: row.number,
    channel: row.channel,
    sitting: row.sitting,
    version: row.version,
    state: row.state,
    asker: row.asker,
    anonymous: row.anonymous === 1,
    text: row.text,
    passages,
    chosen: chosenOf(passages, labelsOf(row)),
    note: row.note ?? undefined,
    reason: row.reason ?? undefined,
    reasonWords: row.reason_words ?? undefined,
    mergedInto: row.merged_into ?? undefined,
    automatic: row.automatic === 1,
    claimedBy: row.claimed_by ?? undefined,
    claimedAt: row.claimed_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    askedAt: row.asked_at,
    publishedAt: row.published_at ?? undefined,
    revisedAt: row.revised_at ?? undefined,
    flags: row.flags === null ? [] : flagsSchema.parse(JSON.parse(row.flags)),
    flagsKept: row.flags_kept === 1,
    erased: row.erased_at !== null,
    listed: row.listed === 1,
  };
}

/** The labels that were chosen. */
export function labelsOf(row: Pick<QuestionRow, 'chosen'>): string[] {
  return labelsSchema.parse(JSON.parse(row.chosen));
}

function chosenOf(passages: readonly Cited[], labels: readonly string[]): Cited[] {
  return labels.flatMap((label) => passages.find((passage) => passage.label === label) ?? []);
}
