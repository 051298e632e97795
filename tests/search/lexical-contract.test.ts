// The lexical reader keeps what every reader promises, over an index that holds the passages it is asked about, and others.
import { expect, test } from 'vitest';
import { once } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import type { ReadablePassage } from '../../src/reading/reader.ts';
import { openSearch } from '../../src/search/answer.ts';
import { keepsTheContract, odd } from '../reading/contract.ts';
import { readable, several } from '../reading/passages.ts';

const passages = [
  ...['bridge', 'mill', 'harbour'].flatMap((about) => several(8, about)),
  readable('The tariff on grain falls by a third.'),
  ...Object.values(odd).map((text) => readable(text)),
  readable('Both sides agreed.', 'ﷺ'.repeat(90)),
];
const search = once(() => openSearch(passages.map(passageOf)));

function passageOf({ title, text }: ReadablePassage, at: number): Passage {
  const document: Document = {
    ...{ id: `text-${at}`, file: 'text', kind: 'other', language: 'en', status: 'current', text },
    title: { value: title, by: 'source' },
  };
  return { document, paragraph: 1, start: 0, end: text.length, text, headings: [] };
}

test('an index holds passages under the keys that readers are asked with', () => {
  const filed = search().parts.all.flatMap(({ passages: own, readable }) =>
    [...own.keys()].map((at) => readable.key(at)),
  );
  expect(filed).toEqual(passages.map(({ key }) => key));
});

keepsTheContract('lexical', () => search().lexical);

test('of a passage that the index does not hold it is not sure at all', async () => {
  const [known, unknown] = await search().lexical.read('Who wants guards at the bridge?', [
    ...several(1),
    readable('Delegation 9 wants guards at the bridge.'),
  ]);
  expect(known?.answers).toBeGreaterThan(0);
  expect(unknown).toEqual({ answers: 0, sentence: 0 });
});
