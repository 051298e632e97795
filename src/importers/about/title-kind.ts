// What kind of document a title says that it stands above, in the five languages: "Joint statement on …", "Readout of …".
import type { kinds } from '../../corpus/document.ts';

type Kind = (typeof kinds)[number];

/**
 * `plain` words tell it wherever they head a title. `bound` ones do only before what belongs to such a document ("Statement
 * by …"), since they head other titles as well ("Statement delayed again").
 */
interface Words {
  readonly kind: Kind;
  readonly plain: readonly string[];
  readonly bound: readonly string[];
}

/** "Rozmowa ministra … z minister …": officials who talk with each other, and not with a newspaper. */
const official = {
  pl: '(?:wice)?(?:minist|prezydent|premier)\\p{L}*',
  uk: '(?:віце-?)?(?:міністр|президент|прем)\\p{L}*',
  de: '(?:Vize)?(?:Außenm|Verteidigungsm|Innenm|Staatsm|M)inister\\p{L}*|(?:Bundes|Vize)?(?:kanzler|präsident)\\p{L}*',
  fr: '(?:vice-?)?(?:ministre|président|premier)\\p{L}*',
};
const ofTwo: readonly string[] = [
  `(?:rozmowa|spotkanie)(?= (?:${official.pl}) .{3,120} z(?:e)? (?:${official.pl}))`,
  `(?:розмова|зустріч)(?= (?:${official.uk}) .{3,120} (?:з|із|зі) (?:${official.uk}))`,
  `(?:gespräch|treffen)(?= (?:des|der|von) (?:${official.de}) .{3,120} mit (?:${official.de}|de[mnr] (?:\\p{L}+ )?(?:${official.de})))`,
  `(?:entretien|rencontre)(?= (?:du|de la|de l[’']) ?(?:${official.fr}) .{3,120} avec (?:l[ea] |son |sa )?(?:homologue|${official.fr}))`,
];

const words: readonly Words[] = [
  {
    kind: 'readout',
    plain: [
      "compte[- ]rendu (?:d['’]|de |du |des )(?:l['’])?(?:entretien|appel|échange|conversation|réunion|rencontre)\\S*",
      'zapis ustaleń|підсумки (?:телефонної )?розмови',
    ],
    bound: [
      'read-?out',
      '(?:tele)?phone (?:call|conversation)|telephone conversations?|call(?= with)',
      'telefonat|telefongespräch|ergebnisprotokoll',
      'entretien (?:téléphonique)|échange téléphonique|relevé de conclusions',
      'rozmowa telefoniczna|podsumowanie (?:rozmowy|spotkania)',
      'телефонна розмова',
      ...ofTwo,
    ],
  },
  {
    kind: 'transcript',
    plain: [
      'transcript|verbatim(?: record| report)?|full remarks|press (?:conference|briefing|availability)|news conference|hansard',
      'mitschrift|wortprotokoll|stenogra(?:f|ph)ischer bericht|plenarprotokoll|pressekonferenz|pressebriefing|regierungspressekonferenz',
      'conférence de presse|point (?:de )?presse|verbatim|transcription|compte[- ]rendu intégral',
      'konferencja prasowa|stenogram|zapis (?:konferencji|wywiadu|rozmowy)|sprawozdanie stenograficzne',
      'стенограма|пресконференція|прес-конференція|брифінг',
    ],
    bound: [
      'remarks|opening remarks|doorstep|q&a|interview|speech|address|keynote(?: speech| address)?',
      'rede|ansprache|interview|wortlaut der rede|pressestatements?|regierungserklärung',
      'discours|allocution|intervention|interview|entretien accordé\\S*',
      'przemówienie|wystąpienie|wywiad|orędzie',
      "промова|виступ|звернення|інтерв[’'ʼ]?ю",
    ],
  },
  {
    kind: 'statement',
    plain: [
      "joint (?:press |ministerial |leaders[’'] )?(?:statement|declaration|communiqu[eé])|(?:final |press )?communiqu[eé]|chair[’']?s summary",
      'gemeinsame (?:presse)?erklärung|(?:abschluss)?kommuniqu[eé]|presseerklärung|pressemitteilung',
      'déclaration (?:conjointe|commune)|communiqué(?: (?:conjoint|commun|final|de presse))?',
      'wspólne oświadczenie|wspólna deklaracja|komunikat(?: (?:prasowy|końcowy|wspólny))?',
      'спільна (?:заява|декларація)|спільне комюніке|комюніке',
    ],
    bound: [
      '(?:press |written |presidential |full )?statement|declaration|press release',
      'erklärung|stellungnahme',
      'déclaration|prise de position',
      'oświadczenie|stanowisko|deklaracja',
      'заява|декларація',
    ],
  },
  {
    kind: 'treaty',
    plain: [],
    bound: [
      'treaty|peace (?:treaty|accord|agreement)|agreement(?= between)|memorandum of understanding|convention|protocol(?= to the)',
      'vertrag|abkommen(?= zwischen)|übereinkommen',
      'traité|accord(?= entre)|convention',
      'traktat|umowa(?= (?:po)?między)|konwencja',
      'договір|угода(?= між)|конвенція|меморандум(?= про)',
    ],
  },
];

