import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { Discord } from './double.ts';
import { startBot } from './small-bot.ts';

test('the double runs as a process of its own and takes what alice does from its input', async () => {
  const file = new URL('serve.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [file, '0', 'secret'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string> => (await lines.next()).value ?? '';
  const type = (line: string) => child.stdin.write(`${line}\n`);

  const restBase = await read();
  expect(restBase).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
  const door: Pick<Discord, 'restBase' | 'token'> = { restBase, token: 'secret' };
  const words = { type: 3, name: 'words', description: 'Words' };
  const bot = await startBot(
    door,
    async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'Pressed', components: [] });
      if (!interaction.isChatInputCommand()) return;
      const components = [
        { type: 1, components: [{ type: 2, style: 1, custom_id: 'share', label: 'Share' }] },
      ];
      await interaction.reply({ content: `“${interaction.options.getString('words')}”`, components });
    },
    [{ name: 'quote', description: 'Quote', options: [words] }],
  );
  type('Share');
  expect(await read()).toContain('no message yet');
  type('/quote words="iron curtain"');
  expect([await read(), await read()]).toEqual(['“iron curtain”', '[Share]']);
  type('Share');
  expect(await read()).toBe('Pressed');
  await bot.close();
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
