// Whether a change of words turns the sense: a lost "not", "must" for "may", another name or number. It speaks where the
// words themselves show it; a change that it passes over may still matter, and is shown all the same.
import { hedges } from '../statements/language/cues.ts';
import type { Printed } from './words/printed.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Contractions are written out first: "don't" for "do not" turns nothing. Apostrophes are folded away by then. */
const contracted: Readonly<Record<string, string>> = {
  cannot: 'can not',
  cant: 'can not',
  wont: 'will not',
  shant: 'shall not',
  aint: 'is not',
};
const negated = /^(is|are|was|were|do|does|did|has|have|had|would|could|should|must|might|need|ought)nt$/;

const negations = set(
  'not no never none nothing nobody nowhere neither nor without cannot hardly barely scarcely noone refuse refuses refused deny denies denied fail fails failed stop stops stopped prevent prevents prevented oppose opposes opposed reject rejects rejected',
);

/** Negations of the one word that they are joined to. */
const negatingPrefixes = set('non un anti');

/** Words with which a source doubts what it tells: without them a rumour is a fact. */
const reserves: ReadonlySet<string> = new Set([
  ...hedges,
  ...set('presumably reputedly rumored rumoured alleged purported unconfirmed'),
]);

/** Words that may not be lost, added or exchanged for one of another group. */
const groups: readonly ReadonlySet<string>[] = [
  set('must shall obliged required requires'),
  set('should ought'),
  set('may might perhaps maybe possibly'),
  set('can could able'),
  set('will would'),
  set('including include includes included'),
  set('excluding exclude excludes excluded'),
  set('if unless until till except only provided otherwise though although however'),
  set('all every always everyone everybody everything both entire entirely fully completely'),
  set('some sometimes somebody someone partly partially'),
  set('most mostly mainly'),
  set('few rarely seldom little'),
  set('before prior'),
  set('after following'),
  set('more greater higher'),
  set('less fewer lower'),
  // "Perhaps" and "possibly" stand with "may" above.
  reserves,
];
/** Groups of which a word may come and go without turning anything: "will" is often put in. */
const harmlessAlone: ReadonlySet<number> = new Set([3, 4, 8, 9, 14, 15]);

/** Pairs of which one is the contrary of the other. */
const contraries = pairs(
  'accept reject, accepts rejects, accepted rejected, agree disagree, agree refuse, agreed refused, allow forbid, allowed forbidden, allow prevent, ally enemy, allies enemies, attack defend, attacked defended, begin end, begins ends, better worse, best worst, success failure, succeed fail, succeeded failed, big small, large small, bring take, build destroy, buy sell, bought sold, close open, closed open, create destroy, day night, decrease increase, decreased increased, decreases increases, decreasing increasing, deny confirm, denied confirmed, different same, early late, easy hard, easy difficult, enter leave, false true, wrong right, far near, fast slow, first last, for against, friend enemy, friends enemies, full empty, gain lose, gained lost, gains losses, good bad, guilty innocent, happy sad, hate love, high low, higher lower, inside outside, join leave, keep break, kept broke, legal illegal, less more, fewer more, light dark, long short, love hate, majority minority, many few, maximum minimum, with without, new old, none all, north south, east west, off on, old young, over under, above below, past future, peace war, permit forbid, permitted forbidden, possible impossible, private public, pull push, quick slow, raise lower, raised lowered, rich poor, rise fall, rises falls, rising falling, rose fell, safe dangerous, safe unsafe, save waste, start end, start stop, started stopped, started ended, strengthen weaken, strengthened weakened, strong weak, stronger weaker, strongest weakest, support oppose, supports opposes, supported opposed, top bottom, victory defeat, up down, voluntary mandatory, win lose, wins loses, won lost, winning losing, yes no, always never, everyone nobody, everybody nobody, everything nothing, before after, include exclude, including excluding, includes excludes, included excluded, continue stop, continued stopped, men women, man woman, his her, he she, democrat republican, democrats republicans, democratic republican, soldiers civilians, left right, direct indirect, temporary permanent, temporary lasting, expand reduce, expanded reduced, add remove, added removed, approve veto, approved rejected, praise condemn, praised condemned, hope fear, tomorrow yesterday, earlier later, sooner later, cheap expensive, import export, imports exports, imported exported, supply demand, employer employee, buyer seller, attackers defenders, aggressor victim, advance retreat, maintain abandon, ready unwilling, willing unwilling, hot cold, continue end, continues ends, continued ended, continuing ending, continue cease, continues ceases, continued ceased, continue halt, continues stops, continued stopped, proceed halt, resume suspend, resumes suspends, resumed suspended, launch end, launched ended, extend shorten, extend end, extended ended, extended cut, renew cancel, renewed cancelled, sign cancel, signed cancelled, ratify reject, ratified rejected, adopt reject, adopted rejected, endorse reject, endorsed rejected, back oppose, backs opposes, backed opposed, welcome condemn, welcomes condemns, welcomed condemned, lift impose, lifts imposes, lifted imposed, tighten loosen, tightened loosened, tighten ease, tightened eased, escalate ease, grant deny, granted denied, release detain, released detained, honour violate, honours violates, honoured violated, honor violate, honored violated, respect violate, respected violated, stay leave, stays leaves, stayed left, remain leave, remains leaves, remained left, arrive depart, arrived departed, succeed collapse, succeeded collapsed, unite divide, united divided, present absent, mandatory optional, binding optional, permanent temporary, permanent provisional, pause peace, truce war, ceasefire war, offensive defensive, improve worsen, improves worsens, improved worsened, accelerate delay, widen narrow, widened narrowed, thaw freeze, protect threaten, protects threatens, protected threatened, protect attack, deploy withdraw, deployed withdrawn, send withdraw, sent withdrew, trust distrust, optimistic pessimistic, certain doubtful, minor major, cause prevent, hero traitor, liberate occupy, liberated occupied, defender attacker, anybody nobody, anyone nobody, somebody nobody, someone nobody',
);

