// The name that a new document is proposed to be cited by: short, of whole words, such as `geneva-2025-05`. It stands in
// every citation, so that a title is taken whole or by what tells it from others: its place, its speaker, its first names.
import { fold } from '../../corpus/text/folding.ts';
import type { Taken } from '../imported.ts';
import { dayIn } from './dates.ts';
import type { Supplied } from './front-matter.ts';
import { withoutKind } from './title-kind.ts';

/** A title that is no longer than this is a name by itself. */
const shortTitle = 30;
/** So many words of a longer one, where no place is told. */
const fewWords = 2;
/** The longest single word that is kept whole. */
const longestWord = 40;

/** So many where they are its kind and an office: "statement-foreign-minister". */
const generalWords = 3;

/** What a title's own words are not: those of grammar in the five languages … */
const grammar = new Set(
  (
    'the a an of on in at to for and or by with from between into its their his her as is are was after before over during ' +
    'what who how why when where which that this it not says said ' +
    'was wer wie warum wann wo nicht der die das des dem den ein eine einer eines und oder von vom zu zum zur im in am an auf bei mit nach vor fur fuer uber ueber ' +
    'ce cet cette que qui quoi comment pourquoi ne pas est sont le la les l un une des du de d et ou a au aux sur en par pour avec entre dans ' +
    'co kto jak dlaczego nie jest i oraz lub w we z ze na do dla o po przed miedzy od sprawie ' +
    'shcho khto yak iak chomu ne i ta abo v u z iz zi na do dlia pro po pid za vid mizh shchodo'
  ).split(' '),
);
/** … and offices and meetings, which all titles have. */
const general = new Set(
  'special joint official meeting talks situation president minister prime foreign secretary'.split(' '),
);

export function proposedId(taken: Taken, fileName: string, supplied: Supplied = {}): string {
  const title = supplied.title ?? taken.metadata.title?.told.value ?? '';
  const published = supplied.published ?? taken.metadata.published?.told.value;
  const month = published?.slice(0, 7);
  const file = fileName.replace(/\.[a-z0-9]+$/iu, '');
  return (
    named(title, month, taken.place) || idFrom(isSaidByNobody(file) ? '' : file) || dated('document', month)
  );
}

/** Names that programs give to what was pasted or saved. */
function isSaidByNobody(file: string): boolean {
  return /^(?:pasted|unknown|untitled|document|message|text|index|file|download)\d*$/iu.test(file);
}

function named(title: string, month: string | undefined, place: string | undefined): string {
  const whole = idFrom(title);
  const bare = withoutKind(title);
  const isKindAlone = bare.trim() === '';
  if (whole !== '' && whole.length <= shortTitle && !isKindAlone) return whole;
  const where = idFrom(place ?? placeIn(bare) ?? '');
  if (where !== '' && where.length <= shortTitle) return dated(where, month);
  if (isKindAlone) return dated(whole, month);
  const words = idFrom(speakerIn(bare) ?? '') || ownWords(bare, title);
  return words === '' ? '' : dated(words, month);
}

function dated(id: string, month: string | undefined): string {
  return month === undefined || id === '' ? id : `${id}-${month}`;
}

const name = "\\p{Lu}[\\p{L}\\p{M}’'-]+";
/** "… in Geneva", "… à Port-Nord", "… у Києві" at a title's end or before its date. */
const inPlace = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:in|at|à|w|we|у|в) (?<place>${name}(?: ${name})?)(?=$|[,:;(–—|]| \\d|,? (?:on|am|le) )`,
  'u',
);
const asPlace = (title: string): string | undefined => inPlace.exec(title)?.groups?.['place'];

function placeIn(title: string): string | undefined {
  const place = asPlace(title);
  return place !== undefined && wordsOf(place).every((word) => !/forum|summit|council|conference/u.test(word))
    ? place
    : undefined;
}

/** Who speaks, by the last word of the name: "by Foreign Minister Ida Holm at …". */
const bySpeaker = new RegExp(
  `^\\s*(?:by|von|de|du) (?<name>(?:${name} ){1,5}${name})(?=$|[,:;(–—|]| (?:and|with|und|mit|et|avec|at|on|to|in|before|following|after|vor|in|bei|auf|à|sur|devant) )`,
  'u',
);

function speakerIn(title: string): string | undefined {
  return bySpeaker.exec(title)?.groups?.['name']?.split(' ').at(-1);
}

/** Those of the title without its kind; where these say nothing of their own, those of all of it. */
function ownWords(bare: string, title: string): string {
  const telling = (part: string): string[] =>
    wordsOf(undated(part)).filter((word) => !grammar.has(word) && word.length > 1);
  const own = telling(bare).filter((word) => !general.has(word));
  if (own.length > 0) return own.slice(0, fewWords).join('-');
  const all = telling(title);
  return (all.length > 0 ? all : wordsOf(title)).slice(0, generalWords).join('-');
}

function undated(title: string): string {
  const day = dayIn(title);
  return day ? `${title.slice(0, day.start)} ${title.slice(day.end)}` : title;
}

/** An id from a title or a name: `European Leaders’ Statement` is `european-leaders-statement`; empty where no letter can be written in Latin ones. */
function idFrom(title: string): string {
  return wordsOf(title).join('-');
}

function wordsOf(title: string): string[] {
  const written = Array.from(title.replace(/[’'ʼ]/gu, ''), romanised).join('');
  return (fold(written).text.match(/[a-z0-9]+/gu) ?? []).map((word) => word.slice(0, longestWord));
}

/** Ukraine's own table of 2010, and the letters of neighbouring languages after it. */
const latin = new Map(
  Object.entries({
    ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i' },
    ...{ ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u' },
    ...{ ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', ё: 'io', ъ: '' },
    ...{ ы: 'y', э: 'e' },
  }),
);

function romanised(letter: string): string {
  return latin.get(letter.toLowerCase()) ?? letter;
}
