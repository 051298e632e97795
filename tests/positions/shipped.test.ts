// What the shipped sources have of each party and person: what comes in which section, with the exact words.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import type { Item } from '../../src/positions/item.ts';
import { sentencesTold } from '../../src/positions/telling.ts';
import type { Who } from '../../src/positions/who.ts';

const { positions, passages } = await openLibrary('corpus');

async function whoIs(name: string): Promise<Who> {
  const meant = await positions.who(name);
  if (!meant.found) throw new Error(`${name} is nobody`);
  return meant.value;
}

/** `own-words joint european-leaders ¶7: “It will …` */
function line({ kind, joint, unnamed, passage, start, end }: Item): string {
  const marks = [kind, joint && 'joint', unnamed && 'unnamed'].filter(Boolean).join(' ');
  return `${marks} ${passage.document.id} ¶${passage.paragraph}: ${passage.text.slice(start, end)}`;
}

async function linesOf(name: string, topic?: string): Promise<string[]> {
  const { items } = await positions.position(await whoIs(name), topic);
  return items.map(line);
}

const joint = {
  territory:
    'own-words joint european-leaders ¶7: “It will be up to Ukraine to make decisions on its territory. International borders must not be changed by force.',
  support:
    'own-words joint european-leaders ¶8: “Our support to Ukraine will continue. We are determined to do more to keep Ukraine strong in order to achieve an end to the fighting and a just and lasting peace,”',
  sanctions:
    'own-words joint european-leaders ¶9: “As long as the killing in Ukraine continues, we stand ready to uphold the pressure on Russia. We will continue to strengthen sanctions and wider economic measures to put pressure on Russia’s war economy until there is a just and lasting peace.”',
  guarantees:
    'partly joint european-leaders ¶6: said Ukraine must have “ironclad” security guarantees to defend its territorial integrity',
  pledge:
    'reported joint european-leaders ¶1: jointly pledged to continue support for Ukraine and maintain pressure on Russia until the war in Ukraine ends',
  talks:
    'reported joint european-leaders ¶3: It said the next step must be talks with Ukrainian President Volodymyr Zelenskiy, and that they were ready to work with Trump and Zelenskiy towards a three-way summit with European support.',
};
const source3 =
  'said-of unnamed security-guarantees ¶3: “As one of the security guarantees for Ukraine, the American side proposed a non-NATO Article 5 type guarantee, supposedly agreed with Putin,”';
const source12 =
  'said-of unnamed security-guarantees ¶12: “The American side voiced this (joint security proposal) during a conversation with the president (Zelensky) and then repeated it during a joint conversation with the Europeans,”';
const source13 =
  'said-of unnamed security-guarantees ¶13: “No-one knows how this could work and why Putin would agree to it if he is categorically against NATO and obviously against really effective guarantees of Ukraine’s sovereignty.”';

