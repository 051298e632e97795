// Files that are hostile or no good: each gets its one clear line in Discord, nothing is kept, and the bot goes on.
import { expect, test } from 'vitest';
import { download } from '../../../src/discord/source/download.ts';
import { defaultLimits } from '../../../src/importers/limits.ts';
import { seenBy } from '../reading.ts';
import { adds, faultless, none, stageOn, textFile, tonight } from './stage.ts';

const deep = `<div>${'<div>'.repeat(3_000)}x${'</div>'.repeat(3_000)}</div>`;

test.each([
  [
    'a program',
    'tool.txt',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0]),
    /Nothing is added: .*(not read|not text in an encoding)/,
  ],
  [
    'a picture called PDF',
    'scan.pdf',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /Nothing is added: /,
  ],
  ['an empty file', 'empty.txt', Buffer.alloc(0), /Nothing is added: there is nothing in this file/],
  [
    'a page nested without end',
    'deep.html',
    Buffer.from(`<!doctype html><html><body>${deep}</body></html>`),
    /Nothing is added: this file is nested deeper/,
  ],
  [
    'a page of scripts',
    'app.html',
    Buffer.from('<!doctype html><html><body><div id="root"></div><script>x()</script></body></html>'),
    /Nothing is added: this page has no text of its own/,
  ],
  ['a damaged PDF', 'broken.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), /Nothing is added: /],
])('%s', async (_, name, bytes, line) => {
  const stage = await stageOn('sqlite');
  const seen = await stage.mia.runs('/our-sources add', {
    file: stage.discord.attachment(name, 'application/octet-stream', bytes),
  });
  expect(seenBy(seen.text)).toMatch(line);
  expect(seen.text.split('\n')).toHaveLength(1);
  expect(seen.buttons).toEqual([]);
  expect((await stage.mia.runs('/our-sources list')).text).toContain('no documents of its own yet');
  expect(faultless(stage)).toEqual(none);
});

test('a file that says it is too large is not even fetched, and one from elsewhere never', async () => {
  const file = { name: 'a.txt', size: defaultLimits.bytes + 1, url: 'https://cdn.discordapp.com/a.txt' };
  await expect(download(file, 'https://discord.com/api')).rejects.toMatchObject({
    told: { key: 'import.refused.tooLarge' },
  });
  for (const url of [
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'https://cdn.discordapp.com.evil.example/a',
    'no address',
  ]) {
    await expect(download({ ...file, size: 1, url }, 'https://discord.com/api')).rejects.toMatchObject({
      told: { key: 'own.notFetched' },
    });
  }
});

test('what a text holds is shown as text: no mentions, no links, no Markdown, no direction turned', async () => {
  const stage = await stageOn('sqlite');
  const text =
    'The @everyone **clause** of <@123456789012345678> stands at [home](https://evil.example) ~~now~~.\n\nThis line holds \u202eturned words\u202c in it.';
  const preview = await stage.mia.runs('/our-sources add', { file: textFile(stage, text, 'clause.txt') });
  expect(preview.pings).toEqual([]);
  expect(preview.text).toContain('reverse the direction of writing');
  const approved = await preview.presses('Approve');
  expect(approved.text).toContain('is added');
  const cited = await stage.alice.runs('/cite', { citation: 'clause 1' });
  expect(cited.pings).toEqual([]);
  expect(cited.text).toContain('\\*\\*clause\\*\\*');
  expect(faultless(stage)).toEqual(none);
});

test('a near duplicate, a missing date and residue are pointed out before anything is added', async () => {
  const stage = await stageOn('sqlite');
  await adds(stage, stage.mia);
  const again = await stage.mia.runs('/our-sources add', {
    file: textFile(stage, `${tonight}\nOne sentence more is here.\n`, 'again.md'),
  });
  expect(again.text).toContain('Please look at this first:');
  expect(again.text).toMatch(/\d+% of this text is in/);
  const bare = await stage.mia.runs('/our-sources add', {
    file: textFile(stage, 'Menu\n\nThe treaty entered into force.', 'bare.txt'),
  });
  expect(bare.text).toContain('no date was found');
  expect(bare.text).toContain('hardly a word');
  expect(faultless(stage)).toEqual(none);
});

test('limits of a server are told with what to do, and hold for every moderator', async () => {
  const stage = await stageOn('sqlite', {
    SOURCES_DOCUMENTS: 1,
    // The role that was given counts as well.
    SOURCES_PER_HOUR: 3,
    SOURCES_DOCUMENT_CHARACTERS: 2_000,
  });
  expect((await adds(stage, stage.mia, 'A first text of this server.', 'first.txt')).text).toContain(
    'is added',
  );
  const second = await adds(stage, stage.max, 'A second text of this server.', 'second.txt');
  expect(second.text).toContain('may have 1 active documents');
  await stage.mia.runs('/our-sources withdraw', { document: 'first', reason: 'Old.' });
  expect((await adds(stage, stage.max, 'A third text, which fits.', 'third.txt')).text).toContain('is added');
  await stage.mia.runs('/our-sources withdraw', { document: 'third', reason: 'Old.' });
  const late = await adds(stage, stage.max, 'A fourth text comes too soon.', 'fourth.txt');
  expect(late.text).toMatch(/at most 3 changes an hour.*<t:\d+:R>/);
  // Before anything is made of it.
  const file = textFile(stage, 'Very long words. '.repeat(200), 'long.txt');
  const long = await stage.mia.runs('/our-sources add', { file });
  expect(long.text).toContain('at most 2,000 are taken');
  expect(faultless(stage)).toEqual(none);
});
