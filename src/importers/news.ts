// Whether a page's text is a newspaper's where its data do not say so: by the publisher's name, or by a correction in the paper's own words.
import type { Metadata } from './imported.ts';

/** Words of which the names of newspapers, agencies and broadcasters are made, in five languages. */
const press =
  /(?<![\p{L}\p{M}])(?:times|herald|tribune|ledger|courier|chronicle|telegraph|examiner|inquirer|newspapers?|news|daily|weekly|mail|echo|(?:\p{L}+)?(?:zeitung|nachrichten|anzeiger|tagblatt|tageblatt|rundschau)|kurier|bote|le (?:monde|quotidien|matin|soir|temps)|gazette|quotidien|courrier|dépêche|gazeta|dziennik|tygodnik|wiadomości|газета|новини|тижневик|вісті)(?![\p{L}\p{M}])/iu;
/** An authority has papers of its own: "Official Gazette", "Ministry News". */
const authority =
  /offic(?:e|ial|iel)|government|ministr|minist[eè]r|federal|state|parliament|council|university|commission|embassy|army|navy|police|amts?(?!\p{L})|amtsblatt|bundes|regierung|landtag|gouvernement|mairie|préfecture|urzęd|ustaw|rząd|sejm|уряд|міністер|верховн|держав|рада/iu;
const correction =
  /(?:earlier|previous|original) version of this (?:article(?! \d)|story|report)|früheren? (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)|version (?:antérieure|précédente|initiale) de (?:cet|l[’']) ?article|(?:wcześniejsz|poprzedni|pierwotn)\p{L}* wersj\p{L}* (?:tego )?(?:artykułu|tekstu)|попередн\p{L}* версі\p{L}* (?:цієї статті|цього тексту|цього матеріалу)/iu;

export function isNewspaper({ publisher }: Metadata, paragraphs: readonly string[]): boolean {
  const name = publisher?.told.value ?? '';
  if (press.test(name) && !authority.test(name)) return true;
  return paragraphs.some((text) => correction.test(text));
}
