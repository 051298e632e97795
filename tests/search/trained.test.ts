// Questions before a model: candidates that only vectors find, and what happens while there are no vectors, or no time.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import type { Model } from '../../src/reading/model.ts';
import { NotRead } from '../../src/reading/reader.ts';
import { openSearch, type Search } from '../../src/search/answer.ts';

/** What the small model knows: words of one line mean the same. One number of a vector for each line, and one for the rest. */
const meanings = [
  /\b(?:foots|bill|costs|zahlt|kosten)\b/iu,
  /\b(?:crossing|bridge|brücke)\b/iu,
  /\b(?:vessel|ferry|schiff)\b/iu,
];

function vectorOf(text: string): Int8Array {
  const known = meanings.map((meaning) => (meaning.test(text) ? 1 : 0));
  const all = [...known, known.some(Boolean) ? 0 : 1];
  const length = Math.hypot(...all);
  return Int8Array.from(all, (each) => Math.round((127 * each) / length));
}

/** It is as sure as question and passage mean the same. */
function scoreOf(question: string, text: string): number {
  const [one, other] = [vectorOf(question), vectorOf(text)];
  return one.reduce((sum, each, at) => sum + (each * (other[at] ?? 0)) / 127 ** 2, -0.5) * 10;
}

const smallModel: Model = {
  description: {
    ...{ hidden: 4, kept: 2, longestPassage: 128, longestQuestion: 32, title: 60 },
    calibration: { scale: 1, offset: 0 },
    sha256: { 'lower.onnx': '', 'vectors.onnx': '', 'reader.onnx': '', 'tokenizer.json': '' },
  },
  shelf: 'memory',
  timeLimit: 60_000,
  vectorOf: async (question) => vectorOf(question),
  read: async (question, passages) =>
    passages.map(({ text, sentences }) => ({
      score: scoreOf(question, text),
      sentence: sentences.findIndex(({ start, end }) => scoreOf(question, text.slice(start, end)) > 0),
    })),
  readSentences: async (question, { passage: { text, sentences }, sentences: which }) =>
    which.map((at) => scoreOf(question, text.slice(sentences[at]?.start, sentences[at]?.end))),
  prepare: async (passages, each) => {
    for (const [key, { text }] of new Map(passages.map((passage) => [passage.key, passage])))
      each(key, vectorOf(text));
  },
  forget: async () => undefined,
  close: async () => undefined,
};

const paragraphs = [
  'The crossing is guarded by night.',
  'It is cold there. Denmark bears all the costs.',
  'The delegation of Norway has a new table.',
];

function documentOf(id: string, text: string, language = 'en'): Document {
  return {
    ...{ id, text, language, kind: 'other', status: 'current', file: `${id}.md` },
    title: { value: 'Untitled', by: 'source' },
  };
}

interface Opened {
  readonly search: Search;
  readonly notRead: NotRead[];
}

function openTexts(texts: readonly string[], model?: Partial<Model>): Opened {
  const notRead: NotRead[] = [];
  const passages = texts.flatMap((text, at) => passagesOf(documentOf(`d${at}`, text), { headings: false }));
  const whole = { ...smallModel, ...model };
  const search = openSearch(passages, {
    ...(model && { model: async () => whole }),
    notRead: (error) => notRead.push(error),
  });
  return { search, notRead };
}

const passagesIn = ({ parts }: Search) => parts.all.flatMap(({ passages }) => passages);

const textsOf = (citations: readonly { readonly passage: { readonly text: string } }[]): string[] =>
  citations.map(({ passage }) => passage.text);

describe('a passage that has no word of the question', () => {
  const asked = 'Who foots the bill?';

  test('is found by its vector, and its sentence by the reader', async () => {
    const { search, notRead } = openTexts(paragraphs, {});
    const { citations } = await search.ask(asked);
    expect(textsOf(citations)[0]).toBe(paragraphs[1]);
    const [{ passage, sentence }] = citations as [(typeof citations)[0]];
    expect(passage.text.slice(sentence.start, sentence.end)).toBe('Denmark bears all the costs.');
    expect(notRead).toEqual([]);
    expect(textsOf((await openTexts(paragraphs).search.ask(asked)).citations)).not.toContain(paragraphs[1]);
  });

  test('gets the sentence that the model prefers when it reads each by itself', async () => {
    const [text] = ['Denmark bears all the costs. It is cold there. It rains.'];
    const { search } = openTexts([text], { readSentences: async () => [-9, -9, 9] });
    const [first] = (await search.ask(asked)).citations;
    expect(text.slice(first?.sentence.start, first?.sentence.end)).toBe('It rains.');
  });

  test('is found in another language, which is told, and no word is called missing', async () => {
    const { search } = openTexts(paragraphs, {});
    const { citations, missing, otherLanguage } = await search.ask('Wer zahlt für die Brücke und wann?');
    expect(textsOf(citations).slice(0, 2).sort()).toEqual([paragraphs[0], paragraphs[1]].sort());
    expect([missing, otherLanguage]).toEqual([[], ['en']]);
  });

  test('is read once, however often the question is asked', async () => {
    let reads = 0;
    const { search } = openTexts(paragraphs, {
      read: (...given) => {
        reads += 1;
        return smallModel.read(...given);
      },
    });
    const first = await search.ask(asked);
    expect(await search.ask(asked)).toEqual(first);
    expect(await search.ask(`Please: ${asked}`)).toEqual(first);
    expect(reads).toBe(1);
  });

  test('stands among the candidates with its nearness', async () => {
    const { search } = openTexts(paragraphs, {});
    const leads = (await search.consider(asked))?.leads ?? [];
    const near = leads.find(({ ranked }) => ranked.index === 1);
    expect(near?.evidence.cosine).toBeGreaterThan(0);
    expect(near?.evidence).toMatchObject({ bm25: 0, cover: 0 });
  });
});

