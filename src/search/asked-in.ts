// What a question asks for, in any of the five languages: for comparing questions, where a wrong guess costs little.
import { askedFor, type Kind } from './asked-for.ts';
import type { Language } from './language.ts';
import { words } from './words.ts';

type Asking = readonly (readonly [Kind, RegExp])[];

/** Whole words or phrases, in any case. */
const asks = (kind: Kind, ...phrases: string[]): readonly [Kind, RegExp] => [
  kind,
  new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'iu'),
];

/** Elsewhere these begin a clause: "l'idée que", "quand l'eau manque". */
const opening = '(?<=^|[,:] |(?<!\\p{L})(?:à|de|par|avec|pour|contre|chez|depuis|est) )';

/** What stands first in the question decides; of what begins at the same place, what stands first here. */
const askingIn: Readonly<Record<Exclude<Language, 'en'>, Asking>> = {
  de: [
    asks(
      'time',
      'wann',
      'wie (?:lange|oft)',
      'welche[mnrs]? (?:jahr|monat|tag|datum|zeitpunkt|termin)(?:e[ns]?|s)?',
    ),
    asks('place', 'wo(?:her|hin)?', 'welche[mnrs]? (?:ort|stadt|städte|land|länder|staat|region)(?:e?[ns]?)'),
    asks(
      'reason',
      'warum',
      'weshalb',
      'wieso',
      'wozu',
      'was (?:ist|war) der grund',
      'welche[mnrs]? gr[uü]nde?n?',
    ),
    asks('number', 'wie ?viele?[nrs]?', 'wie (?:hoch|groß|weit|alt|stark|knapp|teuer)'),
    asks('number', 'welche[mnrs]? (?:anteil|betrag|prozentsatz|summe|zahl|anzahl)'),
    asks('person', 'wer', 'wen', 'wem', 'wessen'),
    asks('manner', 'wie'),
    asks('thing', 'was', 'welche[mnrs]?', 'wo(?:mit|rüber|für|von|ran|rin|rauf|durch|gegen|zu|bei|nach|rum)'),
  ],
  fr: [
    asks('time', `${opening}quand`, 'combien de (?:temps|fois)'),
    asks('time', 'quel(?:le)?s? (?:est la )?(?:date|année|jour|mois|moment|durée|époque)s?'),
    asks('place', `${opening}où`, "d'où", 'quel(?:le)?s? (?:ville|lieu|pays|endroit|région|état)x?s?'),
    asks('reason', 'pourquoi', 'quel(?:le)?s? (?:est la |sont les )?(?:raison|motif|cause)s?'),
    asks('number', 'combien', 'quel(?:le)?s? (?:est la |est le )?(?:part|montant|nombre|pourcentage|somme)'),
    asks('thing', "qu'est-ce", `${opening}que`, 'quoi', 'quel(?:le)?s?', 'l(?:e|a|es)quel(?:le)?s?'),
    asks('person', `${opening}qui`),
    asks('manner', 'comment'),
  ],
  pl: [
    asks('time', 'kiedy', 'jak (?:długo|często)', 'ile (?:czasu|razy)'),
    asks('time', '(?:któr|jaki)(?:ego|ym) (?:dnia|dniu|roku|miesiąca|miesiącu)'),
    asks(
      'place',
      'gdzie',
      'skąd',
      'dokąd',
      '(?:któr|jak)\\p{L}{1,3} (?:miejsc|mie[sś]ci|miast|kraj|państw)\\p{L}*',
    ),
    asks('reason', 'dlaczego', 'czemu', 'po co', 'z jakie(?:go|j) (?:powodu|przyczyny)'),
    asks(
      'number',
      'ile',
      'ilu',
      'iloma',
      'jak (?:wysok|duż|wielk|daleko)\\p{L}*',
      'jak[ai] (?:odsetek|część|liczba)',
    ),
    asks('person', 'kto', 'kogo', 'komu', 'kim'),
    asks('whether', 'czy'),
    asks('manner', 'jak'),
    asks('thing', 'co', 'czego', 'czym', 'jak\\p{L}{1,3}', 'któr\\p{L}{1,3}'),
  ],
  uk: [
    asks('time', 'коли', 'відколи', 'доки', 'як (?:довго|часто)', 'скільки (?:часу|разів|трива\\p{L}+)'),
    asks('time', 'як\\p{L}{1,3} (?:року|році|дня|дати|місяця)'),
    asks('place', 'де', 'звідки', 'куди', 'як\\p{L}{1,3} (?:міст|місц|країн|держав)\\p{L}*'),
    asks('reason', 'чому', 'навіщо', 'з як\\p{L}{1,3} причини?'),
    asks('number', '(?:на)?скільк\\p{L}{1,3}', 'як\\p{L}{1,3} (?:відсоток|частка|сума|кількість)'),
    asks('person', 'хто', 'кого', 'кому', 'ким'),
    asks('whether', 'чи'),
    asks('manner', 'як'),
    asks('thing', 'що', 'чого', 'чим', 'як\\p{L}{1,3}'),
  ],
};

/** In these no word says that yes or no is asked for: a question without a word that asks does. */
const unmarked: ReadonlySet<Language> = new Set(['de', 'fr']);

export function kindIn(text: string, language: Language): Kind {
  if (language === 'en') return askedFor(words(text).map(({ folded }) => folded)).kind;
  const plain = text.normalize('NFC').replaceAll('’', "'");
  let [found, at]: [Kind, number] = [unmarked.has(language) ? 'whether' : 'other', Number.POSITIVE_INFINITY];
  for (const [kind, pattern] of askingIn[language]) {
    const place = pattern.exec(plain)?.index ?? Number.POSITIVE_INFINITY;
    if (place < at) [found, at] = [kind, place];
  }
  return found;
}
