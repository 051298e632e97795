// The footnotes and endnotes of a DOCX, and the number of each as Word shows it.
import { formatted } from './docx-number-formats.ts';
import type { NoteMark } from './docx-runs.ts';
import { readXml, type XmlElement } from './xml.ts';

type Kind = NoteMark['kind'];

interface Counting {
  readonly format: string;
  readonly start: number;
  /** Undefined where pages decide, which are not in the file. */
  readonly restart: 'never' | 'section' | undefined;
}

export interface Note {
  readonly content: XmlElement;
  /** Empty where it cannot be told from the file. */
  readonly number: string;
}

/** The parts of a file that say something of notes. */
export interface NoteParts {
  readonly footnotes: Buffer | undefined;
  readonly endnotes: Buffer | undefined;
  readonly document: Buffer;
  readonly settings: Buffer | undefined;
}

export class Notes {
  readonly #contents = new Map<string, XmlElement>();
  readonly #counting: Readonly<Record<Kind, Counting>>;
  readonly #counted = { footnote: 0, endnote: 0 };

  constructor(parts: NoteParts) {
    this.#read('footnote', parts.footnotes);
    this.#read('endnote', parts.endnotes);
    this.#counting = { footnote: countingOf('footnote', parts), endnote: countingOf('endnote', parts) };
  }

  /** Counts a mark, and gives its note, once. */
  at({ kind, id, isOwnSign }: NoteMark): Note | undefined {
    const { format, start, restart } = this.#counting[kind];
    if (!isOwnSign) this.#counted[kind] += 1;
    const key = `${kind} ${id}`;
    const content = this.#contents.get(key);
    this.#contents.delete(key);
    if (!content) return undefined;
    const isCounted = !isOwnSign && restart !== undefined;
    const number = isCounted ? formatted(start + this.#counted[kind] - 1, format) : undefined;
    return { content, number: number ?? '' };
  }

  sectionEnds(): void {
    for (const kind of ['footnote', 'endnote'] as const) {
      if (this.#counting[kind].restart === 'section') this.#counted[kind] = 0;
    }
  }

  #read(kind: Kind, part: Buffer | undefined): void {
    const each = (element: XmlElement): void => {
      const { id } = element.attributes;
      if (id !== undefined && element.name === `w:${kind}`) this.#contents.set(`${kind} ${id}`, element);
    };
    if (part) readXml(part, { each });
  }
}

/** A section says how notes are counted, at its end, or the settings of the file do. */
function countingOf(kind: Kind, { document, settings }: NoteParts): Counting {
  const said = [document, settings].flatMap((part) => propertiesIn(part, `${kind}Pr`));
  const value = (name: string): string | undefined => {
    const pattern = new RegExp(`<(?:\\w+:)?${name}\\s[^>]*val="([^"]{1,40})"`, 'u');
    return said.map((properties) => pattern.exec(properties)?.[1]).find((found) => found !== undefined);
  };
  const restart = said.some((properties) => properties.includes('"eachPage"'))
    ? undefined
    : value('numRestart') === 'eachSect'
      ? 'section'
      : 'never';
  const start = value('numStart') ?? '1';
  return {
    format: value('numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'),
    start: /^\d{1,4}$/u.test(start) ? Number(start) : 1,
    restart,
  };
}

/** More sections than these agree with them. */
const mostSections = 50;
/** Such an element has a handful of short children. */
const longestProperties = 2_000;

/** What stands between the tags of an element of this name, wherever it is. */
function propertiesIn(part: Buffer | undefined, name: string): string[] {
  const all: string[] = [];
  let at = part?.indexOf(`:${name}>`) ?? -1;
  while (part && at >= 0 && all.length < mostSections) {
    const from = at + name.length + 2;
    const text = part.subarray(from, from + longestProperties).toString('latin1');
    const end = text.indexOf(`:${name}>`);
    if (end < 0) break;
    all.push(text.slice(0, end));
    at = part.indexOf(`:${name}>`, from + end + name.length + 2);
  }
  return all;
}
