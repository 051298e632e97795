// Quote cards, the map of positions and citations to copy, as a person gets them.
import { describe, expect, test } from 'vitest';
import { citationIn } from '../../../src/citing/styles.ts';
import { openLibrary } from '../../../src/library.ts';
import { translator } from '../../../src/messages/messages.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { seenBy } from '../reading.ts';
import { idOf, menusOf, patientScene as startScene } from './stage.ts';

const question = 'Can borders be changed by force?';
const png = [0x89, 0x50, 0x4e, 0x47];
const startOf = (bytes: Uint8Array | undefined): number[] => [...(bytes ?? []).slice(0, 4)];

describe('a quote card', () => {
  test('is a picture of the answering words, described in words, with its citation', async () => {
    const { discord, alice } = await startScene();
    const card = await (await alice.runs('/ask', { question })).presses('Quote card');
    const [file, ...others] = card.files;
    expect(others).toEqual([]);
    expect(file?.name).toBe('quotation.png');
    expect(startOf(file?.bytes)).toEqual(png);
    expect(file?.description).toContain('International borders must not be changed by force.');
    expect(file?.description).toContain('european-leaders ¶');
    expect(seenBy(card.text)).toMatch(/^european-leaders ¶\d+ · European Leaders Reaffirm/);
    expect(card.private).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  test('turns dark and light in its place', async () => {
    const { discord, alice } = await startScene();
    const card = await (await alice.runs('/ask', { question })).presses('Quote card');
    const light = card.files[0]!.bytes;
    const dark = await card.presses('Dark');
    expect(dark.id).toBe(card.id);
    expect(dark.files).toHaveLength(1);
    expect(Buffer.compare(Buffer.from(light), Buffer.from(dark.files[0]!.bytes))).not.toBe(0);
    const again = await dark.presses('Light');
    expect(Buffer.compare(Buffer.from(light), Buffer.from(again.files[0]!.bytes))).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test('stays where its context is asked for', async () => {
    const { discord, alice } = await startScene();
    const card = await (await alice.runs('/ask', { question })).presses('Quote card');
    const page = await card.presses('In context');
    expect([page.id === card.id, page.private, page.files.length]).toEqual([false, true, 0]);
    expect(card.files).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test('is shared as it is seen, and taken back', async () => {
    const { discord, alice } = await startScene();
    const card = await (await alice.runs('/ask', { question })).presses('Quote card');
    const dark = await card.presses('Dark');
    const all = await dark.presses('Share');
    expect(all.private).toBe(false);
    expect(all.text).toContain(`Shared by <@${alice.person.id}>`);
    expect(Buffer.compare(Buffer.from(dark.files[0]!.bytes), Buffer.from(all.files[0]!.bytes))).toBe(0);
    expect(all.files[0]?.description).toContain('International borders must not be changed by force.');
    expect(all.buttons).toEqual(['In context', 'Cite', 'Take back']);
    await alice.presses(all, 'Take back', { until: 'answered' });
    await alice.until(() => all.deleted);
    expect(discord.violations).toEqual([]);
  });

  test('of letters that no font has says so, and offers the text', async () => {
    const folder = await folderWith({ 'a.md': markdown('a', '“ಎಲ್ಲಾ ಮಾನವರೂ” he said.') });
    const { alice, log } = await startScene({ library: await openLibrary(folder) });
    const told = await (await alice.runs('/quote', { words: 'ಎಲ್ಲಾ ಮಾನವರೂ' })).presses('Quote card');
    expect(seenBy(told.text)).toContain('This passage cannot be drawn: the font has no letters for ');
    expect(told.private).toBe(true);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('asked for too often within a minute has to wait', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/ask', { question });
    for (let count = 0; count < 10; count += 1) await seen.presses('Quote card');
    expect(seenBy((await seen.presses('Quote card')).text)).toMatch(/^That was a little quick/);
  });
});

describe('/map', () => {
  test('shows who stands where, as a picture and in words with citations', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/map');
    expect(seen.private).toBe(true);
    const [file] = seen.files;
    expect(startOf(file?.bytes)).toEqual(png);
    expect(file?.description).toMatch(/^Who stands where on \d+ proposals?\./);
    const text = seenBy(seen.text);
    expect(text).toContain(
      'Donald Trump, against: Trump has repeatedly ruled out Ukraine joining the Western military alliance. (security-guarantees ¶10)',
    );
    // Whoever raised a proposal stands under it, and nobody of whom the sources are silent.
    expect(text).toMatch(/^Donald Trump, who put it forward: .+ \(european-leaders ¶5\)/mu);
    expect(text).not.toContain('do not say');
    expect(seen.files.length).toBeGreaterThan(1);
    expect(text).toContain('supposedly agreed with Putin (security-guarantees ¶3), as told by ');
    expect(discord.violations).toEqual([]);
  });

  test('keeps to a party and a proposal, and to what is offered', async () => {
    const { discord, alice } = await startScene();
    const [party] = await alice.types('/map', { party: 'trum' }, 'party');
    const [proposal] = await alice.types('/map', { proposal: 'nato memb' }, 'proposal');
    const seen = await alice.runs('/map', { party: party!.value, proposal: proposal!.value });
    const text = seenBy(seen.text);
    expect(text).toContain('Donald Trump, against: ');
    expect(text).not.toContain('Kyiv has long aspired');
    const dark = await seen.presses('Dark');
    expect(dark.id).toBe(seen.id);
    expect(dark.text).toBe(seen.text);
    expect(discord.violations).toEqual([]);
  });

  test('is shared with the same words and taken back', async () => {
    const { discord, alice } = await startScene();
    const seen = await alice.runs('/map');
    const all = await seen.presses('Share');
    expect([all.private, all.text.endsWith(seen.text)]).toEqual([false, true]);
    expect(all.files.map(({ name }) => name)).toEqual(seen.files.map(({ name }) => name));
    const [menu] = menusOf(all);
    expect((await all.chooses(menu!.id, [menu!.options[0]!.value])).private).toBe(true);
    await alice.presses(all, 'Take back', { until: 'answered' });
    await alice.until(() => all.deleted);
    expect(discord.violations).toEqual([]);
  });

  test('says so where no source tells of a position', async () => {
    const folder = await folderWith({ 'a.md': markdown('a', 'Borders stay.') });
    const { alice } = await startScene({ library: await openLibrary(folder) });
    expect(seenBy((await alice.runs('/map')).text)).toMatch(/^There are no proposals here/);
  });
});

describe('/cite in a style', () => {
  test.each(['plain', 'markdown', 'apa', 'chicago', 'mla'] as const)(
    '%s gives the lines to copy',
    async (style) => {
      const { discord, alice } = await startScene();
      const library = await openLibrary('corpus');
      const cited = await library.cite('european-leaders 5');
      const seen = await alice.runs('/cite', { citation: 'european-leaders 5', style });
      const copies = cited.found ? citationIn(style, cited.passages[0]!, translator('en-US')) : [];
      expect(copies.length).toBeGreaterThan(0);
      for (const { text, markdown: marked } of copies) {
        expect(seen.text).toContain(`\`\`\`\n${style === 'markdown' ? marked : text}\n\`\`\``);
      }
      expect(discord.violations).toEqual([]);
    },
  );

  test('the button under a passage gives the first style, and the menu the others', async () => {
    const { discord, alice } = await startScene();
    const cited = await (await alice.runs('/cite', { citation: 'european-leaders 5' })).presses('Cite');
    expect(cited.text).toMatch(/^\*\*Plain text\*\*\n\*\*To copy\*\*\n```\n/);
    const [menu] = menusOf(cited);
    expect(menu?.options.map(({ value }) => value)).toEqual(['plain', 'markdown', 'apa', 'chicago', 'mla']);
    const apa = await cited.chooses(menu!.id, ['apa']);
    expect(apa.id).toBe(cited.id);
    expect(apa.text).toContain('APA (7th edition)');
    const forged = await alice.chooses(apa, menu!.id, ['steal'], { unchecked: true });
    expect(seenBy(forged.text)).toContain('earlier version');
    expect(discord.violations).toEqual([]);
  });

  test('a title that would end the block stays as it is read', async () => {
    const text = JSON.stringify({ docId: 'a', title: 'x ``` y', text: 'Borders stay.' });
    const folder = await folderWith({ 'x.jsonl': text });
    const { discord, alice } = await startScene({ library: await openLibrary(`${folder}/x.jsonl`) });
    const seen = await alice.runs('/cite', { citation: 'a 1', style: 'plain' });
    expect(seenBy(seen.text)).toContain('x ``` y');
    expect(discord.violations).toEqual([]);
  });

  test('a range names its source once and refers to each paragraph', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/cite', { citation: 'european leaders 5-7', style: 'mla' });
    expect(seen.text.match(/European Leaders Reaffirm Support for Ukraine\.”/g)).toHaveLength(1);
    for (const paragraph of [5, 6, 7]) expect(seen.text).toContain(`par. ${paragraph})`);
    expect(idOf(seen, 'Share')).toBe('cite:share');
  });
});
