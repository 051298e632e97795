// Joint texts that were read from documents cross as the objects that the main thread shows, from a shared library and from one beside it.
import { expect, onTestFinished, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import { texts } from '../joint/texts.ts';
import { folderWith } from '../temporary.ts';

test('sections and proposals are asked for and answered by themselves', async () => {
  const files = texts.map(({ id, title, language, kind = 'other', body }): [string, string] => [
    `${id}.md`,
    `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\nkind: ${kind}\nlanguage: ${language}\n---\n${body}\n`,
  ]);
  const shared = await readCollection(await folderWith(Object.fromEntries(files.slice(0, 4))));
  const own = await readCollection(await folderWith(Object.fromEntries(files.slice(4))));
  const thread = openLibraryThread();
  onTestFinished(() => thread.close());
  const first = thread.open(shared);
  const both = await first.beside(own);
  expect(first.positions.statements).toHaveLength(4);
  expect(both.positions.statements.map(({ id }) => id)).toEqual(
    [...shared.documents, ...own.documents].map(({ id }) => id),
  );
  for (const statement of both.positions.statements) {
    const meant = await both.positions.statementNamed(statement.id);
    expect(meant.found && meant.value === statement).toBe(true);
    const section = statement.sections.at(-1)!;
    const shown = await both.positions.jointStatement(statement, section);
    expect(shown.statement).toBe(statement);
    expect(shown.sections[0]).toBe(section);
  }
  for (const proposal of both.positions.proposals) {
    const shown = await both.positions.proposal(proposal);
    expect(shown.proposal).toBe(proposal);
    expect(shown.what[0]?.joint).toBe(proposal.joint);
  }
  both.close();
  const again = await first.beside(own);
  const [any] = again.positions.statements.slice(-1);
  const found = await again.positions.statementNamed(any!.id);
  expect(found.found && found.value === any).toBe(true);
});
