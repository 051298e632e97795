// Which mutants a part or a sample holds: the same ones each time, wherever the lines of a file have moved.
import { createHash } from 'node:crypto';
import type { Chosen } from './parts.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant, with where it stands in its file's source (lines and columns from 1). */
export interface Mutant {
  /** Relative to the project. */
  readonly file: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly start: Position;
  readonly end: Position;
}

/** Whether a mutant is one of those that were chosen. */
export function isChosen(mutant: Mutant, source: string, { everyNth, from }: Chosen): boolean {
  if (everyNth <= 1) return true;
  const { file, mutatorName, replacement, start } = mutant;
  const line = source.split('\n')[start.line - 1]?.trim();
  const told = [file, mutatorName, line, textOf(mutant, source), replacement];
  const hash = createHash('sha256').update(told.join('\0')).digest();
  return hash.readUInt32BE() % everyNth === from;
}

/** The same for a mutant of one source in the runner and in a report. */
export function keyOf({ file, mutatorName, replacement, start, end }: Mutant): string {
  return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join('\0');
}

/** What stands in the source in a mutant's place. */
export function textOf({ start, end }: Mutant, source: string): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
    )
    .join('\n');
}
