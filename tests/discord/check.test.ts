// Checking quotations as a person does: /check, and "Check quotation" in the menu of a message.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

const read = (text: string): string => seenBy(text, ['strong', 'subtext', 'strikethrough']);

describe('/check', () => {
  test('calls out what turns the sense of a doctored quotation, and shows the words of the source', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/check', { text: 'International borders may be changed by force.' });
    expect(seen.private).toBe(true);
    expect(seen.text).toMatch(/^\*\*Altered: 1 change, which reverses the meaning\.\*\*/);
    expect(seen.text).toContain('International borders ~~may~~ be changed by force');
    expect(seen.text).toContain('International borders **must not** be changed by force');
    expect(read(seen.text)).toContain('Who said it: “the statement said”');
    expect(read(seen.text)).toContain(
      'european-leaders ¶7 · European Leaders Reaffirm Support for Ukraine · [August 16, 2025]',
    );
    expect(seen.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['International borders must not be changed by force', undefined, /^Exact: /],
    ['it is not the only possible option', 'meloni', /^Exact: /],
    [
      'No-one knows how this could work',
      'Putin',
      /^Misattributed: .*\nThe source gives them to Another source with knowledge of the matter, not to Putin\./,
    ],
    ['No-one knows how this could work', 'vladimir-putin', /^Misattributed: .*not to Vladimir Putin\./s],
    ['Kyiv has long aspired to join NATO', undefined, /^The reporter’s words: /],
    ['must have ironclad security guarantees', undefined, /^In part the reporter’s words: /],
    [
      'It will be up to Ukraine to make decisions on its territory. We are determined to do more',
      undefined,
      /^Joined: words from 2 places run together\./,
    ],
    ['We will never give up our land', undefined, /^Not found: these words are not in these sources\./],
  ])('%s, by %s', async (text, speaker, expected) => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/check', { text, ...(speaker !== undefined && { speaker }) });
    expect(read(seen.text)).toMatch(expected);
    expect(seen.text.toLowerCase()).not.toMatch(/\b(?:true|false|fake|lie)\b/);
    expect(discord.violations).toEqual([]);
  });

  test('shows the whole sentence where a part of it was quoted', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/check', { text: 'to uphold the pressure on Russia' });
    expect(seen.text).toContain(
      'As long as the killing in Ukraine continues, we stand ready **to uphold the pressure on Russia**.',
    );
    expect(read(seen.text)).toContain('Cut at both ends: the source says more before it and goes on.');
  });

  test('shows both halves of what an honest ellipsis leaves out, and the paragraph’s buttons', async () => {
    const { alice, discord } = await startScene();
    const text = 'we stand ready to uphold the pressure on Russia … until there is a just and lasting peace';
    const seen = await alice.runs('/check', { text });
    expect(read(seen.text)).toMatch(/^Exact: /);
    expect(seen.text).toMatch(/\*\*we stand ready to uphold the pressure on Russia\*\*\. We will/);
    expect(seen.text).toContain('**until there is a just and lasting peace**');
    expect(seen.buttons).toContain('In context');
    expect(discord.violations).toEqual([]);
  });

  test('says whom a pronoun of the source stands for', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/check', { text: 'it is not the only possible option' });
    expect(read(seen.text)).toMatch(/Who said it: “She noted[^”]*” \[Meloni\]/);
  });

  test('offers speakers and sources while one types', async () => {
    const { discord, alice } = await startScene();
    const speakers = await alice.types('/check', { text: 'x', speaker: 'mel' }, 'speaker');
    expect(speakers[0]).toMatchObject({ value: 'giorgia-meloni' });
    const sources = await alice.types('/check', { text: 'x', source: 'eur' }, 'source');
    expect(sources[0]).toMatchObject({ value: 'european-leaders' });
    expect(discord.violations).toEqual([]);
  });

  test('looks in one source alone, and refuses one that there is not', async () => {
    const { alice } = await startScene();
    const text = 'International borders must not be changed by force';
    expect((await alice.runs('/check', { text, source: 'security-guarantees' })).text).toContain(
      'Not found: these words are not in security-guarantees, and only that was searched.',
    );
    expect((await alice.runs('/check', { text, source: 'moon' })).text).toContain('names no document here');
  });

  test('asks for words where there are none, and for less where there are too many', async () => {
    const { alice } = await startScene();
    expect(seenBy((await alice.runs('/check', { text: '“…”' })).text)).toContain('Give the words to check');
    const { text } = await alice.runs('/check', { text: 'word '.repeat(1300) }, { unchecked: true });
    expect(seenBy(text)).toContain('This has 6,500 characters; a quotation may have 6,000.');
  });
});

