// The clause that says who spoke, wherever it stands: its word, its speaker, all of it, and where the words said begin.
import { expect, test } from 'vitest';
import { type Clause, clauseBehind, inverted, straight } from '../../../src/statements/clauses/clauses.ts';
import {
  accordingFirst,
  clauseAhead,
  nextClause,
  otherSpeech,
} from '../../../src/statements/clauses/clauses-ahead.ts';
import { mediumOf } from '../../../src/statements/clauses/medium.ts';
import { nominalSpeech } from '../../../src/statements/clauses/nominal-clauses.ts';
import {
  clauseAmid,
  clauseAtEnd,
  raisedBy,
  reportingClause,
} from '../../../src/statements/clauses/reporting.ts';
import type { Unit } from '../../../src/statements/language/units.ts';
import { sentenceOf, table, wordsIn, written } from './units.ts';

/** Its word | its speaker | all of it | the word where what is said begins ("." where that is the end). */
function shown(units: readonly Unit[], clause: Clause | undefined): string {
  if (!clause) return '–';
  const { cue, speaker, whole, content } = clause;
  const words = [cue, speaker, whole].map((range) => wordsIn(units, range));
  return [...words, units[content]?.text ?? '.'].join(' | ');
}

const weak = { strong: false, long: false };
const strong = { strong: true, long: false };
const long = { strong: true, long: true };

test.each(
  table(`
    *“We_go,” said=say/V Merz/P . → said | Merz | said Merz . | .
    *“We_go,” Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go” , Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go” – Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go” — Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go” - Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go” ; Merz/P said=say/V . → –
    *“We_go” Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We” Merz/P said=say/V . → –
    *“we_go” Merz/P said=say/V . → –
    *“we_go,” Merz/P said=say/V . → said | Merz | Merz said . | .
    *“we_go?” Merz/P said=say/V . → said | Merz | Merz said . | .
    *“we_go!” Merz/P said=say/V . → said | Merz | Merz said . | .
    *“We_go,” Merz/P said=say/V “and_stay.” → said | Merz | Merz said | “and stay.”
    *“We_go,” saying=say/V Merz/P . → –
    *“We_go,” according/V to/I Merz/P . → according to | Merz | according to Merz . | .
    *“We_go_home_now,” Merz/P laughed=laugh/V . → laughed | Merz | Merz laughed . | .
    *“We_go_home,” Merz/P laughed=laugh/V . → –
    *“We_go_home_now” , Merz/P laughed=laugh/V . → –
    *“We_go_home_now,” and/C Merz/P laughed=laugh/V . → –
    *“We_go,” Merz/P laughed=laugh/V . → –
    *“We_go,” the/D Saudis/P state/N in/I Bonn/P . → state | the Saudis | the Saudis state in Bonn . | .
    *“We_go” , the/D Saudis/P state/N in/I Bonn/P . → –
    *“We_go,” state/N in/I Bonn/P . → –
  `),
)('right behind a quotation: %s → %s', (given, wanted) => {
  const { units, at } = written(given);
  expect(shown(units, clauseBehind(sentenceOf(units), at))).toBe(wanted);
});

test('a clause behind a quotation ends where the next one begins, or after sixty words', () => {
  const many = 'and/C so/R on/R '.repeat(30).trim();
  const { units } = written(`“We_go,” said=say/V Merz/P ${many}`);
  expect(clauseBehind(sentenceOf(units), 0)).toMatchObject({ whole: { from: 1, to: 61 }, content: 61 });
});

test.each(
  table(`
    said=say/V Merz/P . → said | Merz | said Merz . | .
    then/R said=say/V Merz/P . → said | Merz | then said Merz . | .
    said=say/V then/R Merz/P . → said | Merz | said then Merz . | .
    said=say/V Weld/V Will/A . → said | Weld Will | said Weld Will . | .
    said=say/V weld/V . → –
    said=say/V her/O rival/N , Ada/P Lind/P . → said | her rival , Ada Lind | said her rival , Ada Lind . | .
    saying=say/V Merz/P . → –
    sings=sing/V Merz/P . → sings | Merz | sings Merz . | .
    left=leave/V Merz/P . → –
    said=say/V → –
  `),
)('turned round: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, inverted(units, 0, units.length, weak))).toBe(wanted);
});

