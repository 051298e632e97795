// Secrets from files, as containers are given them: NAME_FILE holds the path of a file whose only line is the value of NAME. What it
// holds is never repeated, whatever is wrong with it.
import { closeSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../common/errors.ts';
import { reasonOf } from '../common/reasons.ts';
import type { MessageKey, MessageValues } from '../messages/messages.ts';
import { isPath, secrets } from './schema.ts';

export interface Read {
  /** The values that files hold, by the name of their setting. */
  readonly values: Readonly<Record<string, string>>;
  /** The files that hold them, by the same name. */
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** A token has some 70 characters and an address some hundred; what is longer is another file, perhaps without an end. */
const mostBytes = 8_192;

/** Reads the files that settings name. `placeOf` tells where a setting stands. */
export function readSecrets(
  given: Readonly<Record<string, string | undefined>>,
  placeOf: (name: string) => Problem['place'],
): Read {
  const values: Record<string, string> = {};
  const files: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const name of secrets) {
    const field = `${name}_FILE`;
    const file = given[field];
    // What is no path is told as a wrong setting, and not repeated.
    if (file === undefined || !isPath(file)) continue;
    const told = given[name] === undefined ? contentOf(file) : ({ wrong: 'secret.both' } as const);
    if ('wrong' in told) {
      const message = { key: told.wrong, values: { ...told.values, field, name, file: shown(file) } };
      problems.push({ place: placeOf(field), message });
    } else {
      values[name] = told.value;
      files[name] = file;
    }
  }
  return { values, files, problems };
}

/** A password may have been written in the place of a file: only what leads to a folder is surely none. */
function shown(file: string): string {
  return /[/\\]/u.test(file) ? file : '…';
}

type Content = { readonly value: string } | { readonly wrong: MessageKey; readonly values?: MessageValues };

function contentOf(file: string): Content {
  let bytes: Buffer;
  try {
    bytes = beginningOf(file);
  } catch (cause) {
    return { wrong: 'secret.unreadable', values: { reason: reasonOf(cause) } };
  }
  const value = bytes
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trim();
  if (value === '') return { wrong: 'secret.empty' };
  // What is no single line is no secret of ours: the wrong file, or one with a second value.
  if (bytes.length > mostBytes || /[\p{Cc}\ufffd]/u.test(value)) return { wrong: 'secret.notOne' };
  return { value };
}

/** As much as may be there and one byte more, also of what never ends. */
function beginningOf(file: string): Buffer {
  const open = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(mostBytes + 1);
    let at = 0;
    for (let read = -1; read !== 0 && at < bytes.length; at += read)
      read = readSync(open, bytes, at, bytes.length - at, null);
    return bytes.subarray(0, at);
  } finally {
    closeSync(open);
  }
}
