// Which words report speech, and what belongs to them: the verb itself, whom it addresses, what is made with it.
import { expect, test } from 'vitest';
import { canReport, isNaming } from '../../../src/statements/clauses/no-speech.ts';
import { beginsSentence, endsWith, headOf } from '../../../src/statements/language/quoted-words.ts';
import {
  cueAt,
  isActing,
  isSaying,
  isSayingNoun,
  isVerb,
} from '../../../src/statements/language/saying-verbs.ts';
import { table, wordsIn, written } from './units.ts';

const answer = (text: string): string => (text === 'yes' ? 'true' : 'false');

test.each(
  table(`
    Merz/P *said=say/V → yes
    Merz/P *left=leave/V → no
    Merz/P *say/N → no
    Merz/P *says=say/N → yes
    Merz/P *put/V it/O → yes
    Merz/P *put/V that/O → no
    Merz/P *put/V → no
    Merz/P *pointed=point/V out/R → yes
    Merz/P *pointed=point/V to/I → no
    Merz/P *point/N out/R → no
    Merz/P *found=find/V that/S → yes
    Merz/P *found=find/N that/S → no
    Merz/P *found=find/V in/I 2014/M that/S → yes
    Merz/P *found=find/V last/J May/P that/S → yes
    Merz/P *found=find/V this/D May/P that/S → yes
    Merz/P *found=find/V only/R that/S → yes
    Merz/P *found=find/V lasting/J May/P that/S → no
    Merz/P *found=find/V atlast/J May/P that/S → no
    Merz/P *found=find/V a/D hat/N that/S → no
    Merz/P *found=find/V in/I May/P in/I that/S → yes
    Merz/P *found=find/V in/I May/P in/I in/I that/S → no
    Merz/P *found=find/V → no
    Merz/P *made=make/V the/D point/N that/S → yes
    Merz/P *made=make/V his/O old/J point/N that/S → yes
    Merz/P *made=make/V her/O point/N that/S → yes
    Merz/P *made=make/V hers/O point/N that/S → no
    Merz/P *made=make/V other/O point/N that/S → no
    Merz/P *made=make/V very/R case/N hope/N that/S → no
    Merz/P *made=make/V the/D main/N point/N that/S → yes
    Merz/P *made=make/V of/I point/N that/S → no
    Merz/P *made=make/V the/D big/J old/J point/N that/S → yes
    Merz/P *made=make/V the/D big/J old/J new/J point/N that/S → no
    Merz/P *made=make/V point/N that/S → yes
    Merz/P *made=make/V the/D point/N of/I → no
    Merz/P *made=make/V the/D bed/N that/S → no
    Merz/P *made=make/N the/D point/N that/S → no
    Merz/P *repeated=repeat/V it/O → yes
    *“said” → no
    his/O angry/J *remarks=remark/V → no
    his/O *remarks=remark/V → no
    their/O *remarks=remark/V → no
    the/D *remarks=remark/V → no
    an/D *remarks=remark/V → no
    these/D *remarks=remark/V → no
    the/D angry/N *remarks=remark/V → yes
    the/D furious/N *remarks=remark/V → no
    this/D *remarks=remark/V → yes
    Hiss/P *remarks=remark/V → yes
    Goethe/P *remarks=remark/V → yes
    then/R *remarks=remark/V → yes
    the/D angry/J *said=say/V → yes
    the/D icy/N *remarks=remark/V → yes
    the/D heroic/N *remarks=remark/V → no
    the/D stylish/N *remarks=remark/V → no
    Berg/P *remarks=remark/V → yes
    all/D *remarks=remark/V → yes
    his/O *said=say/V → yes
  `),
)('a verb that reports: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  expect(String(isSaying(units, at))).toBe(answer(wanted));
});

test.each(
  table(`
    Merz/P *notes=note/N that/S → yes
    Merz/P *notes=note/N → yes
    he/O *notes=note/N → yes
    who/D *notes=note/N → yes
    the/D man/N *notes=note/N → no
    the/D man/N *notes=note/N that/S → yes
    the/D man/N *notes=note/N “Go.” → yes
    old/J *notes=note/N that/S → no
    Merz/P *press/N → no
    Merz/P *note/N that/S → no
    Merz/P *notes=note/J that/S → no
    Merz/P *note/V → yes
    *notes=note/N → no
  `),
)('a verb that may look like a noun: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  expect(String(isVerb(units, at))).toBe(answer(wanted));
});

test.each(
  table(`
    the/D Saudis/P *state/N in/I → yes
    the/D Saudis/P *state/N soon/R → yes
    the/D Saudis/P *state/N . → yes
    the/D Saudis/P *state/N , → yes
    the/D Saudis/P *state/N → yes
    the/D Saudis/P *state/N it/O → no
    the/D Saudis/P *state/N ,x/N → no
    the/D Saudis/P *state/N x,/N → no
    the/D Saudis/P *state/V in/I → no
    the/D Saudis/P *house/N in/I → no
    the/D *state/N in/I → no
  `),
)('a noun where only a verb can stand: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  expect(String(isSayingNoun(units, at))).toBe(answer(wanted));
});

test.each(
  table(`
    Merz/P *denied=deny/V it/O → yes
    Merz/P *denied=deny/N it/O → no
    Merz/P *met=meet/V it/O → no
    *“denied” → no
    Merz/P *called=call/V for/I a/D truce/N → yes
    Merz/P *called=call/V Tusk/P → no
  `),
)('a verb whose object is what is said: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  expect(String(isActing(units, at))).toBe(answer(wanted));
});

