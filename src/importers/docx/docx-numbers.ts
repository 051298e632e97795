// The automatic numbers of a DOCX: what its lists look like (numbering.xml), and how far each has been counted.
import { formatted } from './docx-number-formats.ts';
import { isOn, type ListPlace, type RunProperties, runPropertiesOf } from './docx-styles.ts';
import { childOf, childrenOf, readXml, valueIn, type XmlElement } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** "Article %1.", where "%1" is the number of the first level. */
  readonly text: string;
  readonly separator: string;
  /** Counted from 1: this level begins anew after a paragraph of that level or one above; 0 never. */
  readonly restart: number | undefined;
  readonly isLegal: boolean;
  readonly run: RunProperties;
  /** The style of paragraphs that stand on this level. */
  readonly style: string | undefined;
}

/** `w:abstractNum`: the levels, or the style that stands for a list of which they are taken. */
interface Pattern {
  readonly levels: ReadonlyMap<number, Level>;
  readonly sameAs: string | undefined;
  readonly isSingle: boolean;
}

/** `w:num`: a pattern with what is different in this list. */
interface List {
  readonly pattern: string | undefined;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/**
 * How far the lists of one text have been counted: the body, a note and a text box each begin anew. Lists of one pattern count
 * on from one another; a list with a start of its own uses it the first time.
 */
export class Counted {
  readonly #patterns = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** The numbers reached on each level. */
  of(pattern: string): (number | undefined)[] {
    const known = this.#patterns.get(pattern) ?? [];
    this.#patterns.set(pattern, known);
    return known;
  }

  /** Whether a level of a list is counted for the first time. */
  begins(list: string, level: number): boolean {
    const key = `${list} ${level}`;
    const isNew = !this.#begun.has(key);
    this.#begun.add(key);
    return isNew;
  }
}

/** A paragraph's number as it is shown, or why there is none. */
export type Label =
  | { readonly text: string; readonly separator: string; readonly run: RunProperties }
  /** A bullet is a mark and no word; pages leave it out as well. */
  | 'bullet'
  /** It has a number in a form that cannot be written here. */
  | 'unknown'
  | undefined;

/** A paragraph whose number is wanted. */
interface Numbered {
  readonly place: ListPlace;
  /** The style that says the list, where it is not said at the paragraph itself. */
  readonly style: string | undefined;
  readonly language: string | undefined;
}

/** Word knows nine levels. */
const lastLevel = 8;
/** A number's text stands before each paragraph of a list, so that a long one would make a text without end. */
const longestText = 255;

export class Numbers {
  readonly #patterns = new Map<string, Pattern>();
  readonly #lists = new Map<string, List>();
  readonly #listOfStyle: (style: string) => string | undefined;

  /** `listOfStyle` gives the list that a style of the type "numbering" stands for. */
  constructor(part: Uint8Array | undefined, listOfStyle: (style: string) => string | undefined) {
    this.#listOfStyle = listOfStyle;
    const each = (element: XmlElement): void => {
      const { abstractNumId, numId } = element.attributes;
      if (element.name === 'w:abstractNum' && abstractNumId !== undefined) {
        this.#patterns.set(abstractNumId, patternOf(element));
      } else if (element.name === 'w:num' && numId !== undefined) this.#lists.set(numId, listOf(element));
    };
    if (part) readXml(part, { each });
  }

  /** Counts a paragraph, and gives its number. */
  next({ place, style, language }: Numbered, counted: Counted): Label {
    const list = place.list === undefined ? undefined : this.#lists.get(place.list);
    const pattern = list && this.#patternOf(list.pattern);
    if (!list?.pattern || !pattern) return undefined;
    const all = new Map([...pattern.levels, ...list.levels]);
    const byStyle = style === undefined ? undefined : [...all].find(([, each]) => each.style === style)?.[0];
    const at = pattern.isSingle ? 0 : (byStyle ?? place.level ?? 0);
    const level = all.get(at);
    if (!level) return undefined;
    const numbers = counted.of(list.pattern);
    const isFirst = counted.begins(place.list ?? '', at);
    count(numbers, { at, all, starts: list.starts, isFirst });
    return labelOf(level, all, { counted: numbers, language });
  }

