// Who is read in a text as somebody, and what is nobody.
import { describe, expect, test } from 'vitest';
import { namedIn, peopleIn, personsOf } from './reading.ts';

describe('somebody', () => {
  test.each([
    ['by a title', 'Treasury Secretary Nora Velde spoke in the capital.', 'Nora Velde'],
    ['by a small title', 'They met foreign minister Ivo Marek in the capital.', 'Ivo Marek'],
    ['by what an office is of', 'Secretary of State Lena Horvat left on Monday.', 'Lena Horvat'],
    ['of a body', 'They heard President of the Harbour Commission Ada von der Aue.', 'Ada von der Aue'],
    [
      'by an office behind',
      'It was Piet Aalders, a professor at the university, who wrote it.',
      'Piet Aalders',
    ],
    ['by an office before', 'Norland’s vice premier, Da Weiling, left.', 'Da Weiling'],
    ['by an age', 'The shop of Rosa Lind, 50, of Nordby, was shut.', 'Rosa Lind'],
    ['by a form of address', 'The work of Tom Arden was long. They thanked Mr. Arden for it.', 'Tom Arden'],
    [
      'by his surname that speaks',
      'The plan of Karl Odemar was read. “We wait,” Odemar said.',
      'Karl Odemar',
    ],
    ['behind a body', 'They asked Harbour News Anna Sands. “We wait,” Sands said.', 'Anna Sands'],
    ['by an initial', 'They built it for Olaf J. Lind to stay.', 'Olaf J. Lind'],
    ['behind “our”', 'Here is our President, Olaf Lind, with his friends.', 'Olaf Lind'],
    [
      'by a surname that two bear and one speaks',
      'The plan of Olaf Lind and Ada Lind was read. Lind said so. Lind waits for Lind, and Lind left.',
      'Ada Lind',
    ],
    ['by words of theirs', 'They read Olaf Lind. In it was Lind’s long proposal to wait.', 'Olaf Lind'],
    ['in German', 'Am Montag sprach Außenministerin Jana Kolb in Berlin.', 'Jana Kolb'],
    ['in French', 'On attend le président Luc Favre à Genève.', 'Luc Favre'],
    ['in Ukrainian', 'Про це сказав президент Остап Гнатюк у Києві.', 'Остап Гнатюк'],
    ['in Polish', 'O tym mówił premier Jan Zieliński w Genewie.', 'Jan Zieliński'],
  ])('%s: %s', async (_, text, name) => {
    expect(personsOf(await peopleIn([text]))).toContain(name);
  });
});

test.each([
  'Politico Florida reported it. They live in Florida. “No,” Florida said.',
  'They met leaders of Saudi Arabia. The president of the Norwegian Storting spoke.',
  'South Harbour voted. They drove through South Harbour and the Green Valley at night.',
  'The Paris Agreement was signed. The Geneva Conventions protect them.',
  'The New Norland Times reported it. Harbour Bank said that rates rise.',
  'Response To Odemar Surprises Many Northern Voters',
  'In January the North Sea is cold. On Good Friday all rest.',
  'The State Department said so. The Foreign Ministry denied it. General Assembly members left.',
  'Human Rights Watch said that camps were full. Green Peace Now wrote a letter.',
  'The Clean Water Act passed. Article Five of the Treaty holds.',
])('nobody: %s', async (text) => {
  expect(personsOf(await peopleIn([text]))).toEqual([]);
});

const talks = `U.S. Treasury Secretary Nora Velde and China’s vice premier, He Weiling, met in Geneva. “We agree,” Velde said.
“Perhaps not so large,” Vice Premier He told reporters. He left early. The vice premier said that talks go on.`;

test.each(['Despite', 'Unlike', 'Behind', 'Regarding', 'Toward', 'Notwithstanding'])(
  '“%s Odemar’s words …” begins a sentence with his surname and with nobody else’s name',
  async (opening) => {
    const text = `The plan of Karl Odemar was read. “We wait,” Odemar said. ${opening} Odemar’s words the harbour stayed shut, Odemar said.`;
    expect(personsOf(await peopleIn([text]))).toEqual(['Karl Odemar']);
  },
);

