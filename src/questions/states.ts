// The life of a question as one table: which action leads from which states to which. Nothing changes a state but this.
import type { QuestionRow } from '../store/desk-tables.ts';

export type State = QuestionRow['state'];

export const states = [
  'waiting',
  'claimed',
  'approved',
  'published',
  'unanswered',
  'rejected',
  'merged',
  'withdrawn',
  'failed',
] as const satisfies readonly State[];

/** Nobody has decided it yet. */
export const open: readonly State[] = ['waiting', 'claimed'];

/** It stands for a subject: what is asked again is led to it. `approved` is on its way to the channel. */
export const standing: readonly State[] = [
  'waiting',
  'claimed',
  'approved',
  'failed',
  'published',
  'unanswered',
];

/** It stands in the channel: an answer, or that the sources have none. */
export const settled: readonly State[] = ['published', 'unanswered'];

/** Decided by moderators, so that it can be undone for a while. */
const decided: readonly State[] = ['approved', 'failed', ...settled, 'rejected', 'merged'];

export interface Transition {
  readonly from: readonly State[];
  /** `same` leaves the state as it is. */
  readonly to: State | 'same';
}

export const transitions = {
  // By the one who asked.
  edit: { from: ['waiting'], to: 'same' },
  withdraw: { from: open, to: 'withdrawn' },
  insist: { from: ['merged'], to: 'waiting' },
  // By moderators.
  claim: { from: ['waiting', 'claimed'], to: 'claimed' },
  release: { from: ['claimed'], to: 'waiting' },
  choose: { from: open, to: 'same' },
  note: { from: open, to: 'same' },
  approve: { from: open, to: 'approved' },
  // The honest no: approved without passages, it is published as that.
  none: { from: open, to: 'approved' },
  reject: { from: open, to: 'rejected' },
  merge: { from: open, to: 'merged' },
  undo: { from: decided, to: 'waiting' },
  retry: { from: ['failed'], to: 'approved' },
  revise: { from: settled, to: 'same' },
  keep: { from: ['published'], to: 'same' },
  // By the program.
  duplicate: { from: ['waiting'], to: 'merged' },
  publish: { from: ['approved'], to: 'published' },
  'publish-none': { from: ['approved'], to: 'unanswered' },
  fail: { from: ['approved'], to: 'failed' },
  flag: { from: ['published'], to: 'same' },
  unflag: { from: ['published'], to: 'same' },
  // A member's wish, or the end of the time for which things are kept.
  erase: { from: states, to: 'same' },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof transitions;

/** The state that an action leads to, or undefined where it cannot be done in that state. */
export function stateAfter(action: Action, state: State): State | undefined {
  const { from, to }: Transition = transitions[action];
  if (!from.includes(state)) return undefined;
  return to === 'same' ? state : to;
}
