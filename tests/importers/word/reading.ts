// Word files as the tests read them: paragraphs, headings and the warnings of the reader.
import { extract } from '../../../src/importers/extract.ts';
import type { Taken } from '../../../src/importers/imported.ts';
import { defaultLimits } from '../../../src/importers/limits.ts';
import { p, type WordFile, wordFile } from './write.ts';

export async function taken(file: WordFile): Promise<Taken> {
  const imported = await extract({ name: 'a.docx', bytes: wordFile(file), limits: defaultLimits });
  if (!imported.ok) throw new Error(imported.reason.key);
  return imported;
}

/** A sentence above all: what is first in a file may be its title, and this is none. */
const opening = 'The delegations met in Geneva.';

/** A file that begins with a sentence, without that. */
export async function takenBelow(file: WordFile): Promise<Taken> {
  const read = await taken({ ...file, body: p(opening) + file.body });
  if (read.paragraphs[0] !== opening) throw new Error('the first sentence is missing');
  return { ...read, paragraphs: read.paragraphs.slice(1) };
}

export async function paragraphsOf(
  body: string,
  rest: Omit<WordFile, 'body'> = {},
): Promise<readonly string[]> {
  return (await takenBelow({ ...rest, body })).paragraphs;
}

export function headingsOf({ text }: Taken): string[] {
  return text.match(/^#+ .*$/gmu)?.map((line) => line.replace(/^#+ /u, '')) ?? [];
}

const ofReader = ['hidden', 'struck', 'numbers', 'tracked'];

/** How many of each kind the reader of DOCX warns of. */
export function warned({ warnings }: Taken): Record<string, unknown> {
  const told = warnings.filter(({ key }) => ofReader.some((name) => key === `import.warning.${name}`));
  return Object.fromEntries(told.map(({ key, values }) => [key.split('.').at(-1), values?.['count'] ?? 0]));
}
