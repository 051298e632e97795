// Which words keep a hyphen, as their language writes them: "well-known", "peut-être", "polsko-ukraiński", "будь-який".

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** "Kriegs- und Friedenszeiten", "pre- and post-war": the hyphen stands for a part of the word that comes later. */
const joining: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set('and or to'),
  de: set('und oder bzw sowie bis'),
  fr: set('et ou'),
  pl: set('i oraz lub czy albo'),
  uk: set('і й або чи'),
};

/** Whether a line goes on with a word that joins two parts. */
export function isSuspended(line: string, language = 'en'): boolean {
  const [word = ''] = /^\p{L}+(?=[\s.,])/u.exec(line) ?? [];
  return joining[language]?.has(word) ?? false;
}

interface Rules {
  /** Beginnings that are parted from the rest of a word by a hyphen, as a rule. */
  readonly before?: ReadonlySet<string>;
  /** Endings that are. */
  readonly after?: ReadonlySet<string>;
  /** Both halves together. */
  readonly both?: readonly (readonly [RegExp, RegExp])[];
  /** Words of which neither half says so. */
  readonly solid?: ReadonlySet<string>;
}

const rules: Readonly<Record<string, Rules>> = {
  en: {
    before: set('non self well ex post anti cross long short high low vice half all so far semi quasi'),
    after: set('led based wide related backed elect'),
    both: [
      // "well-intentioned": no list has all of them.
      [/^(?:well|self|far)$/u, /^\p{L}{3,}(?:ed|ing)$/u],
      [/^re$/u, /^(?:sign|creat|form|educat|issu|enter|arm)/u],
      [
        /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/u,
        /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/u,
      ],
      [/^pre$/u, /^(?:war|election|trial|conflict|crisis|emptive)/u],
    ],
  },
  de: {
    // "deutsch-französisch", "politisch-militärisch": two adjectives on one level.
    both: [[/(?:isch|lich|deutsch)$/u, /(?:isch|lich|deutsch)(?:e[mnrs]?)?$/u]],
  },
  fr: {
    before: set('vice demi semi après franco anglo germano russo israélo américano gréco sino'),
    after: set('ci même mêmes il ils elle elles on nous vous moi toi là'),
    both: [
      [/^peut$/u, /^être$/u],
      [
        /^(?:vingt|trente|quarante|cinquante|soixante|quatre)$/u,
        /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|onze|douze)/u,
      ],
      [/^(?:est|sera|serait|fut|soit)$/u, /^ce$/u],
      [/ez$/u, /^(?:le|la|les|leur|lui|y|en)$/u],
      [/^(?:a|\p{L}+[aeé])$/u, /^t$/u],
    ],
    solid: set('merci voici voilà ceci cela delà'),
  },
  pl: {
    both: [
      [
        /^(?:\p{L}{2,}(?:sk|ck|czn|rcz)|prawn|państwow|naukow|rządow|handlow|finansow|kulturaln|militarn)o$/u,
        /^\p{L}{2,}(?:sk|ck|n|w)(?:i|a|ie|iego|iej|im|ich|imi|iemu|ą|y|e|ego|ej|ym|ych|ymi|emu)$/u,
      ],
    ],
  },
  uk: {
    before: set('віце'),
    both: [
      [/^будь$/u, /^(?:як|що|хто|де|кол|чи|куд|звідк|кого|кому|ким)/u],
      [
        /^по$/u,
        /^(?:перше|друге|третє|четверте|п['’ʼ]яте|українськи|англійськи|різному|новому|своєму|іншому)$/u,
      ],
      [/^все$/u, /^таки$/u],
      [/^прем['’ʼ]єр$/u, /^міністр/u],
      [
        /^(?:\p{L}{2,}(?:ськ|цьк|ічн)|суспільн|соціальн|державн|торговельн|військов|науков|правов|культурн)о$/u,
        /^\p{L}{2,}(?:ськ|цьк|н|ов)(?:ий|а|е|і|ого|ому|им|ими|их|ої|ій|ою|у)$/u,
      ],
    ],
  },
};

/** What is known of single words; a document may have no list of its language. */
export interface Words {
  /** Whether a word is in the list of its language. */
  isListed(word: string): boolean;
  /** Whether it is one of the more frequent ones. */
  isCommon(word: string): boolean;
}

/** Whether a word keeps its hyphen; undefined where its language has no rule for it. */
export function keepsHyphen(left: string, right: string, words: Words, language = 'en'): boolean | undefined {
  const { before, after, both, solid } = rules[language] ?? {};
  if (both?.some(([first, second]) => first.test(left) && second.test(right))) return true;
  const joined = left + right;
  if (solid?.has(joined) || words.isCommon(joined)) return false;
  // "non-aligned" and not "non-sense": what comes behind is a word.
  if (before?.has(left) && (language !== 'en' || words.isListed(right))) return true;
  if (words.isListed(joined)) return false;
  return after?.has(right) && left.length > 2 ? true : undefined;
}
