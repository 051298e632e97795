// Who is who in a server's own documents, corrected by its moderators and read by everybody: through Discord's double.
import { expect, test } from 'vitest';
import type { Place, Seen } from '../../double/double.ts';
import { onBothEngines } from '../../store/engines.ts';
import { seenBy } from '../reading.ts';
import { adds, faultless, none, type Stage, stageOn } from './stage.ts';

const marks = ['strong', 'subtext', 'strikethrough'];
/** Without times and members, which Discord writes. */
const shown = (seen: Seen): string => seenBy(seen.text.replace(/<(?:t:\d+:\w|@\d+)>/gu, '…'), marks);

const news = [
  '# Herring talks open in Bergen',
  '',
  'Published on 3 March 2026 by the Bergen Courier.',
  '',
  'Norway’s fisheries minister, Ida Holm, opened the herring talks in Bergen on Monday. “We will not fish the herring to its end,” Holm said.',
  '',
  'Iceland’s foreign minister, Einar Jonsson, said: “The quota must follow the science.” Einar Jonsson left on Tuesday.',
  '',
].join('\n');
const readout = [
  '# The herring talks, second day',
  '',
  'Published on 4 March 2026 by the Reykjavik Post.',
  '',
  'Minister Ida Holme told reporters in Bergen: “Nobody sails before the nets are counted.” Minister Ida Holme spoke for an hour.',
  '',
  'Ambassador Einar Jonsson said: “We count them together.”',
  '',
].join('\n');
const communique = [
  '# Joint Communiqué of the Herring Talks',
  '',
  'Bergen, 5 March 2026',
  '',
  'We, the ministers of Norway and Iceland, met in Bergen and agreed as follows:',
  '',
  'The parties will share the herring quota by the weight of the catch.',
  '',
  'The parties will count all nets before the first of May.',
  '',
].join('\n');

async function addsTalks(stage: Stage, who: Place): Promise<void> {
  await adds(stage, who, news, 'news.md');
  await adds(stage, who, readout, 'readout.md');
  await adds(stage, who, communique, 'communique.md');
}

const nets = 'Nobody sails before the nets are counted.';

test('three documents of other talks answer in every command, before a correction of a name, with it and after its undo, in two languages', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice, server, elsewhere } = stage;
  const greta = server.member({ name: 'greta', locale: 'de' }).in(alice.channel);
  await addsTalks(stage, mia);

  const before = shown(await alice.runs('/position', { party: 'Ida Holm' }));
  expect(before).toContain('We will not fish the herring to its end');
  expect(before).not.toContain('nets are counted');
  const beforeGerman = shown(await greta.runs('/position', { party: 'Ida Holm' }));
  expect(beforeGerman).toContain('We will not fish the herring to its end');
  expect(beforeGerman).toContain('Eigene Worte');
  expect(shown(await alice.runs('/quote', { words: 'nets', speaker: 'Ida Holm' }))).not.toContain(nets);
  expect(shown(await alice.runs('/check', { text: nets, speaker: 'Ida Holm' }))).toContain('Misattributed');
  expect(shown(await alice.runs('/statement', { name: 'Joint Communiqué of the Herring Talks' }))).toContain(
    'share the herring quota by the weight of the catch',
  );
  expect(shown(await greta.runs('/statement', { name: 'Joint Communiqué of the Herring Talks' }))).toContain(
    'count all nets before the first of May',
  );
  expect((await alice.runs('/map')).text).toContain('Who stands where');
  expect((await greta.runs('/map')).text).toContain('Wer ist wofür');
  const [proposed] = await alice.types('/map', { proposal: 'herring quota' }, 'proposal');
  const proposal = String(proposed?.value);
  for (const person of [alice, greta])
    expect(shown(await person.runs('/map', { proposal }))).toContain('herring quota');

  const names = await mia.runs('/our-sources names show');
  expect(names.private).toBe(true);
  expect(shown(names)).toContain('Ida Holme');
  expect(shown(names)).toContain('Einar Jonsson');
  expect(await mia.types('/our-sources names same', { name: 'hol' }, 'name')).toEqual([
    { name: expect.stringMatching(/^Ida Holme/), value: 'Ida Holme' },
    { name: expect.stringMatching(/^Ida Holm — .*fisheries minister/), value: 'Ida Holm' },
  ]);
  const corrected = await mia.runs('/our-sources names same', { name: 'ida holme', as: 'Ida Holm' });
  expect(corrected.private).toBe(true);
  expect(shown(corrected)).toContain('Corrected: ida holme is Ida Holm.');

  const after = shown(await alice.runs('/position', { party: 'Ida Holme' }));
  expect(after).toContain('We will not fish the herring to its end');
  expect(after).toContain(nets);
  expect(shown(await greta.runs('/position', { party: 'Holm' }))).toContain(nets);
  expect(shown(await alice.runs('/quote', { words: 'nets', speaker: 'Ida Holm' }))).toContain(nets);
  expect(shown(await greta.runs('/quote', { words: 'nets', speaker: 'Ida Holm' }))).toContain(nets);
  expect(shown(await alice.runs('/check', { text: nets, speaker: 'Ida Holm' }))).not.toContain(
    'Somebody else',
  );
  expect(shown(await greta.runs('/check', { text: nets, speaker: 'Ida Holm' }))).toContain('Genau');
  expect((await alice.types('/position', { party: 'holme' }, 'party')).map(({ name }) => name)).toEqual([
    expect.stringContaining('Ida Holm —'),
  ]);

  const undone = await corrected.presses('Undo');
  expect(shown(undone)).toContain('Undone, it no longer applies: ida holme is Ida Holm.');
  expect(shown(await alice.runs('/position', { party: 'Ida Holm' }))).not.toContain(nets);
  expect(shown(await greta.runs('/position', { party: 'Ida Holme' }))).toContain(nets);
  expect(shown(await alice.runs('/check', { text: nets, speaker: 'Ida Holm' }))).toContain('Misattributed');
  expect(shown(await elsewhere.bob.runs('/position', { party: 'Ida Holm' }))).toContain(
    '“Ida Holm” names no party, person or source',
  );
  expect(faultless(stage)).toEqual(none);
}, 120_000);

