// What is told of a quotation that was found: whether a reporter says it, whether it was said in one go,
// and by whom.
import { describe, expect, test } from 'vitest';
import { checkerOf, who } from './opened.ts';

const ann = who('Ann Ford');
const ben = who('Ben Lund');
const first = '“Alpha bravo carol delta echos,”';
const second = '“Foxes golfs hotel india julia.”';

describe('what a reporter says between two parts of a statement', () => {
  const joined = (between: string, speaker = ann, one = first, two = second) =>
    checkerOf([`${one} ${between} ${two} The kilos limas mikes novem oscar.`], {
      said:
        speaker === ann
          ? [[`${one} … ${two}`, ann]]
          : [
              [one, ann],
              [two, speaker],
            ],
    }).told('Alpha bravo carol delta echos. Foxes golfs hotel india julia.');

  test.each([
    ['a clause', 'Ann Ford said.', 'exact'],
    ['a clause with a comma', 'Ann Ford said,', 'exact'],
    ['a clause with more spaces', 'Ann Ford said,  ', 'exact'],
    ['a clause with a colon', 'and she added:', 'exact'],
    ['a clause with a dash', 'Ann Ford said —', 'exact'],
    ['a clause with a line’s end', 'Ann Ford said\n', 'exact'],
    ['two sentences', 'Ann Ford said. It had rained.', 'altered'],
    ['a sentence that runs into the second part', 'and she called that', 'altered'],
  ])('%s: %s', (_, between, verdict) => {
    expect(joined(between).split(' ')[0]).toBe(verdict);
  });

  test('of two people nothing is one', () => {
    expect(joined('Ann Ford said.', ben).split(' ')[0]).toBe('joined');
    expect(joined('Ann Ford said.', who('Ann Ford')).split(' ')[0]).toBe('exact');
  });

  test('and a part of it that was said is no clause', () => {
    expect(joined('Ann Ford said, “so,” and:').split(' ')[0]).toBe('altered');
  });
});

describe('an aside of a reporter’s in brackets', () => {
  const quoted = (aside: string, text = 'Alpha bravo carol delta echos foxes') =>
    checkerOf([`“Alpha bravo carol ${aside} delta echos foxes,” Ann Ford said.`], {
      said: [[`“Alpha bravo carol ${aside} delta echos foxes,”`, ann]],
    }).told(text);
  test.each([
    ['(which is far)', 'exact'],
    ['[which is far]', 'exact'],
    ['(the old one).', 'exact'],
    ['(if it rains)', 'altered turns-sense'],
    ['(but not so)', 'altered turns-sense'],
    ['which is far', 'altered'],
    ['(which is) far', 'altered'],
    ['which (is far)', 'altered'],
  ])('%s: %s', (aside, verdict) => {
    expect(quoted(aside)).toBe(verdict);
  });

  test('is none where the quotation has brackets of its own in its place', () => {
    expect(quoted('(the old)', 'Alpha bravo carol (delta) echos foxes').split(' ')[0]).toBe('altered');
    expect(quoted('(the old)', 'Alpha (bravo) carol delta echos foxes')).toBe('exact brackets');
  });

  test('is one in news alone', () => {
    const statement = checkerOf(['Alpha bravo carol (which is far) delta echos foxes.'], {
      kind: 'statement',
    });
    expect(statement.told('Alpha bravo carol delta echos foxes')).toBe('altered');
  });
});

