// YAML with places: data for zod, and the line of every field for what is said when zod refuses it.
import {
  type Alias,
  type Document,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type SchemaOptions,
  stringify,
  visit,
} from 'yaml';
import type { Place, Problem } from '../../common/errors.ts';
import { withoutEmpty } from '../../common/validation.ts';
import type { MessageKey } from '../../messages/messages.ts';

/** Parsed YAML; `placeOf` gives the line of a field, or of the nearest thing around it that exists. */
export interface YamlData {
  /** Text, lists and maps of them; an empty file is an empty map, and fields that are there but empty are left out. */
  readonly data: unknown;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** YAML gives `1984` and `2025` as numbers and `no` as false; here every value is text, just as it was written. */
const textOnly: SchemaOptions = { schema: 'failsafe', customTags: ['null'] };

/** Aliases are what a small file can grow huge with ("billion laughs"); a hundred is more than anybody writes. */
const mostAliases = 100;

/** Of one map. Front matter has some ten; whatever says what is wrong with each of them looks it up among all. */
const mostFields = 1_000;

/** Parses YAML that begins on line `firstLine` of a file. */
export function parseYaml(
  source: string,
  file: string,
  firstLine: number,
  area: MessageKey,
): YamlData | Problem {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => ({ file, line: lines.linePos(offset).line + firstLine - 1 });
  const broken = (place: Place, cause: Error): Problem => ({
    place,
    message: { key: 'yaml.broken', values: { area: { key: area }, reason: cause.message } },
    cause,
  });
  try {
    const document = parseDocument(source, {
      ...textOnly,
      lineCounter: lines,
      prettyErrors: false,
      // Its own comparison takes each key with each other; `faultyMap` does not.
      uniqueKeys: false,
      // What is only a warning to the parser (a tag such as "!!js/function") would else be printed by it.
      logLevel: 'error',
    });
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) return broken(placeAt(wrong.pos[0]), wrong);
    const faulty = faultyMap(document);
    if (faulty && 'count' in faulty) {
      const values = { area: { key: area }, count: faulty.count, most: mostFields };
      return { place: placeAt(faulty.at), message: { key: 'yaml.tooManyFields', values } };
    }
    if (faulty) return broken(placeAt(faulty.at), new Error('Map keys must be unique'));
    const circular = circularAlias(document);
    if (circular) {
      const values = { area: { key: area }, alias: `*${circular.source}` };
      return { place: placeAt(circular.range?.[0] ?? 0), message: { key: 'yaml.circular', values } };
    }
    const data = withoutEmpty(document.toJS({ maxAliasCount: mostAliases }) ?? {});
    const placeOf = (path: readonly PropertyKey[]): Place => {
      const node = nearestNode(document, path);
      return node ? placeAt(node.range[0]) : { file, line: firstLine };
    };
    return { data, placeOf };
  } catch (cause) {
    // Too many aliases, or nesting deeper than the parser can follow: whatever is in the file is the file's fault.
    if (cause instanceof ReferenceError || cause instanceof RangeError) {
      return broken({ file, line: firstLine }, cause);
    }
    throw cause;
  }
}

/** YAML that `parseYaml` reads back as the same data: texts and maps of them, a line each; what is undefined stays out. */
export function writeYaml(data: object): string {
  return stringify(data, { ...textOnly, lineWidth: 0, keepUndefined: false });
}

interface FaultyMap {
  readonly at: number;
  /** How many fields there are, where these are too many. */
  readonly count?: number;
}

/** A map with more fields than anybody writes, or with one of them twice. */
function faultyMap(document: Document): FaultyMap | undefined {
  let found: FaultyMap | undefined;
  visit(document, {
    Map(_, { items, range }) {
      if (items.length > mostFields) found = { at: range?.[0] ?? 0, count: items.length };
      else found = keyTwice(items.map(({ key }) => key));
      return found && visit.BREAK;
    },
  });
  return found;
}

function keyTwice(keys: readonly unknown[]): FaultyMap | undefined {
  const names = new Set<unknown>();
  for (const key of keys) {
    const name = isScalar(key) ? key.value : key;
    if (names.has(name)) return { at: isNode(key) ? (key.range?.[0] ?? 0) : 0 };
    names.add(name);
  }
  return undefined;
}

/** An alias inside of what it stands for: written out it would never end. */
function circularAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target || !path.includes(target)) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

function nearestNode(document: Document, path: readonly PropertyKey[]): ParsedNode | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isParsed(node)) return node;
  }
  return undefined;
}

function isParsed(node: unknown): node is ParsedNode {
  return isNode(node) && node.range !== null && node.range !== undefined;
}
