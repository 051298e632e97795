// Discord's Markdown as HTML; mentions, code, headings and small print are drawn by @skyra/discord-components-core.
import { parse } from 'discord-markdown-parser';
import { z } from 'zod';

const nodeSchema = z.looseObject({ type: z.string(), content: z.unknown().optional() });
type Node = z.infer<typeof nodeSchema>;

/** Names of users, channels and roles by their ids. */
export interface Names {
  readonly [id: string]: string;
}

/** How a text is read: whose names stand for ids, in which language times are told, and what time it is. */
export interface Reading {
  readonly names: Names;
  readonly locale: string;
  readonly now: number;
}

export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

export function markdownHtml(text: string, reading: Reading): string {
  if (text.includes('```')) return inlineHtml(text, reading);
  return text
    .split('\n')
    .map((line) => lineHtml(line, reading))
    .join('');
}

/** The marks at the beginning of a line; the parser knows some of them only where nothing stands before. */
function lineHtml(line: string, reading: Reading): string {
  const [, mark = '', rest = line] = /^(-#|>|#{1,3}) (.*)$/su.exec(line) ?? [];
  const inside = inlineHtml(rest, reading);
  if (mark === '-#') return `<discord-subscript>${inside}</discord-subscript>`;
  if (mark === '>') return `<div class="quote">${inside}</div>`;
  if (mark !== '') return `<discord-header level="${mark.length}">${inside}</discord-header>`;
  return `<div class="line">${inside}</div>`;
}

function inlineHtml(text: string, reading: Reading): string {
  return nodesHtml(parse(text, 'extended'), reading);
}

function nodesHtml(nodes: unknown, reading: Reading): string {
  if (typeof nodes === 'string') return escapedHtml(nodes);
  return z
    .array(nodeSchema)
    .catch([])
    .parse(nodes)
    .map((node) => nodeHtml(node, reading))
    .join('');
}

/** The element around what stands inside a node. */
const elements: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 's',
  subtext: 'discord-subscript',
  spoiler: 'discord-spoiler',
};

const mentions: Readonly<Record<string, string>> = { user: 'user', role: 'role', channel: 'channel' };

function nodeHtml(node: Node, reading: Reading): string {
  const { type, content } = node;
  if (type === 'br' || type === 'newline') return '<br>';
  if (type === 'inlineCode' || type === 'codeBlock') {
    const multiline = type === 'codeBlock' ? ' multiline' : '';
    return `<discord-code${multiline}>${escapedHtml(String(content))}</discord-code>`;
  }
  if (type === 'heading') {
    return `<discord-header level="${Number(node['level'])}">${nodesHtml(content, reading)}</discord-header>`;
  }
  if (type === 'timestamp') return timeHtml(node, reading);
  const mention = mentions[type];
  if (mention !== undefined) {
    const name = reading.names[String(node['id'])] ?? type;
    return `<discord-mention type="${mention}">${escapedHtml(name)}</discord-mention>`;
  }
  if (type === 'url' || type === 'link' || type === 'autolink') {
    return `<discord-link href="#">${nodesHtml(content, reading)}</discord-link>`;
  }
  const element = elements[type];
  const inside = nodesHtml(content ?? node['name'] ?? '', reading);
  return element === undefined ? inside : `<${element}>${inside}</${element}>`;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function timeHtml(node: Node, { locale, now }: Reading): string {
  const at = Number(node['timestamp']) * 1_000;
  const seconds = Math.round((at - now) / 1_000);
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  const told =
    node['format'] === 'R'
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit)
      : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
          at,
        );
  return `<span class="time">${escapedHtml(told)}</span>`;
}
