// The preview tells the truth: answered warnings go, a refused form opens with what was typed, letters are put right only
// where a moderator says so, and a correction keeps what was known.
import { expect, test, vi } from 'vitest';
import type { Seen } from '../../double/double.ts';
import { flatten } from '../../double/wire.ts';
import { seenBy } from '../reading.ts';
import { adds, corrected, faultless, id, none, stageOn, textFile, tonight } from './stage.ts';

// A file is read in a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 90_000 });

const marks = ['strong', 'subtext', 'strikethrough', 'timestamp', 'user', 'role'];
const seen = ({ text }: Pick<Seen, 'text'>): string => seenBy(text, marks);

/** What stands in the fields of a form when it opens. */
const valuesIn = (form: Seen): Record<string, unknown> =>
  Object.fromEntries(
    flatten(form.modal.body.components).flatMap((each) =>
      'value' in each && each.custom_id ? [[each.custom_id, each.value]] : [],
    ),
  );
const about = (preview: Seen) => preview.presses('Edit title, date …');

const plain = 'The ministers met in Norhaven.\n\nThey agreed on a commission of seven members.\n';

test('a warning goes when it is answered, and comes back when the answer is taken away', async () => {
  const stage = await stageOn('sqlite');
  const { mia } = stage;
  const preview = await mia.runs('/our-sources add', { file: textFile(stage, plain, 'norhaven.txt') });
  for (const open of ['no date was found', 'no publisher was found', 'no title was found'])
    expect(preview.text).toContain(open);
  const dated = await (await about(preview)).modal.submits({ Date: '28 July 2025' });
  expect(dated.text).not.toContain('no date was found');
  expect(dated.text).toContain('no publisher was found');
  const named = await (await about(dated)).modal.submits({ Publisher: 'unknown', Title: 'Norhaven' });
  for (const open of ['no date was found', 'no publisher was found', 'no title was found'])
    expect(named.text).not.toContain(open);
  expect(seen(named)).toContain('Publisher: not given');
  expect(valuesIn(await about(named))).toMatchObject({ publisher: 'unknown' });
  const emptied = await (await about(named)).modal.submits({ Publisher: '' });
  expect(emptied.text).toContain('no publisher was found');
  const form = await emptied.presses('Change kind, name …');
  const spoken = await form.modal.submits({ kind: ['other'], language: 'en' });
  expect(spoken.text).not.toContain('the language');
  expect(spoken.text).not.toContain('no language');
  const read = await spoken.presses('Approve');
  expect(seen(read)).toContain('is added');
  expect(faultless(stage)).toEqual(none);
});

test.each([
  ['28.7.2025', 'July 28, 2025'],
  ['2025/07/28', 'July 28, 2025'],
  ['28 lipca 2025', 'July 28, 2025'],
  ['25/12/2025', 'December 25, 2025'],
])('%s is a date', async (typed, shown) => {
  const stage = await stageOn('sqlite');
  const preview = await stage.mia.runs('/our-sources add', { file: textFile(stage, plain, 'norhaven.txt') });
  const dated = await (await about(preview)).modal.submits({ Date: typed });
  expect(seen(dated)).toContain(`Published: [${shown}]`);
  expect(faultless(stage)).toEqual(none);
});

test('a form that is refused for one field opens again with everything that was typed', async () => {
  const stage = await stageOn('sqlite');
  const { mia } = stage;
  const preview = await mia.runs('/our-sources add', { file: textFile(stage, tonight) });
  const typed = {
    title: 'Another title',
    publisher: 'The Secretariat',
    published: 'soon',
    credit: 'Ada',
  };
  const refused = await (await about(preview)).modal.submits(typed);
  expect(refused.private).toBe(true);
  expect(seen(refused)).toContain('This is not a date.');
  expect(seen(preview)).not.toContain('Another title');
  // Both the new button and the one of the preview open it.
  for (const form of [await refused.presses('Open the form again'), await about(preview)])
    expect(valuesIn(form)).toMatchObject(typed);
  const form = await refused.presses('Open the form again');
  const done = await form.modal.submits({ published: '2026-01-06' });
  expect(seen(done)).toContain('Title: [Another title]');
  expect(seen(done)).toContain('Publisher: [The Secretariat]');
  // What was taken is no longer typed.
  expect(valuesIn(await about(done))).toMatchObject({ title: 'Another title', published: '2026-01-06' });
  const other = await (await done.presses('Change kind, name …')).modal.submits({
    kind: ['statement'],
    name: 'No Name!',
    language: 'en',
  });
  expect(seen(other)).toContain('A name in citations is made of small letters');
  expect(valuesIn(await other.presses('Open the form again'))).toMatchObject({
    name: 'No Name!',
    language: 'en',
  });
  expect(faultless(stage)).toEqual(none);
});

test('a date that can be two days is asked back with both', async () => {
  const stage = await stageOn('sqlite');
  const preview = await stage.mia.runs('/our-sources add', { file: textFile(stage, tonight) });
  const asked = await (await about(preview)).modal.submits({
    Date: '3/4/2025',
    Publisher: 'The Secretariat',
  });
  expect(seen(asked)).toContain('3/4/2025 can be April 3, 2025 or March 4, 2025');
  expect(asked.buttons).toEqual(['April 3, 2025', 'March 4, 2025', 'Open the form again']);
  const decided = await asked.presses('March 4, 2025');
  expect(seen(decided)).toContain('Published: [March 4, 2025]');
  expect(seen(decided)).toContain('Publisher: [The Secretariat]');
  expect(seen(await decided.presses('Approve'))).toContain('is added');
  expect(faultless(stage)).toEqual(none);
});

