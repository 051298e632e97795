// Whether a page's text is a newspaper's where its data do not say so: by the publisher's name, or by a correction in the paper's own words.
import type { Metadata } from '../imported.ts';

/** Words of which the names of newspapers, agencies and broadcasters are made, in five languages. */
const press =
  /(?<![\p{L}\p{M}])(?:times|herald|tribune|ledger|courier|chronicle|telegraph|examiner|inquirer|newspapers?|news|daily|weekly|mail|echo|(?:\p{L}+)?(?:zeitung|nachrichten|anzeiger|tagblatt|tageblatt|rundschau|(?<!(?:ange|ge|ver|auf|zu))bote|kurier)|kurier|bote|le (?:monde|quotidien|matin|soir|temps)|gazette|quotidien|courrier|dépêche|gazeta|dziennik|tygodnik|wiadomości|газета|новини|тижневик|вісті)(?![\p{L}\p{M}])/iu;
/** "The Cape Quarterly": what comes out so often, and no report that is called by it. */
const periodical =
  /^(?!(?:annual|interim|periodic|policy|literature|the annual) )(?:\p{Lu}[\p{L}\p{M}’'-]* ){1,4}(?:quarterly|monthly|magazine|review|journal)$/iu;
/** An authority has papers of its own: "Official Gazette", "Ministry News". */
const authority =
  /offic(?:e|ial|iel)|government|ministr|minist[eè]r|federal|state|parliament|council|university|commission|embassy|army|navy|police|amts?(?!\p{L})|amtsblatt|bundes|regierung|landtag|gouvernement|mairie|préfecture|urzęd|ustaw|rząd|sejm|уряд|міністер|верховн|держав|рада/iu;
const correction =
  /(?:earlier|previous|original) version of this (?:article(?! \d)|story|report)|früheren? (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)|version (?:antérieure|précédente|initiale) de (?:cet|l[’']) ?article|(?:wcześniejsz|poprzedni|pierwotn)\p{L}* wersj\p{L}* (?:tego )?(?:artykułu|tekstu)|попередн\p{L}* версі\p{L}* (?:цієї статті|цього тексту|цього матеріалу)/iu;

/** Whether a name is one of a newspaper, an agency or a broadcaster. */
export function isPress(name: string): boolean {
  return (press.test(name) || periodical.test(name)) && !authority.test(name);
}

/** "QUELL CITY, May 12 (NNA) –": place, day and an agency's short name, above a text or before its first sentence. */
const ofAgency =
  /^\p{Lu}[\p{L}\p{M}\s.’'/-]{2,40}(?:,[^()]{1,40})? \((?:\p{Lu}{2,8}|Reuters|[Dd]pa|PAP|Укрінформ)\)\s*(?:[-–—:]|$)/u;
const reporters =
  /^\(?(?:additional )?reporting by [^.]{3,100}(?:editing|writing) by |^\([^()]{0,60}(?:editing|edited) by [^()]{3,60}\)$/iu;
const topOfWire = 6;

/** Whether a text is an agency's: its first lines name the agency, or its last one who wrote and who edited it. */
export function isWire(paragraphs: readonly string[]): boolean {
  return (
    paragraphs.slice(0, topOfWire).some((text) => ofAgency.test(text)) ||
    paragraphs.slice(-topOfWire).some((text) => reporters.test(text))
  );
}

export function isNewspaper({ publisher }: Metadata, paragraphs: readonly string[]): boolean {
  if (isPress(publisher?.told.value ?? '')) return true;
  return paragraphs.some((text) => correction.test(text));
}
