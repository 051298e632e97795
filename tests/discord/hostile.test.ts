// Hostile text in every option: a proper reply, no ping, every body valid, nothing lost of a passage.
import { beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import type { Options } from '../double/command-line.ts';
import { folderWith, markdown } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

const hostile: Record<string, string> = {
  markdown: '# **x** __y__ ~~z~~ ||s|| `c` ```b``` > q\n- l\n1. n',
  mentions: '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  links: '[click](https://evil.example) https://evil.example/a_b <https://evil.example>',
  'bidirectional controls': '\u202eevil\u202c \u2066x\u2069 \u200f',
  'zero width': '\u200b\u200d\ufeff',
  '6,000 characters': 'a*'.repeat(3000),
  '6,000 characters in one word': 'w'.repeat(6000),
  '6,000 hyphens': '-'.repeat(6000),
  '3,000 words of a source': 'Ukraine '.repeat(750),
  spaces: ' '.repeat(10),
  'a space that is none': '\u3164\u00a0\u2003',
  'a lone surrogate': '\ud800 borders',
  'control characters': 'a\u0000b\u001b[31mc\u0007',
  'a template': '{{count}} $t(answer.none) %s $1',
  'a pattern': '(.*)+$ [a-z]{1,999} \\',
  'names of objects': '__proto__ constructor toString hasOwnProperty',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  'combining marks': `Z${'\u0301'.repeat(500)}`,
};

const targets: [command: string, option: string, with_: Options][] = [
  ['/ask', 'question', {}],
  ['/quote', 'words', {}],
  ['/quote', 'source', { words: 'ironclad' }],
  ['/cite', 'citation', {}],
  ['/sources', 'source', {}],
];

describe.each(targets)('%s %s', (command, option, others) => {
  test.each(Object.entries(hostile))('%s', async (_, text) => {
    const { discord, alice, log } = await startScene();
    const seen = await alice.runs(command, { ...others, [option]: text }, { unchecked: true });
    expect(seen.private).toBe(true);
    expect(seenBy(seen.text).trim()).not.toBe('');
    expect(seen.text).not.toContain('Something went wrong');
    expect(seen.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
    expect(seen.pings).toEqual([]);
    if (option !== 'question')
      await alice.types(command, { ...others, [option]: text }, option, { unchecked: true });
    expect(discord.violations).toEqual([]);
    expect(discord.refusals).toEqual([]);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('sources that look like Markdown, mentions and links', async () => {
  const body = Object.values(hostile)
    .map((text) => text.replace(/\n\s*\n/g, '\n').trim())
    .filter(
      (text) =>
        /[\p{L}\p{N}]/u.test(text) && text.length < 1000 && !text.includes('\u0000') && !/\p{Cs}/u.test(text),
    );
  let library: Awaited<ReturnType<typeof openLibrary>>;
  beforeAll(async () => {
    const folder = await folderAlive(body);
    library = await openLibrary(folder);
  });

  test('are read as the source has them', async () => {
    const { discord, alice } = await startScene({ library });
    for (const passage of library.passages) {
      const seen = await alice.runs('/cite', { citation: `hostile ${passage.paragraph}` });
      expect(seenBy(seen.text), passage.text).toContain(`¶${passage.paragraph}  ${passage.text}`);
      expect(seen.pings).toEqual([]);
    }
    expect(discord.violations).toEqual([]);
  });
});

/** A folder that outlives one test. */
async function folderAlive(paragraphs: readonly string[]): Promise<string> {
  const { mkdtemp, writeFile } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = await mkdtemp(join(tmpdir(), 'communique-'));
  await writeFile(join(folder, 'a.md'), markdown('hostile', paragraphs.join('\n\n')));
  return folder;
}

test('a passage that is too long is cut once, at the end, marked, and keeps its citation', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
  const folder = await folderWith({ 'a.md': markdown('long', `The summit of *stars* ${words}`) });
  const { discord, alice } = await startScene({ library: await openLibrary(folder) });
  const text = seenBy((await alice.runs('/ask', { question: 'summit of stars' })).text);
  const [shown = ''] = text.split('…');
  expect(`The summit of *stars* ${words}`.startsWith(shown.trimEnd())).toBe(true);
  expect(text).toContain('long ¶1 · A title · undated');
  expect(discord.violations).toEqual([]);
});