test('turned round, the speaker stands within the limit', () => {
  const { units } = written('said=say/V Ada/P Lind/P .');
  expect(inverted(units, 0, 3, weak)?.speaker).toEqual({ from: 1, to: 3 });
  expect(inverted(units, 0, 2, weak)).toBeUndefined();
  expect(inverted(units, 0, 0, weak)).toBeUndefined();
});

test('a noun that only may be a verb reports where the quotation asks for a clause', () => {
  const { units } = written('Saudis/P state/N in/I');
  expect(inverted(units, 1, 3, weak)).toBeUndefined();
  expect(shown(units, straight(units, 0, 3, weak))).toBe('–');
  expect(shown(units, straight(units, 0, 3, strong))).toBe('state | Saudis | Saudis state in | .');
});

test.each(
  table(`
    Merz/P said=say/V . → said | Merz | Merz said . | .
    as/S Merz/P said=say/V . → said | Merz | Merz said . | .
    as/I Merz/P said=say/V . → said | Merz | Merz said . | .
    and/C then/R Merz/P said=say/V . → said | Merz | Merz said . | .
    Merz/P praised=praise/V it/O . → praised | Merz | Merz praised it . | .
    Merz/P left=leave/V . → –
    Merz/P saying=say/V . → –
    Merz/P to/T say/V . → –
    Merz/P , who/O left/V , said=say/V . → said | Merz | Merz , who left , said . | .
    it/O fell/V , Merz/P said=say/V . → –
    according/V to/I Merz/P . → according to | Merz | according to Merz . | .
    and/C according/V to/I Merz/P . → according to | Merz | according to Merz . | .
    according/V with/I Merz/P . → –
    amid/I to/I Merz/P . → –
    according/V to/I . → –
    Merz/P told=tell/V AFP/P . → told AFP | Merz | Merz told AFP . | .
  `),
)('the right way round: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, straight(units, 0, units.length, weak))).toBe(wanted);
});

test.each(
  table(`
    Merz/P left=leave/V . → left | Merz | Merz left . | .
    Merz/P leaving=leave/V . → –
    Merz/P to/T leave/V . → –
  `),
)('with any verb behind a long quotation: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, straight(units, 0, units.length, long))).toBe(wanted);
});

test.each(
  table(`
    the/D said=say/V . → said | the | the said . | .
    Weld/V Grant/V said=say/V . → said | Weld Grant | Weld Grant said . | .
    Weld/V ( R/P ) said=say/V . → said | Weld | Weld ( R ) said . | .
    Weld/V , at/I , said=say/V . → said | Weld | Weld , at , said . | .
    Weld/V if/S , said=say/V . → –
    Weld/V will/A so/X said=say/V . → –
    Weld/V Will/A so/X said=say/V . → said | Weld Will so | Weld Will so said . | .
    weld/V so/X said=say/V . → –
    the/D a/X b/X c/X d/X e/X f/X g/X h/X i/X j/X k/X said=say/V . → said | the a b c d e f g h i j k | the a b c d e f g h i j k said . | .
    the/D a/X b/X c/X d/X e/X f/X g/X h/X i/X j/X k/X l/X said=say/V . → –
  `),
)('whatever its words are taken for behind a comma: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, straight(units, 0, units.length, strong))).toBe(wanted);
});

