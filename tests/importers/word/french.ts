// French: minutes with a table, a communiqué with a table of contents, an annex with notes of all kinds.
import type { Fixture } from './fixture.ts';
import {
  cell,
  field,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  run,
  simple,
  style,
  styled,
  table,
} from './write.ts';

const minutes: Fixture = {
  name: 'a procès-verbal with a table of wide cells and ordinals in French',
  file: {
    styles:
      '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>' +
      style(
        'Point',
        'Point',
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:lang w:val="fr-FR"/></w:rPr>',
      ),
    numbering: pattern(0, [['ordinal', '%1 point.', '<w:suff w:val="space"/>']]) + list(1, 0),
    body: [
      p('Procès-verbal de la séance du 6 mai 2025', styled('Titre1')),
      p('Ouverture de la séance par la présidente.', styled('Point')),
      p('Élection du bureau\u00a0: personne ne se présente.', styled('Point')),
      table(
        row([cell('Délégation', '<w:gridSpan w:val="2"/>'), cell('Voix')], '<w:tblHeader/>'),
        row([cell('Norlande'), cell('gouvernement'), cell('2')]),
        row([cell('Norlande'), cell('parlement'), cell('1')]),
        row([cell('Sudmarche'), cell('gouvernement'), cell('3')]),
      ),
      p('La séance est levée à midi.'),
    ].join(''),
  },
  title: 'Procès-verbal de la séance du 6 mai 2025',
  paragraphs: [
    '1er point. Ouverture de la séance par la présidente.',
    '2e point. Élection du bureau : personne ne se présente.',
    'Délégation\tVoix',
    'Norlande\tgouvernement\t2',
    'Norlande\tparlement\t1',
    'Sudmarche\tgouvernement\t3',
    'La séance est levée à midi.',
  ],
};

const begin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const entry = (words: string, page: string): string =>
  `<w:hyperlink w:anchor="_Toc1" w:history="1">${run(words)}<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/></w:r>${field('PAGEREF _Toc1 \\h', run(page, '<w:webHidden/>'))}</w:hyperlink>`;

const communique: Fixture = {
  name: 'a communiqué with a table of contents and bullets',
  file: {
    numbering:
      pattern(0, [
        ['bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'],
        ['bullet', 'o'],
      ]) +
      list(1, 0) +
      pattern(1, [['upperLetter', '%1.']]) +
      list(2, 1),
    body: [
      p('Communiqué conjoint', styled('Title')),
      p(`${begin}${entry('A. Le détroit', '2')}`),
      p(entry('B. Le conseil', '3')),
      p(end),
      p('Le détroit', `${styled('Heading1')}${listed(2)}`),
      p('Les ministres sont convenus de trois choses\u00a0:'),
      p('les navires restent au port\u00a0;', listed(1)),
      p('sauf les bacs\u00a0;', listed(1, 1)),
      p('le conseil se réunit en mai.', listed(1)),
      p('Le conseil', `${styled('Heading1')}${listed(2)}`),
      p(
        `${run('Il siège ')}${field('IF 1 = 1 "x" "y"', run('au port'))}${run(', sous la présidence de ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field('MERGEFIELD Genre', run('F'))}<w:r><w:instrText> = "F" "Mme" "M." </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Mme')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' Holm.')}`,
      ),
      p(
        `${run('Fait le ')}${simple('DATE', '4 mars 2025')}${run('.')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "détroit" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ].join(''),
  },
  title: 'Communiqué conjoint',
  headings: ['A. Le détroit', 'B. Le conseil'],
  paragraphs: [
    'A. Le détroit 2',
    'B. Le conseil 3',
    'Les ministres sont convenus de trois choses :',
    'les navires restent au port ;',
    'sauf les bacs ;',
    'le conseil se réunit en mai.',
    'Il siège au port, sous la présidence de Mme Holm.',
    'Fait le 4 mars 2025.',
  ],
};

const annex: Fixture = {
  name: 'an annex with footnotes, endnotes and a sign of its own',
  file: {
    footnotes:
      note(1, 'Voir la carte.') +
      `<w:footnote w:id="2">${p('* Réserve de la Sudmarche.')}</w:footnote>` +
      note(3, 'Voir le procès-verbal.') +
      note(4, 'Note à laquelle rien ne renvoie.'),
    endnotes: note(1, 'Archives, carton 4.', 'endnote') + note(2, 'Archives, carton 5.', 'endnote'),
    comments: `<w:comment w:id="1">${p('À relire.')}</w:comment>`,
    body: [
      p(
        `${run('La ligne suit la côte')}${noteMark(1)}${run(' jusqu’au phare')}${noteMark(1, 'endnote')}${run('.')}`,
      ),
      p(
        `<w:commentRangeStart w:id="1"/>${run('Les îles')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>${run(' restent ouvertes.')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      p(`${run('Le phare est commun.')}${noteMark(3)}${noteMark(2, 'endnote')}`),
    ].join(''),
  },
  paragraphs: [
    'La ligne suit la côte jusqu’au phare.',
    '1 Voir la carte.',
    'i Archives, carton 4.',
    'Les îles restent ouvertes.',
    '* Réserve de la Sudmarche.',
    'Le phare est commun.',
    '2 Voir le procès-verbal.',
    'ii Archives, carton 5.',
  ],
};

export const french: readonly Fixture[] = [minutes, communique, annex];
