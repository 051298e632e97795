// Words at the ends of lines: joined where the line broke them, and left with their hyphen where it is theirs.
import { describe, expect, test } from 'vitest';
import { Hyphens, type Knowledge } from '../../src/importers/pdf/hyphens.ts';
import { wordsOf } from '../../src/importers/pdf/word-list.ts';

async function joined(
  language: string,
  before: string,
  line: string,
  elsewhere: readonly string[] = [],
): Promise<string> {
  const known: Knowledge = { language, ...(await wordsOf(language)) };
  return new Hyphens([...elsewhere, before, line], known).join(before, line);
}

const cases: readonly (readonly [string, string, string, string])[] = [
  // What a line broke.
  ['en', 'the negoti-', 'ation went on', 'the negotiation went on'],
  ['en', 'an agree-', 'ment was near', 'an agreement was near'],
  ['en', 'a pro-', 'posal by nobody', 'a proposal by nobody'],
  ['en', 'multi-', 'lateral talks', 'multilateral talks'],
  ['en', 'he would under-', 'stand it', 'he would understand it'],
  ['en', 'they ex-', 'change notes', 'they exchange notes'],
  ['en', 'the coordinat-', 'or of aid', 'the coordinator of aid'],
  ['en', 'a bro\u00ad', 'ken word', 'a broken word'],
  ['en', 'NEGOTI-', 'ATION OF PEACE', 'NEGOTIATION OF PEACE'],
  ['en', 'a jet to Wel-', 'lington', 'a jet to Wellington'],
  ['en', 'she was il-', 'luminated', 'she was illuminated'],
  ['en', 'it was well-', 'intentioned', 'it was well-intentioned'],
  ['en', 'a self-', 'governing isle', 'a self-governing isle'],
  ['en', 'the far-', 'sighted one', 'the far-sighted one'],
  ['de', 'die Verhandlun-', 'gen gehen weiter', 'die Verhandlungen gehen weiter'],
  ['de', 'in Friedens-', 'verhandlungen', 'in Friedensverhandlungen'],
  ['de', 'die Land-', 'wirtschaft', 'die Landwirtschaft'],
  ['fr', 'les négocia-', 'tions durent', 'les négociations durent'],
  ['fr', 'il dit mer-', 'ci à tous', 'il dit merci à tous'],
  ['fr', 'le mi-', 'nistre parle', 'le ministre parle'],
  ['fr', 'quel-', 'les mesures', 'quelles mesures'],
  ['pl', 'porozu-', 'mienie zawarto', 'porozumienie zawarto'],
  ['pl', 'sprawy wojsko-', 'wego znaczenia', 'sprawy wojskowego znaczenia'],
  ['uk', 'перего-', 'вори тривають', 'переговори тривають'],
  ['uk', 'зовнішня по-', 'літика держав', 'зовнішня політика держав'],
  // What has a hyphen of its own.
  ['en', 'the forty-', 'fifth parallel', 'the forty-fifth parallel'],
  ['en', 'a far-', 'reaching plan', 'a far-reaching plan'],
  ['en', 'they will re-', 'sign the accord', 'they will re-sign the accord'],
  ['en', 'an EU-', 'wide list', 'an EU-wide list'],
  ['en', 'the NATO-', 'led force', 'the NATO-led force'],
  ['en', 'an Anglo-', 'Saxon habit', 'an Anglo-Saxon habit'],
  ['en', 'a non-', 'binding vote', 'a non-binding vote'],
  ['en', 'a state-of-the-', 'art ship', 'a state-of-the-art ship'],
  ['en', 'a 24-', 'hour pause', 'a 24-hour pause'],
  ['en', 'from 1990-', '1995 on', 'from 1990-1995 on'],
  ['de', 'in Kriegs-', 'und Friedenszeiten', 'in Kriegs- und Friedenszeiten'],
  ['de', 'der Ost-', 'West-Konflikt', 'der Ost-West-Konflikt'],
  ['de', 'die deutsch-', 'französische Grenze', 'die deutsch-französische Grenze'],
  ['en', 'the pre-', 'and post-war years', 'the pre- and post-war years'],
  ['fr', 'c’est peut-', 'être vrai', 'c’est peut-être vrai'],
  ['fr', 'le cessez-le-', 'feu tient', 'le cessez-le-feu tient'],
  ['fr', 'ceux-', 'ci refusent', 'ceux-ci refusent'],
  ['fr', 'le quarante-', 'cinquième jour', 'le quarante-cinquième jour'],
  ['pl', 'granica polsko-', 'ukraińska', 'granica polsko-ukraińska'],
  ['pl', 'granica polsko-', '-ukraińska', 'granica polsko-ukraińska'],
  ['uk', 'будь-', 'який крок', 'будь-який крок'],
  ['uk', 'по-', 'перше, мир', 'по-перше, мир'],
  ['uk', 'українсько-', 'польський кордон', 'українсько-польський кордон'],
];

describe('a word at the end of a line', () => {
  test.each(cases)('%s: %s | %s', async (language, before, line, whole) => {
    expect(await joined(language, before, line)).toBe(whole);
  });

  test('is written as the document writes it elsewhere', async () => {
    expect(await joined('en', 'the cease-', 'fire held', ['a cease-fire it was'])).toBe(
      'the cease-fire held',
    );
    expect(await joined('en', 'the cease-', 'fire held', ['a ceasefire it was'])).toBe('the ceasefire held');
    expect(await joined('en', 'the co-', 'operation', ['their co-operation'])).toBe('the co-operation');
  });
});

describe('where long words are carried over whole', () => {
  const carried = [
    'The envoy of the two islands had told the press',
    'of both states in the morning that the',
    'governments of these would go on with talks and',
    'that none of them had seen any grave',
    'difficulties in the text of the treaty.',
  ];
  test.each([
    ['two generations of school-', 'children learned', 'two generations of school-children learned'],
    ['it will sea-', 'trial in July', 'it will sea-trial in July'],
    ['an under-', 'sea cable', 'an under-sea cable'],
    ['they over-', 'see the works', 'they over-see the works'],
    ['the news-', 'paper said', 'the news-paper said'],
    ['a war-', 'time speech', 'a war-time speech'],
  ])('a hyphen is the word’s own: %s | %s', async (before, line, whole) => {
    expect(await joined('en', before, line, carried)).toBe(whole);
    // Nothing tells it where nothing is carried over, or where a word is broken.
    const solid = whole.replace('-', '');
    if (before !== 'it will sea-') {
      expect(await joined('en', before, line, carried.slice(2))).toBe(solid);
      expect(await joined('en', before, line, [...carried, 'after many agree-', 'ments of the'])).toBe(solid);
    }
  });

  test('what is no two words was broken all the same', async () => {
    expect(await joined('en', 'the negoti-', 'ation went on', carried)).toBe('the negotiation went on');
  });
});