describe('Check quotation', () => {
  test('checks each quotation of a message by itself', async () => {
    const { discord, alice } = await startScene();
    const said = alice.says(
      'Meloni: "it is not the only possible option"\nand they said “International borders must be changed by force.”\n> Moscow will leave\n— Putin',
    );
    const seen = await alice.usesOnMessage('Check quotation', said);
    expect(seen.private).toBe(true);
    const text = read(seen.text);
    expect(text.match(/^(?:Exact|Altered|Not found)/gmu)).toEqual(['Exact', 'Altered', 'Not found']);
    expect(seen.text).toContain(
      'International borders **must not be** changed'.replace('**must not be**', 'must **not** be'),
    );
    expect(discord.violations).toEqual([]);
  });

  test('takes a message without marks as one quotation', async () => {
    const { alice } = await startScene();
    const seen = await alice.usesOnMessage('Check quotation', alice.says('no-one knows how this could work'));
    expect(read(seen.text)).toMatch(/^Exact: .*\nCut at the end: the source goes on\./);
  });

  test.each([
    'They said “International borders must not be changed by force” and Trump ruled out NATO membership for Ukraine.',
    'Trump wants a deal with Moscow now. “Our support to Ukraine will continue.”',
    '“ironclad security guarantees” is what Poland will get from all of us next year',
  ])('says that the rest of a message was not checked, and what helps: %s', async (words) => {
    const { alice } = await startScene();
    const seen = await alice.usesOnMessage('Check quotation', alice.says(words));
    expect(read(seen.text)).toContain('Only what is in quotation marks was checked');
    expect(read(seen.text)).toContain('Find sources');
  });

  test.each([
    'Meloni: “it is not the only possible option”',
    'As the statement of the leaders said: “Our support to Ukraine will continue.”',
    '“Our support to Ukraine will continue.”',
    'Our support to Ukraine will continue, and we are determined to do more to keep Ukraine strong',
  ])('says nothing of a rest that only tells who spoke, or where there is none: %s', async (words) => {
    const { alice } = await startScene();
    const seen = await alice.usesOnMessage('Check quotation', alice.says(words));
    expect(read(seen.text)).not.toContain('Only what is in quotation marks');
  });

  test('shows words joined within a paragraph once, with what was left out between them', async () => {
    const { alice } = await startScene();
    const text = 'we stand ready to uphold the pressure on Russia until there is a just and lasting peace';
    const seen = await alice.runs('/check', { text });
    expect(seen.text).toContain('**we stand ready to uphold the pressure on Russia**. We will continue');
    expect(seen.text).toContain('war economy **until there is a just and lasting peace**');
    expect(read(seen.text).match(/european-leaders ¶9 · /g)).toHaveLength(1);
    expect(seen.buttons).toEqual(['In context', 'Share', 'Quote card', 'Cite']);
    // From two paragraphs both are shown.
    const two = 'International borders must not be changed by force. Our support to Ukraine will continue.';
    const both = read(
      (await alice.runs('/check', { text: `${two.slice(0, 51)} until there is a just and lasting peace` }))
        .text,
    );
    expect(both).toContain('european-leaders ¶7');
    expect(both).toContain('european-leaders ¶9');
  });

  test('says that a message has no words', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.usesOnMessage('Check quotation', alice.says('👍 !!!'));
    expect(seenBy(seen.text)).toBe('There are no words in this message to check.');
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['mentions', '“@everyone borders <@123456789012345678> [x](https://evil.example) must not be changed”'],
    ['markdown', '# **x** ~~must not be changed by force~~ ||s|| `c` ```b``` > q\n- l\n1. n'],
    ['bidirectional controls', '“International \u202eborders\u202c must be changed by force”'],
    ['many quotations', '“ironclad” '.repeat(150)],
    ['long quotations', `“${'International borders must be changed by force, and '.repeat(36)}”`.repeat(2)],
    ['one long word', 'w'.repeat(2000)],
    ['marks alone', '“"«'.repeat(600)],
  ])('shows hostile text as text: %s', async (_, text) => {
    const { discord, alice, log } = await startScene();
    const seen = await alice.usesOnMessage('Check quotation', alice.says(text));
    expect(read(seen.text).trim()).not.toBe('');
    expect(seen.text).not.toContain('Something went wrong');
    expect(seen.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
    expect(seen.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('keeps to Discord’s limits with sources that are long and look like Markdown', async () => {
    const body = `“${'We *must* not ~~ever~~ change `borders` by force, @everyone says so, '.repeat(120)}” Smith said.`;
    const folder = await folderWith({ 'a.md': markdown('a', body) });
    const { discord, alice } = await startScene({ library: await openLibrary(folder) });
    const text = 'We *must* ever change borders by force, @everyone says so, '.repeat(30).trim();
    const seen = await alice.usesOnMessage('Check quotation', alice.says(text));
    expect(read(seen.text)).toMatch(/^Altered: /);
    expect(seen.text).toContain('a ¶1');
    expect(discord.violations).toEqual([]);
  });
});
