// /compare: two documents, versions or passages; short ones as a message, long ones as a file.
import { expect, test } from 'vitest';
import { seenBy } from '../reading.ts';
import { adds, corrected, faultless, id, none, stageOn, textFile, tonight } from './stage.ts';

const marks = ['strong', 'subtext', 'strikethrough'];

test('the last two versions of a document, word by word, both cited', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice } = stage;
  await adds(stage, mia);
  const file = textFile(stage, corrected);
  await (await mia.runs('/our-sources correct', { document: id, reason: 'Nine.', file })).presses('Approve');
  for (const options of [
    { left: id },
    { left: `${id} v1`, right: id },
    { left: `${id} v1`, right: `${id} v2` },
  ]) {
    const seen = await alice.runs('/compare', options);
    expect(seen.private).toBe(true);
    const text = seenBy(seen.text, marks);
    expect(text).toContain(`− ${id} v1 · Joint Communiqué of the Zanzibar Talks`);
    expect(text).toContain(`+ ${id}`);
    expect(seen.text).toContain('commission of ~~seven~~ **nine** members');
    expect(text).toContain('only on the right');
    expect(text).toContain('The commission sits in Stone Town.');
    expect(text).toContain('changed: 1');
  }
  const offered = await alice.types('/compare', { left: 'joint' }, 'left');
  expect(offered.map(({ value }) => value)).toEqual(expect.arrayContaining([id, `${id} v2`, `${id} v1`]));
  expect(faultless(stage)).toEqual(none);
});

test('passages, the same and moved ones; what names nothing is refused', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice } = stage;
  await adds(stage, mia);
  const paragraphs = tonight.trim().split('\n\n');
  const [title = '', ...rest] = paragraphs;
  // Its date stands no longer at its top, so that its name has none.
  await adds(stage, mia, [title, ...rest.slice(1), rest[0]].join('\n\n'), 'moved.md');
  const same = await alice.runs('/compare', { left: `${id} 2`, right: `${id} ¶2` });
  expect(same.text).toContain('Not a word is different.');
  const passages = await alice.runs('/compare', { left: `${id} v1 ¶2`, right: `${id} ¶3` });
  expect(passages.text).toContain('~~');
  // Each side is cited with its paragraph.
  const [left = '', right = ''] = seenBy(passages.text, marks).split('\n');
  expect(left).toContain(`${id} v1 ¶2 · `);
  expect(right).toContain(`${id} ¶3 · `);
  const moved = seenBy((await alice.runs('/compare', { left: id, right: 'zanzibar' })).text, marks);
  expect(moved).toContain('moved: 1');
  expect((await alice.runs('/compare', { left: 'european-leaders' })).text).toContain(
    'Name two things to compare',
  );
  const unrelated = await alice.runs('/compare', { left: id, right: 'security-guarantees' });
  expect(seenBy(unrelated.text, marks)).toContain('nothing in common');
  expect(unrelated.files).toEqual([]);
  expect((await alice.runs('/compare', { left: id, right: 'yalta' })).text).toContain('yalta');
  expect((await alice.runs('/compare', { left: `${id} v7`, right: id })).text).toContain(
    'does not have this version',
  );
  expect(faultless(stage)).toEqual(none);
});

test('a long comparison is a page that fetches and runs nothing, whatever the texts hold', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice } = stage;
  const text = (word: string) =>
    Array.from(
      { length: 40 },
      (_, n) => `Paragraph ${n} tells of the ${word} <script>alert(${n})</script> & the harbour.`,
    ).join('\n\n');
  await adds(stage, mia, text('north'), 'harbour.txt');
  await adds(stage, mia, text('south'), 'quay.txt');
  const [one, other] = ['harbour', 'quay'];
  const seen = await alice.runs('/compare', { left: one, right: other });
  expect(seen.text).toContain('too long for a message');
  const [page] = seen.files;
  const html = Buffer.from(page?.bytes ?? []).toString();
  expect(page?.name).toBe('harbour-quay.html');
  expect(html).toContain('<del>north</del><ins>south</ins>');
  expect(html).toContain('harbour ¶1');
  expect(html).not.toContain('<script');
  expect(html).toContain("default-src 'none'");
  expect(faultless(stage)).toEqual(none);
});
