// A source pack: a Markdown file whose passages are those of the sources, letter for letter.
import { expect, test } from 'vitest';
import { sourcePack } from '../../src/citing/source-pack.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { documentWith, marked, passageOf, samples, told } from '../cards/samples.ts';

function fileOf(pack: Parameters<typeof sourcePack>[0]): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(sourcePack(pack, inEnglish));
}

/** What a reader of a Markdown file sees of a quoted block. */
function shownQuotations(file: string): string[] {
  const blocks = file.match(/(?:^> .*\n?)+/gmu) ?? [];
  return blocks.map((block) =>
    block
      .replace(/^> /gmu, '')
      .replace(/ {2}$/gmu, '')
      .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
      .trim(),
  );
}

test('each passage in order with its citation, speaker, clause and hash, and each source once', () => {
  const [own, partly] = marked.map(({ quoted }) => quoted);
  const other = {
    passage: passageOf(documentWith('No one shall be held in slavery.', { published: told('1948-12-10') })),
  };
  expect(fileOf({ heading: 'What was said', citations: [own!, other, partly!], style: 'chicago' })).toBe(
    [
      '# What was said',
      '3 passages, word for word, each with its citation and a checksum of its paragraph (another one means that its words have changed). What stands in brackets is not in the source itself.',
      '## 1. evening-news ¶1',
      '> “Peace needs two who want it,”',
      'In their own words · Ada Lovelace · “Ada Lovelace said in a statement”',
      'Nothing was signed · The Evening News · \\[16 August 2025\\] · `9ee0935d33614f63`',
      '## 2. declaration ¶1',
      '> No one shall be held in slavery.',
      'The document’s own words',
      'Universal Declaration of Human Rights · United Nations · 10 December 1948 · `657e356bd9e97d5a`',
      '## 3. evening-news ¶1',
      '> She added that “time is short”.',
      'Partly in their own words · She \\[Ada Lovelace\\] · “She added”',
      'Nothing was signed · The Evening News · \\[16 August 2025\\] · `9ee0935d33614f63`',
      '## Sources',
      '- *The Evening News*. “Nothing was signed.” \\[August 16, 2025\\].\n- United Nations. “Universal Declaration of Human Rights.” December 10, 1948.\n',
    ].join('\n\n'),
  );
});

test('a reader sees the words of every passage letter for letter, whatever Markdown they look like', () => {
  const markup = passageOf(
    documentWith(
      '# Not a heading\n- no *list*\n1. nor _this_\n> nor `that`\n=== <b>&amp;</b> [x](y) | \\* ~~z~~',
    ),
  );
  const citations = [...samples.map(({ quoted }) => quoted), { passage: markup }];
  const file = fileOf({ heading: 'All', citations, style: 'apa' });
  const words = citations.map(({ passage, part }) =>
    part ? passage.text.slice(part.start, part.end) : passage.text,
  );
  expect(shownQuotations(file)).toEqual(words);
});

test('a heading that somebody typed is one line of plain text', () => {
  const heading = 'One\n# two\u202e <script> [x](y)';
  const [first] = fileOf({ heading, citations: [], style: 'plain' }).split('\n');
  expect(first).toBe('# One # two\ufffd \\<script\\> \\[x\\](y)');
});
