// `corpus names`: who speaks and is named in a folder, as a dossier to correct.

import { describeProblem } from '../../common/errors.ts';
import { atOnce } from '../../common/steps.ts';
import { emptyDossier } from '../../corpus/dossier.ts';
import { readCollection } from '../../corpus/files/collection.ts';
import { complain } from '../../ending.ts';
import type { Translate } from '../../messages/messages.ts';
import { openPeople } from '../../people/people.ts';
import { peopleSteps } from '../../people/steps.ts';
import { writtenDossier } from '../../people/written.ts';

/** Prints it; a dossier that is there is not looked at, so that it can be laid beside it. */
export async function printNames(folder: string, translate: Translate): Promise<void> {
  const { documents, passages, problems } = await readCollection(folder);
  complain(problems.map((problem) => describeProblem(problem, translate)));
  const byDocument = Map.groupBy(passages, ({ document }) => document);
  const passagesOf = (document: (typeof documents)[number]) => byDocument.get(document) ?? [];
  const data = atOnce(peopleSteps(documents, passagesOf));
  const { known } = openPeople({ data, documents }, emptyDossier);
  process.stdout.write(writtenDossier(known, passagesOf));
}
