// What is offered while somebody types: the right ones, in order, and at the speed of typing.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { labelOf, type Passage, passagesOf } from '../../src/corpus/passages.ts';
import { QuoteFinder } from '../../src/search/find-quote.ts';
import { namedDocumentsSteps } from '../../src/search/named-documents.ts';
import { firstQuotations, mostSuggestions, NameFinder, openSuggestions } from '../../src/search/suggest.ts';

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

describe('of one document', () => {
  const many = documentOf('many', Array.from({ length: 30 }, (_, at) => `Word ${at + 101}.`).join('\n\n'));
  const numbers = (typed: string, source: Document = many) =>
    finderOf([...split(paris), ...split(many)], [paris, many])
      .passages(typed, source)
      .map(({ paragraph }) => paragraph);
  const firstOnes = Array.from({ length: mostSuggestions }, (_, at) => at + 1);

  test.each<[string, string, number[]]>([
    ['a number is the beginning of a paragraph', '3', [3, 30]],
    ['also behind its sign', '¶ 3', [3, 30]],
    ['or a hash', '#12', [12]],
    ['a number that no paragraph has finds none', '99', []],
    ['words are looked for in it', 'word 117', [17]],
    ['words that only another has are not found', 'borders', []],
    ['a number amid words is one of the words', 'word 104', [4]],
    ['nothing offers the first ones', '', firstOnes],
    ['nor do spaces', '  ', firstOnes],
  ])('%s: “%s”', (_, typed, expected) => {
    expect(numbers(typed)).toEqual(expected);
  });

  test('nor is it told otherwise by its name', () => {
    const finder = finderOf([...split(paris), ...split(many)], [paris, many]);
    expect(finder.passages('many 3').map(({ paragraph }) => paragraph)).toEqual([3, 30]);
    expect(finder.passages('  ')).toHaveLength(mostSuggestions);
  });

  test('nothing is offered of one that was withdrawn', () => {
    expect(numbers('', { ...paris, status: 'withdrawn' })).toEqual([]);
  });
});

describe('of several lists', () => {
  const withdrawn: Document = { ...documentOf('minutes', 'Gone.', 'Minutes of Minsk'), status: 'withdrawn' };
  const listOf = (documents: readonly Document[]) => {
    const answering = documents.filter(({ status }) => status !== 'withdrawn').flatMap(split);
    return {
      ...{ documents, answering },
      passagesOf: (document: Document) =>
        documents.includes(document) ? answering.filter((each) => each.document === document) : undefined,
    };
  };
  const quotes = new QuoteFinder(passages);
  const finder = () =>
    new NameFinder([listOf([paris]), listOf([minsk, withdrawn])], (words) => quotes.find(words));
  const labels = (typed: string) => finder().passages(typed).map(labelOf);

  test('passages of each are offered, one list behind the other', () => {
    expect(labels('')).toEqual(['paris-talks ¶1', 'paris-talks ¶2', 'minsk ¶1', 'minsk ¶2']);
    expect(labels('1')).toEqual(['paris-talks ¶1', 'minsk ¶1']);
    expect(labels('minsk ¶ 2')).toEqual(['minsk ¶2']);
  });

  test('a document that was withdrawn is named, and no passage of it is offered', () => {
    expect(
      finder()
        .documents('minutes')
        .map(({ id }) => id),
    ).toEqual(['minutes']);
    expect(labels('minutes')).toEqual([]);
    expect(labels('minutes 1')).toEqual([]);
  });

  test.each([
    ['the words of its title, where nothing holds what is typed', 'after', ['minsk ¶1', 'minsk ¶2']],
    ['those and a number', 'after 2', ['minsk ¶2']],
    ['a slip in its name', 'miinsk', ['minsk ¶1', 'minsk ¶2']],
    ['words before names that are a slip away', 'there', ['minsk ¶1']],
  ])('passages are found by %s', (_, typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });

  test.each([
    ['begin so first, then those that hold it', 'minsk', ['minsk', 'minutes']],
    ['hold it within a word, also with spaces around', ' nutes ', ['minutes']],
    ['hold the words in another order', 'talks paris', ['paris-talks']],
    ['have each of the words but for a slip', 'tlaks pairs', ['paris-talks']],
    ['are not those that lack one of the words', 'tlaks minsk', []],
    ['nor those that only short words would lie near to', 'tlk', []],
    ['are none where it is made of short words, though each begins a word of a name', 'aft par', []],
    ['are those where one of the words is longer', 'afte par', ['minsk']],
    ['may lie near by a short word beside a longer one', 'thr tlaks', []],
    ['also with spaces around', '  paris ', ['paris-talks', 'minsk']],
    ['all, where nothing is typed', '', ['paris-talks', 'minsk', 'minutes']],
  ])('documents %s: “%s”', (_, typed, expected) => {
    expect(
      finder()
        .documents(typed)
        .map(({ id }) => id),
    ).toEqual(expected);
  });

  test('documents that lie near are in their order, also those without a title', () => {
    const untitled = { ...documentOf('tulk', 'Text.'), title: undefined };
    const all = [documentOf('a', 'Text.', 'Talks'), documentOf('b', 'Text.', 'Talk'), untitled];
    expect(
      finderOf([], all)
        .documents('tlak')
        .map(({ id }) => id),
    ).toEqual(['a', 'b']);
    expect(
      finderOf([], all)
        .documents('tullk')
        .map(({ id }) => id),
    ).toEqual(['tulk']);
  });

  test('a name that fits one document of those that are offered means that one', () => {
    const gone: Document = { ...documentOf('oslo-1', 'Gone.', 'Oslo'), status: 'withdrawn' };
    const second = documentOf('oslo-2', 'Text.', 'Oslo');
    const named = new NameFinder([listOf([gone, second])], () => quotes.find('there'));
    expect(named.passages('oslo 1').map(labelOf)).toEqual(['oslo-2 ¶1']);
  });

  test('nothing is offered of a withdrawn document, though a list had passages of it', () => {
    const held = new NameFinder([{ documents: [withdrawn], answering: [], passagesOf: split }], () => []);
    expect(held.passages('minutes')).toEqual([]);
    expect(held.passages('', withdrawn)).toEqual([]);
  });

  test('a list of documents is read and filed once, twenty in a step', () => {
    const many = Array.from({ length: 41 }, (_, at) => documentOf(`d${at}`, 'Text.'));
    expect([...namedDocumentsSteps(many)]).toHaveLength(6);
    expect([...namedDocumentsSteps(many)]).toHaveLength(0);
  });

  test('no more documents are named than are shown', () => {
    const all = Array.from({ length: 40 }, (_, at) => documentOf(`talks-${at}`, 'Text.', 'Summit'));
    const crowded = finderOf([], all);
    for (const typed of ['talks', 'summit', 'sumit', ''])
      expect([typed, crowded.documents(typed).length]).toEqual([typed, mostSuggestions]);
    expect(finderOf(all.flatMap(split), all).passages('sumit')).toHaveLength(mostSuggestions);
    expect(finderOf(all.flatMap(split), all).passages('1')).toHaveLength(mostSuggestions);
  });
});

