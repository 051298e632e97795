// Noisy moderators: files that take all that a reading process may have, previews turned over and left; and documents that are
// added, compared, corrected, withdrawn, restored and erased in turn, each as hostile and as long as it may be.
import { deflateSync } from 'node:zlib';
import type { Discord, How, Place, Seen } from '../double/double.ts';
import { generators } from '../hostile/generators.ts';
import { docx, paragraph, pdf } from '../importers/files.ts';
import { type Camp, inTurn, type Lane, type Noise } from './noise.ts';
import { type HostileText, hostileTexts, longest } from './noisy-documents.ts';

/** A file may take 7 s of a processor, behind three others of its server. */
const how: How = { unchecked: true, timeoutMs: 120_000 };

interface File {
  readonly name: string;
  readonly bytes: () => Uint8Array | string;
}

const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;

/** What costs the most to be read: archives that swell, trees without end, keys without end, and plain long texts. */
const bombs: readonly File[] = [
  {
    name: 'heading.html',
    bytes: () => page(`<h1>M</h1><p>They met.</p><h2>x ${'#'.repeat(longest)} y</h2><p>More text.</p>`),
  },
  { name: 'deep.html', bytes: () => page('<div>'.repeat(20_000)) },
  { name: 'wide.html', bytes: () => page('<p>x</p>'.repeat(40_000)) },
  { name: 'bomb.docx', bytes: () => docx(paragraph('A'.repeat(38_000_000))) },
  { name: 'nested.docx', bytes: () => docx('<w:tbl><w:tr><w:tc>'.repeat(15_000)) },
  { name: 'bomb.pdf', bytes: () => pdf([deflateSync(Buffer.alloc(100_000_000, ' '))]) },
  {
    name: 'words.pdf',
    bytes: () =>
      pdf([deflateSync(Buffer.from(`BT /F1 12 Tf ${'1 0 0 1 72 700 Tm (Hello) Tj '.repeat(500_000)} ET`))]),
  },
  {
    name: 'keys.md',
    bytes: () => `---\n${Array.from({ length: 20_000 }, (_, n) => `k${n}: v`).join('\n')}\n---\nText.`,
  },
  { name: 'long.txt', bytes: () => 'word '.repeat(900_000) },
  { name: 'large.txt', bytes: () => Buffer.alloc(19 * 1024 * 1024, 'Talks went on. ') },
];

/** Those whose text is taken: what is previewed then is as hostile. */
function taken(): File[] {
  return [
    ...hostileTexts().map(({ id, text }) => ({ name: `${id}.md`, bytes: () => text })),
    ...generators.map(({ make }, index) => ({ name: `g${index}.txt`, bytes: () => make(longest) })),
  ];
}

function attached(discord: Discord, { name, bytes }: File) {
  return discord.attachment(name, 'application/octet-stream', bytes());
}

/** Does as many of these as there are buttons for. */
async function pressesAll(on: Seen, buttons: readonly string[]): Promise<void> {
  for (const button of buttons) if (on.buttons.includes(button)) await on.presses(button, how);
}

/** Looks at a file, at the next page, at the whole, and gives it up; or leaves it. */
async function previews(discord: Discord, moderator: Place, file: File, isKept: boolean): Promise<void> {
  const preview = await moderator.runs('/our-sources add', { file: attached(discord, file) }, how);
  await pressesAll(preview, ['Further', 'Whole text', ...(isKept ? [] : ['Cancel'])]);
}

/** More people than may have a file read at once: some of them are turned away at any moment. */
const uploaders = 6;

const uploads: Noise = {
  name: 'uploads',
  begin: ({ discord, camps }) => {
    const all = [...bombs, ...taken()];
    const files = inTurn(all);
    let count = 0;
    const lanes = camps.slice(0, 2).flatMap(({ moderators }) => {
      // Each may look at ten a minute: they take turns.
      const who = inTurn(moderators);
      return Array.from(
        { length: uploaders },
        (): Lane => () => {
          count += 1;
          return previews(discord, who(), files(), count % 2 === 0);
        },
      );
    });
    return { lanes, kinds: all.length };
  },
};

/** The name that a document got: what is shown of it names it. */
async function added(discord: Discord, moderator: Place, own: HostileText): Promise<string | undefined> {
  const file = attached(discord, { name: `${own.id}.md`, bytes: () => own.text });
  const preview = await moderator.runs('/our-sources add', { file }, how);
  if (!preview.buttons.includes('Approve')) return undefined;
  const [, id] = /Name in citations: ([a-z0-9-]+)/u.exec(preview.text.replaceAll('\\', '')) ?? [];
  await preview.presses('Approve', how);
  return id;
}

const reason = { reason: 'It was added by mistake.' };

/** The whole life of one document, with what members do meanwhile. */
async function life(discord: Discord, { member, moderators }: Camp, own: HostileText): Promise<void> {
  const who = inTurn(moderators);
  const id = await added(discord, who(), own);
  if (id === undefined) return;
  await member.runs('/ask', { question: 'Is there a pact deal?' }, how);
  // Half of it is new, so that nothing of the comparison is quick.
  const changed = own.text.slice(0, longest / 2) + own.text.slice(0, longest / 2).replaceAll('a', 'o');
  const file = attached(discord, { name: `${id}.md`, bytes: () => changed });
  const corrected = await who().runs('/our-sources correct', { document: id, ...reason, file }, how);
  await pressesAll(corrected, ['Further', 'Approve']);
  await member.runs('/compare', { left: `${id} v1`, right: id }, how);
  await member.runs('/cite', { citation: `${id} v1 ¶1` }, how);
  await who().runs('/our-sources show', { document: id }, how);
  await who().runs('/our-sources withdraw', { document: id, ...reason }, how);
  await who().runs('/our-sources restore', { document: id }, how);
  await who().runs('/our-sources export', {}, how);
  const form = await who().runs('/our-sources erase', { document: id }, how);
  await form.modal.submits({ ...reason, name: id }, how);
}

const changes: Noise = {
  name: 'changes',
  begin: ({ discord, camps }) => {
    const all = hostileTexts();
    const next = inTurn(all);
    const lanes = camps.slice(0, 3).map(
      (camp): Lane =>
        () =>
          life(discord, camp, next()),
    );
    return { lanes, kinds: all.length };
  },
};

export const moderatorNoises: readonly Noise[] = [uploads, changes];
