// What a check tells truly: brackets, cuts that turn the sense, whole words, who is claimed, one word, other documents, and what no
// source here could have.
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/check/check.ts';
import { notesOf, verdictLine } from '../../src/dialogue/verdict.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { folderForAll, folderWith as folderForEach, markdown } from '../temporary.ts';

const paragraphs = [
  '“The toll is 2,300 crowns, and the pass is open to all,” Vera Lind said. “We think that it’s a good bargain, since nobody had a better one.”',
  '“Estland is not allowed to close the pass,” Paul Maar said. “I have never claimed that the guards would go home.”',
  '“If the river rises, the bridge will be closed for a week,” Lind said. “Our aid to the valley will continue.”',
  '“The commission says that the valley is safe,” Maar said. “We shall sign the charter unless the council objects.”',
  '“No-one understands how this bridge could stand. This is a truce, not a victory,” Maar said.',
  '“We told [the farmers] that the well (the old one) would be repaired by spring,” Lind said.',
];
const library: Library = await openLibrary(
  await folderForAll({
    'pass.md': markdown('pass', paragraphs.join('\n\n'), 'published: 2025-03-04\n'),
    'other.md': markdown(
      'other',
      'The harvest was a good one in the valley this year, they wrote.',
      'published: 2025-03-05\n',
    ),
    'gone.md': markdown(
      'gone',
      'The mill was sold to a stranger from the coast.',
      'published: 2025-03-01\nstatus: withdrawn\nchanged: 2025-03-09\n',
    ),
  }),
);
const check = (text: string, speaker?: string): Promise<Check> => library.check(text, { speaker });
const line = async (text: string): Promise<string> => verdictLine(await check(text), inEnglish);

describe('a printer’s letter in brackets that changes nothing but the case is exact', () => {
  test.each([
    '[T]he pass is open to all',
    '[t]he toll is 2,300 crowns',
    '[I]t’s a good bargain, since nobody had a better one',
    '“[N]obody had a better one,” Lind said.',
    'The toll is 2,300 crowns… [T]he pass is open to all',
    '[O]ur aid to the valley will continue',
  ])('%s', async (text) => {
    const { verdict, flags } = await check(text);
    expect([verdict, flags.includes('brackets')]).toEqual(['exact', true]);
  });
});

describe('letters or words put in in brackets are told whole', () => {
  test.each([
    ['it’s a good bargain[s]', 'bargain', 'bargain[s]'],
    ['We th[ought] that it’s a good bargain', 'think', 'th[ought]'],
    ['the valley[s] will continue', 'valley', 'valley[s]'],
    ['[The farmers] think that it’s a good bargain', 'We', 'The farmers'],
    ['the bridge[s] will be closed for a week', 'bridge', 'bridge[s]'],
    ['the [stone] bridge will be closed for a week', '', 'stone'],
  ])('%s', async (text, source, given) => {
    const { verdict, flags, differences } = await check(text);
    expect([verdict, flags.includes('brackets')]).toEqual(['altered', true]);
    expect(differences.map((one) => [one.source, one.given])).toContainEqual([source, given]);
  });
});

describe('brackets that only one side has are told', () => {
  test.each([
    ['We told the farmers that the well', 'dropped'],
    ['the well the old one would be repaired by spring', 'dropped'],
    ['the well would be repaired by spring', 'leftOut'],
    ['the bridge (will be closed) for a week', 'added'],
    ['the bridge [will be closed] for a week', 'added'],
    ['Our aid (to the valley) will continue', 'added'],
  ] as const)('%s', async (text, what) => {
    const found = await check(text);
    expect(found.brackets[what]).toBe(true);
    expect(notesOf(found, inEnglish).join(' ')).toMatch(/brackets/);
  });

  test.each([
    'We told [the farmers] that the well (the old one) would be repaired',
    'the bridge will be closed for a week',
  ])('none is told of %s', async (text) => {
    expect((await check(text)).brackets).toEqual({
      own: false,
      added: false,
      dropped: false,
      leftOut: false,
    });
  });
});

describe('a cut at an edge that turns the sense is told', () => {
  test.each([
    'allowed to close the pass',
    'the guards would go home',
    'the bridge will be closed for a week',
    'the valley is safe',
    'We shall sign the charter',
    'claimed that the guards would go home',
  ])('%s', async (text) => {
    const { verdict, flags } = await check(text);
    expect([verdict, flags.includes('turns-sense'), flags.includes('cut')]).toEqual(['exact', true, true]);
  });

  test.each([
    'the pass is open to all',
    'it’s a good bargain',
    'how this bridge could stand',
    'to the valley will continue',
    'The toll is 2,300 crowns',
    'If the river rises, the bridge will be closed',
    'Estland is not allowed to close',
  ])('but not %s', async (text) => {
    expect((await check(text)).flags).not.toContain('turns-sense');
  });
});

