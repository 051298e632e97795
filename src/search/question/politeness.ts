// How questions are addressed, in the languages of the interface: what stands before the question and behind it and is not asked.
// One phrase a line, its words folded (words.ts); `a|b` is either, `a?` may be missing.
import { lines } from '../text/lists.ts';

/** Greetings, those who are addressed, and what a question is asked for with. Each may stand before another. */
const BEFORE = lines(`
hi|hello|hey|hiya|howdy|yo|greetings there|all|everyone|everybody|guys|folks|team|people|friends|mods|bot?
good morning|afternoon|evening|day all|everyone|everybody|guys|folks?
dear all|everyone|everybody|friends|team|colleagues|mods|bot
ok|okay|so|well|um|uh|hm|hmm|btw|anyway|ah|oh
thanks|thank in advance
sorry|apologies|excuse|pardon me? to|for|if bother|asking|disturb you?
please|pls|plz|kindly
just|one|a quick|short|small|simple|silly|stupid|dumb|brief|little one|question|thing for|about you|all|everyone?
quick|short|small|simple|silly|stupid|dumb|brief one|question for? you|all|everyone?
my|the|a|one question is|for you|all|everyone?
question for? you|all|everyone?
can|could|would|will|may|might you|u|somebody|someone|anybody|anyone|i|one please|kindly|maybe|perhaps|possibly|quickly? tell|say|explain|show|help|remind|clarify|know|ask|give|confirm to? me|us|you?
can|could you|somebody|someone|anybody|anyone here|please? please|kindly? tell|say|explain to? me|us?
please|just? tell|show|give|remind me|us please?
let me|us know
do you|u guys|all|people? happen? to? know
does somebody|someone|anybody|anyone here|please? happen? to? know
anybody|anyone|somebody|someone know|knows
any idea|ideas|clue
i would|d really? like|love to know|ask|hear|learn
i'd really? like|love to know|ask|hear|learn
i want|wanted|need|wish to know|ask
i was|am|have|been just? wondering|curious
i'm just? wondering|curious
i wonder|wondered
just? wondering|curious
was wondering
help
hallo|moin|servus|tag|liebe leute|zusammen|alle|allerseits|freunde?
guten morgen|tag|abend zusammen|alle|allerseits|leute?
gruss gott|dich|euch
bitte
entschuldigung|verzeihung|tschuldigung
kurze|kleine|eine|meine frage kurze?
frage
kann|konnte|konnt|konnen|wurde|weiss mir|uns|bitte? jemand|einer|wer|du|ihr|sie|man mir|uns|bitte|vielleicht|zufallig? mir|uns|bitte? sagen|erklaren|verraten|erzahlen?
kannst|konntest|konntet|wisst|weisst du|ihr mir|uns|bitte|vielleicht? mir|uns|bitte? sagen|erklaren|verraten|erzahlen?
sag|sagt|sagen|erklar|erklart sie|mal|doch? mir|uns bitte|mal?
ich mochte|wurde|wusste|will|wollte gern|gerne? wissen|fragen?
bonjour|salut|bonsoir|coucou a|tout|tous? tous|toutes|le|monde? et|monde? a? tous|toutes?
s'il te|vous plait
svp|stp
excusez|excuse|pardon|desole|desolee moi?
petite|une|ma|rapide petite|rapide? question rapide?
peux|pourrais|pouvez|pourriez tu|vous me|nous|m'? dire|expliquer
quelqu'un|qqn peut|pourrait|sait|saurait me|nous|m'? dire|expliquer?
est|savez|sais ce|vous|tu que|si? quelqu'un? sait|peut|pourrait? me|nous? dire|expliquer?
dites|dis|expliquez|explique moi|nous
j'aimerais|j'aurais savoir|aime savoir?
je voudrais|veux|souhaite|souhaiterais savoir|demander
czesc|hej|witam|witajcie|siema|siemka wszystkim|wszyscy|panstwa?
dzien|dobry dobry|wieczor wszystkim|wszyscy|panstwu?
prosze|przepraszam|sorki
mam|szybkie|krotkie|jedno krotkie|szybkie|jedno? pytanie
pytanie
czy? ktos|ktokolwiek|moze|mozesz|mozecie|moglby|moglbys|moglibyscie ktos|mi|nam? moze|mi|nam? mi|nam? powiedziec|wyjasnic|wie|podpowiedziec
powiedz|powiedzcie|wyjasnij|wyjasnijcie mi|nam prosze?
chcialbym|chcialabym|chce sie? wiedziec|dowiedziec|zapytac sie?
привіт|вітаю|агов|хай всім|усім|друзі|всі|панове?
добрии|доброго|доброі|доброи день|вечір|ранок|дня|вечора|ранку|ночі всім|усім|друзі?
будь ласка
вибачте|пробачте|перепрошую
маю|коротке|швидке|одне|є коротке|швидке|одне? питання|запитання
питання|запитання
чи? хтось|може|можеш|можете|міг|могли|чи хтось|би|мені|нам|б? би|мені|нам|може? сказати|підказати|пояснити|знає
скажи|скажіть|підкажи|підкажіть|поясни|поясніть мені|нам? будь? ласка?
хотів|хотіла|хочу би|б? знати|дізнатися|спитати|запитати
цікаво
`);