test('letters that a program took for others are put right where the moderator agrees', async () => {
  const stage = await stageOn('sqlite');
  const { mia } = stage;
  const right = '# Erklärung für Köln\n\nDie Gespräche führten zu „schönen“ Ergebnissen.\n';
  const spoilt = new TextDecoder('windows-1252').decode(Buffer.from(right));
  const preview = await mia.runs('/our-sources add', { file: textFile(stage, spoilt, 'a.md') });
  expect(seen(preview)).toContain('some program took letters for others (GesprÃ¤che → Gespräche');
  expect(seen(preview)).toContain('Title: ErklÃ¤rung fÃ¼r KÃ¶ln');
  const dated = await (await about(preview)).modal.submits({ Date: '2025' });
  const mended = await dated.presses('Fix the letters');
  expect(seen(mended)).toContain('Title: Erklärung für Köln');
  expect(seen(mended)).toContain('¶1  Die Gespräche führten zu „schönen“ Ergebnissen.');
  expect(seen(mended)).toContain('Name in citations: erklarung-fur-koln');
  expect(seen(mended)).toContain('Published: [2025]');
  expect(seen(mended)).not.toContain('some program took letters');
  expect(mended.buttons).not.toContain('Fix the letters');
  expect(seen(await mended.presses('Approve'))).toContain('erklarung-fur-koln is added');
  // Nobody has to agree: it may be a text about such letters.
  const left = await mia.runs('/our-sources add', { file: textFile(stage, spoilt, 'a.md') });
  expect(seen(await left.presses('Approve'))).toContain('is added');
  expect(faultless(stage)).toEqual(none);
});

test('a correction keeps kind, publisher, date, language and name, by file and by form', async () => {
  const stage = await stageOn('sqlite');
  const { mia, max } = stage;
  const first = await mia.runs('/our-sources add', { file: textFile(stage, tonight) });
  const kind = await (await first.presses('Change kind, name …')).modal.submits({
    kind: ['readout'],
    language: 'en-GB',
    name: 'zanzibar',
  });
  const named = await (await about(kind)).modal.submits({ Publisher: 'The Secretariat', Date: '5.1.2026' });
  await named.presses('Approve');
  const keeps = (preview: Seen): void => {
    for (const row of ['Publisher: [The Secretariat]', 'Published: [January 5, 2026]', 'Kind: readout'])
      expect(seen(preview)).toContain(row);
    expect(seen(preview)).toContain('Language: en-GB');
    expect(seen(preview)).toContain('Name in citations: zanzibar');
    expect(preview.text).not.toMatch(/no (?:date|publisher|language) was found|the language/u);
  };
  const reason = { document: 'zanzibar', reason: 'The number was wrong.' };
  const byFile = await max.runs('/our-sources correct', {
    ...reason,
    file: textFile(stage, corrected, 'other.txt'),
  });
  keeps(byFile);
  const form = await max.runs('/our-sources correct', reason);
  const text = 'The *ministers* met in Zanzibar [1].\n\n1. They agreed. 2. They went home_now_.';
  const byForm = await form.modal.submits({ text });
  keeps(byForm);
  // Marks of a text that is ours are its words.
  expect(seen(byForm)).toContain('*ministers*');
  await byForm.presses('Approve');
  const cited = await max.runs('/cite', { citation: 'zanzibar 1' });
  expect(seen(cited)).toContain('The *ministers* met in Zanzibar [1].');
  expect(seen(await max.runs('/cite', { citation: 'zanzibar 2' }))).toContain('2. They went home_now_.');
  expect(faultless(stage)).toEqual(none);
});

test('a document in another language than the one before is told', async () => {
  const stage = await stageOn('sqlite');
  const { mia } = stage;
  await adds(stage, mia);
  const text =
    'Міністри зустрілися на Занзібарі й домовилися про комісію. Вона складатиметься з семи членів та звітуватиме.\n';
  const preview = await mia.runs('/our-sources correct', {
    document: id,
    reason: 'Another text.',
    file: textFile(stage, text, 'a.txt'),
  });
  expect(seen(preview)).toContain('the language is given as en, but the text looks like uk');
  expect(faultless(stage)).toEqual(none);
});

test('a text that was pasted and is not taken is not lost: its form opens with it again', async () => {
  const stage = await stageOn('sqlite', { SOURCES_DOCUMENT_CHARACTERS: 1_000 });
  const { mia } = stage;
  const words = 'The commission has seven members. ';
  const form = await mia.runs('/our-sources add');
  const typed = { title: 'Tonight', text: words.repeat(40), second: 'It sits in Stone Town.' };
  const refused = await form.modal.submits(typed);
  expect(seen(refused)).toContain('at most 1,000 are taken');
  expect(refused.buttons).toEqual(['Open the form again']);
  const again = await refused.presses('Open the form again');
  expect(valuesIn(again)).toEqual(typed);
  const number = refused.components.find(({ custom_id: each }) => each?.includes(':again:'))?.custom_id ?? '';
  const forged = await mia.presses(refused.message, number.replace('again', 'approve'), { unchecked: true });
  expect(seen(forged)).not.toContain('is added');
  const preview = await again.modal.submits({ text: words });
  expect(seen(await preview.presses('Approve'))).toContain('tonight is added');
  const correction = await mia.runs('/our-sources correct', { document: 'tonight', reason: 'Wrong.' });
  const long = await correction.modal.submits({ text: words.repeat(60), reason: 'It was wrong.' });
  const reopened = await long.presses('Open the form again');
  expect(valuesIn(reopened)).toMatchObject({ reason: 'It was wrong.', text: words.repeat(60) });
  expect(seen(await reopened.modal.submits({ text: `${words}Nine.` }))).toContain('nothing is changed yet');
  expect(faultless(stage)).toEqual(none);
});
