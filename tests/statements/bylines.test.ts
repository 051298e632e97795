// Pages that lost their lines run an author's name and the next heading into the story: neither speaks.
import { describe, expect, test } from 'vitest';
import { shown, statementsIn } from './reading.ts';

const quoted = '“The bridge stays open to every convoy.”';
const speakersOf = (text: string): (string | undefined)[] =>
  statementsIn(text)
    .filter(({ direct }) => direct !== false)
    .map(({ speaker }) => speaker?.resolved ?? speaker?.text);

describe('behind a quotation an author and a heading say nothing of who spoke', () => {
  test.each([
    `“We agreed,” Holm said. ${quoted} – Peter Marsh Holm touts the deal President Ruth Holm said 80 states have signed.`,
    `Holm then added, ${quoted} - Anna Kuchar and Michael Collins Lund agrees with the aide who says Holm is wrong.`,
    `“We agreed,” Holm said. ${quoted} -- By Laura Marsh Lund warns of delays The minister said nobody was asked.`,
    `Holm said: ${quoted} — Peter J. Marsh Lund says talks failed The minister had argued for more time.`,
    `“We agreed,” said Holm. ${quoted} – Peter Marsh, Laura Penn Lund says no Reporters were told to wait.`,
    `Holm told reporters, ${quoted} – Peter Marsh & Laura Penn Lund insists on terms Others said they could wait.`,
  ])('%s', (text) => {
    const speakers = speakersOf(text).filter((one) => one !== undefined);
    expect(speakers.length).toBeGreaterThan(0);
    expect(new Set(speakers)).toEqual(new Set(['Holm']));
  });
});

describe('a clause behind an author’s name and a heading has its own speaker', () => {
  test.each([
    `The talks went on. – Peter Marsh The minister said “the bridge stays open to every convoy.”`,
    `The talks went on. - Laura Penn Lund said “the bridge stays open to every convoy.”`,
    `The talks went on. -- By Peter Marsh Lund told reporters “the bridge stays open to every convoy.”`,
    `“We agreed,” Holm said. – Peter Marsh Lund said “the bridge stays open to every convoy.”`,
    `Nobody came. — Peter Marsh and Laura Penn Lund added: “the bridge stays open to every convoy.”`,
    `Was it over? – Michael Penn Lund wrote: “the bridge stays open to every convoy.”`,
  ])('%s', (text) => {
    const last = statementsIn(text).at(-1);
    expect(last?.speaker?.text).toMatch(/^(?:Lund|The minister)$/u);
  });
});

describe('a dash with a name stays whose words they are', () => {
  test.each([
    `${quoted}\n\n– Peter Marsh`,
    `${quoted}\n\n— Peter Marsh, minister`,
    `“The bridge stays open to every convoy,” Peter Marsh said on Friday.`,
    `${quoted} – Peter Marsh said on Friday.`,
    `“The bridge stays open to every convoy,” – Peter Marsh said.`,
    `Peter Marsh – a minister – said: ${quoted}`,
  ])('%s', (text) => {
    expect(statementsIn(text).map(shown)).toEqual([expect.stringMatching(/^Peter Marsh/u)]);
  });
});

describe('a heading that asks is not what the next sentence’s pronoun means', () => {
  test.each([
    'Byron Lund for speaker?: Holm was asked at the end of the day whether Marsh will win. “I follow it with great attention,” he said.',
    'Peter Lund for chancellor? Holm met Marsh in the evening. “I follow it with great attention,” he said.',
    'Byron Lund for speaker?:Rivals named another for the vote Holm was asked whether Marsh will win. “I follow it with great attention,” he said.',
  ])('%s', (text) => {
    expect(speakersOf(text)).not.toContainEqual(expect.stringContaining('Lund'));
  });
});