test.each(
  table(`
    According/V to/I Merz/P , it/O rained/V . → According to | Merz | According to Merz , | it
    According/V to/I Merz/P : it/O rained/V . → According to | Merz | According to Merz : | it
    But/C according/V to/I Merz/P , it/O rained/V . → according to | Merz | according to Merz , | it
    According/V to/I her/O rival/N , Ada/P Lind/P , it/O → According to | her rival , Ada Lind | According to her rival , Ada Lind , | it
    According/V to/I Merz/P it/O rained/V . → –
    According/V to/I Merz/P it/O ,x/V x,/V . → –
    , According/V to/I Merz/P , it/O . → –
  `),
)('according to somebody, first: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, accordingFirst(units, 0, units.length))).toBe(wanted);
  const end = units.findIndex(({ text }, at) => at > 2 && /^[,:]$/u.test(text));
  expect(accordingFirst(units, 0, end)).toBeUndefined();
});

test.each(
  table(`
    Merz/P said=say/V that/S *“we_go.” → said | Merz | Merz said that | “we go.”
    Merz/P said=say/V *“we_go.” → said | Merz | Merz said | “we go.”
    Merz/P said=say/V on/I Friday/P that/S *“we_go.” → said | Merz | Merz said on Friday that | “we go.”
    Merz/P said=say/V on/I Friday/P *“we_go.” → said | Merz | Merz said on Friday | “we go.”
    Merz/P said=say/V in/I Bonn/P *“we_go.” → said | Merz | Merz said in Bonn | “we go.”
    Merz/P said=say/V with/I Bonn/P *“we_go.” → said | Merz | Merz said | with
    Merz/P said=say/V upon/I Bonn/P *“we_go.” → said | Merz | Merz said | upon
    Merz/P said=say/V inside/I Bonn/P *“we_go.” → said | Merz | Merz said | inside
    Merz/P said=say/V via/I Bonn/P *“we_go.” → said | Merz | Merz said via Bonn | “we go.”
    Merz/P said=say/V through/I Bonn/P *“we_go.” → said | Merz | Merz said through Bonn | “we go.”
    Merz/P said=say/V again/R *“we_go.” → said | Merz | Merz said again | “we go.”
    Merz/P said=say/V reportedly/R *“we_go.” → said | Merz | Merz said | reportedly
    Merz/P said=say/V Friday/P *“we_go.” → said | Merz | Merz said Friday | “we go.”
    Merz/P said=say/V that/N he/O *“we_go.” → said | Merz | Merz said that | he
    Merz/P said=say/V that/N the/D *“we_go.” → said | Merz | Merz said that | the
    Merz/P said=say/V that/N Berg/P *“we_go.” → said | Merz | Merz said that | Berg
    Merz/P said=say/V that/N old/J *“we_go.” → said | Merz | Merz said | that
    Merz/P said=say/V it/O will/A go/V that/S *“we_go.” → said | Merz | Merz said | it
    Merz/P said=say/V the/D men/N that/S will/A *“we_go.” → said | Merz | Merz said the men that | will
    Merz/P said=say/V in/I a/D hall/N , *“We_go.” → said | Merz | Merz said in a hall , | “We go.”
    Merz/P said=say/V with/I tears/N , *“We_go.” → said | Merz | Merz said with tears , | “We go.”
    Merz/P said=say/V with/I tears/N : *“We_go.” → said | Merz | Merz said with tears : | “We go.”
    Merz/P said=say/V who/O was/A ill/J : *“We_go.” → said | Merz | Merz said who was ill : | “We go.”
    Merz/P said=say/V who/O was/A ill/J , *“We_go.” → said | Merz | Merz said | who
    Merz/P agreed=agree/V to/I *“we_go.” → agreed | Merz | Merz agreed | to
    Merz/P agreed=agree/V on/I Friday/P *“we_go.” → agreed | Merz | Merz agreed on Friday | “we go.”
    Merz/P spoke=speak/V to/I say/V *“we_go.” → say | Merz | Merz spoke to say | “we go.”
    Merz/P smiled=smile/V : *“We_go.” → smiled | Merz | Merz smiled : | “We go.”
    Merz/P smiled=smile/V , *“We_go.” → smiled | Merz | Merz smiled , | “We go.”
    Merz/P smiled=smile/V at/I us/O : *“We_go.” → smiled | Merz | Merz smiled at us : | “We go.”
    Merz/P smiled=smile/V at/I us/O , *“We_go.” → –
    Merz/P smiled=smile/V : *“we_go.” → –
    Merz/P smiled=smile/V ; *“We_go.” → –
    Merz/P smiled=smile/V *“We_go.” → –
    Stated=state/V Stone/P : *“We_go.” → Stated | Stone | Stated Stone : | “We go.”
    Will/V Stone/P : *“We_go.” → : | Will Stone | Will Stone : | “We go.”
    Merz/P : *“We_go.” → : | Merz | Merz : | “We go.”
    Merz/P , *“We_go.” → –
    From/I Merz/P : *“We_go.” → : | Merz | From Merz : | “We go.”
    From/I that/S Merz/P : *“We_go.” → –
    By/I Merz/P : *“We_go.” → –
    It/O fell/V - Carl/P Lind/P : *“We_go.” → : | Carl Lind | It fell - Carl Lind : | “We go.”
    It/O fell/V – Carl/P Lind/P : *“We_go.” → : | Carl Lind | It fell – Carl Lind : | “We go.”
    It/O fell/V -- Carl/P Lind/P : *“We_go.” → fell | It | It fell -- Carl Lind : | “We go.”
    It/O worries=worry/V Ada/P Lind/P : *“We_go.” → : | Ada Lind | It worries Ada Lind : | “We go.”
    Bonn/P worries=worry/V Ada/P Lind/P : *“We_go.” → worries | Bonn | Bonn worries Ada Lind : | “We go.”
    It/O worries=worry/V Ada/P Lind/P , *“We_go.” → –
    It/O worries=worry/V Ada/P Lind/P so/R : *“We_go.” → worries | It | It worries Ada Lind so : | “We go.”
    It/O worries=worry/V men/N : *“We_go.” → worries | It | It worries men : | “We go.”
    It/O pleased/J Ada/P Lind/P : *“We_go.” → : | Ada Lind | It pleased Ada Lind : | “We go.”
    It/O trouble/N Ada/P Lind/P : *“We_go.” → : | Ada Lind | It trouble Ada Lind : | “We go.”
    It/O shocked/J Ada/P Lind/P : *“We_go.” → : | Ada Lind | It shocked Ada Lind : | “We go.”
    Merz/P said=say/V that/S Macron/P called=call/V it/O *“dead”. → said | Merz | Merz said that | Macron
    Merz/P said=say/V that/S the/D Macron/P called=call/V it/O *“dead”. → said | Merz | Merz said that | the
    Merz/P said=say/V that/S once/R Macron/P called=call/V it/O *“dead”. → said | Merz | Merz said that | once
    Merz/P said=say/V that/S if/S Macron/P called=call/V it/O *“dead”. → called | Macron | Macron called | it
    Merz/P left=leave/V when/S Macron/P called=call/V it/O *“dead”. → called | Macron | Macron called | it
    After/I it/O fell/V , Merz/P said=say/V *“we_go.” → said | Merz | After it fell , Merz said | “we go.”
    If/S it/O fell/V , Merz/P said=say/V *“we_go.” → said | Merz | If it fell , Merz said | “we go.”
    Then/R it/O fell/V , Merz/P said=say/V *“we_go.” → said | Merz | Then it fell , Merz said | “we go.”
    It/O fell/V , Merz/P said=say/V *“we_go.” → said | Merz | Merz said | “we go.”
    It/O is/A late/J , Merz/P said=say/V *“we_go.” → said | Merz | Merz said | “we go.”
    “Go,” and/C Merz/P said=say/V *“we_go.” → said | Merz | Merz said | “we go.”
    According/V to/I Merz/P , *“we_go.” → According to | Merz | According to Merz , | “we go.”
    It/O fell/V *“we_go.” → –
  `),
)('before a quotation: %s → %s', (given, wanted) => {
  const { units, at } = written(given);
  expect(shown(units, clauseAhead(sentenceOf(units), at, 0))).toBe(wanted);
});

