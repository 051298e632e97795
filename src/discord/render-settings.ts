// The reply of /settings: what a server has chosen.
import type { Translate } from '../messages/messages.ts';
import type { Kept } from '../missed/note.ts';
import type { Reply } from './command.ts';
import { answered, lines, message, subtext, text } from './pieces.ts';

export interface Chosen {
  readonly isPublic: boolean;
  readonly kept: Kept;
}

export function renderSettings({ isPublic, kept }: Chosen, isNew: boolean, translate: Translate): Reply {
  const chosen = translate(isPublic ? 'settings.public' : 'settings.private');
  return message(answered, [
    text(
      lines(
        isNew && `**${translate('settings.changed')}**`,
        translate('settings.answers', { chosen }),
        subtext(translate(isPublic ? 'settings.publicAbout' : 'settings.privateAbout')),
        translate('settings.unanswered', { chosen: translate(`settings.missed.${kept}`) }),
        subtext(translate(`missed.${kept}About`)),
      ),
    ),
  ]);
}