describe('while somebody types', () => {
  const said = documentOf('said', '“We stay,” he said.\n\nThey left “at once”.', 'What was said');
  const all = [...passages, ...split(said)];
  const quotes = new QuoteFinder(all);
  const asked: string[] = [];
  const suggest = openSuggestions({
    lists: [
      {
        documents: [paris, minsk, said],
        answering: all,
        passagesOf: (document) => all.filter((each) => each.document === document),
      },
    ],
    findQuote: (words, source, most) =>
      quotes.find(words, ({ document }) => !source || document === source, most),
    near: async (typed) => {
      asked.push(typed);
      return [
        { passage: all[4]!, sentence: { start: 0, end: 10 } },
        { passage: all[2]!, sentence: { start: 0, end: 14 } },
      ];
    },
  });
  const wholes = async (typed: string, source?: Document): Promise<[string, boolean][]> =>
    (await suggest.quotations(typed, source)).map(({ passage, whole, quoted }) => [
      passage.text.slice(whole.start, whole.end),
      quoted,
    ]);
  const labels = async (typed: string, source?: Document) =>
    (await suggest.passages(typed, source)).map(labelOf);

  test('the first quotations are offered before anything is typed, of a document its own', async () => {
    const first = [
      ['“We stay,”', true],
      ['“at once”', true],
    ];
    expect(await wholes('')).toEqual(first);
    expect(await wholes(' ')).toEqual(first);
    expect(await wholes('', said)).toEqual(first);
    expect(await wholes('', paris)).toEqual([]);
  });

  test('quotations that hold the words, and where none does, those of what comes near', async () => {
    expect(await wholes('stay')).toEqual([
      ['“We stay,”', true],
      ['Borders stay.', false],
    ]);
    expect(await wholes('remain here')).toEqual([
      ['“We stay,”', true],
      ['Nothing there.', false],
    ]);
    expect(await wholes('remain here', minsk)).toEqual([['Nothing there.', false]]);
  });

  test('passages by their names, and where none has such a one, those that come near', async () => {
    expect(await labels('paris 1')).toEqual(['paris-talks ¶1']);
    expect(await labels('remain here')).toEqual(['said ¶1', 'minsk ¶1']);
    expect(await labels('remain here', said)).toEqual(['said ¶1']);
  });

  test('nothing comes near to fewer than four letters, which nobody is asked for', async () => {
    asked.length = 0;
    expect([await wholes('xyz'), await wholes(' xyz '), await labels('xyz')]).toEqual([[], [], []]);
    expect(asked).toEqual([]);
    expect(await labels('xyzu')).toEqual(['said ¶1', 'minsk ¶1']);
    expect(asked).toEqual(['xyzu']);
  });

  test('documents by what they are called', async () => {
    expect((await suggest.documents('what')).map(({ id }) => id)).toEqual(['said']);
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

  test('are no more than are shown, of whichever kind', () => {
    const words = Array.from({ length: 20 }, (_, at) => `“Word${at}” and “two words” came.`);
    const found = firstQuotations(split(documentOf('a', words.join('\n\n'))));
    expect(found).toHaveLength(mostSuggestions);
    expect(found.filter(({ words: { start, end } }) => end - start === '“two words”'.length)).toHaveLength(
      20,
    );
    expect(found.every(({ quoted, whole, words: all }) => quoted && all === whole)).toBe(true);
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
