// Every statement of the shipped corpus, line by line: what is said, how, by whom, and in which clause.
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { quotationsOf } from '../../src/corpus/text/quotations.ts';
import { statementsOf } from '../../src/statements/extract.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { part } from './reading.ts';

const { documents, passages, dossier } = await readCollection('corpus');
const names = openNames(dossier);
const statements = documents.flatMap((document) =>
  statementsOf(
    document,
    passages.filter((passage) => passage.document === document),
    names,
  ),
);

interface Expected {
  readonly at: string;
  readonly said: readonly string[];
  readonly direct: boolean | null;
  readonly speaker: string;
  readonly kind: string;
  readonly resolved?: string;
  readonly person?: string;
  readonly party?: string;
  readonly cue: string;
  readonly clause: string;
  readonly medium?: string;
  readonly hedges?: readonly string[];
}

const meloni = { person: 'giorgia-meloni', party: 'italy' } as const;
const trump = { person: 'donald-trump', party: 'united-states' } as const;
const europeans = { kind: 'collective', party: 'european-leaders' } as const;

const expected: readonly Expected[] = [
  {
    at: 'european-leaders ¶1',
    said: [
      'to continue support for Ukraine and maintain pressure on Russia until the war in Ukraine ends, after a summit in Alaska between U.S. President Donald Trump and Russian President Vladimir Putin',
    ],
    direct: false,
    speaker: 'Several European leaders',
    ...europeans,
    cue: 'pledged',
    clause: 'Several European leaders jointly pledged',
  },
  {
    at: 'european-leaders ¶3',
    said: [
      'the next step must be talks with Ukrainian President Volodymyr Zelenskiy, and that they were ready to work with Trump and Zelenskiy towards a three-way summit with European support',
    ],
    direct: false,
    speaker: 'It',
    resolved: 'The joint statement from leaders',
    ...europeans,
    kind: 'pronoun',
    cue: 'said',
    clause: 'It said',
  },
  {
    at: 'european-leaders ¶4',
    said: ['Ukraine should agree a deal to end the war with Russia'],
    direct: false,
    speaker: 'Trump',
    kind: 'named',
    ...trump,
    cue: 'said',
    clause: 'Trump said after his talks with Putin',
    medium: 'after his talks with Putin',
  },
  {
    at: 'european-leaders ¶5',
    said: [
      'he had agreed with the Russian leader that the best way to do this was to go straight to a peace settlement rather than via a ceasefire, something hitherto opposed by Kyiv and its European allies',
    ],
    direct: false,
    speaker: 'He',
    kind: 'pronoun',
    resolved: 'Trump',
    ...trump,
    cue: 'said',
    clause: 'He said',
  },
  {
    at: 'european-leaders ¶6',
    said: ['Ukraine must have “ironclad” security guarantees to defend its territorial integrity'],
    direct: null,
    speaker: 'The European statement',
    ...europeans,
    cue: 'said',
    clause:
      'The European statement – also signed by EU Commission President Ursula von der Leyen, Polish Prime Minister Donald Tusk, Finnish President Alexander Stubb and European Council President Antonio Costa – said',
  },
  {
    at: 'european-leaders ¶7',
    said: [
      '“It will be up to Ukraine to make decisions on its territory. International borders must not be changed by force.',
      '“Our support to Ukraine will continue. We are determined to do more to keep Ukraine strong in order to achieve an end to the fighting and a just and lasting peace,”',
    ],
    direct: true,
    speaker: 'the statement',
    ...europeans,
    cue: 'said',
    clause: 'the statement said',
  },
  {
    at: 'european-leaders ¶9',
    said: [
      '“As long as the killing in Ukraine continues, we stand ready to uphold the pressure on Russia. We will continue to strengthen sanctions and wider economic measures to put pressure on Russia’s war economy until there is a just and lasting peace.”',
    ],
    direct: true,
    speaker: 'the statement',
    ...europeans,
    cue: 'said',
    clause: 'the statement said',
  },
  {
    at: 'security-guarantees ¶1',
    said: [
      'security guarantees for Ukraine similar to – but separate from – the collective defence agreement between NATO member countries',
    ],
    direct: false,
    speaker: 'The US',
    kind: 'named',
    party: 'united-states',
    cue: 'proposed',
    clause: 'The US has proposed',
  },
  {
    at: 'security-guarantees ¶2',
    said: [
      'The United States has proposed offering Ukraine a set of NATO-style security guarantees that stop short of full alliance membership',
    ],
    direct: false,
    speaker: 'Italian Prime Minister Giorgia Meloni and diplomatic sources',
    kind: 'collective',
    cue: 'confirmed',
    clause: 'Italian Prime Minister Giorgia Meloni and diplomatic sources confirmed AFP on Saturday',
  },
  {
    // The proposal is his; the words “non-NATO Article 5” are nobody's.
    at: 'security-guarantees ¶2',
    said: ['The proposal'],
    direct: false,
    speaker: 'President Donald Trump',
    kind: 'named',
    ...trump,
    cue: 'raised',
    clause:
      'raised by President Donald Trump during calls with Ukrainian President Volodymyr Zelenskyy and European leaders following his Alaska summit with Russian President Vladimir Putin',
    medium: 'during calls with Ukrainian President Volodymyr Zelenskyy and European leaders',
  },
  {
    at: 'security-guarantees ¶3',
    said: [
      '“As one of the security guarantees for Ukraine, the American side proposed a non-NATO Article 5 type guarantee, supposedly agreed with Putin,”',
    ],
    direct: true,
    speaker: 'the diplomatic source',
    kind: 'unnamed',
    cue: 'told AFP',
    clause: 'the diplomatic source told AFP on condition they not be identified in any way',
    medium: 'told AFP',
    hedges: ['supposedly'],
  },
  {
    at: 'security-guarantees ¶5',
    said: [
      'the US president had raised the idea of security guarantee “inspired” by Article 5, which she has been pushing for several months',
    ],
    direct: null,
    speaker: 'Italian Prime Minister Giorgia Meloni',
    kind: 'named',
    ...meloni,
    cue: 'confirmed',
    clause: 'Italian Prime Minister Giorgia Meloni, who was on the call with Trump, confirmed',
  },
  {
    at: 'security-guarantees ¶6',
    said: [
      'The starting point for the proposal was defining a collective security clause “that would allow Ukraine to benefit from the support of all its partners, including the US, (which would be) ready to act in case it is attacked again”',
    ],
    direct: null,
    speaker: 'Meloni',
    kind: 'named',
    ...meloni,
    cue: 'said',
    clause: 'Meloni said in a statement',
    medium: 'in a statement',
  },
  {
    at: 'security-guarantees ¶7',
    said: ['any such response would not necessarily involve going to war'],
    direct: false,
    speaker: 'Meloni',
    kind: 'named',
    ...meloni,
    cue: 'told Italian senators',
    clause: 'In March, Meloni told Italian senators',
    medium: 'told Italian senators',
  },
  {
    at: 'security-guarantees ¶8',
    said: ['while NATO’s Article 5 has the use of force as an option, “it is not the only possible option”'],
    direct: null,
    speaker: 'She',
    kind: 'pronoun',
    resolved: 'Meloni',
    ...meloni,
    cue: 'noted',
    clause: 'She noted',
  },
  {
    at: 'security-guarantees ¶9',
    said: ['resistance to the idea'],
    direct: false,
    speaker: 'some Western circles',
    kind: 'unnamed',
    cue: 'expressed',
    clause: 'some Western circles have expressed',
  },
  {
    at: 'security-guarantees ¶10',
    said: ['Ukraine joining the Western military alliance'],
    direct: false,
    speaker: 'Trump',
    kind: 'named',
    ...trump,
    cue: 'ruled out',
    clause: 'Trump has repeatedly ruled out',
  },
  {
    at: 'security-guarantees ¶12',
    said: [
      '“The American side voiced this (joint security proposal) during a conversation with the president (Zelensky) and then repeated it during a joint conversation with the Europeans,”',
    ],
    direct: true,
    speaker: 'the diplomatic source',
    kind: 'unnamed',
    cue: 'said',
    clause: 'the diplomatic source said',
  },
  {
    at: 'security-guarantees ¶13',
    said: ['the NATO-like guarantees had been discussed'],
    direct: false,
    speaker: 'Another source with knowledge of the matter',
    kind: 'unnamed',
    cue: 'confirmed',
    clause: 'Another source with knowledge of the matter confirmed',
  },
  {
    at: 'security-guarantees ¶13',
    said: [
      '“No-one knows how this could work and why Putin would agree to it if he is categorically against NATO and obviously against really effective guarantees of Ukraine’s sovereignty.”',
    ],
    direct: true,
    speaker: 'that source',
    kind: 'unnamed',
    resolved: 'Another source with knowledge of the matter',
    cue: 'added',
    clause: 'But that source added',
  },
];

