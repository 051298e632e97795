// The reply of /settings: what a server has chosen.
import type { Translate } from '../../messages/messages.ts';
import type { Kept } from '../../missed/note.ts';
import type { Reply } from '../command.ts';
import { answered, lines, message, subtext, text } from './pieces.ts';

export interface Chosen {
  readonly isPublic: boolean;
  /** Undefined where the operator lets the bot hear none. */
  readonly mentions: boolean | undefined;
  readonly kept: Kept;
}

export function renderSettings(
  { isPublic, mentions, kept }: Chosen,
  isNew: boolean,
  translate: Translate,
): Reply {
  const chosen = translate(isPublic ? 'settings.public' : 'settings.private');
  return message(answered, [
    text(
      lines(
        isNew && `**${translate('settings.changed')}**`,
        translate('settings.answers', { chosen }),
        subtext(translate(isPublic ? 'settings.publicAbout' : 'settings.privateAbout')),
        ...mentionLines(mentions, translate),
        translate('settings.unanswered', { chosen: translate(`settings.missed.${kept}`) }),
        subtext(translate(`missed.${kept}About`)),
        !isNew && subtext(translate('settings.how')),
      ),
    ),
  ]);
}

function mentionLines(mentions: boolean | undefined, translate: Translate): string[] {
  if (mentions === undefined) return [];
  const chosen = translate(mentions ? 'settings.mentionsOn' : 'settings.mentionsOff');
  return [
    translate('settings.mentions', { chosen }),
    subtext(translate(mentions ? 'settings.mentionsOnAbout' : 'settings.mentionsOffAbout')),
  ];
}