test('a clause is looked for not further than sixty words before, and not before its limit', () => {
  const far = (words: number) => written(`Merz/P said=say/V ${'w/X '.repeat(words)}*“we_go.”`);
  for (const [words, found] of [
    [57, true],
    [59, true],
    [60, false],
  ] as const) {
    const { units, at } = far(words);
    expect(clauseAhead(sentenceOf(units), at, 0) !== undefined, String(words)).toBe(found);
  }
  const { units, at } = far(1);
  expect(clauseAhead(sentenceOf(units), at, 1)).toBeUndefined();
});

test.each(
  table(`
    Merz/P said=say/V that/S it/O rained/V . → said | Merz | Merz said that | it
    Merz/P said=say/V it/O rained/V . → said | Merz | Merz said | it
    Merz/P said=say/V it/O rained/V → said | Merz | Merz said | it
    Merz/P denied=deny/V it/O . → denied | Merz | Merz denied | it
    Merz/P said=say/V . → –
    Merz/P said=say/V it/O → –
    Merz/P wanted/V to/T say/V it/O rained/V . → –
    To/T say/V it/O rained/V . → –
    Merz/P continued=continue/V two/M talks/N with/I us/O . → –
    As/S Merz/P continued=continue/V , two/M talks/N of/I it/O . → continued | Merz | As Merz continued | ,
    But/C as/S Merz/P continued=continue/V , two/M talks/N of/I it/O . → continued | Merz | But as Merz continued | ,
    According/V to/I Merz/P , it/O rained/V . → According to | Merz | According to Merz , | it
    They/O were=be/A backed=say/V by/I Lund/P and/C Berg/P , who/O left/V . → –
    statement/N talks/N → –
  `),
)('a sentence that only reports: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, reportingClause({ units }, 0))).toBe(wanted);
});

