// What a keystroke costs of the processor over many passages.
import { expect, test } from 'vitest';
import { labelOf, passagesOf } from '../../src/corpus/passages.ts';
import { fold } from '../../src/corpus/text/folding.ts';
import { QuoteFinder } from '../../src/search/find-quote.ts';
import { mostSuggestions, NameFinder } from '../../src/search/suggest.ts';
import { threadWatch } from '../processor-time.ts';
import { documentOf } from '../statements/reading.ts';

test('a keystroke over 20,000 passages costs a tenth of folding them', () => {
  const words = 'Ženeva: “the border” shall not – under any circumstances – be changed by force. '.repeat(4);
  const many = Array.from({ length: 200 }, (_, index) =>
    documentOf(Array.from({ length: 100 }, (_, p) => `${words}${p}`).join('\n\n'), {
      id: `document-${index}`,
    }),
  ).flatMap((document) => passagesOf(document, { headings: false }));
  const quotes = new QuoteFinder(many);
  const byDocument = Map.groupBy(many, ({ document }) => document);
  const finder = new NameFinder(
    [{ answering: many, documents: [], passagesOf: (document) => byDocument.get(document) }],
    (typed) => quotes.find(typed, () => true, mostSuggestions),
  );
  const timed = (work: () => unknown): number => {
    const taken = threadWatch();
    work();
    return taken();
  };
  const folding = timed(() => many.map((passage) => fold(`${labelOf(passage)} ${passage.text}`).text));
  expect(finder.passages('no such words')).toEqual([]);
  const keystrokes = ['no such word', 'no such wor', 'no such wo'].map((typed) =>
    timed(() => finder.passages(typed)),
  );
  expect(Math.min(...keystrokes)).toBeLessThan(folding / 10);
});
