// Corrections of who is who hold in the library that they are given to, here and in the library's thread, and nowhere else.
import { expect, onTestFinished, test } from 'vitest';
import type { Correction } from '../../src/corpus/correction.ts';
import { collectionAt, type Library, libraryOf } from '../../src/library.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import { folderWith, markdown } from '../temporary.ts';

const corrections: readonly Correction[] = [
  { kind: 'same', name: 'Paula Kerrigan', other: 'Paula Kerr' },
  { kind: 'same', name: 'Ida Holme', other: 'Ida Holm' },
  { kind: 'not', name: 'Nora Nobody', other: 'Nora' },
];

async function librariesOf(): Promise<readonly { readonly base: Library; readonly beside: Library }[]> {
  const shared = await collectionAt(
    await folderWith({
      'shared.md': markdown('shared', 'Minister Ida Holme said in Oslo: “The quota stays.” Ida Holme left.'),
    }),
    { strict: true },
  );
  const own = await collectionAt(
    await folderWith({
      'own.md': markdown(
        'own',
        'Minister Ida Holme said in Bergen: “Nobody sails.” Minister Paula Kerr said: “We count the nets.” Paula Kerr left.\n\nAmbassador Paula Kerrigan said: “All of them.”',
      ),
      'bergen.md': markdown('bergen', 'Premier Ida Holm said: “We wait.” Ida Holm left.'),
    }),
    { strict: true },
  );
  const thread = openLibraryThread({});
  onTestFinished(() => thread.close());
  const bases = [libraryOf(shared), thread.open(shared)];
  return Promise.all(
    bases.map(async (base) => ({ base, beside: await base.beside({ ...own, corrections }) })),
  );
}

test('both kinds of library say the same of names and corrections', async () => {
  const [here, there] = await librariesOf();
  if (!here || !there) throw new Error('there are not two');
  for (const { beside, base } of [here, there]) {
    const { names, positions } = beside;
    expect(await names.outcomes()).toEqual(['done', 'done', 'unknown-name']);
    expect((await names.list(0, 1)).shown).toHaveLength(1);
    const { shown, of } = await names.list(0, 99);
    expect(shown).toHaveLength(of);
    const kerr = shown.find(({ name }) => name === 'Paula Kerr');
    expect(kerr).toMatchObject({ kind: 'person', documents: ['own'], offices: ['Minister', 'Ambassador'] });
    expect(kerr?.forms).toContain('Paula Kerrigan');
    expect(await names.called('paula KERRIGAN')).toEqual([kerr]);
    expect(await names.suggest('kerri')).toEqual([kerr]);
    expect(await names.suggest('pau')).toEqual([kerr]);
    expect(await names.suggest('kerrx')).toEqual([]);
    expect(await names.tried({ kind: 'not', name: 'Paula Kerr', other: 'Paula Kerrigan' })).toBe('done');
    expect(await names.tried({ kind: 'same', name: 'Paula Kerrigan', other: 'Paula Kerr' })).toBe('already');
    // What was tried was not done.
    expect(await names.called('Paula Kerrigan')).toEqual([kerr]);
    const who = await positions.who('Paula Kerrigan');
    expect(who).toMatchObject({ found: true, value: { name: 'Paula Kerr' } });
    const check = await beside.check('“All of them.”', { speaker: 'Paula Kerr' });
    expect(check.verdict).not.toBe('misattributed');
    // The shared documents' own "Ida Holme" is theirs still.
    expect(await base.positions.who('Ida Holme')).toMatchObject({
      found: true,
      value: { name: 'Ida Holme' },
    });
    expect(await base.names.list(0, 99)).toEqual({ shown: [], of: 0 });
    expect(await base.names.tried(corrections[0] as Correction)).toBe('unknown-name');
    expect(await base.names.outcomes()).toEqual([]);
  }
});
