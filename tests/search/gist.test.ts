// Whether two questions ask the same: other words may differ a little, what is asked for and about whom may not.
import { expect, test } from 'vitest';
import { likeness, mayBeTheSame } from '../../src/questions/duplicates.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { termIn } from '../../src/search/text/language.ts';
import { termOf } from '../../src/search/text/stem.ts';

const alike = (one: string, other: string): boolean => likeness(gistOf(one), gistOf(other)) >= 0.8;

test.each([
  ['Can borders be changed by force?', 'can the border be changed by force'],
  ['Who met in Alaska?', 'Who was meeting in Alaska???'],
  ['When does the truce begin?', 'When will the truce begin, please?'],
  ['What did Meloni say about guarantees for Ukraine?', 'what did meloni say on the guarantee for ukraine'],
  ['Wann beginnt der Waffenstillstand?', 'wann beginnt der Waffenstillstand'],
  ['Did anyone sign the treaty?', 'Did anybody sign the treaty?'],
  ['Is the truce still in force?', 'Is the truce actually in force now?'],
])('the same: %s / %s', (one, other) => {
  expect(alike(one, other)).toBe(true);
  expect(alike(other, one)).toBe(true);
});

test.each([
  ['Who met in Alaska?', 'When did they meet in Alaska?'],
  ['Did Trump meet Putin in Alaska?', 'Did Trump meet Zelensky in Alaska?'],
  ['Will Russia leave Donbas?', 'Will Ukraine leave Donbas?'],
  ['Can borders be changed by force?', 'Can borders not be changed by force?'],
  ['What does Article 5 say?', 'What does Article 7 say?'],
  ['What do the leaders promise?', 'What do the leaders promise on weapons, money and troops?'],
  ['Why?', 'Who?'],
  ['Did everyone sign?', 'Did anyone sign?'],
  ['Did nobody sign?', 'Did somebody not sign?'],
])('not the same: %s / %s', (one, other) => {
  expect(alike(one, other)).toBe(false);
});

test.each([
  ['What does Article 5 say about borders?', 'article 5', 'article border 5'],
  ['who met in alaska', '', 'meet alaska'],
  ['Who met with the G7 in 2025?', 'g7 2025', '2025 g7 meet'],
  ['What is the name?', '', 'name'],
  ['Did everyone sign?', '', 'everyone sign'],
  ['Did anyone sign?', '', 'sign'],
])('of “%s” the other must hold %s', (asked, firm, words) => {
  const filed = (list: string) => new Set(list.split(' ').filter(Boolean).map(termOf));
  expect([gistOf(asked).firm, gistOf(asked).words]).toEqual([filed(firm), filed(words)]);
});

test.each([
  ['Who met?', 'person'],
  ['Who did not meet?', 'person not'],
  ["Didn't they meet?", 'whether not'],
  ['Why did nobody meet?', 'reason not'],
  ['Why did they note it?', 'reason'],
])('“%s” asks for a %s', (asked, asks) => {
  expect(gistOf(asked).asks).toBe(asks);
});

test.each([
  ['Veut-il Poutine ici ?', 'fr', ['poutine']],
  ['Trump a-t-il accepté ?', 'fr', ['trump']],
  ['Wird Russland den Donbas verlassen?', 'de', ['russland', 'donbas']],
  ['Did Trump meet Putin?', 'en', ['trump', 'putin']],
  ['Trump met whom?', 'en', ['trump']],
  ['zumbrik', 'en', []],
] as const)('in “%s” (%s) are named %j', (asked, language, names) => {
  const { across } = gistOf(asked);
  expect([across.language, across.names.map(({ folded }) => folded)]).toEqual([language, names]);
  expect(across.words.map(({ term, folded }) => [termIn(language, folded), term])).toEqual(
    across.words.map(({ term }) => [term, term]),
  );
});

test('numbers are those that are written, each once', () => {
  expect([...gistOf('Did 30 of 1,250 leave by 30 May?').across.numbers]).toEqual(['30', '1', '250']);
});

const mayBe = (one: string, other: string): boolean => mayBeTheSame(gistOf(one), gistOf(other));

test.each([
  ['Who met in Alaska?', 'Wer hat sich in Alaska getroffen?'],
  ['Who met in Alaska?', 'Хто зустрівся на Алясці?'],
  ['Does Kyiv want a ceasefire?', 'Czy Kijów chce zawieszenia broni?'],
  ['What does Zelensky say about Article 5?', 'Was sagt Selenskyj zu Artikel 5?'],
  ['Did Trump agree?', 'Trump a-t-il accepté ?'],
  ['Can frontiers be shifted with violence?', 'Can borders be changed by force?'],
  ['Czy Trump opuści Alaskę?', 'Czy prezydent Trump wyjedzie z Alaski?'],
])('asked in other words or languages these may be the same: %s / %s', (one, other) => {
  expect([mayBe(one, other), mayBe(other, one)]).toEqual([true, true]);
});

test.each([
  ['Who met in Alaska?', 'Wann traf man sich in Alaska?'],
  ['What does Article 5 say?', 'Що каже стаття 7?'],
  ['Did Trump meet Putin?', 'Hat Trump Selenskyj getroffen?'],
  ['Did Trump meet Putin?', 'Did Trump speak with Zelensky?'],
  ['Wird Russland den Donbas verlassen?', 'Wird die Ukraine den Donbas verlassen?'],
  ['Trump a-t-il accepté ?', 'Poutine a-t-il accepté ?'],
  ['Чи залишить Росія Донбас?', 'Чи залишить Україна Донбас?'],
])('nor do these ask the same, however near they lie: %s / %s', (one, other) => {
  expect([mayBe(one, other), mayBe(other, one)]).toEqual([false, false]);
});
