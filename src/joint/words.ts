// The words by which a joint text is known, in the five languages: what it calls itself, how it begins, and how a report of one sounds.

/** How a report speaks of a text or of those who made it; looked for outside of quotation marks. */
export const reporting =
  /(?<![\p{L}\p{N}])(?:said|told|says|according to|reporters?|journalists?|in (?:a|the|their) (?:joint )?(?:statement|declaration|communiqu[eé])|issued a|released a|signed a|sagten?|teilten? \p{L}+ mit|hei(?:ß|ss)t es|hieß es|laut|nach Angaben|berichtet\p{L}*|Journalisten|in einer (?:gemeinsamen )?Erklärung|a déclaré|ont déclaré|selon|d['’]après|ont publié|journalistes|dans (?:un|une|leur) (?:communiqué|déclaration)|powiedział\p{L}*|poinformował\p{L}*|oświadczył\p{L}*|według|czytamy|dziennikarz\p{L}*|w(?:e)? (?:wspólnym )?(?:oświadczeniu|komunikacie))(?![\p{L}])|(?<!\p{L})(?:сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)|йдеться|за словами|за даними|журналіст\p{L}*|(?:у|в) (?:спільній )?(?:заяві|комюніке))(?!\p{L})/iu;

/** What may stand before those who made it: "Today, …", "On 23 November 2031, …". */
export const leadIn =
  /^(?:(?:Today|Heute|Aujourd[’']hui|Dziś|Dzisiaj|Сьогодні)[,\s]\s*|(?:On|Am|Le|Dnia|W dniu)\s[^.;\n]{0,30}?\d{4},?\s+)/u;

const together =
  /(?:^|[,:—–]\s?)(?:We|WE|we|Wir|wir|Nous|nous|[Mm]y(?=,\s(?:szef|minist|prezyd|przedst|człon|przyw|premier|niżej))|Ми|ми)(?:,|\s?[—–](?=\s?(?:the|die|les|\p{Lu}))|(?=\s(?:the|die|les)\s))\s*/u;
/** Who speaks for themselves alone is no joint text: "We, as a nation, …" names no office. */
const makers =
  /leaders|heads|ministers|presidents|president .+ president|governments|representatives|members|states|delegations|foreign|undersigned|staats|regierung|minister|präsident|vertreter|mitglied|unterzeichn|chefs|ministres|présidents|gouvernements|représentants|membres|soussignés|szefowie|ministrowie|prezydenci|przedstawiciele|członkowie|przywódcy|premierzy|niżej podpisani|міністри|президенти|глави|представники|лідери|уряди|члени|нижчепідписані/iu;

/** Where the names begin of those who speak together: behind "We, " in "We, the Foreign Ministers of …"; undefined where nobody does. */
export function togetherAt(text: string): number | undefined {
  const found = together.exec(text.slice(0, 200));
  if (!found) return undefined;
  const at = found.index + found[0].length;
  return makers.test(text.slice(at, at + 120)) ? at : undefined;
}

/** A body that adopts texts, or parties that agree: their name stands at the beginning. */
export const bodies =
  /council|assembly|parliament|parlament|(?<!\p{L})group(?!\p{L})|league|conference|congress|commission|committee|senate|knesset|\p{L}*rat(?!\p{L})|versammlung|konferenz|ausschuss|bundestag|conseil|assemblée|parlement|conférence|comité|rada(?!\p{L})|zgromadzeni|sejm|konferencj|komitet|рада(?!\p{L})|асамбле|парламент|конференц|комітет/iu;

export const agreeing =
  /(?<!\p{L})(?:have agreed|has agreed|agree as follows|agreed (?:as follows|(?:up)?on the following)|haben [\p{L}\s]{0,30}vereinbart|(?:sind|wie folgt) übereingekommen|vereinbaren|(?:sont|est) conven\p{L}+|conviennent|uzgodni\p{L}+|postanawiają|umówi\p{L}+|домови\p{L}+|погоди\p{L}+)(?!\p{L})[^.]*[:,;]?$/iu;

/** How a sentence that asks, decides or undertakes begins. */
export const operative =
  /^(?:[\p{L}’']+\s+){0,8}?(?:demands?|resolves?|calls? (?:up)?on|calls? for|urges?|requests?|decides?|recommends?|invites?|propos(?:e|es)|agrees?|have agreed|commits?|undertakes?|appeals?|will|shall|fordert|fordern|ruft|rufen|appellier\p{L}+|bitte[nt]|beschlie(?:ß|ss)\p{L}+|empfiehlt|empfehlen|schlägt|schlagen|vereinbar\p{L}+|verpflichte\p{L}+|werden|demand(?:e|ons|ent)|exige(?:ons|nt)?|appel(?:le|lent|ons)|invit(?:e|ons|ent)|prie(?:nt)?|décid(?:e|ons|ent)|recommand(?:e|ons|ent)|propos(?:e|ons|ent)|conv(?:ient|enons|iennent)|s['’]engage(?:nt)?|engageons|wzywa(?:my|ją)?|żąda(?:my|ją)?|apeluj\p{L}+|postanawia\p{L}*|zaleca(?:my|ją)?|proponuj\p{L}+|zobowiązuj\p{L}+|uzgadnia\p{L}*|zwraca(?:my|ją)? się|заклика\p{L}+|вимага\p{L}+|вирішу\p{L}+|постановля\p{L}+|рекоменду\p{L}+|пропону\p{L}+|зобов['’ʼ]язу\p{L}+|погоджу\p{L}+|прос(?:ить|имо))(?!\p{L})/iu;

/** Where the signatures begin. */
export const signing =
  /^(?:signed|signatories|signatures|done (?:at|in)|in witness whereof|(?:gezeichnet|unterzeichnet|unterzeichner(?:innen)?|geschehen zu)|(?:signé|signataires|fait à|en foi de quoi)|(?:podpisano|podpisali|podpisy|sygnatariusze|sporządzono w|na dowód)|(?:підписано|підписали|підписанти|вчинено|на посвідчення))(?!\p{L})/iu;

/** "For the Government of …": what stands behind it signs. */
export const signingFor =
  /^(?:for|on behalf of|für|im namen|pour|au nom de|za|w imieniu|за|від імені)\s+(?=\p{Lu}|the |die |den |das |la |le |l['’]|les |rząd|уряд)/iu;
