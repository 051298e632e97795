// Which change of words turns the sense and which does not: every group of words, from both sides.
import { describe, expect, test } from 'vitest';
import {
  denies,
  isConditional,
  movedNames,
  namesIn,
  negatesOddly,
  opposes,
  restricts,
  stemOf,
  turnsSense,
} from '../../src/check/sense.ts';
import { printed } from '../../src/check/words/printed.ts';
import { wordsOf } from '../../src/check/words/words.ts';

const shown = (text: string) => printed(text, wordsOf(text));
const spellings: Record<string, string> = { zelensky: 'zelenskyy', zelenskyy: 'zelenskyy', kyiv: 'kyiv' };
const names = { named: (folded: string) => spellings[folded] };
const turns = (source: string, given: string) => turnsSense(shown(source), shown(given), names);
const list = (text: string) => text.split(' ');

/** Words of one meaning, and whether one of them may be lost or put in. */
const groups: [alone: 'tells' | 'harmless', words: string][] = [
  ['tells', 'must shall obliged required requires'],
  ['tells', 'should ought'],
  ['tells', 'may might perhaps maybe possibly'],
  ['harmless', 'can could able'],
  ['harmless', 'will would'],
  ['tells', 'including include includes included'],
  ['tells', 'excluding exclude excludes excluded'],
  ['tells', 'if unless until till except only provided otherwise though although however'],
  ['harmless', 'all every always everyone everybody everything both entire entirely fully completely'],
  ['harmless', 'some sometimes somebody someone partly partially'],
  ['tells', 'most mostly mainly'],
  ['tells', 'few rarely seldom little'],
  ['tells', 'before prior'],
  ['tells', 'after following'],
  ['harmless', 'more greater higher'],
  ['harmless', 'less fewer lower'],
  ['tells', 'reportedly allegedly presumably reputedly rumored rumoured alleged purported unconfirmed'],
  ['tells', 'not no never none nothing nobody nowhere neither nor without cannot hardly barely scarcely'],
  ['tells', 'refuse refuses refused deny denies denied fail fails failed stop stops stopped'],
  ['tells', 'prevent prevents prevented oppose opposes opposed reject rejects rejected noone'],
  ['tells', 'non un anti'],
];

describe.each(groups)('words that are %s when they come or go: %s', (alone, words) => {
  test.each(list(words))('%s', (word) => {
    expect([turns(word, ''), turns('', word), turns(word, 'paper'), turns('paper', word)]).toEqual(
      Array(4).fill(alone === 'tells'),
    );
  });

  test('one stands for another of them', () => {
    const [first = '', ...others] = list(words);
    expect(others.filter((other) => turns(first, other) && !opposes(first, other))).toEqual([]);
  });

  test('none stands for one of another group', () => {
    const [first = ''] = list(words);
    const deniesToo = (other: string) => groups.indexOf(groups.find(([, each]) => each === other)!) > 16;
    for (const [, other] of groups) {
      if (other === words || (deniesToo(words) && deniesToo(other))) continue;
      expect([first, list(other)[0], turns(first, list(other)[0]!)]).toEqual([first, list(other)[0], true]);
    }
  });
});

describe('other words in the place of those of the source', () => {
  test.each([
    ['do not', 'don’t', false],
    ['does not', 'doesn’t', false],
    ['cannot', 'can’t', false],
    ['can not', 'cannot', false],
    ['will not', 'won’t', false],
    ['shall not', 'shan’t', false],
    ['is not', 'ain’t', false],
    ['is going to', 'is gonna', false],
    ['have got to', 'have gotta', false],
    ['is', 'isn’t', true],
    ['they are', 'they aren’t', true],
    ['they needn’t', 'they need', true],
    ['never', 'not', false],
    ['not without reason', 'with reason', true],
    ['signed', 'painted', false],
    ['transparent', 'open', false],
    ['can all', '', false],
    ['can all', 'go', true],
    ['open', 'closed', true],
    ['it continues', 'it ended', true],
    ['possible', 'impossible', true],
    ['armed', 'disarmed', true],
    ['lawful', 'unlawful', true],
    ['use', 'misuse', false],
    ['five', 'six', true],
    ['five', '5', false],
    ['twenty', '20', false],
    ['zero', '0', false],
    ['the 5th', 'the 5', false],
    ['the 2nd', 'the 1st', true],
    ['1990s', '1990', false],
    ['five talks', 'talks', false],
    ['talks', 'five talks', false],
    ['5 dollars', '5 euros', true],
    ['5 percent', '5', false],
    ['5 million', '5 billion', true],
    ['open or closed, do not', 'open or closed, don’t', false],
    ['1 and 2', '12 and', true],
    ['Macron Merz', 'Macronmerz', true],
    ['Macronmerz', 'Macron Merz', true],
    ['12 and', '1 and 2', true],
    ['1 2', '1 2 more', false],
    ['Macron Merz', 'Merz Macron', true],
    ['Macron came', 'Merz came', true],
    ['Macron came', 'he came', false],
    ['Zelensky came', 'Zelenskyy came', false],
    ['Zelensky came', 'Kyiv came', true],
    ['kyiv came', 'Zelensky came', true],
    ['The talks', 'These talks', false],
    ['I came', 'God came', false],
    ['his plan', 'her plan', true],
  ])('%s → %s turns the sense: %s', (source, given, expected) => {
    expect(turns(source, given)).toBe(expected);
  });
});

