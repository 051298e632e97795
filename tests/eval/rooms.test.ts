// Rooms are read, and kept from training, exactly as training/rooms.py does.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderWith } from '../temporary.ts';
import { partOf, placeOf, type Room, readRooms, withCommonKinds } from './rooms.ts';

const passages = [
  { title: 'Accord', text: 'The accord is signed in Riga.' },
  { title: 'Note', text: 'Nobody paid.' },
];
const row = { room: 'aa00', from: 'press-briefings', passages };
const lines = (...rows: unknown[]): string => rows.map((each) => JSON.stringify(each)).join('\n');
const whole = (room: string, form: string): string =>
  lines({ room, lang: 'de', form, passages, questions: [{ q: 'Wo?', lang: 'de', gold: [0] }] });

test('the hash of its name alone says what part a room belongs to', () => {
  // The numbers are Python's.
  expect(placeOf('fa00')).toBeCloseTo(0.246198733, 8);
  expect(placeOf('кімната')).toBeCloseTo(0.566354107, 8);
  const parts = ['ad00', 'x', 'fa00', 'gu13'].map((name) => [
    partOf({ name, language: 'en' }),
    partOf({ name, language: 'de' }),
  ]);
  expect(parts).toEqual([
    ['test', 'test'],
    ['choice', 'test'],
    ['train', 'test'],
    ['train', 'choice'],
  ]);
});

test.each([
  ['rooms.jsonl', (text: string) => text],
  ['rooms.jsonl.gz', (text: string) => gzipSync(text)],
])('rooms and questions are read from %s', async (name, packed) => {
  const question = { room: 'aa00', lang: 'uk', question: 'Де?', gold: [0, 1] };
  const folder = await folderWith({
    [name]: packed(lines(row)),
    [name.replace('rooms', 'questions')]: packed(lines(question)),
  });
  const { rooms, problems } = await readRooms([folder]);
  expect(problems).toEqual([]);
  expect(rooms).toEqual([
    expect.objectContaining({ name: 'aa00', language: 'en', kind: 'press-briefings', passages }),
  ]);
  expect(rooms[0]?.questions).toEqual([{ text: 'Де?', language: 'uk', gold: [0, 1] }]);
});

test('a room in a file of its own is of the kind that its form begins with', async () => {
  const folder = await folderWith({ 'bb00.json': whole('bb00', 'Protokoll; Brief an die Kommission') });
  const { rooms } = await readRooms([folder]);
  expect(rooms).toEqual([expect.objectContaining({ name: 'bb00', language: 'de', kind: 'protokoll' })]);
  expect(rooms[0]?.questions).toEqual([{ text: 'Wo?', language: 'de', gold: [0] }]);
});

test('what cannot be read is left out and named, and hides nothing else', async () => {
  const question = { room: 'aa00', lang: 'en', question: 'Where?', gold: [0] };
  const folder = await folderWith({
    'half.json': '{"room": "cc00", "passa',
    'rooms.jsonl': lines(row, { room: 'dd00', passages: [] }),
    'questions.jsonl': lines(question, { ...question, room: 'zz' }, { ...question, gold: [2] }),
  });
  const { rooms, problems } = await readRooms([folder]);
  expect(rooms.map(({ name, questions }) => [name, questions.length])).toEqual([['aa00', 1]]);
  expect(problems).toEqual([
    expect.stringContaining(`${join(folder, 'rooms.jsonl')}:2: left out, passages`),
    expect.stringContaining(`${join(folder, 'half.json')}: left out, no JSON`),
    expect.stringContaining(`${join(folder, 'questions.jsonl')}:2: there is no room "zz"`),
    expect.stringContaining('answered by passage 2, and "aa00" has 2, counted from 0'),
  ]);
});

test('of two rooms with one name the later takes the place of the other, and it is said', async () => {
  const first = await folderWith({ 'a.json': whole('bb00', 'Vertrag') });
  const second = await folderWith({ 'b.json': whole('bb00', 'Rede') });
  const { rooms, problems } = await readRooms([first, second]);
  expect(rooms).toEqual([expect.objectContaining({ kind: 'rede' })]);
  expect(problems).toEqual([expect.stringContaining('room "bb00" was read before')]);
});

test('a folder that is not there is named', async () => {
  await expect(readRooms(['/no/such/folder'])).rejects.toThrow('/no/such/folder: this cannot be read');
});

test('kinds of one or two rooms become one under the name of their folder', () => {
  const room = (name: string, kind: string): Room => ({
    ...{ name, kind, language: 'en', folder: 'invented' },
    ...{ passages: [], questions: [] },
  });
  const rooms = [room('a', 'treaty'), room('b', 'treaty'), room('c', 'treaty'), room('d', 'diary')];
  expect(withCommonKinds(rooms).map(({ kind }) => kind)).toEqual(['treaty', 'treaty', 'treaty', 'invented']);
});