test.each(
  table(`
    It/O rained/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    It/O rained/V , said=say/V Merz/P . → said | Merz | said Merz . | .
    It/O rained/V , said=say/V Merz/P , who/O was/A there/R . → said | Merz | said Merz , who was there . | .
    It/O rained/V , said=say/V Merz/P , whose/O son/N was/A . → said | Merz | said Merz , whose son was . | .
    It/O rained/V , said=say/V Merz/P who/O was/A there/R . → –
    It/O rained/V , according/V to/I Merz/P . → according to | Merz | according to Merz . | .
    It/O was=be/A “late,” Merz/P said=say/V . → said | Merz | Merz said . | .
    It/O was=be/A “late” Merz/P said=say/V . → –
    Rain/N , Merz/P said=say/V . → –
    It/O rained/V , Merz/P said=say/V that/S . → –
    It/O rained/V , Merz/P said=say/V it/O was/A . → –
    It/O rained/V , Merz/P said=say/V left/V . → –
    It/O rained/V , Merz/P said=say/V by/I . → –
    It/O rained/V , Merz/P praised=praise/V . → –
    As/S it/O rained/V , Merz/P agreed=agree/V . → –
    While/S it/O rained/V , Merz/P agreed=agree/V . → –
    As/S it/O rained/V , they/O left/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    As/S it/O rained/V ; they/O left/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    As/S it/O rained/V – they/O left/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    Aside/R it/O rained/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    Thereas/R it/O rained/V , Merz/P said=say/V . → said | Merz | Merz said . | .
    He/O , Merz/P said=say/V . → –
  `),
)('at the end of a sentence: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, clauseAtEnd(sentenceOf(units)))).toBe(wanted);
});

test.each('as while although though after before when whenever since because until'.split(' '))(
  'what begins with “%s” is no sentence that somebody says',
  (link) => {
    const { units } = written(`${link}/X it/O rained/V , Merz/P agreed=agree/V .`);
    expect(clauseAtEnd(sentenceOf(units))).toBeUndefined();
  },
);

