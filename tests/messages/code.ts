// The code, looked through for sentences that are put together from pieces, or that stand in no message file.
import { readdir, readFile } from 'node:fs/promises';
import { parseAst } from 'vitest/node';
import { z } from 'zod';

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const nodesIn = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(nodesIn)];

/** `translate(…)`, `app.translate(…)`, `inEnglish(…)` */
function isMessageCall(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = nodeOf(node['callee']);
  const name = callee?.type === 'MemberExpression' ? nodeOf(callee['property'])?.['name'] : callee?.['name'];
  return name === 'translate' || name === 'inEnglish';
}

const holdsMessage = (node: Node): boolean => nodesIn(node).some(isMessageCall);

/** What stands in a text one after the other: words of the code, and what is put in. */
type Piece = string | Node;

function piecesOf(node: Node): Piece[] | undefined {
  if (node.type === 'TemplateLiteral') {
    const values = nodesOf(node['expressions']);
    return nodesOf(node['quasis']).flatMap((part, index): Piece[] => {
      const { cooked } = z.object({ cooked: z.string() }).parse(part['value']);
      const value = values[index];
      return value ? [cooked, value] : [cooked];
    });
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  return [node['left'], node['right']].flatMap((side): Piece[] => {
    const part = nodeOf(side);
    if (!part) return [];
    return piecesOf(part) ?? (typeof part['value'] === 'string' ? [part['value']] : ['', part]);
  });
}

/** Without the tags of HTML, whole or begun in a piece before. */
const withoutTags = (text: string): string => text.replace(/<[^<>]*>?|^[^<>]*>/g, '');

/** Marks that part what stands beside them, so that no sentence goes across: line ends, dots, dashes, bold, brackets. */
const parting = /[\n·—*#>|()[\]/-]/u;

/** Why a text is put together from pieces of a sentence; undefined where it is not. `ends` tells how a message ends. */
function complaint(node: Node, ends: (key: string) => boolean): string | undefined {
  const pieces = piecesOf(node);
  if (!pieces?.some((piece) => typeof piece !== 'string' && holdsMessage(piece))) return undefined;
  if (pieces.some((piece) => typeof piece === 'string' && /\p{L}{2,}/u.test(withoutTags(piece))))
    return 'words of the code stand beside a message';
  for (const [index, piece] of pieces.entries()) {
    const [between, next] = pieces.slice(index + 1);
    if (typeof piece === 'string' || typeof between !== 'string' || typeof next !== 'object') continue;
    if (!holdsMessage(piece) && !holdsMessage(next)) continue;
    if (parting.test(between) || (isMessageCall(piece) && ends(keyOf(piece)))) continue;
    // A label and its value; as in any language the colon parts them.
    if (between.includes(':')) continue;
    return 'a message goes on with what stands beside it';
  }
  return undefined;
}

function keyOf(call: Node): string {
  return String(nodesOf(call['arguments'])[0]?.['value'] ?? '');
}

/** `[translate(…), …].join(' ')` */
function isJoinedByNothing(node: Node): boolean {
  const callee = nodeOf(node['callee']);
  if (node.type !== 'CallExpression' || nodeOf(callee?.['property'])?.['name'] !== 'join') return false;
  const by = nodesOf(node['arguments'])[0]?.['value'];
  const array = nodeOf(callee?.['object']);
  return typeof by === 'string' && !parting.test(by) && array !== undefined && holdsMessage(array);
}

/** Calls whose texts nobody reads in Discord: the log, errors of the program itself. */
function isUnseen(node: Node): boolean {
  const callee = nodeOf(node['callee']);
  if (node.type === 'NewExpression') return /^(?!User|Usage)\w*Error$/.test(String(callee?.['name']));
  const object = nodeOf(callee?.['object']);
  const owner = nodeOf(object?.['property']) ?? object;
  return node.type === 'CallExpression' && owner?.['name'] === 'log';
}

function sentencesIn(node: Node): string[] {
  if (isUnseen(node) || node.type.startsWith('Import')) return [];
  const text = node.type === 'Literal' ? node['value'] : cookedOf(node);
  const own =
    typeof text === 'string' && /(?<!\d)\p{L}{2,},? \p{L}{2,}/u.test(withoutTags(text)) ? [text] : [];
  return [...own, ...childrenOf(node).flatMap(sentencesIn)];
}

function cookedOf(node: Node): unknown {
  return node.type === 'TemplateElement'
    ? z.object({ cooked: z.string() }).parse(node['value']).cooked
    : undefined;
}

export interface Read {
  readonly file: string;
  readonly code: string;
  readonly tree: Node;
}

/** The code of folders and files. */
export async function codeOf(...places: string[]): Promise<Read[]> {
  const files = await Promise.all(
    places.map(async (place) => {
      if (place.endsWith('.ts')) return [place];
      const names = await readdir(place, { recursive: true });
      return names.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => `${place}/${name}`);
    }),
  );
  return Promise.all(
    files.flat().map(async (file) => {
      const code = await readFile(file, 'utf8');
      return { file, code, tree: { ...parseAst(code, { lang: 'ts' }) } };
    }),
  );
}

/** Sentences that are put together, each with its file and code. `ends` says of a key whether its messages end there. */
export function puzzledIn({ file, code, tree }: Read, ends: (key: string) => boolean): string[] {
  return nodesIn(tree).flatMap((node) => {
    const why = isJoinedByNothing(node) ? 'messages are joined by nothing' : complaint(node, ends);
    if (why === undefined) return [];
    const { start, end } = z.object({ start: z.number(), end: z.number() }).parse(node);
    return [`${file}: ${why}: ${code.slice(start, end)}`];
  });
}

/** Words in a row that stand in the code and in no message file. */
export function wordsInCode({ file, tree }: Read): string[] {
  return sentencesIn(tree).map((text) => `${file}: ${text}`);
}
