// A document's words are erased for good, as where it was added by mistake. Its id, numbers and hashes and the reason stay, so that
// whatever cites it says what became of it and no other document ever takes its place.
import { passageKey } from '../reading/passage-key.ts';
import type { Database, VersionRow } from '../store/tables.ts';
import { asking } from '../store/transact.ts';
import {
  type Changed,
  changing,
  type Doer,
  type Done,
  type NotFound,
  record,
  type Seen,
  type Step,
  whyNot,
} from './change.ts';
import { type Reason, reasonOf, type UnfitReason } from './reason.ts';
import { documentOf, hashesOf, metadataOf, paragraphsOf, written } from './version.ts';

export type Erased = Done | UnfitReason | Changed | NotFound;

/** Erases in the same transaction what others keep of a document's words. */
export type Also = (step: Step, document: string) => Promise<void>;

/** Erases the text of all versions, and previews that have it. `changed` where another moderator was quicker, whatever they did. */
export async function eraseDocument(
  database: Database,
  doer: Doer,
  { id, version, reason: given }: Seen & { readonly reason: Reason },
  also: Also,
): Promise<Erased> {
  const reason = reasonOf(given);
  if (reason === undefined) return { ok: false, reason: 'unfit-reason' };
  return changing(database, doer, async (step): Promise<Erased> => {
    // Another moderator may correct or erase it at the same time: one of the writes finds no row.
    const row = await step.change
      .updateTable('documents')
      .set({ state: 'erased', reason, characters: 0, changed_by: doer.by, changed_at: doer.at })
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '!=', 'erased')
      .returning('id')
      .executeTakeFirst();
    if (!row) return whyNot(step, id);
    const hash = await eraseVersions(step, id);
    await also(step, id);
    const revision = await record(step, {
      document: id,
      action: 'erase',
      before: { version, hash },
      after: { state: 'erased', version, hash, reason },
    });
    return { ok: true, id, state: 'erased', version, revision };
  });
}

/** Returns the hash of the newest. */
async function eraseVersions(step: Step, id: string): Promise<string | undefined> {
  const { change, doer } = step;
  const versions = await change
    .selectFrom('versions')
    .where('guild', '=', doer.guild)
    .where('document', '=', id)
    .orderBy('version')
    .selectAll()
    .execute();
  // The same file may wait for approval under another name.
  await change
    .deleteFrom('drafts')
    .where('guild', '=', doer.guild)
    .where((is) =>
      is.or([
        is('document', '=', id),
        is(
          'text',
          'in',
          versions.map(({ text }) => text),
        ),
      ]),
    )
    .where((is) => is.or([is('text', '!=', ''), is('document', '=', id)]))
    .execute();
  for (const row of versions) {
    await change
      .updateTable('versions')
      .set(withoutWords(row))
      .where('guild', '=', doer.guild)
      .where('document', '=', id)
      .where('version', '=', row.version)
      .execute();
  }
  return versions.at(-1)?.hash;
}

/** In place of the paragraphs' hashes stand the names of what the reader keeps of them: every process is to forget that (`erasedKeys`). */
function withoutWords(row: VersionRow): Pick<VersionRow, 'metadata' | 'text' | 'paragraphs' | 'characters'> {
  const { kind, language } = metadataOf(row);
  const document = documentOf(row, 'current');
  const title = document.title.value;
  const keys = paragraphsOf(document, row.format).map(({ text }) => passageKey(title, text));
  return {
    metadata: JSON.stringify(written({ title: { value: row.document, by: 'source' }, kind, language })),
    text: '',
    paragraphs: JSON.stringify(keys),
    characters: 0,
  };
}

/** The names (`passageKey`) of all erased passages, of some servers or of all. */
export async function erasedKeys(database: Database, guilds?: readonly string[]): Promise<string[]> {
  const query = database
    .selectFrom('versions')
    .innerJoin('documents', (join) =>
      join.onRef('versions.guild', '=', 'documents.guild').onRef('versions.document', '=', 'documents.id'),
    )
    .where('documents.state', '=', 'erased')
    .$if(guilds !== undefined, (some) => some.where('documents.guild', 'in', [...(guilds ?? [])]))
    .select('versions.paragraphs');
  return (await asking(() => query.execute())).flatMap(hashesOf);
}
