// Hostile text in every option: a proper reply, no ping, every body valid, nothing lost of a passage.
import { describe, expect, test } from 'vitest';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { longestParagraph } from '../../src/corpus/text/long-paragraphs.ts';
import { type Library, libraryOf, openLibrary } from '../../src/library.ts';
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
  ['/check', 'text', {}],
  ['/check', 'speaker', { text: 'ironclad' }],
  ['/check', 'source', { text: 'ironclad' }],
  ['/quote', 'speaker', { words: 'ironclad' }],
  ['/position', 'party', {}],
  ['/position', 'topic', { party: 'Meloni' }],
  ['/proposal', 'name', {}],
  ['/statement', 'section', {}],
  ['/statement', 'name', {}],
  ['/cite', 'citation', {}],
  ['/cite', 'source', { citation: '5' }],
  ['/cite', 'style', { citation: 'european-leaders 5' }],
  ['/map', 'party', {}],
  ['/map', 'proposal', {}],
  ['/sources', 'source', {}],
];

test.each(targets)(
  '%s %s takes every hostile text, each from a member of their own',
  async (command, option, others) => {
    const { discord, log } = await startScene();
    const server = discord.server();
    for (const [name, text] of Object.entries(hostile)) {
      const member = server.member({ name }).in(server.channel('general'));
      const seen = await member.runs(command, { ...others, [option]: text }, { unchecked: true });
      expect(seen.private, name).toBe(true);
      expect(seenBy(seen.text).trim(), name).not.toBe('');
      expect(seen.text, name).not.toContain('Something went wrong');
      expect(seen.text, name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
      expect(seen.pings, name).toEqual([]);
      if (option !== 'question' && option !== 'text' && option !== 'style')
        await member.types(command, { ...others, [option]: text }, option, { unchecked: true });
      expect(discord.violations, name).toEqual([]);
      expect(discord.refusals, name).toEqual([]);
      expect(
        log.filter(({ level }) => level === 'error'),
        name,
      ).toEqual([]);
    }
  },
);

describe('sources that look like Markdown, mentions and links', () => {
  // Every paragraph that a file can hold and some that none can: what is read is checked elsewhere.
  const body = Object.values(hostile).map((text) =>
    `Then ${text.replace(/\n\s*\n/g, '\n').trim()}`.slice(0, longestParagraph).trim(),
  );

  test.each(body.map((text, index) => [index + 1, text.length, text] as const))(
    'are read as the source has them: paragraph %i, %i characters',
    async (paragraph, _, text) => {
      const { discord, alice } = await startScene({ library: libraryWith(body) });
      const seen = await alice.runs('/cite', { citation: `hostile ${paragraph}` });
      const shown = seenBy(seen.text);
      const at = shown.indexOf(`¶${paragraph}  Then`) + `¶${paragraph}  `.length;
      const own = shown.slice(at);
      if (own.startsWith(text)) expect(own.slice(text.length)).toMatch(/^\s*(?:¶\d|hostile ¶)/);
      else {
        // What does not fit is its beginning, letter for letter, and the mark of the cut.
        expect(text.length).toBeGreaterThan(1000);
        const [kept = ''] = own.split('…');
        expect(kept).toMatch(/^Then/);
        expect(text.startsWith(kept)).toBe(true);
      }
      expect(seen.pings).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
  );
});

function libraryWith(paragraphs: readonly string[]): Library {
  const text = paragraphs.join('\n\n');
  const title = { value: 'A title', by: 'source' } as const;
  const about = { kind: 'news', language: 'en', status: 'current', file: 'a.md' } as const;
  const document = { id: 'hostile', title, text, ...about };
  const passages = passagesOf(document, { headings: false });
  if (passages.length !== paragraphs.length) throw new Error('a paragraph was cut in two');
  return libraryOf({ documents: [document], passages, dossier: emptyDossier, problems: [] });
}

test('a passage that is too long is cut once, at the end, marked, and keeps its citation', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
  const folder = await folderWith({ 'a.md': markdown('long', `The summit of *stars* ${words}`) });
  const { discord, alice } = await startScene({ library: await openLibrary(folder) });
  const text = seenBy((await alice.runs('/ask', { question: 'summit of stars' })).text);
  const [shown = ''] = text.slice(text.indexOf('The summit of')).split('…');
  expect(`The summit of *stars* ${words}`.startsWith(shown.trimEnd())).toBe(true);
  expect(text).toContain('long ¶1 · A title · undated');
  expect(discord.violations).toEqual([]);
});