onBothEngines((engine) => {
  test('a form, a person and an office are corrected; the list tells who did it, and undoes it', async () => {
    const stage = await stageOn(engine);
    const { mia, max, alice } = stage;
    await addsTalks(stage, mia);
    const notHis = await mia.runs('/our-sources names not', { name: 'Ida Holm', form: 'Holm' });
    expect(shown(notHis)).toContain('“Holm” does not mean Ida Holm');
    const nobody = await max.runs('/our-sources names not', { name: 'Ida Holme', form: 'Ida Holme' });
    expect(shown(nobody)).toContain('“Ida Holme” names nobody');
    expect(shown(await alice.runs('/position', { party: 'Ida Holme' }))).not.toContain(nets);
    const offices = await mia.types(
      '/our-sources names office',
      { name: 'Einar Jonsson', office: '' },
      'office',
    );
    const office = offices.find(({ value }) => /foreign minister/.test(String(value)));
    expect(office).toBeDefined();
    const taken = await mia.runs('/our-sources names office', {
      ...{ name: 'Einar Jonsson', office: String(office?.value), remove: true },
    });
    expect(shown(taken)).toContain('Einar Jonsson does not hold the office');
    const set = await mia.runs('/our-sources names office', {
      name: 'Einar Jonsson',
      office: 'ambassador of Iceland',
    });
    expect(shown(set)).toContain('Einar Jonsson holds the office: ambassador of Iceland');
    expect(shown(await alice.runs('/position', { party: 'Icelandic ambassador' }))).toMatch(
      /^Einar Jonsson · ambassador of Iceland/,
    );

    const names = await max.runs('/our-sources names show');
    const list = await names.presses('Corrections');
    expect(shown(list)).toContain('Corrections of who is who, the latest first: 4');
    expect(list.text).toContain(`<@${mia.person.id}>`);
    expect(list.text).toContain(`<@${max.person.id}>`);
    const [, { value = '' } = {}] = await mia.types(
      '/our-sources names undo',
      { correction: 'holm' },
      'correction',
    );
    expect(shown(await max.runs('/our-sources names undo', { correction: String(value) }))).toContain(
      'Undone, it no longer applies: “Holm” does not mean Ida Holm',
    );
    expect(shown(await notHis.presses('Undo'))).toContain('This correction is undone already');
    const chosen = await list.chooses('Undo a correction', [
      String(
        (await mia.types('/our-sources names undo', { correction: 'ambassador' }, 'correction'))[0]?.value,
      ),
    ]);
    expect(shown(chosen)).toContain('Undone: ');
    const log = shown(await mia.runs('/our-sources log'));
    expect(log).toContain('corrected who is who · Einar Jonsson holds the office: ambassador of Iceland');
    expect(log).toContain('undid a correction of who is who · “Holm” does not mean Ida Holm');

    const document = 'the-herring-talks-second-day';
    await mia.runs('/our-sources withdraw', { document, reason: 'Not authentic.' });
    const later = await (await max.runs('/our-sources names show')).presses('Corrections');
    expect(shown(later)).toContain('No longer used: no document has this any more');
    expect(faultless(stage)).toEqual(none);
  }, 120_000);
});

test('members may not, what changes nothing is refused in one line, and where there are no documents nobody is named', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice } = stage;
  expect(shown(await mia.runs('/our-sources names show'))).toContain('name nobody');
  expect(shown(await mia.runs('/our-sources names same', { name: 'Zelensky', as: 'Trump' }))).toContain(
    'The documents of this server name nobody like that: Zelensky',
  );
  await addsTalks(stage, mia);
  expect(shown(await alice.runs('/our-sources names show', {}, { unchecked: true }))).toContain(
    'can do this',
  );
  expect(await alice.types('/our-sources names same', { name: 'ida' }, 'name', { unchecked: true })).toEqual(
    [],
  );
  const refused = async (part: string, options: Record<string, string>): Promise<string> =>
    shown(await mia.runs(`/our-sources names ${part}`, options));
  expect(await refused('same', { name: 'Nora Nobody', as: 'Ida Holm' })).toContain(
    'name nobody like that: Nora Nobody',
  );
  expect(await refused('same', { name: 'Ida Holm', as: 'Nora Nobody' })).toContain(
    'name nobody like that: Nora Nobody',
  );
  expect(await refused('same', { name: 'Ida Holm', as: 'ida holm' })).toContain('it is already so');
  expect(await refused('same', { name: 'Ida Holm', as: 'Norway' })).toContain('a person is not a country');
  expect(await refused('same', { name: 'Volodymyr Zelenskyy', as: 'Ida Holm' })).toContain(
    'all servers have',
  );
  expect(await refused('not', { name: 'Ida Holm', form: 'Jonsson' })).toContain(
    'do not say this of Ida Holm',
  );
  expect(await refused('show', { name: '@everyone' })).toContain('name nobody like that');
  expect(await refused('undo', { correction: '999' })).toContain('This correction is not there');
  expect(await refused('undo', { correction: 'x' })).toContain('This correction is not there');
  expect(shown(await mia.runs('/our-sources names show', { name: 'Holm' }))).toContain('Ida Holm');
  expect(faultless(stage)).toEqual(none);
}, 120_000);
