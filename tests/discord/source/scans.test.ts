// A PDF whose pages are pictures, attached by a moderator: refused, or read by the operator's program and told page by page.
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { line, page, standIn, word } from '../../importers/tesseract.ts';
import { seenBy } from '../reading.ts';
import { faultless, none, type Stage, stageOn } from './stage.ts';

// A file is read in a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 90_000 });

const scan = (stage: Stage) => {
  const bytes = readFileSync(new URL('../../importers/scans/columns-en.pdf', import.meta.url));
  return stage.discord.attachment('columns.pdf', 'application/pdf', bytes);
};

test('it is refused with the remedy where nobody switched recognition on', async () => {
  const stage = await stageOn('sqlite');
  const refused = await stage.mia.runs('/our-sources add', { file: scan(stage) });
  expect(refused.text).toContain('this PDF contains pictures of pages and no text');
  expect(faultless(stage)).toEqual(none);
});

test('the preview tells the page with how surely it was read, and what was hardly legible', async () => {
  const words = line(word(100, 'Assembly', 91) + word(220, 'quorvm', 41));
  const OCR = await standIn(
    `process.stdin.resume().on('end', () => process.stdout.write(${JSON.stringify(page(words))}));`,
  );
  const stage = await stageOn('sqlite', { OCR });
  const preview = await stage.mia.runs('/our-sources add', { file: scan(stage) });
  const told = seenBy(preview.text, ['strong', 'subtext', 'timestamp']);
  expect(told).toContain('compare every word with the file: 1 (70%)');
  expect(told).toContain('1 word was hardly legible: quorvm');
  expect(told).toContain('Assembly quorvm');
  const added = await preview.presses('Approve');
  expect(added.text).toContain('is added');
  expect(faultless(stage)).toEqual(none);
});