test('one person under several names is one, and a pronoun is nobody’s name', async () => {
  const read = await peopleIn([talks]);
  expect(personsOf(read)).toEqual(['He Weiling', 'Nora Velde']);
  expect(namedIn(read, 'Vice Premier He told reporters')).toEqual(['Vice Premier He = he-weiling']);
  expect(namedIn(read, 'He left early. He Weiling stayed.')).toEqual(['He Weiling = he-weiling']);
  expect(namedIn(read, 'China’s vice premier said; the vice premier said')).toEqual([
    'China’s vice premier = he-weiling',
    'the vice premier = he-weiling',
  ]);
});

test('an office is tied by a passage, with the country that it names', async () => {
  const { people } = await peopleIn([talks]);
  const [he] = people.known.filter(({ id }) => id === 'he-weiling');
  expect(he).toMatchObject({ party: 'china', offices: [{ text: 'China’s vice premier', paragraph: 1 }] });
});

test('“the president” is who is called so again and again, and none of whom something else is told', async () => {
  const text = 'President Ida Holm spoke. “We wait,” President Holm said. The president left.';
  const read = await peopleIn([text, 'President Ida Holm spoke. The president of the union left.']);
  expect(namedIn(read, 'The president said')).toEqual(['The president = ida-holm']);
  expect(namedIn(read, 'The president of the union said')).toEqual([]);
  expect(namedIn(read, 'The president said', 'b')).toEqual([]);
});

test('whoever serves an office does not hold it', async () => {
  const read = await peopleIn([
    'Head of the Office of the President of Ukraine Ida Holm left. Adviser to the President of Ukraine Tom Arden stayed.',
  ]);
  expect(personsOf(read)).toEqual(['Ida Holm', 'Tom Arden']);
  expect(namedIn(read, 'the president of Ukraine')).toEqual([]);
});

describe('two of one surname', () => {
  const two =
    'Former President Carl Odemar met Senator Mia Odemar. “We wait,” Mr. Odemar said. Mrs. Odemar nodded.';
  test('stay two, and the surname alone means neither', async () => {
    const read = await peopleIn([two]);
    expect(personsOf(read)).toEqual(['Carl Odemar', 'Mia Odemar']);
    expect(namedIn(read, 'Odemar said')).toEqual([]);
  });
  test('in each document the surname is that of the one who is named there', async () => {
    const read = await peopleIn([
      'President Carl Odemar spoke. “We wait,” Odemar said.',
      'Senator Mia Odemar spoke. “We go,” Odemar said.',
    ]);
    expect(namedIn(read, 'Odemar said', 'a')).toEqual(['Odemar = carl-odemar']);
    expect(namedIn(read, 'Odemar said', 'b')).toEqual(['Odemar = mia-odemar']);
  });
  test('where a text is about one of them, the other keeps what is said of "Mr."', async () => {
    const read = await peopleIn([
      'Senator Mia Odemar spoke. Mia Odemar left. Her husband, Carl Odemar, stayed. “We go,” Mrs. Odemar said. Mrs. Odemar and Ms. Odemar left. “I wait,” Mr. Odemar said.',
    ]);
    expect(namedIn(read, 'Odemar said')).toEqual(['Odemar = mia-odemar']);
    expect(namedIn(read, 'Mr. Odemar said')).toEqual(['Mr. Odemar = carl-odemar']);
  });
});

test('a title and a surname alone are the one of the collection who has that office', async () => {
  const read = await peopleIn([
    'President Carl Odemar spoke. First lady Mia Odemar listened.',
    '“We wait,” President Odemar said.',
  ]);
  expect(namedIn(read, 'President Odemar said', 'b')).toEqual(['Odemar = carl-odemar']);
});

test('of somebody who is only "Mr." in two documents nobody knows whether it is one', async () => {
  const read = await peopleIn(['“We wait,” Mr. Arden said.', '“We go,” Mr. Arden said.']);
  expect(personsOf(read)).toEqual(['Mr. Arden', 'Mr. Arden']);
});

test('labels of a transcript name people, who are known by their title elsewhere', async () => {
  const read = await peopleIn([
    'Press Secretary Nora Velde spoke.',
    'MS. VELDE: Good morning.\n\nQ Why?\n\nMS. VELDE: We wait.',
  ]);
  expect(personsOf(read)).toEqual(['Nora Velde']);
  expect(namedIn(read, 'MS. VELDE', 'b')).toEqual(['VELDE = nora-velde']);
});
