// German: an agreement with paragraphs and a restarted list, a transcript with run-in labels, a form.
import type { Fixture } from './fixture.ts';
import {
  basedOn,
  cell,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  run,
  startAt,
  style,
  styled,
  table,
} from './write.ts';

const agreement: Fixture = {
  name: 'an agreement with paragraphs, whose style hides the working notes',
  file: {
    styles:
      style(
        'berschrift2',
        'heading 2',
        `${basedOn('Normal')}<w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`,
      ) +
      style('Arbeitsnotiz', 'Arbeitsnotiz', `${basedOn('Normal')}<w:rPr><w:vanish/></w:rPr>`) +
      style('Randnotiz', 'Randnotiz', basedOn('Arbeitsnotiz')),
    numbering:
      pattern(7, [
        ['decimal', '§ %1'],
        ['decimal', '(%2)'],
        ['lowerLetter', '%3)'],
      ]) +
      list(1, 7) +
      pattern(8, [['decimal', '%1.']]) +
      list(2, 8) +
      list(3, 8, startAt(0, 1)),
    footnotes: note(2, 'Karte 4 im Anhang.'),
    body: [
      p('Abkommen über die Meerenge', styled('Title')),
      p('Gegenstand', styled('berschrift2')),
      p(
        `${run('Die Vertragsparteien halten ihre Schiffe von der Linie')}${noteMark(2)}${run(' fern.')}`,
        listed(1, 1),
      ),
      p('Noch mit der Marine zu klären.', styled('Arbeitsnotiz')),
      p('Ausgenommen sind:', listed(1, 1)),
      p('Rettungsboote;', listed(1, 2)),
      p('siehe Vermerk vom 3. März', `${styled('Randnotiz')}${listed(1, 2)}`),
      p('Fähren.', listed(1, 2)),
      p('Gemeinsamer Rat', styled('berschrift2')),
      p('Der Rat tagt jeden zweiten Monat.', listed(1, 1)),
      p('Beigefügt sind:'),
      p('eine Karte,', listed(2)),
      p('ein Protokoll.', listed(2)),
      p('Verteiler:'),
      p('Nordland', listed(3)),
      p('Südmark', listed(3)),
    ].join(''),
  },
  title: 'Abkommen über die Meerenge',
  headings: ['§ 1 Gegenstand', '§ 2 Gemeinsamer Rat'],
  paragraphs: [
    '(1) Die Vertragsparteien halten ihre Schiffe von der Linie fern.',
    '1 Karte 4 im Anhang.',
    '(2) Ausgenommen sind:',
    'a) Rettungsboote;',
    // Word counts what is hidden; its own dialog passes over numbers by means of it.
    'c) Fähren.',
    '(1) Der Rat tagt jeden zweiten Monat.',
    'Beigefügt sind:',
    '1. eine Karte,',
    '2. ein Protokoll.',
    'Verteiler:',
    '1. Nordland',
    '2. Südmark',
  ],
  warnings: { hidden: 2 },
};

const joined = '<w:rPr><w:vanish/><w:specVanish/></w:rPr>';
const dropCap =
  '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>';

const transcript: Fixture = {
  name: 'a transcript with run-in labels in capitals and a drop cap',
  file: {
    styles: style('Sprecher', 'Sprecher', '<w:rPr><w:caps/></w:rPr>', 'character'),
    body: [
      p('Pressekonferenz im Hafen', styled('Heading1')),
      p(run('D'), dropCap),
      p('ie Minister traten am Freitag vor die Presse.'),
      p(run('Berg:', '<w:rStyle w:val="Sprecher"/>'), joined),
      p(' Wir haben uns geeinigt, und zwar über alles, was groß ist.'),
      p(
        `${run('Ida Holm-Weiß:', '<w:caps/>')}${run(' Das sehe ich ', '<w:rStyle w:val="Sprecher"/><w:caps w:val="0"/>')}${run('anders.', '<w:smallCaps/>')}`,
      ),
      p(
        `${run('Frage:')}<w:r><w:tab/></w:r>${run('Wann wird unter')}<w:r><w:softHyphen/></w:r>${run('zeichnet?')}<w:r><w:br/></w:r>${run('Und wo?')}`,
      ),
      p(`${run('Am 45')}<w:r><w:noBreakHyphen/></w:r>${run('ten Breitengrad.')}`),
      p(`${run('Erste Seite')}<w:r><w:br w:type="page"/></w:r>${run('zweite Seite.')}`),
    ].join(''),
  },
  title: 'Pressekonferenz im Hafen',
  paragraphs: [
    'Die Minister traten am Freitag vor die Presse.',
    'BERG: Wir haben uns geeinigt, und zwar über alles, was groß ist.',
    'IDA HOLM-WEIß: Das sehe ich anders.',
    'Frage: Wann wird unterzeichnet?\nUnd wo?',
    'Am 45-ten Breitengrad.',
    'Erste Seite\nzweite Seite.',
  ],
};

const box = (state: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="K"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const choice =
  '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="ohne Vorbehalt"/><w:listEntry w:val="mit Vorbehalt"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

const form: Fixture = {
  name: 'a form with boxes, signs and a table in a table',
  file: {
    body: [
      p(`${box('<w:checked/>')}${run(' Nordland stimmt zu, ')}${choice}${run('.')}`),
      p(`${box('')}${run(' Südmark stimmt zu.')}`),
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run(' geprüft; Winkel ')}<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>${run(' = ')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
      table(
        row([
          cell(p('Links steht ein Absatz.') + p('Darunter noch einer.')),
          cell(table(row([cell('Boot'), cell('Zahl')]), row([cell('Fähre'), cell('3')])) + p('')),
        ]),
      ),
    ].join(''),
  },
  paragraphs: [
    '☒ Nordland stimmt zu, mit Vorbehalt.',
    '☐ Südmark stimmt zu.',
    '✓ geprüft; Winkel α = 1/2',
    'Links steht ein Absatz.',
    'Darunter noch einer.',
    'Boot\tZahl',
    'Fähre\t3',
  ],
};

export const german: readonly Fixture[] = [agreement, transcript, form];
