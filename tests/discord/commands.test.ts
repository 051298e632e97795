// Every command as a person uses it: what is typed, offered, run, and seen.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/command.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

describe('/ask', () => {
  test('gives the passage with its answering sentence, who said it, and its citation, privately', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question: 'Will the support to Ukraine continue?' });
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('**“Our support to Ukraine will continue.**');
    const text = seenBy(seen.text);
    expect(text).toContain('We are determined to do more to keep Ukraine strong');
    // The clause stands in the passage: whose words they are is told once, beside their kind.
    expect(text).toContain('Joint statement · the statement\n');
    expect(text.split('the statement said')).toHaveLength(2);
    expect(text).toContain(
      'european-leaders ¶8 · European Leaders Reaffirm Support for Ukraine · [August 16, 2025]',
    );
    expect(seen.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('says who said it where only the next paragraph tells', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/ask', { question: 'Can borders be changed by force?' });
    expect(seenBy(seen.text)).toContain('Who said it: “the statement said”');
  });

  test('says where nobody is said to have said it', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/quote', { words: 'non-NATO Article 5”' });
    expect(seenBy(seen.text)).toContain('Who said it: this paragraph does not say.');
  });

  test('says honestly that the sources do not answer, names the words, and calls what comes near related', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question: 'How many tanks did Trump send to Ukraine?' });
    const text = seenBy(seen.text);
    expect(text).toContain('The sources do not answer this.');
    expect(text).toMatch(/No source contains the words? .*“tanks”/);
    // What shares but the names with it helps nobody on.
    expect(text).not.toMatch(/¶\d/);
    const near = await alice.runs('/ask', { question: 'How much money does Ukraine get?' });
    expect(seenBy(near.text)).toContain('The sources do not answer this.');
    expect(seenBy(near.text)).toContain('Related passages, which may not answer it:');
    expect(seenBy(near.text)).toMatch(/¶\d+ · .* · \[August 16, 2025\]/);
    expect(discord.violations).toEqual([]);
  });

  test('links to the document where it has an address', async () => {
    const folder = await folderWith({
      'a.md': markdown('a', 'Borders stay.', 'url: https://example.com/a_b\npublished: 2025-08-16\n'),
    });
    const { discord, alice } = await startScene({ library: await openLibrary(folder) });
    const seen = await alice.runs('/ask', { question: 'borders stay?' });
    expect(seen.components).toContainEqual(
      expect.objectContaining({
        url: expect.stringMatching(/^https:\/\/example\.com\/a_b#:~:text=Borders/),
        label: 'Open the source',
      }),
    );
    expect(seenBy(seen.text)).toContain('a ¶1 · A title · August 16, 2025');
    expect(discord.violations).toEqual([]);
  });

  test.each([
    'Wer zahlt für die Garantien?',
    'Was sagte Trump über Panzer?',
    'Dürfen Grenzen mit Gewalt verändert werden?',
  ])(
    'asked in German, says that the sources are in English, and calls no word missing: “%s”',
    async (question) => {
      const { discord, alice } = await startScene();
      const seen = await alice.runs('/ask', { question });
      const text = seenBy(seen.text);
      expect(text).toContain('The sources are in English; they are shown as they are written.');
      expect(text).not.toMatch(/No source contains/);
      expect(discord.violations).toEqual([]);
    },
  );

  test('answers small talk with what it can do', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/ask', { question: 'hello there!' });
    expect(seenBy(seen.text)).toMatch(/^Hello! Ask about the talks in plain words/);
  });
});

