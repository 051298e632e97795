// Offices, forms of address and what people are: the words that stand before a name, beside it or instead of it. The one place for
// them; labels, statements, checks, people and positions read them here.
import { fold } from '../text/folding.ts';

const words = (list: string): readonly string[] => fold(list).text.trim().split(/\s+/u);

/** Forms of address: they tell that somebody is a person, and of no office. */
export const honorifics: ReadonlySet<string> = new Set(
  words(
    `mr mrs ms miss madam dr sir dame lord lady prof herr herrn frau monsieur madame mme pan pani panowie`,
  ),
);

const womens: ReadonlySet<string> = new Set(words(`mrs ms miss madam madame mme dame lady frau pani`));
const mens: ReadonlySet<string> = new Set(words(`mr sir lord herr herrn monsieur pan`));

/** The pronoun of whoever stands behind a form of address, folded; none of "Dr.". */
export function addressedAs(low: string): 'he' | 'she' | undefined {
  return womens.has(low) ? 'she' : mens.has(low) ? 'he' : undefined;
}

/** Offices of states and their bodies: whoever holds one speaks for them, and "the president" may mean the holder. */
const statesmen = words(`
  president premier chancellor minister secretary senator governor mayor ambassador king queen pope emperor sultan emir prince princess
  speaker commissioner congressman congresswoman secretary-general sen gov rep
  bundeskanzler bundeskanzlerin kanzler kanzlerin ministre chancelier chanceliere prezydent kanclerz президент президентка канцлер
  прем'єр прем'єр-міністр міністр міністерка посол посолка генсек premiere presidente`);

/** They speak for a body, and several may at once. */
const speakers = words(`
  spokesman spokeswoman spokesperson envoy negotiator delegate representative deputy chief head director chairman chairwoman chair leader general
  admiral colonel commander adviser advisor official undersecretary diplomat consul justice judge attorney prosecutor gen adm col lt capt maj
  rzecznik rzeczniczka szef szefowa речник речниця глава porte-parole sprecher sprecherin secretaire ambassadeur ambassadrice gouverneur`);

/** What people are beside that: enough to tell that a name is a person's. */
const callings = words(`
  professor analyst economist lawyer journalist reporter correspondent columnist author writer historian scientist researcher strategist pollster
  activist actor actress singer comedian rapper anchor host pundit contributor commentator blogger editor publisher producer founder cofounder
  co-founder owner ceo cfo executive officer detective sheriff lieutenant sergeant captain major lawmaker legislator mp mep councilman
  councilwoman councillor treasurer comptroller manager aide consultant operative surrogate volunteer organizer nominee candidate rival
  opponent billionaire businessman businesswoman investor developer banker philanthropist entrepreneur student teacher coach quarterback
  pastor rabbi imam bishop archbishop cardinal priest reverend rev hon father brother sister son daughter wife husband mother uncle aunt grandpa grandma grandpop grandfather grandmother nephew niece cousin colleague
  counterpart boss czar administrator chairperson fellow expert scholar veteran resident farmer nurse doctor physician surgeon psychologist
  member sociologist designer director artist musician frontman gentleman model star champion whistleblower attorneys critic observer moderator coordinator
  inspector mediator solicitor counsel superintendent principal dean provost trustee specialist engineer biologist physicist climatologist
  supervisor potus flotus dramatist playwright poet novelist filmmaker photographer senators reps sens congressmen hostess victim survivor mogul tycoon supporter
  aktivist rechtsanwalt journaliste historien ekspert politolog експерт журналіст lawmakers strategists founders leaders presidents ministers`);

export const states: ReadonlySet<string> = new Set(statesmen);
export const officesKnown: ReadonlySet<string> = new Set([...statesmen, ...speakers]);
const roles: ReadonlySet<string> = new Set([...statesmen, ...speakers, ...callings]);

/** "Außenministerin", "Verteidigungsminister", "вицепрезидент": the office is the end of the word. */
const compound =
  /^\p{L}{2,}(?:minister|ministerin|kanzler|kanzlerin|prasident|prasidentin|sprecher|sprecherin|botschafter|botschafterin|chef|chefin)$/u;
