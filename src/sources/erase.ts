// A document's words are erased for good, as where it was added by mistake. Its id, numbers and hashes and the reason stay, so that
// whatever cites it says what became of it and no other document ever takes its place.
import { setImmediate as otherThings } from 'node:timers/promises';
import { passageKey } from '../reading/passage-key.ts';
import { noteErasure } from '../store/erasures.ts';
import type { Database, VersionRow } from '../store/tables.ts';
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
import { keepKeys } from './erased-keys.ts';
import { type Reason, reasonOf, type UnfitReason } from './reason.ts';
import { documentOf, metadataOf, paragraphsOf, written } from './version.ts';

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
      .set({
        state: 'erased',
        reason,
        characters: 0,
        paragraphs: 0,
        changed_by: doer.by,
        changed_at: doer.at,
      })
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '!=', 'erased')
      .returning('id')
      .executeTakeFirst();
    if (!row) return whyNot(step, id);
    await erasePreviews(step, id);
    const { hash, keys } = await eraseVersions(step, id);
    const kept = await keepKeys(step, keys);
    await step.change
      .updateTable('documents')
      .set({ kept })
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .execute();
    await also(step, id);
    await noteErasure(step.change, { kind: 'document', of: [doer.guild, id] }, doer.at);
    const revision = await record(step, {
      document: id,
      action: 'erase',
      before: { version, hash },
      after: { state: 'erased', version, hash, reason },
    });
    return { ok: true, id, state: 'erased', version, revision };
  });
}

/** The same file may wait for approval under another name. */
async function erasePreviews({ change, doer }: Step, id: string): Promise<void> {
  await change
    .deleteFrom('drafts')
    .where('guild', '=', doer.guild)
    .where((is) =>
      is.or([
        is('document', '=', id),
        is.and([
          is('text', '!=', ''),
          is(
            'text',
            'in',
            is
              .selectFrom('versions')
              .where('versions.guild', '=', doer.guild)
              .where('versions.document', '=', id)
              .select('versions.text'),
          ),
        ]),
      ]),
    )
    .execute();
}

interface ErasedVersions {
  /** Of the newest text. */
  readonly hash: string | undefined;
  /** What the reader calls the passages of all versions. */
  readonly keys: ReadonlySet<string>;
}

/** One after the other: together they may be of a hundred times the length of a document. In between others have their turn. */
async function eraseVersions({ change, doer }: Step, id: string): Promise<ErasedVersions> {
  const keys = new Set<string>();
  let hash: string | undefined;
  const all = change.selectFrom('versions').where('guild', '=', doer.guild).where('document', '=', id);
  for (const { version } of await all.orderBy('version').select('version').execute()) {
    const row = await all.where('version', '=', version).selectAll().executeTakeFirstOrThrow();
    for (const key of keysOf(row)) keys.add(key);
    await change
      .updateTable('versions')
      .set(withoutWords(row))
      .where('guild', '=', doer.guild)
      .where('document', '=', id)
      .where('version', '=', version)
      .execute();
    hash = row.hash;
    await otherThings();
  }
  return { hash, keys };
}

function keysOf(row: VersionRow): string[] {
  const document = documentOf(row, 'current');
  return paragraphsOf(document, row.format).map(({ text }) => passageKey(document.title.value, text));
}

function withoutWords(row: VersionRow): Pick<VersionRow, 'metadata' | 'text' | 'paragraphs' | 'characters'> {
  const { kind, language } = metadataOf(row);
  return {
    metadata: JSON.stringify(written({ title: { value: row.document, by: 'source' }, kind, language })),
    text: '',
    paragraphs: '[]',
    characters: 0,
  };
}
