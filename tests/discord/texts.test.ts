// Whole texts: a file, a long message, and a message of every kind that Discord has, as a person has them checked.
import { describe, expect, test, vi } from 'vitest';
import type { Draft, StoredMessage } from '../double/messages.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

// A file is read in a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 90_000 });

const read = (text: string): string => seenBy(text, ['strong', 'subtext', 'strikethrough', 'timestamp']);
const real = '“International borders must not be changed by force.”';
const changed = '“International borders may be changed by force, whatever Ukraine decides,”';
const article = [
  'The leaders were clear on Saturday.',
  `${real} the European leaders said in their statement.`,
  `${changed} the statement goes on, a newsletter claimed.`,
  'The commission’s report “The Long Way Home” was not mentioned, and one “expert” laughed.',
  '“Nobody will ever see the lighthouse money of Atlantis again,” said a fisherman in Port Nowhere.',
].join('\n\n');

type Discord = Awaited<ReturnType<typeof startScene>>['discord'];
const file = (discord: Discord, text = article, name = 'column.txt') =>
  discord.attachment(name, 'text/plain', text);

describe('/check file:', () => {
  test('counts what was found, the worst first, for one alone, with the report as a file', async () => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    const seen = await alice.runs('/check', { file: file(discord) });
    expect(seen.private).toBe(true);
    const told = read(seen.text);
    expect(told).toMatch(/Quotations in column\.txt/);
    expect(told).toMatch(/Altered: 1 · .*Exact: 1/);
    expect(told.lastIndexOf('Altered')).toBeLessThan(told.lastIndexOf('Exact'));
    expect(told).toContain('european-leaders ¶7');
    expect(told).toContain('The Long Way Home');
    const [report] = seen.files;
    expect(report?.name).toBe('report.html');
    const html = Buffer.from(report?.bytes ?? '').toString('utf8');
    expect(html).toContain('<mark class="altered"');
    expect(html).toContain('SHA-256');
    expect(discord.violations).toEqual([]);
  });

  test('many are turned page by page, and a page is shared with its report', async () => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    const text = Array.from(
      { length: 12 },
      (_, at) => `${at}. ${changed.replace('whatever', `in week ${at} whatever`)} the statement said.`,
    ).join('\n\n');
    const first = await alice.runs('/check', { file: file(discord, text) });
    expect(read(first.text)).toContain('Page 1 of 3');
    const second = await first.presses('Later');
    expect(read(second.text)).toContain('Page 2 of 3');
    expect(second.files.map(({ name }) => name)).toEqual(['report.html']);
    const shared = await second.presses('Share');
    expect(shared.private).toBe(false);
    expect(shared.files.map(({ name }) => name)).toEqual(['report.html']);
    expect(shared.buttons).not.toContain('Later');
    expect(discord.violations).toEqual([]);
  });

  test('words and a file together, or neither, are told how', async () => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    for (const options of [{}, { text: 'Peace.', file: file(discord) }])
      expect((await alice.runs('/check', options)).text).toContain('Give either words or a file.');
    const broken = discord.attachment('a.docx', 'application/octet-stream', 'PK\u0003\u0004broken');
    expect(read((await alice.runs('/check', { file: broken })).text)).toMatch(/^This file cannot be read: /);
    expect(discord.violations).toEqual([]);
  });
});

describe('Check quotation', () => {
  const kinds: Record<string, Partial<StoredMessage>> = {
    'plain text': { content: real },
    'an embed’s description': { embeds: [{ title: 'News', description: real }] },
    'an embed’s title': { embeds: [{ title: `Leaders: ${real}` }] },
    'an embed’s field': { embeds: [{ title: 'Of the day', fields: [{ name: 'Leaders', value: real }] }] },
    'a message like ours': {
      flags: 1 << 15,
      components: [{ type: 17, components: [{ type: 10, content: real }] }],
    },
    'text that was passed on': { passedOn: { content: real } },
    'an embed that was passed on': { passedOn: { embeds: [{ title: 'News', description: real }] } },
    'an address with its card': {
      content: 'https://news.example/a',
      embeds: [{ title: `Leaders: ${real}`, description: 'Read on.' }],
    },
  };

  test.each(Object.entries(kinds))('%s is read as its reader sees it', async (_, draft) => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    const { message } = alice.says('x');
    const seen = await alice.usesOnMessage('Check quotation', { ...message, content: '', ...draft });
    expect(read(seen.text)).toMatch(/^Exact: /);
    expect(discord.violations).toEqual([]);
  });

  const whole: Record<string, (discord: Discord) => Partial<Draft & StoredMessage>> = {
    'a file': (discord) => ({ attachments: [file(discord)] }),
    'a file that was passed on': (discord) => ({ passedOn: { attachments: [file(discord)] } }),
    'a long text': () => ({ content: `${article}\n\n${'Nobody said anything else that day. '.repeat(50)}` }),
  };

  test.each(Object.entries(whole))('%s is checked as a whole', async (_, draft) => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    const { message } = alice.says('x');
    const seen = await alice.usesOnMessage('Check quotation', { ...message, content: '', ...draft(discord) });
    expect(read(seen.text)).toMatch(/Altered: 1 · .*Exact: 1/);
    expect(seen.files.map(({ name }) => name)).toEqual(['report.html']);
    expect(discord.violations).toEqual([]);
  });

  test.each(['https://news.example/a', '<https://news.example/a>', '👍', '** **'])(
    '%s holds no words',
    async (content) => {
      const { alice } = await startScene({ patienceMs: 20_000 });
      const { message } = alice.says('x');
      const seen = await alice.usesOnMessage('Check quotation', { ...message, content });
      expect(seen.text).toMatch(/no words/i);
    },
  );

  test('a message without a quotation is not called “not found”, and gets the passages on what it says', async () => {
    const { discord, alice } = await startScene({ patienceMs: 20_000 });
    const said = alice.says('Honestly, I think nobody should move the borders of Ukraine by force again');
    const seen = await alice.usesOnMessage('Check quotation', said);
    expect(read(seen.text)).toContain('This message has no quotation to check.');
    expect(seen.text).not.toMatch(/not found/i);
    expect(read(seen.text)).toContain('european-leaders ¶7');
    expect(discord.violations).toEqual([]);
  });
});
