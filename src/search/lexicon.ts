// What the search knows of English: words that carry no subject, irregular forms, peoples and their countries,
// near synonyms of the field, opposites. Plain lists, so that a reader can judge and extend each.

const list = (text: string): readonly string[] => text.trim().split(/\s+/);
const lines = (text: string): readonly (readonly string[])[] => text.trim().split('\n').map(list);

/** Words of grammar: they are neither indexed nor asked for. Negations are among them; `question.ts` reads those itself. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  list(`a about above after again against all also am among an and any are aren't as at be because been before being below
  between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else ever
  few for from further get gets got had has hasn't have haven't having he he'd he'll he's her here hers herself him himself his
  how i i'm i've if in into is isn't it it'd it'll it's its itself just let may me might more most much must my myself neither no nor
  not of off on once only onto or ought our ours out over own per please same shall she she's should so some such than
  that that's the their theirs them themselves then there there's these they they'd they're they've this those though through
  thus to too under until up upon us very via was wasn't we were weren't what what's when where where's which while who who's
  whom whose why will with within without won't would wouldn't yet you your yours whether whats hows wheres many`),
);

/** Words that frame a question rather than name its subject ("what is the name of the kind of …"): they weigh little. */
export const FRAMING_WORDS: ReadonlySet<string> = new Set(
  list(`name named names call called calls known know term terms type types kind kinds sort way ways thing things example
  examples used use uses using many long refer referred refers describe described describes stand stands happen
  happened happens become became another other others besides addition instead according exactly someone anyone something anything
  find found give gave given take took taken make made mean means meant word person people one two first say said says`),
);

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

/** Every form → the form it is filed under. */
export const FILED_UNDER: ReadonlyMap<string, string> = new Map([
  ...IRREGULAR.flatMap(([head = '', ...others]) => others.map((other) => [other, head] as const)),
  // "Europeans", "Ukrainians": the plural is the people's too.
  ...PEOPLES.flatMap(([head = '', ...others]) =>
    others.flatMap((other) => [[other, head] as const, [`${other}s`, head] as const]),
  ),
]);
export const PEOPLE_WORDS: ReadonlySet<string> = new Set(PEOPLES.flat());

/**
 * Near synonyms: first of the field (talks, alliances, war and peace), then of questions in general. Words of a line may stand
 * for one another, at less than the weight of the word itself.
 */
export const SYNONYMS = lines(`
join membership member accession enter entry admit admission accede
join become
ceasefire truce armistice
pledge promise vow commit commitment undertake
guarantee assurance assure reassure
guarantee protection
talk tell speak conversation
talk negotiation negotiate conversation discussion discuss meeting meet
call phone telephone conversation
summit meeting meet
statement declaration communique text document
agree agreement deal accord pact settlement treaty
sign signatory signature
propose proposal suggest suggestion offer plan idea
raise mention suggest float
say tell note add declare announce confirm voice
voice express mention raise
answer reply respond response
ask question request
reject refuse oppose exclude rule object
oppose opposition against resist resistance objection reluctance
doubt unclear uncertain sceptical unsure
aspire want wish hope seek desire ambition
back support aid help assist assistance
sanction penalty punish
measure step action
fight combat battle war conflict hostility fighting
attack assault aggression invade invasion strike
defend defence defense protect protection
border frontier boundary
territory land territorial
integrity border
leader president chief head
source official diplomat
anonymous unnamed unidentified identify identity
identify name
last durable permanent enduring
continue keep maintain carry
maintain uphold
strong ironclad robust solid firm unbreakable
strengthen tighten toughen increase intensify reinforce
collective mutual joint common together
joint jointly together
confirm verify acknowledge
inspire base model
push promote advocate champion campaign
define definition
clause provision article
starting beginning basis origin
benefit profit
ready prepare willing
act react respond intervene
senator senate lawmaker legislator parliament
necessarily automatically
force military violence arms
option possibility alternative choice choose
reason justification motive excuse cause why
alliance bloc pact
alliance nato
western west
repeat reiterate
knowledge informed aware
discuss debate
work function operate
effective real
sovereignty independence
pressure squeeze
issue release publish
brief inform update
next follow subsequent
trilateral three
deal bargain compromise
straight directly direct
peace peaceful
allies partner ally friend
decide decision determine
change alter modify move redraw
determined resolve committed
achieve reach accomplish
just fair
killing kill die death bloodshed
wide broad
economic economy
separate distinct apart independent
similar alike comparable resemble like
country nation state
principle rule doctrine
entire whole
condition term
short less
extend grant
concern worry
stance position view opinion attitude
prefer preference rather
solo alone just only
several various many
inside within
begin start commence
end stop finish cease halt conclude
build construct create establish found
invent inventor create develop devise
big large great huge
city town capital
fast quick rapid speed
show demonstrate
live reside inhabit
buy purchase acquire
pay fund finance cost
car vehicle automobile
doctor physician
author write writer
govern reign rule
conquer conquest defeat
require need necessary
increase grow rise raise
decrease reduce decline fall lower
part component
region area
group team
old ancient age aged
teach educate
discover find
travel journey trip
earth world
choose choice
suppose supposedly
differ difference different
produce production product
assume assumption
destroy destruction
explain explanation
receive reception
analyse analysis
argue argument
vary variation various
grow growth
lose loss
give gift
fly flight
born birth
long length
high height
strong strength
weak weaken
safe safety security secure
free freedom
powerful power
`);

/** Opposites: one in the question and the other in the sentence tells that the sentence says something else. */
export const OPPOSITES = lines(`
increase decrease
increase reduce
rise fall
high low
higher lower
large small
big small
more less
most least
first last
early late
earlier later
before after
begin end
start end
north south
east west
northern southern
eastern western
strong weak
stronger weaker
support oppose
accept reject
agree disagree
allow forbid
allow prevent
win lose
attack defend
include exclude
internal external
inside outside
inner outer
maximum minimum
major minor
majority minority
above below
open close
old new
same different
similar different
active inactive
activate suppress
innate adaptive
possible impossible
always never
all none
good bad
better worse
best worst
positive negative
fast slow
hot cold
rich poor
long short
many few
male female
men women
create destroy
friend enemy
past future
formal informal
legal illegal
natural artificial
rarely often
common rare
import export
direct indirect
static dynamic
attract repel
join leave
war peace
`);
