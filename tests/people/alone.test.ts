// Whom a document means by a word alone: an office, a surname that is a place or a word as well, a first name.
import { describe, expect, test } from 'vitest';
import { collectionAt, libraryOf } from '../../src/library.ts';
import { folderWith } from '../temporary.ts';
import { namedIn, peopleIn, personsOf } from './reading.ts';

describe('an office alone is the one of whom the text has said it before', () => {
  test.each([
    [
      'Harbour Committee Chairman Lea Brandt came. “No,” Brandt said. The chairman left.',
      'The chairman',
      'lea-brandt',
    ],
    ['Texas Sen. Jo Lind spoke. The senator sat down.', 'the senator', 'jo-lind'],
    ['Jo Lind, mayor of Nordby, spoke. “No,” the mayor said.', 'the mayor', 'jo-lind'],
    ['Ambassador Ada Roux came. The ambassador’s car was late.', 'The ambassador', 'ada-roux'],
    ['Bank spokeswoman Mia Holt came. The spokeswoman said no.', 'The spokeswoman', 'mia-holt'],
    ['Gov. Mia Holt came. “No,” the governor said.', 'the governor', 'mia-holt'],
    ['Adm. Mia Holt came. “No,” the admiral said.', 'the admiral', 'mia-holt'],
    [
      'Senate Harbour Committee Chairman Lea Brandt spoke. The committee chairman, the Harbour Committee chairman, left. The chairman slept.',
      'the chairman',
      'lea-brandt',
    ],
  ])('%s', async (text, form, id) => {
    expect(namedIn(await peopleIn([text]), `${form} said`)).toEqual([`${form} = ${id}`]);
  });

  test.each([
    ['Chairman Lea Brandt came. Union chairman Jo Lind came. The chairman left.', 'the chairman'],
    ['The chairman left. Harbour Committee Chairman Lea Brandt came.', 'the chairman'],
    ['Chairman Lea Brandt came. The Water Committee chairman came. The chairman left.', 'the chairman'],
    ['Vice Chairman Lea Brandt came. The chairman left.', 'the chairman'],
    ['Former governor Jo Lind came. The governor left.', 'the governor'],
    ['Chairman Lea Brandt came. The chairman of the Water Board left.', 'the chairman'],
    ['Press secretary Jo Lind came. The secretary left.', 'the secretary'],
    ['Associate director Jo Lind came. The director left.', 'the director'],
    ['Attorney General Jo Lind came. The general left.', 'the general'],
    ['Permanent Secretary Jo Lind came. The secretary left.', 'the secretary'],
    ['Assistant Secretary Jo Lind came. The secretary left.', 'the secretary'],
  ])('nobody: %s', async (text, form) => {
    expect(namedIn(await peopleIn([text]), `${form} said`)).toEqual([]);
  });
});

describe('a senator of the state that stands behind the name', () => {
  test.each([
    ['Sen. Jo Lind (I-Vt.) spoke. The Vermont senator sat down.', 'The Vermont senator', 'Vermont senator'],
    ['Sen. Jo Lind, R-Fla., spoke.', 'the Florida senator', 'Florida senator'],
    ['Rep. Jo Lind (D-N.J.) spoke.', 'the New Jersey representative', 'New Jersey representative'],
    ['Gov. Jo Lind of Ohio spoke.', 'the governor of Ohio', 'governor of Ohio'],
    ['Sen. Jo Lind (Md.) spoke.', 'the Maryland senator', 'Maryland senator'],
    ['Senator Jo Lind from West Virginia spoke.', 'the West Virginia senator', 'West Virginia senator'],
  ])('%s', async (text, said, form) => {
    expect(namedIn(await peopleIn([text]), `They heard ${said} there.`)).toEqual([`${form} = jo-lind`]);
  });

  test.each([
    ['Sen. Jo Lind (I-Vt.) and Sen. Bo Falk (D-Vt.) spoke.', 'the Vermont senator'],
    ['Sen. Jo Lind (I-Vt.) spoke.', 'the Ohio senator'],
    ['Former Sen. Jo Lind (I-Vt.) spoke.', 'the Vermont senator'],
    ['Jo Lind (I-Vt.) spoke.', 'the Vermont senator'],
    ['Sen. Jo Lind spoke of Ohio.', 'the Ohio senator'],
    ['Analyst Jo Lind of Ohio spoke.', 'the Ohio analyst'],
  ])('nobody: %s', async (text, said) => {
    expect(namedIn(await peopleIn([text]), `They heard ${said} there.`)).toEqual([]);
  });
});

