// The settings as a page for operators, made from what is checked.
import { inEnglish, type MessageKey } from '../messages/messages.ts';
import { factsOf, type SettingName, settingsSchema } from './schema.ts';

/** The headings of the page, each with the settings below it: a name, or the beginning of several. */
const groups: readonly (readonly [MessageKey, readonly string[]])[] = [
  ['settings.discord', ['DISCORD_', 'MENTIONS']],
  ['settings.shards', ['SHARD']],
  ['settings.documents', ['CORPUS', 'STRICT', 'READER', 'SEARCH_ENGINE', 'OCR']],
  ['settings.store', ['STORE', 'DATABASE_']],
  ['settings.servers', ['SOURCES_']],
  ['settings.operations', []],
];

/** The whole page, as Markdown. Made again by `npm run settings`. */
export function settingsPage(): string {
  const names = Object.keys(settingsSchema.shape).filter(
    (name): name is SettingName => factsOf(name) !== undefined,
  );
  const left = new Set(names);
  const parts = groups.map(([heading, beginnings]) => {
    // What no heading asks for stands below the last one.
    const here = names.filter((name) => left.has(name) && belongs(name, beginnings));
    for (const name of here) left.delete(name);
    return `## ${inEnglish(heading)}\n\n${table(here)}`;
  });
  return `# ${inEnglish('settings.title')}\n\n${inEnglish('settings.intro')}\n\n${parts.join('\n\n')}\n`;
}

function belongs(name: string, beginnings: readonly string[]): boolean {
  return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning));
}

function table(names: readonly SettingName[]): string {
  const heads = [
    'settings.name',
    'settings.what',
    'settings.unit',
    'settings.preset',
    'settings.range',
  ] as const;
  const rows = [heads.map((head) => inEnglish(head)), heads.map(() => '---'), ...names.map(rowOf)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function rowOf(name: SettingName): string[] {
  const { preset = '', unit = '', range = '' } = factsOf(name) ?? {};
  return [`\`${name}\``, inEnglish(`setting.${name}`), unit, preset, range];
}
