// What a reader sees of a message's Markdown: Discord's rules by a parser of them, and the lists that the parser lacks.
import { parse } from 'discord-markdown-parser';
import { z } from 'zod';

const nodeSchema = z.looseObject({ type: z.string(), content: z.unknown().optional() });

/** Marks that would make a list, a heading or small print of a line; the parser knows no lists. */
const listMark = /^\s*(?:[-*]|\d+\.)\s/mu;

/** The text that is seen. `marks` are the node types that may stand around it. */
export function seenBy(markdown: string, marks: readonly string[] = ['strong', 'subtext']): string {
  if (listMark.test(markdown)) throw new Error(`a line is shown as a list: ${markdown}`);
  return nodesText(parse(markdown, 'extended'), marks);
}

function nodesText(nodes: unknown, marks: readonly string[]): string {
  return z
    .array(nodeSchema)
    .parse(nodes)
    .map((node) => nodeText(node, marks))
    .join('');
}

function nodeText(node: z.infer<typeof nodeSchema>, marks: readonly string[]): string {
  if (node.type === 'br' || node.type === 'newline') return '\n';
  if (node.type === 'text' || node.type === 'twemoji' || node.type === 'emoticon') {
    return typeof node.content === 'string' ? node.content : String(node['name'] ?? '');
  }
  if (!marks.includes(node.type))
    throw new Error(`shown as ${node.type}, not as text: ${JSON.stringify(node)}`);
  return nodesText(node.content, marks) + (node.type === 'subtext' ? '\n' : '');
}
