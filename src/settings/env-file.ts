// The file .env: what it sets and on which line, and the lines that set nothing.
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { ProblemsError } from '../common/errors.ts';
import { codeOf } from '../common/reasons.ts';
import { textOf, unreadable } from '../common/text-file.ts';

export interface EnvFile {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  /** On which line a name is set last, from 1; undefined where it is not set here. */
  lineOf(name: string): number | undefined;
}

/** What the file says; nothing where there is none. A file that cannot be read would silently start something else. */
export function readEnvFile(path: string): EnvFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return fileOf(path, '');
    throw new ProblemsError([unreadable(path, cause)]);
  }
  const text = textOf(bytes, path);
  if (typeof text !== 'string') throw new ProblemsError([text]);
  const strays = strayLines(text);
  if (strays.length === 0) return fileOf(path, text);
  // The line is not repeated: it may hold a token.
  throw new ProblemsError(
    strays.map((line) => ({ place: { file: path, line }, message: { key: 'field.noSetting' } })),
  );
}

function fileOf(path: string, text: string): EnvFile {
  const lines = text.split('\n');
  return {
    path,
    values: parse(text),
    lineOf: (name) => {
      const at = lines.findLastIndex((line) => Object.hasOwn(parse(line), name));
      return at < 0 ? undefined : at + 1;
    },
  };
}

/** The numbers of lines that set nothing and belong to no value: those that the file can go without. */
function strayLines(text: string): number[] {
  const lines = text.split('\n');
  const whole = JSON.stringify(parse(text));
  return lines.flatMap((line, index) => {
    const sets = Object.keys(parse(line)).length > 0;
    if (/^\s*(#|$)/u.test(line) || sets) return [];
    return JSON.stringify(parse(lines.with(index, '').join('\n'))) === whole ? [index + 1] : [];
  });
}

/** Whether others on this machine than the file's owner may read it; undefined where there is none, or the system has no such rights. */
export function isOpenToOthers(path: string): boolean | undefined {
  if (process.platform === 'win32') return undefined;
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? (found.mode & 0o044) !== 0 : undefined;
}