test.each(
  table(`
    *called off/R → no
    *called up/R → no
    *called back/R → no
    *called in/I a/D b/N → no
    *called out/R a/D → no
    *called together/R → no
    *called by/I “Go.” → no
    *called at/I “Go.” → no
    *called to/I “Go.” → no
    *called → no
    *called “dead” → yes
    *called for/I → yes
    *called on/I → yes
    *called upon/I → yes
    *called forth/R → no
    *called anon/R → no
    *called the/D plan/N “dead” → yes
    *called the/D plan/N dangerous/J → yes
    *called the/D dangerous/J → yes
    *called dangerous/J → no
    *called the/D plan/N a/D mistake/N → yes
    *called him/O ill/J → yes
    *called him/O not/T → yes
    *called him/O one/M → yes
    *called him/O late/R → no
    *called the/D plan/N Friday/P a/D lie/N → yes
    *called the/D plan/N on/I Friday/P → no
    *called the/D plan/N Friday/P → no
    *called the/D plan/N → no
    *called offers/N a/D mistake/N → yes
    *called layoff/N a/D mistake/N → yes
    *called it/O by/I → no
  `),
)('“call” says something of somebody: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  expect(String(isNaming(units, at))).toBe(answer(wanted));
});

test.each(
  table(`
    *said=say/V *members/N → yes
    *admitted=admit/V *members/N → no
    *admitted=admit/V that/S *he/O → yes
    *admitted=admit/V *that/S → yes
    *admitted=admit/V *: → yes
    *admitted=admit/V *he/O left/V → yes
    *admitted=admit/V *he/O was/A → yes
    *admitted=admit/V *he/O soon/R left/V → yes
    *admitted=admit/V *he/O , soon/R , left/V → yes
    *admitted=admit/V *he/O at/I left/V → no
    *admitted=admit/V *left/V → yes
    *admitted=admit/V *soon/R left/V → yes
    *admitted=admit/V *to/T go/V → yes
    *admitted=admit/V *to/T Bonn/P → no
    *admitted=admit/V *he/O to/T go/V → no
    *admitted=admit/V *of/I go/V → no
    *admitted=admit/V *members/N of/I “Go.” → yes
    *admitted=admit/V “Go.” *members/N → yes
    *continued=continue/V to/T *go/V → no
    *continued=continue/V on/R *he/O left/V → yes
    *admitted=admit/V to/T *he/O left/V → yes
  `),
)('what stands behind a verb may be what was said: %s (%s)', (given, wanted) => {
  const stars = given.split(' ').flatMap((word, at) => (word.startsWith('*') ? [at] : []));
  const { units } = written(given);
  expect(String(canReport(units, stars[0]!, stars[1]!))).toBe(answer(wanted));
});

test.each(
  'admit add continue conclude post fire shoot press maintain read write sing cry observe state remember recall repeat shout yell scream chant tease question'.split(
    ' ',
  ),
)('“%s” needs a sentence behind it', (verb) => {
  const { units } = written(`${verb}/V two/M members/N of/I it/O`);
  expect(canReport(units, 0, 1)).toBe(false);
});

test.each(
  table(`
    *said=say/V they/O go/V → said
    *ruled=rule/V out/R it/O → ruled out
    *ruled=rule/V down/R it/O → ruled down
    *called=call/V off/R it/O → called off
    *called=call/V back/R it/O → called back
    *called=call/V for/I it/O → called for
    *called=call/V on/I it/O → called on
    *called=call/V forth/R it/O → called
    *called=call/V anon/R it/O → called
    *pointed=point/V out/R that/S → pointed out
    *said=say/V out/R loud/R → said
    *told=tell/V AFP/P that/S → told AFP
    *told=tell/V the/D head/N of/I AFP/P that/S → told the head of AFP
    *told=tell/V that/S → told
    *said=say/V AFP/P → said
    *made=make/V the/D point/N that/S → made the point
    *made=make/V the/D bed/N that/S → made
    *said=say/V → said
  `),
)('the words that report: %s → %s', (given, wanted) => {
  const { units, at } = written(given);
  expect(wordsIn(units, cueAt(units, at))).toBe(wanted);
});

test.each([
  ['“Go,”', ',', true],
  ['“Go”', ',', false],
  ['“Go,” ', ',', true],
  ['“Go, all”', ',', false],
  ['“Go?”', ',.?!', true],
  ['”', ',', false],
  ['', ',', false],
  ['Go.', '.', true],
])('how %s ends (%s): %s', (text, marks, wanted) => {
  expect(endsWith(text, marks)).toBe(wanted);
});

test.each([
  ['“Go”', true, '“G'],
  ['“go”', false, '“g'],
  ['“…go”', true, '“…'],
  ['“.go”', true, '“.'],
  ['“[They] go”', true, '“['],
  ['“ Go”', true, '“ G'],
  ['“‘Go”', true, '“‘G'],
  ['“go On”', false, '“g'],
  ['Go', false, 'G'],
  ['go “Go”', false, 'g'],
])('how %s begins: as a sentence %s, %s', (text, begins, head) => {
  expect([beginsSentence(text), headOf(text)]).toEqual([begins, head]);
});