describe('/quote', () => {
  test('offers quotations as one types, and shows the chosen one whole', async () => {
    const { discord, alice } = await startScene();
    const all = await alice.types('/quote', { words: '' }, 'words');
    expect(all.length).toBeGreaterThan(8);
    const [choice, ...others] = await alice.types('/quote', { words: 'as long as the kil' }, 'words');
    expect(choice?.name).toMatch(/^“As long as the killing in Ukraine continues, .*… — european-leaders ¶9$/);
    expect(others).toEqual([]);
    const seen = await alice.runs('/quote', { words: String(choice?.value) });
    expect(seenBy(seen.text)).toContain('until there is a just and lasting peace.”');
    expect(seenBy(seen.text)).toContain('european-leaders ¶9');
    expect(discord.violations).toEqual([]);
  });

  test('keeps to one source', async () => {
    const { alice } = await startScene();
    const sources = await alice.types('/quote', { words: 'x', source: 'secur' }, 'source');
    expect(sources.map(({ value }) => value)).toEqual(['security-guarantees']);
    const choices = await alice.types('/quote', { source: 'security-guarantees', words: 'pos' }, 'words');
    expect(choices.map(({ value }) => value)).toEqual(['“it is not the only possible option”']);
    const elsewhere = await alice.runs('/quote', { words: 'ironclad', source: 'security-guarantees' });
    expect(seenBy(elsewhere.text)).toBe('These words are in no source: “ironclad”');
    const unknown = await alice.runs('/quote', { words: 'ironclad', source: 'yalta' });
    expect(seenBy(unknown.text)).toContain('“yalta” names no document here.');
  });

  test('never calls the words of the text a quotation, nor the choices that offer them', async () => {
    const { alice } = await startScene();
    const [choice] = await alice.types('/quote', { words: 'key Russian red line' }, 'words');
    expect(choice?.name).toMatch(/… — security-guarantees ¶\d+, not a quotation$/);
    expect(choice?.name.length).toBeLessThanOrEqual(100);
    const seen = await alice.runs('/quote', { words: 'key Russian red line' });
    expect(seenBy(seen.text)).toContain('Not inside quotation marks: the words of the text itself');
  });
});

test('words in quotation marks that are in no source are repeated in one pair of marks', async () => {
  const { alice } = await startScene();
  for (const words of ['“moon cheese”', '"moon cheese"', '« moon cheese »', 'moon cheese']) {
    const seen = await alice.runs('/quote', { words });
    expect(seenBy(seen.text)).toBe('These words are in no source: “moon cheese”');
  }
});

describe('a document that does not stand as it was', () => {
  async function sceneWith(status: string): Promise<Awaited<ReturnType<typeof startScene>>> {
    const folder = await folderWith({
      'a.md': markdown('moon', 'He said: “The moon is cheese.” So it was.', `status: ${status}\n`),
      'b.md': markdown('sun', 'He said: “The sun is hot.” So it is.'),
    });
    return startScene({ library: await openLibrary(folder) });
  }

  test('says so under its citation and above its paragraphs: withdrawn', async () => {
    const { discord, alice } = await sceneWith('withdrawn');
    const text = seenBy((await alice.runs('/cite', { citation: 'moon 1' })).text);
    expect(text).toMatch(/^This document is withdrawn: it is no longer used for answers\./);
    expect(text).toContain('moon ¶1 · A title · undated · withdrawn');
    const current = seenBy((await alice.runs('/cite', { citation: 'sun 1' })).text);
    expect(current).not.toContain('withdrawn');
    expect(discord.violations).toEqual([]);
  });

  test('says so under its citation and above its paragraphs: corrected', async () => {
    const { alice } = await sceneWith('corrected');
    const text = seenBy((await alice.runs('/cite', { citation: 'moon 1' })).text);
    expect(text).toMatch(/^This document was corrected after it was published\./);
    const answer = seenBy((await alice.runs('/quote', { words: 'moon is cheese' })).text);
    expect(answer).toContain('moon ¶1 · A title · undated · corrected');
  });

  test('offers no quotation where it is withdrawn, whatever is typed', async () => {
    const { alice } = await sceneWith('withdrawn');
    for (const words of ['', 'moon']) {
      expect(await alice.types('/quote', { source: 'moon', words }, 'words')).toEqual([]);
    }
    expect(await alice.types('/quote', { source: 'sun', words: '' }, 'words')).toHaveLength(1);
    expect(await alice.types('/quote', { words: '' }, 'words')).toHaveLength(1);
  });
});