test.each(
  table(`
    Talks/N , said=say/V Merz/P , will/A go/V . → said | Merz | said Merz , | will
    Talks/N , Merz/P said=say/V , will/A go/V . → said | Merz | Merz said , | will
    Talks/N , Merz/P said=say/V , soon/R not/T go/V . → said | Merz | Merz said , | soon
    Talks/N , Merz/P said=say/V , it/O went/V . → –
    Talks/N , Merz/P said=say/V it/O , go/V . → said | Merz | Merz said it , | go
    Talks/N , Merz/P said=say/V left/V , go/V . → –
    Talks/N , said=say/V Merz/P , who/O left/V , will/A go/V . → said | Merz | said Merz , who left , | will
    Talks/N , said=say/V Merz/P , whom/O he/O , will/A go/V . → said | Merz | said Merz , whom he , | will
    Talks/N , said=say/V Merz/P , who/O left/V . → –
    Talks/N , told=tell/V Merz/P , will/A go/V . → –
    Talks/N , according/V to/I Merz/P , will/A go/V . → according to | Merz | according to Merz , | will
    It/O rained/V , Merz/P said=say/V , will/A go/V . → –
    It/O was/A , Merz/P said=say/V , will/A go/V . → –
    “Talks” , Merz/P said=say/V , will/A go/V . → –
    , Merz/P said=say/V , will/A go/V . → –
    Talks/N Merz/P said=say/V . → –
    a/N b/N c/N d/N e/N f/N g/N h/N i/N j/N k/N l/N , Merz/P said=say/V , will/A go/V . → said | Merz | Merz said , | will
    a/N b/N c/N d/N e/N f/N g/N h/N i/N j/N k/N l/N m/N , Merz/P said=say/V , will/A go/V . → –
    Talks/N , Merz/P said=say/V . → –
  `),
)('amid a sentence: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(shown(units, clauseAmid(sentenceOf(units)))).toBe(wanted);
});

test.each(
  table(`
    The/D plan/N , raised=raise/V by/I Merz/P in/I May/P , would/A → raised | Merz | raised by Merz in May | , || The plan
    The/D plan/N , raised=raise/V by/I Merz/P → raised | Merz | raised by Merz | . || The plan
    Two/M plans/N , floated=float/V by/I the/D envoy/N , fell/V → floated | the envoy | floated by the envoy | , || Two plans
    The/D plan/N , raised=raise/V in/I May/P , would/A → –
    The/D plan/N raised=raise/V by/I Merz/P , would/A → –
    The/D plan/N , raising=raise/V by/I Merz/P , would/A → –
    The/D plan/N , read=read/V by/I Merz/P , would/A → –
    The/D plan/N , raised=raise/V by/I , would/A → –
    , raised=raise/V by/I Merz/P , would/A → –
    fell/V , raised=raise/V by/I Merz/P , would/A → –
  `),
)('what somebody raised: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const raised = raisedBy(sentenceOf(units));
  const told = raised && `${shown(units, raised.clause)} || ${wordsIn(units, raised.content)}`;
  expect(told ?? '–').toBe(wanted);
});

test.each('raise propose voice suggest float announce unveil demand'.split(' '))(
  'what somebody did “%s” is theirs',
  (lemma) => {
    const { units } = written(`The/D plan/N , ${lemma}d=${lemma}/V by/I Merz/P`);
    expect(raisedBy(sentenceOf(units))?.clause.speaker).toEqual({ from: 5, to: 6 });
  },
);