describe('changes that turn the sense, in whole words', () => {
  test.each([
    ['Everyone understands how this bridge could stand', 'No-one', 'Everyone'],
    ['Somebody understands how this bridge could stand', 'No-one', 'Somebody'],
    ['Our aid to the valley will end', 'continue', 'end'],
    ['Our aid to the valley will cease', 'continue', 'cease'],
    ['Estland is now allowed to close the pass', 'not', 'now'],
    ['the pass is closed to all', 'open', 'closed'],
  ])('%s', async (text, source, given) => {
    const { verdict, differences } = await check(text);
    expect(verdict).toBe('altered');
    expect(differences).toContainEqual(expect.objectContaining({ source, given, turnsSense: true }));
  });

  test('two words that change places over a “not”', async () => {
    const { differences } = await check('This is a victory, not a truce');
    expect(differences.some(({ turnsSense }) => turnsSense)).toBe(true);
  });
});

describe('who is said to have spoken', () => {
  test.each([
    ['Vera Lind said the pass is open to all', 'Vera Lind', 'exact'],
    ['Vera Lind said that the pass is open to all', 'Vera Lind', 'exact'],
    ['Vera Lind: the pass is open to all', 'Vera Lind', 'exact'],
    ['the pass is open to all – Vera Lind', 'Vera Lind', 'exact'],
    ['Paul Maar said the pass is open to all', 'Paul Maar', 'misattributed'],
    ['Paul Maar: the pass is open to all', 'Paul Maar', 'misattributed'],
  ])('%s', async (text, speaker, verdict) => {
    const found = await check(text);
    expect([found.claim.speaker, found.verdict]).toEqual([speaker, verdict]);
  });

  test.each([
    'Our aid to the valley will continue',
    'The valley: the pass is open to all',
    'This is a truce – not a victory',
  ])('nobody in %s', async (text) => {
    expect((await check(text)).claim.speaker).toBeUndefined();
  });
});

test.each(['bargain', '“crowns”', 'valley', '2,300', 'bridge', 'charter'])(
  'one word is told as one word: %s',
  async (word) => {
    expect(await line(word)).toMatch(/^One word alone/);
  },
);

test.each(['good bargain', '“the charter”', 'the valley', '2,300 crowns', 'this bridge', 'a truce'])(
  'two are a quotation: %s',
  async (words) => {
    expect(await line(words)).not.toMatch(/^One word alone/);
  },
);

test('what stands in another document than the one asked for is told with that one', async () => {
  const source = await library.document('pass');
  const found = await library.check('The harvest was a good one in the valley', { source });
  expect(found.verdict).toBe('not-found');
  expect(verdictLine(found, inEnglish)).toBe(
    'Not found: these words are not in pass, and only that was searched. They are elsewhere: other ¶1',
  );
});

test('what stands in a withdrawn text alone is told with the day', async () => {
  expect(await line('The mill was sold to a stranger')).toMatch(
    /^Only in a text withdrawn on 9 March 2025: gone ¶1/,
  );
});

describe('words that were changed stand neither elsewhere nor in a withdrawn text', () => {
  const border = 'The ministers agreed to open the northern border on Monday for all civilians.';
  const between = async (front: string): Promise<Library> =>
    openLibrary(
      await folderForEach({
        'a.md': markdown('a', 'The harbour was closed by a storm, they wrote.', 'published: 2025-03-04\n'),
        'b.md': markdown('b', border, `published: 2025-03-05\n${front}`).replace(
          'kind: news',
          'kind: statement',
        ),
      }),
    );
  const gone = 'status: withdrawn\nchanged: 2025-03-09\n';
  const changed = [
    border.replace('agreed', 'refused'),
    border.replace('agreed', 'never agreed'),
    border.replace('Monday', 'Sunday'),
    border.replace('for all', 'for no'),
    border.replace('northern ', ''),
    `${border.replace('open', 'shut')} The harbour was closed`,
  ];
  test.each(changed)('%s', async (text) => {
    const library = await between('');
    const other = await library.check(text, { source: await library.document('a') });
    expect([other.verdict, other.elsewhere, other.outside]).toEqual(['not-found', undefined, undefined]);
    const withdrawn = await (await between(gone)).check(text);
    expect([withdrawn.withdrawn, withdrawn.elsewhere]).toEqual([undefined, undefined]);
  });

  test.each([
    border,
    border.slice(4, -19),
    `“${border}”`,
    border.toUpperCase(),
    'agreed to open … on Monday',
    `${border} `,
  ])('but these words do: %s', async (text) => {
    const library = await between('');
    const other = await library.check(text, { source: await library.document('a') });
    expect(new Set(other.elsewhere?.map(({ passage }) => passage.document.id))).toEqual(new Set(['b']));
    const { withdrawn } = await (await between(gone)).check(text);
    expect(new Set(withdrawn?.map(({ passage }) => passage.document.id))).toEqual(new Set(['b']));
  });
});

