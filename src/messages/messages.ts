// Every sentence that people read comes from here: one JSON file a language beside this file, English first.
// Another language is another file with the same keys, but for those that only operators read; tests/messages compares them.
import i18next from 'i18next';
import { LRUCache } from 'lru-cache';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };

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
  // What only operators read, in the terminal and the log, stands in English alone.
  fallbackLng: 'en',
  resources: {
    en: { translation: en },
    de: { translation: de },
    fr: { translation: fr },
    pl: { translation: pl },
    uk: { translation: uk },
  },
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

/** Numbers that name something, such as a question, and count nothing: they are written digit by digit. */
const names: ReadonlySet<string> = new Set(['number', 'paragraph', 'sitting', 'code', 'status']);

/** Discord has some thirty locales. */
const translators = new LRUCache<string, Translate>({ max: 100, memoMethod: translatorFor });

/** A translator for a locale such as `en-US`; a language without a message file falls back to English. */
export function translator(locale: string): Translate {
  const language = locale.split('-', 1)[0] ?? locale;
  // Dates and lists go with the sentences around them: English sentences do not hold German dates.
  const spoken = languages.includes(locale) || languages.includes(language) ? locale : 'en';
  return translators.memo(spoken);
}

function translatorFor(spoken: string): Translate {
  const fixed = catalogue.getFixedT(spoken);
  const numbers = new Intl.NumberFormat(spoken);
  const written = (name: string, value: MessageValues[string]): string => {
    if (typeof value === 'object') return translate(value.key, value.values);
    return typeof value === 'number' && !names.has(name) ? numbers.format(value) : String(value);
  };
  const translate = (key: MessageKey, values: MessageValues = {}): string => {
    const replace = Object.entries(values).map(([name, value]) => [name, written(name, value)]);
    const { count } = values;
    return String(
      fixed(key, { replace: Object.fromEntries(replace), ...(count !== undefined && { count }) }),
    );
  };
  return Object.assign(translate, { locale: spoken });
}

/** English: for logs, and where no reader's language is known. */
export const inEnglish: Translate = translator('en');
