// Quotations as people repeat them, against the shipped sources and against small ones: verdict, flags, differences.
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/check/check.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';

const shipped = await openLibrary('corpus');

async function found(text: string, speaker?: string, library: Library = shipped): Promise<string> {
  const { verdict, flags } = await library.check(text, { speaker });
  return [verdict, ...flags].join(' ');
}

const changes = ({ differences }: Check): string[] =>
  differences.map(({ op, source, given, turnsSense }) =>
    [op, source, '→', given, turnsSense ? '!' : ''].filter(Boolean).join(' '),
  );

async function transcript(...paragraphs: string[]): Promise<Library> {
  const document = markdown('talk', paragraphs.join('\n\n')).replace('kind: news', 'kind: transcript');
  return openLibrary(await folderWith({ 'talk.md': document }));
}

describe('a quotation from the sources is exact', () => {
  test.each([
    ['International borders must not be changed by force.', 'exact cut cut-start'],
    ['international borders must NOT be changed — by force', 'exact cut cut-start'],
    ['„Internätional borders must not be changed by force“', 'exact cut cut-start'],
    ['it is not the only possible option', 'exact'],
    ['“ironclad”', 'exact'],
    ['borders must not be changed by force', 'exact cut cut-start'],
    ['International borders must not be changed', 'exact cut cut-start cut-end'],
    ['to uphold the pressure on Russia', 'exact cut cut-start cut-end'],
    ['why Putin would agree to it', 'exact cut cut-start cut-end'],
    ['no one knows how this could work', 'exact cut cut-end'],
  ])('%s', async (text, verdict) => {
    expect(await found(text)).toBe(verdict);
  });

  test('over the border of two paragraphs, and over the reporter’s clause between two parts', async () => {
    expect(
      await found(
        'International borders must not be changed by force. Our support to Ukraine will continue.',
      ),
    ).toBe('exact cut cut-start cut-end');
    expect(
      await found('a just and lasting peace. As long as the killing in Ukraine continues, we stand ready'),
    ).toBe('exact cut cut-start cut-end');
  });

  test('without what the reporter put into it in brackets', async () => {
    expect(
      await found(
        'The American side voiced this during a conversation with the president and then repeated it',
      ),
    ).toBe('exact cut cut-end');
  });

  test('with an honest ellipsis', async () => {
    expect(
      await found('We will continue to strengthen sanctions … to put pressure on Russia’s war economy'),
    ).toBe('exact cut cut-start cut-end ellipsis');
  });

  test('shows where it stands, word for word, with its speaker', async () => {
    const { matches } = await shipped.check('it is not the only possible option');
    const [match] = matches;
    expect(match?.text).toBe('it is not the only possible option');
    expect(match?.passage.document.text.slice(match.start, match.end)).toBe(match?.text);
    expect(match?.speaker).toBe('Meloni');
  });
});

describe('a change is shown, and called out where it turns the sense', () => {
  test.each([
    ['International borders must be changed by force', ['delete not → !']],
    ['International borders may be changed by force', ['replace must not → may !']],
    ['International borders should not be changed by force', ['replace must → should !']],
    ['We are determined to do less to keep Ukraine strong', ['replace more → less !']],
    ['we stand ready to uphold the pressure on Ukraine', ['replace Russia → Ukraine !']],
    ['a non-NATO Article 6 type guarantee, supposedly agreed with Putin', ['replace 5 → 6 !']],
    ['a non-NATO Article 5 type guarantee, supposedly agreed with Zelensky', ['replace Putin → Zelensky !']],
    ['As long as the killing continues, we stand ready to uphold the pressure', ['delete in Ukraine →']],
    ['We are very determined to do more to keep Ukraine strong', ['insert → very']],
    ['We will continue to strengthen sanctions [on oil] and wider economic measures', ['insert → on oil']],
    ['it isn’t the only possible option', ['replace is not → isn’t']],
  ])('%s', async (text, expected) => {
    const check = await shipped.check(text);
    expect(check.verdict).toBe('altered');
    expect(changes(check)).toEqual(expected);
    expect(check.flags.includes('turns-sense')).toBe(expected.some((one) => one.endsWith('!')));
  });

  test.each(['supposedly', 'allegedly', 'reportedly', 'apparently', 'purportedly', 'perhaps', 'possibly'])(
    'leaving out or putting in “%s” turns the sense, and no ellipsis drops it',
    async (hedge) => {
      const sure = 'The harbour office had agreed to the new bridge before the winter came.';
      const doubtful = `The harbour office had ${hedge} agreed to the new bridge before the winter came.`;
      expect(await found(sure, undefined, await transcript(doubtful))).toBe('altered turns-sense');
      expect(await found(doubtful, undefined, await transcript(sure))).toBe('altered turns-sense');
      const parted = doubtful.replace(hedge, '…');
      expect(await found(parted, undefined, await transcript(doubtful))).toBe('altered turns-sense');
    },
  );

  test('one reserve for another turns nothing', async () => {
    const library = await transcript('The harbour office had supposedly agreed to the new bridge.');
    expect(
      await found('The harbour office had allegedly agreed to the new bridge.', undefined, library),
    ).toBe('altered');
  });

  test('other spellings of one name turn nothing', async () => {
    const check = await shipped.check(
      'during a conversation with the president (Zelenskyy) and then repeated it during',
    );
    expect([check.verdict, ...check.flags]).toEqual(['altered']);
  });

  test.each([
    [
      'We will send the army more food, providing shelter for all, in May',
      'We will send the army … in May',
      'exact',
    ],
    [
      'We will send the army aid provided by our friends in May',
      'We will send the army aid … in May',
      'exact',
    ],
    [
      'We will send the army home, provided talks begin in May',
      'We will send the army home … in May',
      'altered',
    ],
    [
      'We will send the army home once more, but late, in May',
      'We will send the army home … in May',
      'altered',
    ],
    [
      'We will send the army to stop the talks begun in May',
      'We will send the army … begun in May',
      'altered',
    ],
  ])('“%s” with an ellipsis', async (source, text, verdict) => {
    const check = await (await transcript(`${source}.`)).check(text);
    expect(check.verdict).toBe(verdict);
  });

  test('an ellipsis that drops a negation or a condition is not honest', async () => {
    expect(await found('It will be up to Ukraine to make decisions … changed by force')).toBe(
      'altered turns-sense',
    );
    const library = await transcript(
      'We will send the troops home if the other side has kept its word in full.',
    );
    expect(await found('We will send the troops home … kept its word in full', undefined, library)).toBe(
      'altered turns-sense',
    );
  });
});

