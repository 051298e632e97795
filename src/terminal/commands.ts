// The commands of the conversation: what each is asked for by, what /help says of it, and what Tab completes.

import { UserError } from '../common/errors.ts';
import { nearNames } from '../dialogue/near-names.ts';
import type { Library } from '../library.ts';
import type { Reader } from './reports/render.ts';
import { ask, check, cite, position, proposal, quote, type Request, sources, statement } from './requests.ts';
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

/** What the program does as a command of its own, outside of the conversation. */
const outside: readonly string[] = ['compare', 'corpus', 'statements'];

/** The request of a command, without its stroke. Throws `UserError` where there is none, naming the one that is near. */
export function requestOf(command: string, typed: string): Request {
  const request = Object.hasOwn(requests, command) ? requests[command] : undefined;
  if (request) return request;
  if (outside.includes(command)) {
    const values = { command: `/${typed}`, call: `npm run -s cli -- ${command}` };
    throw new UserError({ key: 'terminal.outside', values });
  }
  const near = nearNames(command, usage, { byBeginning: true }).join(', ');
  if (near !== '')
    throw new UserError({ key: 'terminal.unknownCommandNear', values: { command: `/${typed}`, near } });
  const commands = usage.join(', ');
  throw new UserError({ key: 'terminal.unknownCommand', values: { command: `/${typed}`, commands } });
}

export function welcome(library: Library, { translate, screen }: Reader): string {
  return [
    wrapped(styled('bold', 'Communiqué', screen), screen, '  '),
    wrapped(translate('terminal.welcome', { count: library.documents.length }), screen, '  '),
    wrapped(styled('cyan', translate('terminal.commands'), screen), screen, '  '),
    wrapped(styled('dim', translate('terminal.discord'), screen), screen, '  '),
  ].join('\n');
}

export function help({ translate, screen }: Reader): string {
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
export async function completions({
  positions,
  documents,
}: Library): Promise<(line: string) => [string[], string]> {
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
