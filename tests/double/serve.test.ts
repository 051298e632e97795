import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { folderWith } from '../temporary.ts';
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
  const given = [
    { type: 7, name: 'channel', description: 'A channel' },
    { type: 8, name: 'role', description: 'A role' },
    { type: 11, name: 'file', description: 'A file' },
  ];
  const folder = await folderWith({ 'notes.txt': 'notes' });
  const bot = await startBot(
    door,
    async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'Pressed', components: [] });
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      if (interaction.commandName === 'take') {
        const names = [options.getChannel('channel'), options.getRole('role'), options.getAttachment('file')];
        await interaction.reply(names.map((each) => `${each?.name} ${each?.id}`).join(', '));
        return;
      }
      const components = [
        { type: 1, components: [{ type: 2, style: 1, custom_id: 'share', label: 'Share' }] },
      ];
      await interaction.reply({ content: `“${interaction.options.getString('words')}”`, components });
    },
    [
      { name: 'quote', description: 'Quote', options: [words] },
      { name: 'take', description: 'Take', options: given },
    ],
  );
  type('Share');
  expect(await read()).toContain('no message yet');
  type('/quote words="iron curtain"');
  expect([await read(), await read()]).toEqual(['“iron curtain”', '[Share]']);
  type('Share');
  expect(await read()).toBe('Pressed');
  const take = `/take channel=#review role=&Archive file=<${folder}/notes.txt`;
  type(take);
  const [, channel, role] = /^review (\d+), Archive (\d+), notes\.txt \d+$/.exec(await read()) ?? [];
  type(take);
  expect(await read()).toContain(`review ${channel}, Archive ${role}, notes.txt `);
  type('/take channel=#review role=&Archive file=</no/such/file');
  expect(await read()).toContain('ENOENT');
  await bot.close();
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
