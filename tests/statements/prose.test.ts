// Speakers in the prose of the news: titles, appositions, sources without a name, times and places before a name, verbs that
// are no speech, and whom a pronoun means; everything on both sides.
import { describe, expect, test } from 'vitest';
import { shown, statementsIn } from './reading.ts';

const said = (text: string): string[] => statementsIn(text).map(shown);
const resolved = (text: string): (string | undefined)[] =>
  statementsIn(text).flatMap(({ speaker }) => (speaker?.kind === 'pronoun' ? [speaker.resolved] : []));

describe('the whole of a speaker', () => {
  test.each([
    ['Acting Foreign Minister Jo Lind said they go.', 'Acting Foreign Minister Jo Lind: they go'],
    ['Outgoing Chancellor Ida Holm said they go.', 'Outgoing Chancellor Ida Holm: they go'],
    ['Incoming President Berg said it rained.', 'Incoming President Berg: it rained'],
    ['Visiting Prime Minister Anna Roux said they go.', 'Visiting Prime Minister Anna Roux: they go'],
    ['He Yadong said they go.', 'He Yadong: they go'],
    ['Commerce Minister He Yadong said they go.', 'Commerce Minister He Yadong: they go'],
    ['The bloc’s trade chief, Jo Lind, said they go.', 'Jo Lind: they go'],
    ['“We go,” the Special Envoy, Ida Holm, said.', 'Ida Holm: “We go,”'],
    ['“We go,” the Permanent Representative, Ida Holm, said.', 'Ida Holm: “We go,”'],
    ['A diplomat briefed on the talks said they go.', 'A diplomat briefed on the talks: they go'],
    ['An official familiar with the plan said they go.', 'An official familiar with the plan: they go'],
    ['Two people close to the minister said they go.', 'Two people close to the minister: they go'],
    ['Several envoys involved in the talks said they go.', 'Several envoys involved in the talks: they go'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['Speaking Friday, Merz said they go.', 'Merz: they go'],
    ['He Tuesday said they go.', 'He: they go'],
    ['She said they go.', 'She: they go'],
    ['Merz, close to tears, said they go.', 'Merz: they go'],
    ['Last Thursday Merz said they go.', 'Merz: they go'],
    ['On 3 March Merz said they go.', 'Merz: they go'],
    ['Early Monday Merz said they go.', 'Merz: they go'],
    ['In Paris Anna Roux said they go.', 'Anna Roux: they go'],
    ['The court this week said they go.', 'The court: they go'],
    ['Merz on Friday said they go.', 'Merz: they go'],
  ])('and no more: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('verbs', () => {
  test.each([
    'Merz called Tusk on Monday.',
    'Merz called a meeting at noon.',
    'Merz called both envoys from Berlin.',
    'Merz called off the talks.',
    'The club admitted two members in May.',
    'Merz was praised by all.',
    'Merz was told to go.',
    'He was admitted to hospital on Friday.',
    'The army continued its march to the river.',
    'The king added two wings to the house.',
  ])('no speech: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['Merz called for a truce.', 'Merz: a truce'],
    ['Merz called the plan a mistake.', 'Merz: the plan a mistake'],
    ['Merz called the talks “useful”.', 'Merz: the talks “useful”'],
    ['Merz admitted that it was late.', 'Merz: it was late'],
    ['Merz admitted he was late.', 'Merz: he was late'],
    ['Merz praised the plan.', 'Merz: the plan'],
    ['Merz told Tusk that they go.', 'Merz: they go'],
    ['Merz called Tusk on Monday and told him that they go.', 'Merz: they go'],
    ['Holm thanked Merz, who had called Tusk and told him that they go.', 'who: they go'],
  ])('speech: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['Both parties agreed to a lasting truce.', 'Both parties: to a lasting truce'],
    ['The two sides agreed to an open and fair vote.', 'The two sides: to an open and fair vote'],
    ['Both delegations said they go.', 'Both delegations: they go'],
  ])('several at once: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
    expect(statementsIn(text)[0]?.speaker?.kind).toBe('collective');
  });
});

