// The message files side by side: what a language lacks, and how its messages differ from the English ones.
import de from '../../src/messages/de.json' with { type: 'json' };
import en from '../../src/messages/en.json' with { type: 'json' };
import fr from '../../src/messages/fr.json' with { type: 'json' };
import pl from '../../src/messages/pl.json' with { type: 'json' };
import uk from '../../src/messages/uk.json' with { type: 'json' };

export type Sentences = Readonly<Record<string, string>>;

export const english: Sentences = en;
export const translations: Readonly<Record<string, Sentences>> = { de, fr, pl, uk };

/** Keys that begin like this are read by operators alone, in the terminal and in the log: they stand in English only. */
export const operators: readonly string[] = [
  ...['area.', 'file.', 'reason.', 'yaml.', 'field.', 'wanted.', 'problems.'],
  ...['frontMatter.', 'document.', 'collection.', 'jsonLine.', 'dossier.', 'annotation.', 'sources.'],
  ...['terminal.', 'cli.', 'corpus.', 'batch.', 'deploy.', 'report.', 'compare.noFile'],
  ...['command.malformed', 'command.misnamed', 'command.none'],
  ...['store.no', 'store.busy', 'store.readOnly', 'store.full', 'store.corrupt', 'store.unreachable'],
  ...['store.empty', 'store.lost', 'store.backup', 'store.isBackup', 'store.erasures', 'keep.'],
  ...['store.wrongPassword', 'store.forbidden', 'store.encoding', 'store.newer'],
  ...['discord.badToken', 'discord.close', 'discord.refused', 'discord.unreachable', 'discord.trouble'],
  ...['discord.notDiscord', 'discord.noApplication', 'discord.noServer', 'discord.forbidden'],
  'discord.noToken',
  ...['setting.', 'secret.', 'health.', 'doctor.', 'shards.'],
  ...[
    'settings.title',
    'settings.intro',
    'settings.discord',
    'settings.shards',
    'settings.documents',
    'settings.store',
    'settings.servers',
  ],
  ...[
    'settings.operations',
    'settings.name',
    'settings.what',
    'settings.unit',
    'settings.preset',
    'settings.range',
  ],
];

export function isForOperators(key: string): boolean {
  return operators.some((prefix) => key.startsWith(prefix));
}

const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** The key without its plural ending. */
export function baseOf(key: string): string {
  return key.replace(pluralEnding, '');
}

export function isPlural(key: string): boolean {
  return pluralEnding.test(key);
}

/** The plural forms that a language has, by CLDR. */
export function formsOf(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The keys that a language has to have: those of English, with the plural forms of the language. */
export function keysWanted(language: string): string[] {
  const keys = Object.keys(english).flatMap((key) => {
    if (isForOperators(key)) return [];
    return isPlural(key) ? formsOf(language).map((form) => `${baseOf(key)}_${form}`) : [key];
  });
  return [...new Set(keys)];
}

/** The English message that a translated one stands for: of plural forms the general one. */
export function englishFor(key: string): string {
  return english[key] ?? english[`${baseOf(key)}_other`] ?? '';
}

/** What is missing in a language, ready to be put into its file and translated: `"key": "the English words"`. */
export function missingIn(language: string): string[] {
  const there = translations[language] ?? {};
  return keysWanted(language)
    .filter((key) => there[key] === undefined)
    .map((key) => `"${key}": ${JSON.stringify(englishFor(key))},`);
}

export function placeholdersOf(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}

/** A form such as "one" in which the number need not be written: it stands for one number alone. */
export function isOneNumber(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language);
  const fitting = Array.from({ length: 200 }, (_, number) => number).filter(
    (number) => rules.select(number) === form,
  );
  return fitting.length === 1;
}
