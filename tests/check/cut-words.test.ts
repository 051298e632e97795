// What a cut leaves out before and behind the words that were kept: what hangs on them and turns their sense, and what does not.
import { describe, expect, test } from 'vitest';
import { open } from './opened.ts';

const kept = 'the harbour opens on Monday';

/** Whether the cut of all but the kept words turns their sense. */
function turns(sentence: string, words: string, kind: 'statement' | 'news' = 'statement'): boolean {
  return open(sentence, kind).check(words).flags.includes('turns-sense');
}

describe('before the words', () => {
  test.each([
    ...[
      'It is not true that',
      'Nobody says',
      'We never promised that',
      'Nothing tells us',
      'It isn’t so that',
    ],
    ...[
      'We doubt that',
      'They refused to say that',
      'She denied that',
      'He denies that',
      'They deny that',
      'It is false that',
    ],
    ...['It is wrong that', 'We rule out that', 'It is impossible that', 'We are unable to say that'],
    ...[
      'If',
      'Unless',
      'Provided',
      'Assuming',
      'Suppose',
      'Whether',
      'Perhaps',
      'Maybe',
      'Possibly',
      'In case',
      'As long as',
    ],
    ...[
      'So long as',
      'Only when',
      'On condition',
      'Lest',
      'Wenn',
      'Falls',
      'Vielleicht',
      'Peut-être',
      'Jeśli',
      'Якщо',
    ],
    ...[
      'If it rains,',
      'Should it rain,',
      'Were it dry,',
      'Had it rained,',
      'Unless it rains,',
      'As long as it rains, then',
      'If it rains, then',
      'Wenn es regnet, dann',
    ],
    ...['Allegedly', 'Supposedly,', 'Reportedly,', 'Apparently,', 'Angeblich', 'Purportedly'],
    ...[
      'They claim that',
      'They claim',
      'He said',
      'He said that',
      'Anna Holm says:',
      'The envoy alleges',
      'The envoy insists that',
    ],
    ...[
      'They believe',
      'They think that',
      'He assumes',
      'She suggests that',
      'They argue that',
      'They hope',
      'They fear',
      'He told us that',
    ],
    ...[
      'The claim that',
      'The rumour that',
      'The lie that',
      'The idea that',
      'According to the envoy,',
      'Laut Anna Holm,',
      'Selon le maire,',
    ],
    ...['Sie behaupten, dass', 'Ils disent que', 'Twierdzą, że', 'Вони кажуть, що'],
  ])('%s', (before) => {
    expect(turns(`${before} ${kept}.`, kept)).toBe(true);
  });

  test.each([
    ...[
      'Today',
      'We believe that',
      'I think',
      'We say that',
      'I hope that',
      'We are sure that',
      'Nobody came, and',
      'It is not so; but',
    ],
    ...[
      'It was not cold:',
      'If it rains, roofs leak, and',
      'He came, he said, and',
      'For years, reports say, and',
      'Stop the war and',
    ],
    ...['Ich glaube, dass', 'Wir sagen, dass', 'Nous disons que', 'Their denial came, and'],
  ])('and it does not: %s', (before) => {
    expect(turns(`${before} ${kept}.`, kept)).toBe(false);
  });
});

describe('what is put in between commas parts nothing', () => {
  const aside = (length: number) => `It is not true, ${'x'.repeat(length)}, that`;
  test.each([
    ['They deny, she said, that', true],
    ['It is not true, she said, that', true],
    ['It is not true; she knows, that', false],
    ['It is not true, she said. Now', false],
    [aside(40), true],
    [aside(41), false],
    ['If it rains, she said, then', true],
    ['If it rains, then so be it: then', false],
    ['They will, if it rains, see', false],
    ['It is not so, and', false],
    ['It is not so but', false],
    ['It is not so (for now', false],
    ['It is not so — now', false],
  ])('%s: %s', (before, expected) => {
    expect(turns(`${before} ${kept}.`, kept)).toBe(expected);
  });

  test('nor does the mark that opens a quotation', () => {
    expect(turns(`“If it rains, ${kept},” Anna Holm said.`, kept, 'news')).toBe(true);
    expect(turns(`“ ‘If it rains, ${kept},’” Anna Holm said.`, kept, 'news')).toBe(true);
    expect(turns(`They know: “If it rains, ${kept},” Anna Holm said.`, kept, 'news')).toBe(true);
    expect(turns(`If it rains, she said: “Then ${kept},” and left.`, kept, 'news')).toBe(false);
  });
});

describe('a word that refuses tells of a clause alone', () => {
  test.each([
    ['They refuse', 'to sign the paper in May', true],
    ['They refused once again', 'to sign the paper in May', true],
    ['They refused again and then once', 'to sign the paper in May', false],
    ['They stop', 'the war of the north', false],
    ['They deny', 'the harbour was closed on Monday', true],
    ['They deny', 'Anna was there on Monday', true],
    ['They deny', 'it rained on Monday', true],
    ['They deny that', 'harbours are closed on Monday', true],
    ['They are kept from', 'closing it all on Monday', false],
    ['They are banned from', 'closing it all on Monday', true],
    ['They are too tired', 'to close it all on Monday', true],
    ['They are tired', 'to close it all on Monday', false],
  ])('%s | %s: %s', (before, words, expected) => {
    expect(turns(`${before} ${words}.`, words)).toBe(expected);
  });
});

