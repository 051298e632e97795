// A whole text is checked: what in it is a quotation, where it stands, who is said to have spoken, and what is passed over.
import { expect, test } from 'vitest';
import type { TextCheck, TextItem } from '../../src/check-text/check-text.ts';
import { openLibrary } from '../../src/library.ts';

const library = await openLibrary('corpus');
const force = 'International borders must not be changed by force';
const support = 'Our support to Ukraine will continue';

async function check(text: string): Promise<TextCheck> {
  return library.checkText(text);
}

function told(item: TextItem): string {
  return item.kind === 'quotation' ? item.check.verdict : item.kind;
}

async function quotationsIn(text: string): Promise<string[]> {
  const { items } = await check(text);
  return items.filter(({ kind }) => kind !== 'claim').map((item) => `${told(item)}: ${item.words}`);
}

test.each([
  ['curly marks', `The text says “${force}.” It does.`],
  ['straight marks', `The text says "${force}." It does.`],
  ['German marks', `Im Text steht „${force}“. So ist es.`],
  ['guillemets', `Le texte dit « ${force} ». C’est tout.`],
  ['guillemets turned inwards', `Im Text steht »${force}«. So ist es.`],
  ['single marks', `The text says: ‘${force}.’ It does.`],
  ['two strokes', `The text says \`\`${force}.'' It does.`],
  ['emphasis inside', `The text says “International **borders** must _not_ be changed by force.”`],
  ['emphasis around', `The text says **“${force}.”**`],
  [
    'a link inside',
    `The text says “International [borders](https://example.org/a) must not be changed by force.”`,
  ],
  ['a link around', `The text says [“${force}.”](https://example.org/b?c="d")`],
  ['an item of a list', `What stands there:\n\n* “${force}.”\n* nothing else`],
  ['a row of a table', `| who | what |\n| --- | --- |\n| leaders | “${force}.” |`],
  ['a heading above', `# “What they said”\n\n“${force}.”`],
  [
    'lines broken to fit',
    `The text that they published late on Saturday says: “International\nborders must not be changed by force.” That was all that it said\nof borders.`,
  ],
])('%s: the quotation is found and exact', async (_, text) => {
  const found = await quotationsIn(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^exact: International/u);
});

test.each([
  ['a block quotation', `It says:\n\n> ${force}.\n\nAnd no more.`],
  [
    'one of several lines',
    `It says:\n> It will be up to Ukraine to make decisions on its territory.\n> ${force}.`,
  ],
  ['one without a space', `It says:\n>${force}.`],
  ['all that is left of a message', `It says:\n>>> ${force}.`],
  ['one with marks and a signature', `It says:\n\n> “${force}.”\n> — European leaders`],
  ['two levels', `It says:\n\n> > ${force}.`],
])('%s counts without marks', async (_, text) => {
  const found = await quotationsIn(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^exact: .*must not be changed by force/su);
});

test.each([
  ['a single word', 'They want “ironclad” promises.'],
  ['a title', 'He read “The Long Way to the Border” on the train.'],
  ['a title in small letters', 'Le livre « Les gardiens du vieux détroit » paraît demain.'],
  ['a term', 'They call it the “peace dividend” here.'],
  ['a term that is doubted', 'This is the so-called “coalition of the willing” again.'],
  ['inches', 'The screen is 15" wide and 10" high.'],
  ['code', 'Type `"not in the sources at all"` and press Enter.'],
  ['a fence of code', 'Look:\n\n```\nsay("not in the sources at all")\n```\n'],
  ['an address', 'See https://example.org/?q="not+in+the+sources+at+all".'],
])('%s is no quotation', async (_, text) => {
  expect(await quotationsIn(text)).toEqual([]);
});

test('what is passed over is listed apart, with its place', async () => {
  const text = 'They want “ironclad” promises, not the “peace dividend”.';
  const { passedOver } = await check(text);
  expect(passedOver.map(({ start, end, why }) => [text.slice(start, end), why])).toEqual([
    ['“ironclad”', 'word'],
    ['“peace dividend”', 'term'],
  ]);
});