describe('one word is the contrary of another', () => {
  test.each([
    ['accept', 'reject'],
    ['reject', 'accept'],
    ['accepted', 'rejects'],
    ['welcomed', 'condemned'],
    ['ceasefire', 'war'],
    ['someone', 'nobody'],
    ['liberating', 'occupied'],
    ['stable', 'unstable'],
    ['legal', 'illegal'],
    ['violence', 'nonviolence'],
    ['escalate', 'deescalate'],
  ])('%s and %s', (one, other) => {
    expect([opposes(one, other), opposes(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['accept', 'accepts'],
    ['accept', 'oppose'],
    ['under', 'der'],
    ['into', 'to'],
    ['able', 'table'],
    ['war', 'peaceful'],
  ])('but not %s and %s', (one, other) => {
    expect(opposes(one, other)).toBe(false);
  });

  test.each([
    ['continues', 'continu'],
    ['ending', 'end'],
    ['moved', 'mov'],
    ['plan', 'plan'],
    ['uses', 'uses'],
    ['red', 'red'],
  ])('%s is told by %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

test.each([
  ['they will not go', true],
  ['they will go', false],
  ['they will never not go', false],
  ['they don’t go', true],
  ['not only they go', false],
  ['not just they go', false],
  ['not merely they go', false],
  ['not they only', true],
  ['not justice is done', true],
  ['not unjust', true],
])('"%s" denies on the whole: %s', (text, expected) => {
  expect(negatesOddly(shown(text).map(({ folded }) => folded))).toBe(expected);
});

test.each([
  ['he does not go', true],
  ['er geht nicht', true],
  ['ils ne vont pas', true],
  ['nikt nie idzie', true],
  ['він не йде', true],
  ['they refuse to go', false],
  ['not only he goes', false],
  ['nicht nur er geht', false],
  ['not justice is done', true],
  ['not unjust', true],
  ['ils ne vont pas seulement', true],
  ['не тільки він', false],
  ['he goes', false],
  ['a transparent plan', false],
  ['he isn’t there', true],
])('"%s" holds a plain negation: %s', (text, expected) => {
  expect(denies(shown(text))).toBe(expected);
});

describe('what an honest ellipsis does not leave out', () => {
  test.each([
    'not today',
    'they refused it',
    'allegedly',
    'if they go',
    'unless',
    'barring rain',
    'whether it rains',
    'but later',
    'provided that they go',
    'assuming we go',
    'as long as it holds',
    'so long as it holds',
    'in case of rain',
    'on condition of peace',
    'subject to a vote',
    'apart from Berlin',
    'other than Paris',
    'rather than war',
    'instead of war',
    'short of war',
    'should they go',
    'were it so',
    'had Russia gone',
  ])('%s', (text) => {
    expect(restricts(shown(text))).toBe(true);
  });

  test.each([
    'in the spring',
    'a provided car',
    'which should pay',
    'they were there',
    'we had gone',
    'the aid provided by them',
    'a case of rain',
    'the shoulders we have',
    'Ahad he saw',
    'the long road',
  ])('but it may: %s', (text) => {
    expect(restricts(shown(text))).toBe(false);
  });

  test('a word by itself is a condition behind a comma alone', () => {
    const [before, comma] = [shown('the aid, provided')[1], shown('the aid provided')[1]];
    expect(restricts(shown('provided by them'), before)).toBe(true);
    expect(restricts(shown('provided by them'), comma)).toBe(false);
  });

  test.each([
    ['if they go', true],
    ['reportedly', true],
    ['as long as it holds', true],
    ['it holds', false],
    ['they do not go', false],
  ])('"%s" is conditional: %s', (text, expected) => {
    expect(isConditional(shown(text).map(({ folded }) => folded))).toBe(expected);
  });
});

test('names and numbers that were left out here and put in there are told', () => {
  const moved = movedNames(
    shown('Macron met 5 envoys in Kyiv'),
    shown('Zelensky and Macron met five men'),
    names,
  );
  expect([...moved]).toEqual(['macron', '5']);
  expect(namesIn(shown('The envoy Macron met 5 of us in Kyiv'), names)).toEqual(['macron', 'kyiv', '5']);
});
