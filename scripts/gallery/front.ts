// The two pictures at the head of README: a conversation in the terminal, and replies in Discord one below the other.
import { PassThrough } from 'node:stream';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { converse } from '../../src/terminal/conversation.ts';
import { escapedHtml } from './markdown.ts';

/** What is typed in the picture of the terminal. */
const typed = ['Can borders be changed by force?', 'How many tanks did Trump send?', '/quote ironclad'];
/** The scenes of the picture of Discord, by their names. */
export const shownInFront: readonly string[] = ['ask', 'check-altered'];

const columns = 92;

/** The conversation as a page's HTML. */
export async function terminalHtml(corpus: string): Promise<string> {
  const library = await openLibrary(corpus);
  const parts: string[] = [];
  for (const line of typed)
    parts.push(`<b class="typed-line">&gt; ${escapedHtml(line)}</b>`, await replyTo(line, library));
  return `<pre class="terminal">${parts.join('\n\n')}</pre>`;
}

async function replyTo(line: string, library: Awaited<ReturnType<typeof openLibrary>>): Promise<string> {
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns })];
  let said = '';
  output.on('data', (chunk) => (said += chunk));
  input.end(`${line}\n`);
  // Colours are asked for by the variable that every program honours.
  process.env['FORCE_COLOR'] = '1';
  await converse(library, input as unknown as NodeJS.ReadStream, {
    screen: { stream: output },
    translate: inEnglish,
  });
  delete process.env['FORCE_COLOR'];
  return coloured(said.replace(/^\n+|\s+$/gu, ''));
}

const colours: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
};

/** The terminal's codes for bold, dim and colours as spans. */
function coloured(text: string): string {
  let open = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one.
  const html = escapedHtml(text).replace(/\u001b\[(\d+)m/gu, (_, code: string) => {
    const name = colours[code];
    if (name === undefined) return open-- > 0 ? '</span>' : '';
    open += 1;
    return `<span class="${name}">`;
  });
  return html + '</span>'.repeat(Math.max(0, open));
}
