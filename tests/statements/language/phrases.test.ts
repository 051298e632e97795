// Where the phrases of a sentence begin and end: before a verb and behind it, with what is tied to them, beside a name, behind a lead.
import { expect, test } from 'vitest';
import { apposedIn, isName, withApposition } from '../../../src/statements/clauses/appositions.ts';
import { withLeadIn } from '../../../src/statements/language/lead-ins.ts';
import {
  isNominal,
  isRelative,
  isWord,
  nounsBefore,
  phraseBefore,
  phraseBehind,
} from '../../../src/statements/language/noun-phrases.ts';
import { subjectOf } from '../../../src/statements/language/subjects.ts';
import { table, wordsIn, written } from './units.ts';

/** The place of a bar in a row: what stands before it is not looked at. */
function floorOf(text: string): { readonly text: string; readonly floor: number } {
  const words = text.split(' ');
  const floor = words.indexOf('||');
  return floor < 0 ? { text, floor: 0 } : { text: words.toSpliced(floor, 1).join(' '), floor };
}

test.each(
  table(`
    it/O fell/V *said → –
    Merz/P *said → Merz
    he/O *said → he
    The/D court/N *said → The court
    The/D *said → –
    a/D new/J *said → a new
    new/J *said → –
    His/O two/M old/J friends/N *said → His two old friends
    her/O *said → her
    all/D the/D envoys/N *said → all the envoys
    both/D the/D envoys/N *said → both the envoys
    some/D the/D envoys/N *said → the envoys
    saw/V the/D envoys/N *said → the envoys
    || all/D the/D envoys/N *said → all the envoys
    all/D || the/D envoys/N *said → the envoys
    all/D the/D || envoys/N *said → envoys
    The/D bank/N ~'s/T head/N *said → The bank 's head
    The/D bank/N ~’/T head/N *said → The bank ’ head
    The/D bank/N to/T head/N *said → head
    Mr/P ~. Berg/P *said → Mr . Berg
    Jean/P ~- ~Pierre/P *said → Jean - Pierre
    Jean/P - Pierre/P *said → Pierre
    Jean/P -- Pierre/P *said → Pierre
    Jean/P ~, ~Pierre/P *said → Pierre
    others/J *said → others
    another/D *said → another
    many/J *said → many
    last/J week/N Trump/P *said → Trump
    26/M July/P 2024/M Merz/P *said → Merz
    July/P 1924/M Merz/P *said → Merz
    July/P 1824/M Merz/P *said → 1824 Merz
    July/P 21924/M Merz/P *said → 21924 Merz
    the/D 26th/M July/P Merz/P *said → Merz
    The/D last/J envoys/N *said → The last envoys
    Monday/P *said → –
    the/D Monday/P *said → –
    On/I Monday/P *said → –
    “Red_Sea”/P Berg/P *said → Berg
    Bonn/P |Merz/P *said → Merz
    the/D |old/J man/N *said → old man
  `),
)('the nouns before a word: %s → %s', (given, wanted) => {
  const { text, floor } = floorOf(given);
  const { units, at } = written(text);
  expect(wordsIn(units, nounsBefore(units, at, floor))).toBe(wanted);
});

const spread = (tie: string): string => `fell/V a/D man/N ${tie}/I the/D bank/N *said`;

test.each(
  'of for from with in at on to by behind near within including against under inside as like'.split(' '),
)('a noun tied to another by “%s” is one phrase with it', (tie) => {
  const { units, at } = written(spread(tie));
  expect(wordsIn(units, phraseBefore(units, at, 0))).toBe(`a man ${tie} the bank`);
});

test.each(['after', 'than', 'before', 'about', 'offer'])('but not by “%s”', (tie) => {
  const { units, at } = written(spread(tie));
  expect(wordsIn(units, phraseBefore(units, at, 0))).toBe('the bank');
});

