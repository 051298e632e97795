// Markdown goes in as its reader sees it: without marks, item by item, with footnotes after their paragraphs.
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { taken as takenFile } from './taken.ts';

const taken = (content: string): Promise<Taken> => takenFile('a.md', content);

const of = ({ warnings, notes }: Taken, ...keys: string[]) =>
  [...warnings, ...notes]
    .filter(({ key }) => keys.some((each) => key.endsWith(`.${each}`)))
    .map(({ key, values }) => `${key.split('.').at(-1)} ${values?.['count']}`);

describe('whole documents', () => {
  test('a communiqué with lists of points', async () => {
    const read = await taken(
      [
        '# Joint Communiqué',
        '',
        'The **ministers** met in _Norhaven_ on `4 March`,',
        'and agreed on these points[^1]:',
        '',
        '1. Each side withdraws **separately**.',
        '2. The line of 1990 stays[^a], as the [annex](https://example.org/annex "The annex") shows:',
        '   - north of the river,',
        '   - south of it, where',
        '     - boats may land, and',
        '     - nets may dry.',
        '3. A commission reports.',
        '',
        '   It sits in Norhaven.',
        '',
        'Done in two copies.',
        '',
        '[^1]: Provisional.',
        '[^a]: Map of 1990.',
        '',
        '    Second paragraph of the note.',
      ].join('\n'),
    );
    expect(read.paragraphs).toEqual([
      'The ministers met in Norhaven on 4 March, and agreed on these points:',
      'Provisional.',
      '1. Each side withdraws separately.',
      '2. The line of 1990 stays, as the annex shows:',
      'Map of 1990.',
      'Second paragraph of the note.',
      'north of the river,',
      'south of it, where',
      'boats may land, and',
      'nets may dry.',
      '3. A commission reports.',
      'It sits in Norhaven.',
      'Done in two copies.',
    ]);
    expect(read.metadata.title?.told.value).toBe('Joint Communiqué');
    expect(of(read, 'noteMarks', 'tablesRead', 'struck')).toEqual(['noteMarks 2']);
  });

  test('minutes with tasks and a table', async () => {
    const read = await taken(
      'Minutes\n=======\n\n* [x] Open the harbour\n* [ ] Count the boats\n    * [ ] the *large* ones\n\n' +
        '| Party | **Seats** |\n|:------|------:|\n| Norland | 12 |\n| Sudmark \\| Ost | `14` |\n\n' +
        'Next meeting\n------------\n\n***\n\nOn Monday.\n',
    );
    expect(read.paragraphs).toEqual([
      '☑ Open the harbour',
      '☐ Count the boats',
      '☐ the large ones',
      'Party\tSeats',
      'Norland\t12',
      'Sudmark | Ost\t14',
      'On Monday.',
    ]);
    expect(read.text).toContain('\n\n## Next meeting\n\n');
    expect(of(read, 'tablesRead')).toEqual(['tablesRead 1']);
  });

  test('a transcript in bold labels', async () => {
    const read = await taken(
      '**MR. PRICE:** Good morning.\n**Q:** Is there a deal?\n**MR. PRICE:** No, _not yet_. <inaudible>\n\n**Q:** When?\n',
    );
    expect(read.paragraphs).toEqual([
      'MR. PRICE: Good morning.',
      'Q: Is there a deal?',
      'MR. PRICE: No, not yet. <inaudible>',
      'Q: When?',
    ]);
  });

  test('a page of a site generator', async () => {
    const read = await taken(
      '---\ntitle: Declaration\nlang: de\n---\n\n<!-- more -->\n<p align="center"><b>Erklärung</b> der Minister</p>\n\n' +
        '> Wir haben uns geeinigt.\n> Die Grenze bleibt.\n>\n> > Niemand verliert.\n\n![Bild](a.png) Text<br>zweite Zeile\\\ndritte&nbsp;Zeile &amp; mehr.\n\n' +
        '5) fünftens\n6) sechstens\n\n```\nZeile eins\n  Zeile zwei\n```\n\n[ref]: https://example.org\nSiehe [dort][ref] und <https://example.org/x>.\n',
    );
    expect(read.paragraphs).toEqual([
      'Erklärung der Minister',
      'Wir haben uns geeinigt. Die Grenze bleibt.',
      'Niemand verliert.',
      'Text\nzweite Zeile\ndritte Zeile & mehr.',
      '5) fünftens',
      '6) sechstens',
      'Zeile eins\nZeile zwei',
      'Siehe dort und https://example.org/x.',
    ]);
    expect(of(read, 'pictures')).toEqual(['pictures 1']);
  });

  test('a text in Ukrainian with a list after its sentence and no blank line', async () => {
    const read = await taken(
      '## Заява\n\nСторони домовилися про таке:\n- **обмін** полоненими;\n- відведення *важкої* зброї.\n\nПідписано у Львові[^1]\n\n[^1]: У двох примірниках.\n',
    );
    expect(read.paragraphs).toEqual([
      'Сторони домовилися про таке:',
      'обмін полоненими;',
      'відведення важкої зброї.',
      'Підписано у Львові',
      'У двох примірниках.',
    ]);
  });
});