/** Its place: "Marrick Joint Declaration on …", "Bletchley Declaration by …". "Teal Rejects", "Towns Sign" are no places. */
const byPlace =
  /^(?:\p{Lu}[\p{L}\p{M}’'-]+|(?:\p{Lu}[\p{L}\p{M}’'-]+ ){1,2}(?!(?:Joint|Sign|Adopt|Issue|Publish|Back|Reject|Welcome|Discuss|Draft|Seek|Release|Make) )\p{Lu}[\p{L}\p{M}’'-]+(?<!s|ed)) (?=Joint (?:Declaration|Statement|Communiqu[eé])|(?:Declaration|Communiqu[eé])(?![\p{L}\p{M}]))/u;

/** What may stand before the name of the document: "Full text: …", "The White House – …". */
const openings = [
  byPlace,
  /^(?:the|full text|text|watch|live|in full)(?: of(?: the)?)?[:,]? /iu,
  /^.{2,60}?(?:: | [–—|-] )/u,
];
/** Whose it is may stand before as well: "E3 statement", "Foreign Secretary’s speech", "G7 Leaders’ Statement". */
const owner =
  /^(?:(?:[\p{Lu}\d][\p{L}\p{M}\p{N}.-]*,? |of |the |and |& ){0,5}(?:\p{L}[\p{L}\p{M}.-]*[’'ʼ]s?|[\p{Lu}\d]{2,}|\p{Lu}\d+) )/u;
/** Words with which a title goes on where its first ones name the document. */
const goesOn =
  'by|of|on|at|to|from|with|between|following|after|regarding|concerning|about|in|for|during|attributable|delivered|made|issued|before|ahead' +
  '|von|vom|der|des|zu|zum|zur|über|auf|vor|bei|beim|mit|zwischen|nach|an|anlässlich|im|in|für' +
  '|de|du|des|sur|à|au|aux|avec|entre|par|relatif|relative|concernant|lors|devant|pour' +
  '|o|w|we|z|ze|na|do|dla|między|ws|dotycząc\\p{L}*|po|podczas' +
  '|про|щодо|за|з|із|зі|у|в|на|до|між|під|від|для|після|під час';
/** What belongs to it by its case alone: "Erklärung der", "Oświadczenie Prezydenta", "Заява Президента". */
const byCase =
  '(?:prezydent|premier|ministr|rząd|rzecznik|wicepremier|szef|президент|прем|міністр|уряд|мзс|речник|глав|голов|керівник|лідер|парламент|sejm|senat|msz)\\p{L}*';
const next = `(?=$|[\\s]*[.:;,–—|(\\[-]|\\s+(?:${goesOn})(?![\\p{L}\\p{M}])|\\s+d['’]|\\s+l['’]|\\s+${byCase}|\\s+\\d)`;
/** A document that a verb follows is talked about. */
const verb =
  /^\s+(?!(?:des|les|aus|dans|ws) )(?:\p{Ll}+(?:s|ed)(?<!across|regards|towards)(?![\p{L}\p{M}])|is |was |will )/u;

const patterns = words.map(({ kind, plain, bound }) => ({
  kind,
  plain: new RegExp(`^(?:${plain.join('|') || '(?!)'})(?![\\p{L}\\p{M}])`, 'iu'),
  bound: new RegExp(`^(?:${bound.join('|')})${next}`, 'iu'),
}));

/** The kind that a title names, or undefined. Above news only what can be nothing else counts: they write of statements. */
export function kindInTitle(title: string, isNews = false): Kind | undefined {
  const heads = headsOf(
    title
      .replace(/[\s\u00a0]+/gu, ' ')
      .trim()
      .slice(0, 300),
  );
  const isNamed = (pattern: RegExp, head: string): boolean => {
    const match = pattern.exec(head);
    return match !== null && !verb.test(head.slice(match[0].length));
  };
  const plain = patterns.find((each) => heads.some((head) => isNamed(each.plain, head)));
  if (plain) return plain.kind;
  return isNews ? undefined : patterns.find(({ bound }) => heads.some((head) => bound.test(head)))?.kind;
}

/** The places of a title where the name of a document may stand. */
function headsOf(title: string): string[] {
  const opened = [title, ...openings.map((opening) => title.replace(opening, ''))];
  return [...new Set(opened.flatMap((head) => [head, head.replace(owner, '')]))];
}

/** A title without the words that name its kind of document, which many titles begin with. */
export function withoutKind(title: string, depth = 0): string {
  const line = title
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .slice(0, 300);
  for (const head of headsOf(line)) {
    for (const { plain, bound } of patterns) {
      const match = plain.exec(head) ?? bound.exec(head);
      if (match && depth < 3)
        return withoutKind(head.slice(match[0].length).replace(/^[\s:–—|,-]+/u, ''), depth + 1);
    }
  }
  return line;
}