describe('/cite', () => {
  test('offers paragraphs and shows one with its neighbours, however it is spelt', async () => {
    const { discord, alice } = await startScene();
    const choices = await alice.types('/cite', { citation: 'european 5' }, 'citation');
    expect(choices.map(({ value }) => value)).toEqual(['european-leaders ¶5']);
    for (const citation of ['european-leaders ¶5', 'European Leaders 5', 'european leaders, para. 5']) {
      const text = seenBy((await alice.runs('/cite', { citation })).text);
      expect(text).toContain('¶5  He said he had agreed with the Russian leader');
      expect(text).toContain('¶4  Trump said after his talks with Putin');
      expect(text).toContain('¶6  The European statement');
      expect(text).toContain('european-leaders ¶5 · European Leaders Reaffirm Support for Ukraine');
    }
    expect(discord.violations).toEqual([]);
  });

  test('shows a range with its label', async () => {
    const { alice } = await startScene();
    const text = seenBy((await alice.runs('/cite', { citation: 'european leaders 5–7' })).text);
    expect(text).toContain('¶7  “It will be up to Ukraine');
    expect(text).toContain('european-leaders ¶5–7 · ');
    const whole = seenBy((await alice.runs('/cite', { citation: 'security guarantees 1-13' })).text);
    expect(whole).toContain('7 more paragraphs, from security-guarantees ¶7 on');
  });

  test.each([
    ['yalta 5', '“yalta 5” names no document here. The documents are: european-leaders, security-guarantees'],
    ['european-leaders 50', 'european-leaders has 9 paragraphs; there is no ¶50.'],
    ['european-leaders 1-50', 'european-leaders has 9 paragraphs; there is no ¶50.'],
    [
      'european-leaders 5 apa',
      '“european-leaders 5 apa” is more than a citation. Write only: european-leaders 5',
    ],
    ['europan-leaders ¶5', '“europan-leaders ¶5” is not known here. Did you mean: european-leaders?'],
    ['¶', 'Type a document and a paragraph, for example: european-leaders ¶5'],
    [
      'european-leaders',
      '“european-leaders” is no citation. Write the paragraph as well, from european-leaders ¶1 to ¶9.',
    ],
  ])('explains what is wrong with %s', async (citation, explanation) => {
    const { alice } = await startScene();
    expect(seenBy((await alice.runs('/cite', { citation })).text)).toBe(explanation);
  });
});

describe('/sources', () => {
  test('lists the documents', async () => {
    const { discord, alice } = await startScene();
    const text = seenBy((await alice.runs('/sources')).text);
    expect(text).toContain(
      'security-guarantees\n[US proposes NATO-style security guarantees for Ukraine] · [August 16, 2025] · news · 13 paragraphs',
    );
    expect(text).toContain(
      'European Leaders Reaffirm Support for Ukraine · [August 16, 2025] · news · 9 paragraphs',
    );
    expect(discord.violations).toEqual([]);
  });

  test('shows what is known of one, what is not told, and its paragraphs', async () => {
    const { discord, alice } = await startScene();
    const [choice] = await alice.types('/sources', { source: 'europ' }, 'source');
    expect(choice).toEqual({
      name: 'european-leaders  European Leaders Reaffirm Support for Ukraine',
      value: 'european-leaders',
    });
    const text = seenBy((await alice.runs('/sources', { source: 'european-leaders' })).text);
    expect(text).toContain('Publisher: not given');
    expect(text).toContain('Credit: With inputs from agencies');
    expect(text).toContain('Published: [August 16, 2025]');
    expect(text).toContain('Inferred here: [2025-08-16] the text names no day');
    expect(text).toContain('¶9  “As long as the killing');
    expect(discord.violations).toEqual([]);
  });

  test('of a thousand documents, and of one of a thousand paragraphs, shows what fits and says what is left', async () => {
    const long = Array.from(
      { length: 1000 },
      (_, index) => `Paragraph ${index + 1} ${'with *words* '.repeat(40)}`,
    );
    const files = Object.fromEntries(
      Array.from({ length: 999 }, (_, index) => [`d${index}.md`, markdown(`document-${index}`, 'One.')]),
    );
    const folder = await folderWith({ ...files, 'long.md': markdown('long', long.join('\n\n')) });
    const { discord, alice } = await startScene({ library: await openLibrary(folder) });
    expect(seenBy((await alice.runs('/sources')).text)).toMatch(/9\d\d more documents: type part of a name/);
    expect(seenBy((await alice.runs('/sources', { source: 'long' })).text)).toMatch(
      /9\d\d more paragraphs, from long ¶\d+ on/,
    );
    expect((await alice.types('/sources', { source: 'doc' }, 'source')).length).toBe(25);
    expect(seenBy((await alice.runs('/cite', { citation: 'long 500' })).text)).toContain(
      '¶500  Paragraph 500',
    );
    expect(seenBy((await alice.runs('/cite', { citation: 'long 1-1000' })).text)).toContain(
      'more paragraphs, from long ¶',
    );
    expect(discord.violations).toEqual([]);
  });
});