describe('what somebody says or is said to hold', () => {
  test('Meloni: her own words in her statement first, then the joint ones, then what is reported, then the article', async () => {
    expect(await linesOf('Meloni')).toEqual([
      'partly security-guarantees ¶5: the US president had raised the idea of security guarantee “inspired” by Article 5, which she has been pushing for several months',
      'partly security-guarantees ¶6: The starting point for the proposal was defining a collective security clause “that would allow Ukraine to benefit from the support of all its partners, including the US, (which would be) ready to act in case it is attacked again”',
      'partly security-guarantees ¶8: while NATO’s Article 5 has the use of force as an option, “it is not the only possible option”',
      joint.territory,
      joint.support,
      joint.sanctions,
      joint.guarantees,
      'reported security-guarantees ¶2: The United States has proposed offering Ukraine a set of NATO-style security guarantees that stop short of full alliance membership',
      'reported security-guarantees ¶7: any such response would not necessarily involve going to war',
      joint.pledge,
      joint.talks,
      'article security-guarantees ¶5: the idea of security guarantee “inspired” by Article 5, which she has been pushing for several months',
    ]);
  });

  test('a party has what its people say: Italy has what Meloni has', async () => {
    expect(await linesOf('Italy')).toEqual(await linesOf('Meloni'));
  });

  test('the United States: reported, then unnamed sources, then the article; and not one word of its own', async () => {
    expect(await linesOf('the American side')).toEqual([
      'reported european-leaders ¶5: He said he had agreed with the Russian leader that the best way to do this was to go straight to a peace settlement rather than via a ceasefire',
      'reported security-guarantees ¶1: security guarantees for Ukraine similar to – but separate from – the collective defence agreement between NATO member countries',
      'reported european-leaders ¶4: Ukraine should agree a deal to end the war with Russia',
      'said-of security-guarantees ¶2: The United States has proposed offering Ukraine a set of NATO-style security guarantees that stop short of full alliance membership',
      source3,
      source12,
      'article security-guarantees ¶2: raised by President Donald Trump during calls with Ukrainian President Volodymyr Zelenskyy and European leaders',
      'article security-guarantees ¶10: Trump has repeatedly ruled out Ukraine joining the Western military alliance.',
    ]);
  });

  test('Trump: only what is his', async () => {
    expect((await linesOf('Trump')).filter((each) => each.startsWith('reported'))).toEqual([
      'reported european-leaders ¶5: He said he had agreed with the Russian leader that the best way to do this was to go straight to a peace settlement rather than via a ceasefire',
      'reported european-leaders ¶4: Ukraine should agree a deal to end the war with Russia',
    ]);
  });

  test('Ukraine and Kyiv are one, and the sources have not one word of it', async () => {
    expect(await linesOf('Kyiv')).toEqual([
      source3,
      source12,
      source13,
      'article security-guarantees ¶9: Kyiv has long aspired to join NATO',
      'article european-leaders ¶5: something hitherto opposed by Kyiv and its European allies',
    ]);
  });

  test.each(['Zelenskyy', 'Zelensky', 'Zelenskiy', 'Зеленський', 'the Ukrainian president'])(
    '%s',
    async (name) => {
      expect((await whoIs(name)).id).toBe('volodymyr-zelenskyy');
      expect(await linesOf(name)).toEqual([source12]);
    },
  );

  test('Russia: what Trump tells of it, what unnamed sources do, and the article', async () => {
    expect(await linesOf('Russia')).toEqual([
      'said-of european-leaders ¶5: he had agreed with the Russian leader that the best way to do this was to go straight to a peace settlement rather than via a ceasefire',
      source3,
      source13,
      'article security-guarantees ¶2: without extending NATO membership, a key Russian red line',
      'article security-guarantees ¶9: Russia has given that as one of its reasons for its war in Ukraine',
    ]);
    const { items } = await positions.position(await whoIs('the Russian leader'));
    expect(items[0]).toMatchObject({ teller: 'donald-trump', resolved: 'Trump' });
    expect(items[1]).toMatchObject({ teller: 'diplomatic-source', hedge: 'supposedly' });
  });

  test('the European leaders together: the joint statement, quoted before reported', async () => {
    expect(await linesOf('European leaders')).toEqual([
      joint.territory,
      joint.support,
      joint.sanctions,
      joint.guarantees,
      joint.pledge,
      joint.talks,
      source12,
    ]);
  });

  test.each([
    ['Merz', 'Germany'],
    ['Macron', 'France'],
    ['Starmer', 'Britain'],
    ['Tusk', 'Poland'],
    ['Stubb', 'Finland'],
    ['von der Leyen', 'EU Commission'],
    ['Costa', 'European Council'],
  ])('%s and %s: the joint statement and nothing else', async (person, party) => {
    expect(await linesOf(person)).toEqual(Object.values(joint));
    expect(await linesOf(party)).toEqual(Object.values(joint));
  });

  test('NATO says nothing in the sources', async () => {
    expect(await linesOf('NATO')).toEqual([source13]);
  });

  test('the unnamed sources, each for itself', async () => {
    expect(await linesOf('the diplomatic source')).toEqual([
      source3.replace('said-of', 'own-words'),
      source12.replace('said-of', 'own-words'),
    ]);
    expect(await linesOf('another source with knowledge')).toEqual([
      expect.stringMatching(/^own-words unnamed security-guarantees ¶13: No-one knows how/),
      'reported unnamed security-guarantees ¶13: the NATO-like guarantees had been discussed',
    ]);
    expect(await linesOf('some Western circles')).toEqual([
      'article unnamed security-guarantees ¶9: some Western circles have expressed resistance to the idea',
    ]);
  });

  test('every word is a slice of its passage, inside the sentences around it, with a clause of the same document', async () => {
    for (const who of positions.everybody) {
      for (const item of (await positions.position(who)).items) {
        expect(passages).toContain(item.passage);
        expect(item.excerpt.start).toBeLessThanOrEqual(item.start);
        expect(item.end).toBeLessThanOrEqual(item.excerpt.end);
        expect(item.end).toBeGreaterThan(item.start);
        if (item.clause !== undefined) expect(item.passage.document.text).toContain(item.clause);
      }
    }
  });
});