function pairs(text: string): ReadonlySet<string> {
  return new Set(text.split(', ').flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]));
}

/** The same by the beginnings of words, so that a pair serves in every form: "continues" and "ended". */
const contraryStems: ReadonlySet<string> = new Set(
  [...contraries].map((pair) => pair.split(' ').map(stemOf).join(' ')),
);

/** A verb without its ending; a short word is its own. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:e|es|ed|ing|s|d)$/u, '');
  return stem.length < 3 ? word : stem;
}

/** Whether one word is the contrary of another: "open" and "closed", "possible" and "impossible". */
export function opposes(word: string, other: string): boolean {
  return contraryStems.has(`${stemOf(word)} ${stemOf(other)}`) || isNegatedForm(word, other);
}

/** Whether words, folded, deny on the whole: two negations are none, and "not only" grants. */
export function negatesOddly(words: readonly string[]): boolean {
  const all = words.flatMap((word) => expandedWord(word));
  const denying = all.filter(
    (word, at) => negations.has(word) && !/^(?:only|just|merely)$/.test(all[at + 1] ?? ''),
  );
  return denying.length % 2 === 1;
}

/** Whether words, folded, hold a condition or a reserve. */
export function isConditional(words: readonly string[]): boolean {
  return (
    words.some((word) => restricting.has(word) || reserves.has(word)) ||
    conditions.test(` ${words.join(' ')} `)
  );
}

const prefix = /^(?:un|in|im|il|ir|dis|non|anti|de|mis)/;
const numberWords = set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter twice double triple first second',
);
const currency = set('$ € £ ¥ ₴ ₽ dollars euros pounds rubles roubles hryvnia percent');
const orderOf: readonly string[] = [...numberWords].slice(0, 21);

/** What tells names: capitals where a sentence does not ask for them, and names known under several spellings. */
export interface Names {
  /** What a word names, alike for all its spellings; undefined where it names nobody known. */
  readonly named: (folded: string) => string | undefined;
}

/** Whether the words given instead of the source's turn the sense. One side is empty where words were left out or put in. */
export function turnsSense(source: readonly Printed[], given: readonly Printed[], names: Names): boolean {
  const a = expanded(source);
  const b = expanded(given);
  if (a.join(' ') === b.join(' ')) return false;
  if ([negations, negatingPrefixes].some((words) => countIn(a, words) !== countIn(b, words))) return true;
  return exchanged(a, b) || isContrary(a, b) || numbersDiffer(a, b) || namesDiffer(source, given, names);
}

/** The words with contractions written out. */
function expanded(words: readonly Printed[]): string[] {
  return words.flatMap(({ folded }) => expandedWord(folded));
}

function expandedWord(folded: string): string[] {
  return (contracted[folded] ?? folded.replace(negated, '$1 not')).split(' ');
}

/** What denies whatever stands behind it, however it is put; the first of each two languages are those of the interface. */
const plainNegations = set(
  'not no never none nothing nobody nowhere neither nor cannot without hardly barely scarcely noone nicht kein keine keinen keiner keinem nie niemals niemand nichts ne pas jamais aucun aucune personne rien nie nigdy nikt nic zaden zadna bez не ні ніколи ніхто ніщо жоден жодна без',
);

const only = /^(?:only|just|merely|nur|seulement|tylko|лише|тільки)$/;
/** Behind "not only" and "not just": "not just yet", "nicht nur nicht". */
const denying = /^(?:yet|now|not|nicht|nie|ne|pas|не)$/;

/** Whether words deny; "not only" grants. */
export function denies(words: readonly Printed[]): boolean {
  const all = expanded(words);
  const grants = (at: number): boolean => only.test(all[at + 1] ?? '') && !denying.test(all[at + 2] ?? '');
  return all.some((word, at) => plainNegations.has(word) && !grants(at));
}

