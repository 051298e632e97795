// What is offered while somebody types: the right ones, in order, and at the speed of typing.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { labelOf, type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { QuoteFinder } from '../../src/search/find-quote.ts';
import { firstQuotations, mostSuggestions, NameFinder } from '../../src/search/suggest.ts';

function documentOf(id: string, text: string, title = `Title of ${id}`): Document {
  return {
    id,
    title: { value: title, by: 'source' },
    kind: 'news',
    language: 'en',
    status: 'current',
    file: `${id}.md`,
    text,
  };
}

const split = (document: Document): Passage[] => passagesOf(document, { headings: false });
const paris = documentOf('paris-talks', 'Borders stay.\n\nŽeneva was named.', 'The talks');
const minsk = documentOf('minsk', 'Nothing there.\n\nAll of it.', 'After paris');
const passages = [...split(paris), ...split(minsk)];

const finderOf = (answering: readonly Passage[], documents: readonly Document[]): NameFinder => {
  const byDocument = Map.groupBy(answering, ({ document }) => document);
  const quotes = new QuoteFinder(answering);
  return new NameFinder(
    [{ answering, documents, passagesOf: (document) => byDocument.get(document) }],
    (words, source) => quotes.find(words, ({ document }) => !source || document === source, mostSuggestions),
  );
};

describe('names', () => {
  const finder = finderOf(passages, [minsk, paris]);
  const labels = (typed: string) => finder.passages(typed).map(labelOf);

  test.each([
    ['', ['paris-talks ¶1', 'paris-talks ¶2', 'minsk ¶1', 'minsk ¶2']],
    ['minsk', ['minsk ¶1', 'minsk ¶2']],
    ['minsk 2', ['minsk ¶2']],
    ['2', ['paris-talks ¶2', 'minsk ¶2']],
    ['zeneva', ['paris-talks ¶2']],
    ['talks ¶1', ['paris-talks ¶1']],
    ['no such words', []],
  ])('of passages: "%s"', (typed, expected) => {
    // Twice: what was folded the first time is the same the second.
    expect([labels(typed), labels(typed)]).toEqual([expected, expected]);
  });

  test('of documents: those that begin with what is typed first', () => {
    expect(finder.documents('paris').map(({ id }) => id)).toEqual(['paris-talks', 'minsk']);
    expect(finder.documents('talks').map(({ id }) => id)).toEqual(['paris-talks']);
  });
});

describe('quotations where nothing is typed', () => {
  test('are those of several words first, each kind in the order of the text', () => {
    const text = 'He called it “ironclad”. “We stay on,” he said.\n\n“So do we,” she “agreed”.';
    const found = firstQuotations(split(documentOf('a', text)));
    expect(found.map(({ passage, whole }) => passage.text.slice(whole.start, whole.end))).toEqual([
      '“We stay on,”',
      '“So do we,”',
      '“ironclad”',
      '“agreed”',
    ]);
  });

  test('are looked for no further than there are enough', () => {
    let looked = 0;
    function* many(): Generator<Passage> {
      const [passage] = split(documentOf('a', '“One two,” he said.'));
      for (;;) {
        looked++;
        yield passage!;
      }
    }
    expect(firstQuotations(many())).toHaveLength(mostSuggestions);
    expect(looked).toBe(mostSuggestions);
  });
});
