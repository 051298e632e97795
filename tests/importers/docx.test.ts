// What of a DOCX is in the text: what Word shows, each kind of thing in many spellings, and what stands beside it untouched.
import { describe, expect, test } from 'vitest';
import { paragraphsOf, takenBelow, warned } from './word/reading.ts';
import {
  basedOn,
  box,
  cell,
  deleted,
  field,
  inserted,
  list,
  listed,
  p,
  pattern,
  row,
  run,
  simple,
  style,
  styled,
  table,
} from './word/write.ts';

const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('of fields the result is shown:', () => {
  const cases: [string, string, string[]][] = [
    ['a simple one', p(`${run('on ')}${simple('DATE', '4 March')}${run('.')}`), ['on 4 March.']],
    ['one in pieces', p(`${run('Article ')}${field('REF a', run('7'))}${run('.')}`), ['Article 7.']],
    [
      'a field in the instruction of another',
      p(
        `${begin}${code(' IF ')}${field('PAGE', run('3'))}${code(' = 3 ')}${separate}${run('three')}${end}${run(' pages')}`,
      ),
      ['three pages'],
    ],
    [
      'a field in the result of another',
      p(
        `${begin}${code(' HYPERLINK ')}${separate}${run('see ')}${field('REF a', run('Article 7'))}${end}${run('.')}`,
      ),
      ['see Article 7.'],
    ],
    [
      'a simple one in the instruction of another',
      p(`${begin}${code(' IF ')}${simple('PAGE', '3')}${separate}${run('yes')}${end}`),
      ['yes'],
    ],
    [
      'one over several paragraphs',
      p(`${begin}${code(' INCLUDETEXT ')}${separate}${run('One.')}`) +
        p('Two.') +
        p(`${run('Three.')}${end}`),
      ['One.', 'Two.', 'Three.'],
    ],
    [
      'an instruction over several paragraphs',
      p(`${run('Before.')}${begin}${code(' IF x ')}`) +
        p('not shown') +
        p(`${separate}${run('Shown.')}${end}`),
      ['Before.', 'Shown.'],
    ],
    [
      'none of an entry for the index',
      p(`${run('The strait')}${begin}${code(' XE "strait" ')}${end}${run('.')}`),
      ['The strait.'],
    ],
    [
      'one that never ends hides nothing',
      p(`${run('One ')}${begin}${code(' REF ')}${run('two.')}`) + p('Three.'),
      ['One two.', 'Three.'],
    ],
    ['one that only ends', p(`${run('One ')}${end}${run('two.')}`), ['One two.']],
    [
      'one whose separator stands twice',
      p(`${begin}${code(' REF ')}${separate}${run('a')}${separate}${run('b')}${end}`),
      ['ab'],
    ],
    [
      'one that was deleted',
      p(
        `${run('a')}<w:del w:id="1">${field('REF', '<w:r><w:delText>x</w:delText></w:r>')}</w:del>${run('b')}`,
      ),
      ['ab'],
    ],
  ];
  test.each(cases)('%s', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body)).toEqual(paragraphs);
  });
});

test('elements around words leave them as they are, whatever they are called', async () => {
  const around = [
    'w:smartTag',
    'w:customXml',
    'w:bdo',
    'w:dir',
    'w:hyperlink',
    'w:ins',
    'w:moveTo',
    'x:unknown',
  ];
  const body = around
    .map((name) => p(`${run('Nor')}<${name} w:val="ltr">${run('la')}</${name}>${run('nd')}`))
    .join('');
  expect(await paragraphsOf(body)).toEqual(around.map(() => 'Norland'));
});

