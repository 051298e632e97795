// The words of one paragraph of a DOCX as they are shown: results of fields, insertions and signs are in; hidden and struck
// words are out and counted; notes and text boxes are handed on.
import { codePoint } from 'dingbat-to-unicode';
import type { Fields } from './docx-fields.ts';
import type { RunProperties, Styles } from './docx-styles.ts';
import { childOf, textOf, type XmlElement } from './xml.ts';

/** How many pieces of each kind are not in the text. */
export interface LeftOut {
  hidden: number;
  struck: number;
  pictures: number;
  /** Numbers that Word shows and that could not be written here. */
  numbers: number;
  noteMarks: number;
  /** Tables in which a cell stands for several. */
  mergedTables: number;
}

/** A mark that leads to a footnote or an endnote. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  /** Whether the writer set a sign of his own, which stands in the note as well. */
  readonly isOwnSign: boolean;
}

/** What the runs of a paragraph gave. */
export interface Words {
  /** Escaped for HTML, with `<br>` for breaks. */
  html: string;
  /** Whether words were taken out of it, so that what is left may be a number without its words. */
  isCut: boolean;
  readonly notes: NoteMark[];
  /** Undefined for a box that is not shown: those behind it keep their places. */
  readonly boxes: (XmlElement | undefined)[];
}

/** What surrounds a paragraph. */
export interface Surroundings {
  readonly styles: Styles;
  readonly fields: Fields;
  readonly left: LeftOut;
  /** What the style of the paragraph says of letters. */
  readonly paragraph: RunProperties;
  /** The number of the note that the paragraph stands in. */
  readonly noteNumber: string;
}

/** What holds no words that are shown, or other words than those of the text. */
const skipped = new Set(
  (
    'w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:fldData w:delText w:delInstrText w:rt w:rubyPr ' +
    'w:annotationRef w:commentReference w:pgNum m:ctrlPr m:rPr'
  ).split(' '),
);

type Kind = (runs: Runs, element: XmlElement) => void;

function named(names: string, kind: Kind): [string, Kind][] {
  return names.split(' ').map((name) => [name, kind]);
}

