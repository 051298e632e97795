// What the log tells of the sources while a bot runs: what is wrong with them, that they changed, which questions were not read.
import { describeProblem, type Problem } from '../../../common/errors.ts';
import type { Library, LibraryOptions } from '../../../library.ts';
import { LibraryClosed } from '../../../library-thread/thread.ts';
import { type Log, newErrorId } from '../../../log.ts';
import type { Told } from '../../../watching.ts';
import { newOnly } from '../new-only.ts';
import type { Vitals } from '../vitals.ts';

/** Questions that the reader had no time for, by the reason: each is answered by words, and counted here. */
export function countIn(log: Log, vitals: Vitals | undefined): NonNullable<LibraryOptions['notRead']> {
  const counted = { late: 0, busy: 0, unavailable: 0 };
  return ({ reason }) => {
    counted[reason] += 1;
    vitals?.figures.notRead(reason);
    log.info({ reason, ...counted }, 'a question was answered by its words alone');
  };
}

/** Tells what is wrong with a library; of one that was read anew, what is new. */
export function problemsTo(log: Log): (library: Library) => Promise<void> {
  const [leftOut, hinted] = [newOnly(), newOnly()];
  return async (library) => {
    for (const problem of leftOut(library.problems)) log.warn({ problem }, 'left out of the sources');
    for (const hint of hinted(await library.hints())) log.info({ hint }, 'the dossier may have a slip');
  };
}

/** What fails because the bot is told to stop is no failure. */
export function unlessStopped(tell: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof LibraryClosed)) tell(error);
  };
}

/** What the log tells when the sources change while the bot runs. */
export function changesTo(log: Log, tellProblems: (library: Library) => Promise<void>): Told {
  const broken = newOnly();
  return {
    changed: async (library) => {
      const { documents, problems } = library;
      const counts = {
        documents: documents.length,
        ...(problems.length > 0 && { problems: problems.length }),
      };
      log.info(counts, 'the sources have changed and are read anew');
      broken([]);
      await tellProblems(library);
    },
    kept: (problems) => {
      const fresh = broken(problems);
      for (const problem of fresh) log.error({ problem }, 'a change of the sources is not used: mend this');
      if (fresh.length === 0)
        log.error(
          { problems: problems.length },
          'a change of the sources is not used: what was told is not mended',
        );
    },
    failed: unlessStopped((err) =>
      log.error({ id: newErrorId(), err }, 'the sources could not be read anew'),
    ),
  };
}

export function leftOutTo(log: Log): (guild: string, problems: readonly Problem[]) => void {
  return (guild, problems) => {
    for (const problem of problems)
      log.warn({ guild, problem: describeProblem(problem) }, 'left out of the documents of a server');
  };
}
