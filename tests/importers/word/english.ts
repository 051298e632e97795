// English: a treaty with automatic numbers, a draft with tracked changes, a resolution, minutes, a statement from another program.
import type { Fixture } from './fixture.ts';
import {
  basedOn,
  box,
  cell,
  deleted,
  field,
  inserted,
  list,
  listed,
  note,
  noteMark,
  p,
  pattern,
  row,
  run,
  simple,
  startAt,
  style,
  styled,
  table,
} from './write.ts';

const treaty: Fixture = {
  name: 'a treaty whose numbers are all automatic',
  file: {
    styles:
      style(
        'ArticleHead',
        'Article Head',
        `${basedOn('Heading1')}<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>`,
      ) +
      style(
        'Clause',
        'Clause',
        `${basedOn('Normal')}<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>`,
      ) +
      style(
        'SubClause',
        'Sub Clause',
        `${basedOn('Clause')}<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>`,
      ),
    numbering:
      pattern(0, [
        ['decimal', 'Article %1', '<w:pStyle w:val="ArticleHead"/><w:suff w:val="space"/>'],
        ['decimal', '%1.%2', '<w:pStyle w:val="Clause"/>'],
        ['lowerLetter', '(%3)', '<w:pStyle w:val="SubClause"/>'],
      ]) + list(4, 0),
    body: [
      p('Accord on the Strait', styled('Title')),
      p('Norland and Sudmark, wishing to end the dispute over the strait, have agreed as follows:'),
      p(run('– Navies'), styled('ArticleHead')),
      p(
        `${run('The parties keep their na')}${run('vies out of the strait until ')}${simple('DATE \\@ "d MMMM"', '31 May')}${run('.')}`,
        styled('Clause'),
      ),
      p('No exception is made for:', styled('Clause')),
      p('coast guards;', styled('SubClause')),
      p('ships on a visit.', styled('SubClause')),
      p(run('– Joint council'), styled('ArticleHead')),
      p('A joint council of six members meets every second month.', styled('Clause')),
      p('Each party names:', styled('Clause')),
      p('two members of its parliament;', styled('SubClause')),
      p('one judge.', styled('SubClause')),
      p(run('– Disputes'), styled('ArticleHead')),
      p(
        `${run('Disputes under ')}${field('REF _Ref12 \\r \\h', run('Article 2'))}${run(' go to the keeper of the accord, those under Article ')}${simple('REF _Ref9 \\h', '1')}${run(' to the court.')}`,
        styled('Clause'),
      ),
      p(
        `${run('Done at the harbour town on ')}${field('DATE \\@ "d MMMM yyyy"', `${run('4 Mar')}${run('ch 2025')}`)}${run(' in two copies.')}`,
      ),
    ].join(''),
  },
  title: 'Accord on the Strait',
  headings: ['Article 1 – Navies', 'Article 2 – Joint council', 'Article 3 – Disputes'],
  paragraphs: [
    'Norland and Sudmark, wishing to end the dispute over the strait, have agreed as follows:',
    '1.1 The parties keep their navies out of the strait until 31 May.',
    '1.2 No exception is made for:',
    '(a) coast guards;',
    '(b) ships on a visit.',
    '2.1 A joint council of six members meets every second month.',
    '2.2 Each party names:',
    '(a) two members of its parliament;',
    '(b) one judge.',
    '3.1 Disputes under Article 2 go to the keeper of the accord, those under Article 1 to the court.',
    'Done at the harbour town on 4 March 2025 in two copies.',
  ],
};

const markOf = (kind: 'del' | 'ins'): string => `<w:rPr><w:${kind} w:id="1" w:author="A"/></w:rPr>`;

const draft: Fixture = {
  name: 'a draft with tracked changes',
  file: {
    numbering: pattern(3, [['decimal', '%1.']]) + list(1, 3),
    body: [
      p(
        `${run('Norland ')}${deleted('must')}${inserted(run('may'))}${run(' send observers to the ')}${deleted('northern ')}${run('islands.')}`,
      ),
      p('Observers carry no arms.', listed(1)),
      p(deleted('Observers leave at once when asked.'), `${listed(1)}${markOf('del')}`),
      p(inserted(run('Observers report every week.')), `${listed(1)}${markOf('ins')}`),
      p(run('The costs are shared'), `${listed(1)}${markOf('del')}`),
      p(`${deleted('Sudmark pays for the boats')}${run(' in equal parts.')}`, listed(1)),
      p(
        `<w:moveFromRangeStart w:id="3" w:name="m1"/><w:moveFrom w:id="4" w:author="A">${run('The line is drawn on a map.')}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>`,
        '<w:rPr><w:moveFrom w:id="5" w:author="A"/></w:rPr>',
      ),
      p('The accord is open for signature in May.'),
      p(
        `<w:moveToRangeStart w:id="6" w:name="m1"/><w:moveTo w:id="7" w:author="A">${run('The line is drawn on a map.')}</w:moveTo><w:moveToRangeEnd w:id="6"/>`,
      ),
      table(
        row([cell('Norland'), cell('three boats')]),
        row([cell(p(deleted('Westland'))), cell(p(deleted('one boat')))], '<w:del w:id="9" w:author="A"/>'),
        row(
          [cell(p(inserted(run('Sudmark')))), cell(p(inserted(run('two boats'))))],
          '<w:ins w:id="9" w:author="A"/>',
        ),
      ),
    ].join(''),
  },
  paragraphs: [
    'Norland may send observers to the islands.',
    '1. Observers carry no arms.',
    '2. Observers report every week.',
    '3. The costs are shared in equal parts.',
    'The accord is open for signature in May.',
    'The line is drawn on a map.',
    'Norland\tthree boats',
    'Sudmark\ttwo boats',
  ],
  warnings: { tracked: 0 },
};

