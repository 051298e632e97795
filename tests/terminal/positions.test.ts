// Positions, proposals and joint statements in the terminal: as a person reads them, and as JSON.

import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { converse } from '../../src/terminal/conversation.ts';
import { position, proposal, quote, statement } from '../../src/terminal/requests.ts';

const library = await openLibrary('corpus');

/** What a conversation without a terminal says to lines, each reply on one line. */
async function replies(lines: readonly string[], opened: Library = library): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.ReadStream;
  const output = Object.assign(new PassThrough(), { columns: 100 });
  let said = '';
  output.on('data', (chunk) => (said += chunk));
  (input as unknown as PassThrough).end(`${lines.join('\n')}\n`);
  await converse(opened, input, { screen: { stream: output }, translate: inEnglish });
  return said.replace(/\s*\n\s*[│›]?\s*/g, ' ').replace(/ +/g, ' ');
}

const onlyParts =
  'the parts of the joint statement quoted in this article; the full text is not in these sources.';

describe('a line of the conversation', () => {
  test('/position: own words, what is reported, and whose pronoun it is', async () => {
    const text = await replies(['/position Meloni']);
    expect(text).toContain('Giorgia Meloni · Prime Minister of Italy');
    expect(text).toContain(onlyParts);
    expect(text).toContain('Who said it: “She noted” [Meloni]');
    expect(text).toContain('Own words · Joint statement of the European leaders');
  });

  test.each([
    '/position Donald Trump NATO membership for Ukraine',
    '/position Trump --topic NATO membership for Ukraine',
    '/POSITION the US president NATO membership for Ukraine',
  ])('%s', async (line) => {
    const text = await replies([line]);
    expect(text).toContain(
      'Donald Trump · President of the United States · On “NATO membership for Ukraine”',
    );
    expect(text).toContain('The article’s words Trump has repeatedly ruled out Ukraine joining');
    expect(text).toContain('On other topics there are 3 passages');
  });

  test('/position without own words says so; with nothing on a topic it says that', async () => {
    expect(await replies(['/position Putin'])).toContain(
      'The sources have no words of Vladimir Putin, neither quoted nor reported.',
    );
    expect(await replies(['/position Putin tanks'])).toContain(
      'The sources have nothing from Vladimir Putin on “tanks”.',
    );
  });

  test('/proposal: who is for it and against it, and how the sources tell it', async () => {
    const text = await replies(['/proposal ceasefire']);
    expect(text).toContain('A peace settlement without a ceasefire first');
    expect(text).toContain('For: Vladimir Putin — As told by Donald Trump');
    expect(text).toContain('Against: Ukraine — The article’s words');
    expect(await replies(['/proposal article 5'])).toContain(
      'The source itself expresses a reservation: “supposedly”',
    );
  });

  test.each(['/proposal ceasefire', '/proposal article 5', '/position Meloni', '/statement'])(
    '%s prints no sentence twice',
    async (line) => {
      const text = await replies([line]);
      const long = text.match(/[^.“”]{60,}\./g) ?? [];
      expect(long.length).toBeGreaterThan(0);
      for (const sentence of long) expect(text.split(sentence)).toHaveLength(2);
      expect(text).not.toContain('Sentence 1 of this paragraph');
    },
  );

  test('/statement: its signatories and parts; one part by its name', async () => {
    const whole = await replies(['/statement']);
    expect(whole).toContain(onlyParts);
    expect(whole).toContain('Issued, as far as the source names them, by German Chancellor Friedrich Merz');
    expect(whole).toContain('Also signed by EU Commission President');
    expect(whole).toContain('Security guarantees — Reported, in part quoted');
    const part = await replies(['/statement support']);
    expect(part).toContain('“Our support to Ukraine will continue.');
    expect(part).not.toContain('As long as the killing');
  });

  test('/quote with a speaker keeps to the speaker’s words', async () => {
    expect(await replies(['/quote option --speaker Meloni'])).toContain(
      '“it is not the only possible option”',
    );
    expect(await replies(['/quote option --speaker Trump'])).toContain(
      'The sources do not give these words to Donald Trump: “option”',
    );
    expect(await replies(['/quote ironclad --source security-guarantees'])).toContain(
      'These words are in no source',
    );
  });

  test.each([
    ['/position', 'Type the name of a party or a person, for example: Meloni'],
    [
      '/position Erdogan',
      '“Erdogan” names no party, person or source that is known here. There are: United States',
    ],
    ['/position united', '“united” fits several. Type the number of one: 1 United States 2 United Kingdom'],
    ['/proposal', 'Type the name of a proposal, for example: NATO membership'],
    ['/proposal moon', '“moon” is no proposal here. There are: An Article 5-type guarantee outside NATO'],
    ['/statement moon', '“moon” is no part of the joint statement. There are: The pledge'],
    [
      '/statement --name moon',
      '“moon” is no joint statement here. There are: Joint statement of the European',
    ],
    ['/quote ironclad --speaker moon', '“moon” names no party'],
  ])('%s is refused with what there is', async (line, refusal) => {
    expect(await replies([line])).toContain(refusal);
  });

  test('a question is taken as it is, whatever it holds', async () => {
    expect(await replies(['Can borders be changed by --topic force?'])).toContain(
      'must not be changed by force',
    );
  });

  test('hostile text changes nothing on the screen but the sentence it stands in', async () => {
    const text = await replies([
      '/position \u202eevil\u001b[31m',
      '/proposal x\u202ey\u0007',
      `/position ${'w '.repeat(3000)}`,
    ]);
    expect(text).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('as JSON', () => {
  const slice = (item: { document: string; start: number; end: number }): string | undefined =>
    library.documents.find(({ id }) => id === item.document)?.text.slice(item.start, item.end);

  test('a position gives each item with its kind, its words and their place in the document', async () => {
    const json = JSON.parse(JSON.stringify((await position(library, 'Putin')).json()));
    expect(json).toMatchObject({ who: 'vladimir-putin', documents: { read: 2, of: 2 } });
    expect(json.items.map(({ kind }: { kind: string }) => kind)).toEqual(['said-of', 'said-of', 'said-of']);
    expect(json.items[1]).toMatchObject({ teller: 'diplomatic-source', unnamed: true, hedge: 'supposedly' });
    for (const item of json.items) expect(slice(item)).toBe(item.text);
  });

  test('a position on a topic tells how many there are on all', async () => {
    const json = (await position(library, 'Meloni', { topic: 'sanctions' })).json();
    expect(json).toMatchObject({ topic: 'sanctions', onAllTopics: 12 });
  });

  test('a proposal gives what it is, by whom, and each side', async () => {
    const json = JSON.parse(JSON.stringify((await proposal(library, 'nato membership')).json()));
    expect(json).toMatchObject({ id: 'nato-membership', by: [], for: [{ who: 'ukraine', kind: 'article' }] });
    expect(json.against.map(({ who }: { who: string }) => who)).toEqual([
      'donald-trump',
      'russia',
      'russia',
      'western-circles',
    ]);
    for (const item of [...json.what, ...json.for, ...json.against]) expect(slice(item)).toBe(item.text);
  });

  test('a joint statement gives who issued and who signed it, and how each part is told', async () => {
    const json = JSON.parse(JSON.stringify((await statement(library, '')).json()));
    expect(json).toMatchObject({ id: 'european-joint-statement', complete: false });
    expect([json.issued.length, json.signed.length]).toEqual([4, 4]);
    const parts = json.sections.flatMap(({ parts }: { parts: object[] }) => parts);
    expect(parts.map(({ how }: { how: string }) => how)).toEqual([
      ...['reported', 'reported', 'partly', 'quoted', 'quoted', 'quoted'],
    ]);
    for (const part of parts) expect(slice(part)).toBe(part.text);
  });

  test('quotations of a speaker', async () => {
    expect((await quote(library, 'ironclad', { speaker: 'Stubb' })).json()).toHaveLength(1);
    expect((await quote(library, 'ironclad', { speaker: 'Putin' })).json()).toEqual([]);
  });
});
