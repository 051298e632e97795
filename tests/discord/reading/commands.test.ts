// "Find sources", /pack, /help and the choices that are offered, as a person uses them.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/library.ts';
import { engines } from '../../store/engines.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { answerOf, asks, borders, cardOf, faultless, none, stageOn } from '../desk/stage.ts';
import { seenBy } from '../reading.ts';
import { menusOf, patientScene as startScene } from './stage.ts';

const question = 'Can borders be changed by force?';
const decoded = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('Find sources', () => {
  test('shows the passages on what a message says, each sentence of it, and opens them', async () => {
    const { discord, alice } = await startScene();
    const said = alice.says('I think borders cannot be moved by war. And Meloni pushed this Article 5 idea!');
    const seen = await alice.usesOnMessage('Find sources', said);
    expect(seen.private).toBe(true);
    const text = seenBy(seen.text);
    expect(text).toMatch(
      /^\d+ passages on what this message says\nThey come close to its words, which does not/,
    );
    const labels = menusOf(seen)[0]!.options.map(({ label }) => label);
    expect(labels).toContain('european-leaders ¶7');
    expect(labels).toContain('security-guarantees ¶5');
    const opened = await seen.chooses(menusOf(seen)[0]!.id, [menusOf(seen)[0]!.options[0]!.value]);
    expect(opened.buttons).toContain('Quote card');
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['pizza tonight anyone?', 'The sources have nothing on what this message says.'],
    ['👍', 'This message has no words to look for.'],
    ['hello there!', 'The sources have nothing on what this message says.'],
  ])('says in one line what to do where there is nothing: %s', async (words, line) => {
    const { discord, alice } = await startScene();
    const told = await alice.usesOnMessage('Find sources', alice.says(words));
    expect(seenBy(told.text)).toContain(line);
    expect(told.text.split('\n')).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test('looks through a long message without end', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.usesOnMessage('Find sources', alice.says('Borders of Ukraine. '.repeat(95)));
    expect(seenBy(seen.text)).toMatch(/^\d+ passages? on what this message says/);
    expect(discord.violations).toEqual([]);
  });
});

describe('/pack', () => {
  test('is one file of what was shared here, word for word, in the order of sharing, each once', async () => {
    const { discord, alice } = await startScene();
    const thread = alice.person.server!.channel('talks', 11);
    const there = alice.person.in(thread);
    await (await there.runs('/quote', { words: 'ironclad' })).presses('Share');
    const answer = await there.runs('/ask', { question });
    await answer.presses('Share');
    await answer.presses('Share');
    const card = await (await there.runs('/cite', { citation: 'european-leaders 5' })).presses('Quote card');
    await card.presses('Share');
    await alice.runs('/cite', { citation: 'security-guarantees 1' });
    const seen = await there.runs('/pack', { style: 'apa' });
    expect(seenBy(seen.text)).toBe('3 passages that were shared or published here, as a file.');
    const [file] = seen.files;
    expect(file?.name).toBe('sources.md');
    const text = decoded(file?.bytes);
    const headings = [...text.matchAll(/^## \d+\. (.*)$/gm)].map(([, label]) => label?.replaceAll('\\', ''));
    expect(headings).toEqual(['european-leaders ¶6', 'european-leaders ¶7', 'european-leaders ¶5']);
    expect(text).toContain('International borders must not be changed by force.');
    expect(text).toContain('## Sources');
    expect(discord.violations).toEqual([]);
  });

  test('holds nothing that was taken back, nor what others write', async () => {
    const { alice } = await startScene();
    const all = await (await alice.runs('/ask', { question })).presses('Share');
    await alice.presses(all, 'Take back', { until: 'answered' });
    await alice.until(() => all.deleted);
    alice.says('cite:context:0123456789ab.5.0123456789abcdef.0.120.c');
    expect(seenBy((await alice.runs('/pack')).text)).toMatch(
      /^No passage has been shared or published here yet\./,
    );
  });

  test('says so where the bot is not let in', async () => {
    const { discord, alice } = await startScene();
    const server = discord.server({ botPermissions: 1n << 31n });
    const bob = server.member({ name: 'bob' });
    const told = await bob.in(server.channel('closed')).runs('/pack');
    expect(seenBy(told.text)).toMatch(/^I cannot look through this channel/);
    expect(told.text.split('\n')).toHaveLength(1);
    await alice.runs('/help');
  });

  test.each(engines)('holds the answers that moderators published here: %s', async (engine) => {
    const stage = await stageOn(engine);
    await asks(stage, stage.bob, borders);
    await (await cardOf(stage.mia, 1)).presses('Approve');
    await cardOf(stage.max, 1, 'published');
    const answer = await answerOf(stage.alice, 1);
    const page = await stage.alice.presses(answer, 'In context');
    expect([page.private, seenBy(page.text).includes('The document has 9 paragraphs.')]).toEqual([
      true,
      true,
    ]);
    const seen = await stage.alice.runs('/pack');
    expect(seenBy(seen.text)).toMatch(/^\d passages? that (was|were) shared or published here, as a file\.$/);
    expect(decoded(seen.files[0]?.bytes)).toContain('International borders must not be changed by force.');
    expect(seenBy((await stage.mia.runs('/pack')).text)).toMatch(/^No passage has been shared/);
    expect(faultless(stage)).toEqual(none);
  });

  test('works in direct messages', async () => {
    const { alice } = await startScene();
    const direct = alice.person.inDirectMessages();
    await (await direct.runs('/ask', { question })).presses('Share');
    expect(seenBy((await direct.runs('/pack')).text)).toContain('1 passage that was shared');
  });
});

describe('/help', () => {
  test('runs each example beside itself when it is pressed', async () => {
    const { discord, alice } = await startScene();
    const help = await alice.runs('/help');
    const ids = help.components.flatMap(({ label, custom_id: id }) =>
      label?.startsWith('Try /') ? [id!] : [],
    );
    expect(ids).toHaveLength(9);
    for (const id of ids) {
      const seen = await help.presses(id);
      expect([seen.id === help.id, seen.private], id).toEqual([false, true]);
      expect(seen.text).not.toMatch(/Something went wrong|names no/);
    }
    expect(discord.violations).toEqual([]);
  });

  test('tells what can be done here: less in direct messages, more for those who manage the server', async () => {
    const { discord, alice } = await startScene();
    const manager = alice.person.server!.member({ permissions: (1n << 5n) | (1n << 31n) });
    const texts = {
      member: seenBy((await alice.runs('/help')).text),
      manager: seenBy((await manager.in(alice.channel).runs('/help')).text),
      direct: seenBy((await alice.person.inDirectMessages().runs('/help')).text),
    };
    const has = (command: string) => Object.values(texts).map((text) => text.includes(`\n${command}\n`));
    expect(has('/ask-moderators')).toEqual([true, true, false]);
    expect(has('/settings')).toEqual([false, true, false]);
    expect(has('/desk')).toEqual([false, true, false]);
    expect(has('/pack')).toEqual([true, true, true]);
    expect(texts.direct).toContain('Here in direct messages nobody else reads along.');
    expect(discord.violations).toEqual([]);
  });
});

describe('choices', () => {
  test('of paragraphs are their headings and first words, not walls of text', async () => {
    const text = `# Security of the harbours\n\nOne ${'and one more '.repeat(30)}.\n\nTwo.`;
    const library = await openLibrary(await folderWith({ 'a.md': markdown('accord', text) }));
    const { alice } = await startScene({ library });
    const [first] = await alice.types('/cite', { citation: '' }, 'citation');
    expect(first?.name).toMatch(/^accord ¶1 · Security of the harbours · One and one more [^.]*…$/);
    expect(first!.name.length).toBeLessThanOrEqual(100);
  });

  test('of paragraphs keep to the source that was chosen, by number or by words', async () => {
    const { alice } = await startScene();
    const values = async (citation: string) =>
      (await alice.types('/cite', { source: 'security-guarantees', citation }, 'citation')).map(
        ({ value }) => value,
      );
    expect(await values('')).toHaveLength(13);
    expect(await values('1')).toEqual([1, 10, 11, 12, 13].map((n) => `security-guarantees ¶${n}`));
    expect(await values('Meloni')).toContain('security-guarantees ¶5');
    const seen = await alice.runs('/cite', { source: 'security-guarantees', citation: '5' });
    expect(seenBy(seen.text)).toContain('security-guarantees ¶5 · ');
  });

  test('of quotations forgive a slip, and the one that is chosen is found', async () => {
    const { alice } = await startScene();
    const [choice] = await alice.types('/quote', { words: 'bordres must not' }, 'words');
    expect(choice?.name).toContain('It will be up to Ukraine');
    const seen = await alice.runs('/quote', { words: String(choice?.value) });
    expect(seenBy(seen.text)).toContain('International borders must not be changed by force.');
  });

  test.each([
    ['/cite', 'citation', 'bordres', 'european-leaders ¶7'],
    ['/cite', 'source', 'eurpean', 'european-leaders'],
    ['/quote', 'source', 'securty', 'security-guarantees'],
    ['/sources', 'source', 'securty', 'security-guarantees'],
    ['/position', 'party', 'Melonni', 'giorgia-meloni'],
    ['/proposal', 'name', 'nato membershp', 'nato-membership'],
  ] as const)('%s %s forgives a slip: %s', async (command, option, typed, value) => {
    const { alice } = await startScene();
    const choices = await alice.types(command, { [option]: typed }, option);
    expect(choices.map((choice) => choice.value)).toContain(value);
  });
});
