// What a question asks for, in any of the five languages: for comparing questions, where a wrong guess costs little.
import { ASKING_WORDS, WHETHER_WORDS } from '../../corpus/text/asking-words.ts';
import { wholeWords } from '../../corpus/text/borders.ts';
import type { Language } from '../text/language.ts';
import { words } from '../text/words.ts';
import { askedFor, type Kind } from './asked-for.ts';

type Asking = readonly (readonly [Kind, RegExp])[];

/** Whole words or phrases, in any case. */
const asks = (kind: Kind, ...phrases: string[]): readonly [Kind, RegExp] => [
  kind,
  new RegExp(wholeWords(...phrases), 'iu'),
];

/** Elsewhere these begin a clause: "l'idée que", "quand l'eau manque". */
const opening = '(?<=^|[,:] |(?<!\\p{L})(?:à|de|par|avec|pour|contre|chez|depuis|est) )';
const openingOnly: ReadonlySet<string> = new Set(['quand', 'où', 'que', 'qui']);

/** The single words that ask. */
const single = (language: Language): Asking =>
  ASKING_WORDS[language].map(([kind, listed]) =>
    asks(kind, ...listed.map((word) => (openingOnly.has(word) ? opening + word : word))),
  );

/** What stands first in the question decides; of what begins at the same place, what stands first here: a phrase before its word. */
const askingIn: Readonly<Record<Exclude<Language, 'en'>, Asking>> = {
  de: [
    asks('time', 'wie (?:lange|oft)', 'welche[mnrs]? (?:jahr|monat|tag|datum|zeitpunkt|termin)(?:e[ns]?|s)?'),
    asks('place', 'welche[mnrs]? (?:ort|stadt|städte|land|länder|staat|region)(?:e?[ns]?)'),
    asks('reason', 'was (?:ist|war) der grund', 'welche[mnrs]? gr[uü]nde?n?'),
    asks('number', 'wie viele?[nrs]?', 'wieviele[nrs]', 'wie (?:hoch|groß|weit|alt|stark|knapp|teuer)'),
    asks('number', 'welche[mnrs]? (?:anteil|betrag|prozentsatz|summe|zahl|anzahl)'),
    ...single('de'),
  ],
  fr: [
    asks('time', 'combien de (?:temps|fois)'),
    asks('time', 'quel(?:le)?s? (?:est la )?(?:date|année|jour|mois|moment|durée|époque)s?'),
    asks('place', "d'où", 'quel(?:le)?s? (?:ville|lieu|pays|endroit|région|état)x?s?'),
    asks('reason', 'quel(?:le)?s? (?:est la |sont les )?(?:raison|motif|cause)s?'),
    asks('number', 'quel(?:le)?s? (?:est la |est le )?(?:part|montant|nombre|pourcentage|somme)'),
    asks('thing', "qu'est-ce"),
    ...single('fr'),
  ],
  pl: [
    asks('time', 'jak (?:długo|często)', 'ile (?:czasu|razy)'),
    asks('time', '(?:któr|jaki)(?:ego|ym) (?:dnia|dniu|roku|miesiąca|miesiącu)'),
    asks('place', '(?:któr|jak)\\p{L}{1,3} (?:miejsc|mie[sś]ci|miast|kraj|państw)\\p{L}*'),
    asks('reason', 'po co', 'z jakie(?:go|j) (?:powodu|przyczyny)'),
    asks('number', 'jak (?:wysok|duż|wielk|daleko)\\p{L}*', 'jak[ai] (?:odsetek|część|liczba)'),
    asks('person', 'kim'),
    asks('whether', WHETHER_WORDS.pl),
    ...single('pl'),
  ],
  uk: [
    asks('time', 'відколи', 'доки', 'як (?:довго|часто)', 'скільки (?:часу|разів|трива\\p{L}+)'),
    asks('time', 'як\\p{L}{1,3} (?:року|році|дня|дати|місяця)'),
    asks('place', 'як\\p{L}{1,3} (?:міст|місц|країн|держав)\\p{L}*'),
    asks('reason', 'з як\\p{L}{1,3} причини?'),
    asks('number', 'як\\p{L}{1,3} (?:відсоток|частка|сума|кількість)'),
    asks('whether', WHETHER_WORDS.uk),
    ...single('uk'),
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
