// Somebody at a terminal of some columns, who types keys and reads what is written.
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Library } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { converse } from '../../src/terminal/conversation.ts';

/** A prompt as it is written: where the cursor is put behind it is the last of it. */
const prompt = 'ask> \u001b[6G';

/** A conversation at a terminal of some columns; `type` waits for the prompt behind each reply, or until somebody left. */
export function sitDownWith(library: Library, columns = 80, rows?: number) {
  // readline knows a terminal by these two; its input is a stream of keys like any other.
  const input = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream;
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, ...(rows && { rows }) });
  let said = '';
  let isOver = false;
  let look = (): void => undefined;
  const prompts = (): number => said.split(prompt).length - 1;
  output.on('data', (chunk) => {
    said += chunk;
    look();
  });
  const left = converse(library, input, { screen: { stream: output }, translate: inEnglish });
  void left.then(() => {
    isOver = true;
    look();
  });
  const seen = (): string => stripVTControlCharacters(said);
  // The welcome ends with the first one.
  let asked = 1;
  const type = async (keys: string): Promise<string> => {
    const before = seen().length;
    asked += keys.split('\r').length - 1;
    (input as unknown as PassThrough).write(keys);
    await new Promise<void>((resolve) => {
      look = () => {
        if (isOver || prompts() >= asked) resolve();
      };
      look();
    });
    // What a key alone does is done by now.
    await new Promise((resolve) => setImmediate(resolve));
    asked = prompts();
    return seen().slice(before);
  };
  return { type, left, seen };
}
