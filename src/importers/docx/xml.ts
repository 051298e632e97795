// The XML of an office file as small trees, one at a time, so that a long document is never in memory as a whole. It is
// read strictly: what a word processor would call damaged throws.
import sax from 'sax';
import { deepest } from '../limits.ts';

/** `w:p` whatever prefix the file writes; attributes by their names without prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The prefixes by which elements are called here. ISO's strict form of the format has addresses of its own. */
const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic:',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic:',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c:',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm:',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp:',
    'urn:schemas-microsoft-com:vml': 'v:',
  }),
);

const strictly = { xmlns: true, position: false, strictEntities: true };

interface Reading {
  /** Each child of the first element of this name is given to `each` when it is whole; without one, those of the root. */
  readonly within?: string;
  readonly each: (element: XmlElement) => void;
  /** Elements that nobody asks for, with all that is in them: they would only fill memory. */
  readonly without?: ReadonlySet<string>;
  /** Called for every element that begins, wherever it stands. */
  readonly opened?: (name: string) => void;
}

/** A tree that is being read. */
interface Open extends XmlElement {
  readonly children: XmlNode[];
}

/** Reads a part. Throws where it is no well-formed XML, and a RangeError where it is nested too deep. */
export function readXml(part: Uint8Array, { within, each, without, opened }: Reading): void {
  const parser = sax.parser(true, strictly);
  /** Whether each open element outside of the trees is the one whose children are wanted. */
  const outer: boolean[] = [];
  const trees: Open[] = [];
  /** How many elements are open that nobody asks for. */
  let ignored = 0;
  parser.onopentag = (tag): void => {
    if (outer.length + trees.length + ignored >= deepest)
      throw new RangeError(`more than ${deepest} elements deep`);
    if (!('uri' in tag)) return;
    const name = `${prefixes.get(tag.uri) ?? ''}${tag.local}`;
    opened?.(name);
    if (ignored > 0 || without?.has(name)) {
      ignored += 1;
      return;
    }
    if (trees.length === 0 && outer.at(-1) !== true) {
      outer.push(within === undefined ? outer.length === 0 : name === within);
      return;
    }
    const element: Open = { name, attributes: attributesOf(tag), children: [] };
    trees.at(-1)?.children.push(element);
    trees.push(element);
  };
  parser.ontext = parser.oncdata = (text): void => {
    if (ignored === 0) trees.at(-1)?.children.push(text);
  };
  parser.onclosetag = (): void => {
    if (ignored > 0) {
      ignored -= 1;
      return;
    }
    const element = trees.pop();
    if (!element) outer.pop();
    else if (trees.length === 0) each(element);
  };
  parser.onerror = (error): void => {
    throw error;
  };
  parser.write(charactersOf(part)).close();
}

/** XML is UTF-8 unless its first bytes say UTF-16; bytes that are neither are damage. */
function charactersOf(part: Uint8Array): string {
  const [first, second] = part;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !isWide ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}

/** Of a choice it is said whether each name space that it requires is one of the word processor's own. */
const ofOffice = /^http:\/\/schemas\.(?:microsoft|openxmlformats)\.(?:com|org)\//u;

const none: Readonly<Record<string, string>> = {};

/** Names of name spaces, and the marks of each saving that Word gives to every element. */
function isNoise(name: string, uri: string): boolean {
  return uri.endsWith('/xmlns/') || name.startsWith('rsid');
}

function attributesOf(tag: sax.QualifiedTag): Readonly<Record<string, string>> {
  const given = Object.values(tag.attributes).filter(({ local, uri }) => !isNoise(local, uri));
  if (given.length === 0) return none;
  const attributes = Object.fromEntries(given.map(({ local, value }) => [local, value]));
  const required = attributes['Requires']?.split(/\s+/u).filter((prefix) => prefix !== '');
  if (required) {
    const isKnown = required.every((prefix) => ofOffice.test(tag.ns[prefix] ?? ''));
    attributes['understood'] = isKnown ? '1' : '0';
  }
  return attributes;
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isNamed(child, name));
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child): child is XmlElement => isNamed(child, name)) ?? [];
}

/** The attribute `w:val` of the first child of a name. */
export function valueIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['val'];
}

function isNamed(node: XmlNode, name: string): boolean {
  return typeof node !== 'string' && node.name === name;
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
