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
    const form = await mia.runs('/source erase', { document: id });
    const wrong = await form.modal.submits({ reason, name: 'tonight' });
    expect(seenBy(wrong.text)).toContain(
      `Nothing is erased: to confirm, type the name of the document as it stands: ${id}`,
    );
    expect((await alice.runs('/quote', { words: 'keeps its lighthouses' })).text).toContain('Zanzibar');
    const done = await (await mia.runs('/source erase', { document: id })).modal.submits({
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
    const list = await mia.runs('/source list');
    expect(list.text).toContain('erased');
    expect((await mia.runs('/source show', { document: id })).text).not.toMatch(/lighthouse/);
    const log = (await mia.runs('/source log')).text.replaceAll('\\', '');
    expect(log).toContain(reason);
    const all = await mia.runs('/source export');
    const data = Buffer.from(all.files[0]?.bytes ?? []).toString();
    expect(data.replaceAll(id, '')).not.toMatch(new RegExp(secret, 'i'));
    expect(faultless(stage)).toEqual(none);
  });

  test('members may not, and a form that was opened before somebody else was quicker does nothing', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await there(stage);
    const refused = await alice.runs('/source erase', { document: id }, { unchecked: true });
    expect(refused.text).toContain('Only those who may manage the server');
    const form = await mia.runs('/source erase', { document: id });
    await (await max.runs('/source erase', { document: id })).modal.submits({ reason, name: id });
    const late = await form.modal.submits({ reason, name: id });
    expect(late.text).toContain('Nothing was done');
    expect(faultless(stage)).toEqual(none);
  });
});
