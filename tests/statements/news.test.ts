// How news tells who spoke beside “…,” X said: nouns of speech, several who are named, titles with a full stop, verbs that need "that".
// Each kind on both sides: what must be read, and what looks like it and is nothing.
import { describe, expect, test } from 'vitest';
import { shown, statementsIn } from './reading.ts';

const said = (text: string): string[] => statementsIn(text).map(shown);

describe('what a noun tells', () => {
  test.each([
    ['But Lund’s main claim is that the deal is dead.', 'Lund: the deal is dead'],
    ['Berg’s answer was that nobody had asked.', 'Berg: nobody had asked'],
    ['Despite Lund’s insistence that he was ill, the court went on.', 'Lund: he was ill'],
    ['The council rejected Berg’s argument that the tax was too high.', 'Berg: the tax was too high'],
    ['The court was not moved by Lund’s suggestion that prices would fall.', 'Lund: prices would fall'],
    ['They were alarmed by Berg’s recent call to close the harbour.', 'Berg: to close the harbour'],
    ['Lund’s warning was that “no bridge” would stand.', 'Lund: “no bridge” would stand'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    'Lund’s claim that the deal is dead is wrong.',
    'Berg’s call to his mother was short.',
    'Lund’s statement was late.',
    'The claim that the deal is dead is old.',
    'Berg’s response to the flood was slow.',
    'In Lund’s letter were two pictures.',
    'Trump and his angry remarks loomed over the evening.',
    'His comments while in the harbour were few.',
  ])('nothing, or not where it ends: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('whose it is may be told by “his”', () => {
    const [, told] = statementsIn('Lund said he would go. It came after his promise to stay a year.');
    expect(told?.speaker?.resolved).toBe('Lund');
  });
});

