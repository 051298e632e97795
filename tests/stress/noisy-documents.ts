// Hostile documents that were approved: each as long as a server may have it, in libraries as full as they may be. Their
// servers ask, quote, check, look up positions and read in them, all at once.
import { join } from 'node:path';
import { addDocument, type Rules } from '../../src/sources/add.ts';
import { defaultLimits, sizeReached } from '../../src/sources/limits.ts';
import type { Draft } from '../../src/sources/version.ts';
import { openStore } from '../../src/store/store.ts';
import type { How, Place } from '../double/double.ts';
import { type Generator, hostile } from '../hostile-documents.ts';
import { type Camp, inTurn, type Lane, type Noise, type World } from './noise.ts';

/** A little less than a document may have: its metadata count as well. */
export const longest = 280_000;
const ofOneServer = Math.floor(defaultLimits.characters / longest);
const how: How = { unchecked: true, timeoutMs: 30_000 };

export interface HostileText {
  readonly id: string;
  readonly text: string;
}

/** All that there are, each as long as it may be: what has too many paragraphs is taken shorter. */
export function hostileTexts(): readonly HostileText[] {
  known ??= [...hostile].map(([name, make]) => ({
    id: name.toLowerCase().replaceAll(/[^a-z]+/gu, '-'),
    text: longestOf(name, make),
  }));
  return known;
}

/** Eight megabytes that several noises need, each for more than one server. */
let known: readonly HostileText[] | undefined;

function longestOf(name: string, make: Generator): string {
  let text = make(longest);
  for (;;) {
    const reached = sizeReached(draftOf(name, text), defaultLimits);
    if (!reached) return text;
    text = make(Math.floor((text.length * reached.most) / reached.would));
  }
}

function draftOf(title: string, text: string): Draft {
  // Labels are read in transcripts alone, and reporters in news.
  const kind = text.startsWith('MR. X:') ? 'transcript' : 'news';
  const metadata = { title: { value: title, by: 'source' }, kind, language: 'en' } as const;
  return { metadata, format: 'markdown', text };
}

export const textsOf = (index: number): readonly HostileText[] =>
  hostileTexts().slice(index * ofOneServer, (index + 1) * ofOneServer);

/** As an approval writes it; through Discord all of them would take longer than the measurement. */
async function prepare({ folder, camps }: World): Promise<void> {
  const store = await openStore({ file: join(folder, 'store.sqlite'), url: undefined });
  const rules: Rules = { limits: { ...defaultLimits, hourly: 100 }, reserved: new Set() };
  try {
    for (const [index, { server }] of camps.entries()) {
      for (const { id, text } of textsOf(index)) {
        const doer = { guild: server.id, by: server.owner.id, at: Date.now() };
        const added = await addDocument(store.database, doer, { id, draft: draftOf(id, text) }, rules);
        if (!added.ok) throw new Error(`${id} was not added: ${JSON.stringify(added)}`);
      }
    }
  } finally {
    await store.close();
  }
}

type Deed = (place: Place, own: HostileText) => Promise<unknown>;

const deeds: readonly Deed[] = [
  (place) => place.runs('/ask', { question: 'Is there a pact deal?' }, how),
  (place, { text }) => place.runs('/ask', { question: text.slice(0, 1_000) }, how),
  (place) => place.runs('/quote', { words: 'a' }, how),
  (place, { text }) => place.runs('/quote', { words: text.slice(0, 200) }, how),
  (place, { text }) => place.runs('/check', { text: text.slice(0, 300) }, how),
  (place, { text }) => place.runs('/check', { text: text.slice(0, 6_000) }, how),
  (place, { id }) => place.runs('/check', { text: 'Trump said so.', source: id, speaker: 'Trump' }, how),
  (place) => place.runs('/position', { party: 'Trump' }, how),
  (place) => place.runs('/position', { party: 'Trump', topic: 'a pact deal' }, how),
  (place, { id }) => place.runs('/cite', { citation: `${id} 1` }, how),
  (place, { id }) => place.runs('/sources', { source: id }, how),
  (place, { id }) => place.runs('/compare', { left: id, right: `${id} v1` }, how),
  (place, { id }) => place.types('/cite', { citation: `${id} 1` }, 'citation', how),
  (place, { text }) => place.types('/quote', { words: text.slice(0, 100) }, 'words', how),
  async (place, { id }) => {
    const cited = await place.runs('/cite', { citation: `${id} 1` }, how);
    return (await cited.presses('In context', how)).presses('Further', how);
  },
];

/** Two people of each server, who do not wait for each other. */
function lanesOf(camp: Camp, index: number): Lane[] {
  const texts = textsOf(index);
  if (texts.length === 0) return [];
  const next = inTurn(texts.flatMap((own) => deeds.map((deed) => ({ deed, own }))));
  return [camp.member, ...camp.moderators.slice(0, 1)].map((place) => () => {
    const { deed, own } = next();
    return deed(place, own);
  });
}

export const documentNoises: readonly Noise[] = [
  {
    name: 'documents',
    prepare,
    begin: ({ camps }) => ({ lanes: camps.flatMap(lanesOf), kinds: hostile.size * deeds.length }),
  },
];
