// Notes what a member of a server asked in vain, beside the answer: whoever asks waits for none of it, and is told nothing of it.
import { noteMissed } from '../../missed/note.ts';
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

export function openMissing({ database, failed }: MissingParts): Missing {
  const writing = new Set<Promise<void>>();
  return {
    of: (asked) => {
      const guild = serverOf(asked);
      return (question, answer) => {
        const words = guild === null ? [] : missedIn(question, answer);
        if (guild === null || words.length === 0) return;
        const missed = { guild, asker: asked.user.id, at: Date.now(), words, question };
        const written = noteMissed(database, missed)
          .catch(failed)
          .finally(() => writing.delete(written));
        writing.add(written);
      };
    },
    close: async () => {
      await Promise.all(writing);
    },
  };
}