describe('a reporter’s own words', () => {
  const { told } = checkerOf(
    [`${first} Ann Ford said. The kilos limas mikes novem oscar.\n\n“Papas quebec” sierra “tango uniform.`],
    { said: [[first, ann]] },
  );
  test.each([
    ['Alpha bravo carol delta echos', 'exact'],
    ['The kilos limas mikes novem oscar.', 'reporter reporter-whole'],
    ['kilos limas mikes', 'reporter reporter-whole cut cut-start cut-end'],
    ['delta echos, Ann Ford said. The kilos', 'reporter reporter-part cut cut-start cut-end'],
    ['delta nine echos, Ann Ford said. The kilos', 'altered reporter reporter-part'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test('are not told where marks beside them could not be read', () => {
    const stray = checkerOf(['Alpha bravo carol delta” echos foxes.\n\nGolfs hotel india julia kilos.']);
    expect(stray.told('Alpha bravo carol delta')).toContain('marks-unread');
    expect(stray.told('Golfs hotel india julia kilos')).toBe('reporter reporter-whole');
  });
});

describe('words that stand in a row and are said by two', () => {
  test('in news each is in a quotation of its own', () => {
    const { told } = checkerOf([`${first} ${second} ${first.replace(/\w+ /u, 'Kilos ')}`], {
      said: [
        [first, ann],
        [second, ben],
      ],
    });
    expect(told('delta echos. Foxes golfs')).toMatch(/^joined/u);
    expect(told('Alpha bravo carol delta')).toMatch(/^exact/u);
  });

  test('one of whom may be the other, are not joined', () => {
    const he = who('he', { kind: 'pronoun' });
    const { told } = checkerOf([`${first} ${second}`], {
      said: [
        [first, ann],
        [second, he],
      ],
    });
    expect(told('delta echos. Foxes golfs')).toBe('exact cut cut-start cut-end');
  });
});

describe('who is said to have said it', () => {
  const people = [
    { id: 'ann', name: 'Ann Ford' },
    { id: 'ben', name: 'Ben Lund' },
  ];
  const by = (speaker: ReturnType<typeof who>, before = '') =>
    checkerOf([`${before}${first} she said.`], { said: [[first, speaker]], people });
  const claimed = (speaker: ReturnType<typeof who>, name: string, before?: string) =>
    by(speaker, before).told('Alpha bravo carol delta echos', name);

  test.each([
    [ann, 'Ann Ford', 'exact'],
    [ann, 'Ben Lund', 'misattributed'],
    [who('Ford'), 'Ann Ford', 'exact'],
    [who('the office', { kind: 'unnamed' }), 'Ann Ford', 'exact speaker-unknown'],
    [who('she', { kind: 'pronoun', resolved: 'Ann Ford' }), 'Ann Ford', 'exact'],
    [who('she', { kind: 'pronoun', resolved: 'Ann Ford' }), 'Ben Lund', 'misattributed'],
    [who('she', { kind: 'pronoun' }), 'Ann Ford', 'exact speaker-unknown'],
  ])('%o, claimed of %s: %s', (speaker, name, expected) => {
    expect(claimed(speaker, name)).toBe(expected);
  });

  test.each([
    ['Ann Ford met Ben Lund. ', 'he', 'exact speaker-unknown'],
    ['Ben Lund met Ann Ford. ', 'he', 'misattributed'],
    ['Ben Lund came. ', 'he', 'exact speaker-unknown'],
    ['Ann Ford met Ben Lund. ', 'HE', 'exact speaker-unknown'],
    ['Ann Ford met Ben Lund. ', 'They', 'misattributed'],
    ['Ann Ford met Ben Lund. ', 'the', 'misattributed'],
    ['Ann Ford met nobody. ', 'he', 'misattributed'],
    [`Ann Ford met Ben Lund. ${'x'.repeat(450)} `, 'she', 'exact speaker-unknown'],
    [`Ann Ford met Ben Lund. ${'x'.repeat(491)} `, 'she', 'exact speaker-unknown'],
    [`Ann Ford met Ben Lund. ${'x'.repeat(500)} `, 'she', 'misattributed'],
  ])('%j, “…” %s said', (before, pronoun, expected) => {
    expect(claimed(who(pronoun, { kind: 'pronoun', resolved: 'Ann Ford' }), 'Ben Lund', before)).toBe(
      expected,
    );
  });

  test('of several places the one where they said it, not in a reporter’s words', () => {
    const texts = [
      'The alpha bravo carol delta echos.',
      `${first} Ben Lund said.`,
      `So said Ann Ford: ${first}`,
      `Another says: ${first}`,
    ];
    const { checker } = checkerOf(texts, {
      ...{
        people,
        said: [
          [`${first} Ben`, ben],
          [`Ford: ${first}`, ann],
          [`says: ${first}`, who('the office', { kind: 'unnamed' })],
        ],
      },
    });
    const found = (speaker?: string) => {
      const { verdict, matches } = checker.check('alpha bravo carol delta echos', { speaker });
      return [verdict, ...matches.map((match) => match.passage.document.id)];
    };
    expect(found('Ann Ford')).toEqual(['exact', 'd2']);
    expect(found('Ben Lund')).toEqual(['exact', 'd1']);
    expect(found('Cleo Roux')).toEqual(['exact', 'd3', 'd0']);
    expect(found()).toEqual(['exact', 'd1', 'd2', 'd3', 'd0']);
  });

  test('of several stretches all were said by them, or else it is told', () => {
    const { told } = checkerOf([`${first} ${'x '.repeat(40)}${second}`], {
      people,
      said: [
        [first, ann],
        [second, ben],
      ],
    });
    const both = 'Alpha bravo carol delta echos. Foxes golfs hotel india julia';
    expect(told(both, 'Ann Ford')).toMatch(/^joined misattributed/u);
    expect(told(both)).toMatch(/^joined/u);
    expect(told(both)).not.toMatch(/misattributed|unknown/u);
    const half = checkerOf([`${first} ${'x '.repeat(40)}${second}`], { people, said: [[first, ann]] });
    expect(half.told(both, 'Ann Ford')).toMatch(/^joined .*speaker-unknown/u);
  });
});

test('of the labels of one transcript each is another person', () => {
  const { told } = checkerOf(
    ['THE PRESIDENT: Alpha bravo carol delta.\n\nMR. SULLIVAN: Echos foxes golfs hotel.'],
    {
      kind: 'transcript',
    },
  );
  expect(told('Alpha bravo carol delta', 'MR. SULLIVAN')).toBe('misattributed');
  expect(told('Alpha bravo carol delta', 'THE PRESIDENT')).toBe('exact');
  expect(told('Alpha bravo carol delta', 'Jake Adams')).toBe('exact speaker-unknown');
});
