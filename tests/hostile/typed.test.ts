// A hundred hostile texts, each as long as it may be, into everything that takes what is typed: there is an outcome for all of them,
// and what is longer is refused with its number. How long they take is measured by `npm run stress:typed`.

import { join } from 'node:path';
import { ApplicationCommandOptionType } from 'discord.js';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { mostTyped } from '../../src/common/typed.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../temporary.ts';
import { generators } from './generators.ts';
import { type Needs, operations, outcomeOf } from './operations.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary('corpus');
});

async function needs(): Promise<Needs> {
  const store = await openStore({ file: join(await folderWith({}), 'store.sqlite'), url: undefined });
  onTestFinished(() => store.close());
  return { library, translate: inEnglish, database: store.database };
}

test('there are a hundred generators, and each fills what it is asked to', () => {
  expect(generators.length).toBeGreaterThanOrEqual(100);
  expect(new Set(generators.map(({ name }) => name)).size).toBe(generators.length);
  for (const { make } of generators) {
    expect(make(1000).length).toBeGreaterThan(900);
    expect(make(1000).length).toBeLessThanOrEqual(1000);
  }
});

interface Option {
  readonly type: number;
  readonly name: string;
  readonly max_length?: number;
  readonly choices?: readonly unknown[];
  readonly options?: readonly Option[];
}

const flat = (options: readonly Option[] = []): Option[] =>
  options.flatMap((option) => [option, ...flat(option.options)]);

test('every option that is written freely says how much it takes', async () => {
  const commands = [...(await loadCommands(commandsFolder)).values()];
  const known = new Set<number | undefined>(Object.values(mostTyped));
  const free = commands.flatMap(({ data }) =>
    flat('options' in data ? (data.options as readonly Option[]) : []).filter(
      ({ type, choices }) => type === ApplicationCommandOptionType.String && !choices,
    ),
  );
  expect(free.length).toBeGreaterThan(20);
  for (const { name, max_length: most } of free) expect(known.has(most), name).toBe(true);
});

describe.each(operations)('$name', (operation) => {
  const { most, refuses } = operation;

  test('has an outcome for the longest of each', { timeout: 120_000 }, async () => {
    const app = await needs();
    for (const { name, make } of generators) {
      const { refusal } = await outcomeOf(operation, make(most), app);
      if (refusal) expect(refusal.message, name).not.toMatch(/^This has [\d,]+ characters/);
    }
  });

  test.runIf(refuses)('refuses one more with its number and the most', async () => {
    const { refusal } = await outcomeOf(operation, 'a'.repeat(most + 1), await needs());
    expect(refusal?.told.values).toEqual({ count: most + 1, most });
    expect(refusal?.message).toContain(`${most.toLocaleString('en')}`);
  });

  test.runIf(!refuses)('goes by the beginning of what is longer', async () => {
    const app = await needs();
    const words = 'Can borders be changed by force? '.repeat(most);
    const { value } = await outcomeOf(operation, words, app);
    expect(value).toEqual((await outcomeOf(operation, words.slice(0, most), app)).value);
  });
});
