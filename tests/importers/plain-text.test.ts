// Plain texts as agencies, typists and mail programs set them: paragraphs by indents, headers, lines of place and date.
import { describe, expect, test } from 'vitest';
import type { Taken } from '../../src/importers/imported.ts';
import { taken as takenFile } from './taken.ts';

const taken = (text: string): Promise<Taken> => takenFile('a.txt', text);

const one =
  'The harbour masters of both towns met on Monday in the old customs house and agreed that the ferry will sail again from the first of May, weather permitting.';
const two =
  'Nobody was able to say who will pay for the second pilot, a point that had kept the two councils apart since the autumn of last year.';
const three = 'A third meeting is planned.';

/** Text as an editor wraps it, its first line after an indent. */
function wrapped(text: string, indent: string, width: number, hang = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isFirst = line === indent && lines.length === 0;
    if (!isFirst && line !== hang && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang;
    }
    line += line === hang || (isFirst && line === indent) ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
const set = (indent: string, width = 66): string =>
  [one, two, three].map((each) => wrapped(each, indent, width)).join('\n');

describe('paragraphs that only an indent marks', () => {
  test.each([
    ['two blanks', set('  ')],
    ['three blanks', set('   ')],
    ['four blanks in narrow lines', set('    ', 52)],
    ['eight blanks', set('        ')],
    ['a tab', set('\t')],
    ['no-break spaces', set('\u00a0\u00a0\u00a0')],
  ])('are parted: %s', async (_, text) => {
    expect((await taken(`Harbour talks go on\n\n${text}\n`)).paragraphs).toEqual([one, two, three]);
  });

  test('stand below names and places of a line each', async () => {
    const { paragraphs } = await taken(
      `TALKS GO ON\n\n   By Ann Olden\n   Teal Point, 4 May\n${set('   ')}\n   (Written by Ann Olden)\n`,
    );
    expect(paragraphs).toEqual([
      'By Ann Olden',
      'Teal Point, 4 May',
      one,
      two,
      three,
      '(Written by Ann Olden)',
    ]);
  });

  test.each([
    [
      'items whose lines hang',
      `${wrapped(`1. ${one}`, '', 60, '   ')}\n${wrapped(`2. ${two}`, '', 60, '   ')}`,
      [`1. ${one}`, `2. ${two}`],
    ],
    [
      'dashes whose lines hang',
      `${wrapped(`- ${one}`, '', 60, '  ')}\n${wrapped(`- ${two}`, '', 60, '  ')}`,
      [`- ${one}`, `- ${two}`],
    ],
    ['blank lines', `${wrapped(one, '', 66)}\n\n${wrapped(two, '', 66)}`, [one, two]],
    [
      'a block that stands in as a whole',
      `${wrapped(one, '    ', 60, '    ')}\n\n${wrapped(two, '', 60)}`,
      [one, two],
    ],
    [
      'an address',
      'Yours,\n\n    Ann Olden\n    1 Pier Road\n    Teal Point',
      ['Yours,', 'Ann Olden\n1 Pier Road\nTeal Point'],
    ],
    ['a letter without indents', `Dear all.\n\n${wrapped(one, '', 72)}`, ['Dear all.', one]],
  ])('are not where these part them: %s', async (_, text, expected) => {
    expect((await taken(`Harbour talks go on\n\n${text}\n`)).paragraphs).toEqual(expected);
  });
});

describe('a hyphen at the end of a wrapped line', () => {
  const between = (left: string, right: string): string =>
    `Title of it\n\nThe council met for the whole of the day and then called it a ${left}\n${right} that it had not seen for a long time in this town.\n`;
  test.each([
    ['well-', 'balanced affair', 'well-balanced affair'],
    ['far-', 'reaching reform', 'far-reaching reform'],
    ['agree-', 'ment of a kind', 'agreement of a kind'],
    ['pre-', 'and post-war one', 'pre- and post-war one'],
    ['thing –', 'a great one', 'thing – a great one'],
    ['state-of-the-', 'art thing', 'state-of-the-art thing'],
  ])('%s %s', async (left, right, joined) => {
    expect((await taken(between(left, right))).paragraphs[0]).toContain(`called it a ${joined}`);
  });
});

describe('the header of a mail', () => {
  const body = 'The ferry sails again.\n\nIt is the first time since March.';
  test.each([
    [
      'From: Desk <a@b.example>\nTo: all@b.example\nDate: Tue, 5 May 2026 10:00:00 +0100\nSubject: Ferry sails again',
      '2026-05-05',
    ],
    [
      '\ufeffFrom: A\nDate: 6 May 2026\nSubject: Re: Ferry\n sails again\nContent-Type: text/plain',
      '2026-05-06',
    ],
    ['Subject: Fwd: Ferry sails again\nFrom: B\nSent: 7 May 2026', '2026-05-07'],
  ])('tells title and day and is no text: %s', async (header, date) => {
    const { paragraphs, metadata, notes } = await taken(`${header}\n\n${body}\n`);
    expect(paragraphs).toEqual(['The ferry sails again.', 'It is the first time since March.']);
    expect([metadata.title?.told.value, metadata.published?.told.value]).toEqual(['Ferry sails again', date]);
    expect(notes.map(({ key }) => key)).toContain('import.note.mailLines');
  });

  test('goes with the signature, which may name an agency', async () => {
    const { paragraphs, metadata } = await taken(
      `From: A\nDate: 6 May 2026\nSubject: Ferry sails again\n\n${body}\n\n-- \nTeal News Agency, 9 Pier Road\nFor subscribers only.\n`,
    );
    expect(paragraphs).toEqual(['The ferry sails again.', 'It is the first time since March.']);
    expect(metadata.publisher?.told.value).toBe('Teal News Agency');
  });

  test.each([
    ['Date: 5 May 2026\nPlace: Teal Point', 'two lines of a record'],
    ['Chair: Ann Olden\nClerk: Bo Marsh\nDate: 5 May 2026', 'people and a day'],
    ['Subject: Ferry', 'one line'],
    ['ANN: From here.\nBO: To there.\nANN: Subject closed.', 'a talk'],
  ])('is none: %s', async (head) => {
    const { notes } = await taken(`Record of the ferry\n\n${head}\n\n${body}\n`);
    expect(notes.map(({ key }) => key)).not.toContain('import.note.mailLines');
  });
});

describe('a title with its line of place and date below', () => {
  test.each([
    ['TALKS OF THE TWO HARBOURS END WITHOUT A RESULT ON THE SECOND PILOT', 'Teal Point, 4 May 2026'],
    ['PRESSEKONFERENZ DES MINISTERS NACH DEM TREFFEN', 'Nordheim, 4. Mai 2026 (Mitschrift)'],
    [
      'KONFERENCJA PO SPOTKANIU Z PREMIEREM NADBRZEŻA I JEGO MINISTREM',
      'Nieborsk, 4 maja 2026 r. (zapis ze słuchu)',
    ],
    ['Communiqué de la présidence', 'Pont-Nord, le 4 mai 2026'],
    ['Заява уряду про пороми', 'Глинська, 4 травня 2026 року'],
    ['Statement on the ferries', 'Teal Point, May 4, 2026'],
  ])('%s', async (title, line) => {
    const { metadata, paragraphs } = await taken(`${title}\n${line}\n\n${one}\n\n${two}\n`);
    expect([metadata.title?.told.value, metadata.published?.told.value]).toEqual([title, '2026-05-04']);
    expect(paragraphs).toEqual([one, two]);
  });
});

describe('an agency', () => {
  const text = (top: string, foot = ''): string =>
    `Ferry sails again\n\n${top}\n\n${one}\n\n${two}\n\n${foot}\n`;
  test.each([
    [text('TEAL POINT, May 12 (NNA)')],
    [text('TEAL POINT, May 12 (Reuters) - The ferry sails again.')],
    [text('Pont-Nord (AFP) – Le bac repart.')],
    [text('Nordheim (dpa) - Die Fähre fährt wieder.')],
    [text('The ferry.', '(Reporting by Ann Olden; editing by Bo Marsh)')],
    [text('The ferry.', 'Additional reporting by Ann Olden in Teal Point; writing by Bo Marsh')],
  ])('writes news', async (written) => {
    expect((await taken(written)).kind).toBe('news');
  });

  test.each([
    [text('The ferry (NNA) sails again.')],
    [text('Teal Point, 12 May 2026')],
    [text('The ferry.', 'Reporting by the two councils ends in May.')],
    [text('The Ferry Board (TFB) has its seat in Teal Point.')],
    [text('Ann Olden (Chair)')],
    [text('The ferry.', '(Applause.)')],
  ])('does not write this', async (written) => {
    expect((await taken(written)).kind).not.toBe('news');
  });
});

describe('a list below a colon in spoilt characters', () => {
  const spoil = (text: string, encoding: string): string =>
    new TextDecoder(encoding).decode(Buffer.from(text));
  const list =
    'Les ministres étudieront à l’été :\n– le prêt déjà prévu ;\n– la dette de l’État ;\n– le raccordement.';
  test.each([
    ['windows-1252', list],
    ['windows-1251', list.replaceAll('–', '—')],
    ['macintosh', list],
    ['windows-1252', list.replaceAll('–', '•')],
  ])('is parted as the right one: %s', async (encoding, text) => {
    const { paragraphs, mended } = await taken(
      spoil(`Communiqué de l’été\n\nPont-Nord, le 3 août 2026\n\n${text}\n`, encoding),
    );
    expect(paragraphs.length - (mended?.paragraphs.length ?? 0)).toBeLessThanOrEqual(1);
    expect(mended?.paragraphs).toHaveLength(4);
  });

  test('has the kind and the day of the right one', async () => {
    const { kind, metadata, warnings } = await taken(
      spoil(`Communiqué de l’été\n\nPont-Nord, le 3 août 2026\n\n${list}\n`, 'windows-1252'),
    );
    expect([kind, metadata.published?.told.value]).toEqual(['statement', '2026-08-03']);
    expect(warnings.map(({ key }) => key)).not.toContain('import.warning.noDate');
  });

  test.each([
    ['Present:\nAnn Olden\nBo Marsh', 'Present:\nAnn Olden\nBo Marsh'],
    ['The poem:\nO harbour – o sea\n– o land', 'The poem:\nO harbour – o sea\n– o land'],
  ])('is none: %s', async (text, expected) => {
    expect((await taken(`A title of it\n\n${text}\n\n${one}\n`)).paragraphs[0]).toBe(expected);
  });
});
