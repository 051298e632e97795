// Finds what has a name by what somebody types: a whole name, the beginning of one, a part, or a name with a slip or two.

import { once } from '../common/steps.ts';
import { begun, fits } from '../common/typed.ts';
import { fold, spellings } from '../corpus/text/folding.ts';
import { mostSuggestions } from '../search/suggest.ts';
import { slips } from '../search/text/slips.ts';
import { endSound, endSounds, isCyrillic, isInflected, isSpelt, isTranscribed } from './inflected.ts';

/** Something that can be asked for, under each of its names, the best first. */
export interface NamedThing<T> {
  readonly value: T;
  readonly names: readonly string[];
  /** By these it is only known as a whole: of "European Council president" the beginning is another one's name. */
  readonly called?: readonly string[];
}

interface Plain<T> {
  readonly value: T;
  readonly names: readonly string[];
  readonly called: readonly string[];
  readonly all: readonly string[];
  /** The names, and the last word of each: a surname is typed alone, with its slips. */
  readonly lasts: readonly string[];
}

/** Short words are near one another: "tanks" is no slip for "talks". From nine letters on two slips are recognisable. */
const slipsAllowed = (length: number): number => (length < 6 ? 0 : length < 9 ? 1 : 2);

const shortestPart = 3;

export class Names<T> {
  readonly #things: readonly Plain<T>[];
  readonly #bySound = once(() => {
    const all = this.#things.flatMap(({ value, names }) => names.map((name) => ({ value, name })));
    return Map.groupBy(all, ({ name }) => endSound(name));
  });

  constructor(things: readonly NamedThing<T>[]) {
    this.#things = things.map(({ value, names, called = [] }) => {
      const plainNames = [...new Set(names.flatMap(waysOf))];
      const plainCalled = called.flatMap(waysOf);
      const lasts = new Set(plainNames.flatMap((name) => [name, name.slice(name.lastIndexOf(' ') + 1)]));
      return {
        ...{ value, names: plainNames, called: plainCalled, all: [...plainNames, ...plainCalled] },
        lasts: [...lasts],
      };
    });
  }

  /**
   * What a name means: none, one, or several that it fits equally well; a slip or two does not matter. `other`: what goes before a name with
   * slips.
   */
  find(typed: string, other: () => readonly T[] = () => []): readonly T[] {
    if (!fits(typed, 'name')) return [];
    for (const way of [() => this.findWritten(typed), other]) {
      const found = way();
      if (found.length > 0) return found;
    }
    return this.#near(plain(typed));
  }

  /** Whoever has just this name. */
  whole(typed: string): readonly T[] {
    if (!fits(typed, 'name')) return [];
    for (const wanted of waysOf(typed)) {
      const found = this.#things.filter(({ all }) => wanted !== '' && all.includes(wanted));
      if (found.length > 0) return found.map(({ value }) => value);
    }
    return [];
  }

  /** The same of a name that is written as it should be. A whole name goes before part of one. */
  findWritten(typed: string): readonly T[] {
    for (const wanted of waysOf(typed)) {
      const found = this.#written(wanted);
      if (found.length > 0) return found;
    }
    return [];
  }

  #written(wanted: string): readonly T[] {
    if (wanted === '') return [];
    const letters = wanted.replaceAll(' ', '');
    const ways: ((name: string) => boolean)[] = [
      (name) => name === wanted,
      // "USA" and "U.S.A.", "Article 5-type" and "Article 5 type".
      (name) => name.replaceAll(' ', '') === letters,
      (name) => name.startsWith(wanted),
      (name) => ` ${name}`.includes(` ${wanted}`),
    ];
    // So little of a name would mean whatever happens to begin so.
    for (const [at, way] of (wanted.length < shortestPart ? ways.slice(0, 2) : ways).entries()) {
      const found = this.#things.filter(({ names, all }) => (at < 2 ? all : names).some(way));
      if (found.length > 0) return found.map(({ value }) => value);
    }
    return [];
  }

  /** What to offer for what is typed, best first; everything while nothing is typed. `other` stands behind, where there is room. */
  suggest(typed: string, other: () => readonly T[] = () => []): readonly T[] {
    const wanted = plain(begun(typed, 'name'));
    const found = this.#holding(wanted);
    if (found.size < mostSuggestions) for (const value of other()) found.add(value);
    const best = found.size > 0 ? [...found] : this.#near(wanted);
    return best.slice(0, mostSuggestions);
  }

  #holding(wanted: string): Set<T> {
    const ways: ((name: string) => boolean)[] = [
      (name) => name.startsWith(wanted),
      (name) => ` ${name}`.includes(` ${wanted}`),
      (name) => name.includes(wanted),
    ];
    const found = new Set<T>();
    // The name itself before other names of the same thing: "Al" is Alexander Stubb, and only then an ally.
    for (const way of ways) {
      if (found.size >= mostSuggestions) break;
      for (const { value, names } of this.#things) if (names.slice(0, 1).some(way)) found.add(value);
      for (const { value, all } of this.#things) if (all.some(way)) found.add(value);
    }
    return found;
  }

  /** A name with an ending of another case, with a slip or two, or in other letters; of two that are as near nobody knows which. */
  #near(wanted: string): readonly T[] {
    const inflected = this.#whose(wanted, isInflected);
    if (inflected.length > 0) return inflected;
    const misspelt = this.#misspelt(wanted);
    if (misspelt.length > 0) return misspelt;
    return isCyrillic(wanted) ? this.#whose(wanted, isTranscribed) : this.#spelt(wanted);
  }

  /** Whoever bears a name that sounds so; names are heard once, not again while somebody types. */
  #spelt(wanted: string): readonly T[] {
    const near = endSounds(wanted).flatMap((sound) => this.#bySound().get(sound) ?? []);
    const found = near.filter(({ name }) => isSpelt(wanted, name));
    return [...new Set(found.map(({ value }) => value))];
  }

  #whose(wanted: string, like: (wanted: string, name: string) => boolean): readonly T[] {
    const words = wanted.split(' ').length;
    const is = (name: string): boolean => like(wanted, name);
    // The end of a name is a surname; the end of an office is one of many.
    const isLong = (name: string): boolean => name.split(' ').length === words;
    return this.#things
      .filter(({ names, called }) => names.some(is) || called.some((name) => isLong(name) && is(name)))
      .map(({ value }) => value);
  }

  #misspelt(wanted: string): T[] {
    let least = slipsAllowed(wanted.length);
    let nearest: T[] = [];
    for (const { value, names, lasts } of this.#things) {
      const near = wanted.includes(' ') ? names : lasts;
      const distance = Math.min(...near.map((name) => distanceTo(name, wanted, least)));
      if (least === 0 || distance > least) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(value);
    }
    return nearest;
  }
}

function distanceTo(name: string, wanted: string, limit: number): number {
  // A name much longer or shorter is no slip away, and need not be compared letter by letter.
  return Math.abs(name.length - wanted.length) > limit ? limit + 1 : slips(wanted, name, limit);
}

/** "Ukraine's president" is typed without its mark as often; Polish sets endings behind one: "Kennedy'ego". */
const owner = /(?<=\p{L})'(?:s|a|ego|emu|em|iem|owi|u|ie|ów|ami|om)(?!\p{L})/gu;

/** Letters and digits with single spaces, folded, without an article before them. */
function plain(text: string): string {
  const words =
    fold(text)
      .text.replace(owner, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join(' ');
}

/** A name in the ways in which its letters are written: "Zürich" is "zurich" and "zuerich". */
function waysOf(name: string): string[] {
  return [...new Set(spellings(name).map(plain))];
}
