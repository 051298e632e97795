// What looks alike and is not, and what looks different and is the same: a sign, a hyphen, a broken-off word, a clause.
import { describe, expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';

async function sourceOf(kind: 'transcript' | 'news', ...paragraphs: string[]): Promise<Library> {
  const document = markdown('talk', paragraphs.join('\n\n')).replace('kind: news', `kind: ${kind}`);
  return openLibrary(await folderWith({ 'talk.md': document }));
}

const verdictOf = async (library: Promise<Library>, text: string): Promise<string> =>
  (await (await library).check(text)).verdict;

const talk = () =>
  sourceOf(
    'transcript',
    'MR. FORD: Both short- and long-term loans fell by -2 percent, or by .5 percent of a $40 budget, and that is ≤ 3 times as much.',
    'The inter-\nnational crews will re-sign their contracts, re-elect a chair and take part in the G-7 round of this year.',
    'We wanted to rein- — to go on — to go on with th- the work, and Russia — Russian crews as well — wrote to us.',
    'This is a non-NATO guarantee, and nobody — nobody else has a state-of-the-art plan, says the U.S. office.',
    'Ми маємо мой великий план, і це наші порти, і ми їх обороняємо разом.',
    'हम की योजना पर काम करते हैं और यह बहुत बड़ी बात है।',
    'And a few minutes — a few minutes went by before the train left, and it is the public health — the public health emergency.',
    'And I don- — I know that it will last.',
    'We want it, he said, and we — we’re glad of that.',
    'Oh, you did — you did some research, and they will — they will say what we — what we know.',
    'The area is 10² times as large as it was, and 1,000 people live in it near 12.5 degrees, on 9/11 and later.',
  );

describe('a change in one sign or letter is a change', () => {
  test.each([
    ['the other part of a pair', 'Both mid- and long-term loans fell'],
    ['a part of a pair left out', 'Both and long-term loans fell by'],
    ['a minus lost', 'long-term loans fell by 2 percent'],
    ['a point lost', 'or by 5 percent of a $40 budget'],
    ['another currency', 'or by .5 percent of a €40 budget'],
    ['another relation', 'and that is ≥ 3 times as much'],
    ['a part of a word lost at a line’s end', 'The national crews will re-sign their contracts'],
    ['a hyphen that tells words apart', 'crews will resign their contracts, re-elect a chair'],
    ['a stammer put in', 'We wanted — wanted to go on with the work'],
    ['a stammer put in beside the same word', 'Russian crews as — as well — wrote to us'],
    ['a word put in before a longer one', 'take part — part in the G-7 round of this year'],
    ['half of a stammer', 'you — you did some research'],
    ['half of a stammer amid the words', 'some research, and they — they will say what we know'],
    ['a stammer of another word', 'and they will say what — what we know'],
    ['what was said before a dash', 'the work, and Russian crews as well — wrote to us'],
    ['a compound parted by an ellipsis', 'This is a … NATO guarantee, and nobody else has a'],
    ['a letter of its own', 'Ми маємо мои великий план, і це наші порти'],
    ['another of its kind', 'і це наші порти, і ми іх обороняємо разом'],
    ['a vowel that is a mark', 'हम को योजना पर काम करते हैं'],
    ['a power', 'The area is 102 times as large as it was'],
    ['a thousandth', 'and 1.000 people live in it near 12.5 degrees'],
    ['a letter of another script', 'and 1,000 реоple live in it near 12.5 degrees'],
    ['words struck through', 'and ~~1,000~~ people live in it near 12.5 degrees'],
  ])('%s', async (_, text) => {
    expect(await verdictOf(talk(), text)).toBe('altered');
  });
});

describe('a change in marks alone is none', () => {
  test.each([
    ['hyphens', 'crews will re sign their contracts, reelect a chair and take part in the G7 round'],
    ['compounds', 'nobody — nobody else has a stateoftheart plan, says the US office'],
    ['a point', 'or by 0.5 percent of a $40 budget'],
    ['broken-off words', 'to go on with the work, and Russia, Russian crews as well'],
    ['what was begun twice', 'This is a non-NATO guarantee, and nobody else has a state of the art plan'],
    [
      'apostrophes of all kinds, bold, soft hyphens',
      '**inter-national** crews will re-sign their con\u00adtracts',
    ],
    ['accents and vowels of other scripts', 'हम की योजना पर काम करते हैं'],
    ['what was begun twice behind the first word', 'And a few minutes went by before the train left'],
    ['what was begun twice before the last word', 'and it is the public health emergency'],
    ['a broken-off word and what stood before it', 'And I know that it will last'],
    ['a stammer kept', 'you did — you did some research'],
    ['a stammer left out', 'you did some research, and they will say what we know'],
    ['one stammer kept and another left out', 'they will — they will say what we know'],
    ['a short form', 'We want it, he said, and we’re glad'],
    ['thousands', 'and 1000 people live in it near 12.5 degrees'],
  ])('%s', async (_, text) => {
    expect(await verdictOf(talk(), text)).toBe('exact');
  });
});

describe('a note that a cut has torn is no word', () => {
  const library = () =>
    sourceOf(
      'transcript',
      'THE PRESIDENT: (As interpreted.) Mr. Prime Minister, try being 110 and doing it again. (Laughter and applause.) Thank you.',
      'Q Why has — when the Pres- — Secretary Ford called both of them —',
    );
  test.each([
    ['interpreted.) Mr. Prime Minister, try being 110', 'exact'],
    ['try being 110 and doing it again. (Laughter and', 'exact'],
    ['doing it again. (Laughter and applause.', 'exact'],
    ['and applause.) Thank you.', 'exact'],
    ['Q Why has — when the Pres- — Secretary Ford called both', 'exact'],
    ['Why has — when the Pres- — Secretary Ford called both of them', 'exact'],
    ['when the Pres- — Secretary Ford called both of them', 'exact'],
    ['try being 110 (and later', 'altered'],
    ['try being (perhaps) 110 and doing it', 'altered'],
  ])('%s: %s', async (text, verdict) => {
    expect(await verdictOf(library(), text)).toBe(verdict);
  });
});

describe('a name that stands beside the words in the source as well', () => {
  const library = () =>
    sourceOf(
      'transcript',
      'THE PRESIDENT: Our message is this. Ukraine: we shall rebuild every bridge in two years.',
      'We shall be there on that day, as promised — Jane Adams',
    );
  test.each([
    ['Ukraine: we shall rebuild every bridge in two years.', 'exact'],
    ['“We shall rebuild every bridge in two years” — Donald Trump', 'altered'],
    ['Russia: “we shall rebuild every bridge in two years.”', 'altered'],
    ['“We shall be there on that day, as promised” — Emmanuel Macron', 'altered'],
  ])('%s', async (text, verdict) => {
    expect(await verdictOf(library(), text)).toBe(verdict);
  });
});

describe('quotations of a news piece', () => {
  const library = () =>
    sourceOf(
      'news',
      '“We shall rebuild every bridge (but not the old one) in this valley,” Mary Ford said. “It takes two years,” she added.',
      '“Nobody here believes a word of that,” Adam Brown said.',
      '“The mill is older than the town,” Mary Ford said. The mayor had doubts. She called the road “a plan for later on”.',
      'Peter Stone said: “Ours is the smaller house of the two.” “Ours is the older one,” Anna Reed said.',
    );
  test.each([
    ['We shall rebuild every bridge (but not the old one) in this valley. It takes two years', 'exact'],
    ['We shall rebuild every bridge in this valley', 'altered'],
    ['It takes two years. Nobody here believes a word of that', 'joined'],
    ['Ours is the smaller house of the two. Ours is the older one', 'joined'],
    ['“It takes two years,” she added.', 'exact'],
    ['“Ours is the older one,” Anna Reed said.', 'exact'],
    ['“Ours is the older one,” Peter Stone said.', 'misattributed'],
    ['The mill is older than the town, a plan for later on', 'joined'],
  ])('%s', async (text, verdict) => {
    expect(await verdictOf(library(), text)).toBe(verdict);
  });
});

describe('a cut', () => {
  const cuts = async (library: Promise<Library>, text: string): Promise<readonly string[]> =>
    (await (await library).check(text)).flags;
  const news = () =>
    sourceOf(
      'news',
      '“We shall rebuild it. Nobody will pay more for it,” Mary Ford said. The work has begun in the old valley.',
    );
  const speech = () =>
    sourceOf(
      'transcript',
      'MS. FORD: We shall rebuild it. He told me, “Nobody will pay more,” and he was right.',
    );
  test('is told by the marks of a quotation', async () => {
    expect(await cuts(news(), 'We shall rebuild it. Nobody will pay more for it')).toEqual([]);
    expect(await cuts(news(), 'Nobody will pay more for it')).toEqual(['cut', 'cut-start']);
    expect(await cuts(news(), 'We shall rebuild it.')).toEqual(['cut', 'cut-end']);
    expect(await cuts(news(), 'rebuild it. Nobody will')).toEqual(['cut', 'cut-start', 'cut-end']);
  });
  test('is told by the sentence where nobody is quoted', async () => {
    expect(await cuts(news(), 'The work has begun in the old valley')).toEqual(['reporter-whole']);
    expect(await cuts(speech(), 'We shall rebuild it.')).toEqual([]);
    expect(await cuts(speech(), 'Nobody will pay more,')).toEqual(['cut', 'cut-start', 'cut-end']);
    expect(await cuts(speech(), 'We shall rebuild')).toEqual(['cut', 'cut-end']);
  });
});
