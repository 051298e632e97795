// What the system says went wrong: its code, and why it does not let a file be read in a sentence of ours.
import type { Message, MessageKey } from '../messages/messages.ts';

const known: Readonly<Record<string, MessageKey>> = {
  ENOENT: 'reason.missing',
  EACCES: 'reason.forbidden',
  EPERM: 'reason.forbidden',
  EROFS: 'reason.forbidden',
  // What the system says where a folder is to be made and a file has its name.
  EEXIST: 'reason.noFolder',
  EISDIR: 'reason.folder',
  ENOTDIR: 'reason.noFolder',
  ELOOP: 'reason.loop',
  ENAMETOOLONG: 'reason.nameTooLong',
};

/** The code of what the system, a database, a library or Discord threw; empty where it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code !== undefined) return String(error.code);
  // Several addresses were tried and each failed.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}

/** The sentence for what a call to the system threw; what has none of ours is told as it came. */
export function reasonOf(cause: unknown): Message {
  const code = codeOf(cause);
  const key = known[code];
  if (key) return { key, values: { code } };
  return { key: 'reason.other', values: { reason: cause instanceof Error ? cause.message : String(cause) } };
}