describe('a pronoun is the one person who can be meant', () => {
  test.each([
    ['Ida Holm arrived. “We go,” she said.', ['Ida Holm']],
    ['Ida Holm said they go. “Soon,” she added.', ['Ida Holm']],
    ['Merz said after talks with Tusk that they go. He added that it rained.', ['Merz']],
    ['Merz left Berlin on Monday. “We go,” he said.', ['Merz']],
    ['Merz said Tusk was ill. He added that it rained.', ['Merz']],
    ['Merz spoke about Tusk. “We go,” he said.', ['Merz']],
    ['Merz spoke. On Monday Tusk opened the talks. “We go,” he said.', ['Tusk']],
    ['Merz met Americans and Mexicans on Monday. “We go,” he said.', ['Merz']],
    ['Merz met the young Germans on Monday. “We go,” he said.', ['Merz']],
    ['Merz looked to the West on Monday. “We go,” he said.', ['Merz']],
    ['Merz joined the House on Monday. “We go,” he said.', ['Merz']],
    ['Merz attacked The Norland Post. “We go,” he said.', ['Merz']],
    ['Merz spoke Swedish on Monday. “We go,” he said.', ['Merz']],
    ['Merz joined Bank of Norland on Monday. “We go,” he said.', ['Merz']],
    ['Ida Holm said they go.\n\nIt rained.\n\nShe said it was late.', ['Ida Holm']],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toEqual(expected);
  });

  test.each([
    'Merz met Tusk on Friday. “We go,” he said.',
    'Merz turned to Tusk. “We go,” he said.',
    'Holm was joined by Lind. “We go,” she said.',
    'Merz told Tusk that they go. “It is late,” he added.',
    'Merz asked: “Will you sign?” “Not today,” he replied.',
    'Merz said they go. “Not yet,” he answered.',
    'Ida Holm, who met Jo Lind on Friday, said they go. She added that it rained.',
    '“We go,” wrote Jo Lind, whose aide, Ida Holm, had left. “It is late,” she said.',
    'Merz thanked Tusk, the envoy. “We go,” he said.',
    'Merz praised Tusk. He said they go.',
    'Merz met Timmermans in Berlin on Monday. “We will sign the accord,” he said.',
    'Merz met Evans on Monday. “We go,” he said.',
    'Merz met West in Oslo. “We go,” he said.',
    'Merz thanked Law, the envoy. “We go,” he said.',
    'Merz turned to Cornish. “We go,” he said.',
    'Merz and Reese arrived. “We go,” he said.',
    'Merz met President King. “We go,” he said.',
    'Merz met the German Chancellor West. “We go,” he said.',
    'Merz spoke. On Monday Evans opened the talks. “We go,” he said.',
    '“We go,” he said.',
  ])('nobody, where it may be another: %s', (text) => {
    expect(resolved(text)).toEqual([undefined]);
  });
});

