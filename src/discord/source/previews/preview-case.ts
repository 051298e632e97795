// A press or a form under a preview: who did it, the preview as it is now, and what was seen of it.
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import type { KeptPreview } from '../../../sources/drafts.ts';
import { showDocument } from '../../../sources/read.ts';
import type { AppWithStore, Reply } from '../../command.ts';
import type { Member } from '../../desk/roles.ts';
import { renderPreview } from './preview.ts';

export type Used = MessageComponentInteraction | ModalSubmitInteraction;

export interface Case {
  readonly interaction: Used;
  readonly member: Member;
  readonly preview: KeptPreview;
  /** How often the preview was edited when it was seen; for `turn` the page. */
  readonly seen: number;
  readonly app: AppWithStore;
}

/** What was edited since it was seen is not decided on by an old button. */
export function mustBeSeen({ preview, seen }: Case): void {
  if (preview.edits !== seen) throw new UserError({ key: 'own.preview.edited' });
}

export async function shownAgain({ app, member }: Case, preview: KeptPreview, page: number): Promise<Reply> {
  const { document: id, seen: version } = preview;
  const before =
    version === undefined
      ? undefined
      : (await showDocument(app.database, member.guild, { id, version }))?.document;
  return { ...(await renderPreview({ preview, before, page }, app.translate)), update: true };
}