test.each([
  ['plain', `Before. “${force}.” Behind.`],
  ['behind emphasis and links', `**Before** [a link](https://example.org). “${force}.” Behind.`],
  ['with line ends of another system', `Before.\r\n\r\nMore.\r\n\r\n“${force}.”\r\n`],
  ['behind letters of two units', `🙂🙂 “${force}.”`],
  ['behind front matter', `---\ntitle: “A title of several words”\n---\n\n“${force}.”`],
  ['in a block quotation', `Before.\n\n> ${force}.\n`],
])('places are those of the text as given: %s', async (_, text) => {
  const { items } = await check(text);
  const places = items.map(({ start, end }) => text.slice(start, end));
  expect(places).toHaveLength(1);
  expect(places[0]).toMatch(/^“?International borders must not be changed by force\.”?$/u);
});

test('a quotation that a clause parts is one, with its parts', async () => {
  const text = '“It will be up to Ukraine,” the European leaders said, “to make decisions on its territory.”';
  const { items } = await check(text);
  expect(items.map(told)).toEqual(['exact']);
  expect(items[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    '“It will be up to Ukraine,”',
    '“to make decisions on its territory.”',
  ]);
});

test.each([
  '"International borders", it runs, "must not be changed by force."',
  'So it is. “International borders,” the text goes on, “must not be changed by force.”',
  '„International borders“, so heißt es dort, „must not be changed by force.“',
  '« International borders », y lit-on, « must not be changed by force. »',
  '„International borders” – czytamy dalej – „must not be changed by force.”',
  '«International borders», — читаємо там, — «must not be changed by force.»',
])('a sentence that a few words part is one: %s', async (text) => {
  const found = await quotationsIn(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^exact: International borders,? must not be changed by force/u);
});

test.each([
  '“Red lines”, “buffer zones” and “spheres of influence” are back.',
  'They promised “our support to Ukraine will continue”, which is fine, and “must not be changed by force”.',
  '“Our support to Ukraine will continue.” That was it, more or less, “must not be changed by force” was not read out.',
])('and what is listed, or ended, is not joined: %s', async (text) => {
  const { items } = await check(text);
  expect(items.every(({ spans }) => spans.length === 1)).toBe(true);
});

test.each([
  ['„Wir bedauern den Fehler sehr“, sagt die Vorsitzende Annegret Tölke.', 'translated'],
  ['„Wir stehen bereit“, erklärt der Kanzler.', 'translated'],
  ['« Nous sommes prêts », disait mon professeur.', 'translated'],
  ['„To jest nasz głos” – mówi prezeska Fundacji.', 'translated'],
  ['«Ми це чули раніше», — каже водій таксі.', 'translated'],
  ['“We are ready now”, the mayor of the town wrote.', 'not-found'],
])('words that open a sentence are a quotation where a clause follows: %s', async (text, verdict) => {
  expect((await check(text)).items.map(told)).toEqual([verdict]);
});

test.each([
  'Den „kleinen Dienstweg“, sagt man, kennt hier jeder.',
  'Der „alte Freund des Hauses“ kam nicht.',
  'On parle de « grand marché noir », paraît-il.',
  'Mamy „wielki polski spokój”, jak mówią.',
  'Це «великий тихий спокій», кажуть люди.',
  'It is the “usual small print”, people say.',
])('and a term is none, whatever follows: %s', async (text) => {
  expect(await quotationsIn(text)).toEqual([]);
});

test('sentences of different places beside one clause are checked one by one', async () => {
  const found = await quotationsIn(`“${support},” the leaders said. “${force}.”`);
  expect(found).toEqual([`exact: ${support},`, `exact: ${force}.`]);
});

test('a quotation that goes on over paragraphs is one', async () => {
  const found = await quotationsIn(
    `It said:\n\n“It will be up to Ukraine to make decisions on its territory. ${force}.\n\n“${support}.”`,
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^exact/u);
});

test('a quotation inside of somebody else’s words is checked by itself', async () => {
  const found = await quotationsIn(
    `“I have read it twice, and ‘${force}’ is the best line in it,” said Nora Quill.`,
  );
  expect(found.map((each) => each.split(':', 1)[0])).toEqual(['not-found', 'exact']);
});

