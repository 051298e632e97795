// A refusal as a reply.
import type { UserError } from '../common/errors.ts';
import type { Translate } from '../messages/messages.ts';
import { MarkedRefusal, type Reply } from './command.ts';
import { renderLine } from './rendering/render.ts';

/** What is refused, with the reason in one line, or as its reply where it has one. */
export function refusal(error: UserError, translate: Translate): Reply {
  if (error instanceof MarkedRefusal) return error.reply;
  const { told } = error;
  return renderLine(translate(told.key, told.values));
}
