// Every sentence that people read comes from here: one JSON file a language beside this file, English first.
// Another language is another file with the same keys; tests/messages compares them.
import i18next from 'i18next';
import en from './en.json' with { type: 'json' };

type Plural<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

/** The key of a sentence, without its plural ending. */
export type MessageKey = Plural<keyof typeof en>;

/** What is put into a sentence: text, numbers, or a message of its own; `count` chooses the plural form. */
export interface MessageValues {
  readonly [name: string]: string | number | Message;
}

/** Gives the sentence of a key in one language. Throws where a value of the sentence is not given. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  /** The locale of the sentences, for dates, numbers and lists. */
  readonly locale: string;
}

/** A sentence that is not yet in any language: what the library returns and the edges translate. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

const catalogue = i18next.createInstance();

await catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  // The edges escape for where they write (Discord, a terminal); HTML escaping here would change a source's words.
  // What is put in is never looked through again for placeholders, so a source may hold "{{" and "$t(".
  interpolation: { escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
    throw new Error(`message "${text}": nothing was given for ${match[0]}`);
  },
});

/** The languages that have a message file. */
export const languages: readonly string[] = Object.keys(catalogue.store.data);

/** A translator for a locale such as `en-US`; a language without a message file falls back to English. */
export function translator(locale: string): Translate {
  const language = locale.split('-', 1)[0] ?? locale;
  // Dates and lists go with the sentences around them: English sentences do not hold German dates.
  const spoken = languages.includes(locale) || languages.includes(language) ? locale : 'en';
  const fixed = catalogue.getFixedT(spoken);
  const translate = (key: MessageKey, values: MessageValues = {}): string => {
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? translate(value.key, value.values) : value,
    ]);
    return String(fixed(key, Object.fromEntries(filled)));
  };
  return Object.assign(translate, { locale: spoken });
}

/** English: for logs, and where no reader's language is known. */
export const inEnglish: Translate = translator('en');