describe('behind the words', () => {
  test.each([
    ...[
      'if it is dry',
      'only if it is dry',
      'but only if it is dry',
      'unless it rains',
      'except in winter',
      'provided it is dry',
    ],
    ...[
      'as long as it is dry',
      'so long as it is dry',
      'in case it is dry',
      'on condition it is dry',
      'on the condition that it is dry',
    ],
    ...[
      'subject to a vote',
      'assuming it is dry',
      'depending on the wind',
      'but not for long',
      'only when it is dry',
      'only after a vote',
    ],
    ...[
      'wenn es trocken ist',
      'falls es trocken ist',
      'es sei denn, es regnet',
      'sauf si il pleut',
      'jeśli sucho',
      'o ile sucho',
      'якщо сухо',
    ],
    ...[
      '— if it is dry',
      '; – - if it is dry',
      'but if it is dry',
      'but only when it is dry',
      'only once it is dry',
      'if, and so on',
      'chyba że pada',
      'à condition que',
      'хіба що дощ',
      ', he said',
      ', she claims',
      ', or so they say',
      ', Anna Holm said',
      ', the envoy insists',
      ', our envoy alleged',
    ],
    ...[
      'according to him',
      ', allegedly',
      'reportedly',
      ', supposedly',
      'laut Anna Holm',
      'never again',
      'not at all',
      'heute nicht',
      'nie',
    ],
  ])('%s', (behind) => {
    expect(turns(`${`The harbour${kept.slice(11)}`} ${behind}.`.replace(' ,', ','), kept)).toBe(true);
  });

  test.each([
    ...[
      'and closes in May',
      'until June',
      ', I said',
      ', we hope',
      'when it is dry',
      'but when it is dry',
      'once it is dry',
      'ifs and buts',
      'on Friday if it is dry',
      'after a vote',
      'and nobody knows why',
    ],
    ...['with all its gates', ', and that is not all', 'as planned', 'at noon, which is not early'],
  ])('and it does not: %s', (behind) => {
    expect(turns(`${`The harbour${kept.slice(11)}`} ${behind}.`.replace(' ,', ','), kept)).toBe(false);
  });

  test.each([
    ['not only on Friday', false],
    ['not just on Friday', false],
    ['not just yet', true],
    ['not just now, but when it rains', true],
    ['nicht nur nicht am Abend', true],
    ['nie tylko nie w piątek', true],
    ['not merely on Friday', false],
    ['not just at noon', false],
    ['not merely for us', false],
    ['nicht nur am Abend', false],
    ['heute nicht nur am Abend', false],
    ['nie tylko dla nas', false],
    ['не лише в травні', false],
    ['not on Friday', true],
    ['not at noon', true],
    ['not onlyx', true],
    ['nicht am Abend', true],
    ['heute nicht nurx', true],
    ['nie dla nas', true],
    ['не в травні', true],
    ['never', true],
    ['. Not on Friday', false],
    ['“not on Friday”', false],
    ['on Friday, not at noon', false],
  ])('a negation that begins there, but "not only": %s', (behind, expected) => {
    expect(turns(`The harbour${kept.slice(11)} ${behind}.`.replace(' .', '.'), kept)).toBe(expected);
  });

  test.each(['until', ', until', 'till', 'bis zum', 'jusqu’au', 'dopóki', 'доки', 'поки'])(
    'what ends a denial there: %s',
    (until) => {
      expect(
        turns(`The harbour does not open ${until} Monday.`.replace(' ,', ','), 'the harbour does not open'),
      ).toBe(true);
      expect(
        turns(`The harbour stays open ${until} Monday.`.replace(' ,', ','), 'the harbour stays open'),
      ).toBe(false);
      expect(turns(`The harbour does not open — ${until} Monday.`, 'the harbour does not open')).toBe(false);
    },
  );

  test('"until" tells where it follows at once', () => {
    expect(turns('The harbour does not open early in spring until May.', 'the harbour does not open')).toBe(
      false,
    );
  });

  test.each(['bisher', 'bislang', 'tillers', 'untilled', 'покинути', 'докинути'])('and not in %s', (word) => {
    expect(turns(`The harbour does not open ${word} Monday.`, 'the harbour does not open')).toBe(false);
  });

  test('"until" begins what was denied, and ends what was not', () => {
    expect(turns('The harbour does not open until Monday.', 'the harbour does not open')).toBe(true);
    expect(turns('The harbour stays open until Monday.', 'the harbour stays open')).toBe(false);
  });
});

describe('a reporter’s clause is no part of what somebody says', () => {
  test.each([
    ['Anna Holm said the harbour opens on Monday.', false],
    ['“They claim that the harbour opens on Monday,” Anna Holm said.', true],
    ['It is not true that the harbour opens on Monday.', true],
  ])('%s', (sentence, expected) => {
    expect(turns(sentence, kept, 'news')).toBe(expected);
  });
});

test.each(['why', 'how', 'whether', 'who', 'where', 'when'])('what asks with "%s" claims nothing', (word) => {
  const asked = `${word} the harbour opens on Monday`;
  expect(turns(`Nobody told us ${asked}.`, asked)).toBe(false);
});