describe('marks are no words', () => {
  test.each([
    ['**a** __b__ *c* _d_ ***e***', 'a b c d e'],
    ['`code` and ``a ` b``', 'code and a ` b'],
    ['[link](https://x.y "t"), [ref][1] and <a href="x">tag</a>\n\n[1]: https://x.y', 'link, ref and tag'],
    ['A note[^9] that is nowhere, and one.[^ok]\n\n[^ok]: There.', 'A note that is nowhere, and one.|There.'],
    ['Inline ^[a note *here*] goes on.', 'Inline goes on.|a note here'],
    [
      'Escaped \\*stars\\* and 5 * 3 * 2, snake_case_name, 2 < 3 > 1, $5',
      'Escaped *stars* and 5 * 3 * 2, snake_case_name, 2 < 3 > 1, $5',
    ],
    ['Water is H<sub>2</sub>O; &copy; 2025 &mdash; all', 'Water is H2O; © 2025 — all'],
    ['He said [sic] that [the fee] is <unclear> high.', 'He said [sic] that [the fee] is <unclear> high.'],
    ['Est-ce vrai ? Oui : « non » !', 'Est-ce vrai ? Oui : « non » !'],
  ])('%s', async (source, expected) => {
    expect((await taken(`${source}\n`)).paragraphs.join('|')).toBe(expected);
  });

  test.each([
    ['It must ~~not~~ be.', 'It must be.', 1],
    ['The end ~~and more~~.', 'The end.', 1],
    ['~~Gone~~ Kept <del>and **gone**</del>, <s>x</s>!', 'Kept,!', 3],
    ['A ~ B and ~5', 'A ~ B and ~5', 0],
    ['<div>One <s>two</s> three.</div>', 'One three.', 1],
    ['<p align="center">\n\nOne <strike>two</strike> three.\n\n</p>', 'One three.', 1],
  ])('struck words are out and counted: %s', async (source, expected, count) => {
    const read = await taken(`${source}\n`);
    expect(read.paragraphs).toEqual([expected]);
    expect(of(read, 'struck')).toEqual(count === 0 ? [] : [`struck ${count}`]);
  });
});

describe('numbers of a list', () => {
  test.each([
    ['1. a\n1. b\n1. c', ['1. a', '2. b', '3. c']],
    ['7. a\n8. b', ['7. a', '8. b']],
    ['1. a\n3. c\n4. d', ['1. a', '3. c', '4. d']],
    ['2) a\n3) b\n\n1) c', ['2) a', '3) b', '4) c']],
    ['1. a\n   1. x\n   2. y\n2. b', ['1. a', '1. x', '2. y', '2. b']],
    ['- a\n  1. x\n- b\n\n  c', ['a', '1. x', 'b', 'c']],
    ['12 March was cold.\n\n2025. A good year.', ['12 March was cold.', '2025. A good year.']],
  ])('%j', async (source, expected) => {
    expect((await taken(`${source}\n`)).paragraphs).toEqual(expected);
  });
});

test('footnotes without a mark, in one another, and under an item are text of their own', async () => {
  const read = await taken(
    '- item[^b]\n- next\n\nWords.[^b][^c]\n\n[^a]: Without a mark.\n[^b]: Under an item.\n[^c]: It leads on.[^d]\n[^d]: The last.\n',
  );
  expect(read.paragraphs).toEqual([
    'item',
    'Under an item.',
    'next',
    'Words.',
    'It leads on.',
    'The last.',
    'Without a mark.',
  ]);
});

test('a document of a corpus comes back letter by letter, whatever marks are in it', async () => {
  const body = 'One *two* `three`.\n- four\n- five\n\n| a | b |\n\n[^1]: six';
  const source = `---\nid: a-text\ntitle: A text\nkind: other\nlanguage: en\n---\n\n${body}\n`;
  expect((await taken(source)).text).toBe(`${body}\n`);
});
