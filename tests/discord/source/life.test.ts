// The whole life of a server's own document, driven through Discord's double, on both stores.
import { expect, test } from 'vitest';
import { onBothEngines } from '../../store/engines.ts';
import { seenBy } from '../reading.ts';
import { adds, corrected, faultless, id, none, stageOn, textFile, tonight } from './stage.ts';

const marks = ['strong', 'subtext', 'strikethrough', 'timestamp', 'user', 'role'];

onBothEngines((engine) => {
  test('a file is previewed to its moderator alone, edited, approved, and answers at once in every command', async () => {
    const stage = await stageOn(engine);
    const { mia, alice, discord } = stage;
    const page = `<!doctype html><html lang="en"><head><title>Joint Communiqué of the Zanzibar Talks</title>
      <meta property="article:published_time" content="2026-01-05"></head><body><nav>Menu Home News</nav><article>
      <h1>Joint Communiqué of the Zanzibar Talks</h1>${tonight
        .split('\n\n')
        .slice(2)
        .map((words) => `<p>${words}</p>`)
        .join('')}</article><script>alert(1)</script></body></html>`;
    const preview = await mia.runs('/our-sources add', {
      file: discord.attachment('page.html', 'text/html', page),
    });
    expect(preview.private).toBe(true);
    expect(preview.text).toContain('nothing is added yet');
    expect(preview.text).toContain('Joint Communiqué of the Zanzibar Talks');
    expect(seenBy(preview.text, marks)).toContain('¶1  The ministers met in Zanzibar');
    expect(preview.text).toContain('no publisher was found');
    expect(
      (await alice.runs('/ask', { question: 'How many members has the lighthouse commission?' })).text,
    ).toContain('The sources do not answer this.');
    const form = await preview.presses('Edit title, date …');
    const edited = await form.modal.submits({ Publisher: 'Zanzibar Secretariat', Date: '2026-01-06' });
    expect(seenBy(edited.text, marks)).toContain('Publisher: [Zanzibar Secretariat]');
    expect(seenBy(edited.text, marks)).toContain('Published: [January 6, 2026]');
    const approved = await edited.presses('Approve');
    expect(seenBy(approved.text, marks)).toContain(`${id} is added.`);
    const answer = await alice.runs('/ask', { question: 'How many members has the lighthouse commission?' });
    expect(seenBy(answer.text)).toContain('agreed on a lighthouse commission of seven members');
    expect(seenBy(answer.text)).toContain(`${id} ¶1`);
    expect(faultless(stage)).toEqual(none);
  });

  test('a text is pasted into a form, and what is typed as its title names it', async () => {
    const stage = await stageOn(engine);
    const { admin, alice } = stage;
    const form = await admin.runs('/our-sources add');
    expect(form.modal.title).toBe('Add a document');
    const preview = await form.modal.submits({
      title: 'Tonight',
      text: 'The lighthouse commission has seven members.\n\nIt sits in Stone Town.',
      second: 'It will report every second month to both governments.',
    });
    expect(seenBy(preview.text, marks)).toContain('¶3  It will report');
    expect(seenBy(preview.text, marks)).toContain('Title: [Tonight]');
    await preview.presses('Approve');
    const cited = await alice.runs('/cite', { citation: 'tonight 2' });
    expect(seenBy(cited.text)).toContain('It sits in Stone Town.');
    expect(faultless(stage)).toEqual(none);
  });

  test('corrected, withdrawn and restored: old citations resolve and say what became of them', async () => {
    const stage = await stageOn(engine);
    const { mia, alice, max } = stage;
    await adds(stage, mia);
    const first = await alice.runs('/cite', { citation: `${id} 2` });
    const [, hash] = /checksum ([0-9a-f]{16})/.exec(seenBy(first.text)) ?? [];
    const file = textFile(stage, corrected);
    const preview = await max.runs('/our-sources correct', {
      document: id,
      reason: 'The number was wrong.',
      file,
    });
    expect(preview.text).toContain('~~seven~~');
    expect(preview.text).toContain('**nine**');
    expect(preview.text).toContain('nothing is changed yet');
    expect(seenBy((await preview.presses('Approve')).text, marks)).toContain('version 2 is used from now on');
    const asked = await alice.runs('/ask', { question: 'How many members has the lighthouse commission?' });
    expect(seenBy(asked.text)).toContain('commission of nine members');
    expect(seenBy(asked.text)).toContain('corrected');
    for (const citation of [`${id} v1 ¶2`, `${id} ¶2 #${hash}`]) {
      const old = seenBy((await alice.runs('/cite', { citation })).text);
      expect(old).toContain('commission of seven members');
      expect(old).toContain('This is version 1; the newest is 2');
      expect(old).toContain('Version 2 no longer has it in these words: The number was wrong.');
    }
    const same = seenBy((await alice.runs('/cite', { citation: `${id} v1 ¶3` })).text);
    expect(same).toContain('is in the newest version word for word, as ¶3');
    const forged = await alice.runs('/cite', { citation: `${id} ¶2 #0123456789abcdef` });
    expect(forged.text).toContain('No version of the document has these words');
    expect((await alice.runs('/cite', { citation: `${id} v9 ¶2` })).text).toContain(
      'does not have this version',
    );

    const withdrawn = await mia.runs('/our-sources withdraw', { document: id, reason: 'Not authentic.' });
    expect(seenBy(withdrawn.text, marks)).toContain('is withdrawn: it is no longer used for answers');
    const silent = await alice.runs('/ask', { question: 'How many members has the lighthouse commission?' });
    expect(silent.text).not.toContain('nine');
    expect((await alice.runs('/quote', { words: 'lighthouses' })).text).toContain(
      'No source contains the word',
    );
    const gone = seenBy((await alice.runs('/cite', { citation: `${id} 2` })).text);
    expect(gone).toContain('This document is withdrawn');
    expect(gone).toContain('Withdrawn because: Not authentic.');
    const restored = await withdrawn.presses('Restore it');
    expect(seenBy(restored.text, marks)).toContain('is used for answers again');
    const back = await alice.runs('/quote', { words: 'keeps its lighthouses' });
    expect(seenBy(back.text)).toContain('Zanzibar keeps its lighthouses');
    expect(faultless(stage)).toEqual(none);
  });

  test('a shared passage whose document was corrected leads to its old words, and to why', async () => {
    const stage = await stageOn(engine);
    const { mia, alice } = stage;
    await adds(stage, mia);
    const answer = await alice.runs('/ask', { question: 'How many members has the lighthouse commission?' });
    const shared = await answer.presses('Share');
    const file = textFile(stage, corrected);
    const preview = await mia.runs('/our-sources correct', { document: id, reason: 'A slip.', file });
    await preview.presses('Approve');
    for (const button of ['In context', 'Quote card', 'Cite']) {
      const told = seenBy((await mia.presses(shared.message, button)).text);
      expect(told, button).toContain(`${id} has been corrected since this was shown`);
      const [, citation = ''] = /“\/cite (.+?)”/.exec(told) ?? [];
      const old = seenBy((await mia.runs('/cite', { citation })).text);
      expect(old).toContain('commission of seven members');
      expect(old).toContain('Version 2 no longer has it in these words: A slip.');
    }
    expect(faultless(stage)).toEqual(none);
  });

  test('a paragraph that only an old version has is still found by its plain citation', async () => {
    const stage = await stageOn(engine);
    const { mia, alice } = stage;
    await adds(
      stage,
      mia,
      'One lighthouse stands.\n\nTwo lighthouses stand.\n\nThree lighthouses stand.',
      'lights.md',
    );
    const file = textFile(stage, 'One lighthouse stands.\n\nTwo lighthouses stand.');
    await (
      await mia.runs('/our-sources correct', { document: 'lights', reason: 'One too many.', file })
    ).presses('Approve');
    const old = seenBy((await alice.runs('/cite', { citation: 'lights ¶3' })).text);
    expect(old).toContain('Three lighthouses stand.');
    expect(old).toContain('no longer has it in these words: One too many.');
    expect((await alice.runs('/cite', { citation: 'lights ¶4' })).text).toContain('there is no ¶4');
    expect(faultless(stage)).toEqual(none);
  });

  test('list, show, log and export tell what there is and who did it', async () => {
    const stage = await stageOn(engine);
    const { mia, max } = stage;
    expect((await mia.runs('/our-sources list')).text).toContain('no documents of its own yet');
    await adds(stage, mia);
    const file = textFile(stage, corrected);
    await (await max.runs('/our-sources correct', { document: id, reason: 'Nine.', file })).presses(
      'Approve',
    );
    const list = await mia.runs('/our-sources list');
    expect(list.text).toContain('1 of at most 100 documents of this server');
    expect(list.text).toContain('version 2');
    expect(list.text).toContain(`<@${max.person.id}>`);
    expect(list.pings).toEqual([]);
    const shown = await mia.runs('/our-sources show', { document: id });
    expect(shown.text).toContain('nine members');
    const one = await mia.runs('/our-sources show', { document: id, version: 1 });
    expect(one.text).toContain('version 1 of 2');
    const [whole] = (await one.presses('As a file')).files;
    expect(whole?.name).toBe(`${id}.md`);
    expect(Buffer.from(whole?.bytes ?? []).toString()).toContain('commission of seven members');
    const log = (await max.runs('/our-sources log')).text.split('\n');
    expect(log[1]).toContain(`<@${max.person.id}> · corrected`);
    expect(log[2]).toContain(`<@${mia.person.id}> · added`);
    const [exported] = (await mia.runs('/our-sources export')).files;
    const data = JSON.parse(Buffer.from(exported?.bytes ?? []).toString());
    expect(data.documents[0].versions).toHaveLength(2);
    expect(data.documents[0].versions[0].text).toContain('seven members');
    expect(data.audit.map(({ action }: { action: string }) => action)).toEqual([
      'moderators',
      'add',
      'correct',
    ]);
    expect(faultless(stage)).toEqual(none);
  });

  test('a preview and its buttons outlive a restart; approved or cancelled, its buttons are over', async () => {
    const stage = await stageOn(engine);
    const { mia, alice } = stage;
    const preview = await mia.runs('/our-sources add', { file: textFile(stage, tonight) });
    const cancelled = await mia.runs('/our-sources add', { file: textFile(stage, tonight) });
    await stage.restart();
    const done = await mia.presses(preview.message, 'Approve');
    expect(seenBy(done.text, marks)).toContain('is added');
    expect(seenBy((await alice.runs('/cite', { citation: `${id} 2` })).text)).toContain('seven members');
    await cancelled.presses('Cancel');
    const button = (action: string, of: number) => `source:${action}:${of}:0`;
    const again = await mia.presses(done.message, button('approve', 1), { unchecked: true });
    expect(again.text).toContain('approved already');
    const over = await mia.presses(done.message, button('edit', 2), { unchecked: true });
    expect(over.text).toContain('nothing was added');
    expect(faultless(stage)).toEqual(none);
  });

  test('what was edited since is not approved by an old button, and another process is heard within seconds', async () => {
    const stage = await stageOn(engine);
    const { mia, alice, server } = stage;
    const preview = await mia.runs('/our-sources add', { file: textFile(stage, tonight) });
    const form = await preview.presses('Change kind, name …');
    const named = await form.modal.submits({ name: 'tonight', kind: ['statement'] });
    const stale = await mia.presses(named.message, 'source:approve:1:0', { unchecked: true });
    expect(stale.text).toContain('was edited meanwhile');
    await named.presses('Approve');
    // Another process writes; this one is told by nobody but the store.
    const { withdrawDocument } = await import('../../../src/sources/withdraw.ts');
    const doer = { guild: server.id, by: mia.person.id, at: Date.now() };
    await withdrawDocument(stage.store().database, doer, { id: 'tonight', version: 1, reason: 'Elsewhere.' });
    const cited = async (): Promise<string> => (await alice.runs('/cite', { citation: 'tonight 2' })).text;
    await expect.poll(cited, { timeout: 20_000, interval: 200 }).toContain('withdrawn');
    expect(faultless(stage)).toEqual(none);
  });
});
