// What zod found wrong, said as a problem: the place in the file, the field, its value and what to write instead.
import type { z } from 'zod';
import type { MessageKey } from '../messages/messages.ts';
import { cut } from './cut.ts';
import type { Place, Problem } from './errors.ts';

type Path = readonly PropertyKey[];

/** How to speak of one kind of file. */
export interface Validated {
  /** Where a field stands; for a missing one, where its parent begins. */
  readonly placeOf: (path: Path) => Place;
  /** What a field wants, as a sentence; the field is the last name in the path. */
  readonly wanted: (path: Path) => MessageKey;
  /** The fields known at a path, for "there is no field …". */
  readonly known: (path: Path) => readonly string[];
  /** The words before the field: "front matter", "dossier". */
  readonly area: MessageKey;
}

/** The value at a path of parsed data, or undefined. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** More of a value is not repeated: with the place, the field and the remedy it still fits a line or two. */
const longestShown = 60;

/** A value as somebody wrote it, short enough for one line. */
export function shown(value: unknown): string {
  return cut(written(value).replace(/\s+/g, ' '), longestShown);
}

/** A value as text, whatever it is: what only describes a mistake must not become one. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // It holds itself, or something that JSON has no form for.
    return '…';
  }
}

/** `people[2].party` */
function fieldOf(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** One problem for each thing that zod found wrong in `data`. */
export function problemsOf(error: z.ZodError, data: unknown, file: Validated): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownField([...issue.path, key], file));
    }
    return [wrongField(issue.path, valueAt(data, issue.path), file)];
  });
}

/** Something given under a name that there is not. */
export function unknownField(path: Path, file: Validated): Problem {
  const known = file.known(path.slice(0, -1)).join(', ');
  return {
    place: file.placeOf(path),
    message: { key: 'field.unknown', values: { area: { key: file.area }, field: fieldOf(path), known } },
  };
}

function wrongField(path: Path, value: unknown, file: Validated): Problem {
  const values = { area: { key: file.area }, field: fieldOf(path), wanted: { key: file.wanted(path) } };
  const place = file.placeOf(path);
  if (path.length === 0) {
    return { place, message: { key: 'field.wrongWhole', values: { ...values, value: shown(value) } } };
  }
  return value === undefined || value === null || value === ''
    ? { place, message: { key: 'field.missing', values } }
    : { place, message: { key: 'field.wrong', values: { ...values, value: shown(value) } } };
}

/** Parsed data without the fields that are there but empty (`credit:`): nobody filled them in, so they are unset. */
export function withoutEmpty(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutEmpty);
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  const filled = Object.entries(data).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(filled.map(([name, value]) => [name, withoutEmpty(value)]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