test.each(
  table(`
    despite/I Merz/P ~’s/T claim/N that/S it/O has/A rained/V . → claim | Merz | Merz ’s claim that | it || it has rained .
    despite/I Merz/P ~'s/T old/J claim/N that/S it/O has/A rained/V . → claim | Merz | Merz 's old claim that | it || it has rained .
    Merz/P ~’s/T claim/N is/A that/S it/O has/A rained/V → claim | Merz | Merz ’s claim is that | it || it has rained
    Merz/P ~’s/T claim/N was/A that/S it/O has/A rained/V → claim | Merz | Merz ’s claim was that | it || it has rained
    Merz/P ~’s/T claim/N has/A that/S it/O has/A rained/V → claim | Merz | Merz ’s claim has that | it || it has rained
    Merz/P ~’s/T claim/N this/D that/S it/O has/A rained/V → –
    Merz/P ~’s/T claim/N isnt/A that/S it/O has/A rained/V → –
    Merz/P ~’s/T call/N is/A that/S it/O has/A rained/V → –
    Merz/P ~’s/T claim/N that/S it/O has/A rained/V → –
    met/V Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    as/S Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    and/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    or/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    despite/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    including/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    – Merz/P ~’s/T claim/N that/S it/O has/A rained/V → claim | Merz | Merz ’s claim that | it || it has rained
    order/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → –
    grand/X Merz/P ~’s/T claim/N that/S it/O has/A rained/V → –
    , Merz/P ~’s/T claim/N that/S it/O has/A rained/V → –
    after/I his/O claim/N that/S it/O has/A rained/V → claim | his | his claim that | it || it has rained
    after/I her/O claims/N that/S it/O has/A rained/V → claims | her | her claims that | it || it has rained
    after/I other/X claim/N that/S it/O has/A rained/V → –
    after/I hers/O claim/N that/S it/O has/A rained/V → –
    after/I the/D claim/N that/S it/O has/A rained/V → –
    after/I his/O very/R old/J used/V news/N claim/N that/S it/O has/A rained/V → –
    after/I his/O very/R old/J used/V claim/N that/S it/O has/A rained/V → claim | his | his very old used claim that | it || it has rained
    after/I his/O “old” claim/N that/S it/O has/A rained/V → –
    after/I his/O reclaim/N that/S it/O has/A rained/V → –
    after/I his/O claimant/N that/S it/O has/A rained/V → –
    after/I his/O acknowledgment/N that/S it/O has/A rained/V → acknowledgment | his | his acknowledgment that | it || it has rained
    after/I his/O call/N to/T go/V home/R → call | his | his call | to || to go home
    after/I his/O calls/N to/T go/V home/R → calls | his | his calls | to || to go home
    after/I his/O call/N to/T Bonn/P home/R → –
    after/I his/O claim/N to/T go/V home/R → –
    after/I his/O recall/N to/T go/V home/R → –
    after/I his/O callow/N to/T go/V home/R → –
    after/I his/O call/N with/I go/V home/R → –
    after/I his/O call/N that/S it/O has/A rained/V → –
    after/I his/O claim/N is/A it/O has/A rained/V so/R → –
    after/I his/O claim/N that/S it/O rained/V → –
    after/I his/O claim/N that/S it/O has/A , → –
    after/I his/O claim/N that/S it/O has/A rained/V , so/R → claim | his | his claim that | it || it has rained
    after/I his/O claim/N that/S it/O has/A rained/V ; so/R → claim | his | his claim that | it || it has rained
    after/I his/O claim/N that/S it/O has/A rained/V – so/R → claim | his | his claim that | it || it has rained
    after/I his/O claim/N that/S it/O has/A rained/V - so/R → claim | his | his claim that | it || it has rained
    after/I his/O claim/N that/S it/O has/A rained/V -- so/R → claim | his | his claim that | it || it has rained -- so
    after/I his/O claim/N that/S “it,” has/A rained/V , so/R → claim | his | his claim that | “it,” || “it,” has rained
  `),
)('what a noun tells: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const found = nominalSpeech(units);
  const told = found && `${shown(units, found.clause)} || ${wordsIn(units, found.content)}`;
  expect(told ?? '–').toBe(wanted);
});

