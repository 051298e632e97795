// Who is somebody though no title stands beside: first names, rows of names, asides, words of their own; and whom a surname means.
import { describe, expect, test } from 'vitest';
import { namedIn, peopleIn, personsOf } from './reading.ts';

const persons = async (text: string): Promise<string[]> => personsOf(await peopleIn([text]));

describe('a first name with another name behind it', () => {
  test.each([
    ['They thanked Hillary Velde for the bread.', 'Hillary Velde'],
    ['Susan Odemar was not there.', 'Susan Odemar'],
    ['The plan of Agnieszka Odemar was read.', 'Agnieszka Odemar'],
    ['It was sold to Marie-Claire Odemar.', 'Marie-Claire Odemar'],
    ['They thanked Jennifer Odemar’s friends.', 'Jennifer Odemar'],
    ['All waited for Robert A. Odemar to come.', 'Robert A. Odemar'],
  ])('%s', async (text, name) => {
    expect(await persons(text)).toEqual([name]);
  });

  test.each([
    'They drove through Virginia Heights at night.',
    'Pearl Harbour was quiet. They sailed to Pearl Harbour.',
    'They sang at the Kevin Odemar-style party.',
    'The Amber Report was read. Grace Period Ends Soon',
    'He bought shares of Morgan Odley and of Dallas Oil.',
    'They saw Al Odira on the television.',
    'Susan PAC gave money. The Peter Odemar Foundation gave more.',
    'Planned Odley closed. Jordan River Valley was dry.',
  ])('nobody: %s', async (text) => {
    expect(await persons(text)).toEqual([]);
  });

  test('what stands behind a name in a headline is none of it', async () => {
    const text =
      'Ben Odemar Slams Rivals And Leaves\n\n“We wait,” Ben Odemar said. They read Ben Odemar Slams again.';
    expect(await persons(text)).toEqual(['Ben Odemar']);
  });
});

describe('several who are named behind what they are', () => {
  test.each([
    ['Two analysts, Ondo Velim and Yuki Amado, found it.', ['Ondo Velim', 'Yuki Amado']],
    ['Sens. Ondo Velim of Norland and Yuki Amado of Sudland voted.', ['Ondo Velim', 'Yuki Amado']],
    [
      'They asked rivals like Ondo Velim, Yuki Amado and Irko Lanz.',
      ['Irko Lanz', 'Ondo Velim', 'Yuki Amado'],
    ],
    [
      'Three lawmakers – Ondo Velim, Yuki Amado and Irko Lanz – left.',
      ['Irko Lanz', 'Ondo Velim', 'Yuki Amado'],
    ],
    ['It was read by candidates including Ondo Velim and Yuki Amado.', ['Ondo Velim', 'Yuki Amado']],
    ['The brothers Ondo and Irko Velim came.', ['Irko Velim', 'Ondo Velim']],
  ])('%s', async (text, names) => {
    expect(await persons(text)).toEqual(names);
  });

  test.each([
    'Two towns, Velim Norda and Amado Suda, were flooded.',
    'Voters in New Velim and New Amado stayed at home.',
    'Banks like Velim Odley and Amado Partners closed.',
    'For voters, Velim Norda is far.',
    'The senators Velim and Tom Arden left.',
  ])('nobody of two words but who is one: %s', async (text) => {
    expect(
      (await persons(text)).filter(
        (name) => /Velim|Amado/u.test(name) && name.includes(' ') && !/^Senator/iu.test(name),
      ),
    ).toEqual([]);
  });
});

describe('what stands beside', () => {
  test.each([
    ['Ondo Velim, a baker, said it was late. “No,” Velim said.', 'Ondo Velim'],
    ['Ondo Velim, Odemar’ campaign manager, left. Then Ondo Velim, Sanders’ manager, came.', 'Ondo Velim'],
    ['Ondo Velim (R-Nord.) was there.', 'Ondo Velim'],
    ['They met 17-year-old Ondo Velim there.', 'Ondo Velim'],
    ['Ondo Velim, director general of the International Energy Agency, left.', 'Ondo Velim'],
    ['Ondo Velim, Harbour for Norland’s executive director, left.', 'Ondo Velim'],
    ['They elected Ondo Velim president of the club.', 'Ondo Velim'],
    ['Spokeswoman Nicole A. Velim left.', 'Nicole A. Velim'],
  ])('%s', async (text, name) => {
    expect(await persons(text)).toContain(name);
  });

  test('an office of a body is the body’s, and the whole of it', async () => {
    const { people } = await peopleIn([
      'They thanked Ondo Velim, chairman of the National Turkey Federation, and left.',
    ]);
    const known = people.known.find(({ name }) => name === 'Ondo Velim');
    expect(known?.offices.map(({ text }) => text)).toEqual(['chairman of the National Turkey Federation']);
    expect(known?.called).toContain('Turkey Federation chairman');
  });
});

describe('of several with one surname it means', () => {
  test.each([
    [
      'the one who says so of himself',
      'My name is Joe Odemar, and I am Jill Odemar’s husband. “We wait,” Odemar said.',
      'joe-odemar',
    ],
    [
      'the one who was named before',
      'Susan Odemar came. Odemar sat. “We wait,” Odemar said. They spoke of Peter Odemar and of Peter Odemar’s house.',
      'susan-odemar',
    ],
    [
      'the one of whom more is told than the name',
      'They spoke of Peter Odemar. Senator Susan Odemar came. “We wait,” Odemar said.',
      'susan-odemar',
    ],
  ])('%s', async (_, text, id) => {
    expect(namedIn(await peopleIn([text]), 'Odemar said')).toEqual([`Odemar = ${id}`]);
  });

  test('nobody where all are told of alike', async () => {
    const read = await peopleIn(['Senator Peter Odemar met Senator Susan Odemar. “We wait,” Odemar said.']);
    expect(namedIn(read, 'Odemar said')).toEqual([]);
  });
});

test('a surname that is a word of grammar in another language is a name here', async () => {
  const read = await peopleIn(['Spokesman Jamal Ware came. “We wait,” Ware said.']);
  expect(namedIn(read, 'Ware said')).toEqual(['Ware = jamal-ware']);
});
