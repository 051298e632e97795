// The text of a DOCX, paragraph by paragraph and row by row, as HTML of the plainest kind: what follows is then the same as
// for pages. Numbers stand before their paragraphs, notes and text boxes behind them.
import { Fields } from './docx-fields.ts';
import type { Notes } from './docx-notes.ts';
import { Counted, type Label, type Numbers } from './docx-numbers.ts';
import { capitals, chosen, escaped, type LeftOut, Runs, type Words } from './docx-runs.ts';
import { listPlaceOf, outlineOf, type RunProperties, type Styles } from './docx-styles.ts';
import { type Cell, isMerged, rowsOf } from './docx-tables.ts';
import { childOf, valueIn, type XmlElement, type XmlNode } from './xml.ts';

/** What the whole file shares. */
export interface Shared {
  readonly styles: Styles;
  readonly numbers: Numbers;
  readonly notes: Notes;
  readonly left: LeftOut;
  /** Fields that never end, found by a reading before this one, and those that this one finds. */
  readonly broken: ReadonlySet<string>;
  readonly unended: string[];
}

type ParagraphStyle = ReturnType<Styles['paragraph']>;

/** Words of a paragraph without an end of its own: those of the next one stand behind them. */
interface Carried extends Words {
  label: string;
}

/** What stands between paragraphs and holds none. */
const skipped = new Set(
  'w:pPr w:rPr w:sdtPr w:sdtEndPr w:customXmlPr w:tblPr w:tblGrid w:trPr w:tcPr w:del w:moveFrom'.split(' '),
);

/** The body, a note or a text box. */
export class Text {
  readonly #shared: Shared;
  readonly #fields: Fields;
  /** Which text this is: fields are told apart by it from one reading to the next. */
  readonly #key: string;
  readonly #noteNumber: string;
  readonly #counted = new Counted();
  #html: string[] = [];
  #carried: Carried | undefined;
  /** Notes and boxes of a table's row wait for its end. */
  #waiting: string[] = [];
  #rowsDeep = 0;
  #boxes = 0;

  constructor(shared: Shared, key: string, noteNumber = '') {
    this.#shared = shared;
    this.#key = key;
    this.#noteNumber = noteNumber;
    this.#fields = new Fields((number) => shared.broken.has(`${key} ${number}`));
  }

  read(nodes: readonly XmlNode[]): void {
    for (const node of nodes) if (typeof node !== 'string') this.#block(node);
  }

  /** All of it, when everything has been read. */
  end(): string {
    this.#endParagraph();
    const { left, unended } = this.#shared;
    left.numbers += this.#fields.uncounted;
    unended.push(...this.#fields.unended.map((number) => `${this.#key} ${number}`));
    return this.#html.join('');
  }

  #block(element: XmlElement): void {
    if (skipped.has(element.name)) return;
    if (element.name === 'w:p') this.#paragraph(element);
    else if (element.name === 'w:tbl') this.#table(element);
    else if (element.name === 'mc:AlternateContent') this.read(chosen(element)?.children ?? []);
    else this.read(element.children);
  }

  #paragraph(element: XmlElement): void {
    const { styles, left, notes } = this.#shared;
    const properties = childOf(element, 'w:pPr');
    const style = styles.paragraph(valueIn(properties, 'w:pStyle'));
    const fields = this.#fields;
    const wasShown = fields.isShown;
    const runs = new Runs({ styles, fields, left, paragraph: style.run, noteNumber: this.#noteNumber });
    runs.read(element.children);
    const { words } = runs;
    const isEmpty = isBlank(words.html);
    const letters = styles.run(childOf(properties, 'w:rPr'), style.run);
    const end = endOf(properties, letters);
    const endsSection = childOf(properties, 'w:sectPr') !== undefined;
    const isShown = wasShown || fields.isShown || !isEmpty;
    // Hidden paragraphs are counted: Word itself passes over numbers by means of them. Empty ends of sections are not.
    const isCounted = isShown && (end === 'own' || end === 'hidden') && !(isEmpty && endsSection);
    const label = isCounted ? this.#label(properties, style, letters) : '';
    const isBare = isEmpty && (words.isCut || end === 'hidden');
    this.#carry({ ...words, label: isBare ? '' : label });
    if (end === 'own') this.#endParagraph(headingOf(properties, style));
    if (endsSection) notes.sectionEnds();
  }

  #label(properties: XmlElement | undefined, style: ParagraphStyle, letters: RunProperties): string {
    const own = listPlaceOf(properties);
    const list = own.list ?? style.place.list;
    if (list === undefined || list === '0') return '';
    const place = { list, level: own.level ?? style.place.level };
    const by = own.level === undefined ? style.placedBy : undefined;
    const numbered = { place, style: by, language: letters.language };
    const label: Label = this.#shared.numbers.next(numbered, this.#counted);
    if (label === 'unknown') this.#shared.left.numbers += 1;
    if (label === undefined || typeof label === 'string') return '';
    const isCapitals = label.run.caps ?? letters.caps;
    return `${isCapitals === true ? capitals(label.text) : label.text}${label.separator}`;
  }