describe('a topic', () => {
  test('the name of a proposal keeps to what is on it', async () => {
    expect(await linesOf('Trump', 'NATO membership for Ukraine')).toEqual([
      'article security-guarantees ¶10: Trump has repeatedly ruled out Ukraine joining the Western military alliance.',
    ]);
    expect(await linesOf('Merz', 'Territory and borders')).toEqual([joint.territory, joint.guarantees]);
  });

  test('so do words in any spelling, and near synonyms', async () => {
    expect(await linesOf('Merz', 'sanctions')).toEqual([joint.sanctions, joint.pledge]);
    expect(await linesOf('Merz', 'punitive measures against Russia')).toContain(joint.sanctions);
    expect(await linesOf('Trump', 'truce')).toEqual([
      expect.stringMatching(/^reported european-leaders ¶5: He said he had agreed/),
    ]);
  });

  test('on which there is nothing gets nothing, and tells how much there is on others', async () => {
    const position = await positions.position(await whoIs('Meloni'), 'tanks');
    expect([position.items, position.onAll]).toEqual([[], 12]);
  });

  test('topics are offered on which there is something', async () => {
    expect(await positions.suggest.topics('', await whoIs('NATO'))).toEqual([
      'An Article 5-type guarantee outside NATO',
    ]);
    expect(await positions.suggest.topics('', await whoIs('Merz'))).toEqual([
      'Talks with Zelenskyy and a three-way summit',
      '“Ironclad” security guarantees',
      'Territory and borders',
      'Sanctions and economic measures',
    ]);
    expect(await positions.suggest.topics('bord', await whoIs('Merz'))).toEqual(['Territory and borders']);
    expect(await positions.suggest.topics('')).toHaveLength(7);
  });
});

describe('a proposal', () => {
  test.each(positions.proposals.map((proposal) => [proposal.name, proposal] as const))(
    '%s: every view of it stands in its passage, and further passages are no repeats',
    async (_, proposal) => {
      const { what, by, stances, more } = await positions.proposal(proposal);
      const shown = [...what, ...by, ...Object.values(stances).flat()];
      expect(what.length).toBeGreaterThan(0);
      for (const { passage } of shown) expect(more).not.toContain(passage);
      expect(Object.values(stances).flat().length).toBe(proposal.stances.length);
    },
  );

  test('is found under its names and with a slip, and refuses what means two', async () => {
    const idOf = async (typed: string): Promise<string | undefined> => {
      const meant = await positions.proposalNamed(typed);
      return meant.found ? meant.value.id : undefined;
    };
    expect(await idOf('nato membership')).toBe('nato-membership');
    expect(await idOf('ceasefire')).toBe('settlement-without-ceasefire');
    expect(await idOf('sanctoins')).toBe('sanctions');
    expect(await idOf('ironclad')).toBe('ironclad-guarantees');
    expect(await positions.proposalNamed('NATO')).toMatchObject({ found: false, fits: [{}, {}] });
    expect(await positions.proposalNamed('the moon')).toEqual({ found: false, fits: [] });
  });

  test('tells words of the joint statement as such', async () => {
    const shown = await positions.proposal(positions.proposals.find(({ id }) => id === 'sanctions')!);
    expect(shown.what[0]).toMatchObject({ kind: 'own-words', joint: { id: 'european-joint-statement' } });
  });
});

test('who said a quotation: only words of the speaker, or of a statement that the speaker signed', async () => {
  const library = await openLibrary('corpus');
  const by = async (words: string, name: string): Promise<string[]> => {
    const said = await library.positions.saidBy(await whoIs(name), await library.findQuote(words));
    return said.matches.map(({ passage, whole }) => passage.text.slice(whole.start, whole.end));
  };
  expect(await by('ironclad', 'Tusk')).toEqual(['“ironclad”']);
  expect(await by('ironclad', 'Putin')).toEqual([]);
  expect(await by('option', 'Meloni')).toEqual(['“it is not the only possible option”']);
  expect(await by('option', 'Trump')).toEqual([]);
  expect(await by('borders', 'Starmer')).toHaveLength(1);
  expect(await by('No-one knows', 'another source with knowledge of the matter')).toHaveLength(1);
  expect(await by('No-one knows', 'the diplomatic source')).toEqual([]);
});

test('which sentences of its paragraph a part is stands below it only where there are others beside', () => {
  const passage = passages.find(
    ({ document, paragraph }) => document.id === 'european-leaders' && paragraph === 8,
  )!;
  const told = (words: string) => {
    const start = passage.text.indexOf(words);
    return sentencesTold({ passage, start, end: start + words.length })?.values;
  };
  expect(told('Our support to Ukraine will continue.')).toEqual({ number: 1 });
  expect(told('We are determined to do more')).toEqual({ number: 2 });
  expect(told(passage.text)).toBeUndefined();
});
