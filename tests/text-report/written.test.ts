// The report on a checked text shows the text as it was given, whatever its lines look like to Markdown or HTML.
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { htmlReport, markdownReport } from '../../src/text-report/written.ts';

const library = await openLibrary('corpus');
const when = new Date(0);

test.each([
  '1. First of all,',
  '12) They said,',
  '# Not a heading:',
  '- no item:',
  '<b>no tag</b> & *none*',
  '~~kept~~ [a](b)',
])('a line that begins %j', async (beginning) => {
  const line = `${beginning} “International borders must not be changed by force.”`;
  const check = await library.checkText(line);
  const reported = { name: 'a.txt', text: line, check, documents: library.documents, when };
  const seen = (html: string): string =>
    html
      .replace(/<sup>.*?<\/sup>/gsu, '')
      .replace(/<[^>]+>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  expect(seen(markdownIt({ html: true }).render(markdownReport(reported, inEnglish)))).toContain(line);
  expect(seen(htmlReport(reported, inEnglish))).toContain(line);
});
