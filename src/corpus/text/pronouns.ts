// Words that stand for whoever speaks, is spoken to or is spoken of, in the languages of questions and sources: no names of anybody.

const words = (list: string): readonly string[] => list.split(' ');

/** English ones, by whom they mean. */
const english = {
  one: words('he she him her'),
  many: words('they them'),
  thing: words('it'),
  speaking: words('i we you'),
};

/** Of other languages: German “sie” is one person, several or a thing, and French “on” is whoever you like. */
const others = {
  one: words('er il elle on ona він вона'),
  many: words('ils elles oni one вони'),
  either: words('sie'),
  thing: words('es ono воно'),
};

export const englishPronouns: ReadonlySet<string> = new Set(Object.values(english).flat());

export const pronouns: ReadonlySet<string> = new Set([...englishPronouns, ...Object.values(others).flat()]);

/** Of one person; a thing may be meant by those that are not English. */
export const pronounsOfOne: ReadonlySet<string> = new Set([...english.one, ...others.one]);

export const pronounsOfMany: ReadonlySet<string> = new Set([...english.many, ...others.many]);