  /** The pattern itself, or the one that it borrows through a style. */
  #patternOf(id: string | undefined): Pattern | undefined {
    let pattern = id === undefined ? undefined : this.#patterns.get(id);
    // Word follows one such link; a chain of them could be a ring.
    if (pattern?.sameAs !== undefined) {
      const list = this.#listOfStyle(pattern.sameAs);
      const other = list === undefined ? undefined : this.#lists.get(list)?.pattern;
      pattern = other === undefined ? pattern : (this.#patterns.get(other) ?? pattern);
    }
    return pattern;
  }
}

interface Counting {
  readonly at: number;
  readonly all: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
  /** Whether this level of this list is counted for the first time. */
  readonly isFirst: boolean;
}

function count(counted: (number | undefined)[], { at, all, starts, isFirst }: Counting): void {
  const startOf = (level: number): number => starts.get(level) ?? all.get(level)?.start ?? 0;
  // A level that was passed over counts as begun: the first "1.1" may stand without a "1." above it.
  for (let above = 0; above < at; above++) counted[above] ??= startOf(above);
  const last = counted[at];
  const isNew = last === undefined || (isFirst && starts.has(at));
  counted[at] = isNew ? startOf(at) : last + 1;
  for (let below = at + 1; below <= lastLevel; below++) {
    const restart = all.get(below)?.restart;
    if (restart === undefined || at < restart) counted[below] = undefined;
  }
}

function labelOf(
  level: Level,
  all: ReadonlyMap<number, Level>,
  {
    counted,
    language,
  }: { readonly counted: readonly (number | undefined)[]; readonly language: string | undefined },
): Label {
  const { text: pattern, separator, run } = level;
  if (pattern.length > longestText) return 'unknown';
  if (level.format === 'bullet') {
    // Some lists write a word as their bullet ("Note"); one letter is a sign of a font of signs.
    return /\p{L}{2}/u.test(pattern) ? { text: pattern, separator, run } : 'bullet';
  }
  let isUnknown = false;
  const text = pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const number = counted[at];
    const { format = 'decimal' } = all.get(at) ?? {};
    if (number === undefined) return '';
    const isLegal = level.isLegal && format !== 'none' && format !== 'decimalZero';
    const written = formatted(number, isLegal ? 'decimal' : format, language);
    isUnknown ||= written === undefined;
    return written ?? '';
  });
  if (isUnknown) return 'unknown';
  return text.trim() === '' || run.vanish === true ? undefined : { text, separator, run };
}

function patternOf(element: XmlElement): Pattern {
  return {
    levels: new Map(childrenOf(element, 'w:lvl').flatMap(levelOf)),
    sameAs: valueIn(element, 'w:numStyleLink'),
    isSingle: valueIn(element, 'w:multiLevelType') === 'singleLevel',
  };
}

function listOf(element: XmlElement): List {
  const overrides = childrenOf(element, 'w:lvlOverride');
  const starts = overrides.flatMap((override): [number, number][] => {
    const start = numberOf(valueIn(override, 'w:startOverride'));
    const level = numberOf(override.attributes['ilvl']);
    return start === undefined || level === undefined ? [] : [[level, start]];
  });
  return {
    pattern: valueIn(element, 'w:abstractNumId'),
    levels: new Map(overrides.flatMap((override) => childrenOf(override, 'w:lvl').flatMap(levelOf))),
    starts: new Map(starts),
  };
}

/** What stands between a number and its words: a tab, unless the list says otherwise. */
function separatorOf(suffix: string | undefined): string {
  if (suffix === 'nothing') return '';
  return suffix === 'space' ? ' ' : '\t';
}

function levelOf(element: XmlElement): [number, Level][] {
  const level = numberOf(element.attributes['ilvl']);
  if (level === undefined || level > lastLevel) return [];
  const read: Level = {
    // Without a start Word begins with 0.
    start: numberOf(valueIn(element, 'w:start')) ?? 0,
    format: formatOf(element),
    text: valueIn(element, 'w:lvlText') ?? '',
    separator: separatorOf(valueIn(element, 'w:suff')),
    restart: numberOf(valueIn(element, 'w:lvlRestart')),
    isLegal: isOn(childOf(element, 'w:isLgl')) ?? false,
    run: runPropertiesOf(childOf(element, 'w:rPr')),
    style: valueIn(element, 'w:pStyle'),
  };
  return [[level, read]];
}

/** Newer formats stand in a choice beside one that every program knows. */
function formatOf(element: XmlElement): string {
  const choice = childOf(element, 'mc:AlternateContent');
  const own = childOf(element, 'w:numFmt') ?? childOf(childOf(choice, 'mc:Choice'), 'w:numFmt');
  const { val = 'decimal', format = '' } = own?.attributes ?? {};
  if (val !== 'custom') return val;
  // "001, 002, 003, ..." is the only kind that Word itself offers beside letters of other scripts.
  const zeros = /^(0+)1\b/u.exec(format)?.[1];
  if (zeros !== undefined) return `zeros${zeros.length + 1}`;
  return valueIn(childOf(choice, 'mc:Fallback'), 'w:numFmt') ?? 'custom';
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : undefined;
}