test.each(
  table(`
    a/D head/N of/I a/D group/N of/I banks/N *said → a head of a group of banks
    it/O of/I banks/N *said → banks
    fell/V of/I banks/N *said → banks
    a/D head/N || of/I banks/N *said → banks
    a/D || head/N of/I banks/N *said → head of banks
    || head/N of/I banks/N *said → head of banks
    a/D head/N of/I |banks/N *said → banks
    a/D person/N familiar/J with/I the/D talks/N *said → a person familiar with the talks
    a/D man/N close/J to/I Merz/P *said → a man close to Merz
    a/D person/N || familiar/J with/I the/D talks/N *said → the talks
    a/D || person/N familiar/J with/I the/D talks/N *said → person familiar with the talks
    a/D person/N angry/J with/I the/D talks/N *said → the talks
    a/D person/N opposed/V to/I the/D talks/N *said → a person opposed to the talks
    Kasich/P ( R/P ) *said → Kasich
    Kasich/P R/P ) *said → –
    Kasich/P ) *said → –
    ( R/P ) *said → –
    Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    Wilcox/P , and/C Beruff/P *said → Wilcox , and Beruff
    Wilcox/P or/C Beruff/P *said → Beruff
    Lund/P and/C Wilcox/P and/C Beruff/P *said → Lund and Wilcox and Beruff
    met/V Wilcox/P and/C Beruff/P *said → Beruff
    , Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    ; Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    : Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    – Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    ,x/V Wilcox/P and/C Beruff/P *said → Beruff
    x,/V Wilcox/P and/C Beruff/P *said → Beruff
    “Go.” Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    but/C Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    as/S Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    In/I Bonn/P |Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    met/V || Wilcox/P and/C Beruff/P *said → Wilcox and Beruff
    Wilcox/P || and/C Beruff/P *said → Beruff
    Wilcox/P and/C |Beruff/P *said → Beruff
    and/C Beruff/P *said → Beruff
    rained/V and/C Beruff/P *said → Beruff
    fell/V *said → –
  `),
)('the whole phrase before a word: %s → %s', (given, wanted) => {
  const { text, floor } = floorOf(given);
  const { units, at } = written(text);
  expect(wordsIn(units, phraseBefore(units, at, floor))).toBe(wanted);
});

test.each(
  table(`
    *Merz/P said/V → Merz
    *he/O Berg/P → he
    *his/O aide/N said/V → his aide
    *his/O said/V → his
    *the/D old/J man/N said/V → the old man
    *the/D 46/M ~- ~year/N ~- ~old/J said/V → the 46 - year - old
    *the/D said/V → the
    *dangerous/J said/V → dangerous
    *big/J dangerous/J said/V → big
    *Merz/P ill/J said/V → Merz
    *Merz/P Monday/P said/V → Merz
    *the/D Monday/P said/V → the
    *Monday/P said/V → Monday
    *said/V Merz/P → –
    *of/I Merz/P → –
    *the/D head/N of/I the/D bank/N for/I trade/N from/I Bonn/P said/V → the head of the bank for trade from Bonn
    *the/D head/N in/I Bonn/P said/V → the head
    *the/D head/N of/I said/V → the head
    *calls/N for/I Monday/P said/V → calls
    *the/D bank/N ~’s/T head/N said/V → the bank ’s head
    *Jean/P ~- ~Pierre/P said/V → Jean - Pierre
    *Jean/P - Pierre/P said/V → Jean
    *Jean/P ~- said/V → –
    *Jean/P ~- ~, → Jean
    *Merz/P |Berg/P said/V → Merz
    *Merz/P “Red” Berg/P said/V → Merz
    *Merz/P → Merz
    *two/M envoys/N → two envoys
  `),
)('the phrase that begins at a word: %s → %s', (given, wanted) => {
  const { units, at } = written(given);
  expect(wordsIn(units, phraseBehind(units, at))).toBe(wanted);
});

