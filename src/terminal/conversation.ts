// The conversation that `npm start` opens without a Discord token: a line is a question or a command.
import { createInterface, type Interface } from 'node:readline';
import { SeveralError, UserError } from '../common/errors.ts';
import type { Library } from '../library.ts';
import { turnOf } from '../search/question/turns.ts';
import { completions, help, requestOf, welcome } from './commands.ts';
import { pagesOf } from './paging.ts';
import { note, type Reader, renderProblem, renderSeveral } from './reports/render.ts';
import { ask, type Options, optionNames, type Reply, type Request, type Shown } from './requests.ts';

/** What the next line may go on from. */
interface Before {
  /** The passages that were shown last. */
  readonly shown?: Shown | undefined;
  /** The pages of a reply that were not shown yet. */
  readonly rest?: readonly string[][];
  /** The lines that are meant by a number, where a name fitted several. */
  readonly choices?: readonly string[];
}

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
  let before: Before = {};
  lines.once('close', () => {
    isOver = true;
  });
  if (input.isTTY) {
    lines.on('SIGINT', () => interrupted(lines, reader));
    say(`\n${welcome(library, reader)}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (leaving.test(line.trim())) break;
    const said = await replyTo(line.trim(), library, reader, before);
    if (said) {
      before = { ...said, shown: said.shown ?? before.shown };
      say(`${input.isTTY ? '\n' : ''}${said.text}\n`);
    }
    if (input.isTTY && !isOver) lines.prompt();
  }
  lines.close();
  if (input.isTTY) say('');
}

/** The command, whatever stands behind it, or its word alone: nobody asks the sources "exit". */
const leaving = /^\/(quit|exit)(\s|$)|^(quit|exit)$/i;

/** Ctrl+C takes back what is half typed; on an empty line it leaves. */
function interrupted(lines: Interface, reader: Reader): void {
  if (lines.line === '') {
    lines.close();
    return;
  }
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
  reader.screen.stream.write(`\n${note(reader.translate('terminal.again'), reader)}\n`);
  lines.prompt();
}

interface Said extends Before {
  readonly text: string;
}

/** Undefined where there is nothing to say to an empty line. */
async function replyTo(
  line: string,
  library: Library,
  reader: Reader,
  before: Before,
): Promise<Said | undefined> {
  const { rest = [], choices = [] } = before;
  if (rest.length > 0 && (line === '' || turnOf(line)?.kind === 'next')) return paged(rest, reader);
  if (line === '') return undefined;
  const chosen = /^[1-9]\d?$/.test(line) ? choices[Number(line) - 1] : undefined;
  return answered(chosen ?? line, library, reader, before.shown);
}

async function answered(
  line: string,
  library: Library,
  reader: Reader,
  before: Shown | undefined,
): Promise<Said> {
  const [, typed = 'ask', words = line] = /^\/(\S*)\s*(.*)$/su.exec(line) ?? [];
  const command = typed.toLowerCase();
  if (command === 'help' || line.toLowerCase() === 'help') return { text: help(reader) };
  try {
    const reply = await requested(requestOf(command, typed), words, library, before);
    const pages = pagesOf(await reply.text(reader), reader.screen.stream.rows);
    return { ...paged(pages, reader), shown: reply.shown };
  } catch (error) {
    if (error instanceof SeveralError) {
      return { text: renderSeveral(error, reader), choices: choicesOf(line, error) };
    }
    if (error instanceof UserError) return { text: renderProblem(error, reader) };
    throw error;
  }
}

/** The first of some pages, and how much is left. */
function paged([page = [], ...rest]: readonly string[][], reader: Reader): Said {
  if (rest.length === 0) return { text: page.join('\n\n') };
  const left = note(reader.translate('terminal.page', { count: rest.flat().length }), reader);
  return { text: [...page, left].join('\n\n'), rest };
}

/** The line as it would be typed with each of the names that fit, in place of what fitted them all. */
function choicesOf(line: string, { typed, names }: SeveralError): string[] {
  const at = line.lastIndexOf(typed);
  if (at < 0) return [];
  return names.map((name) => `${line.slice(0, at)}${name}${line.slice(at + typed.length)}`);
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
