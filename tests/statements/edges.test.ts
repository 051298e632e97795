// How far something reaches: labels in a report, a pronoun behind its name, a signature below a quotation.
import { describe, expect, test } from 'vitest';
import { shown, statementsIn } from './reading.ts';

const said = (text: string, kind: 'news' | 'transcript' = 'news') => statementsIn(text, { kind }).map(shown);

describe('one label in twelve paragraphs makes a transcript, fewer make a report with a line of talk', () => {
  const report = (paragraphs: number) =>
    [
      'The two sides met again on Monday in the old town hall.',
      'MR. HOLM: We go on.',
      ...Array.from({ length: paragraphs - 2 }, (_, n) => `Day ${n} was cold.`),
    ].join('\n\n');

  test('twelve', () => expect(said(report(12), 'transcript')[0]).toBe('MR. HOLM: We go on.'));
  test('thirteen', () => expect(said(report(13), 'transcript')).toEqual([]));
});

describe('a pronoun means who was named within four sentences', () => {
  const story = (between: number) =>
    `Ida Holm said it would rain.${' The rain fell all day.'.repeat(between)} She said it would stop.`;

  test.each([0, 1, 2, 3])('with %d between', (between) => {
    const [, statement] = statementsIn(story(between));
    expect(statement?.speaker).toMatchObject({ text: 'She', resolved: 'Ida Holm' });
  });

  test.each([4, 5])('and no longer with %d', (between) => {
    const [, statement] = statementsIn(story(between));
    expect(statement?.speaker).toMatchObject({ text: 'She' });
    expect(statement?.speaker).not.toHaveProperty('resolved');
  });
});

describe('a line with a dash and a name signs the quotation above it', () => {
  const below = (line: string) => said(`“We go on as we are, whatever comes.”\n\n${line}`);
  const quoted = '“We go on as we are, whatever comes.”';

  test.each([
    ['- Ida Holm', 'Ida Holm'],
    ['— Ida Holm', 'Ida Holm'],
    ['– Ida Holm, former senator', 'Ida Holm'],
    ['- Ida Holm, who has been the envoy of Sudmark to the talks since June', 'Ida Holm'],
    ['- Ida Maria Van Der Holm', 'Ida Maria Van Der Holm'],
    ['- Ida Holm (Sudmark)', 'Ida Holm'],
  ])('%s', (line, speaker) => {
    expect(below(line)).toEqual([`${speaker}: ${quoted}`]);
  });

  test.each([
    'Ida Holm',
    '- Ida holm',
    '- Ida Anna Maria Van Der Holm',
    `- Ida Holm, ${'who has been an envoy, '.repeat(5)}`,
    '- the envoy',
  ])('but not: %s', (line) => {
    expect(below(line)).toEqual([`?: ${quoted}`]);
  });
});