describe('words that are hidden or struck are out and counted:', () => {
  const styles =
    style('Hid', 'Hid', '<w:rPr><w:vanish/></w:rPr>') +
    style('HidToo', 'HidToo', basedOn('Hid')) +
    style('Seen', 'Seen', `${basedOn('Hid')}<w:rPr><w:vanish w:val="0"/></w:rPr>`) +
    style('CharHid', 'CharHid', '<w:rPr><w:vanish/></w:rPr>', 'character') +
    style('CharHidToo', 'CharHidToo', basedOn('CharHid'), 'character') +
    style(
      'CharSeen',
      'CharSeen',
      `${basedOn('CharHid')}<w:rPr><w:vanish w:val="false"/></w:rPr>`,
      'character',
    ) +
    style('Struck', 'Struck', '<w:rPr><w:strike/></w:rPr>', 'character') +
    style('StruckAll', 'StruckAll', '<w:rPr><w:dstrike/></w:rPr>') +
    style('StruckCaps', 'StruckCaps', '<w:rPr><w:strike/></w:rPr>');
  const marked = (properties: string): string =>
    p(`${run('One ')}${run('two', properties)}${run(' three.')}`);
  const named = (id: string): string => marked(`<w:rStyle w:val="${id}"/>`);
  const gone = ['One three.'];
  const stays = ['One two three.'];
  const cases: [string, string, string[], Record<string, number>][] = [
    ['vanish', marked('<w:vanish/>'), gone, { hidden: 1 }],
    ['vanish that is on', marked('<w:vanish w:val="on"/>'), gone, { hidden: 1 }],
    ['vanish that is off', marked('<w:vanish w:val="0"/>'), stays, {}],
    ['hidden on the web only', marked('<w:webHidden/>'), stays, {}],
    ['the end of a paragraph alone', p('One two three.', '<w:rPr><w:webHidden/></w:rPr>'), stays, {}],
    ['a style of characters', named('CharHid'), gone, { hidden: 1 }],
    ['one that is based on it', named('CharHidToo'), gone, { hidden: 1 }],
    ['one that undoes it', named('CharSeen'), stays, {}],
    [
      'a style that says it, where the run says no',
      marked('<w:rStyle w:val="CharHid"/><w:vanish w:val="0"/>'),
      stays,
      {},
    ],
    ['a style of paragraphs', p('Hidden.', styled('Hid')) + p('Seen.'), ['Seen.'], { hidden: 1 }],
    ['one that is based on it', p('Hidden.', styled('HidToo')) + p('Seen.'), ['Seen.'], { hidden: 1 }],
    ['one that undoes it', p('Seen.', styled('Seen')), ['Seen.'], {}],
    [
      'neighbouring runs as one piece',
      p(`${run('a', '<w:vanish/>')}${run('b', '<w:vanish/>')}${run('c ')}${run('d', '<w:vanish/>')}`),
      ['c'],
      { hidden: 2 },
    ],
    [
      'a row',
      table(row([cell('a'), cell('b')]), row([cell('c'), cell('d')], '<w:hidden/>')),
      ['a\tb'],
      { hidden: 1 },
    ],
    [
      'a box',
      p(`${run('a')}${box(p('b')).replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')}`),
      ['a'],
      { hidden: 1 },
    ],
    ['blanks alone are no words', p(`${run('a ')}${run(' ', '<w:vanish/>')}${run('b')}`), ['a b'], {}],
    ['strike', marked('<w:strike/>'), gone, { struck: 1 }],
    ['dstrike', marked('<w:dstrike w:val="true"/>'), gone, { struck: 1 }],
    ['strike that is off', marked('<w:strike w:val="false"/>'), stays, {}],
    ['a struck style', named('Struck'), gone, { struck: 1 }],
    [
      'a struck style, where the run says no',
      marked('<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'),
      stays,
      {},
    ],
    ['a struck paragraph', p('Gone.', styled('StruckAll')) + p('Stays.'), ['Stays.'], { struck: 1 }],
    [
      'a style that turns that of the paragraph over',
      p(`${run('Gone ')}${run('stays.', '<w:rStyle w:val="Struck"/>')}`, styled('StruckCaps')),
      ['stays.'],
      { struck: 1 },
    ],
    ['underlined and bold words stay', marked('<w:u w:val="single"/><w:b/>'), stays, {}],
  ];
  test.each(cases)('%s', async (_, body, paragraphs, counts) => {
    const read = await takenBelow({ body: `${body}${p('Last.')}`, styles });
    expect(read.paragraphs).toEqual([...paragraphs, 'Last.']);
    expect(warned(read)).toEqual(counts);
  });
});

describe('of tracked changes the text as it would be is in:', () => {
  const markGone = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const numbering = pattern(0, [['decimal', '%1.']]) + list(1, 0);
  const cases: [string, string, string[]][] = [
    ['words', p(`${run('a ')}${deleted('b ')}${inserted(run('c '))}${run('d')}`), ['a c d']],
    ['an end of a paragraph', p(run('a '), markGone) + p('b'), ['a b']],
    ['a whole paragraph', p('a') + p(deleted('b'), markGone) + p('c'), ['a', 'c']],
    [
      'a numbered paragraph',
      p('a', listed(1)) + p(deleted('b'), `${listed(1)}${markGone}`) + p('c', listed(1)),
      ['1. a', '2. c'],
    ],
    ['what was put in and taken out again', p(`${run('a')}${inserted(deleted('b'))}`), ['a']],
    ['an inserted end', p(run('a'), '<w:rPr><w:ins w:id="1"/></w:rPr>') + p('b'), ['a', 'b']],
    [
      'older properties',
      p(
        run('a', '<w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
        '<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange>',
      ),
      ['a'],
    ],
    ['a row', table(row([cell('a'), cell('b')]), row([cell('c'), cell('d')], '<w:del w:id="1"/>')), ['a\tb']],
    ['a cell', table(row([cell('a'), cell('b', '<w:cellDel w:id="1"/>'), cell('c')])), ['a\tc']],
  ];
  test.each(cases)('%s', async (_, body, paragraphs) => {
    expect(await paragraphsOf(body, { numbering })).toEqual(paragraphs);
  });
});
