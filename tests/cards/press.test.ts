// The thread that draws: the bot's own goes on meanwhile, nothing waits for ever, the same picture is drawn once.
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type Cards, type CardsOptions, openCards } from '../../src/cards/cards.ts';
import { contentOf } from '../../src/cards/content.ts';
import { openPress } from '../../src/cards/press.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { documentWith, lengths, passageOf } from './samples.ts';

function opened(options: CardsOptions = {}): Cards {
  const cards = openCards(options);
  onTestFinished(() => cards.close());
  return cards;
}

const long = lengths.at(-1)!.quoted;
const short = (text: string) => ({ passage: passageOf(documentWith(text)), theme: 'light' as const });

test('the thread of the bot goes on while a card is drawn', async () => {
  const cards = opened();
  await cards.quoteCard(short('A first card, which starts the thread.'), inEnglish);
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  const begun = performance.now();
  await cards.quoteCard({ ...long, theme: 'light' }, inEnglish);
  clearInterval(timer);
  // Drawn in this thread, it would have had a handful of turns.
  expect(turns).toBeGreaterThan((performance.now() - begun) / 5 / 4);
});

test('the same card is drawn once, and kept for who asks next', async () => {
  const cards = opened();
  const [one, two] = await Promise.all([
    cards.quoteCard(short('Asked for by two.'), inEnglish),
    cards.quoteCard(short('Asked for by two.'), inEnglish),
  ]);
  const three = await cards.quoteCard(short('Asked for by two.'), inEnglish);
  if ('refused' in one || 'refused' in two || 'refused' in three) throw new Error('refused');
  expect(two.png).toBe(one.png);
  expect(three.png).toBe(one.png);
  const dark = await cards.quoteCard({ ...short('Asked for by two.'), theme: 'dark' }, inEnglish);
  if ('refused' in dark) throw new Error('refused');
  expect(dark.png).not.toEqual(one.png);
});

test('a card that takes too long is refused, and the next is drawn by another thread', async () => {
  const cards = opened({ timeLimit: 1 });
  for (const text of ['One.', 'Two.']) {
    expect(await cards.quoteCard(short(text), inEnglish)).toEqual({ refused: { key: 'card.late' } });
  }
});

test('where too many wait the next is refused at once', async () => {
  const cards = opened({ mostWaiting: 1 });
  const asked = ['One.', 'Two.', 'Three.'].map((text) => cards.quoteCard(short(text), inEnglish));
  const [one, two, three] = await Promise.all(asked);
  expect(three).toEqual({ refused: { key: 'card.busy' } });
  for (const picture of [one, two]) expect(picture).toHaveProperty('png');
});

test('a drawing that fails says so, and the press goes on', async () => {
  const press = openPress({ timeLimit: 20_000, mostWaiting: 5, idleLimit: 20_000 });
  onTestFinished(() => press.close());
  const content = contentOf(short('Fine.'), inEnglish);
  const broken = { ...content, words: 7 as unknown as string };
  await expect(press.print({ kind: 'quote', content: broken, theme: 'light' })).rejects.toThrow();
  expect(await press.print({ kind: 'quote', content, theme: 'light' })).toHaveProperty('png');
});

test('what is still wanted when it closes is refused', async () => {
  const cards = openCards();
  const asked = [cards.quoteCard(short('One.'), inEnglish), cards.quoteCard(short('Two.'), inEnglish)];
  await cards.close();
  for (const picture of await Promise.all(asked)) expect(picture).toEqual({ refused: { key: 'card.late' } });
  expect(await cards.quoteCard(short('Three.'), inEnglish)).toEqual({ refused: { key: 'card.late' } });
});

test('a thread that is not needed ends, and another draws the next card', async () => {
  const cards = opened({ idleLimit: 1 });
  expect(await cards.quoteCard(short('One.'), inEnglish)).toHaveProperty('png');
  await setTimeout(100);
  expect(await cards.quoteCard(short('Two.'), inEnglish)).toHaveProperty('png');
});