describe('a question that the model does not read', () => {
  const asked = 'Who has a new table?';
  const late = async (): Promise<never> => {
    throw new NotRead('late');
  };

  test.each([
    ['for its vector', { vectorOf: late }],
    ['beside the passages', { read: late }],
  ])('in time, %s, is read by words alone, and it is told', async (_, model) => {
    const { search, notRead } = openTexts(paragraphs, model);
    expect(await search.ask(asked)).toEqual(await openTexts(paragraphs).search.ask(asked));
    expect(notRead).toMatchObject([{ reason: 'late' }]);
    expect(await search.consider(asked)).toBeUndefined();
  });

  test('by its time limit, all it wants of the model together, is read by words alone', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { search, notRead } = openTexts(paragraphs, {
      timeLimit: 50,
      read: (_, __, signal) => {
        signals.push(signal);
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new NotRead('late'))),
        );
      },
    });
    expect(await search.ask(asked)).toEqual(await openTexts(paragraphs).search.ask(asked));
    expect(notRead).toMatchObject([{ reason: 'late' }]);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test('sentence by sentence is answered all the same, with its likely sentence, and nothing is told', async () => {
    const { search, notRead } = openTexts(paragraphs, { readSentences: late });
    const whole = await openTexts(paragraphs, {}).search.ask('Who foots the bill?');
    expect(await search.ask('Who foots the bill?')).toEqual(whole);
    expect(notRead).toEqual([]);
  });

  test('sentence by sentence is not remembered with the likely sentence', async () => {
    let isLate = true;
    const { search } = openTexts(['Denmark bears all the costs. It is cold there. It rains.'], {
      readSentences: async () => (isLate ? late() : [-9, -9, 9]),
    });
    await search.prepare();
    const startOf = async () => (await search.ask('Who foots the bill?')).citations[0]?.sentence.start;
    expect(await startOf()).toBe(0);
    isLate = false;
    expect(await startOf()).toBe(47);
  });

  test('sentence by sentence for a fault of ours fails', async () => {
    const broken = async (): Promise<never> => {
      throw new RangeError('a fault');
    };
    const asked = openTexts(paragraphs, { readSentences: broken }).search.ask('Who foots the bill?');
    await expect(asked).rejects.toThrow('a fault');
  });

  test('for want of a model is read by words alone, and there is nothing to tell', async () => {
    const passages = passagesOf(documentOf('d', paragraphs.join('\n\n')), { headings: false });
    const notRead: NotRead[] = [];
    const without = openSearch(passages, {
      model: async () => undefined,
      notRead: (error) => notRead.push(error),
    });
    await without.prepare();
    expect(await without.ask(asked)).toEqual(await openSearch(passages).ask(asked));
    expect(notRead).toEqual([]);
  });

  test('for a fault of ours fails', async () => {
    const broken = async (): Promise<never> => {
      throw new RangeError('a fault');
    };
    await expect(openTexts(paragraphs, { read: broken }).search.ask(asked)).rejects.toThrow('a fault');
  });

  test('to its end, since it is long, is told to be cut', async () => {
    const { search } = openTexts(paragraphs, {});
    const long = `${asked} `.repeat(40);
    expect(await search.ask(long)).toMatchObject({ cut: true });
    expect(await search.ask(asked)).not.toHaveProperty('cut');
  });

  test('because nobody waits for it any more rejects with the reason', async () => {
    const leaving = new AbortController();
    const { search } = openTexts(paragraphs, {
      read: async () => {
        leaving.abort(new Error('gone'));
        throw new NotRead('late');
      },
    });
    await expect(search.ask(asked, leaving.signal)).rejects.toThrow('gone');
  });
});

