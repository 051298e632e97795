// Notes what a member of a server asked in vain, beside the answer: whoever asks waits for none of it, and is told nothing of it.
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../common/errors.ts';
import { type Missed, noteMissed } from '../../missed/note.ts';
import { missedIn } from '../../missed/words.ts';
import type { Answer } from '../../search/answer.ts';
import type { Database } from '../../store/tables.ts';
import { type Standing, serverOf } from '../connection/server.ts';

/** Is told every question with its answer. */
export type Noting = (question: string, answer: Answer) => void;

export interface MissingParts {
  readonly database: Database;
  readonly failed: (error: unknown) => void;
}

/** What is being written, so that a bot that stops waits for it. */
export interface Missing {
  of(asked: Standing & { readonly user: { readonly id: string } }): Noting;
  close(): Promise<void>;
}

/**
 * What comes while something is written is written together; where that is more than one, it is a crowd, and so long is waited for
 * others: that takes a few changes of the store and not hundreds.
 */
const pauseMs = 200;
/** So many are written at once, and so many wait at most: in a crowd that is larger not everybody is counted. */
const mostAtOnce = 200;
const mostWaiting = 1_000;

export function openMissing({ database, failed }: MissingParts): Missing {
  const waiting: Missed[] = [];
  let writing: Promise<void> | undefined;
  const closing = new AbortController();
  const note = async (some: readonly Missed[]): Promise<void> => {
    try {
      await noteMissed(database, some);
    } catch (error) {
      // What the store does not take of one is not the others' loss; where it cannot be reached, nothing is tried again.
      if (some.length === 1 || error instanceof UserError) failed(error);
      else for (const one of some) await note([one]);
    }
  };
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const together = waiting.splice(0, mostAtOnce);
      await note(together);
      if (together.length > 1)
        await pause(pauseMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
    writing = undefined;
  };
  return {
    of: (asked) => {
      const guild = serverOf(asked);
      return (question, answer) => {
        const words = guild === null ? [] : missedIn(question, answer);
        if (guild === null || words.length === 0 || waiting.length >= mostWaiting) return;
        waiting.push({ guild, asker: asked.user.id, at: Date.now(), words, question });
        writing ??= write();
      };
    },
    close: async () => {
      closing.abort();
      await writing;
    },
  };
}