const resolution: Fixture = {
  name: 'a resolution with Roman sections, legal numbers and restarts',
  file: {
    numbering:
      pattern(1, [
        ['upperRoman', 'Section %1', '<w:suff w:val="space"/>'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['lowerRoman', '(%3)'],
      ]) +
      pattern(2, [
        ['decimal', '%1.'],
        ['upperLetter', '%2)', '<w:lvlRestart w:val="0"/>'],
      ]) +
      list(1, 1) +
      list(2, 2) +
      list(3, 2, startAt(0, 1)),
    body: [
      p('The Assembly of the Harbour Towns,'),
      p('General', `${styled('Heading1')}${listed(1)}`),
      p('The Assembly welcomes the accord.', listed(1, 1)),
      p('It thanks:', listed(1, 1)),
      p('the keeper of the accord;', listed(1, 2)),
      p('the crews of both navies.', listed(1, 2)),
      p('Follow-up', `${styled('Heading1')}${listed(1)}`),
      p('It asks both governments to report in May.', listed(1, 1)),
      p('The report names:', listed(1, 1)),
      p('all boats.', listed(1, 2)),
      p('Adopted without a vote, with these remarks:'),
      p('Norland thanked all.', listed(2)),
      p('It spoke twice.', listed(2, 1)),
      p('Sudmark thanked nobody.', listed(2)),
      p('It did not speak.', listed(2, 1)),
      p('Signed by:'),
      p('the President;', listed(3)),
      p('the Clerk.', listed(3)),
    ].join(''),
  },
  headings: ['Section I General', 'Section II Follow-up'],
  paragraphs: [
    'The Assembly of the Harbour Towns,',
    '1.1 The Assembly welcomes the accord.',
    '1.2 It thanks:',
    '(i) the keeper of the accord;',
    '(ii) the crews of both navies.',
    '2.1 It asks both governments to report in May.',
    '2.2 The report names:',
    '(i) all boats.',
    'Adopted without a vote, with these remarks:',
    '1. Norland thanked all.',
    'A) It spoke twice.',
    '2. Sudmark thanked nobody.',
    'B) It did not speak.',
    'Signed by:',
    '1. the President;',
    '2. the Clerk.',
  ],
};

const minutes: Fixture = {
  name: 'minutes with a table, numbered rows and a note in a cell',
  file: {
    numbering: pattern(5, [['decimal', '%1']]) + list(2, 5),
    footnotes: note(2, 'Absent from noon on.') + note(3, 'See the annex.'),
    header: p('Confidential until noon'),
    body: [
      p('Minutes of the joint council', styled('Title')),
      p(`${run('The council met in the harbour town on 6 May 2025.')}${noteMark(3)}`),
      table(
        row([cell('No.'), cell('Member'), cell('Said')], '<w:tblHeader/>'),
        row([
          cell(p('', listed(2))),
          cell(p(`${run('Ida Holm')}${noteMark(2)}`)),
          cell('The boats are ready.'),
        ]),
        row([cell(p('', listed(2))), cell('Tomas Berg'), cell('So are ours.')]),
      ),
      p('The council meets again in July.'),
    ].join(''),
  },
  title: 'Minutes of the joint council',
  paragraphs: [
    'The council met in the harbour town on 6 May 2025.',
    '1 See the annex.',
    'No.\tMember\tSaid',
    '1\tIda Holm\tThe boats are ready.',
    '2 Absent from noon on.',
    '2\tTomas Berg\tSo are ours.',
    'The council meets again in July.',
  ],
};

const foreign: Fixture = {
  name: 'a statement in the strict form, with prefixes and names of another program',
  file: {
    isStrict: true,
    prefix: 'ns0',
    main: 'document2',
    numbering: pattern(0, [['ordinal', '%1', '<w:suff w:val="nothing"/>']]) + list(1, 0),
    body: [
      p('Statement by the keeper of the accord', styled('Heading1')),
      p(
        `<w:sdt><w:sdtPr><w:alias w:val="Place"/></w:sdtPr><w:sdtContent>${run('Harbour town')}</w:sdtContent></w:sdt>${run(', in the spring.')}`,
      ),
      `<w:sdt><w:sdtContent>${p(`${box(p('For immediate release'), p('Check against delivery'))}${run('I have read both drafts.')}`)}</w:sdtContent></w:sdt>`,
      p(' draft comes from Norland.', listed(1)),
      p(' draft comes from Sudmark.', listed(1)),
      p(
        `<w:smartTag w:uri="x" w:element="country">${run('Norland')}</w:smartTag><w:bdo w:val="ltr">${run(' and ')}</w:bdo><w:dir w:val="ltr"><w:customXml w:element="y">${run('Sudmark')}</w:customXml></w:dir>${run(' may both sign.')}`,
      ),
    ].join(''),
  },
  title: 'Statement by the keeper of the accord',
  paragraphs: [
    'Harbour town, in the spring.',
    'I have read both drafts.',
    'For immediate release',
    'Check against delivery',
    '1st draft comes from Norland.',
    '2nd draft comes from Sudmark.',
    'Norland and Sudmark may both sign.',
  ],
};

export const english: readonly Fixture[] = [treaty, draft, resolution, minutes, foreign];