test.each([
  ['a clause', `“${support},” Vladimir Putin said.`, 'Vladimir Putin'],
  ['a colon', `Vladimir Putin: “${support}.”`, 'Vladimir Putin'],
  ['a clause before', `Vladimir Putin said on Friday: “${support}.”`, 'Vladimir Putin'],
  ['a pronoun', `Vladimir Putin left early. “${support},” he said.`, 'Putin'],
  ['a German clause', `„${support}“, sagte Wladimir Putin, Vladimir Putin am Montag.`, 'Wladimir Putin'],
  [
    'a German clause with a day',
    `„${support}“, sagte Vladimir Putin am Montag in der Stadt.`,
    'Vladimir Putin',
  ],
  ['a French clause', `« ${support} », a déclaré Vladimir Putin, président.`, 'Vladimir Putin'],
  ['a Polish clause', `„${support}” – powiedział Vladimir Putin.`, 'Vladimir Putin'],
  ['a Ukrainian clause', `«${support}», — сказав Володимир Путін.`, 'Володимир Путін'],
])('who is said to have spoken: %s', async (_, text, name) => {
  const { items } = await check(text);
  expect(items[0]?.speaker?.name).toContain(name);
  expect(items.map(told)).toEqual(['misattributed']);
});

test.each([
  ['an adviser', `“${support},” a Putin adviser said.`],
  ['a colleague', `„${support}“, sagte eine Beraterin von Vladimir Putin.`],
])('%s is not the one who is named beside', async (_, text) => {
  expect((await check(text)).items.map(told)).toEqual(['exact']);
});

test('a quotation in a language that no source has is translated, and never not found', async () => {
  const { items, language, clausesRead } = await check(
    '„Die Grenzen dürfen nicht mit Gewalt verändert werden“, sagte Friedrich Merz am Samstag in Berlin.',
  );
  expect(items.map(told)).toEqual(['translated']);
  expect({ language, clausesRead }).toEqual({ language: 'de', clausesRead: true });
});

test.each([
  ['a speaker', '“We will paint the harbour green,” said Ottilie Brandmark.', 'outside'],
  ['a year', 'In 1987 Putin said: “We will paint the harbour green.”', 'outside'],
  ['neither', '“We will paint the harbour green,” said Vladimir Putin.', 'inside'],
])('coverage goes by %s', async (_, text, coverage) => {
  const [item] = (await check(text)).items;
  expect(item && told(item)).toBe('not-found');
  expect(item).toMatchObject({ coverage });
});

test('a claim without marks has no verdict, but passages and what they have otherwise', async () => {
  const { items } = await check(
    'Giorgia Meloni told Italian senators in April that any such response would not necessarily involve going to war.',
  );
  expect(items).toMatchObject([{ kind: 'claim', speaker: { name: 'Giorgia Meloni' } }]);
  expect(items[0]).not.toHaveProperty('check');
});

test('thirty claims are read, and the others are counted', async () => {
  const claims = Array.from(
    { length: 34 },
    (_, at) => `Minister Vale said that the ${at}th bridge would be closed.`,
  );
  const { items, unread } = await check(claims.join('\n\n'));
  expect([items.length, unread]).toEqual([30, 4]);
});

test('it can be given up, and tells how far it is', async () => {
  const text = Array.from({ length: 60 }, () => `“${force},” they said.`).join('\n\n');
  const giving = new AbortController();
  const shares: number[] = [];
  const told = (done: number, all: number): void => {
    shares.push(done / all);
    if (shares.length === 5) giving.abort(new Error('given up'));
  };
  await expect(library.checkText(text, { signal: giving.signal, told })).rejects.toThrow('given up');
  expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['white space', ' \n\n \t'],
  ['marks alone', '“ ” "" «» > \n>\n'],
  ['a mark that nothing closes', `He said: “${'and on '.repeat(200)}`],
])('%s has nothing to check, and does no harm', async (_, text) => {
  const { items } = await check(text);
  expect(items.filter(({ kind }) => kind === 'quotation').map(told)).not.toContain('exact');
});
