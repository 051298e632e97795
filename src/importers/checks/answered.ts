// Which warnings are still open: what whoever adds a document has said of it answers some.
import type { Told } from '../../corpus/document.ts';
import type { Message, MessageKey } from '../../messages/messages.ts';

/** What is said of a document now. */
export interface SaidOf {
  readonly title: Told;
  readonly publisher?: Told | undefined;
  readonly published?: Told | undefined;
  readonly language: string;
}

/** Where the language is from: concluded or told by the file, kept from the version before, or said by a person. */
export type LanguageFrom = 'file' | 'before' | 'person';

const asked: ReadonlySet<MessageKey> = new Set([
  'import.warning.noTitle',
  'import.warning.noDate',
  'import.warning.noPublisher',
  'import.warning.noLanguage',
]);
const ofLanguage: ReadonlySet<MessageKey> = new Set([
  'import.warning.guessedLanguage',
  'import.warning.otherLanguage',
]);

/** The warnings that stand: one that is answered goes, and one comes back where its answer was taken away. */
export function openWarnings(warnings: readonly Message[], said: SaidOf, from: LanguageFrom): Message[] {
  const isTitled =
    said.title.by !== 'inferred' || !warnings.some(({ key }) => key === 'import.warning.noTitle');
  const open: Message[] = [
    ...(isTitled ? [] : [{ key: 'import.warning.noTitle' } as const]),
    ...(said.published ? [] : [{ key: 'import.warning.noDate' } as const]),
    ...(said.publisher ? [] : [{ key: 'import.warning.noPublisher' } as const]),
    ...(said.language === 'und' ? [{ key: 'import.warning.noLanguage' } as const] : []),
  ];
  const others = warnings.filter(({ key }) => !asked.has(key));
  return [...others.flatMap((warning) => ofLanguageNow(warning, said, from)), ...open];
}

/** What was kept was looked at before; where the new text looks like another language, that is new. */
function ofLanguageNow(warning: Message, { language }: SaidOf, from: LanguageFrom): Message[] {
  if (!ofLanguage.has(warning.key) || from === 'file') return [warning];
  if (from === 'person') return [];
  const guess = String(warning.values?.['guess'] ?? warning.values?.['language']);
  if (guess === language.split('-', 1)[0]) return [];
  return [{ key: 'import.warning.otherLanguage', values: { told: language, guess } }];
}