export class Runs {
  /** What is done with elements of each name; of all others the words in them are read. */
  static readonly #kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
    ...named('w:r m:r', (runs, element) => runs.#run(element)),
    ...named('w:t m:t', (runs, element) => runs.#add(runs.#shown(textOf(element)))),
    ...named('w:del w:moveFrom', (runs) => {
      runs.words.isCut = true;
    }),
    ...named('w:txbxContent', (runs, element) => runs.#box(element)),
    ...named('mc:AlternateContent', (runs, element) => runs.read(chosen(element)?.children ?? [])),
    ...named('w:fldSimple', (runs, element) => runs.#simpleField(element)),
    ...named('w:fldChar', (runs, element) => runs.#add(runs.#around.fields.mark(element))),
    ...named('w:instrText', (runs, element) => runs.#around.fields.instruction(textOf(element))),
    ...named('w:footnoteReference w:endnoteReference', (runs, element) => runs.#note(element)),
    // The number is small and raised, so that some programs write no blank behind it.
    ...named('w:footnoteRef w:endnoteRef', (runs) => runs.#add(`${runs.#around.noteNumber} `)),
    ...named('w:tab w:ptab', (runs) => runs.#add('\t')),
    ...named('w:br w:cr', (runs) => runs.#add('\n')),
    // Word's own sign for a hyphen at which no line may end: who types the words types a hyphen.
    ...named('w:noBreakHyphen', (runs) => runs.#add('-')),
    ...named('w:softHyphen', (runs) => runs.#add('\u00ad')),
    ...named('w:sym', (runs, element) => runs.#add(symbolOf(element))),
    ...named('m:f', (runs, element) => runs.#fraction(element)),
    ...named('m:sSup m:sSub', (runs, element) => runs.#raised(element)),
    ...named('pic:pic v:imagedata c:chart dgm:relIds', (runs) => {
      runs.#around.left.pictures += 1;
    }),
  ]);

  readonly words: Words = { html: '', isCut: false, notes: [], boxes: [] };
  readonly #around: Surroundings;
  #properties: RunProperties;
  /** What was left out last, so that neighbouring runs count as one piece. */
  #last: 'hidden' | 'struck' | undefined;
  #afterOwnSign = false;
  constructor(around: Surroundings) {
    this.#around = around;
    this.#properties = around.styles.run(undefined, around.paragraph);
  }

  read(elements: XmlElement['children']): void {
    for (const element of elements) if (typeof element !== 'string') this.#element(element);
  }

  #element(element: XmlElement): void {
    if (skipped.has(element.name)) return;
    const kind = Runs.#kinds.get(element.name);
    if (kind) kind(this, element);
    else this.read(element.children);
  }

  #run(element: XmlElement): void {
    const { styles, paragraph } = this.#around;
    const before = this.#properties;
    this.#properties = styles.run(childOf(element, 'w:rPr'), paragraph);
    this.read(element.children);
    this.#afterOwnSign = false;
    this.#properties = before;
  }

  #simpleField(element: XmlElement): void {
    const before = this.words.html;
    this.read(element.children);
    if (this.words.html === before) this.#around.fields.simple(element.attributes['instr'] ?? '');
  }

  /** Word's own way to write a formula in one line. */
  #fraction(element: XmlElement): void {
    this.read(childOf(element, 'm:num')?.children ?? []);
    this.#add('/');
    this.read(childOf(element, 'm:den')?.children ?? []);
  }

  #raised(element: XmlElement): void {
    this.read(childOf(element, 'm:e')?.children ?? []);
    this.#add(element.name === 'm:sSup' ? '^' : '_');
    this.read(childOf(element, element.name === 'm:sSup' ? 'm:sup' : 'm:sub')?.children ?? []);
  }

  #note(element: XmlElement): void {
    const { id, customMarkFollows } = element.attributes;
    if (this.#left() !== undefined) this.#leave('note');
    if (id === undefined || this.#left() !== undefined || !this.#around.fields.isShown) return;
    const isOwnSign = customMarkFollows !== undefined && !/^(?:0|false|off)$/u.test(customMarkFollows);
    this.#afterOwnSign = isOwnSign;
    this.#around.left.noteMarks += 1;
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    this.words.notes.push({ kind, id, isOwnSign });
  }

  #box(element: XmlElement): void {
    const isHidden = this.#properties.vanish === true;
    if (isHidden) this.#leave(textOf(element));
    this.words.boxes.push(isHidden || !this.#around.fields.isShown ? undefined : element);
  }

  /** Letters of a font of signs, and capitals. */
  #shown(text: string): string {
    const { font = '', caps } = this.#properties;
    // A line of the file is none of the text.
    const signs = text
      .replace(/\s*\n\s*/gu, ' ')
      .replace(/[\uf000-\uf0ff]/gu, (sign) => signOf(font, sign.charCodeAt(0)));
    return caps === true ? capitals(signs) : signs;
  }

  #left(): 'hidden' | 'struck' | undefined {
    const { vanish, strike, dstrike } = this.#properties;
    if (vanish === true) return 'hidden';
    return strike === true || dstrike === true ? 'struck' : undefined;
  }

  #add(text: string): void {
    const { fields } = this.#around;
    if (text === '' || this.#afterOwnSign || !fields.isShown) return;
    fields.shown();
    if (this.#left() !== undefined) this.#leave(text);
    else {
      this.#last = undefined;
      this.words.html += escaped(text);
    }
  }

  /** Blanks alone are no words that anybody would miss. */
  #leave(text: string): void {
    const why = this.#left();
    if (why === undefined || text.trim() === '') return;
    this.words.isCut = true;
    if (why !== this.#last) this.#around.left[why] += 1;
    this.#last = why;
  }
}

/** The first choice that Word understands, else what other programs show. */
export function chosen(element: XmlElement): XmlElement | undefined {
  const choice = element.children.find(
    (child): child is XmlElement =>
      typeof child !== 'string' && child.name === 'mc:Choice' && child.attributes['understood'] !== '0',
  );
  return choice ?? childOf(element, 'mc:Fallback');
}

function symbolOf(element: XmlElement): string {
  const { font = '', char = '' } = element.attributes;
  return /^[\da-f]{1,5}$/iu.test(char) ? signOf(font, Number.parseInt(char, 16)) : '';
}

/** A sign that is not known is a lost character, which the preview warns of. */
function signOf(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const known = codePoint(font, place);
  if (known) return known.string;
  const isLetter = place === code && code >= 0x20 && !(code >= 0xd800 && code <= 0xf8ff);
  return isLetter ? String.fromCodePoint(code) : '\ufffd';
}

/** Capitals as Word shows them: one letter stays one letter, so that "ß" is "ß". */
export function capitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return [...capital].length === 1 ? capital : letter;
  });
}

export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/\n/gu, '<br>');
}