/** What stands behind a question. */
const BEHIND = lines(`
please|pls|plz|thx|ty|cheers|tia
thanks|thank|thankyou you? so|very? much? a? lot|million|ton? in? advance? all|everyone|guys|folks|mods?
many thanks in? advance?
much appreciated
does|do anyone|anybody|someone|somebody|you know
anyone|anybody|someone|somebody know|knows
any ideas|idea|clue
just? curious|wondering
asking for a friend
i wonder
btw|lol|tia
danke|dankeschon|bitte
vielen|besten|herzlichen dank im|fur? voraus|antwort?
danke schon|sehr|euch|im voraus?
lg|mfg|gruss|grusse
merci d'avance|beaucoup|bien|a? tous?
s'il te|vous plait
svp|stp
dzieki|dziekuje|prosze|pozdrawiam
z gory dziekuje|dzieki
dziekuje|dzieki bardzo|z gory?
дякую|спасибі|дяки
дуже|наперед|щиро дякую
будь ласка
дякую|спасибі дуже|наперед|всім|усім
`);

/** Words that introduce what somebody else asked: "Somebody asked: …". */
const ASKING =
  /^(?:ask|asks|asked|asking|question|questions|q|wonders|wondered|wondering|wants|wanted|heard|dm|wrote|writes|says|fragt|fragte|gefragt|frage|demande|demandait|demandé|pyta|pytał|pytala|zapytal|zapytala|pytanie|питає|запитав|запитала|спитав|спитала|питання|запитання)$/u;

export const isAsking = (folded: string): boolean => ASKING.test(folded);

/** A line → the pattern of its words: fixed alternatives, so that matching is linear. */
const pattern = (line: readonly string[]): string =>
  line
    .map((part) => {
      const one = `(?:${part.replace(/\?$/, '')})`;
      return part.endsWith('?') ? `(?: ${one})?` : ` ${one}`;
    })
    .join('');

// The longest first: "thanks in advance" before "thanks".
const anyOf = (phrases: readonly (readonly string[])[]): string =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .map(pattern)
    .join('|');

const before = new RegExp(`^(?:${anyOf(BEFORE)})(?= |$)`, 'u');
const behind = new RegExp(`(?:${anyOf(BEHIND)})$`, 'u');

const count = (found: RegExpExecArray | null): number => (found ? found[0].trim().split(' ').length : 0);

/** The longest phrase has fewer words. */
const LONGEST = 10;

/** How many words at the beginning, or the end, of folded words are politeness: one phrase, 0 for none. */
export function politeBefore(folded: readonly string[]): number {
  return count(before.exec(` ${folded.slice(0, LONGEST).join(' ')}`));
}

export function politeBehind(folded: readonly string[]): number {
  return count(behind.exec(` ${folded.slice(-LONGEST).join(' ')}`));
}
