// What zod found wrong, said as a problem: the place in the file, the field, its value and what to write instead.
import type { z } from 'zod';
import type { Place, Problem } from './errors.ts';
import type { MessageKey } from './messages/messages.ts';

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

/** A value as somebody wrote it, short enough for one line. */
export function shown(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const line = (written ?? '').replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
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

function unknownField(path: Path, file: Validated): Problem {
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
  return value === undefined || value === null
    ? { place, message: { key: 'field.missing', values } }
    : { place, message: { key: 'field.wrong', values: { ...values, value: shown(value) } } };
}