describe('several who are named behind what they are', () => {
  test.each([
    ['Two analysts, Olaf Lind and Ada Berg, said that it rained.', 'Olaf Lind and Ada Berg: it rained'],
    [
      'Three lawmakers – Olaf Lind, Ada Berg and Tom Arden – said that it rained.',
      'Olaf Lind, Ada Berg and Tom Arden: it rained',
    ],
    ['Two experts, Olaf Lind, and Ada Berg, wrote that it rained.', 'Olaf Lind, and Ada Berg: it rained'],
    ['“It rained,” said two officials, Olaf Lind and Ada Berg.', 'Olaf Lind and Ada Berg: “It rained,”'],
    ['Her lawyers, Olaf Lind and Ada Berg, said that it rained.', 'Olaf Lind and Ada Berg: it rained'],
    [
      'The senators, Olaf Lind and Ada Berg, found in 2014 that it rained.',
      'Olaf Lind and Ada Berg: it rained',
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['Two analysts, tired and wet, said that it rained.', 'Two analysts: it rained'],
    ['Two analysts, among them Olaf Lind, said that it rained.', 'Two analysts: it rained'],
    ['Officials in two towns, Nordby and Sudby, said that it rained.', 'Officials in two towns: it rained'],
  ])('and nobody else: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('the whole name behind a title’s full stop, before “said” and beside quoted names', () => {
  test.each([
    ['“It fell,” Mr. Hedge said.', 'Mr. Hedge: “It fell,”'],
    ['Sen. Ted Lind, meanwhile, warned that it rained.', 'Sen. Ted Lind: it rained'],
    ['“It fell,” said Robert S. Ford.', 'Robert S. Ford: “It fell,”'],
    ['Gov. Grant Weld said that it rained.', 'Gov. Grant Weld: it rained'],
    ['Lund, known as “the Fox,” said that it rained.', 'Lund: it rained'],
    ['Rep. Brad Holm (D-Nord.) last month joked that it rained.', 'Rep. Brad Holm: it rained'],
    ['The pastor, Olaf Lind of the Harbour Church, said that it rained.', 'Olaf Lind: it rained'],
    ['It would rain, said Olaf Lind, who was there.', 'Olaf Lind: It would rain'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('verbs that report with “that” behind them', () => {
  test.each([
    ['Lund pointed out that it rained.', 'Lund: it rained'],
    ['As Lund pointed out, the sea was cold.', 'Lund: the sea was cold'],
    ['As Lund observed, the sea was cold.', 'Lund: the sea was cold'],
    ['Lund anticipated that it would rain.', 'Lund: it would rain'],
    ['The experts found in May that it rained.', 'The experts: it rained'],
    ['“How fine!” beamed Lund.', 'Lund: “How fine!”'],
    ['Lund called the report Friday a “bold lie.”', 'Lund: the report Friday a “bold lie.”'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    'Lund pointed to the door.',
    'Lund found his hat in 2014.',
    'Lund held the rope that day.',
    'Lund made the bed that morning.',
    'Lund shouted down the drivers with a horn.',
    'Lund often screamed into a horn at night.',
  ])('no speech: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('and what is made with a noun: the point, a promise, hope', () => {
    const told = (text: string): string => said(text).join(' | ').replace(': that ', ': ');
    expect(told('Lund also made the point that it rained.')).toBe('Lund: it rained');
    expect(told('Lund made a promise that it would end.')).toBe('Lund: it would end');
    expect(told('Lund expressed hope that it would end.')).toBe('Lund: it would end');
    expect(told('Lund voiced concern that it would rain.')).toBe('Lund: it would rain');
    expect(told('Lund made the case for rain.')).toBe('');
    expect(told('Lund made a bed that creaked.')).toBe('');
  });
});

describe('two strokes at both ends', () => {
  test.each([
    ["''We go,'' Mr. Lund said.", "Mr. Lund: ''We go,''"],
    ["Lund said: ''We go.''", "Lund: ''We go.''"],
    ["''Who's there?'' Lund asked.", "Lund: ''Who's there?''"],
    ["''He said, 'No,''' Ms. Berg recalled.", "Ms. Berg: ''He said, 'No,'''"],
    ["Ms. Berg called it ''a disgrace.''", "Ms. Berg: it ''a disgrace.''"],
    ["''We go,'' Lund said. ''All of us.''", "Lund: ''We go,'' + ''All of us.''"],
  ])('are told as whose they are, and never as quoted word for word: %s', (text, expected) => {
    const statements = statementsIn(text);
    expect(statements.map(shown)).toEqual([expected]);
    expect(statements.map(({ direct }) => direct)).toEqual([false]);
  });

  test.each([
    "The film ''Red Harbour'' was shown.",
    "A board of 5'6'' by 3'' stood there.",
    "''Red Harbour''",
    "At 40°12'30'' they turned back.",
    "He was ''the Fox'' of the town.",
  ])('and nobody’s where no clause says so: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('whom “he” and “she” mean', () => {
  const meant = (text: string): (string | undefined)[] =>
    statementsIn(text).flatMap(({ speaker }) => (speaker?.kind === 'pronoun' ? [speaker.resolved] : []));
  test.each([
    ['Lindsey Lund came late. “We go,” he said.', 'Lindsey Lund'],
    ['Mr. Lund met Mrs. Berg. “We go,” he said.', 'Mr. Lund'],
    ['Promising that he would stay, Lund said that it rained.\n\n“It is late,” he said.', 'Lund'],
    ['Peter Lund came late. “We go,” he said.', 'Peter Lund'],
    ['Ms. Lund met Mr. Berg. “We go,” she added.', 'Ms. Lund'],
    ['Jo Lund came late. “We go,” he said.', 'Jo Lund'],
    ['Andrea Lund came late. “We go,” he said.', 'Andrea Lund'],
    ['Elizabeth Lund spoke about Berg. “We go,” she said.', 'Elizabeth Lund'],
  ])('one who can bear it: %s', (text, name) => {
    expect(meant(text)).toEqual([name]);
  });
  test.each([
    'Susan Lund met Mary Berg. “We go,” she said.',
    'Susan Lund met Peter Berg. “We go,” he said.',
    'Lund met Berg. “We go,” he said.',
    'Mr. Lund met Mr. Berg. “We go,” he said.',
    'Susan Lund waited. “We go,” he said.',
    'Mrs. Lund waited. “We go,” he said.',
  ])('nobody where two can, or none: %s', (text) => {
    expect(meant(text)).toEqual([undefined]);
  });
});
