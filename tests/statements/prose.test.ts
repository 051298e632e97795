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
