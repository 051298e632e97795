// A passage at a glance, in context, page by page, and the others there are: as a person reads them.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/library.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { startBotOn } from '../bot.ts';
import { seenBy } from '../reading.ts';
import { idOf, longLibrary, menusOf, paragraphs, patientScene as startScene } from './stage.ts';

const question = 'Can borders be changed by force?';

describe('an answer', () => {
  test('tells at a glance what was asked, what kind of words these are and whose, with its buttons', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question });
    const text = seenBy(seen.text);
    expect(text).toMatch(/^“Can borders be changed by force\?”\nJoint statement · .+\n/);
    expect(seen.text).toContain('**International borders must not be changed by force.');
    expect(seen.buttons).toEqual([
      'In context',
      'Share',
      'Quote card',
      'Cite',
      'Next passage (2 of 5)',
      'Helpful',
      'Off the mark',
    ]);
    // One way on is enough.
    expect(menusOf(seen)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('has another colour for reported words than for joint ones', async () => {
    const { alice } = await startScene();
    const colour = async (words: string): Promise<unknown> =>
      (await alice.runs('/quote', { words })).components[0]?.['accent_color' as never];
    const [joint, article] = [await colour('as long as the killing'), await colour('key Russian red line')];
    expect(typeof joint).toBe('number');
    expect(joint).not.toBe(article);
  });

  test('repeats a question that looks like Markdown as it was typed, on one line', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question: '# Can **borders** be\nchanged by force? @everyone' });
    expect(seenBy(seen.text)).toContain('“# Can **borders** be changed by force? @everyone”');
    expect(seen.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('gives way to its next passages, to the last and back to the first, the question above each', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question });
    const { id } = seen;
    const texts = [seenBy(seen.text)];
    let page = seen;
    for (const next of [2, 3, 4, 5]) {
      page = await page.presses(`Next passage (${next} of 5)`);
      expect(page.id).toBe(id);
      texts.push(seenBy(page.text));
    }
    expect(new Set(texts).size).toBe(5);
    for (const text of texts) expect(text).toMatch(/^“Can borders be changed by force\?”\n/);
    expect(page.buttons.filter((label) => label.startsWith('Next'))).toEqual([]);
    for (const before of [4, 3, 2, 1]) {
      page = await page.presses(`Back (${before} of 5)`);
      expect(seenBy(page.text)).toBe(texts[before - 1]);
    }
    expect(page.text).toContain('**International borders must not be changed by force.');
    expect(page.buttons).toEqual(seen.buttons);
    expect(discord.violations).toEqual([]);
  });

  test('says of what follows a closest passage that it may not answer either', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/ask', { question: 'what is russias red line' });
    const close = seenBy(seen.text);
    expect(close).toContain('it may not answer this');
    const second = await seen.presses('Next passage (2 of 5)');
    expect(seenBy(second.text)).toContain('may not answer it');
    expect(seenBy((await second.presses('Back (1 of 5)')).text)).toContain('it may not answer this');
  });

  test('names nobody twice: a clause that stands in the paragraph is not repeated below it', async () => {
    const { alice } = await startScene();
    const seen = seenBy((await alice.runs('/ask', { question: 'what did meloni tell the senators' })).text);
    expect(seen.split('told Italian senators')).toHaveLength(2);
    expect(seen).toContain('Reported · Meloni');
    expect(seen).not.toContain('Who said it');
    // Here the clause stands in the next paragraph, out of sight.
    const borders = seenBy((await alice.runs('/ask', { question })).text);
    expect(borders).toContain('Joint statement · Who said it: “the statement said”');
    expect(borders).toContain('The quotation goes on in the next paragraph.');
  });

  test('keeps its other passages through its context and back', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/ask', { question });
    const second = await seen.presses('Next passage (2 of 5)');
    const [text, buttons] = [second.text, second.buttons];
    const context = await second.presses('In context');
    expect(seenBy(context.text)).toMatch(/^“Can borders be changed by force\?”\n/);
    const back = await context.presses('Back');
    expect(back.text).toBe(text);
    expect(back.buttons).toEqual(buttons);
    expect(discord.violations).toEqual([]);
  });
});

