// A room is opened as its documents would be, and its questions still count its passages as they were written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectionOf, drownedIn } from './room-collection.ts';
import type { Room } from './rooms.ts';

function room(name: string, passages: Room['passages'], language = 'en'): Room {
  return { name, language, kind: 'treaty', folder: 'rooms', passages, questions: [] };
}

test('the passages of one title are one document in their order, wherever they stand in the room', () => {
  const one = room(
    'aa',
    [
      { title: 'Accord', text: 'First.' },
      { title: 'Note', text: 'Between.' },
      { title: 'Accord', text: 'Second.' },
    ],
    'uk',
  );
  const { collection, passagesOf } = collectionOf([one]);
  expect(collection.documents.map(({ id, title, language }) => [id, title?.value, language])).toEqual([
    ['aa-1', 'Accord', 'uk'],
    ['aa-2', 'Note', 'uk'],
  ]);
  expect(collection.passages.map(({ text, paragraph }) => [text, paragraph])).toEqual([
    ['First.', 1],
    ['Second.', 2],
    ['Between.', 1],
  ]);
  expect(passagesOf(one).map(({ text }) => text)).toEqual(['First.', 'Between.', 'Second.']);
  expect(collection.passages).toEqual(expect.arrayContaining([...passagesOf(one)]));
});

test('rooms together keep their documents apart, even under one title', () => {
  const rooms = ['aa', 'bb'].map((name) => room(name, [{ title: 'Accord', text: name }]));
  const { collection, passagesOf } = collectionOf(rooms);
  expect(collection.documents).toHaveLength(2);
  expect(rooms.map((each) => passagesOf(each)[0]?.text)).toEqual(['aa', 'bb']);
  expect(passagesOf(room('cc', []))).toEqual([]);
});

test('a passage is its document’s very text, whatever it holds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', ' ', '#', 'é', '🕊'), minLength: 1 });
  const passage = fc.record({ title: fc.constantFrom('', 'A', 'B\nC'), text });
  fc.assert(
    fc.property(fc.array(passage, { minLength: 1 }), (passages) => {
      const one = room('aa', passages);
      const { collection, passagesOf } = collectionOf([one]);
      expect(passagesOf(one).map((each) => each.text)).toEqual(passages.map((each) => each.text));
      for (const { document, start, end, text: own } of collection.passages)
        expect(document.text.slice(start, end)).toBe(own);
    }),
  );
});

test('rooms among other documents keep their own passages, and no more of the others come than are wanted', () => {
  const one = room('aa', [{ title: 'Accord', text: 'First.' }]);
  const others = collectionOf(['bb', 'cc', 'dd'].map((name) => room(name, [{ title: name, text: name }])));
  const { collection, passagesOf } = drownedIn(collectionOf([one]), others.collection.documents, 2);
  expect(collection.passages.map(({ text }) => text)).toEqual(['First.', 'bb', 'cc']);
  expect(collection.documents).toHaveLength(3);
  expect(passagesOf(one)).toEqual([collection.passages[0]]);
});
