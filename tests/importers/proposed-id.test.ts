// Names for citations: short, of whole words, and telling one text from the next.
import { expect, test } from 'vitest';
import { proposedId } from '../../src/importers/about/proposed-id.ts';
import { found, type Taken } from '../../src/importers/imported.ts';

const taken = (title: string, published?: string, place?: string): Taken => ({
  ok: true,
  format: 'text',
  text: 'One.\n',
  paragraphs: ['One.'],
  metadata: {
    ...(title !== '' && { title: found(title, 'import.found.heading') }),
    ...(published !== undefined && { published: found(published, 'import.found.meta') }),
  },
  kind: 'other',
  ...(place !== undefined && { place }),
  notes: [],
  warnings: [],
});

test.each([
  ['Joint Statement on the Economic and Trade Meeting in Geneva', '2025-05-12', undefined, 'geneva-2025-05'],
  ['Joint Statement on the Economic and Trade Meeting', '2025-05-12', 'GENEVA', 'geneva-2025-05'],
  [
    'Readout of the special meeting on the situation between Cambodia and Thailand',
    '2025-07-28',
    'Putrajaya',
    'putrajaya-2025-07',
  ],
  [
    'Readout of the special meeting on the situation between Cambodia and Thailand',
    '2025-07-28',
    undefined,
    'cambodia-thailand-2025-07',
  ],
  // Nothing of their own but a kind and an office.
  ['Statement by the foreign minister', undefined, undefined, 'statement-foreign-minister'],
  [
    'Remarks by the President at the joint meeting',
    '2025-03-14',
    undefined,
    'remarks-president-joint-2025-03',
  ],
  [
    'Statement of the Prime Minister of 14 March 2025',
    '2025-03-14',
    undefined,
    'statement-prime-minister-2025-03',
  ],
  ['Remarks by Foreign Minister Ida Holm at the Harbour Forum', '2025-03-14', undefined, 'holm-2025-03'],
  [
    'Gemeinsame Erklärung der Außenminister zur Lage in der Meerenge',
    '2025-05-12',
    'Frankfurt am Main',
    'frankfurt-am-main-2025-05',
  ],
  [
    'Communiqué conjoint à l’issue de la rencontre des ministres à Port-Nord',
    '2025-03',
    undefined,
    'port-nord-2025-03',
  ],
  ['Спільна заява за підсумками переговорів у Києві', '2025-07-28', undefined, 'kyievi-2025-07'],
  [
    'Wspólne oświadczenie ministrów spraw zagranicznych Norlandii i Sudmarchii',
    '2025-03-14',
    'Kraków',
    'krakow-2025-03',
  ],
  [
    'Mitschrift: Pressekonferenz von Kanzler Arnold und Präsidentin Holm',
    '2025-03',
    undefined,
    'arnold-2025-03',
  ],
  [
    'Détroit : ce que contient l’accord entre les trois pays',
    '2025-03-05',
    undefined,
    'detroit-contient-2025-03',
  ],
  ['Joint Statement', '2025-05-12', 'Geneva', 'geneva-2025-05'],
  ['Joint Statement', '2025-05-12', undefined, 'joint-statement-2025-05'],
  ['Joint Statement', undefined, undefined, 'joint-statement'],
  ['Harbour talks', '2025-05-12', undefined, 'harbour-talks'],
  ['Talks go on, officials say', undefined, undefined, 'talks-go-on-officials-say'],
  ['Протока: що далі?', '2025-03-14', undefined, 'protoka-shcho-dali'],
  [
    'A very long headline that says much more than anybody will ever want to cite',
    undefined,
    undefined,
    'very-long',
  ],
  ['', '2025-05-12', undefined, 'the-file'],
])('%s (%s, %s): %s', (title, published, place, id) => {
  expect(proposedId(taken(title, published, place), 'the file.txt')).toBe(id);
});

test('what was pasted without a title is no "pasted"', () => {
  expect(proposedId(taken('', '2025-05-12'), 'pasted.txt')).toBe('document-2025-05');
  expect(proposedId(taken('東京の声明', undefined), 'pasted.txt')).toBe('document');
});

test('what a person says goes before what the file tells', () => {
  const supplied = { title: 'Joint communiqué on the talks in Vienna', published: '2025-06-01' };
  expect(proposedId(taken('A title', '2025-05-12'), 'a.txt', supplied)).toBe('vienna-2025-06');
});
