// What the search knows of meanings: near synonyms of the field and of questions in general.
import { lines } from '../text/lists.ts';

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
