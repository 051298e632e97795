// What helps on below an honest no, in Discord and in the terminal: what the sources are about, and a question that they do answer.
import type { Document } from '../corpus/document.ts';
import type { Library } from '../library.ts';
import { titleOf } from '../messages/citations.ts';
import { inEnglish, type Translate } from '../messages/messages.ts';

/** What a collection is about is told by its first titles. */
const mostTitles = 3;

/** "Title; another; …"; empty where there is no document. */
export function aboutIn(documents: readonly Document[], translate: Translate): string {
  const titles = documents
    .filter(({ status }) => status !== 'withdrawn')
    .map((document) => titleOf(document, translate));
  return (titles.length > mostTitles ? [...titles.slice(0, mostTitles), '…'] : titles).join('; ');
}

/** Which questions the sources answer, so that each is asked once. */
const answered = new WeakMap<Library, Map<string, Promise<boolean>>>();

/** The example of the reader's language, or else the English one, where these sources answer it: those of a server may be about something else. */
export async function workingExample(library: Library, translate: Translate): Promise<string | undefined> {
  for (const example of new Set([translate('answer.exampleAsked'), inEnglish('answer.exampleAsked')]))
    if (await isAnswered(example, library)) return example;
  return undefined;
}

async function isAnswered(question: string, library: Library): Promise<boolean> {
  const known = answered.get(library) ?? new Map<string, Promise<boolean>>();
  answered.set(library, known);
  const asked = known.get(question) ?? library.ask(question).then(({ outcome }) => outcome === 'answer');
  known.set(question, asked);
  return asked.catch(() => false);
}
