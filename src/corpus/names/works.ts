// What has a title, in the languages that are spoken here: films, books, studies, programmes.
import { wholeWords } from '../text/borders.ts';

const titled = new RegExp(
  `${wholeWords(
    ...'titled entitled called book novel film movie play song report study essay article column series exhibition programme program show podcast magazine newspaper album painting poem chapter edition conference'.split(
      ' ',
    ),
    ...'buch roman film stück lied bericht studie aufsatz artikel kolumne reihe serie ausstellung sendung zeitschrift zeitung gedicht kapitel tagung titel'.split(
      ' ',
    ),
    ...'livre roman pièce chanson rapport étude essai chronique série exposition émission revue journal poème chapitre colloque intitulée? titre'.split(
      ' ',
    ),
    ...'książ[kc][aięąe]\\p{L}* powieś\\p{L}+ film\\p{L}* sztuk\\p{L}+ piosenk\\p{L}+ raport\\p{L}* seri\\p{L}+ wystaw\\p{L}+ program\\p{L}* czasopis\\p{L}+ tygodnik\\p{L}* tytuł\\p{L}* pod\\stytułem'.split(
      ' ',
    ),
    ...'книг\\p{L}+ роман\\p{L}* фільм\\p{L}* п.єс\\p{L}+ пісн\\p{L}+ звіт\\p{L}* стат\\p{L}+ сері\\p{L}+ виставк\\p{L}+ програм\\p{L}+ журнал\\p{L}* вірш\\p{L}* назв\\p{L}+'.split(
      ' ',
    ),
  )}\\s*,?\\s*$`,
  'iu',
);

/** Whether what stands right before marks is what has a title: the film “…”, his show, “…”. */
export function namesWork(before: string): boolean {
  return titled.test(before);
}
