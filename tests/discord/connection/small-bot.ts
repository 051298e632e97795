// A bot that is begun in a moment: the real client before Discord's double, one short document, and one command that does what a test says.
import { ApplicationCommandType } from 'discord.js';
import { afterAll, beforeAll } from 'vitest';
import type { AppWithStore, Commands, Response } from '../../../src/discord/command.ts';
import { type Library, openLibrary } from '../../../src/library.ts';
import { folderForAll, markdown } from '../../temporary.ts';

export type Doing = (app: AppWithStore) => Response | Promise<Response>;

export const done: Response = { components: [{ type: 10, content: 'done' }] };

/** `/do`. */
export function commandThat(does: Doing = () => done, name = 'do'): Commands {
  const data = { name, type: ApplicationCommandType.ChatInput, description: 'A test' } as const;
  return new Map([[name, { data, execute: async (_: unknown, app: AppWithStore) => does(app) }]]) as Commands;
}

/** Read once for a file of tests. */
export function shortLibrary(): () => Library {
  let library: Library | undefined;
  beforeAll(async () => {
    const text = 'The market of Samplia opens on Monday.';
    library = await openLibrary(await folderForAll({ 'a.md': markdown('a', text) }));
  });
  afterAll(() => library?.close());
  return () => {
    if (!library) throw new Error('the library is not read yet');
    return library;
  };
}
