// The names of months and days of the week, as dates of the five languages have them.

/** One line a month: English, German, French, Polish and Ukrainian, in the case that a date has, and short forms. */
const months = [
  'january jan januar jänner janvier janv stycznia styczeń sty січня січень січ',
  'february feb februar feber février fevrier févr fév lutego luty лютого лютий лют',
  'march mar märz maerz mär mrz mars marca marzec березня березень бер',
  'april apr avril avr kwietnia kwiecień kwi квітня квітень квіт',
  'may mai maja maj травня травень трав',
  'june jun juni juin czerwca czerwiec cze червня червень черв',
  'july jul juli juillet juil lipca lipiec lip липня липень лип',
  'august aug août aout sierpnia sierpień sie серпня серпень серп',
  'september sept sep septembre września wrzesień wrz вересня вересень вер',
  'october oct oktober okt octobre października październik paź жовтня жовтень жовт',
  'november nov novembre listopada listopad lis листопада листопад лист',
  'december dec dezember dez décembre decembre déc grudnia grudzień gru грудня грудень груд',
];

/** From Sunday on, as the days of a `Date` are counted. */
const weekdays = [
  'sunday sun sonntag so dimanche dim niedziela niedz niedzielę неділя неділю нд',
  'monday mon montag mo lundi lun poniedziałek pon понеділок пн',
  'tuesday tue tues dienstag di mardi mar wtorek wt вівторок вт',
  'wednesday wed mittwoch mi mercredi mer środa środę śr середа середу ср',
  'thursday thu thur thurs donnerstag do jeudi jeu czwartek czw четвер чт',
  'friday fri freitag fr vendredi ven piątek pt п’ятниця п’ятницю пт',
  'saturday sat samstag sonnabend sa samedi sam sobota sobotę sob субота суботу сб',
];

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((names, number) => names.split(' ').map((name) => [name, number] as const)));
}

const monthNumbers = numbered(months);
const weekdayNumbers = numbered(weekdays);

function alternatives(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

/** The source of a pattern for a month's name, short forms with or without their full stop. */
export const monthName: string = `(?:${alternatives(monthNumbers.keys())})(?![\\p{L}\\p{M}])\\.?`;
/** The source of a pattern for a day of the week. */
export const weekdayName: string = `(?<![\\p{L}\\p{M}])(?:${alternatives(weekdayNumbers.keys())})(?![\\p{L}\\p{M}])\\.?`;

/** From 1 to 12, or undefined. */
export function monthNumber(name: string): number | undefined {
  const number = monthNumbers.get(name.toLowerCase().replace(/\.$/u, ''));
  return number === undefined ? undefined : number + 1;
}

/** From 0 (Sunday) to 6, or undefined. */
export function weekdayNumber(name: string): number | undefined {
  return weekdayNumbers.get(name.toLowerCase().replace(/\.$/u, '').replace("'", '’'));
}