describe('before the vectors are there', () => {
  /** So many that a question does not wait for them. */
  const many = [
    ...paragraphs,
    ...Array.from({ length: 60 }, (_, at) => `Delegate ${at} praised the kitchen of hotel ${at}.`),
  ];

  test('a question is read with the candidates that words find', async () => {
    const { search, notRead } = openTexts(many, { prepare: () => new Promise(() => undefined) });
    void search.prepare();
    const considered = await search.consider('Who guards the crossing?');
    expect(considered?.fused.map(({ ranked }) => ranked.index)).toContain(0);
    expect(considered?.leads.map(({ evidence }) => evidence.cosine)).toEqual(considered?.leads.map(() => 0));
    expect(textsOf((await search.ask('Who guards the crossing?')).citations)[0]).toBe(paragraphs[0]);
    expect(notRead).toEqual([]);
  });

  test('a question waits for the last few', async () => {
    const [begun, made] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { search } = openTexts(paragraphs, {
      prepare: async (...words) => {
        begun.resolve();
        await made.promise;
        await smallModel.prepare(...words);
      },
    });
    const answer = search.ask('Who foots the bill?');
    await begun.promise;
    made.resolve();
    expect(textsOf((await answer).citations)[0]).toBe(paragraphs[1]);
  });

  test('they are not made any more once the search is let go of', async () => {
    const closing = new AbortController();
    const passages = passagesOf(documentOf('d', paragraphs.join('\n\n')), { headings: false });
    const begun = Promise.withResolvers<void>();
    const prepare: Model['prepare'] = (_, __, signal) => {
      begun.resolve();
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    };
    const search = openSearch(passages, {
      model: async () => ({ ...smallModel, prepare }),
      closing: closing.signal,
    });
    const prepared = search.prepare();
    await begun.promise;
    closing.abort();
    await prepared;
    expect((await search.ask('Who guards the crossing?')).citations).not.toEqual([]);
  });

  test('where making them failed, words find the candidates, and the next question tries again', async () => {
    let tried = 0;
    const { search, notRead } = openTexts(paragraphs, {
      prepare: async (...words) => {
        tried += 1;
        if (tried === 1) throw new NotRead('unavailable');
        await smallModel.prepare(...words);
      },
    });
    const [first, second] = [
      await search.ask('Who foots the bill?'),
      await search.ask('Who foots the bill?'),
    ];
    expect(textsOf(first.citations)).not.toContain(paragraphs[1]);
    expect(textsOf(second.citations)[0]).toBe(paragraphs[1]);
    expect([tried, notRead]).toEqual([2, []]);
  });
});

test('a passage that stands twice gets one vector for both places', async () => {
  const made: string[] = [];
  const { search } = openTexts([...paragraphs, paragraphs[1]!], {
    prepare: (passages, each) =>
      smallModel.prepare(passages, (key, vector) => {
        made.push(key);
        each(key, vector);
      }),
  });
  await search.prepare();
  expect([made.length, new Set(made).size]).toEqual([3, 3]);
  const leads = (await search.consider('Who foots the bill?'))?.leads ?? [];
  const twins = leads.filter(({ ranked }) => [1, 3].includes(ranked.index));
  expect(twins.map(({ ranked }) => ranked.index).sort()).toEqual([1, 3]);
  expect(twins[0]?.evidence.cosine).toBe(twins[1]?.evidence.cosine);
  expect(twins[0]?.evidence.cosine).toBeGreaterThan(0);
});

describe('a topic', () => {
  test('has near what means the same, in whatever words or language, and not what only lies as near as all the rest', async () => {
    const { search } = openTexts(paragraphs, {});
    await search.prepare();
    const [crossing, costs, table] = passagesIn(search);
    const bridge = await search.nearTopic('Brücke');
    expect([crossing, costs, table].map((passage) => passage && bridge?.has(passage))).toEqual([
      true,
      false,
      false,
    ]);
    expect(bridge?.documents).toEqual([crossing?.document]);
    const [same] = passagesIn(openTexts([paragraphs[0]!]).search);
    expect(same && bridge?.has(same)).toBe(false);
    const alike = openTexts([paragraphs[0]!, 'The bridge is old.'], {}).search;
    expect((await alike.nearTopic('Brücke'))?.documents).toEqual([]);
  });

  test('has nothing that is known to be near while there is no model, or it has no time, which is told', async () => {
    expect(await openTexts(paragraphs).search.nearTopic('Brücke')).toBeUndefined();
    const { search, notRead } = openTexts(paragraphs, {
      vectorOf: async () => {
        throw new NotRead('busy');
      },
    });
    expect(await search.nearTopic('Brücke')).toBeUndefined();
    expect(notRead).toMatchObject([{ reason: 'busy' }]);
  });

  test('has nothing near before the vectors are there', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `Delegate ${at} slept.`);
    const { search } = openTexts([...paragraphs, ...many], { prepare: () => new Promise(() => undefined) });
    const near = await search.nearTopic('Brücke');
    expect(near?.documents).toEqual([]);
    expect(passagesIn(search).some((passage) => near?.has(passage))).toBe(false);
  });
});