describe('a surname that is a place or a word is somebody’s where the text names him whole and lets him speak', () => {
  test.each([
    ['Jeremy Paris moved here. “It is late,” Paris said.', 'Paris', 'jeremy-paris'],
    ['Olivia Jordan moved here. “It is late,” said Jordan.', 'Jordan', 'olivia-jordan'],
    ['Kevin April moved here. “It is late,” April said.', 'April', 'kevin-april'],
    ['Susan West moved here. “It is late,” West said.', 'West', 'susan-west'],
    ['Susan Rice ate some rice. “It is late,” Rice said.', 'Rice', 'susan-rice'],
    ['Jerry Brown has a brown dog. “It is late,” Brown said.', 'Brown', 'jerry-brown'],
    ['Theresa May moved here. “It is late, as it may be,” May said.', 'May', 'theresa-may'],
  ])('%s', async (text, form, id) => {
    expect(namedIn(await peopleIn([text]), `${form} wrote`)).toEqual([`${form} = ${id}`]);
  });

  test.each([
    ['Jeremy Paris moved here. He wrote from a house in Paris, Paris said.', 'Paris'],
    ['Jeremy Paris moved here. Paris was cold in winter.', 'Paris'],
    ['“It is late,” Paris said. Jeremy Paris moved here.', 'Paris'],
    ['Olivia Jordan moved here. Olek Jordan left. “It is late,” Jordan said.', 'Jordan'],
    ['Kevin April moved here. It was cold in April. April was wet.', 'April'],
    ['Susan West moved here. The West said that it was late. They live in West.', 'West'],
    ['Jeremy Paris moved here. France waits for the French. “It is late,” Paris said.', 'Paris'],
  ])('nobody: %s', async (text, form) => {
    const named = namedIn(await peopleIn([text]), `${form} wrote`);
    expect(named.filter((one) => /-/u.test(one))).toEqual([]);
  });
});

test.each([
  ['Administrator Regan came. “No,” Administrator Regan said.', 'Regan'],
  ['They heard Superintendent Odemar there.', 'Odemar'],
  ['They thanked Councilwoman Odemar for it.', 'Odemar'],
])('an office with a surname alone is somebody: %s', async (text, name) => {
  expect(personsOf(await peopleIn([text])).join()).toContain(name);
});

/** Whom names mean in a transcript. */
async function calledIn(text: string, name: string): Promise<string> {
  const front = '---\nid: talk\ntitle: Press Briefing\nkind: transcript\nlanguage: en\n---\n';
  const folder = await folderWith({ 'talk.md': `${front}\n${text}\n` });
  const { positions } = libraryOf(await collectionAt(folder, {}));
  const who = await positions.who(name);
  return who.found ? who.value.name : 'nobody';
}

const greeting = 'MR. ODEMAR: Good morning. We wait for the pass.';

describe('a first name that others call a speaker by', () => {
  test.each([
    `${greeting}\n\nDR. VELIM: Good morning. Thank you, Jeff. It is late. Back to you, Jeff.\n\nMR. ODEMAR: Thanks, Dr. Velim.`,
    `${greeting}\n\nDR. VELIM: Thanks, Jeff. It is late.\n\nMR. ODEMAR: Yes.\n\nMS. LANZ: Thank you so much, Jeff. We go.`,
    `${greeting}\n\nDR. VELIM: It is late. Over to you, Jeff.\n\nMR. ODEMAR: Yes.\n\nMS. LANZ: We go. Back to you, Jeff.\n\nMR. ODEMAR: No.`,
  ])('is theirs: %s', async (text) => {
    expect(await calledIn(text, 'Jeff')).toBe('Mr. Odemar');
  });

  test.each([
    `${greeting}\n\nDR. VELIM: Thank you, Jeff. It is late.\n\nMR. ODEMAR: Yes.`,
    `${greeting}\n\nDR. VELIM: Thank you, Jeff. It is late.\n\nMS. LANZ: Thank you, Jeff. We go.`,
    `${greeting}\n\nDR. VELIM: Thank you, America. It is late.\n\nMR. ODEMAR: Yes.\n\nDR. VELIM: Thank you, America.`,
    `${greeting}\n\nDR. VELIM: Thank you, Jeff. Jeff Holm is here.\n\nMR. ODEMAR: Yes.\n\nDR. VELIM: Thanks, Jeff.`,
  ])('is not theirs: %s', async (text) => {
    expect(await calledIn(text, text.includes('America') ? 'America' : 'Jeff')).not.toBe('Mr. Odemar');
  });
});