const german = /^(?:prasident|botschafter|kanzler|minister)(?:in)?$/u;

/** In another case: "Prezydenta", "Президента", "Bundeskanzlers". */
const inflected = new RegExp(
  `^(?:(?:wice|віце-?)?(?:${words("prezydent premier minist kanclerz rzeczni marszałk ambasador przewodnicząc президент прем'єр міністр канцлер голов речни посл").join('|')})\\p{L}{0,4}(?:-міністр\\p{L}{0,3})?|\\p{L}*(?:kanzler|prasident|minister)(?:s|en))$`,
  'u',
);

/** Whether a word, folded, is an office's or tells what somebody is. */
export function isRole(low: string): boolean {
  return roles.has(low) || compound.test(low) || german.test(low) || inflected.test(low);
}

/** Whether it is one of several: "Leaders", "Foreign Ministers". */
export function isPluralRole(low: string): boolean {
  return (
    /[^s]s$/u.test(low) &&
    !honorifics.has(low) &&
    (isRole(low) || isRole(low.slice(0, -1))) &&
    !inflected.test(low)
  );
}

export function isTitle(low: string): boolean {
  return isRole(low) || honorifics.has(low);
}

/** They stand with an office and are a part of it: "former prime minister", "White House press secretary". */
export const describing: ReadonlySet<string> = new Set(
  words(`former ex- acting deputy vice prime foreign chief first interim outgoing incoming late then-president assistant associate executive senior
  national general press attorney communications campaign defense defence interior finance trade economy justice health energy home labor
  labour treasury state majority minority house senate republican democratic conservative presidential federal supreme minister-president
  co elect lieutenant governor military political economic policy security staff special top lead principal retired co-chair managing
  state’s research science opposition party company team permanent presumptive longtime current onetime incumbent ranking veteran`),
);

/** As texts shorten offices before a name, and as they are typed: "Texas Sen. Ted Cruz" is the senator. */
const shortened: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ sen: 'senator', gov: 'governor', rep: 'representative', gen: 'general' },
    ...{ adm: 'admiral', col: 'colonel', prof: 'professor', dir: 'director' },
  }),
);

/** The whole word of an office, of a folded word. */
export function writtenOut(low: string): string {
  return shortened.get(low) ?? low;
}

/** Beside an office: whoever is called so does not hold it now, or only helps its holder. */
export const notHolding: readonly string[] = words(
  `former ex late then first outgoing incoming elect designate deputy assistant candidate nominee`,
);

/** Beside an office they make another one of it: a vice chairman is no chairman. */
export const ofAnother: readonly string[] = words(
  `vice co under prime associate attorney surgeon press private personal lieutenant inspector solicitor`,
);

/** What a minister or a secretary is of, before a name: "Secretary of State John Kerry". */
export const portfolios: ReadonlySet<string> = new Set(
  words(`state defense defence treasury war commerce labor labour energy education interior agriculture transportation finance health justice
  economy trade environment staff congress europe parliament auswartigen finanzen verteidigung étrangères affaires intérieur spraw zagranicznych
  obrony finansów закордонних справ оборони фінансів`).concat([
    'foreign affairs',
    'homeland security',
    'veterans affairs',
    'national intelligence',
    'the treasury',
    'the interior',
    'state for europe',
    'foreign relations',
    'the house',
    'the senate',
    'public health',
    'human services',
  ]),
);

/** Offices that one person holds: who is called so is somebody, though without a name. */
export const heldOffices: ReadonlySet<string> = new Set([...statesmen, 'general', 'vice']);

/** What in a label is no name; "HEAD OFFICE", "CHIEF POINTS" head a list as often as they stand for somebody. */
export const offices: ReadonlySet<string> = new Set([
  ...honorifics,
  ...statesmen,
  ...speakers.filter((word) => !/^(?:head|chief)$/u.test(word)),
  ...words(
    `the a an of and for to vice prime state foreign defense defence former press first acting majority minority senior
    administration lt lieutenant sergeant captain surgeon chairperson aide judge host administrator officials operator
    moderator participant participants audience member members reporter reporters q question interpreter unknown voice child questioner`,
  ),
]);
