// Folders and files that a test makes and leaves to be removed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder with files in it, removed when the test ends. */
export async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** The same for all tests of a file. */
export async function folderForAll(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** A Markdown document that is right in every respect, or, with `front`, wrong in the one that a test is about. */
export function markdown(id: string, body: string, front = ''): string {
  return `---\nid: ${id}\ntitle: A title\nkind: news\nlanguage: en\n${front}---\n${body}\n`;
}