test.each(
  table(`
    it/O rained/V , and/C Merz/P said=say/V it/O → and
    it/O rained/V , while/S Merz/P said=say/V it/O → while
    it/O rained/V , whereas/X Merz/P said=say/V it/O → whereas
    it/O rained/V , though/X Merz/P said=say/V it/O → though
    it/O rained/V , although/X Merz/P said=say/V it/O → although
    it/O rained/V , but/X Merz/P said=say/V it/O → but
    it/O rained/V ; but/X Merz/P said=say/V it/O → but
    it/O rained/V , rebut/X Merz/P said=say/V it/O → –
    it/O rained/V , whiled/X Merz/P said=say/V it/O → –
    it/O rained/V and/C Merz/P said=say/V it/O → –
    it/O rained/V , Merz/P said=say/V it/O → Merz
    it/O rained/V , Merz/P to/I say/V it/O → –
    it/O rained/V , and/C he/O said=say/V it/O → and
    it/O rained/V and/C said=say/V it/O → and
    it/O rained/V , saying=say/V it/O → ,
    it/O rained/V , says=say/V it/O → –
    it/O rained/V → –
  `),
)('where another clause begins: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const at = nextClause(units, 0);
  expect(at === undefined ? '–' : units[at]?.text).toBe(wanted);
});

test.each(
  table(`
    it/O rained/V , and/C Merz/P said=say/V it/O → and
    it/O rained/V ; Merz/P said=say/V it/O → –
    it/O rained/V , Merz/P said=say/V it/O → –
    it/O rained/V , and/C he/O said=say/V it/O → –
    it/O rained/V , and/C Merz/P to/I say/V it/O → –
    it/O rained/V , and/C he/O said=say/V it/O , but/C Berg/P said=say/V it/O → but
  `),
)('where somebody else begins to speak: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const at = otherSpeech(units, 0);
  expect(at === undefined ? '–' : units[at]?.text).toBe(wanted);
});

test.each(
  table(`
    Merz/P said=say/V in/I a/D statement/N → in a statement
    Merz/P said=say/V in/I statements/N on/I Friday/P → in statements
    Merz/P said=say/V during/I a/D call/N with/I Berg/P and/C Lund/P → during a call with Berg and Lund
    Merz/P said=say/V at/I a/D meeting/N of/I banks/N → at a meeting of banks
    Merz/P said=say/V after/I calls/V → after calls
    Merz/P said=say/V in/I Bonn/P → –
    Merz/P said=say/V for/I a/D statement/N → –
    Merz/P said=say/V in/S a/D statement/N → –
    Merz/P said=say/V in/I a/D restatement/N → –
    Merz/P said=say/V in/I a/D postman/N → –
    Merz/P said=say/V in/I Bonn/P in/I a/D statement/N → in a statement
    Merz/P , in/I a/D statement/N , said=say/V → –
    In/I a/D statement/N |Merz/P said=say/V → In a statement
    Merz/P told=tell/V AFP/P → told AFP
    Merz/P told=tell/V AFP/P in/I a/D statement/N → in a statement
    Merz/P told=tell/V → –
    Merz/P said=say/V a/D statement/N with/I Berg/P → –
    Merz/P said=say/V in/I talks/N with/I Berg/P on/I → in talks with Berg
    Merz/P said=say/V in/I talks/N twofold/R → in talks
  `),
)('where it was said: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const at = units.findIndex(({ low }) => low === 'said' || low === 'told');
  const told = units[at]?.low === 'told' && units[at + 1]?.pos === 'PROPN' ? at + 2 : at + 1;
  const speaker = units.findIndex(({ low }) => low === 'merz');
  const clause = {
    ...{ cue: { from: at, to: told }, speaker: { from: speaker, to: speaker + 1 } },
    ...{ whole: { from: 0, to: units.length }, content: units.length },
  };
  const span = mediumOf(sentenceOf(units), clause);
  const text = sentenceOf(units).paragraph.text;
  expect(span ? text.slice(span.start, span.end) : '–').toBe(wanted);
});