  #carry(words: Carried): void {
    const before = this.#carried;
    if (!before) {
      this.#carried = words;
      return;
    }
    before.html += words.html;
    before.notes.push(...words.notes);
    before.boxes.push(...words.boxes);
    if (before.label === '') before.label = words.label;
  }

  /** Writes what has been carried here as one paragraph, with its notes and boxes behind it. */
  #endParagraph(heading: Heading = {}): void {
    const words = this.#carried;
    this.#carried = undefined;
    if (!words) return;
    const html = `${escaped(words.label)}${words.html}`;
    if (!isBlank(html)) this.#html.push(tagged(html, heading));
    for (const mark of words.notes) {
      const note = this.#shared.notes.at(mark);
      if (note) this.#behind(this.#other(`${mark.kind} ${mark.id}`, note.content, note.number));
    }
    for (const box of words.boxes) {
      const key = `${this.#key} box ${this.#boxes++}`;
      if (box) this.#behind(this.#other(key, box));
    }
  }

  #other(key: string, { children }: XmlElement, noteNumber = ''): string {
    const text = new Text(this.#shared, key, noteNumber);
    text.read(children);
    return text.end();
  }

  #behind(html: string): void {
    (this.#rowsDeep > 0 ? this.#waiting : this.#html).push(html);
  }

  #table(element: XmlElement): void {
    this.#endParagraph();
    this.#html.push('<table>');
    const rows = rowsOf(element);
    if (rows.some(isMerged)) this.#shared.left.mergedTables += 1;
    for (const { cells, isHead, isHidden } of rows) {
      if (isHidden) {
        this.#shared.left.hidden += 1;
        continue;
      }
      this.#rowsDeep += 1;
      const html = cells.map((cell) => this.#cell(cell, isHead ? 'th' : 'td')).join('');
      this.#rowsDeep -= 1;
      this.#html.push(`<tr>${html}</tr>`);
      if (this.#rowsDeep === 0) this.#html.push(...this.#waiting.splice(0));
    }
    this.#html.push('</table>');
  }

  #cell({ content, columns, rows }: Cell, tag: 'th' | 'td'): string {
    const around = this.#html;
    this.#html = [];
    this.read(content.children);
    this.#endParagraph();
    const html = this.#html.join('');
    this.#html = around;
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
    return `<${tag}${spans}>${html}</${tag}>`;
  }
}

interface Heading {
  readonly isTitle?: boolean;
  readonly level?: number;
}

/**
 * How a paragraph ends. Where its end is deleted or hidden, the next one goes on in it: a heading that runs into its text is
 * made so. A large first letter is a paragraph of its own that stands before the rest of its word.
 */
function endOf(
  properties: XmlElement | undefined,
  letters: RunProperties,
): 'own' | 'hidden' | 'deleted' | 'letter' {
  const mark = childOf(properties, 'w:rPr');
  if (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) return 'deleted';
  if (letters.vanish === true) return 'hidden';
  const { dropCap = 'none' } = childOf(properties, 'w:framePr')?.attributes ?? {};
  return dropCap === 'none' ? 'own' : 'letter';
}

function headingOf(properties: XmlElement | undefined, style: ParagraphStyle): Heading {
  if (style.isTitle) return { isTitle: true };
  const level = outlineOf(properties) ?? style.outline;
  return level !== undefined && level <= 6 ? { level } : {};
}

function tagged(html: string, { isTitle, level }: Heading): string {
  if (isTitle === true) return `<h1 class="title">${html}</h1>`;
  return level === undefined || isSentence(html) ? `<p>${html}</p>` : `<h${level}>${html}</h${level}>`;
}

/**
 * Treaties give the styles of headings to their clauses too, for the sake of the numbers. Seven words with a full stop, or a
 * semicolon before the next clause, are a sentence that somebody may cite, and a heading cannot be cited.
 */
function isSentence(html: string): boolean {
  const text = html.replace(/<br>/gu, ' ').trim();
  return /[.;:,][”"»’)]*$/u.test(text) && text.split(/\s+/u).length > 7;
}

function isBlank(html: string): boolean {
  return html.replace(/<br>|[\u00ad\s]/gu, '') === '';
}
