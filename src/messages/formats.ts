// Dates and lists as a language writes them, by JavaScript's Intl. To make one takes up to twenty times as long as to use it.
import { LRUCache } from 'lru-cache';

/** Some thirty locales, each with a handful of styles. */
const most = 300;

function kept<Options, Format extends object>(
  make: (locale: string, options: Options | undefined) => Format,
): (locale: string, options?: Options) => Format {
  const formats = new LRUCache<string, Format>({ max: most });
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known) return known;
    const format = make(locale, options);
    formats.set(key, format);
    return format;
  };
}

export const listFormat = kept(
  (locale, options?: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

export const dateFormat = kept(
  (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