describe('in context', () => {
  test('a paragraph stands between its neighbours, its words prominent', async () => {
    const { discord, alice } = await startScene();
    const seen = await (await alice.runs('/ask', { question })).presses('In context');
    const text = seenBy(seen.text);
    expect(text).toContain('¶6  The European statement');
    expect(text).toContain('¶7  “It will be up to Ukraine');
    expect(seen.text).toContain('**International borders must not be changed by force.');
    expect(text).toContain('The document has 9 paragraphs.');
    expect(seen.private).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  test('a document is paged through to both ends, each paragraph once', async () => {
    const { discord, alice } = await startScene({ library: await longLibrary() });
    let seen = await (await alice.runs('/cite', { citation: 'harbours 7' })).presses('In context');
    expect(seenBy(seen.text)).toContain('¶6  Paragraph 6 tells of the harbour *number 6*');
    while (seen.buttons.includes('Earlier')) seen = await seen.presses('Earlier');
    const pages = [seenBy(seen.text)];
    while (seen.buttons.includes('Later')) {
      seen = await seen.presses('Later');
      pages.push(seenBy(seen.text));
    }
    const numbers = pages.join('\n').match(/¶(\d+) {2}Paragraph/g);
    expect(numbers).toEqual(paragraphs.map((_, index) => `¶${index + 1}  Paragraph`));
    expect(discord.violations).toEqual([]);
  });

  test('a paragraph that is too long stays whole over its pages', async () => {
    const library = await longLibrary();
    const { discord, alice } = await startScene({ library });
    let seen = await (await alice.runs('/cite', { citation: 'treatise 2' })).presses('In context');
    const pages = [seenBy(seen.text)];
    while (seen.buttons.includes('Later')) {
      seen = await seen.presses('Later');
      pages.push(seenBy(seen.text));
    }
    expect(pages.length).toBeGreaterThan(1);
    const words = pages.join(' ').match(/word\d+/g);
    expect(words).toEqual(
      library.passages
        .filter(({ document }) => document.id === 'treatise')
        .flatMap(({ text }) => text.match(/word\d+/g) ?? []),
    );
    expect(discord.violations).toEqual([]);
  });

  test('the last page of a document leads no further', async () => {
    const { alice } = await startScene({ library: await longLibrary() });
    const seen = await (await alice.runs('/cite', { citation: 'harbours 12' })).presses('In context');
    expect(seen.buttons).not.toContain('Later');
    expect(seen.buttons).toContain('Earlier');
  });

  test('shows the heading that paragraphs stand under', async () => {
    const text = '# Security\n\nOne.\n\nTwo.\n\n# Trade\n\nThree.';
    const library = await openLibrary(await folderWith({ 'a.md': markdown('accord', text) }));
    const { alice } = await startScene({ library });
    const seen = await (await alice.runs('/cite', { citation: 'accord 2' })).presses('In context');
    expect(seenBy(seen.text)).toMatch(/Security\n+¶1 {2}One\.\n¶2 {2}Two\.\nTrade\n+¶3 {2}Three\./);
  });
});

test('buttons still work after a restart', async () => {
  const { discord, alice, bot } = await startScene();
  const seen = await alice.runs('/ask', { question });
  await bot.stop();
  await startBotOn(discord);
  const second = await seen.presses('Next passage (2 of 5)');
  expect(seenBy(second.text)).not.toContain('International borders must not be changed by force.');
  expect(seenBy((await second.presses('In context')).text)).toContain('The document has');
  expect(discord.violations).toEqual([]);
});

describe('a reply that shows several passages', () => {
  test.each([
    ['/ask', { question: 'How much money does Ukraine get?' }],
    ['/quote', { words: 'Ukraine' }],
    ['/position', { party: 'Meloni' }],
    ['/proposal', { name: 'NATO membership' }],
    ['/statement', {}],
    ['/cite', { citation: 'european leaders 5-7' }],
    ['/sources', { source: 'european-leaders' }],
  ] as const)('%s opens each of them beside the list', async (command, options) => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs(command, options);
    expect(seen.buttons).toContain('Share');
    const [menu] = menusOf(seen);
    const opened = await seen.chooses(menu!.id, [menu!.options[0]!.value]);
    expect(opened.id).not.toBe(seen.id);
    expect(opened.private).toBe(true);
    expect(seenBy(opened.text)).toContain(`${menu!.options[0]!.label} · `);
    expect(opened.buttons).toEqual(['In context', 'Share', 'Quote card', 'Cite']);
    expect(discord.violations).toEqual([]);
  });

  test('/check and /quote of one place have its buttons themselves', async () => {
    const { alice } = await startScene();
    for (const [command, options] of [
      ['/check', { text: 'International borders may be changed by force.' }],
      ['/quote', { words: 'ironclad' }],
      ['/cite', { citation: 'european-leaders 5' }],
    ] as const) {
      const seen = await alice.runs(command, options);
      expect(seen.buttons).toEqual(['In context', 'Share', 'Quote card', 'Cite']);
    }
  });
});

describe('a button that is forged or stale', () => {
  test.each([
    'cite:context:zzz',
    'cite:context:000000000000.1.0000000000000000.0.5.c',
    'cite:read:000000000000.1.0000000000000000.0.5.c:1:0',
    'cite:card:x:light',
    'cite:steal',
    'cite:style:',
    'cite:go:1:x',
    'cite:go:9:aB3dE01235.0,aB3dE01236.0',
    'cite:go',
    'cite:pick',
    'cite',
    `cite:context:${'9'.repeat(88)}`,
    'positions:theme:pink:-:-',
    'positions:share',
    'help:try:steal',
    'help:run:ask',
  ])('%s does nothing but say so', async (id) => {
    const { discord, alice, log } = await startScene();
    const seen = await alice.runs('/ask', { question });
    const answer = await alice.presses(seen, id, { unchecked: true });
    expect(answer.private).toBe(true);
    expect(seenBy(answer.text)).toMatch(/earlier version|sources have changed/);
    expect(seen.text).toContain('International borders');
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('of a page, a theme or a part that is not there is refused as well', async () => {
    const { alice, log } = await startScene();
    const seen = await alice.runs('/ask', { question });
    const id = idOf(seen, 'In context');
    const ref = id.split(':')[2]!;
    const [key, paragraph, hash] = ref.split('.');
    for (const forged of [
      `cite:read:${ref}:9999:0`,
      `cite:read:${ref}:-1:0`,
      `cite:read:${ref}:first`,
      `cite:card:${ref}:pink`,
      `cite:context:${[key, paragraph, hash, 5, 5, 'c'].join('.')}`,
      `cite:context:${[key, paragraph, hash, 0, 9_999_999, 'c'].join('.')}`,
    ]) {
      const answer = await alice.presses(seen, forged, { unchecked: true });
      expect(seenBy(answer.text), forged).toMatch(/earlier version|sources have changed/);
    }
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('of a paragraph that reads otherwise now says that the sources have changed', async () => {
    const folder = (words: string) => folderWith({ 'a.md': markdown('a', `Borders ${words}.`) });
    const { discord, alice, bot } = await startScene({ library: await openLibrary(await folder('stay')) });
    const seen = await alice.runs('/quote', { words: 'Borders stay' });
    await bot.stop();
    await startBotOn(discord, { library: await openLibrary(await folder('move')) });
    for (const label of ['In context', 'Quote card', 'Cite', 'Share']) {
      const answer = await seen.presses(label);
      expect(seenBy(answer.text), label).toContain('The sources have changed since this was shown.');
      expect(answer.private).toBe(true);
    }
  });

  test('of a paragraph that only moved finds it again', async () => {
    const folder = (before: string) => folderWith({ 'a.md': markdown('a', `${before}Borders stay.`) });
    const { discord, alice, bot } = await startScene({ library: await openLibrary(await folder('')) });
    const seen = await alice.runs('/quote', { words: 'Borders stay' });
    await bot.stop();
    await startBotOn(discord, { library: await openLibrary(await folder('A new beginning.\n\n')) });
    expect(seenBy((await seen.presses('In context')).text)).toContain('¶2  Borders stay.');
  });
});
