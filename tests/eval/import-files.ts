// Files beside which a person typed what they see in them: `NAME.expected.txt` and `NAME.expected.json` beside `NAME.docx`. How they are
// written is told in importing/README.md.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { kinds } from '../../src/corpus/document.ts';

/** What an importer may have to say of a text, in words of the measure's own. */
export const warnings = ['hidden', 'struck', 'table', 'order', 'encoding', 'tracked'] as const;
export type Warning = (typeof warnings)[number];

const expectedSchema = z.strictObject({
  title: z.string().optional(),
  date: z.string().optional(),
  publisher: z.string().optional(),
  /** One, or those between which nobody can choose. */
  kind: z.union([z.enum(kinds), z.array(z.enum(kinds))]).optional(),
  language: z.string().optional(),
  /** Those that must come; `allowed` may come or not; any other is a false alarm. */
  warnings: z.array(z.enum(warnings)),
  allowed: z.array(z.enum(warnings)).default([]),
  /** The encoding that the bytes of UTF-8 were taken for: words may come as they are in the file or put right. */
  garbledAs: z.string().optional(),
});
export type Expected = z.infer<typeof expectedSchema>;

/** `free` stands wherever the format has its notes; `optional` may come or not. */
export interface Typed {
  readonly kind: 'paragraph' | 'heading' | 'free' | 'optional';
  readonly text: string;
}

export interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  readonly typed: readonly Typed[];
  readonly expected: Expected;
}

const marks = { '# ': 'heading', '^ ': 'free', '? ': 'optional' } as const;

function isMark(start: string): start is keyof typeof marks {
  return start in marks;
}

/** What was typed, block by block. */
export function typedBlocks(text: string): Typed[] {
  return text
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): Typed => {
      const start = block.slice(0, 2);
      return isMark(start)
        ? { kind: marks[start], text: block.slice(2) }
        : { kind: 'paragraph', text: block };
    });
}

/** All files of a folder that have their expected text beside them, by name. */
export async function readCases(folder: string): Promise<Case[]> {
  const names = (await readdir(folder)).sort();
  const typed = names.filter((name) => name.endsWith('.expected.txt'));
  return Promise.all(typed.map((name) => readCase(folder, basename(name, '.expected.txt'), names)));
}

async function readCase(folder: string, stem: string, names: readonly string[]): Promise<Case> {
  const name = names.find((each) => each.startsWith(`${stem}.`) && !each.includes('.expected.'));
  if (name === undefined)
    throw new Error(`${folder}: ${stem}.expected.txt has no file beside it; put it there`);
  const [bytes, text, json] = await Promise.all([
    readFile(join(folder, name)),
    readFile(join(folder, `${stem}.expected.txt`), 'utf8'),
    readFile(join(folder, `${stem}.expected.json`), 'utf8'),
  ]);
  return { name, bytes, typed: typedBlocks(text), expected: expectedSchema.parse(JSON.parse(json)) };
}