describe('words from different places', () => {
  test('that are run together are joined', async () => {
    const check = await shipped.check(
      'It will be up to Ukraine to make decisions on its territory. We are determined to do more',
    );
    expect(check.verdict).toBe('joined');
    expect(check.matches.map(({ passage }) => passage.paragraph)).toEqual([7, 8]);
  });

  test('also in another order, and of different documents', async () => {
    expect(
      await found(
        'We are determined to do more to keep Ukraine strong. It will be up to Ukraine to make decisions',
      ),
    ).toBe('joined');
    expect(
      await found(
        'No-one knows how this could work and why. Our support to Ukraine will continue. We are determined',
      ),
    ).toBe('joined');
  });

  test('by two speakers of a transcript are joined, though they stand in a row', async () => {
    const library = await transcript(
      'MS. ADAMS: We have a plan for it.',
      'MR. BROWN: Nobody has seen that plan yet.',
    );
    expect(await found('We have a plan for it. Nobody has seen that plan yet.', undefined, library)).toBe(
      'joined',
    );
    // A word that is only put in behind the end is nobody else's, though somebody else says it next.
    expect(await found('We have a plan for it. Seen', undefined, library)).toBe('altered');
    expect(await found('We have a plan for it.', 'Jane Adams', library)).toBe('exact');
    expect(await found('Nobody has seen that plan yet.', 'Jane Adams', library)).toBe('misattributed');
  });
});

