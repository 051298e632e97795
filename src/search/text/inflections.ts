// Forms that belong together and the stemmer cannot bring together: irregular verbs and plurals, countries and peoples.
import { lines } from './lists.ts';

/** Verbs whose past the stemmer cannot undo, present form first. */
const IRREGULAR = lines(`
be was were been
become became
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
die dying
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
freeze froze frozen
give gave given
go went gone
grow grew grown
hold held
keep kept
know knew known
lead led
leave left
lend lent
lie lying
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shoot shot
sing sang sung
sink sank sunk
sit sat
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
teach taught
tell told
think thought
throw threw thrown
understand understood
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
`);

/** Nouns whose forms the stemmer cannot bring together, singular first. */
const NOUNS = lines(`
man men
woman women
child children
people person persons peoples
another other others
foot feet
leader leadership
`);

/** A country or continent with its people's adjective: "Italy's prime minister" is "the Italian prime minister". */
const PEOPLES = lines(`
afghanistan afghan
africa african
albania albanian
algeria algerian
america american americans
argentina argentine
armenia armenian
asia asian
australia australian
austria austrian
azerbaijan azerbaijani
belarus belarusian
belgium belgian
brazil brazilian
britain british briton britons
bulgaria bulgarian
byzantium byzantine
canada canadian
china chinese
croatia croatian
cuba cuban
cyprus cypriot
czechia czech
denmark danish danes
egypt egyptian
england english
estonia estonian
europe european
finland finnish finn
france french
georgia georgian
germany german
greece greek
hungary hungarian
iceland icelandic
india indian
indonesia indonesian
iran iranian
iraq iraqi
ireland irish
israel israeli
italy italian
japan japanese
jordan jordanian
kazakhstan kazakh
korea korean
kosovo kosovar
latvia latvian
lebanon lebanese
libya libyan
lithuania lithuanian
mexico mexican
moldova moldovan
mongolia mongol mongolian
morocco moroccan
netherlands dutch
norway norwegian
ottoman ottomans
pakistan pakistani
palestine palestinian
poland polish pole poles
portugal portuguese
romania romanian
rome roman
russia russian
scotland scottish scots
serbia serbian
slovakia slovak
slovenia slovenian
spain spanish
sweden swedish swede
switzerland swiss
syria syrian
taiwan taiwanese
thailand thai
turkey turkish turkiye
ukraine ukrainian
vietnam vietnamese
wales welsh
yemen yemeni
`);

/** "Article five" is Article 5. Not "one", which is a pronoun as often. */
const NUMERALS = lines(`
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
`);

/** Every form → the form it is filed under. */
export const FILED_UNDER: ReadonlyMap<string, string> = new Map([
  ...[...IRREGULAR, ...NOUNS, ...NUMERALS].flatMap(([head = '', ...others]) =>
    others.map((other) => [other, head] as const),
  ),
  // "Europeans", "Ukrainians": the plural is the people's too.
  ...PEOPLES.flatMap(([head = '', ...others]) =>
    others.flatMap((other) => [[other, head] as const, [`${other}s`, head] as const]),
  ),
]);
export const PEOPLE_WORDS: ReadonlySet<string> = new Set(PEOPLES.flat());
