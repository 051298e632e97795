// A document is erased through Discord: with its name typed in, by moderators alone, and whatever cites it says so.
import { expect, test } from 'vitest';
import { addDocument } from '../../../src/sources/add.ts';
import { draft, rules } from '../../sources/world.ts';
import { onBothEngines } from '../../store/engines.ts';
import { seenBy } from '../reading.ts';
import { faultless, id, none, type Stage, secret, stageOn, tonight } from './stage.ts';

const marks = ['strong', 'subtext'];
const reason = 'It was added by mistake.';

/** Another process adds the document; the bot hears of it through the store. */
async function there({ alice, mia, server, store }: Stage): Promise<void> {
  const doer = { guild: server.id, by: mia.person.id, at: Date.now() };
  const result = await addDocument(store().database, doer, { id, draft: draft(tonight, 'Zanzibar') }, rules);
  expect(result).toMatchObject({ ok: true });
  const cited = async () => (await alice.runs('/cite', { citation: `${id} 2` })).text;
  await expect.poll(cited, { timeout: 30_000 }).toContain('seven members');
}

onBothEngines((engine) => {
  test('its words are in no reply any more, and its citations say that it was erased, and why', async () => {
    const stage = await stageOn(engine);
    const { alice, mia } = stage;
    await there(stage);
    const asked = await alice.runs('/cite', { citation: `${id} 2` });
    const form = await mia.runs('/our-sources erase', { document: id });
    const wrong = await form.modal.submits({ reason, name: 'tonight' });
    expect(seenBy(wrong.text)).toContain(
      `Nothing is erased: to confirm, type the name of the document exactly: ${id}`,
    );
    expect((await alice.runs('/quote', { words: 'keeps its lighthouses' })).text).toContain('Zanzibar');
    const done = await (await mia.runs('/our-sources erase', { document: id })).modal.submits({
      reason,
      name: id,
    });
    expect(seenBy(done.text, marks)).toContain(`The words of ${id} are erased.`);

    const told = `The words of ${id} were erased: ${reason}`;
    for (const citation of [`${id} 2`, `${id} v1 ¶2`, `${id} ¶99`]) {
      expect(seenBy((await alice.runs('/cite', { citation })).text)).toBe(told);
    }
    expect(seenBy((await alice.runs('/sources', { source: id })).text)).toBe(told);
    expect(seenBy((await asked.presses('In context')).text)).toContain(told);
    const quoted = await alice.runs('/quote', { words: 'keeps its lighthouses' });
    expect(quoted.text).toContain('in no source');
    const list = await mia.runs('/our-sources list');
    expect(list.text).toContain('erased');
    expect((await mia.runs('/our-sources show', { document: id })).text).not.toMatch(/lighthouse/);
    const log = (await mia.runs('/our-sources log')).text.replaceAll('\\', '');
    expect(log).toContain(reason);
    const all = await mia.runs('/our-sources export');
    const data = Buffer.from(all.files[0]?.bytes ?? []).toString();
    expect(data.replaceAll(id, '')).not.toMatch(new RegExp(secret, 'i'));
    expect(faultless(stage)).toEqual(none);
  });

  test('a document that was withdrawn before shows its words to nobody, whatever they look for them with', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, server, store } = stage;
    await there(stage);
    const other = { id: 'other', draft: draft('Nothing of that is said here.', 'Other') };
    const doer = { guild: server.id, by: mia.person.id, at: Date.now() };
    expect(await addDocument(store().database, doer, other, rules)).toMatchObject({ ok: true });
    const looks = {
      cite: () => alice.runs('/cite', { citation: `${id} 2` }),
      'cite of a version': () => alice.runs('/cite', { citation: `${id} v1 ¶3` }),
      compare: () => alice.runs('/compare', { left: id, right: 'other' }),
      'compare, the other way round': () => alice.runs('/compare', { left: 'other', right: id }),
      'compare of a paragraph': () => alice.runs('/compare', { left: `${id} ¶3`, right: 'other' }),
      sources: () => alice.runs('/sources', { source: id }),
      check: () => alice.runs('/check', { text: 'Zanzibar keeps its lighthouses' }),
      quote: () => alice.runs('/quote', { words: 'keeps its lighthouses' }),
      'source show': () => mia.runs('/our-sources show', { document: id }),
    };
    const old = await alice.runs('/cite', { citation: `${id} 2` });
    await mia.runs('/our-sources withdraw', { document: id, reason });
    const withdrawn = await looks.cite();
    expect(withdrawn.text).toContain('seven members');
    await (await mia.runs('/our-sources erase', { document: id })).modal.submits({ reason, name: id });
    const gone = {
      ...looks,
      'a button of before': () => old.presses('In context'),
      'a button of while it was withdrawn': () => withdrawn.presses('In context'),
    };
    const told = `The words of ${id} were erased: ${reason}`;
    for (const [name, look] of Object.entries(gone)) {
      const seen = await look();
      const all = seen.text + seen.files.map(({ bytes }) => Buffer.from(bytes).toString()).join();
      expect(all, name).not.toMatch(/seven|Okonjo|dim them|both governments/i);
      const others = ['check', 'quote', 'source show'];
      if (!others.includes(name)) expect(seenBy(seen.text), name).toContain(told);
    }
    expect(faultless(stage)).toEqual(none);
  });

  test('members may not, and a form that was opened before somebody else was quicker does nothing', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await there(stage);
    const refused = await alice.runs('/our-sources erase', { document: id }, { unchecked: true });
    expect(refused.text).toContain('Only those who may manage the server');
    const form = await mia.runs('/our-sources erase', { document: id });
    await (await max.runs('/our-sources erase', { document: id })).modal.submits({ reason, name: id });
    const late = await form.modal.submits({ reason, name: id });
    expect(late.text).toContain('Nothing was done');
    expect(faultless(stage)).toEqual(none);
  });
});