/** A statement in the form of the table. */
function shown(statement: Statement): Expected {
  const { document, paragraph, spans, direct, speaker, cue, clause, medium, hedges } = statement;
  const { resolved, person, party } = speaker ?? {};
  return {
    at: `${document.id} ¶${paragraph}`,
    said: spans.map((span) => document.text.slice(span.start, span.end)),
    direct,
    speaker: speaker?.text ?? '?',
    kind: speaker?.kind ?? '?',
    ...(resolved === undefined ? {} : { resolved }),
    ...(person === undefined ? {} : { person }),
    ...(party === undefined ? {} : { party }),
    cue: part(statement, cue) ?? '?',
    clause: part(statement, clause) ?? '?',
    ...(medium ? { medium: part(statement, medium) ?? '?' } : {}),
    ...(hedges.length > 0 ? { hedges: hedges.map((hedge) => part(statement, hedge) ?? '?') } : {}),
  };
}

test('there are these statements and no others', () => {
  expect(statements.map(({ document, paragraph }) => `${document.id} ¶${paragraph}`)).toEqual(
    expected.map(({ at }) => at),
  );
});

describe('each is read as a reader reads it', () => {
  test.each(expected.map((each, index) => ({ ...each, index })))('$at $clause', ({ index, ...each }) => {
    expect(statements[index] && shown(statements[index])).toEqual(each);
  });
});

test('everything between quotation marks is in a statement but the one term that the sentence ascribes to nobody', () => {
  const alone = passages.flatMap(({ document, text, start }) =>
    quotationsOf(text)
      .filter(
        (quotation) =>
          !statements.some(
            (statement) =>
              statement.document === document &&
              statement.spans.some(
                (span) => span.start <= start + quotation.start && start + quotation.end <= span.end,
              ),
          ),
      )
      .map((quotation) => text.slice(quotation.start, quotation.end)),
  );
  expect(alone).toEqual(['“non-NATO Article 5”']);
});

test('a statement’s parts are slices of its document, in order', () => {
  for (const { document, start, end, spans, speaker, cue, clause } of statements) {
    expect([spans[0]?.start, spans.at(-1)?.end]).toEqual([start, end]);
    if (speaker) expect(document.text.slice(speaker.start, speaker.end)).toBe(speaker.text);
    if (cue && clause) expect(cue.start >= clause.start && cue.end <= clause.end).toBe(true);
  }
});