describe('outside of these sources', () => {
  const prices = async (): Promise<Library> =>
    openLibrary(
      await folderForEach({
        'prices.md': markdown(
          'prices',
          'The price of bread rose in Kharkiv, and Putins men said so to Jean-Pierre Holm. The office of Maria dos Santos was shut.',
          'published: 2025-03-04\n',
        ).replace('kind: news', 'kind: statement'),
      }),
    );

  test.each([
    ['We choose the stars and the sea', 'Condoleezza Rice', 'speaker'],
    ['We choose the stars and the sea', 'Lee Ice', 'speaker'],
    ['We choose the stars and the sea', 'Hark Rose-Bread', 'speaker'],
    ['They stood at Lake Read and nothing came', undefined, 'event'],
    ['They stood in the Kingdom of the Orwins and nothing came', undefined, 'event'],
    ['They went with Offic to Pierr and nothing came', undefined, undefined],
    ['“We want our islands back,” he said in 1982', undefined, 'date'],
    ['They went with Ante and nothing came of it', undefined, 'event'],
  ])('a name is no part of another word: %s', async (text, speaker, by) => {
    expect((await (await prices()).check(text, { speaker })).outside?.by).toBe(by);
  });

  test.each([
    ['We choose the stars and the sea', 'Vladimir Putin'],
    ['We choose the stars and the sea', 'Jean-Pierre'],
    ['We choose the stars and the sea', 'Pierre Holms'],
    ['By 2035 our whole continent shall sing', undefined],
    ['“In 1982 our whole continent sang,” Maria dos Santos said', undefined],
    ['Maria dos Santos: “By 2035 our whole continent shall sing”', undefined],
    ['Our continent will have sung in 2040, and in 2050', undefined],
    ['They went to Kharkiv’s old market by night', undefined],
  ])('but not %s (%s)', async (text, speaker) => {
    const found = await (await prices()).check(text, { speaker });
    expect([found.verdict, found.outside]).toEqual(['not-found', undefined]);
  });

  test.each([
    ['The moon will be ours before long', 'Nikita Gromov', 'speaker'],
    ['We choose the stars and the sea', 'Anna Bellini', 'speaker'],
    ['A vow for all time was made in Camp Rowan', undefined, 'event'],
    ['They met at Lake Orwin and nothing came of it', undefined, 'event'],
    ['The treaty of 1648 made an end of that', undefined, 'date'],
    ['“We want our islands back” (April 1982)', undefined, 'date'],
  ])('%s', async (text, speaker, by) => {
    const found = await check(text, speaker);
    expect([found.verdict, found.outside?.by]).toEqual(['not-found', by]);
    expect(verdictLine(found, inEnglish)).toMatch(/^Outside these sources/);
  });

  test.each([
    ['The moon will be ours before long', 'Vera Lind'],
    ['The guards of Estland sang all night long', undefined],
    ['We shall never repair a mill for strangers', undefined],
    ['In March 2025 nobody sang at all there', undefined],
    ['Lind and Gromov sang all night long', undefined],
    ['nothing of that kind was ever heard', undefined],
  ])('but not %s', async (text, speaker) => {
    const found = await check(text, speaker);
    expect([found.verdict, found.outside]).toEqual(['not-found', undefined]);
  });
});

describe('words are found in every way of writing', () => {
  const strait = async (): Promise<Library> =>
    openLibrary(
      await folderForEach({
        'strait.md': markdown(
          'strait',
          'The MiG-29 patrols were ended by the U.A.R. in May. Köln paid 3,480,000 crowns, and Müller re-elected nobody; he re-signed.',
        ).replace('kind: news', 'kind: statement'),
      }),
    );
  test.each([
    'MiG29 patrols',
    'The MiG29 patrols were ended by the UAR in May',
    'Koeln paid',
    'Koeln paid 3480000 crowns, and Mueller reelected nobody',
    'Mueller re-elected nobody',
    'by the UAR',
  ])('%s', async (text) => {
    expect((await (await strait()).check(text)).verdict).toBe('exact');
  });

  test.each([
    'MiG31 patrols',
    'Kuln paid',
    'he resigned',
    '348000 crowns',
    'by the UARS',
    'Mueler reelected',
  ])('but not %s', async (text) => {
    expect((await (await strait()).check(text)).verdict).not.toBe('exact');
  });
});
