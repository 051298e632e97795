// A treaty by its form, where its title calls it otherwise ("Vereinbarung", "Understanding on …"): the parties agree as follows, and the
// text says when it enters into force, where it was done, or what its parties are called.

/** With it the preamble ends: "have agreed as follows:". */
const agreed =
  /(?:agree[ds]?(?: upon| on| to)? (?:as follows|the following(?: (?:articles|provisions))?)|wie folgt übereingekommen|(?:folgendes|wie folgt) (?:vereinbart|beschlossen)|vereinbaren (?:was folgt|folgendes|wie folgt)|(?:sont convenue?s|conviennent) (?:de ce qui suit|des dispositions suivantes)|(?:uzgodni|postanowi|zgodzi|ustali)ł[aiy]? ?(?:się)?,? co następuje|uzgadniają,? co następuje|(?:домовил|погодил)и?с[яь] про (?:таке|нижченаведене|наступне))\s*[:.]?\s*$/iu;

/** What only the text of a treaty says. */
const binding =
  /(?<!\p{L})(?:(?:enters?|entry|come|comes) into force|contracting part(?:y|ies)|(?:end|terminate|denounce|amend) this (?:agreement|treaty|convention|protocol|arrangement)|done (?:at|in) \p{Lu}|tritt .{3,160} in kraft|vertragspartei(?:en)?|dieses? (?:abkommen|übereinkommen|vereinbarung|vertrag) .{0,160}kündigen|geschehen zu|entre(?:ra)? en vigueur|parties contractantes|fait à|(?:wchodzi|wejdzie) w życie|umawiając\p{L}* się stron|sporządzono we?|(?:набирає|набере|набуває|набуде) чинності|договірн\p{L}+ стор\p{L}+|(?:вчинено|укладено) [ув])/iu;

/** Only so many paragraphs stand above the articles. */
const longestPreamble = 12;

export function isTreaty(paragraphs: readonly string[]): boolean {
  const at = paragraphs.slice(0, longestPreamble).findIndex((text) => agreed.test(text.slice(-200)));
  return at >= 0 && paragraphs.slice(at + 1).some((text) => binding.test(text.slice(0, 2_000)));
}
