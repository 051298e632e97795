// Who may be a person in a sentence, what kind of a speaker a phrase is, and which names are those of bodies, places and peoples.
import { expect, test } from 'vitest';
import { emptyDossier } from '../../../src/corpus/dossier.ts';
import { openNames } from '../../../src/corpus/names/names.ts';
import { besideBylines, bylinesIn } from '../../../src/statements/language/bylines.ts';
import { hasOwner, isBody, isInCapitals, lastNameOf, namedIn } from '../../../src/statements/who/people.ts';
import { entryOf, headOf, kindOf } from '../../../src/statements/who/speakers.ts';
import { sentenceOf, table, wordsIn, written } from './units.ts';

/** Each name, the preposition that governs it behind "<", and "+" where it does something. */
function named(text: string): string {
  const { units, at } = written(text);
  const sentence = sentenceOf(units);
  const before = at < 0 ? Number.POSITIVE_INFINITY : (units[at]?.start ?? 0);
  const found = namedIn(sentence, before).map(({ start, end, last, governor, subject }) => {
    const words = sentence.paragraph.text.slice(start, end);
    expect(words.toLowerCase().endsWith(last)).toBe(true);
    if (subject) expect(wordsIn(units, subject).replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    return `${words}${governor === undefined ? '' : `<${governor}`}${subject ? '+' : ''}`;
  });
  return found.join(', ') || '–';
}

test.each(
  table(`
    Merz/P met/V Tusk/P . → Merz+, Tusk
    Merz/P has/A met/V Tusk/P . → Merz+, Tusk
    Merz/P soon/R met/V *Tusk/P . → Merz
    Merz/P met/V *him/O . → Merz+
    Friedrich/P Merz/P fell/V . → Friedrich Merz+
    Ada/P van/X Dyk/P fell/V . → Ada van Dyk+
    Ada/P van/X fell/V . → Ada
    Jan/P Dyk/P fell/V . → Dyk+
    van/X Dyk/P fell/V . → Dyk+
    Jean-Luc/P O’Neil/P fell/V . → Jean-Luc O’Neil+
    merz/P fell/V . → –
    X9/P fell/V . → –
    Merz/N fell/V . → –
    Monday/P fell/V . → –
    “Merz” fell/V . → –
    Berlin/P |Merz/P fell/V . → Berlin, Merz+
    with/I Merz/P fell/V . → Merz<with+
    with/I the/D old/J friend/N Merz/P . → Merz<with
    with/I his/O Merz/P . → Merz
    with/I a/D b/J c/N d/N e/N Merz/P . → Merz<with
    with/I a/D b/J c/N d/N e/N f/N Merz/P . → Merz
    on/I Monday/P Merz/P . → Merz
    with/I |Merz/P . → Merz
    in/I Merz/P . → –
    at/I Merz/P . → –
    near/I Merz/P . → –
    from/I Merz/P . → –
    outside/I Merz/P . → –
    inside/I Merz/P . → –
    across/I Merz/P . → –
    throughout/I Merz/P . → –
    into/I Merz/P . → –
    over/I Merz/P . → –
    via/I Merz/P . → –
    about/I Merz/P . → Merz<about
    from/I Anna/P Lind/P . → –
    from/I Anna/P Maria/P Lind/P . → Anna Maria Lind<from
    Merz/P ~’s/T aide/N fell/V . → –
    Merz/P ~' aide/N fell/V . → –
    Merz/P ~’t/T fell/V . → Merz
    Merz/P senators/N fell/V . → –
    he/O left=leave/V Merz/P . → –
    he/O visited=visit/V Merz/P . → –
    he/O reached=reach/V Merz/P . → –
    he/O entered=enter/V Merz/P . → –
    he/O toured=tour/V Merz/P . → –
    he/O struck=strike/V Merz/P . → –
    he/O shelled=shell/V Merz/P . → –
    he/O bombed=bomb/V Merz/P . → –
    he/O spoke=speak/V Merz/P . → –
    he/O saw=see/V Merz/P . → Merz
    he/O saw=see/V NATO/P . → –
    he/O saw=see/V Americans/P . → –
    he/O saw=see/V Koreans/P . → –
    he/O saw=see/V Mexicans/P . → –
    he/O saw=see/V Democrats/P . → –
    he/O saw=see/V Socialists/P . → –
    he/O saw=see/V Muslims/P . → –
    he/O saw=see/V Jews/P . → –
    he/O saw=see/V Germans/P . → –
    he/O saw=see/V Afghans/P . → –
    he/O saw=see/V Deans/P . → Deans
    he/O saw=see/V Iansa/P . → Iansa
    he/O saw=see/V Evans/P . → Evans
    he/O saw=see/V Reese/P . → Reese
    he/O saw=see/V Cornish/P . → Cornish
    he/O saw=see/V West/P fell/V . → West
    he/O saw=see/V Western/P fell/V . → Western+
    he/O saw=see/V Midwest/P fell/V . → Midwest+
    he/O saw=see/V Congress/P . → –
    he/O saw=see/V Congressman/P . → –
    he/O saw=see/V Simon/P West/P . → Simon West
    he/O saw=see/V the/D West/P . → –
    he/O saw=see/V the/D old/J West/P . → –
    he/O saw=see/V the/D very/R old/J West/P . → –
    he/O saw=see/V old/J West/P . → West
    he/O saw=see/V The/P West/P . → –
    he/O saw=see/V Bank/P of/I Bonn/P . → Bonn<of
    he/O saw=see/V President/P King/P . → President King
    he/O saw=see/V the/D President/P King/P . → President King
    he/O saw=see/V President/P . → –
    he/O saw=see/V Gen./P . → –
  `),
)('who is named: %s → %s', (given, wanted) => {
  expect(named(given)).toBe(wanted);
});

test.each(
  table(`
    Merz/P ~’s/T beef/N . → yes
    Merz/P ~'s/T beef/N . → yes
    Merz/P ~’ beef/N . → yes
    Merz/P ~s beef/N . → no
    Merz/P ~’t beef/N . → no
    Merz/N ~’s/T beef/N . → no
    NATO/P ~’s/T beef/N . → no
    Congress/P ~’s/T beef/N . → no
    Palace/P ~’s/T beef/N . → no
    Democrats/P ~’ beef/N . → no
    President/P ~’s/T beef/N . → no
    *Merz/P ~’s/T beef/N . → no
    Merz/P ~’s/T *beef/N . → yes
    beef/N . → no
  `),
)('somebody to whom a thing belongs: %s (%s)', (given, wanted) => {
  const { units, at } = written(given);
  const before = at < 0 ? Number.POSITIVE_INFINITY : (units[at]?.start ?? 0);
  expect(hasOwner(sentenceOf(units), before)).toBe(wanted === 'yes');
});

const bodies =
  'council commission union ministry senate congress parliament bundestag knesset duma party agency group force forces army navy university institute times news journal sea ocean island islands accord treaty agreement pact plan summit act states nations kingdom republic federation emirates kremlin pentagon department office embassy house court bank gate square hall palace airport building street tower garden room tv radio';

test('names that end with the word of a body or a place are no person’s', () => {
  for (const word of bodies.split(' ')) {
    expect(isBody(word), word).toBe(true);
    expect(isBody(`x${word}`) || isBody(`${word}x`), word).toBe(false);
  }
  expect(isBody('merz')).toBe(false);
});

test.each([
  ['NATO', true],
  ['EU', true],
  ['E', false],
  ['Nato', false],
  ['NATOs', false],
  ['aEU', false],
  ['U.S', false],
])('all in capitals: %s (%s)', (word, wanted) => {
  expect(isInCapitals(word)).toBe(wanted);
});

test.each([
  ['Friedrich Merz', 'merz'],
  ['Anna O’Neil-Roux', 'o’neil-roux'],
  ['Merz 2', 'merz'],
  ['', ''],
  ['42', ''],
])('the last name of “%s” is “%s”', (name, last) => {
  expect(lastNameOf(name)).toBe(last);
});

test.each(
  table(`
    he/O → pronoun he
    who/O → pronoun who
    which/O → pronoun which
    that/O → pronoun that
    his/O → pronoun his
    whoever/O → unnamed whoever
    he/O Berg/P → named Berg
    Merz/P → named Merz
    the/D chancellor/N → named chancellor
    the/D leaders/N → collective leaders
    the/D cheerleaders/N → unnamed cheerleaders
    the/D sidesman/N → unnamed sidesman
    the/D statement/N → collective statement
    the/D restatement/N → unnamed restatement
    the/D documentary/N → unnamed documentary
    the/D joint/J letter/N from/I Bonn/P → collective letter
    both/D men/N → collective men
    both/O → unnamed both
    Wilcox/P and/C Beruff/P → collective Beruff
    Wilcox/P and/C men/N → unnamed men
    Wilcox/P Beruff/P → named Beruff
    a/D critic/N of/I Merz/P → unnamed critic
    Merz/P ~’s/T aides/N → unnamed aides
    of/I Bonn/P → named Bonn
    the/D old/J → unnamed old
  `),
)('the kind of a speaker and the noun that says who it is: %s → %s', (given, wanted) => {
  const { units } = written(given);
  expect(`${kindOf(units, { from: 0, to: units.length })} ${headOf(units)?.text}`).toBe(wanted);
});

const many =
  'leaders allies sides parties delegations camps capitals negotiators governments ministers ambassadors signatories envoys countries nations members senators presidents';

test('several together are many at once', () => {
  for (const word of many.split(' ')) {
    const { units } = written(`the/D ${word}/N`);
    expect(kindOf(units, { from: 0, to: 2 }), word).toBe('collective');
  }
});

const names = openNames({
  ...emptyDossier,
  parties: [
    { id: 'norland', name: 'Norland', spellings: [], called: ['Norlandic'] },
    { id: 'sudmark', name: 'Sudmark', spellings: [], called: [] },
  ],
  people: [
    { id: 'holm', name: 'Ida Holm', spellings: ['Holm'], called: [], party: 'norland' },
    { id: 'lind', name: 'Jo Lind', spellings: ['Lind'], called: [], party: 'norland' },
    { id: 'roux', name: 'Anne Roux', spellings: ['Roux'], called: [], party: 'sudmark' },
    { id: 'free', name: 'Tom Arden', spellings: ['Arden'], called: [] },
  ],
});

test.each([
  ['Ida Holm', { person: 'holm', party: 'norland' }],
  ['Holm’s critics', {}],
  ["Holm's critics", {}],
  ['Holm’s aide Jo Lind', { person: 'lind', party: 'norland' }],
  ['Norland’s envoys', { party: 'norland' }],
  ['Norlandic envoys', { party: 'norland' }],
  ['Holm’s Norlandic envoys', { party: 'norland' }],
  ['Norlandic envoy Anne Roux', { person: 'roux', party: 'sudmark' }],
  ['Tom Arden', { person: 'free' }],
  ['Holm and Lind', { party: 'norland' }],
  ['Holm, Lind and Holm', { party: 'norland' }],
  ['Holm, Lind, and Holm', { party: 'norland' }],
  ['Holm and Roux', {}],
  ['Holm, Roux and Lind', {}],
  ['Arden and Arden', {}],
  ['Holm and a stranger', {}],
  ['Nobody', {}],
])('whom the dossier knows by “%s”', (text, wanted) => {
  expect(entryOf(`So ${text} said`, { start: 3, end: 3 + text.length }, names)).toEqual(wanted);
});

test.each([
  ['It ended. – Peter Marsh Lund left.', '– Peter Marsh '],
  ['It ended. - Peter Marsh Lund left.', '- Peter Marsh '],
  ['It ended. — Peter Marsh Lund left.', '— Peter Marsh '],
  ['It ended. -- Peter Marsh Lund left.', '-- Peter Marsh '],
  ['It ended! –Peter Marsh Lund left.', '–Peter Marsh '],
  ['It ended? – By Peter Marsh Lund left.', '– By Peter Marsh '],
  ['It ended… – by Peter Marsh Lund left.', '– by Peter Marsh '],
  ['It ended. – Peter J. Marsh Lund left.', '– Peter J. Marsh '],
  ['It ended. – Peter Marsh 80 left.', '– Peter Marsh '],
  ['It ended. – Peter Marsh “Go.”', '– Peter Marsh '],
  ['“It ended.” – Peter Marsh Lund left.', '– Peter Marsh '],
  ['It ended. – Peter Marsh and Laura Penn Lund left.', '– Peter Marsh and Laura Penn '],
  ['It ended. – Peter Marsh & Laura Penn Lund left.', '– Peter Marsh & Laura Penn '],
  ['It ended. – Peter Marsh, Laura Penn Lund left.', '– Peter Marsh, Laura Penn '],
  ['It ended. – Savannah Kuchar and Michael Collins Lund left.', '– Savannah Kuchar and Michael Collins '],
  ['“It ended.” – Peter Marsh “Go.”', undefined],
  ['It ended – Peter Marsh Lund left.', undefined],
  ['It ended, – Peter Marsh Lund left.', undefined],
  ['It ended.– Peter Marsh Lund left.', undefined],
  ['It ended. Peter Marsh Lund left.', undefined],
  ['It ended. --- Peter Marsh Lund left.', undefined],
  ['It ended. – Peter Marsh left.', undefined],
  ['It ended. – Peter lund left.', undefined],
  ['It ended. – Peter Marsh', undefined],
  ['It ended. – Norland Bay Lund left.', undefined],
])('an author’s name in a text: %s', (text, wanted) => {
  const found = bylinesIn(text).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(wanted === undefined ? [] : [wanted]);
});

test.each([
  [[], [[10, 20]]],
  [
    [[12, 14]],
    [
      [10, 12],
      [14, 20],
    ],
  ],
  [[[10, 14]], [[14, 20]]],
  [[[14, 20]], [[10, 14]]],
  [[[8, 12]], [[12, 20]]],
  [[[18, 24]], [[10, 18]]],
  [[[5, 10]], [[10, 20]]],
  [[[20, 25]], [[10, 20]]],
  [[[10, 20]], []],
  [
    [
      [11, 12],
      [15, 16],
    ],
    [
      [10, 11],
      [12, 15],
      [16, 20],
    ],
  ],
] as [number, number][][][])('a sentence from 10 to 20 without %j is %j', (bylines, pieces) => {
  const spans = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  expect(besideBylines({ start: 10, end: 20 }, spans(bylines ?? []))).toEqual(spans(pieces ?? []));
});