describe('what leads a sentence in without a comma', () => {
  test.each([
    ['In Berlin Macron opened the session. He said they go.', 'Macron'],
    ['During talks Macron left. He said they go.', 'Macron'],
    ['During the talks in Paris Macron left. He said they go.', 'Macron'],
    ['At the summit in Geneva on Tuesday Anna Roux left early. She said they go.', 'Anna Roux'],
    ['After a meeting in Rome Merz flew home. He said they go.', 'Merz'],
    ['Before lunch Tusk spoke to reporters. He said they go.', 'Tusk'],
    ['Last week in Vienna Grossi briefed the board. He said they go.', 'Grossi'],
    ['In New York Guterres spoke. He said they go.', 'Guterres'],
    ['But in the Netherlands Rutte stayed. He said they go.', 'Rutte'],
  ])('is no part of whom a pronoun means: %s', (text, expected) => {
    expect(resolved(text)).toEqual([expected]);
  });

  test.each([
    'In Berlin the session was opened. He said they go.',
    'In London Starmer and Macron opened the session. He said they go.',
    'In Berlin Macron met Merz. He said they go.',
    'From Paris Macron wrote to Merz. He said they go.',
    'In South Carolina voters stayed. He said they go.',
    'After police in Baton Rouge came, crowds left. He said they go.',
  ])('and nobody where two or none can be meant: %s', (text) => {
    expect(resolved(text)).toEqual([undefined]);
  });

  test.each([
    ['In Paris President Macron said they go.', 'President Macron: they go'],
    ['At the White House Trump said they go.', 'Trump: they go'],
    ['At the Pentagon Lloyd Austin said they go.', 'Lloyd Austin: they go'],
    ['In Addis Ababa Abiy Ahmed said they go.', 'Abiy Ahmed: they go'],
    ['In New York Guterres said they go.', 'Guterres: they go'],
    ['During talks Macron said they go.', 'Macron: they go'],
    ['At a rally in Ohio on Friday Vance said they go.', 'Vance: they go'],
    ['In the European Parliament Metsola said they go.', 'Metsola: they go'],
  ])('nor of who speaks: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['After Friedrich Merz left, Macron said they go.', 'Macron: they go'],
    ['Former Prime Minister Anna Roux said they go.', 'Former Prime Minister Anna Roux: they go'],
    ['Voters in New York said they go.', 'Voters in New York: they go'],
    ['The mayor of San Diego said they go.', 'The mayor of San Diego: they go'],
    ['At the ministry officials said they go.', 'officials: they go'],
    ['In South Korea lawmakers said they go.', 'lawmakers: they go'],
  ])('but a name keeps all of its words: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('words of several speakers in one sentence', () => {
  test.each([
    [
      'Merz said it was late, and French officials warned that it rained.',
      ['Merz: it was late', 'French officials: it rained'],
    ],
    ['Merz said it was late, but Macron said it rained.', ['Merz: it was late', 'Macron: it rained']],
    [
      'Merz argued that it was late, while the court noted that it rained.',
      ['Merz: it was late', 'the court: it rained'],
    ],
    [
      'Merz said it was late, though two envoys insisted that it rained.',
      ['Merz: it was late', 'two envoys: it rained'],
    ],
    [
      'Merz warned that it was late; and Tusk added that it rained.',
      ['Merz: it was late', 'Tusk: it rained'],
    ],
    [
      'Merz stressed that it was late, and Macron agreed that it rained, but Tusk denied that it snowed.',
      ['Merz: it was late', 'Macron: it rained', 'Tusk: it snowed'],
    ],
  ])('are each one’s own: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ['Merz said it was late and the talks were useful.', 'Merz: it was late and the talks were useful'],
    ['Merz said it was late, and that it rained.', 'Merz: it was late, and that it rained'],
    [
      'Merz said the bank was closed, and the shops were open.',
      'Merz: the bank was closed, and the shops were open',
    ],
    ['Merz said it was late, and he added that it rained.', 'Merz: it was late, and he added that it rained'],
    ['Merz said it was late, but not too late.', 'Merz: it was late, but not too late'],
    ['Merz said the plan, which Tusk likes, was late.', 'Merz: the plan, which Tusk likes, was late'],
  ])('and one’s where nobody else speaks: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('what somebody says that another one said', () => {
  test.each([
    ['Merz said that Macron had called the plan “dead”.', 'Merz: Macron had called the plan “dead”'],
    ['Merz denied that Macron had called the plan “dead”.', 'Merz: Macron had called the plan “dead”'],
    [
      'Merz said on Friday that Macron once called him a “friend”.',
      'Merz: Macron once called him a “friend”',
    ],
    ['The paper reported that Merz had told Macron “no”.', 'The paper: Merz had told Macron “no”'],
    ['Tusk claimed that Merz dismissed it as “empty talk”.', 'Tusk: Merz dismissed it as “empty talk”'],
    [
      'Officials said that Merz described the text as “weak”.',
      'Officials: Merz described the text as “weak”',
    ],
  ])('is what that one tells: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ['Merz met Macron, who called the plan “dead”.', 'who: the plan “dead”'],
    ['Merz said that it was late, and Macron called it “dead”.', 'Macron: it “dead”'],
    ['Merz said Macron was late and called the plan “dead”.', 'Merz: the plan “dead”'],
    ['Merz left when Macron called the plan “dead”.', 'Macron: the plan “dead”'],
    ['Merz told reporters that Macron “never came”.', 'Merz: Macron “never came”'],
    ['Macron called the plan “dead” and said that it rained.', 'Macron: the plan “dead”'],
  ])('and the other one’s where nobody tells it: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('the subject of a verb of saying', () => {
  test.each([
    [
      'Merz filed in Bonn, where restructuring experts say judges are quick.',
      'restructuring experts: judges are quick',
    ],
    [
      'Merz left for Rome, where negotiating teams said the text was ready.',
      'negotiating teams: the text was ready',
    ],
    [
      'The council failed because its veto-wielding members said it was late.',
      'its veto-wielding members: it was late',
    ],
    ['Merz went home because visiting envoys said it was late.', 'visiting envoys: it was late'],
    ['Merz stayed because opposing camps said it was late.', 'opposing camps: it was late'],
    ['Merz heard that governing parties said it was late.', 'governing parties: it was late'],
  ])('has the word that tells of it: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    'As President Obama appears set to veto the bill, Clinton disagrees.',
    'While the talks went on, Merz agreed.',
    'When the bell rang, Tusk agreed.',
    'After the guests had left, Merz commented.',
    'Because it rained all day, Merz complained.',
    'Although they came late, Tusk agreed.',
  ])('is not who says the clause that leads in: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['If they go, we go, Merz said.', 'Merz: If they go, we go'],
    ['As long as it rains, they stay, Merz said.', 'Merz: As long as it rains, they stay'],
    ['They go, Merz said.', 'Merz: They go'],
    ['The talks went on, officials agreed.', 'officials: The talks went on'],
    ['When it rains, all stay, Tusk said.', 'Tusk: When it rains, all stay'],
    ['It is late, Merz complained.', 'Merz: It is late'],
  ])('is who says a whole sentence: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    'Lund was asked by Berg, who is a host and has dismissed the plan, “Is it late?”',
    'Merz was told by Lund, who came early and has left, “It is late.”',
    'Tusk was warned by Kallas, who had read it and has signed, “It is late.”',
    'Roux was urged by Holm, who leads the club and has paid, “Go now.”',
    'Merz was reminded by Tusk, who knows it and has waited, “It is late.”',
    'Orban was asked by Fico, who had stayed and has called, “Is it late?”',
  ])('is not who was asked: %s', (text) => {
    expect(statementsIn(text).map(({ speaker }) => speaker?.text)).not.toContain(text.split(' ')[0]);
  });

  test.each([
    ['CONGRESS HAS ASKED HIM. He said they go.', undefined],
    ['NATO met early. He said they go.', undefined],
    ['ROME — He said they go.', undefined],
    ['Merz left. He said they go.', 'Merz'],
    ['Chancellor Merz left. He said they go.', 'Chancellor Merz'],
    ['McCain left. He said they go.', 'McCain'],
  ])('means nobody by words in capitals: %s', (text, expected) => {
    expect(resolved(text)).toEqual([expected]);
  });
});