describe('who said it', () => {
  test.each([
    ['No-one knows how this could work', 'Putin', 'misattributed cut cut-end'],
    ['it is not the only possible option', 'Giorgia Meloni', 'exact'],
    ['it is not the only possible option', 'Italy', 'exact'],
    ['it is not the only possible option', 'Мелоні', 'exact'],
    ['it is not the only possible option', 'Путин', 'misattributed'],
    ['International borders must not be changed by force', 'Macron', 'exact cut cut-start'],
    ['International borders must not be changed by force', 'Donald Trump', 'misattributed cut cut-start'],
    ['The American side voiced this', 'the diplomatic source', 'exact cut cut-end'],
    ['"it is not the only possible option" — Putin', undefined, 'misattributed'],
    ['Putin: “it is not the only possible option”', undefined, 'misattributed'],
    ['“it is not the only possible option”, Meloni said.', undefined, 'exact'],
    ['Trump said: "it is not the only possible option"', undefined, 'misattributed'],
  ])('%s, claimed of %s', async (text, speaker, expected) => {
    expect(await found(text, speaker)).toBe(expected);
  });

  test('is part of the words where the source has it there', async () => {
    const library = await transcript(
      'MS. ADAMS: President Ford said, “We shall rebuild this bridge in two years.” And he did.',
    );
    expect(
      await found('President Ford said, “We shall rebuild this bridge in two years.”', undefined, library),
    ).toBe('exact');
    expect(
      await found('Ford never said, “We shall rebuild this bridge in two years.”', undefined, library),
    ).toBe('altered turns-sense');
  });

  const told = async (text: string): Promise<Library> =>
    openLibrary(await folderWith({ 'a.md': markdown('a', text) }));

  test.each([
    ['Her counterpart, Ivan Petrov, said: “Nothing is agreed until everything is.”'],
    [
      'Her counterpart, Ivan Petrov, said that the fees would be halved. He added: “Nothing is agreed until everything is.”',
    ],
    ['“Nothing is agreed until everything is,” said the minister, Ivan Petrov.'],
  ])('is the name that stands beside a noun: %s', async (text) => {
    const library = await told(text);
    const words = 'Nothing is agreed until everything is';
    expect(await found(words, 'Petrov', library)).toBe('exact');
    expect(await found(words, 'Jane Adams', library)).toBe('misattributed');
  });

  test.each([
    ['Her counterpart said: “Nothing is agreed until everything is.”'],
    [
      'Her counterpart said that the fees would be halved. He added: “Nothing is agreed until everything is.”',
    ],
    ['“Nothing is agreed until everything is,” the British Prime Minister said.'],
    ['“Nothing is agreed until everything is,” the president of Latvia said.'],
    ['A farmer at the market said: “Nothing is agreed until everything is.”'],
    ['He said: “Nothing is agreed until everything is.”'],
    ['Jo Ford met Ivan Petrov. He said: “Nothing is agreed until everything is.”'],
  ])('is not judged where the source names nobody: %s', async (text) => {
    expect(await found('Nothing is agreed until everything is', 'Petrov', await told(text))).toBe(
      'exact speaker-unknown',
    );
  });

  test.each([
    ['“Nothing is agreed until everything is,” Secretary of State Jo Ford said.'],
    ['Petrov met Jo Ford. Jo Ford said that it rained. He added: “Nothing is agreed until everything is.”'],
    ['Jo Ford came late. He said: “Nothing is agreed until everything is.”'],
    ['“Nothing is agreed until everything is,” a source close to the talks said.'],
  ])('is somebody else where the source names another or keeps the name back: %s', async (text) => {
    expect(await found('Nothing is agreed until everything is', 'Petrov', await told(text))).toBe(
      'misattributed',
    );
  });

  test('is not judged where an office alone stands in the source', async () => {
    const library = await transcript('THE PRESIDENT: We will always defend every inch of this territory.');
    expect(await found('We will always defend every inch of this territory.', 'Jane Adams', library)).toBe(
      'exact speaker-unknown',
    );
  });
});

describe('the reporter’s words', () => {
  test('are no quotation, in whole or in part', async () => {
    expect(await found('Kyiv has long aspired to join NATO')).toBe('reporter reporter-whole cut cut-end');
    expect(await found('must have ironclad security guarantees')).toBe(
      'reporter reporter-part cut cut-start cut-end',
    );
  });

  test('are not told of kinds of documents that have no reporter', async () => {
    const library = await transcript('We have long aspired to join the alliance, and we still do.');
    expect(await found('We have long aspired to join the alliance', undefined, library)).toBe(
      'exact cut cut-end',
    );
  });
});

describe('what is not in the sources', () => {
  test.each([
    ['We will never give up our land and our freedom.'],
    ['Russia attacked Ukraine'],
    ['the war must'],
    ['Ukraine will be a member of NATO within a year'],
    ['xyzzy'],
    ['…'],
  ])('%s', async (text) => {
    const check = await shipped.check(text);
    expect([check.verdict, check.flags, check.matches]).toEqual(['not-found', [], []]);
  });

  test('is not looked for outside of the document that is named, nor in withdrawn ones', async () => {
    const source = await shipped.document('security-guarantees');
    const check = await shipped.check('International borders must not be changed by force', { source });
    expect(check.verdict).toBe('not-found');
    const library = await openLibrary(
      await folderWith({
        'a.md': markdown(
          'a',
          '“We shall build a bridge over this river,” Smith said.',
          'status: withdrawn\n',
        ),
        'b.md': markdown('b', 'Something else was told.'),
      }),
    );
    expect(await found('We shall build a bridge over this river', undefined, library)).toBe('not-found');
  });
});

describe('what a transcriber adds or a printer leaves out is no change', () => {
  const talk = [
    'MR. FORD: We — we are going to rebuild this bridge — (applause) — and th- the road beside it, in [sic] four years.',
    '(Laughter.) And nobody — nobody will pay a cent more for it.',
  ];

  test.each([
    [
      'We are going to rebuild this bridge and the road beside it, in four years. And nobody will pay a cent more',
      'exact cut cut-end',
    ],
    ['We — we are going to rebuild this bridge (applause) and the road beside it', 'exact cut cut-end'],
    ['We are going to rebuild the bridge and the road beside it', 'altered'],
    ['And will pay a cent more for it', 'altered turns-sense'],
  ])('%s', async (text, expected) => {
    expect(await found(text, undefined, await transcript(...talk))).toBe(expected);
  });
});
