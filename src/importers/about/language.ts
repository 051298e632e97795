// Which language a text is in: as the file says, else as its letters and words show.
import { inEnglish } from '../../messages/messages.ts';
import type { Metadata } from '../imported.ts';

/** A few hundred words tell; a detector given a whole book takes seconds. */
const sampled = 4_000;
/** Below so many letters every guess is as good as another. */
const leastLetters = 60;

/** The code of the language that a text is most likely in, or undefined where nothing shows it plainly. */
export async function guessedLanguage(paragraphs: readonly string[]): Promise<string | undefined> {
  const sample = paragraphs.join('\n').slice(0, sampled);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < leastLetters) return undefined;
  // Its tables take 40 MiB, so they are loaded behind the parser's work.
  const { detectAll } = await import('tinyld');
  const [first] = detectAll(sample);
  return first !== undefined && first.accuracy > 0.2 ? first.lang : undefined;
}

/** The language to add to the metadata: none where the file tells it. */
export function languageOf(guess: string | undefined, { language }: Metadata): Metadata {
  if (language || guess === undefined) return {};
  const because = inEnglish('import.because.language');
  return { language: { told: { value: guess, by: 'inferred', because }, where: 'import.found.text' } };
}
