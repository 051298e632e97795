// Whether a title is the name of a joint text: "Joint Statement of …", "Resolution 2202 (2015)". A headline about one is none.
import { jointNouns, numberedNouns } from './title-words.ts';

/** A title with one of these is a headline: somebody does something with a text. */
const headline =
  /^(?:to|on|remarks|fact sheet|message|letter|proclamation|readout|background)\s|(?<![\p{L}\p{N}])(?:issues?d?(?! by)|signs?|signed|releases?d?|adopts|publish(?:es|ed)?|says?|urges?|condemns?|rejects?|backs?|calls? for|calls? on|want|wants|hails?|slams?|agrees?|reached|draws?|unterzeichne\p{L}*|veröffentlich\p{L}*|verabschiede\p{L}*|verurteilt|fordert|fordern|verlang\p{L}+|lehnt|signent|publient|adoptent|condamne|exige|appelle|podpisali|podpisały|podpisano|wydali|potępia|wzywa)(?![\p{L}\p{N}])|(?:підписали|засуджує|закликає|оприлюднили|ухвалили|вимагає)/iu;

/** Speech that is written down is nobody's text. */
export const speech =
  /^(?:remarks|press (?:briefing|conference|gaggle)|interview|transcript|pressekonferenz|conférence de presse|konferencja prasowa|прес-конференція)/iu;

/** What may follow the noun: the title ends, or tells whose it is or on what. */
const follows =
  /^(?:$|\s*[\p{Pd}:;,.(|\d[]|\s+(?:of|by|from|on|between|among|following|issued|adopted|with|regarding|concerning|to|at|for|after|the|der|des|von|vom|zu|zum|zur|über|zwischen|nach|anlässlich|für|mit|de|du|d['’]\p{L}+|sur|entre|à|au|aux|pour|relative|w|we|ws\.?|z|ze|między|pomiędzy|o|po|у|в|з|щодо|між|про|за|від|No|Nr|n°|№)(?!\p{L}))/iu;
/** Names stand in capitals behind it; Polish and Ukrainian put the issuer there without a word between. */
const names = /^\s+(?:\p{Lu}|\p{Script=Cyrillic})/u;
const polish = /^(?:wspóln|komunikat|deklaracj|rezolucj|uchwał|umow|porozumieni|traktat|konwencj|protokół)/iu;

/** Words in capitals, with what ties names together. */
const before = /^(?:(?:[\p{Lu}\d][\p{L}\d.'’\p{Pd}/]*|of|the|and|de|der)\s+){0,6}(?:the |die |la |le )?$/u;

const patternOf = (nouns: readonly string[]): RegExp =>
  // The longer first: "communiqué conjoint" is more than "communiqué".
  new RegExp(
    `(?<![\\p{L}\\p{Pd}])(?:${nouns.toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
    'giu',
  );
const joint = patternOf(jointNouns);
const numbered = patternOf(numberedNouns);

export const isJointTitle = (title: string): boolean => isNamed(title, joint);

/** Of texts that are known only by the numbers of their paragraphs as well. */
export const isNumberedTitle = (title: string): boolean => isNamed(title, numbered);

function isNamed(title: string, pattern: RegExp): boolean {
  if (headline.test(title)) return false;
  return [...title.matchAll(pattern)].some((found) => {
    const above = title.slice(0, found.index);
    const below = title.slice(found.index + found[0].length);
    const begins = above.slice(above.lastIndexOf(': ') + 1).trimStart();
    return before.test(begins) && (follows.test(below) || names.test(below) || polish.test(found[0]));
  });
}