test('/help shows an example of every command, and every example works', async () => {
  const { discord, alice } = await startScene();
  const text = seenBy((await alice.runs('/help')).text);
  const options: Record<string, string> = {
    ask: 'question',
    check: 'text',
    quote: 'words',
    position: 'party',
    proposal: 'name',
    cite: 'citation',
  };
  // What only a reply that has found something says.
  const shows: Record<string, string> = {
    ask: 'International borders must not be changed by force.',
    check: 'Altered: 1 change, which reverses the meaning.',
    quote: 'european-leaders ¶6 · ',
    position: 'Who said it: “Meloni said in a statement”',
    map: 'Donald Trump, against: Trump has repeatedly ruled out',
    pack: 'No passage has been shared or published here yet.',
    proposal: 'For: Ukraine — The article’s words',
    statement: 'Also signed by EU Commission President Ursula von der Leyen',
    cite: '¶5  He said he had agreed',
    sources: 'security-guarantees\n[US proposes',
    compare: 'nothing in common',
    'ask-moderators': 'No questions are taken in this channel.',
    privacy: 'Nothing about you is stored here.',
  };
  const examples = [...text.matchAll(/^\/([\w-]+) ?(.*)$/gm)];
  expect(examples.map(([, name]) => name)).toEqual([
    ...['ask', 'check', 'quote', 'position', 'map', 'proposal', 'statement', 'cite', 'sources'],
    ...['compare', 'pack', 'ask-moderators', 'privacy'],
  ]);
  for (const [, name = '', value = ''] of examples) {
    const option = options[name];
    const typed = name === 'compare' ? { left: 'european-leaders', right: 'security-guarantees' } : {};
    const seen = await alice.runs(`/${name}`, option ? { [option]: value } : typed);
    expect(seenBy(seen.text, ['strong', 'subtext', 'strikethrough'])).toContain(shows[name]);
  }
  expect(discord.violations).toEqual([]);
});

test('a reader of any language and in direct messages gets a reply', async () => {
  const { discord } = await startScene();
  const server = discord.server();
  const taras = server.member({ name: 'taras', locale: 'uk' });
  const inServer = await taras.in(server.channel('general')).runs('/ask', { question: 'ironclad?' });
  const inDirect = await taras.inDirectMessages().runs('/ask', { question: 'ironclad?' });
  expect(inServer.text).toContain('ironclad');
  expect(inDirect.text).toContain('ironclad');
  expect(discord.violations).toEqual([]);
});

/** An option, or those of a subcommand. */
function withParts(option: APIApplicationCommandOption): APIApplicationCommandOption[] {
  return option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option];
}

describe('all commands', async () => {
  const commands = await loadCommands(commandsFolder);

  test('are the files of the folder', async () => {
    const files = (await readdir(commandsFolder)).map((name) => name.replace(/\.ts$/, ''));
    const names = [...commands.keys()].map((name) => name.toLowerCase().replaceAll(' ', '-'));
    expect(names.sort()).toEqual(files.sort());
  });

  const slash = [...commands.values()].filter((command) => 'execute' in command);

  test.each(slash.map(({ data, autocomplete }) => ({ name: data.name, data, autocomplete })))(
    '/$name says what it and its options do, briefly, and offers choices where it says so',
    ({ data, autocomplete }) => {
      const options = data.options ?? [];
      for (const { description } of [data, ...options]) expect(description).toMatch(/^\S.{2,98}\S$/);
      const offers = options
        .flatMap(withParts)
        .some((option) => option.type === ApplicationCommandOptionType.String && option.autocomplete);
      expect(autocomplete !== undefined).toBe(offers);
    },
  );

  test('those in the menu of a message are of its kind', () => {
    const menus = [...commands.values()].filter((command) => 'onMessage' in command);
    expect(menus.map(({ data }) => [data.name, data.type])).toEqual([
      ['Check quotation', ApplicationCommandType.Message],
      ['Find sources', ApplicationCommandType.Message],
    ]);
  });

  test.each([
    ['no.ts', 'export default { data: { name: "no" } };', /no\.ts: this file is no command; it needs/],
    ['empty.ts', 'export const x = 1;', /empty\.ts: this file is no command/],
    [
      'other.ts',
      'export default { data: { name: "Two Words", description: "x" }, execute: () => {} };',
      /other\.ts: the command in this file is "Two Words"; name the file two-words\.ts/,
    ],
  ])('a file that is none is refused at start: %s', async (name, source, message) => {
    await expect(loadCommands(await folderWith({ [name]: source }))).rejects.toThrow(message);
  });

  test('a folder without one is refused at start', async () => {
    await expect(loadCommands(await folderWith({}))).rejects.toThrow('there is not one command here');
  });
});

test('a command file that throws while it is loaded stops the start', async () => {
  const folder = await folderWith({ 'x.ts': 'throw new Error("broken file");' });
  await expect(loadCommands(join(folder))).rejects.toThrow('broken file');
});
