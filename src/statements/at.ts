// Which statements stand at a place of their document, without looking through all of them for each place.
import type { Span } from '../corpus/passages.ts';
import type { Statement } from './statement.ts';

/** So many characters of a document are one shelf, on which every statement lies that has words or its clause there. */
const shelf = 512;

type Shelves = ReadonlyMap<number, readonly number[]>;

const known = new WeakMap<readonly Statement[], Shelves>();

/**
 * The statements that may have words, or their clause, in a part of the document, in their order: all that have, and some
 * that stand near by.
 */
export function statementsAround(statements: readonly Statement[], part: Span): Statement[] {
  const shelves = known.get(statements) ?? shelved(statements);
  known.set(statements, shelves);
  const found = new Set<number>();
  for (let at = Math.floor(part.start / shelf); at * shelf < part.end; at += 1)
    for (const index of shelves.get(at) ?? []) found.add(index);
  return [...found].sort((a, b) => a - b).flatMap((index) => statements[index] ?? []);
}

function shelved(statements: readonly Statement[]): Shelves {
  const shelves = new Map<number, number[]>();
  for (const [index, { spans, clause }] of statements.entries())
    for (const span of clause ? [...spans, clause] : spans) put(index, span, shelves);
  return shelves;
}

function put(index: number, { start, end }: Span, shelves: Map<number, number[]>): void {
  for (let at = Math.floor(start / shelf); at * shelf < end; at += 1) {
    const there = shelves.get(at);
    if (!there) shelves.set(at, [index]);
    else if (there.at(-1) !== index) there.push(index);
  }
}
