// /position, /proposal, /statement and the speaker of /quote, as a person uses them.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

const onlyParts =
  'Only the parts of the joint statement quoted in this article; the full text is not in these sources.';

describe('/position', () => {
  test('offers parties and people, best first, and shows the chosen one', async () => {
    const { discord, alice } = await startScene();
    const all = await alice.types('/position', { party: '' }, 'party');
    expect(all).toHaveLength(25);
    expect(all[0]).toEqual({ name: 'United States', value: 'united-states' });
    const choices = await alice.types('/position', { party: 'mel' }, 'party');
    expect(choices).toEqual([{ name: 'Giorgia Meloni — Prime Minister of Italy', value: 'giorgia-meloni' }]);
    const seen = await alice.runs('/position', { party: 'giorgia-meloni' });
    expect(seen.private).toBe(true);
    const text = seenBy(seen.text);
    expect(text).toMatch(/^Giorgia Meloni · Prime Minister of Italy/);
    expect(text).toContain(onlyParts);
    expect(text).toContain('Reported, in part in their own words');
    expect(text).toContain('Who said it: “She noted” [Meloni]');
    expect(text).toContain('security-guarantees ¶8 · [US proposes');
    expect(text).toContain('Own words · Joint statement of the European leaders');
    expect(text.indexOf('She noted that')).toBeLessThan(text.indexOf('“It will be up to Ukraine'));
    expect(seen.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('tells what unnamed sources say as such, with the reserve that the source makes', async () => {
    const { alice } = await startScene();
    const text = seenBy((await alice.runs('/position', { party: 'Путин' })).text);
    expect(text).toContain('Vladimir Putin · President of the Russian Federation');
    expect(text).toContain('The sources have no words of Vladimir Putin, neither quoted nor reported.');
    expect(text).toContain('As told by Donald Trump');
    expect(text).toContain('As told by an unnamed source');
    expect(text).toContain('Mentioned by an unnamed source');
    expect(text).toContain('The source itself expresses a reservation: “supposedly”');
    expect(text).not.toContain('Own words');
    expect(text).not.toContain(onlyParts);
  });

  test('keeps to a topic, of those that are offered for whoever is chosen', async () => {
    const { discord, alice } = await startScene();
    const topics = await alice.types('/position', { party: 'NATO', topic: '' }, 'topic');
    expect(topics.map(({ value }) => value)).toEqual(['An Article 5-type guarantee outside NATO']);
    expect(await alice.types('/position', { topic: '' }, 'topic')).toHaveLength(7);
    const seen = await alice.runs('/position', { party: 'Trump', topic: 'NATO membership for Ukraine' });
    const text = seenBy(seen.text);
    expect(text).toContain('On “NATO membership for Ukraine”');
    expect(text).toContain('On this topic the sources have no words of Donald Trump, neither quoted nor');
    expect(text).toContain('The article’s words\nTrump has repeatedly ruled out');
    expect(text).toContain('On other topics there are 3 passages: leave the topic out to see them.');
    const nothing = await alice.runs('/position', { party: 'Trump', topic: 'tanks' });
    expect(seenBy(nothing.text)).toMatch(
      /^The sources have nothing from Donald Trump on “tanks”\.\nOn other topics there are 4 passages/,
    );
    expect(discord.violations).toEqual([]);
  });

  test.each([
    [
      'Erdogan',
      /^“Erdogan” names no party, person or source that is known here\. There are: United States, Ukraine,/,
    ],
    ['united', /^“united” fits several: United States, United Kingdom. Write one of these names\.$/],
    ['???', /^Type the name of a party or a person, for example: Meloni$/],
  ])('explains what is wrong with %s', async (party, explanation) => {
    const { discord, alice } = await startScene();
    const topics = await alice.types('/position', { party, topic: '' }, 'topic');
    expect(topics).toHaveLength(7);
    expect(seenBy((await alice.runs('/position', { party })).text)).toMatch(explanation);
    expect(discord.violations).toEqual([]);
  });
});

describe('/proposal', () => {
  test('offers the proposals; each of them can be chosen and is shown whole', async () => {
    const { discord, alice } = await startScene();
    const choices = await alice.types('/proposal', { name: '' }, 'name');
    expect(choices.map(({ name }) => name)).toEqual([
      'An Article 5-type guarantee outside NATO',
      'NATO membership for Ukraine',
      'A peace settlement without a ceasefire first',
      'Talks with Zelenskyy and a three-way summit',
      '“Ironclad” security guarantees',
      'Territory and borders',
      'Sanctions and economic measures',
    ]);
    for (const { name, value } of choices) {
      const text = seenBy((await alice.runs('/proposal', { name: String(value) })).text);
      expect(text.startsWith(name)).toBe(true);
      expect(text).toContain('What it is — ');
      expect(text).toMatch(/^For: /m);
      expect(text).not.toContain('See also:');
    }
    expect(discord.violations).toEqual([]);
  });

  test('says who is for it, against it and doubtful, and how the sources tell it', async () => {
    const { alice } = await startScene();
    const guarantee = seenBy((await alice.runs('/proposal', { name: 'Article 5' })).text);
    expect(guarantee).toContain('For: Giorgia Meloni — The article’s words');
    expect(guarantee).toContain('For: Vladimir Putin — As told by an unnamed source');
    expect(guarantee).toContain('The source itself expresses a reservation: “supposedly”');
    expect(guarantee).toContain(
      'Doubtful: another source with knowledge of the matter — Own words of an unnamed source',
    );
    expect(guarantee).toContain('More on it: ');
    const membership = seenBy((await alice.runs('/proposal', { name: 'nato membership' })).text);
    expect(membership).toContain(
      'Against: Donald Trump — The article’s words\nTrump has repeatedly ruled out',
    );
    expect(membership).toContain('Against: some Western circles — The article’s words');
    expect(membership).toContain('Who put it forward: the sources do not say.');
    const sanctions = seenBy((await alice.runs('/proposal', { name: 'sanctoins' })).text);
    expect(sanctions).toContain('On a condition: European leaders — Own words · Joint statement');
    expect(sanctions).toContain(onlyParts);
  });

  test('refuses a name that there is not, with those that there are', async () => {
    const { alice } = await startScene();
    expect(seenBy((await alice.runs('/proposal', { name: 'moon base' })).text)).toMatch(
      /^“moon base” is no proposal here\. There are: An Article 5-type guarantee outside NATO, NATO membership/,
    );
    expect(seenBy((await alice.runs('/proposal', { name: '!!' })).text)).toBe(
      'Type the name of a proposal, for example: NATO membership',
    );
  });
});

describe('/statement', () => {
  test('shows the parts in order, who issued and who also signed it, and what is only reported', async () => {
    const { discord, alice } = await startScene();
    const text = seenBy((await alice.runs('/statement')).text);
    expect(text).toContain(onlyParts);
    expect(text).toMatch(
      /Issued, as far as the source names them, by German .* Meloni \(european-leaders ¶2\)/,
    );
    expect(text).toMatch(/Also signed by EU Commission .* Costa \(european-leaders ¶6\)/);
    const labels = [...text.matchAll(/^(.*) — (Quoted|Reported.*)$/gm)].map(([line]) => line);
    expect(labels).toEqual([
      'The pledge — Reported, not quoted',
      'Talks and a three-way summit — Reported, not quoted',
      'Security guarantees — Reported, in part quoted',
      'Territory and borders — Quoted',
      'Support for Ukraine — Quoted',
      'Pressure and sanctions — Quoted',
    ]);
    expect(text).toContain(
      'european-leaders ¶9 · European Leaders Reaffirm Support for Ukraine · [August 16, 2025]',
    );
    expect(text).not.toContain('of this paragraph');
    expect(discord.violations).toEqual([]);
  });

  test('shows one part, which is offered as one types', async () => {
    const { discord, alice } = await startScene();
    expect(await alice.types('/statement', { section: 'bord' }, 'section')).toEqual([
      { name: 'Territory and borders', value: 'territory' },
    ]);
    expect(await alice.types('/statement', { section: '' }, 'section')).toHaveLength(6);
    const text = seenBy((await alice.runs('/statement', { section: 'territory' })).text);
    expect(text).toContain('International borders must not be changed by force.');
    expect(text).toContain(
      'More parts of it: The pledge, Talks and a three-way summit, Security guarantees,',
    );
    expect(text).not.toContain('As long as the killing');
    expect(text).toContain(onlyParts);
    const refused = seenBy((await alice.runs('/statement', { section: 'fisheries' })).text);
    expect(refused).toMatch(/^“fisheries” is no part of the joint statement\. There are: The pledge, /);
    expect(discord.violations).toEqual([]);
  });

  test('of several takes the one that is named, and a complete one is not called parts', async () => {
    const entry = (id: string, complete: boolean) =>
      `  - {id: ${id}, name: Statement ${id}, document: ${id}, complete: ${complete}, sections: [{id: peace, name: Peace, parts: [{cite: ${id} ¶1, words: Peace now}]}]}`;
    const folder = await folderWith({
      'a.md': markdown('a', 'Peace now, and here.').replace('kind: news', 'kind: statement'),
      'b.md': markdown('b', 'They wrote: “Peace now.”').replace('kind: news', 'kind: readout'),
      'dossier.yaml': `statements:\n${entry('a', true)}\n${entry('b', false)}\n`,
    });
    const { discord, alice } = await startScene({ library: await openLibrary(folder) });
    expect(await alice.types('/statement', { name: 'statement b' }, 'name')).toEqual([
      { name: 'Statement b', value: 'b' },
    ]);
    expect(await alice.types('/statement', { section: 'pea' }, 'section')).toEqual([
      { name: 'Peace — Statement a', value: 'peace' },
      { name: 'Peace — Statement b', value: 'peace' },
    ]);
    const whole = seenBy((await alice.runs('/statement')).text);
    expect(whole).toContain('Statement a\n');
    expect(whole).toContain('Peace — Quoted');
    expect(whole).not.toContain('the full text is not in these sources');
    const named = seenBy((await alice.runs('/statement', { name: 'b', section: 'peace' })).text);
    expect(named).toContain(
      'the parts of the joint statement quoted in this document; the full text is not in these sources',
    );
    expect(seenBy((await alice.runs('/statement', { section: 'peace' })).text)).toMatch(
      /fits several: Peace, Peace/,
    );
    expect(discord.violations).toEqual([]);
  });
});

describe('/quote with a speaker', () => {
  test('finds only the words of the speaker, whole, and says whose they are', async () => {
    const { discord, alice } = await startScene();
    const [speaker] = await alice.types('/quote', { words: 'x', speaker: 'melo' }, 'speaker');
    expect(speaker?.value).toBe('giorgia-meloni');
    const seen = await alice.runs('/quote', { words: 'only possible', speaker: 'giorgia-meloni' });
    expect(seenBy(seen.text)).toContain('“it is not the only possible option”');
    expect(seenBy(seen.text)).toContain('Partly in their own words · She [Meloni]');
    // The clause stands in the paragraph itself.
    expect(seenBy(seen.text)).toContain('She noted that, while');
    const other = await alice.runs('/quote', { words: 'only possible', speaker: 'Donald Trump' });
    expect(seenBy(other.text)).toBe('The sources do not give these words to Donald Trump: “only possible”');
    const nobody = await alice.runs('/quote', { words: 'only possible', speaker: 'Erdogan' });
    expect(seenBy(nobody.text)).toMatch(/^“Erdogan” names no party, person or source/);
    expect(discord.violations).toEqual([]);
  });

  test('offers the quotations of the speaker', async () => {
    const { alice } = await startScene();
    const offered = await alice.types('/quote', { speaker: 'the diplomatic source', words: '' }, 'words');
    expect(offered.map(({ value }) => String(value).slice(0, 20))).toEqual([
      '“As one of the secur',
      '“The American side v',
    ]);
    const typed = await alice.types('/quote', { speaker: 'Tusk', words: 'iron' }, 'words');
    expect(typed.map(({ value }) => value)).toEqual(['“ironclad”']);
    expect(await alice.types('/quote', { speaker: 'Putin', words: '' }, 'words')).toEqual([]);
  });

  test('says of words of the joint statement that only parts of it are here', async () => {
    const { alice } = await startScene();
    for (const [command, options] of [
      ['/quote', { words: 'borders must not', speaker: 'Macron' }],
      ['/ask', { question: 'Can borders be changed by force?' }],
      ['/cite', { citation: 'european-leaders 7' }],
    ] as const) {
      expect(seenBy((await alice.runs(command, options)).text)).toContain(onlyParts);
    }
    expect(seenBy((await alice.runs('/cite', { citation: 'european-leaders 4' })).text)).not.toContain(
      onlyParts,
    );
  });
});

test('sources without a dossier have nobody, no proposals and no statement, and say so', async () => {
  const folder = await folderWith({ 'a.md': markdown('a', 'He said: “Peace now.”') });
  const { discord, alice } = await startScene({ library: await openLibrary(folder) });
  expect(await alice.types('/position', { party: 'x' }, 'party')).toEqual([]);
  expect(seenBy((await alice.runs('/position', { party: 'x' })).text)).toMatch(/the sources name nobody\.$/);
  expect(seenBy((await alice.runs('/proposal', { name: 'x' })).text)).toMatch(/^There are no proposals here/);
  expect(seenBy((await alice.runs('/statement')).text)).toMatch(/^There is no joint statement here/);
  expect(discord.violations).toEqual([]);
});

test('what is withdrawn counts for nobody any more', async () => {
  const dossier = `people: [{id: ann, name: Ann}]
proposals:
  - id: peace
    name: Peace
    what: [{cite: a ¶1, words: Peace now}]
    by: [{who: ann, as: own-words, cite: a ¶1, words: Peace now}]
statements:
  - {id: s, name: S, document: a, complete: false, issued: [{who: ann, cite: a ¶1, words: Ann}]}
`;
  const files = (status: string) => ({
    'a.md': markdown('a', 'Ann said: “Peace now.”', `status: ${status}\n`),
    'b.md': markdown('b', 'Ann said: “Good morning.”'),
    'dossier.yaml': dossier,
  });
  const withdrawn = await startScene({ library: await openLibrary(await folderWith(files('withdrawn'))) });
  const gone = seenBy((await withdrawn.alice.runs('/position', { party: 'Ann' })).text);
  expect(gone).toContain('Good morning.');
  expect(gone).not.toContain('Peace now');
  expect(await withdrawn.alice.types('/proposal', { name: '' }, 'name')).toEqual([]);
  expect(seenBy((await withdrawn.alice.runs('/statement')).text)).toMatch(/^There is no joint statement/);
  const current = await startScene({ library: await openLibrary(await folderWith(files('current'))) });
  expect(seenBy((await current.alice.runs('/position', { party: 'Ann' })).text)).toContain('Peace now');
});
