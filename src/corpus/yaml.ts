// YAML with places: data for zod, and the line of every field for what is said when zod refuses it.
import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Place, Problem } from '../errors.ts';
import type { MessageKey } from '../messages/messages.ts';

/** Parsed YAML; `placeOf` gives the line of a field, or of the nearest thing around it that exists. */
export interface YamlData {
  readonly data: unknown;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Parses YAML that begins on line `firstLine` of a file. Dates stay text. */
export function parseYaml(
  source: string,
  file: string,
  firstLine: number,
  area: MessageKey,
): YamlData | Problem {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const broken = (line: number, cause: Error): Problem => ({
    place: { file, line },
    message: { key: 'yaml.broken', values: { area: { key: area }, reason: cause.message } },
    cause,
  });
  const [error] = document.errors;
  if (error) return broken(lineAt(error.pos[0]), error);
  let data: unknown;
  try {
    // Aliases are what a small file can grow huge with ("billion laughs"); a hundred is more than anybody writes.
    data = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    if (cause instanceof ReferenceError) return broken(firstLine, cause);
    throw cause;
  }
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isParsed(node)) return { file, line: lineAt(node.range[0]) };
    }
    return { file, line: firstLine };
  };
  return { data, placeOf };
}

function isParsed(node: unknown): node is ParsedNode {
  return isNode(node) && node.range !== null && node.range !== undefined;
}