test('no phrase is longer than forty words', () => {
  const many = written([...Array.from({ length: 60 }, (_, n) => `w${n}/N`), '*said'].join(' '));
  const before = nounsBefore(many.units, many.at, 0);
  expect(many.at - (before?.from ?? 0)).toBe(40);
  expect(phraseBehind(many.units, 0)).toEqual({ from: 0, to: 40 });
});

test('words that stand for a noun or a clause are known, and nothing else is', () => {
  const units = (words: string) => written(words).units;
  for (const low of 'another others other many some several few all both those one most none each two'.split(
    ' ',
  ))
    expect(isNominal(units(`${low}/D`)[0]), low).toBe(true);
  for (const word of ['the/D', 'old/J', '“Go.”', ',']) expect(isNominal(units(word)[0]), word).toBe(false);
  for (const word of ['a/N', 'a/P', 'a/O', 'a/M']) expect(isNominal(units(word)[0]), word).toBe(true);
  for (const low of 'who which that whom whose where when'.split(' '))
    expect(isRelative(units(`${low}/X`)[0]), low).toBe(true);
  expect([isRelative(units('what/O')[0]), isRelative(undefined), isNominal(undefined)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(['a/V', '7/X', '“—”', '—/N', '—'].map((word) => isWord(units(word)[0]!))).toEqual([
    ...[true, true, true, true],
    false,
  ]);
});

test.each(
  table(`
    Merz/P *said=say/V → Merz
    Merz/P has/A repeatedly/R *said=say/V → Merz
    || Merz/P has/A *said=say/V → Merz
    Merz/P || has/A *said=say/V → –
    Merz/P was=be/A *told=tell/V → –
    Merz/P was=be/A *told=tell/V by/I Berg/P → Berg
    Merz/P was=be/A *told=tell/V of/I Berg/P → –
    Merz/P had=have/A *told=tell/V by/I Berg/P → Merz
    Merz/P was=be/R *told=tell/V by/I Berg/P → Merz
    Merz/P was=be/A *saying=say/V by/I Berg/P → Merz
    Merz/P was=be/A *put/V by/I Berg/P → Merz
    Trump/P praised/V him/O , *saying=say/V → Trump
    Trump/P left/V , *saying=say/V → Trump
    Trump/P *saying=say/V → Trump
    Trump/P loudly/R *saying=say/V → Trump
    The/D court/N this/D month/N *rejected/V → The court
    The/D court/N on/I Friday/P *rejected/V → The court
    The/D court/N only/R last/J Friday/P *rejected/V → The court
    The/D court/N in/I 2014/M *rejected/V → The court
    The/D court/N in/I 1914/M *rejected/V → The court
    He/O Friday/P *said=say/V → He
    who/O Friday/P *said=say/V → who
    fell/V Friday/P *said=say/V → –
    Kasich/P ( R/P ) Friday/P *said=say/V → Kasich
    || Friday/P *said=say/V → –
    Lund/P , known/V as/I “the_Fox,” *said=say/V → Lund
    Lund/P , known/V as/I “the_Fox” *said=say/V → –
    Meloni/P , who/O left/V , *confirmed/V → Meloni
    Meloni/P ( who/O left/V ) *confirmed/V → Meloni
    Meloni/P – who/O left/V – *confirmed/V → Meloni
    Meloni/P — who/O left/V — *confirmed/V → Meloni
    Meloni/P - who/O left/V - *confirmed/V → Meloni
    || ( who/O left/V ) *confirmed/V → –
    with/I Berg/P , Meloni/P , ill/J , *confirmed/V → Meloni
    As/I envoy/N , ill/J , *confirmed/V → envoy
    The/D envoy/N , Ada/P Lind/P , *confirmed/V → The envoy , Ada Lind
    The/D envoy/N – Ada/P Lind/P – *confirmed/V → The envoy
    Holm/P met/V Merz/P , who/O *said=say/V → who
    a/D woman/N who/O attended/V the/D rally/N *said=say/V → a woman
    a/D woman/N which/O attended/V the/D rally/N *said=say/V → a woman
    a/D woman/N that/O attended/V the/D rally/N *said=say/V → a woman
    a/D woman/N whom/O attended/V the/D rally/N *said=say/V → –
    a/D woman/N attending/V the/D rally/N *said=say/V → a woman
    a/D woman/N invited/V the/D rally/N *said=say/V → a woman
    a/D woman/N shot/V the/D rally/N *said=say/V → a woman
    after/I Saldana/P *revealed/V → Saldana
    He/O left/V before/I Saldana/P *revealed/V → Saldana
    He/O left/V with/I Saldana/P *revealed/V → Saldana
    He/O left/V near/I Saldana/P *revealed/V → He
    Ada/P helps/V Merz/P leave/V , *saying=say/V → Ada
    Ada/P stays/V as/S Merz/P leaves/V , *saying=say/V → Ada
    Ada/P stays/V near/I Merz/P leaves/V , *saying=say/V → Ada
    Ada/P stays/V , Merz/P leaves/V , *saying=say/V → Merz
    Trump/P said=say/V it/O and/C *left/V → Trump
    Merz/P met/V both/D who/O called/V Berg/P and/C *told=tell/V → who
    Merz/P met/V both/D who/O called/V , Berg/P and/C *told=tell/V → Merz
    Merz/P was=be/A asked=ask/V by/I Lund/P , who/O came/V , *saying=say/V → Lund
    In/I Bonn/P |Merz/P *said=say/V → Merz
    *said=say/V → –
    it/O || *said=say/V → –
  `),
)('who does what a verb says: %s → %s', (given, wanted) => {
  const { text, floor } = floorOf(given);
  const { units, at } = written(text);
  expect(wordsIn(units, subjectOf(units, at, floor))).toBe(wanted);
});

test.each(
  table(`
    *her/O rival/N , Ivan/P Petrov/P , said/V → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P . → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P ; → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P : → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P ) → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P – → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P of/I Bonn/P → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P from/I Bonn/P → her rival , Ivan Petrov
    *her/O rival/N , Ivan/P Petrov/P offers/V → her rival
    *her/O rival/N , Ivan/P Petrov/P aloof/J → her rival
    *her/O rival/N , Ivan/P Petrov/P in/I Bonn/P → her rival
    *her/O rival/N – Ivan/P Petrov/P – → her rival
    *her/O rival/N ; Ivan/P Petrov/P ; → her rival
    *her/O rival/N , ill/J , → her rival
    *her/O rival/N , Monday/P , → her rival
    *her/O rival/N , van/P , → her rival
    *her/O rival/N , Ada/P van/P , → her rival
    *her/O rival/N , Ada/P van/P Dyk/P , → her rival , Ada van Dyk
    *her/O rival/N , J/P Dyk/P , → her rival , J Dyk
    *her/O rival/N , J./P Dyk/P , → her rival , J. Dyk
    *her/O rival/N , JR./P Dyk/P , → her rival , JR. Dyk
    *her/O rival/N , Jean/P ~- ~Luc/P , → her rival , Jean - Luc
    *her/O rival/N , R/P ~- ~Ohio/P , → her rival
    *her/O rival/N , Ohio/P ~- ~R/P , → her rival
    *her/O rival/N , A/P B/P C/P D/P Dyk/P , → her rival , A B C D Dyk
    *her/O rival/N , A/P B/P C/P D/P E/P Dyk/P , → her rival
    *her/O rival/N , “Ivan” , → her rival
    *her/O rivals/N , Ivan/P Petrov/P , → her rivals
    *the/D boss/N , Ivan/P Petrov/P , → the boss , Ivan Petrov
    *Berg/P , Ivan/P Petrov/P , → Berg
    *Chancellor/P , Ivan/P Petrov/P , → Chancellor , Ivan Petrov
    *resident/N of/I the/D capital/N , Kyiv/P , → resident of the capital
    *head/N of/I the/D bank/N , Ivan/P Petrov/P , → head of the bank , Ivan Petrov
    *the/D capital/N , Kyiv/P , → the capital , Kyiv
    *Two/M analysts/N , Olaf/P Lind/P and/C Ada/P Berg/P , → Two analysts , Olaf Lind and Ada Berg
    *Two/M analysts/N – Olaf/P Lind/P and/C Ada/P Berg/P – → Two analysts – Olaf Lind and Ada Berg
    *Two/M analysts/N , Olaf/P Lind/P , Ada/P Berg/P and/C Tom/P Arden/P . → Two analysts , Olaf Lind , Ada Berg and Tom Arden
    *Two/M analysts/N , Olaf/P Lind/P , and/C Ada/P Berg/P ) → Two analysts , Olaf Lind , and Ada Berg
    *Two/M analysts/N , Olaf/P Lind/P and/C Ada/P Berg/P said/V → Two analysts
    *Two/M analysts/N , Olaf/P Lind/P , Ada/P Berg/P , → Two analysts
    *Two/M analysts/N , Olaf/P Lind/P or/C Ada/P Berg/P , → Two analysts
    *Two/M analysts/N , Lind/P and/C Ada/P Berg/P , → Two analysts
    *Two/M analysts/N , Olaf/P Lind/P and/C Berg/P , → Two analysts
    *analysts/N , Olaf/P Lind/P and/C Ada/P Berg/P , → analysts
    *Two/M towns/N , Olaf/P Lind/P and/C Ada/P Berg/P , → Two towns
    *The/D boss/N , Olaf/P Lind/P and/C Ada/P Berg/P , → The boss
  `),
)('a phrase with the name beside it: %s → %s', (given, wanted) => {
  const { units } = written(given);
  const comma = units.findIndex(({ text }) => /^[,–;]$/u.test(text));
  const phrase = { from: 0, to: comma };
  const whole = withApposition(units, phrase);
  expect(wordsIn(units, whole)).toBe(wanted);
  const name = apposedIn(units, whole);
  expect(name).toEqual(whole.to > comma ? { from: comma + 1, to: whole.to } : undefined);
});

test('a name is all capitals but the small words in it', () => {
  const named = (words: string) => isName(written(words).units, { from: 0, to: words.split(' ').length });
  for (const words of ['Ada/P', 'Ada/P Lind/P', 'Ada/P von/P Lind/P', 'O’Neil/P', 'D./P Lind/P'])
    expect(named(words), words).toBe(true);
  for (const words of [
    'ada/P',
    'Ada/P lind/P',
    'von/P Lind/P',
    'Ada/P von/P',
    'Ada/P Lind/P Monday/P',
    'Ada9/P',
  ])
    expect(named(words), words).toBe(false);
});

/** The words up to the subject that begins afresh, or a dash. */
function leadIn(text: string): string {
  const units = withLeadIn(written(text).units);
  const at = units.findIndex(({ afresh }) => afresh);
  expect(units.filter(({ afresh }) => afresh).length).toBeLessThan(2);
  return at < 0 ? '–' : wordsIn(units, { from: 0, to: at });
}

test.each(
  table(`
    In/I Berlin/P Macron/P opened/V → In Berlin
    in/I Berlin/P Macron/P has/A opened/V → in Berlin
    In/I Berlin/P Macron/P also/R has/A opened/V → In Berlin
    And/C in/I Berlin/P Macron/P opened/V → And in Berlin
    During/I talks/N Macron/P left/V → During talks
    At/I the/D White/P House/P Trump/P said/V → At the White House
    In/I New/P York/P Guterres/P spoke/V → In New York
    In/I the/D North/P Guterres/P spoke/V → In the North
    In/I New/P York/P spoke/V → –
    In/I Berlin/P spoke/V → –
    In/I Berlin/P Macron/P → –
    Berlin/P Macron/P opened/V → –
    With/I Berlin/P Macron/P opened/V → –
    After/I talks/N in/I Rome/P Merz/P flew/V → After talks in Rome
    Before/I lunch/N Tusk/P spoke/V → Before lunch
    Since/I lunch/N Tusk/P spoke/V → Since lunch
    Until/I lunch/N Tusk/P spoke/V → Until lunch
    After/I lunch/N Tusk/P spoke/V , → –
    In/I Rome/P Tusk/P spoke/V , → In Rome
    Last/J week/N in/I Vienna/P Grossi/P left/V → Last week in Vienna
    Suddenly/R in/I Vienna/P Grossi/P left/V → Suddenly in Vienna
    Envoys/N in/I Vienna/P Grossi/P left/V → –
    lasting/J in/I Vienna/P Grossi/P left/V → –
    atlast/J in/I Vienna/P Grossi/P left/V → –
    On/I Tuesday/P Anna/P Roux/P left/V → On Tuesday
    On/I 3/M March/P Anna/P Roux/P left/V → On 3 March
    On/I 12345/M Anna/P Roux/P left/V → On 12345 Anna
    On/I Tuesday/P left/V → –
    In/I Paris/P President/P Macron/P left/V → In Paris
    In/I Paris/P Gen./P Macron/P left/V → In Paris
    At/I the/D Pentagon/P Lloyd/P Austin/P left/V → At the Pentagon
    At/I the/D European/P Parliament/P Ada/P Metsola/P left/V → At the European Parliament
    In/I the/D capital/N Kyiv/P Berg/P left/V → –
    In/I the/D hall/N Berg/P left/V → In the hall
    For/I the/D chancellor/N Berg/P left/V → –
    At/I the/D chancellor/N Berg/P left/V → –
    At/I the/D ministry/N officials/N left/V → At the ministry
    At/I ministry/N officials/N left/V → At ministry
    At/I the/D ministry/N people/N left/V → At the ministry
    At/I the/D ministry/N police/N left/V → At the ministry
    At/I the/D ministry/N clerk/N left/V → –
    At/I the/D old/J officials/N left/V → –
    At/I officials/N left/V → –
    In/I South/P Korea/P lawmakers/N left/V → In South Korea
    In/I London/P and/C Paris/P Macron/P left/V → In London and Paris
    In/I London/P Starmer/P and/C Macron/P left/V → In London
    In/I Berlin/P , Macron/P left/V → –
    In/I Berlin/P , Ada/P Lind/P left/V → –
    In/I Berlin/P when/S Ada/P Lind/P left/V → –
    In/I Berlin/P “Go.” Ada/P Lind/P left/V → –
    In/I Berlin/P Macron/P met/V Bonn/P → In Berlin
    In/I Berlin/P Macron/P ~’s/T aides/N left/V → –
    In/I Berlin/P “Go.” Macron/P left/V → –
    In/I Berlin/P when/S Macron/P left/V → –
    Left/V in/I Berlin/P Macron/P → –
    fell/V in/I Berlin/P Macron/P left/V → –
  `),
)('what leads a sentence in: %s → %s', (given, wanted) => {
  expect(leadIn(given)).toBe(wanted);
});

test.each(
  'in at on from during near outside inside amid following throughout after before since until'.split(' '),
)('“%s” may lead a sentence in', (low) => {
  expect(leadIn(`${low}/I Berlin/P Macron/P left/V`)).toBe(`${low} Berlin`);
});

test.each(['with', 'by', 'of', 'under', 'within'])('“%s” may not', (low) => {
  expect(leadIn(`${low}/I Berlin/P Macron/P left/V`)).toBe('–');
});

test('a lead is at most as long as twenty-four words with its subject', () => {
  const long = (adjectives: number) => `In/I ${'old/J '.repeat(adjectives)}Berlin/P Macron/P left/V`;
  expect(leadIn(long(20))).toMatch(/Berlin$/u);
  expect(leadIn(long(21))).toBe('–');
});