function countIn(words: readonly string[], listed: ReadonlySet<string>): number {
  return words.filter((word) => listed.has(word)).length;
}

function exchanged(source: readonly string[], given: readonly string[]): boolean {
  const alone = source.length === 0 || given.length === 0;
  const differing = groups.flatMap((group, index) =>
    countIn(source, group) > 0 === countIn(given, group) > 0 ? [] : [index],
  );
  if (alone) return differing.some((index) => !harmlessAlone.has(index));
  // A word for one of another group; or a word of a telling group for something else.
  return differing.length > 1 || differing.some((index) => !harmlessAlone.has(index));
}

function isContrary(source: readonly string[], given: readonly string[]): boolean {
  return source.some((word) => given.some((other) => opposes(word, other)));
}

/** "possible" and "impossible", "armed" and "disarmed". */
function isNegatedForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 3 && long !== short && long.endsWith(short) && long.replace(prefix, '') === short;
}

function numbersDiffer(source: readonly string[], given: readonly string[]): boolean {
  const a = numbersOf(source);
  const b = numbersOf(given);
  // A number that is only left out or put in is shown, but nothing was exchanged.
  return a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ');
}

function numbersOf(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (/\d/.test(word)) return [word.replace(/(?<=\d)(?:st|nd|rd|th|s)$/, '')];
    if (currency.has(word)) return word === 'percent' ? [] : [word];
    const value = orderOf.indexOf(word);
    return numberWords.has(word) ? [value >= 0 ? String(value) : word] : [];
  });
}

const capital = /^\p{Lu}/u;
const notNames = set('i im ive ill id god ok');

function namesDiffer(source: readonly Printed[], given: readonly Printed[], names: Names): boolean {
  const a = namesOf(source, names);
  const b = namesOf(given, names);
  return a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ');
}

function namesOf(words: readonly Printed[], { named }: Names): string[] {
  return words.flatMap((word) => {
    const known = named(word.folded);
    if (known !== undefined) return [known];
    return capital.test(word.written) && !notNames.has(word.folded) && !common.has(word.folded)
      ? [word.folded]
      : [];
  });
}

/** Words that carry a capital at the beginning of a sentence and name nobody. */
const common = set(
  'the a an and but or so that this these those it its he she they we you his her their our my your there here what when where who why how if as at by for from in of on to with is are was were be been being do does did have has had will would can could should may might must shall not no yes well look now then because while since also just very one some all any more most many much every each both either neither let lets thats theyre were youre weve hes shes dont didnt doesnt cant wont isnt arent wasnt werent after before over under up down out again still even only than too today tomorrow yesterday first last next new president nation federal state government country people',
);

/** Names and numbers left out at one place and put in at another: who did what to whom is turned round. */
export function movedNames(
  leftOut: readonly Printed[],
  putIn: readonly Printed[],
  names: Names,
): ReadonlySet<string> {
  const keys = (words: readonly Printed[]): string[] => [
    ...namesOf(words, names),
    ...numbersOf(words.map(({ folded }) => folded)),
  ];
  const put = new Set(keys(putIn));
  return new Set(keys(leftOut).filter((key) => put.has(key)));
}

export function namesIn(words: readonly Printed[], names: Names): string[] {
  return [...namesOf(words, names), ...numbersOf(words.map(({ folded }) => folded))];
}

/** Whether words, behind another, hold a negation, a condition, an exception or a reserve, which an honest ellipsis does not leave out. */
export function restricts(words: readonly Printed[], before?: Printed): boolean {
  const all = expanded(words);
  if (all.some((word) => negations.has(word) || restricting.has(word) || reserves.has(word))) return true;
  if (conditions.test(` ${all.join(' ')} `)) return true;
  return words.some(
    (word, at) => isInverted(word, words[at + 1]) || isProvided(word, words[at - 1] ?? before),
  );
}

/** "…, provided the talks begin"; but not "the aid provided by them". */
function isProvided({ folded }: Printed, before: Printed | undefined): boolean {
  return folded === 'provided' && /[,;—–(]/u.test(before?.gap ?? '');
}

/** "should Russia choose war": a condition without "if". */
function isInverted({ folded }: Printed, next: Printed | undefined): boolean {
  if (!/^(?:should|were|had)$/.test(folded) || !next) return false;
  return capital.test(next.written) || subjects.has(next.folded);
}

const subjects = set(
  'he she it we you they i the a an this that these those his her its our their any anyone anybody somebody someone',
);
const conditions =
  / (?:(?:provided|providing|assuming|supposing) (?:that|he|she|it|we|you|they|i|there|both|no)|as long as|so long as|in case|on condition|on the condition|subject to|apart from|other than|rather than|instead of|short of) /;
const restricting = set(
  'perhaps maybe possibly if unless until till except excepting excluding only conditional conditionally contingent depending whether barring lest but however though although otherwise',
);
