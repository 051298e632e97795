// The conversation that `npm start` opens without a Discord token: a line is a question or a command.
import { createInterface } from 'node:readline';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import { type Reader, renderProblem } from './render.ts';
import {
  ask,
  check,
  cite,
  type Options,
  optionNames,
  position,
  proposal,
  quote,
  type Reply,
  type Request,
  type Shown,
  sources,
  statement,
} from './requests.ts';
import { styled, widthOf, wrapped } from './style.ts';

const requests: Readonly<Record<string, Request>> = {
  ask,
  check,
  quote,
  position,
  proposal,
  statement,
  cite,
  sources,
};
const usage = [
  '/ask',
  '/check',
  '/quote',
  '/position',
  '/proposal',
  '/statement',
  '/cite',
  '/sources',
  '/help',
  '/quit',
] as const;

/** Answers line after line until the input ends or somebody quits. Prompts only where somebody sits at a terminal. */
export async function converse(library: Library, input: NodeJS.ReadStream, reader: Reader): Promise<void> {
  const { translate, screen } = reader;
  const say = (text: string): unknown => screen.stream.write(`${text}\n`);
  const lines = createInterface({
    input,
    ...(input.isTTY && { output: screen.stream, completer: await completions(library) }),
    prompt: translate('terminal.prompt'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  // Who leaves while an answer is on its way still gets it, and is asked for nothing more.
  let isOver = false;
  let shown: Shown | undefined;
  lines.once('close', () => {
    isOver = true;
  });
  if (input.isTTY) {
    say(`\n${welcome(library, reader)}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (leaving.test(line.trim())) break;
    if (line.trim() !== '') {
      const reply = await replyTo(line.trim(), library, reader, shown);
      shown = reply.shown ?? shown;
      say(`${input.isTTY ? '\n' : ''}${reply.text}\n`);
    }
    if (input.isTTY && !isOver) lines.prompt();
  }
  lines.close();
  if (input.isTTY) say('');
}

/** The command, whatever stands behind it, or its word alone: nobody asks the sources "exit". */
const leaving = /^\/(quit|exit)(\s|$)|^(quit|exit)$/i;

function welcome(library: Library, { translate, screen }: Reader): string {
  return [
    wrapped(styled('bold', 'Communiqué', screen), screen, '  '),
    wrapped(translate('terminal.welcome', { count: library.documents.length }), screen, '  '),
    wrapped(styled('cyan', translate('terminal.commands'), screen), screen, '  '),
    wrapped(styled('dim', translate('terminal.discord'), screen), screen, '  '),
  ].join('\n');
}

interface Said {
  readonly text: string;
  /** What the next line may go on from; undefined where that is what it was. */
  readonly shown?: Shown | undefined;
}

async function replyTo(
  line: string,
  library: Library,
  reader: Reader,
  before: Shown | undefined,
): Promise<Said> {
  const [, typed = 'ask', words = line] = /^\/(\S*)\s*(.*)$/su.exec(line) ?? [];
  const command = typed.toLowerCase();
  if (command === 'help' || line.toLowerCase() === 'help') return { text: help(reader) };
  const request = Object.hasOwn(requests, command) ? requests[command] : undefined;
  try {
    if (request) {
      const reply = await requested(request, words, library, before);
      return { text: await reply.text(reader), shown: reply.shown };
    }
    const commands = usage.join(', ');
    throw new UserError({ key: 'terminal.unknownCommand', values: { command: `/${typed}`, commands } });
  } catch (error) {
    if (error instanceof UserError) return { text: renderProblem(error, reader) };
    throw error;
  }
}

/** `ironclad --speaker Meloni`: the words, and what is given beside them. A question is taken as it is. */
async function requested(
  request: Request,
  typed: string,
  library: Library,
  before: Shown | undefined,
): Promise<Reply> {
  if (request === ask) return request(library, typed, {}, before);
  const [words = '', ...given] = typed.split(optionMark);
  const options: Record<string, string> = {};
  for (let at = 0; at < given.length; at += 2) options[given[at] ?? ''] = (given[at + 1] ?? '').trim();
  return request(library, words.trim(), options satisfies Options);
}

const optionMark = new RegExp(`(?:^|\\s)--(${optionNames.join('|')})(?=\\s|$)`, 'u');

function help({ translate, screen }: Reader): string {
  const rows = [
    ['/ask', translate('terminal.help.ask')],
    [`/check ${translate('example.check')}`, translate('terminal.help.check')],
    [`/quote ${translate('example.quote')}`, translate('terminal.help.quote')],
    [`/position ${translate('example.position')}`, translate('terminal.help.position')],
    [`/proposal ${translate('example.proposal')}`, translate('terminal.help.proposal')],
    ['/statement', translate('terminal.help.statement')],
    [`/cite ${translate('example.cite')}`, translate('terminal.help.cite')],
    ['/sources', translate('terminal.help.sources')],
    ['/help', translate('terminal.help.help')],
    ['/quit', translate('terminal.help.quit')],
  ] as const;
  const width = Math.max(...rows.map(([command]) => command.length));
  const whole = Math.max(...rows.map(([, what]) => width + what.length)) + 4;
  if (whole <= widthOf(screen)) {
    const line = (command: string): string => styled('cyan', command.padEnd(width), screen);
    return rows.map(([command, what]) => `  ${line(command)}  ${what}`).join('\n');
  }
  // In a narrow window what a command does stands below it.
  const block = (command: string): string => wrapped(styled('cyan', command, screen), screen, '  ');
  return rows.map(([command, what]) => `${block(command)}\n${wrapped(what, screen, '    ')}`).join('\n');
}

/** Tab completes commands and what can stand behind them: documents, people, proposals, sections. */
async function completions({ positions, documents }: Library): Promise<(line: string) => [string[], string]> {
  const [sections, named] = await Promise.all([positions.suggest.sections(''), positions.suggest.who('')]);
  const who = new Set([...positions.everybody, ...named].map(({ name }) => name));
  const targets = [
    ...['/cite ', '/sources '].flatMap((command) => documents.map(({ id }) => `${command}${id}`)),
    ...[...who].map((name) => `/position ${name}`),
    ...positions.proposals.map(({ name }) => `/proposal ${name}`),
    ...sections.map(({ section }) => `/statement ${section.name}`),
  ];
  const all = [...usage, ...targets];
  return (line) => [all.filter((target) => target.startsWith(line)), line];
}
